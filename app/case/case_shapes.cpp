// Structures found in the scan, and edits of shapes: all in the background.
#include <algorithm>
#include <utility>

#include "app/case/case_commands.h"
#include "app/case/case_private.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "io/files/uid.h"
#include "planning/anatomy/bone.h"
#include "planning/anatomy/contrast_vessels.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/vessel.h"

namespace app {

using planning::Expected;
using planning::Progress;
using planning::anatomy::Kind;
using planning::anatomy::Mask;
using planning::anatomy::MeasuredStructure;
using planning::anatomy::Segmented;

namespace {

const Mask* maskOf(const planning::anatomy::Structure& structure) {
  const auto* mask = std::get_if<Mask::Pointer>(&structure.shape);
  return mask ? mask->GetPointer() : nullptr;
}

/// Voxels of these kinds are no bone, or no vessel, whatever their brightness.
Mask::Pointer joined(const std::vector<MeasuredStructure>& structures, std::initializer_list<Kind> kinds,
                     const itk::ImageBase<3>& grid) {
  Mask::Pointer all;
  for (const auto& measured : structures) {
    const Mask* mask = maskOf(measured.structure);
    if (!mask || std::find(kinds.begin(), kinds.end(), measured.structure.kind) == kinds.end()) continue;
    all = all ? planning::anatomy::united(*all, *mask) : planning::anatomy::onGrid(*mask, grid);
  }
  return all;
}

/// The new shape as voxels of the scan, measured. Errors: "nothing-left".
Expected<MeasuredStructure> changed(planning::anatomy::Structure structure, const ShapeEdit& edit,
                                    const planning::Volume& scan, Progress& progress) {
  planning::ProgressPart editing(progress, 0, 0.6);
  const auto before = planning::anatomy::onGrid(*maskOf(structure), *scan.hu);
  auto after = edit.change(*before, editing);
  if (!after) return tl::unexpected(after.error());
  if (progress.stopRequested()) return planning::refuse("cancelled");
  auto inScan = planning::anatomy::onGrid(**after, *scan.hu);
  if (planning::anatomy::rangeOf(*inScan).empty()) return planning::refuse("nothing-left", structure.name);
  structure.shape = std::move(inScan);
  return planning::anatomy::measure(std::move(structure), progress);
}

}  // namespace

struct Case::Private::Found {
  MeasuredStructure measured;
  std::vector<planning::Finding> findings;
};

namespace {

Expected<std::vector<Segmented>> alone(Expected<Segmented> found) {
  if (!found) return tl::unexpected(found.error());
  return std::vector<Segmented>{std::move(*found)};
}

}  // namespace

int Case::Private::indexOf(const std::string& trackingUid) const {
  for (std::size_t i = 0; i < draft.structures.size(); ++i)
    if (draft.structures[i].structure.trackingUid == trackingUid) return static_cast<int>(i);
  return -1;
}

int Case::currentStructure() const {
  return d->currentStructure.empty() ? -1 : d->indexOf(d->currentStructure);
}

void Case::setCurrentStructure(int structure) {
  std::string uid;
  if (structure >= 0 && structure < static_cast<int>(structures().size()))
    uid = structures()[static_cast<std::size_t>(structure)].structure.trackingUid;
  if (uid == d->currentStructure) return;
  d->currentStructure = std::move(uid);
  Q_EMIT currentStructureChanged();
}

void Case::Private::find(const QString& what, std::function<Expected<std::vector<Segmented>>(Progress&)> job) {
  if (!volume || loading) return void(Q_EMIT self->refused({"no-scan", {}, {}}));
  const auto work = [job = std::move(job)](Progress& progress) -> Expected<std::vector<Found>> {
    planning::ProgressPart finding(progress, 0, 0.8);
    auto found = job(finding);
    if (!found) return tl::unexpected(found.error());
    progress.advance(0.8);
    std::vector<Found> measured;
    for (Segmented& one : *found)
      measured.push_back({planning::anatomy::measure(std::move(one.structure)), std::move(one.findings)});
    return measured;
  };
  background.run<std::vector<Found>>(Background::Kind::Segmentation, what, work,
                                     [this](Expected<std::vector<Found>> found) {
                                       found ? takeFound(std::move(*found)) : void(Q_EMIT self->refused(found.error()));
                                     });
}

/// All in one undo step; the first is then the current one.
void Case::Private::takeFound(std::vector<Found> found) {
  QStringList names;
  CaseDraft named = draft;
  for (Found& one : found) {
    auto& structure = one.measured.structure;
    structure.name = uniqueName(named, structure.name);
    structure.trackingUid = io::newUid();
    structure.colour = structureColour(structure.kind, named.structures.size());
    for (auto& finding : one.findings) structureFindings.push_back({structure.trackingUid, std::move(finding)});
    names += QString::fromStdString(structure.name);
    named.structures.push_back(std::move(one.measured));
  }
  const auto first = static_cast<int>(draft.structures.size());
  editGeometry(tr("Find %1").arg(names.join(", ")), [&](CaseDraft& next) { next.structures = named.structures; });
  self->setCurrentStructure(first);
  Q_EMIT self->message(tr("%1 found; check it and confirm it").arg(names.join(", ")));
}

void Case::findBone() {
  if (!d->volume) return;
  const auto vessels = joined(structures(), {Kind::Artery, Kind::Vein, Kind::Vessel}, *d->volume->hu);
  d->find(tr("Finding the bone"), [scan = d->volume, vessels](Progress& progress) {
    auto found = planning::anatomy::findBone(*scan, progress, {}, vessels.GetPointer());
    if (found) found->structure.name = tr("Bone").toStdString();
    return alone(std::move(found));
  });
}

void Case::findVessels() {
  if (!d->volume) return;
  const auto bone = joined(structures(), {Kind::Bone}, *d->volume->hu);
  d->find(tr("Finding the vessels"), [scan = d->volume, bone](Progress& progress) {
    auto found = planning::anatomy::findContrastVessels(*scan, bone.GetPointer(), progress);
    if (!found) return found;
    for (Segmented& vessel : *found) vessel.structure.name = tr("Vessel").toStdString();
    return found;
  });
}

void Case::growVessel(const planning::Point& inside) {
  if (!d->volume) return;
  const auto bone = joined(structures(), {Kind::Bone}, *d->volume->hu);
  d->find(tr("Growing the vessel"), [scan = d->volume, bone, inside](Progress& progress) {
    auto found = planning::anatomy::findVessels(*scan, {inside}, progress, {}, bone.GetPointer());
    if (found) found->structure.name = tr("Vessel").toStdString();
    return alone(std::move(found));
  });
}

void Case::findTubes(const planning::anatomy::TubeSearch& search) {
  if (!d->volume) return;
  d->find(tr("Finding thin vessels"), [scan = d->volume, search](Progress& progress) {
    auto found = planning::anatomy::findTubularVessels(*scan, search, progress);
    if (found) found->structure.name = tr("Thin vessels").toStdString();
    return alone(std::move(found));
  });
}

void Case::addEmptyStructure() {
  if (!d->volume || d->loading) return;
  planning::anatomy::Structure structure;
  structure.name = uniqueName(d->draft, tr("Painted structure").toStdString());
  structure.trackingUid = io::newUid();
  structure.source = planning::anatomy::kPaintedSource;
  structure.colour = structureColour(structure.kind, structures().size());
  structure.shape = planning::anatomy::emptyMask(*d->volume->hu, {{{0, 0, 0}}, {{0, 0, 0}}});
  const std::string uid = structure.trackingUid;
  d->editGeometry(tr("Add structure"), [&](CaseDraft& next) {
    next.structures.push_back(planning::anatomy::measure(std::move(structure)));
  });
  setCurrentStructure(d->indexOf(uid));
}

void Case::editShape(int structure, ShapeEdit edit) {
  if (!d->volume || d->loading) return;
  if (structure < 0 || structure >= static_cast<int>(structures().size()))
    return void(Q_EMIT refused({"no-structure-chosen", {}, {}}));
  const auto& chosen = structures()[static_cast<std::size_t>(structure)].structure;
  if (!maskOf(chosen)) return void(Q_EMIT refused({"not-a-mask", chosen.name, {}}));
  d->shapeEdits.push_back({chosen.trackingUid, std::move(edit)});
  if (d->shapeEdits.size() == 1) d->startShapeEdit();
}

bool Case::isEditingShapes() const {
  return !d->shapeEdits.empty();
}

void Case::Private::startShapeEdit() {
  while (!shapeEdits.empty() && indexOf(shapeEdits.front().structureUid) < 0) shapeEdits.pop_front();
  if (shapeEdits.empty()) return void(Q_EMIT self->shapeEditsEnded());
  const auto& waiting = shapeEdits.front();
  const auto& structure = draft.structures[static_cast<std::size_t>(indexOf(waiting.structureUid))].structure;
  const auto before = std::get<Mask::Pointer>(structure.shape);
  background.run<MeasuredStructure>(
      Background::Kind::ShapeEdit, waiting.edit.text,
      [structure, edit = waiting.edit, scan = volume](Progress& progress) {
        return changed(structure, edit, *scan, progress);
      },
      [this, before](Expected<MeasuredStructure> result) { takeShape(before, std::move(result)); });
}

/// The shape may have been undone, and the structure removed or renamed, since the edit was begun.
void Case::Private::takeShape(const Mask::Pointer& before, Expected<MeasuredStructure> result) {
  if (shapeEdits.empty()) return;
  const WaitingEdit done = shapeEdits.front();
  const int index = indexOf(done.structureUid);
  const auto place = static_cast<std::size_t>(index);
  if (index >= 0 && std::get<Mask::Pointer>(draft.structures[place].structure.shape) != before) return startShapeEdit();
  shapeEdits.pop_front();
  if (!result)
    Q_EMIT self->refused(result.error());
  else if (index >= 0)
    editGeometry(done.edit.text, [&](CaseDraft& next) {
      auto& measured = next.structures[place];
      auto& structure = measured.structure;
      structure.shape = result->structure.shape;
      structure.source = planning::anatomy::editedSource(structure.source);
      structure.sourceSopClassUid.clear(), structure.sourceSopInstanceUid.clear(), structure.sourceNumber.reset();
      structure.confirmed = false;  // a person confirmed another shape
      measured.surface = result->surface;
      measured.field = result->field;
      measured.errorBoundMm = result->errorBoundMm;
      measured.beingMeasured = false;
    });
  startShapeEdit();
}

/// Nothing is edited any more; what was waiting is not done.
void Case::Private::endShapeEdits() {
  background.cancel(Background::Kind::ShapeEdit);
  if (shapeEdits.empty()) return;
  shapeEdits.clear();
  Q_EMIT self->shapeEditsEnded();
}

/// The steps before and after are at hand. The shapes that only other steps have are packed; one that comes back is
/// measured in the background, that of the case first.
void Case::Private::tidyUndo() {
  std::vector<const KeptDraft*> next;
  for (int n = std::max(0, undo.index() - 1); n <= std::min(undo.count() - 1, undo.index()); ++n)
    if (const auto* command = dynamic_cast<const EditCommand*>(undo.command(n)))
      next.insert(next.end(), {&command->before(), &command->after()});
  kept.keepReady(next);
  const auto shape = shapeToMeasure(next);
  if (shape && shape == measuredShape && background.isBusy(Background::Kind::Undo)) return;
  measuredShape = shape;
  if (!shape) return background.cancel(Background::Kind::Undo);
  background.run<MeasuredStructure>(
      Background::Kind::Undo, tr("Measuring an earlier shape"),
      [mask = shape->maskMaker()](Progress& progress) {
        planning::anatomy::Structure structure;
        structure.shape = mask();
        return planning::anatomy::measure(std::move(structure), progress);
      },
      [this, shape](Expected<MeasuredStructure> measured) {
        measured ? takeMeasured(*shape, *measured) : void(Q_EMIT self->refused(measured.error()));
      });
}

/// Null when all are measured.
std::shared_ptr<KeptShape> Case::Private::shapeToMeasure(const std::vector<const KeptDraft*>& next) {
  if (const auto* shown = planning::anatomy::firstBeingMeasured(draft.structures)) return kept.shapeOf(*shown);
  for (const KeptDraft* step : next)
    for (const auto& shape : step->shapes)
      if (shape && !shape->isMeasured()) return shape;
  return nullptr;
}

void Case::Private::takeMeasured(KeptShape& shape, const MeasuredStructure& measured) {
  shape.take(measured);
  CaseDraft next = draft;
  for (auto& one : next.structures)
    if (one.beingMeasured && shape.isOf(one)) shape.putInto(one);
  if (!sameStructures(draft, next)) apply(std::move(next));
  tidyUndo();
}

}  // namespace app
