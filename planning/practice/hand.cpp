#include "planning/practice/hand.h"

#include <cmath>
#include <numbers>
#include <random>

#include "planning/needle/breach_chance.h"
#include "planning/review/hu_sampler.h"

namespace planning::practice {

Point whereTheHandAims(const needle::Trajectory& aim, const std::optional<needle::PlacementError>& error,
                       int corrections, std::uint32_t seed) {
  const auto spread = needle::spreadOf(error.value_or(needle::phantomFigure().error), aim.pathLengthMm());
  std::seed_seq mixed{seed, static_cast<std::uint32_t>(corrections)};
  std::mt19937 random(mixed);
  constexpr double kSteps = 4294967296.0;  // so that the numbers lie inside (0, 1)
  const auto uniform = [&] { return (static_cast<double>(random()) + 0.5) / kSteps; };
  const double first = uniform(), second = uniform();
  const double awayMm = spread.tipMm * std::sqrt(-2 * std::log(first)) * std::pow(0.5, corrections);
  const double turn = 2 * std::numbers::pi * second;
  const auto [across, other] = review::acrossOf(aim.direction());
  return aim.target + across * (awayMm * std::cos(turn)) + other * (awayMm * std::sin(turn));
}

}  // namespace planning::practice
