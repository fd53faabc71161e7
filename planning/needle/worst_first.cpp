#include "planning/needle/worst_first.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace planning::needle {

void sortWorstFirst(std::vector<Clearance>& rows) {
  const auto rank = [](const Clearance& row) {
    const double none = -std::numeric_limits<double>::infinity();
    return std::tuple(row.verdict ? static_cast<int>(*row.verdict) : static_cast<int>(Verdict::Clear) + 1,
                      row.distanceMm ? *row.distanceMm - row.errorBoundMm - row.marginMm : none);
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

}  // namespace planning::needle
