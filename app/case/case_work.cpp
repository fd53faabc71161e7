#include <algorithm>
#include <utility>

#include "app/case/case_private.h"
#include "app/demo/demo.h"
#include "app/look/style.h"
#include "io/files/uid.h"
#include "io/reading/ct_reader.h"
#include "io/reading/structure_reader.h"

namespace app {
namespace {

using planning::Expected;
using planning::Progress;
using planning::anatomy::MeasuredStructure;

struct LoadedStructures {
  io::StructureSet set;  ///< its structures have moved into `measured`
  std::vector<MeasuredStructure> measured;
};

Expected<LoadedStructures> readAndMeasure(const std::filesystem::path& file, const planning::Volume& scan,
                                          Progress& progress) {
  planning::ProgressPart reading(progress, 0, 0.5);
  auto set = io::readStructures(file, scan, reading);
  if (!set) return tl::unexpected(set.error());
  LoadedStructures loaded{std::move(*set), {}};
  const double count = static_cast<double>(loaded.set.structures.size());
  for (auto& structure : loaded.set.structures) {
    if (progress.stopRequested()) return planning::refuse("cancelled");
    loaded.measured.push_back(planning::anatomy::measure(std::move(structure)));
    progress.advance(0.5 + 0.5 * static_cast<double>(loaded.measured.size()) / count);
  }
  return loaded;
}

/// The structures of a file take their place among those of the case.
void append(CaseDraft& draft, std::vector<MeasuredStructure> loaded) {
  for (auto& measured : loaded) {
    auto& structure = measured.structure;
    structure.name = uniqueName(draft, structure.name);
    if (structure.trackingUid.empty()) structure.trackingUid = io::newUid();
    if (structure.colour == planning::anatomy::Structure{}.colour)
      structure.colour = structureColour(structure.kind, draft.structures.size());
    draft.structures.push_back(std::move(measured));
  }
}

planning::Point middleOf(const planning::Volume& volume) {
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  planning::Volume::Image::IndexType middle;
  for (unsigned axis = 0; axis < 3; ++axis) middle[axis] = static_cast<itk::IndexValueType>(size[axis] / 2);
  planning::Point place;
  volume.hu->TransformIndexToPhysicalPoint(middle, place);
  return place;
}

}  // namespace

void Case::scanPath(const QString& path) {
  d->scan(path, tr("Searching for series"), [file = std::filesystem::path(path.toStdU16String())](Progress& progress) {
    return io::dicom::scan(file, progress);
  });
}

void Case::scanDemo(const QString& folder) {
  d->scan(folder, tr("Making the demo case"),
          [root = std::filesystem::path(folder.toStdU16String())](Progress& progress) {
            if (!std::filesystem::exists(root / "answers.json"))  // it is written last
              if (const auto made = commands::writeDemo(root, {}, progress); !made)
                return Expected<io::dicom::ScanResult>(tl::unexpected(made.error()));
            return io::dicom::scan(root, progress);
          });
}

void Case::Private::scan(const QString& path, const QString& what,
                         std::function<Expected<io::dicom::ScanResult>(Progress&)> job) {
  background.run<io::dicom::ScanResult>(Background::Kind::Scan, what, std::move(job),
                                        [this, path](Expected<io::dicom::ScanResult> result) {
                                          if (!result) return void(Q_EMIT self->refused(result.error()));
                                          scanResult = std::move(*result);
                                          scannedPath = path;
                                          Q_EMIT self->scanned(scanResult);
                                        });
}

void Case::openSeries(const io::dicom::SeriesInfo& series) {
  if (!series.loadable)
    return void(
        Q_EMIT refused(series.refusal.value_or(planning::Error{"not-loadable", series.identity.seriesUid, {}})));
  close();
  d->loading = true;
  const int number = ++d->readNumber;
  const auto arrived = [this, number, first = true](const planning::Volume& volume, int k) mutable {
    auto partial = std::exchange(first, false) ? std::make_shared<const planning::Volume>(volume) : nullptr;
    QMetaObject::invokeMethod(this, [this, number, partial, k] {
      if (number != d->readNumber || !d->loading) return;
      if (partial) d->firstSlice(partial);
      Q_EMIT sliceArrived(k);
    });
  };
  d->background.run<planning::Volume>(
      Background::Kind::Read, tr("Loading"),
      [series, arrived](Progress& progress) { return io::readCt(series, progress, arrived); },
      [this](Expected<planning::Volume> result) { d->volumeRead(std::move(result)); });
}

void Case::Private::openFirst(std::shared_ptr<const planning::Volume> opened) {
  volume = std::move(opened);
  crosshair = middleOf(*volume);
  draft = emptyDraft();
  reassess();
}

void Case::Private::firstSlice(std::shared_ptr<const planning::Volume> partial) {
  openFirst(std::move(partial));
  announceAll();
}

void Case::Private::volumeRead(Expected<planning::Volume> result) {
  if (!result) {
    clear();
    announceAll();
    return void(Q_EMIT self->refused(result.error()));
  }
  auto whole = std::make_shared<const planning::Volume>(std::move(*result));
  const bool shown = volume && volume->hu == whole->hu;
  loading = false;
  if (shown) {
    volume = std::move(whole);
    reassess();
    Q_EMIT self->planChanged();
  } else {
    openFirst(std::move(whole));
    announceAll();
  }
  startSkin();
  reopened ? applyReopened() : startStructures();
}

void Case::Private::startSkin() {
  background.run<planning::anatomy::Skin>(
      Background::Kind::Skin, tr("Finding the skin"),
      [scan = volume](Progress& progress) { return planning::anatomy::findSkin(*scan, progress); },
      [this](Expected<planning::anatomy::Skin> found) {
        if (!found) return void(Q_EMIT self->refused(found.error()));
        skin = std::make_shared<const planning::anatomy::Skin>(std::move(*found));
        reassess();
        Q_EMIT self->skinChanged();
        Q_EMIT self->planChanged();
      });
}

void Case::loadStructures(const QString& file) {
  if (!d->volume && !d->loading) return void(Q_EMIT refused({"no-scan", file.toStdString(), {}}));
  d->structureFiles.push_back(file);
  if (!d->loading && !d->background.isBusy(Background::Kind::Structures)) d->startStructures();
}

void Case::Private::startStructures() {
  if (structureFiles.empty()) return reopened ? restoreStructures() : void();
  const QString file = structureFiles.front();
  structureFiles.pop_front();
  background.run<LoadedStructures>(
      Background::Kind::Structures, tr("Reading structures"),
      [path = std::filesystem::path(file.toStdU16String()), scan = volume](Progress& progress) {
        return readAndMeasure(path, *scan, progress);
      },
      [this, file](Expected<LoadedStructures> loaded) {
        if (!loaded)
          Q_EMIT self->refused(loaded.error());
        else
          takeStructures(file, std::move(loaded->set), std::move(loaded->measured));
        startStructures();
      });
}

void Case::Private::takeStructures(const QString& file, io::StructureSet set, std::vector<MeasuredStructure> measured) {
  const std::string uid =
      set.identity.instances.empty() ? std::string{} : set.identity.instances.front().sopInstanceUid;
  if (holdsObject(uid)) return void(Q_EMIT self->refused({"structures-already-open", file.toStdString(), {}}));
  if (!uid.empty()) evidence[uid] = set.identity;
  for (auto& finding : set.findings) structureFindings.push_back({uid, std::move(finding)});
  editGeometry(tr("Open structures"), [&](CaseDraft& next) { append(next, std::move(measured)); });
}

void Case::adoptScan(std::shared_ptr<const planning::Volume> volume,
                     std::shared_ptr<const planning::anatomy::Skin> skin, std::vector<MeasuredStructure> structures) {
  close();
  d->openFirst(std::move(volume));
  d->skin = std::move(skin);
  append(d->draft, std::move(structures));
  deriveDefaults(d->draft);
  d->reassess();
  d->announceAll();
}

void Case::cancelWork() {
  const bool wasLoading = d->loading;
  d->structureFiles.clear();
  d->reopened.reset();
  const bool any = d->background.cancelAll();
  d->endShapeEdits();
  if (!any) return;
  d->tidyUndo();  // what is shown stays no shape that nobody measures
  if (wasLoading) {
    d->clear();
    d->announceAll();
  }
  Q_EMIT message(tr("Cancelled"));
}

void Case::close() {
  for (const auto kind : {Background::Kind::Read, Background::Kind::Skin, Background::Kind::Structures,
                          Background::Kind::Segmentation, Background::Kind::Spine, Background::Kind::Undo})
    d->background.cancel(kind);
  d->endShapeEdits();
  d->keeper.forget();
  d->clear();
  d->announceAll();
}

void Case::Private::announceAll() {
  Q_EMIT self->volumeChanged();
  Q_EMIT self->skinChanged();
  Q_EMIT self->structuresChanged();
  Q_EMIT self->levelsChanged();
  Q_EMIT self->currentNeedleChanged();
  Q_EMIT self->crosshairChanged();
  Q_EMIT self->planChanged();
}

}  // namespace app
