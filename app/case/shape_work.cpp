#include "app/case/shape_work.h"

#include <algorithm>
#include <utility>

#include "app/case/shown_scan.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "planning/anatomy/mask_grid.h"

namespace app {
namespace {

using planning::Expected;
using planning::Progress;
using planning::anatomy::Mask;
using planning::anatomy::MeasuredStructure;

/// Where the structure was looked for, in the index of its new mask: an edit looks no further.
std::optional<Mask::RegionType> lookedIn(const planning::anatomy::Structure& structure, const Mask& now) {
  if (!structure.lookedIn) return std::nullopt;
  const auto& [first, size] = std::pair(structure.lookedIn->GetIndex(), structure.lookedIn->GetSize());
  planning::anatomy::VoxelRange range{first, first};
  for (unsigned axis = 0; axis < 3; ++axis) range.last[axis] += static_cast<itk::IndexValueType>(size[axis]) - 1;
  const auto box = planning::anatomy::boxOn(now, *std::get<Mask::Pointer>(structure.shape), range);
  Mask::RegionType region;
  for (unsigned axis = 0; axis < 3; ++axis) {  // boxOn() rounds outward, by a voxel at either end
    region.SetIndex(axis, box.first[axis] + 1);
    const auto voxels = std::max<itk::IndexValueType>(box.last[axis] - box.first[axis] - 1, 0);
    region.SetSize(axis, static_cast<itk::SizeValueType>(voxels));
  }
  return region;
}

/// The new shape as voxels of the scan, measured. Errors: "nothing-left".
Expected<MeasuredStructure> changed(planning::anatomy::Structure structure, const ShapeEdit& edit,
                                    const planning::Volume& scan, Progress& progress) {
  planning::ProgressPart editing(progress, 0, 0.6);
  const auto before = planning::anatomy::onGrid(*std::get<Mask::Pointer>(structure.shape), *scan.hu);
  auto after = edit.change(*before, editing);
  if (!after) return tl::unexpected(after.error());
  if (progress.stopRequested()) return planning::refuse("cancelled");
  auto inScan = planning::anatomy::onGrid(**after, *scan.hu);
  if (planning::anatomy::rangeOf(*inScan).empty()) return planning::refuse("nothing-left", structure.name);
  structure.lookedIn = lookedIn(structure, *inScan);
  structure.shape = std::move(inScan);
  return planning::anatomy::measure(std::move(structure), progress);
}

/// A person confirmed another shape.
void reshape(MeasuredStructure& measured, const MeasuredStructure& by) {
  auto& structure = measured.structure;
  structure.shape = by.structure.shape;
  structure.source = edited(std::move(structure.source));
  structure.sourceSopClassUid.clear(), structure.sourceSopInstanceUid.clear(), structure.sourceNumber.reset();
  structure.confirmed = false;
  measured.surface = by.surface;
  measured.field = by.field;
  measured.errorBoundMm = by.errorBoundMm;
  structure.lookedIn = by.structure.lookedIn;
  measured.hiddenMm = by.hiddenMm;
  measured.unseen = by.unseen;
  measured.beingMeasured = false;
}

}  // namespace

ShapeWork::ShapeWork(ShownScan& shown, PlanDocument& document, Background& background, Reporter& reporter)
    : shown_(shown), document_(document), background_(background), reporter_(reporter) {}

void ShapeWork::edit(std::optional<int> structure, ShapeEdit edit) {
  if (!shown_.volume() || shown_.isLoading()) return;
  const auto& all = document_.structures();
  if (!structure || *structure < 0 || *structure >= static_cast<int>(all.size()))
    return void(Q_EMIT reporter_.refused({"no-structure-chosen", {}, {}}));
  const auto& chosen = all[static_cast<std::size_t>(*structure)].structure;
  const auto* mask = std::get_if<Mask::Pointer>(&chosen.shape);
  if (!mask || !*mask) return void(Q_EMIT reporter_.refused({"not-a-mask", chosen.name, {}}));
  waiting_.push_back({chosen.trackingUid, std::move(edit)});
  if (waiting_.size() == 1) start();
}

void ShapeWork::start() {
  while (!waiting_.empty() && !indexOf(document_.structures(), waiting_.front().structureUid)) waiting_.pop_front();
  if (waiting_.empty()) return void(Q_EMIT ended());
  const Waiting& first = waiting_.front();
  const int index = *indexOf(document_.structures(), first.structureUid);
  const auto& structure = document_.structures()[static_cast<std::size_t>(index)].structure;
  const auto before = std::get<Mask::Pointer>(structure.shape);
  background_.run<MeasuredStructure>(
      Background::Kind::ShapeEdit, first.edit.text,
      [structure, edit = first.edit, scan = shown_.volume()](Progress& progress) {
        return changed(structure, edit, *scan, progress);
      },
      [this, before](Expected<MeasuredStructure> result) { take(before, std::move(result)); });
}

/// The shape may have been undone, and the structure removed or renamed, since the edit was begun.
void ShapeWork::take(const Mask::Pointer& before, Expected<MeasuredStructure> result) {
  if (waiting_.empty()) return;
  const Waiting done = waiting_.front();
  const auto index = indexOf(document_.structures(), done.structureUid);
  const auto place = static_cast<std::size_t>(index.value_or(0));
  if (index && std::get<Mask::Pointer>(document_.structures()[place].structure.shape) != before) return start();
  waiting_.pop_front();
  if (!result)
    Q_EMIT reporter_.refused(result.error());
  else if (index)
    document_.editGeometry(done.edit.text, [&](PlanDraft& next) {
      reshape(next.structures[place], *result);
      forgetWord(next, next.structures[place].structure.name);
    });
  start();
}

void ShapeWork::giveUp() {
  background_.cancel(Background::Kind::ShapeEdit);
  if (waiting_.empty()) return;
  waiting_.clear();
  Q_EMIT ended();
}

}  // namespace app
