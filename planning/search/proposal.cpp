#include "planning/search/proposal.h"

#include <algorithm>
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
                                            const std::vector<Point>& places, const SkinRoom& room, std::size_t most) {
  const auto options = spread(paretoFront(optionsOf(search.problem, places, room.rooms)), places, most);
  if (options.empty()) return noWayIn(search, room.decisions);
  std::vector<Proposal> proposals;
  for (const auto& option : options) {
    PlanChoices candidate = choices;
    candidate.needles[which].entry = places[option.entry];
    Proposal proposal;
    proposal.needle = {candidate.needles[which], assess(candidate, scene, routes).needles[which]};
    proposal.roomMm = option.room.excessMm;
    const bool roomy = option.room.excessMm >= kMostRoomMm || search.kept.empty();
    if (!roomy) proposal.tightest = search.kept[option.room.obstacle].name;
    proposal.fromAxial = option.fromAxial;
    proposal.chanceAtMost = reasonFor(search, places[option.entry]).chanceAtMost;
    proposal.lungMm = nearestLungMm(proposal.needle);
    proposal.score = scoreOf(option);
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
  const auto room = roomOn(*search, skin.places, progress);
  if (!room) return tl::unexpected(room.error());
  return proposalsOf(choices, which, scene, routes, *search, skin.places, *room, most);
}

}  // namespace planning
