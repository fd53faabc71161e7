#include "planning/search/region_ways.h"

#include <algorithm>

#include "planning/needle/entry_front.h"
#include "planning/parallel.h"
#include "planning/plan/preparation.h"

namespace planning {
namespace {

using needle::EntryBar;
using needle::EntryDecision;

/// Every obstacle that bars the way, not only the first.
std::vector<std::uint16_t> barsOn(const needle::EntryProblem& problem, const Point& entry) {
  std::vector<std::uint16_t> bars;
  for (std::size_t i = 0; i < problem.obstacles.size(); ++i) {
    const needle::Obstacle& obstacle = problem.obstacles[i];
    Segment axis{entry, problem.target};
    const double judgedMm = axis.lengthMm() - obstacle.freeLastMm;
    if (judgedMm <= 0) continue;
    axis.end = axis.at(judgedMm);
    if (obstacle.field->comesNearerThan(axis, obstacle.keepMm + problem.limits.needle.radiusMm()))
      bars.push_back(static_cast<std::uint16_t>(i));
  }
  return bars;
}

/// mm of room, less for path and tilt, as a proposal's score (its edge of the approach apart).
Expected<std::optional<double>> bestScore(const SkinSearch& search, const TargetTried& tried, Progress& progress) {
  if (tried.allowed.empty()) return std::optional<double>();
  const SkinRoom room{std::vector<EntryDecision>(tried.allowed.size()), {}};
  const auto ranking = rankingRooms(search, tried.allowed, room, progress);
  if (!ranking) return tl::unexpected(ranking.error());
  std::optional<double> best;
  for (auto option : optionsOf(search.problem, tried.allowed, *ranking)) {
    option.room = lessenedByUnseen(search, tried.allowed[option.entry], option.room);
    const double score = option.room.excessMm - option.pathMm / 50 - option.offAxis.degrees() / 15;
    best = std::max(best.value_or(score), score);
  }
  return best;
}

}  // namespace

OneTarget withTarget(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes,
                     const Point& target) {
  OneTarget one{choices, scene};
  one.choices.needles.front().target = target;
  followRoute(one.choices, one.scene.structures, overruledBy(one.choices), routes);
  return one;
}

Expected<TargetTried> tryTarget(const OneTarget& target, const RegionSample& sample, const procedure::Routes& routes,
                                const std::vector<Point>& entries, Progress& progress) {
  const auto search = searchFor(target.choices, 0, target.scene, routes);
  if (!search) return tl::unexpected(search.error());
  TargetTried tried;
  tried.sample = sample;
  for (const auto& kept : search->kept) tried.names.push_back(kept.name);
  std::vector<Point> within;
  for (const Point& entry : entries) {
    const EntryBar bar = needle::barByLimits(search->problem, entry);
    if (bar == EntryBar::None)
      within.push_back(entry);
    else
      ++tried.outside[bar];
  }
  tried.barredBy.resize(within.size());
  forEachInParallel(within.size(), [&](std::size_t i) {
    tried.barredBy[i] = barsOn(search->problem, within[i]);
    return !progress.stopRequested();
  });
  if (progress.stopRequested()) return refuse("cancelled");
  std::vector<Point> free;
  for (std::size_t i = 0; i < within.size(); ++i)
    if (tried.barredBy[i].empty()) free.push_back(within[i]);
  needle::EntryProblem rest = search->problem;  // the skin and other needles
  rest.obstacles.clear();
  const auto decisions = decideEntries(rest, free, progress);
  if (progress.stopRequested()) return refuse("cancelled");
  for (std::size_t i = 0; i < free.size(); ++i) {
    if (decisions[i].allowed())
      tried.allowed.push_back(free[i]);
    else
      ++tried.outside[decisions[i].bar];
  }
  const auto best = bestScore(*search, tried, progress);
  if (!best) return tl::unexpected(best.error());
  tried.best = *best;
  return tried;
}

}  // namespace planning
