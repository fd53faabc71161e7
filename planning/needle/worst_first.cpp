#include "planning/needle/worst_first.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace planning::needle {

int harmRank(anatomy::Kind kind) {
  using anatomy::Kind;
  switch (kind) {
    case Kind::Artery:
    case Kind::Vein:
    case Kind::Vessel:
    case Kind::Nerve:
    case Kind::Dura:
      return 0;
    case Kind::Lung:
    case Kind::Organ:
    case Kind::Other:
      return 1;
    case Kind::Bone:
    case Kind::Disc:
    case Kind::Skin:
    case Kind::Muscle:
    case Kind::Fat:
    case Kind::Ligament:
      break;
  }
  return 2;
}

void sortWorstFirst(std::vector<Clearance>& rows) {
  const auto rank = [](const Clearance& row) {
    const double none = -std::numeric_limits<double>::infinity();
    return std::tuple(row.verdict ? static_cast<int>(*row.verdict) : static_cast<int>(Verdict::Clear) + 1,
                      harmRank(row.kind), row.distanceMm ? *row.distanceMm - row.errorBoundMm - row.marginMm : none);
  };
  std::stable_sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

}  // namespace planning::needle
