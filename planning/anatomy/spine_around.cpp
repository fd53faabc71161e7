#include "planning/anatomy/spine_around.h"

#include <cmath>

#include "planning/anatomy/bone.h"
#include "planning/anatomy/hu_region.h"
#include "planning/finding.h"

namespace planning::anatomy {
namespace {

constexpr double kAroundSpineMm = 95;  ///< of the scan, to the sides, is looked at

/// The scan around a place, but all of it from head to feet.
Expected<Volume> aroundSpine(const Volume& scan, const Point& place) {
  auto range = rangeAround(*scan.hu, place, kAroundSpineMm);
  if (range.empty()) return refuse("outside-scan");
  const auto whole = wholeRange(*scan.hu);
  for (unsigned axis = 0; axis < 3; ++axis)
    if (std::abs(scan.hu->GetDirection()(2, axis)) > 0.7)
      range.first[axis] = whole.first[axis], range.last[axis] = whole.last[axis];
  Volume part;
  part.isHu = scan.isHu;
  part.hu = partOf(*scan.hu, range);
  return part;
}

}  // namespace

Expected<SpineAround> findSpineAround(const Volume& scan, const std::optional<Point>& place, Progress& progress) {
  ProgressPart first(progress, 0, 0.5), second(progress, 0.5, 1);
  auto spine = findSpine(scan, first);
  if (!spine) return tl::unexpected(spine.error());
  const Point around = place.value_or(spine->canal[spine->canal.size() / 2].centre);
  if (!spine->isNear(around))
    return refuse("not-on-spine", {}, tenths(around[0]) + "," + tenths(around[1]) + "," + tenths(around[2]));
  SpineAround found{std::move(*spine), {}};
  const auto part = aroundSpine(scan, around);
  auto bone = part ? findBone(*part, second) : refuse("no-bone");
  if (progress.stopRequested()) return refuse("cancelled");
  if (bone) found.bone = std::move(*bone);
  return found;
}

}  // namespace planning::anatomy
