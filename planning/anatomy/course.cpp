#include "planning/anatomy/course.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace planning::anatomy {
namespace {

std::vector<double> coordinate(const std::vector<Point>& line, unsigned axis) {
  std::vector<double> values;
  for (const Point& p : line) values.push_back(p[axis]);
  return values;
}

}  // namespace

std::vector<double> smoothed(const std::vector<double>& values, double sigma) {
  const long reach = std::lround(std::ceil(3 * sigma)), last = static_cast<long>(values.size()) - 1;
  std::vector<double> weights;
  for (long off = -reach; off <= reach; ++off)
    weights.push_back(std::exp(-0.5 * std::pow(static_cast<double>(off) / sigma, 2)));
  std::vector<double> result(values.size());
  for (long n = 0; n <= last; ++n) {
    double sum = 0, all = 0;
    for (long off = -reach; off <= reach; ++off) {
      const double weight = weights[static_cast<std::size_t>(off + reach)];
      sum += weight * values[static_cast<std::size_t>(std::clamp(n + off, 0L, last))];
      all += weight;
    }
    result[static_cast<std::size_t>(n)] = sum / all;
  }
  return result;
}

std::vector<Point> smoothed(const std::vector<Point>& line, double sigma) {
  // Turned about its ends: a place n before the first is as far from it as the n-th after it, on the other side.
  const auto reach = std::min(line.size() - 1, static_cast<std::size_t>(std::ceil(3 * sigma)));
  std::vector<Point> longer;
  for (std::size_t n = reach; n > 0; --n) longer.push_back(line.front() - (line[n] - line.front()));
  longer.insert(longer.end(), line.begin(), line.end());
  for (std::size_t n = 1; n <= reach; ++n) longer.push_back(line.back() - (line[line.size() - 1 - n] - line.back()));
  const std::array<std::vector<double>, 3> axes{smoothed(coordinate(longer, 0), sigma),
                                                smoothed(coordinate(longer, 1), sigma),
                                                smoothed(coordinate(longer, 2), sigma)};
  std::vector<Point> result;
  for (std::size_t n = reach; n < reach + line.size(); ++n)
    result.push_back(makePoint(axes[0][n], axes[1][n], axes[2][n]));
  return result;
}

std::vector<Point> resampled(const std::vector<Point>& line, double stepMm) {
  std::vector<Point> result{line.front()};
  double toNext = stepMm;
  for (std::size_t n = 1; n < line.size(); ++n) {
    const Segment piece{line[n - 1], line[n]};
    const double length = piece.lengthMm();
    for (; toNext <= length; toNext += stepMm) result.push_back(piece.at(toNext));
    toNext -= length;
  }
  return result;
}

std::vector<Vector> directionsOf(const std::vector<Point>& line, double sigma) {
  std::vector<Point> steps;
  for (std::size_t n = 0; n < line.size(); ++n) {
    const std::size_t before = n > 0 ? n - 1 : n, after = std::min(n + 1, line.size() - 1);
    steps.push_back(makePoint(0, 0, 0) + (line[after] - line[before]) / static_cast<double>(after - before));
  }
  std::vector<Vector> directions;
  std::array<std::vector<double>, 3> axes;
  for (unsigned axis = 0; axis < 3; ++axis) axes[axis] = smoothed(coordinate(steps, axis), sigma);
  for (std::size_t n = 0; n < steps.size(); ++n) {
    directions.push_back(makeVector(axes[0][n], axes[1][n], axes[2][n]));
    directions.back().Normalize();
  }
  return directions;
}

}  // namespace planning::anatomy
