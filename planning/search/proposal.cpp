#include "planning/search/proposal.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "planning/check.h"
#include "planning/needle/entry_front.h"
#include "planning/plan/assess.h"

namespace planning {
namespace {

using needle::EntryBar;
using needle::EntryDecision;

tl::unexpected<Error> noWayIn(const SkinSearch& search, const std::vector<EntryDecision>& decisions) {
  std::map<std::string, int> reasons;
  for (const auto& decision : decisions) {
    const bool structure = decision.bar == EntryBar::Structure;
    ++reasons[structure ? search.kept[decision.which].name : word(decision.bar)];
  }
  const auto commonest = std::max_element(reasons.begin(), reasons.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
  return refuse("no-way-in", {}, commonest == reasons.end() ? std::string() : commonest->first);
}

/// 0 in the middle of the approach that it lies nearest to the middle of, kAtEdgeMm at its edge.
double edgeLoss(const SkinSearch& search, const Point& entry) {
  constexpr double kAtEdgeMm = 2.0;
  std::optional<double> least;
  for (const auto& range : search.problem.limits.approaches)
    if (const auto off = offMiddle(range, search.problem.limits.side, entry - search.problem.target))
      least = std::min(least.value_or(*off), *off);
  return least ? kAtEdgeMm * *least * *least : 0.0;
}

double scoreOf(const SkinSearch& search, const std::vector<Point>& entries, const needle::EntryOption& option) {
  return option.room.excessMm - option.pathMm / 50 - option.offAxis.degrees() / 15 -
         edgeLoss(search, entries[option.entry]);
}

/// Best first, each at least kBetweenProposalsMm from those before it.
std::vector<needle::EntryOption> spread(const SkinSearch& search, const std::vector<needle::EntryOption>& options,
                                        const std::vector<Point>& entries, std::size_t most) {
  std::vector<std::pair<double, needle::EntryOption>> scored;
  scored.reserve(options.size());
  for (const auto& option : options) scored.emplace_back(scoreOf(search, entries, option), option);
  std::stable_sort(scored.begin(), scored.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<needle::EntryOption> chosen;
  for (const auto& [score, option] : scored) {
    if (chosen.size() == most) break;
    const bool apart = std::all_of(chosen.begin(), chosen.end(), [&](const auto& other) {
      return (entries[option.entry] - entries[other.entry]).GetNorm() >= kBetweenProposalsMm;
    });
    if (apart) chosen.push_back(option);
  }
  return chosen;
}

std::optional<double> nearestLungMm(const PlannedNeedle& planned) {
  std::optional<double> nearest;
  for (const auto& row : planned.clearances)
    if (row.kind == anatomy::Kind::Lung && row.distanceMm)
      nearest = std::min(nearest.value_or(*row.distanceMm), *row.distanceMm);
  return nearest;
}

/// One that is alone with the least value, or has no rival.
template <class Value>
void markLeast(std::vector<Proposal>& proposals, bool Merits::*merit, const Value& value) {
  if (proposals.size() < 2) return;
  const auto less = [&](const Proposal& a, const Proposal& b) { return value(a) < value(b); };
  const auto least = std::min_element(proposals.begin(), proposals.end(), less);
  const auto ties = std::count_if(proposals.begin(), proposals.end(),
                                  [&](const Proposal& other) { return !(value(*least) < value(other)); });
  if (ties == 1) least->merits.*merit = true;
}

void markMerits(std::vector<Proposal>& proposals) {
  markLeast(proposals, &Merits::mostRoom, [](const Proposal& p) { return -p.roomMm; });
  markLeast(proposals, &Merits::shortest, [](const Proposal& p) { return *p.needle.pathLengthMm; });
  markLeast(proposals, &Merits::flattest, [](const Proposal& p) { return p.fromAxial.radians(); });
  markLeast(proposals, &Merits::leastChance, [](const Proposal& p) { return p.needle.breachProbability.value_or(2); });
}

}  // namespace

Expected<std::vector<Proposal>> proposalsOf(const PlanChoices& choices, std::size_t which, const Scene& scene,
                                            const procedure::Routes& routes, const SkinSearch& search,
                                            const std::vector<Point>& places, const SkinRoom& room, std::size_t most,
                                            Progress& progress) {
  const auto ranking = rankingRooms(search, places, room, progress);
  if (!ranking) return tl::unexpected(ranking.error());
  auto front = paretoFront(optionsOf(search.problem, places, *ranking));
  for (auto& option : front) option.room = lessenedByUnseen(search, places[option.entry], option.room);
  const auto options = spread(search, std::move(front), places, most);
  if (options.empty()) return noWayIn(search, room.decisions);
  std::vector<Proposal> proposals;
  for (const auto& option : options) {
    PlanChoices candidate = choices;
    candidate.needles[which].entry = places[option.entry];
    Proposal proposal;
    proposal.needle = {candidate.needles[which], assess(candidate, scene, routes).needles[which]};
    const needle::EntryRoom& own = *room.rooms[option.entry];
    proposal.roomMm = own.excessMm;
    const bool roomy = own.excessMm >= kMostRoomMm || search.kept.empty();
    if (!roomy) proposal.tightest = search.kept[own.obstacle].name;
    proposal.fromAxial = Angle::radians(std::abs(proposal.needle.angles->cranioCaudal.radians()));
    proposal.chanceAtMost = reasonFor(search, places[option.entry]).chanceAtMost;
    proposal.lungMm = nearestLungMm(proposal.needle);
    proposal.score = scoreOf(search, places, option);
    proposals.push_back(std::move(proposal));
  }
  markMerits(proposals);
  return proposals;
}

Expected<std::vector<Proposal>> proposeEntries(const PlanChoices& choices, std::size_t which, const Scene& scene,
                                               const procedure::Routes& routes, std::size_t most, Progress& progress) {
  const auto search = searchFor(choices, which, scene, routes);
  if (!search) return tl::unexpected(search.error());
  const SkinPlaces skin = placesOn(*scene.skin);
  ProgressPart searching(progress, 0, 0.5), ranking(progress, 0.5, 1);
  const auto room = roomOn(*search, skin.places, searching);
  if (!room) return tl::unexpected(room.error());
  return proposalsOf(choices, which, scene, routes, *search, skin.places, *room, most, ranking);
}

}  // namespace planning
