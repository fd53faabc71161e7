#include "planning/needle/entry_search.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "planning/needle/pair.h"
#include "planning/needle/sight_map.h"
#include "planning/parallel.h"

namespace planning::needle {
namespace {

constexpr std::size_t kChunk = 2048;  ///< entries that one task decides

constexpr std::array<const char*, 11> kWords{"none",      "too-far",       "too-near",       "cranio-caudal",
                                             "in-plane",  "from-below",    "approach",       "bore",
                                             "structure", "placed-needle", "leaves-the-body"};

/// The part of the path that an obstacle judges, or absent when all of it is free.
std::optional<Segment> judged(const EntryProblem& problem, const Obstacle& obstacle, const Point& entry) {
  Segment axis{entry, problem.target};
  if (obstacle.freeLastMm > 0) {
    const double judgedMm = axis.lengthMm() - obstacle.freeLastMm;
    if (judgedMm <= 0) return std::nullopt;
    axis.end = axis.at(judgedMm);
  }
  return axis;
}

double keepFromAxisMm(const EntryProblem& problem, const Obstacle& obstacle) {
  return obstacle.keepMm + problem.limits.needle.radiusMm();
}

bool bars(const EntryProblem& problem, const Obstacle& obstacle, const Point& entry) {
  const auto axis = judged(problem, obstacle, entry);
  return axis && obstacle.field->comesNearerThan(*axis, keepFromAxisMm(problem, obstacle));
}

bool bars(const EntryProblem& problem, const PlacedNeedle& placed, const Point& entry) {
  const Segment own = shaftOf({entry, problem.target}, problem.limits.needle);
  const ClosestPlaces closest = closestPlaces(own, placed.trajectory.axis());
  const double distanceMm = (closest.onFirst - closest.onSecond).GetNorm();
  return distanceMm - placed.radiusMm - problem.limits.needle.radiusMm() < placed.keepMm;
}

bool leavesTheBody(const EntryProblem& problem, const Point& entry) {
  const Segment out{problem.target, entry};
  const auto crossings = problem.body->crossingsMm(out);
  return !crossings.empty() && crossings.front() < out.lengthMm() - std::max(2 * problem.bodyBoundMm, 1.0);
}

/// The obstacles as seen from the target. An obstacle that the target itself is too near to bars every entry.
struct Sights {
  std::vector<std::optional<SightMap>> maps;
  std::optional<std::uint16_t> barsAll;
};

Sights sightsOf(const EntryProblem& problem, Progress& progress) {
  Sights sights;
  sights.maps.resize(problem.obstacles.size());
  for (std::size_t i = 0; i < problem.obstacles.size() && !sights.barsAll; ++i) {
    const Obstacle& obstacle = problem.obstacles[i];
    const bool tooNear = obstacle.field->signedDistance(problem.target) < keepFromAxisMm(problem, obstacle);
    if (!(obstacle.freeLastMm > 0) && tooNear) sights.barsAll = std::uint16_t(i);
  }
  if (sights.barsAll) return sights;
  forEachInParallel(problem.obstacles.size(), [&](std::size_t i) {
    const Obstacle& obstacle = problem.obstacles[i];
    sights.maps[i].emplace(*obstacle.field, problem.target, keepFromAxisMm(problem, obstacle), obstacle.freeLastMm);
    return !progress.stopRequested();
  });
  return sights;
}

/// First what the directions tell, then the exact queries that are left.
std::optional<std::uint16_t> barringObstacle(const EntryProblem& problem, const Sights& sights, const Point& entry) {
  if (sights.barsAll) return sights.barsAll;
  const Vector out = entry - problem.target;
  const std::uint32_t cell = DirectionGrid::cellOf(out);
  const auto pathMm = float(out.GetNorm());
  bool perhaps = false;
  for (std::size_t i = 0; i < sights.maps.size(); ++i) {
    const auto sight = sights.maps[i]->of(cell, pathMm);
    if (sight == SightMap::Sight::Barred) return std::uint16_t(i);
    perhaps |= sight == SightMap::Sight::Perhaps;
  }
  for (std::size_t i = 0; perhaps && i < sights.maps.size(); ++i)
    if (sights.maps[i]->of(cell, pathMm) == SightMap::Sight::Perhaps && bars(problem, problem.obstacles[i], entry))
      return std::uint16_t(i);
  return std::nullopt;
}

EntryDecision decide(const EntryProblem& problem, const Sights& sights, const Point& entry) {
  if (const EntryBar bar = barByLimits(problem, entry); bar != EntryBar::None) return {bar, 0};
  if (const auto obstacle = barringObstacle(problem, sights, entry)) return {EntryBar::Structure, *obstacle};
  for (std::size_t i = 0; i < problem.placed.size(); ++i)
    if (bars(problem, problem.placed[i], entry)) return {EntryBar::PlacedNeedle, std::uint16_t(i)};
  if (problem.body && leavesTheBody(problem, entry)) return {EntryBar::LeavesTheBody, 0};
  return {};
}

/// Calls use(i) for all entries, on all processors; false when stopped.
template <class Use>
bool forEachEntry(std::size_t count, Progress& progress, const Use& use) {
  const std::size_t chunks = (count + kChunk - 1) / kChunk;
  forEachInParallel(chunks, [&](std::size_t chunk) {
    for (std::size_t i = chunk * kChunk; i < std::min(count, (chunk + 1) * kChunk); ++i) use(i);
    return !progress.stopRequested();
  });
  return !progress.stopRequested();
}

bool withinBore(const Bore& bore, const Point& p) {
  return std::hypot(p[0] - bore.centre[0], p[1] - bore.centre[1]) < bore.radiusMm;
}

EntryRoom roomOf(const EntryProblem& problem, const Point& entry, double capMm) {
  EntryRoom room{capMm, 0};
  for (std::size_t i = 0; i < problem.obstacles.size(); ++i) {
    const Obstacle& obstacle = problem.obstacles[i];
    const auto axis = judged(problem, obstacle, entry);
    const double keepMm = keepFromAxisMm(problem, obstacle);
    const auto found = axis ? obstacle.field->distanceWithin(*axis, keepMm + room.excessMm) : std::nullopt;
    if (found && found->distanceMm - keepMm < room.excessMm) room = {found->distanceMm - keepMm, std::uint16_t(i)};
  }
  return room;
}

}  // namespace

const char* word(EntryBar bar) {
  return kWords[std::size_t(bar)];
}

EntryBar barByLimits(const EntryProblem& problem, const Point& entry) {
  const EntryLimits& limits = problem.limits;
  const Trajectory path{entry, problem.target};
  const double pathMm = path.pathLengthMm();
  if (pathMm > limits.needle.lengthMm) return EntryBar::TooFar;
  if (pathMm < limits.shortestMm || !(pathMm > 0)) return EntryBar::TooNear;
  const TrajectoryAngles angles = anglesOf(path);
  const auto beyond = [](const std::optional<Angle>& angle, const std::optional<Angle>& most) {
    return angle && most && std::abs(angle->radians()) > most->radians();
  };
  if (beyond(angles.cranioCaudal, limits.mostCranioCaudal)) return EntryBar::CranioCaudal;
  if (beyond(angles.inPlane, limits.mostInPlane)) return EntryBar::InPlane;
  const Vector out = path.direction() * -1.0;
  if (limits.up && dot(out, *limits.up) < std::cos(limits.mostFromVertical.radians())) return EntryBar::FromBelow;
  const auto& ways = limits.approaches;
  if (!ways.empty() && std::none_of(ways.begin(), ways.end(),
                                    [&](const ApproachRange& range) { return comesFrom(range, limits.side, out); }))
    return EntryBar::Approach;
  if (limits.bore && !withinBore(*limits.bore, problem.target + out * limits.needle.lengthMm)) return EntryBar::Bore;
  return EntryBar::None;
}

std::vector<EntryDecision> decideEntries(const EntryProblem& problem, const std::vector<Point>& entries,
                                         Progress& progress) {
  const Sights sights = sightsOf(problem, progress);
  if (progress.stopRequested()) return {};
  std::vector<EntryDecision> decisions(entries.size());
  const auto decideOne = [&](std::size_t i) { decisions[i] = decide(problem, sights, entries[i]); };
  return forEachEntry(entries.size(), progress, decideOne) ? decisions : std::vector<EntryDecision>();
}

std::vector<std::optional<EntryRoom>> roomOfEntries(const EntryProblem& problem, const std::vector<Point>& entries,
                                                    const std::vector<EntryDecision>& decisions, double capMm,
                                                    Progress& progress) {
  std::vector<std::optional<EntryRoom>> rooms(entries.size());
  const auto measureOne = [&](std::size_t i) {
    if (decisions[i].allowed()) rooms[i] = roomOf(problem, entries[i], capMm);
  };
  return forEachEntry(entries.size(), progress, measureOne) ? rooms : std::vector<std::optional<EntryRoom>>();
}

}  // namespace planning::needle
