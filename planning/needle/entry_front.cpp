#include "planning/needle/entry_front.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <tuple>

namespace planning::needle {
namespace {

/// Paths and angles so far, as a staircase: along rising paths the angles fall.
class Staircase {
 public:
  /// Is some pair at most as long and at most as steep?
  bool covers(double pathMm, double angle) const {
    const auto after = steps_.upper_bound(pathMm);
    return after != steps_.begin() && std::prev(after)->second <= angle;
  }
  void add(double pathMm, double angle) {
    if (covers(pathMm, angle)) return;
    auto next = steps_.insert_or_assign(pathMm, angle).first;
    for (++next; next != steps_.end() && next->second >= angle;) next = steps_.erase(next);
  }

 private:
  std::map<double, double> steps_;
};

auto ranked(const EntryOption& option) {
  return std::tuple(-option.room.excessMm, option.pathMm, option.offAxis.radians());
}

/// From the nearest of the approaches' own axes.
Angle offAxisOf(const std::vector<ApproachRange>& approaches, const Trajectory& path) {
  const double headwardDeg = -anglesOf(path).cranioCaudal.degrees();
  double least = approaches.empty() ? std::abs(headwardDeg) : 180;
  for (const ApproachRange& range : approaches)
    least = std::min(least, std::abs(headwardDeg - middleHeadwardDeg(range)));
  return Angle::degrees(least);
}

}  // namespace

std::vector<EntryOption> optionsOf(const EntryProblem& problem, const std::vector<Point>& entries,
                                   const std::vector<std::optional<EntryRoom>>& rooms) {
  std::vector<EntryOption> options;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!rooms[i]) continue;
    const Trajectory path{entries[i], problem.target};
    options.push_back({i, *rooms[i], path.pathLengthMm(), offAxisOf(problem.limits.approaches, path)});
  }
  return options;
}

/// With most room first, only those before (and equal ones) can beat an option; equal ones beat no equal one.
std::vector<EntryOption> paretoFront(std::vector<EntryOption> options) {
  std::sort(options.begin(), options.end(), [](const auto& a, const auto& b) { return ranked(a) < ranked(b); });
  std::vector<EntryOption> front;
  Staircase stairs;
  for (const EntryOption& option : options) {
    const bool equalsLast = !front.empty() && ranked(front.back()) == ranked(option);
    if (!equalsLast && stairs.covers(option.pathMm, option.offAxis.radians())) continue;
    stairs.add(option.pathMm, option.offAxis.radians());
    front.push_back(option);
  }
  return front;
}

}  // namespace planning::needle
