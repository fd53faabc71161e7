#include "app/work/spine_at.h"

#include <cmath>
#include <variant>

#include "planning/anatomy/bone.h"
#include "planning/anatomy/hu_region.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/finding.h"

namespace app {

using planning::Expected;
using planning::Point;
using planning::Progress;
using planning::anatomy::Kind;
using planning::anatomy::Mask;
using planning::anatomy::MeasuredStructure;
using planning::anatomy::Spine;

namespace {

constexpr double kAroundSpineMm = 95;  ///< of the scan, to the sides, is looked at

/// The scan around a place, but all of it from head to feet.
Expected<planning::Volume> aroundSpine(const planning::Volume& scan, const Point& place) {
  auto range = planning::anatomy::rangeAround(*scan.hu, place, kAroundSpineMm);
  if (range.empty()) return planning::refuse("outside-scan");
  const auto whole = planning::anatomy::wholeRange(*scan.hu);
  for (unsigned axis = 0; axis < 3; ++axis)
    if (std::abs(scan.hu->GetDirection()(2, axis)) > 0.7)
      range.first[axis] = whole.first[axis], range.last[axis] = whole.last[axis];
  planning::Volume part;
  part.isHu = scan.isHu;
  part.hu = planning::anatomy::partOf(*scan.hu, range);
  return part;
}

}  // namespace

Expected<Spine> findSpineAt(const planning::Volume& scan, const Mask::Pointer& loaded,
                            const std::optional<Point>& wanted, Progress& progress) {
  planning::ProgressPart first(progress, 0, 0.5), second(progress, 0.5, 1);
  auto spine = planning::anatomy::findSpine(scan, first);
  if (!spine) return spine;
  const Point place = wanted.value_or(spine->canal[spine->canal.size() / 2].centre);
  if (!spine->isNear(place))
    return planning::refuse(
        "not-on-spine", {},
        planning::tenths(place[0]) + "," + planning::tenths(place[1]) + "," + planning::tenths(place[2]));
  spine->bone = loaded;
  const auto part = aroundSpine(scan, place);
  auto bone = part ? planning::anatomy::findBone(*part, second) : planning::refuse("no-bone");
  if (progress.stopRequested()) return planning::refuse("cancelled");
  if (bone) spine->bone = std::get<Mask::Pointer>(bone->structure.shape);
  return spine;
}

Mask::Pointer loadedBones(const std::vector<MeasuredStructure>& structures) {
  Mask::Pointer all;
  for (const auto& measured : structures) {
    const auto* mask = std::get_if<Mask::Pointer>(&measured.structure.shape);
    if (measured.structure.kind != Kind::Bone || mask == nullptr || !*mask ||
        !(measured.field || measured.beingMeasured))
      continue;
    all = all ? planning::anatomy::united(*all, **mask) : *mask;
  }
  return all;
}

}  // namespace app
