#include "planning/anatomy/disc_row.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace planning::anatomy {
namespace {

constexpr int kLeast = 18, kMost = 48;  ///< mm between discs
constexpr int kLengths = kMost - kLeast + 1;
constexpr double kShortest = 0.72, kLongest = 1.4;  ///< of the distance below
constexpr double kUneven = 4;                       ///< cost of a squared logarithm of that
constexpr double kEach = 0.35;                      ///< a disc must be worth this
constexpr double kSides = 1.5;                      ///< weight of pedicles above foramina

/// Sums over the sides' closedness.
class Sides {
 public:
  explicit Sides(const std::vector<double>& closed) : sums_(closed.size() + 1, 0) {
    std::partial_sum(closed.begin(), closed.end(), sums_.begin() + 1);
  }
  /// From a disc up to the next: the foramen in the lower part, the pedicle in the upper one.
  double fit(std::size_t from, int length) const {
    return mean(from, 0.55 * length, 0.85 * length) - mean(from, 0.08 * length, 0.38 * length);
  }

 private:
  double mean(std::size_t from, double low, double high) const {
    const auto first = from + static_cast<std::size_t>(std::lround(low));
    const auto last = std::max(first + 1, from + static_cast<std::size_t>(std::lround(high)));
    return (sums_[last] - sums_[first]) / static_cast<double>(last - first);
  }

  std::vector<double> sums_;
};

/// The best row that ends in a disc at a place, with a given distance to the disc before.
struct Ending {
  double worth = std::numeric_limits<double>::lowest();
  int before = 0;  ///< the distance before that; 0: none
};

using Table = std::vector<Ending>;

Ending& at(Table& table, std::size_t place, int length) {
  return table[place * kLengths + static_cast<std::size_t>(length - kLeast)];
}

void fill(Table& table, const std::vector<double>& clearness, const Sides& sides, std::size_t place, int length) {
  const std::size_t from = place - static_cast<std::size_t>(length);
  Ending best{clearness[from], 0};
  const int shortest = std::max(kLeast, static_cast<int>(length / kLongest));
  const int longest = std::min(kMost, static_cast<int>(length / kShortest));
  for (int before = shortest; before <= longest; ++before) {
    if (static_cast<std::size_t>(before) > from) break;
    const double worth = at(table, from, before).worth - kUneven * std::pow(std::log(1.0 * length / before), 2);
    if (worth > best.worth) best = {worth, before};
  }
  best.worth += clearness[place] + kSides * sides.fit(from, length) - kEach;
  at(table, place, length) = best;
}

}  // namespace

std::vector<double> clearnessOf(const std::vector<double>& darkness) {
  constexpr std::size_t kEnd = 5;
  constexpr double kNoDisc = -10;
  std::vector<double> sorted;
  for (const double value : darkness) sorted.push_back(std::abs(value));
  const auto tenth = sorted.begin() + static_cast<std::ptrdiff_t>(0.9 * static_cast<double>(sorted.size()));
  std::nth_element(sorted.begin(), tenth, sorted.end());
  const double clear = std::max(*tenth, 1e-9);
  std::vector<double> result;
  for (std::size_t n = 0; n < darkness.size(); ++n) {
    const bool atEnd = n < kEnd || n + kEnd >= darkness.size();
    result.push_back(atEnd ? kNoDisc : std::clamp(darkness[n] / clear, -1.0, 1.5));
  }
  return result;
}

std::vector<std::size_t> bestDiscRow(const std::vector<double>& clearness, const std::vector<double>& closed) {
  const Sides sides(closed);
  Table table(clearness.size() * kLengths);
  std::size_t bestPlace = 0;
  int bestLength = 0;
  double best = 0;
  for (std::size_t place = kLeast; place < clearness.size(); ++place)
    for (int length = kLeast; length <= std::min(kMost, static_cast<int>(place)); ++length) {
      fill(table, clearness, sides, place, length);
      if (const double worth = at(table, place, length).worth; worth > best)
        best = worth, bestPlace = place, bestLength = length;
    }
  std::vector<std::size_t> row;
  if (bestLength == 0) return row;
  row.push_back(bestPlace);
  for (int length = bestLength; length > 0;) {
    const int before = at(table, row.back(), length).before;
    row.push_back(row.back() - static_cast<std::size_t>(length));
    length = before;
  }
  std::reverse(row.begin(), row.end());
  return row;
}

}  // namespace planning::anatomy
