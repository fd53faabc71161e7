#include "planning/needle/breach_chance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

#include "planning/parallel.h"

namespace planning::needle {
namespace {

constexpr int kShifts = 8;
constexpr std::size_t kDimensions = 6;  ///< three pairs of normal numbers: five are used
using Uniforms = std::array<double, kDimensions>;

/// Steps of the additive recurrence R6 (Roberts 2018): powers of 1/g, g^7 = g + 1.
Uniforms stepsOfRecurrence() {
  double g = 1.1;
  for (int i = 0; i < 60; ++i) g = std::pow(1 + g, 1.0 / (kDimensions + 1));
  Uniforms steps;
  for (std::size_t i = 0; i < kDimensions; ++i) steps[i] = std::pow(g, -double(i + 1));
  return steps;
}

/// Box and Muller: six uniform numbers to six normal ones.
Uniforms normals(const Uniforms& uniform) {
  Uniforms normal;
  for (std::size_t i = 0; i < kDimensions; i += 2) {
    const double radius = std::sqrt(-2 * std::log(1 - uniform[i])), turn = 2 * std::numbers::pi * uniform[i + 1];
    normal[i] = radius * std::cos(turn), normal[i + 1] = radius * std::sin(turn);
  }
  return normal;
}

/// Two unit vectors across the path.
std::array<Vector, 2> acrossOf(const Vector& along) {
  Vector first = cross(along, std::abs(along[0]) < 0.6 ? makeVector(1, 0, 0) : makeVector(0, 1, 0));
  first /= first.GetNorm();
  return {first, cross(along, first)};
}

/// A needle as it ends up; no place of its axis is farther than `mostMm` from the planned one.
struct Displaced {
  Segment axis;
  double mostMm;
};

class Scatter {
 public:
  Scatter(const Trajectory& path, const PlacementSpread& spread)
      : path_(path), spread_(spread), across_(acrossOf(path.direction())) {}

  Displaced needleAt(const Uniforms& uniform) const {
    const Uniforms n = normals(uniform);
    const Vector entry = (across_[0] * n[3] + across_[1] * n[4]) * spread_.entryMm;
    const Vector tip = makeVector(n[0], n[1], n[2]) * spread_.tipMm;
    return {{path_.entry + entry, path_.target + tip}, std::max(entry.GetNorm(), tip.GetNorm())};
  }

 private:
  Trajectory path_;
  PlacementSpread spread_;
  std::array<Vector, 2> across_;
};

/// How far a needle may be displaced, at each of its places, before it can touch an obstacle; 0 where it does already.
std::vector<double> roomsOf(const Trajectory& path, double radiusMm, const std::vector<Obstacle>& obstacles) {
  constexpr double kSlackMm = 1e-6;
  std::vector<double> rooms;
  for (const Obstacle& obstacle : obstacles) {
    Segment judged = path.axis();
    const double judgedMm = judged.lengthMm() - obstacle.freeLastMm;
    if (judgedMm > 0) judged.end = judged.at(judgedMm);
    const double roomMm = obstacle.field->distance(judged).distanceMm - obstacle.keepMm - radiusMm - kSlackMm;
    rooms.push_back(judgedMm > 0 ? std::max(0.0, roomMm) : 0.0);
  }
  return rooms;
}

bool touches(const Obstacle& obstacle, const Segment& needle, double radiusMm, double plannedMm) {
  const double judgedShare = 1 - obstacle.freeLastMm / plannedMm;
  if (judgedShare <= 0) return false;
  const Segment judged{needle.start, needle.start + (needle.end - needle.start) * judgedShare};
  return obstacle.field->comesNearerThan(judged, obstacle.keepMm + radiusMm);
}

/// Mean, and its standard error from the scatter of the shifts' own means.
BreachChance estimateOf(const std::array<double, kShifts>& means) {
  double mean = 0, squared = 0;
  for (double m : means) mean += m / kShifts;
  for (double m : means) squared += (m - mean) * (m - mean);
  return {mean, std::sqrt(squared / (kShifts - 1) / kShifts)};
}

}  // namespace

PlacementSpread spreadOf(const PlacementError& error, double pathMm) {
  const auto square = [](double value) { return value * value; };
  const double tipMm2 = error.deviationTipMm ? (square(error.meanTipMm) + square(*error.deviationTipMm)) / 3
                                             : square(error.meanTipMm) * std::numbers::pi / 8;
  PlacementSpread spread{std::sqrt(tipMm2), 0};
  if (!error.meanAngle) return spread;
  const double deviation = error.deviationAngle ? error.deviationAngle->radians() : 0;
  const double lateralMm2 = (square(error.meanAngle->radians()) + square(deviation)) * square(pathMm);
  spread.entryMm = std::sqrt(std::max(0.0, lateralMm2 / 2 - tipMm2));
  return spread;
}

double breachBound(double clearanceMm, const PlacementSpread& spread) {
  if (clearanceMm <= 0) return 1;
  const double tip = spread.tipMm > 0 ? clearanceMm / spread.tipMm : 1e9;
  const double entry = spread.entryMm > 0 ? clearanceMm / spread.entryMm : 1e9;
  // Beyond c deviations: of three components (Maxwell), and of two (Rayleigh).
  const double tipBeyond =
      std::erfc(tip / std::numbers::sqrt2) + std::sqrt(2 / std::numbers::pi) * tip * std::exp(-tip * tip / 2);
  return std::min(1.0, tipBeyond + std::exp(-entry * entry / 2));
}

BreachChances breachChances(const Trajectory& path, double radiusMm, const std::vector<Obstacle>& obstacles,
                            const PlacementSpread& spread, int points, const std::vector<bool>& counts) {
  static const Uniforms steps = stepsOfRecurrence();
  const Scatter scatter(path, spread);
  const std::vector<double> roomMm = roomsOf(path, radiusMm, obstacles);
  std::array<Uniforms, kShifts> starts;
  std::mt19937 random(1);
  std::uniform_real_distribution<double> unit(0, 1);
  for (Uniforms& start : starts)
    for (double& x : start) x = unit(random);
  std::vector<std::array<double, kShifts>> means(obstacles.size() + 1, std::array<double, kShifts>{});
  forEachInParallel(kShifts, [&](std::size_t shift) {
    Uniforms at = starts[shift];
    for (int point = 0; point < points; ++point) {
      for (std::size_t i = 0; i < kDimensions; ++i) at[i] = std::fmod(at[i] + steps[i], 1.0);
      const Displaced needle = scatter.needleAt(at);
      bool any = false;
      for (std::size_t i = 0; i < obstacles.size(); ++i) {
        if (needle.mostMm < roomMm[i]) continue;
        if (!touches(obstacles[i], needle.axis, radiusMm, path.pathLengthMm())) continue;
        means[i][shift] += 1.0 / points;
        any = any || counts.empty() || counts[i];
      }
      if (any) means.back()[shift] += 1.0 / points;
    }
    return true;
  });
  BreachChances chances;
  for (std::size_t i = 0; i < obstacles.size(); ++i) chances.each.push_back(estimateOf(means[i]));
  chances.any = estimateOf(means.back());
  return chances;
}

}  // namespace planning::needle
