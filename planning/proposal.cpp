#include "planning/proposal.h"

#include <algorithm>
#include <map>

#include "planning/check.h"
#include "planning/needle/entry_front.h"

namespace planning {
namespace {

using needle::EntryBar;
using needle::EntryDecision;
using needle::EntryProblem;

/// Away from gravity, for the position of the procedure; absent where it is not known.
std::optional<Vector> upOf(const procedure::Route* route, const std::string& patientPosition) {
  auto position = procedure::bodyPosition(patientPosition);
  if (route != nullptr && !route->positions.empty()) {
    const auto& usual = route->positions;
    if (std::find(usual.begin(), usual.end(), position) == usual.end()) position = usual.front();
  }
  if (position == "prone") return makeVector(0, 1, 0);
  if (position == "supine") return makeVector(0, -1, 0);
  if (patientPosition == "HFDR" || patientPosition == "FFDR") return makeVector(1, 0, 0);  // lies on the right side
  if (patientPosition == "HFDL" || patientPosition == "FFDL") return makeVector(-1, 0, 0);
  return std::nullopt;
}

/// A search, with the structure behind each of its obstacles.
struct Search {
  EntryProblem problem;
  std::vector<const anatomy::MeasuredStructure*> structures;
};

Search searchFor(const Plan& choices, const Scene& scene, const procedure::Route* route) {
  const auto& planned = choices.needles.front();
  Search search;
  auto& problem = search.problem;
  problem.target = *planned.target;
  problem.limits.needle = *planned.needle;
  problem.limits.shortestMm = 5;
  problem.limits.up = upOf(route, scene.volume->identity.patientPosition);
  problem.limits.mostFromVertical = Angle::degrees(85);
  problem.body = scene.skin->field;
  problem.bodyBoundMm = scene.skin->errorBoundMm + 1;
  for (const auto& measured : scene.structures) {
    if (!measured.field || measured.structure.role == anatomy::Role::Crossable) continue;
    const bool touched = measured.structure.role == anatomy::Role::Target && route != nullptr;
    problem.obstacles.push_back({measured.field, effectiveMarginMm(measured.structure, route) + measured.errorBoundMm,
                                 touched ? route->touchLastMm : 0});
    search.structures.push_back(&measured);
  }
  return search;
}

/// The skin's vertices that lie on real skin.
std::vector<Point> entriesOn(const anatomy::Skin& skin) {
  const auto& surface = *skin.surface;
  std::vector<bool> onSkin(surface.vertices.size());
  for (std::size_t i = 0; i + skin.cutTriangles < surface.triangles.size(); ++i)
    for (const auto vertex : surface.triangles[i]) onSkin[vertex] = true;
  std::vector<Point> entries;
  for (std::size_t i = 0; i < onSkin.size(); ++i) {
    const auto& v = surface.vertices[i];
    if (onSkin[i]) entries.push_back(makePoint(v[0], v[1], v[2]));
  }
  return entries;
}

tl::unexpected<Error> noWayIn(const Search& search, const std::vector<EntryDecision>& decisions) {
  std::map<std::string, int> reasons;
  for (const auto& decision : decisions) {
    const bool structure = decision.bar == EntryBar::Structure;
    ++reasons[structure ? search.structures[decision.which]->structure.name : word(decision.bar)];
  }
  const auto commonest = std::max_element(reasons.begin(), reasons.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
  return refuse("no-way-in", {}, commonest == reasons.end() ? std::string() : commonest->first);
}

double scoreOf(const needle::EntryOption& option) {
  return option.room.excessMm - option.pathMm / 50 - option.fromAxial.degrees() / 15;
}

/// Best first, each at least kBetweenProposalsMm from those before it.
std::vector<needle::EntryOption> spread(std::vector<needle::EntryOption> options, const std::vector<Point>& entries,
                                        std::size_t most) {
  std::sort(options.begin(), options.end(), [](const auto& a, const auto& b) { return scoreOf(a) > scoreOf(b); });
  std::vector<needle::EntryOption> chosen;
  for (const auto& option : options) {
    if (chosen.size() == most) break;
    const bool apart = std::all_of(chosen.begin(), chosen.end(), [&](const auto& other) {
      return (entries[option.entry] - entries[other.entry]).GetNorm() >= kBetweenProposalsMm;
    });
    if (apart) chosen.push_back(option);
  }
  return chosen;
}

}  // namespace

Expected<std::vector<Proposal>> proposeEntries(const Plan& choices, const Scene& scene, std::size_t most,
                                               Progress& progress) {
  check(!choices.needles.empty() && choices.needles.front().target.has_value(), "a proposal has a target");
  if (!scene.skin) return refuse("skin-not-found");
  if (!choices.needles.front().needle) return refuse("needle-needed");
  const auto* route = procedure::findRoute(choices.routeId);
  const auto search = searchFor(choices, scene, route);
  const auto entries = entriesOn(*scene.skin);
  const auto decisions = decideEntries(search.problem, entries, progress);
  if (progress.stopRequested()) return refuse("cancelled");
  const auto rooms = roomOfEntries(search.problem, entries, decisions, kMostRoomMm, progress);
  if (progress.stopRequested()) return refuse("cancelled");
  const auto options = spread(paretoFront(optionsOf(search.problem, entries, rooms)), entries, most);
  if (options.empty()) return noWayIn(search, decisions);
  std::vector<Proposal> proposals;
  for (const auto& option : options) {
    Plan candidate = choices;
    candidate.needles.resize(1);
    candidate.needles.front().entry = entries[option.entry];
    const bool roomy = option.room.excessMm >= kMostRoomMm || search.structures.empty();
    proposals.push_back({assess(std::move(candidate), scene).needles.front(), option.room.excessMm,
                         roomy ? std::string() : search.structures[option.room.obstacle]->structure.name,
                         option.fromAxial, scoreOf(option)});
  }
  return proposals;
}

}  // namespace planning
