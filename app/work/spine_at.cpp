#include "app/work/spine_at.h"

#include <variant>

#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/spine_around.h"

namespace app {

using planning::Expected;
using planning::Point;
using planning::Progress;
using planning::anatomy::Kind;
using planning::anatomy::Mask;
using planning::anatomy::MeasuredStructure;
using planning::anatomy::Spine;

Expected<Spine> findSpineAt(const planning::Volume& scan, const Mask::Pointer& loaded,
                            const std::optional<Point>& place, Progress& progress) {
  auto found = planning::anatomy::findSpineAround(scan, place, progress);
  if (!found) return tl::unexpected(found.error());
  found->spine.bone = found->bone ? std::get<Mask::Pointer>(found->bone->structure.shape) : loaded;
  return std::move(found->spine);
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
