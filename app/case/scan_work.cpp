#include "app/case/scan_work.h"

#include <algorithm>
#include <utility>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/demo/demo.h"
#include "app/work/background.h"
#include "app/work/reporter.h"
#include "io/reading/ct_reader.h"

namespace app {

using planning::Expected;
using planning::Progress;

ScanWork::ScanWork(ShownScan& shown, PlanDocument& document, Background& background, Reporter& reporter)
    : shown_(shown), document_(document), background_(background), reporter_(reporter) {}

void ScanWork::scanPath(const QString& path) {
  scan(path, tr("Searching for series"), [file = std::filesystem::path(path.toStdU16String())](Progress& progress) {
    return io::dicom::scan(file, progress);
  });
}

void ScanWork::scanDemo(const QString& folder) {
  scan(folder, tr("Making the demo case"), [root = std::filesystem::path(folder.toStdU16String())](Progress& progress) {
    if (!std::filesystem::exists(root / "answers.json"))  // it is written last
      if (const auto made = commands::writeDemo(root, {}, progress); !made)
        return Expected<io::dicom::ScanResult>(tl::unexpected(made.error()));
    return io::dicom::scan(root, progress);
  });
}

void ScanWork::scan(const QString& path, const QString& what,
                    std::function<Expected<io::dicom::ScanResult>(Progress&)> job) {
  background_.run<io::dicom::ScanResult>(Background::Kind::Scan, what, std::move(job),
                                         [this, path](Expected<io::dicom::ScanResult> result) {
                                           if (!result) return void(Q_EMIT reporter_.refused(result.error()));
                                           found_ = std::move(*result);
                                           scannedPath_ = path;
                                           shown_.setOffersSeries(!found_.series.empty());
                                           Q_EMIT scanned(found_);
                                         });
}

void ScanWork::openSeries(const io::dicom::SeriesInfo& series) {
  if (!series.loadable)
    return void(Q_EMIT reporter_.refused(
        series.refusal.value_or(planning::Error{"not-loadable", series.identity.seriesUid, {}})));
  close();
  openedPart_ = series.part;
  shown_.setLoading(true);
  const int number = ++readNumber_;
  const auto arrived = [this, number, first = true](const planning::Volume& volume, int k) mutable {
    auto partial = std::exchange(first, false) ? std::make_shared<const planning::Volume>(volume) : nullptr;
    QMetaObject::invokeMethod(this, [this, number, partial, k] {
      if (number != readNumber_ || !shown_.isLoading()) return;
      if (partial) takeFirstSlice(partial);
      Q_EMIT shown_.sliceArrived(k);
    });
  };
  background_.run<planning::Volume>(
      Background::Kind::Read, tr("Loading"),
      [series, arrived](Progress& progress) { return io::readCt(series, progress, arrived); },
      [this](Expected<planning::Volume> result) { take(std::move(result)); });
}

void ScanWork::begin(std::shared_ptr<const planning::Volume> opened) {
  shown_.begin(std::move(opened));
  document_.open(emptyDraft());
}

void ScanWork::takeFirstSlice(std::shared_ptr<const planning::Volume> partial) {
  begin(std::move(partial));
  announce();
}

void ScanWork::take(Expected<planning::Volume> result) {
  if (!result) {
    clear();
    return void(Q_EMIT reporter_.refused(result.error()));
  }
  auto whole = std::make_shared<const planning::Volume>(std::move(*result));
  const bool shown = shown_.volume() && shown_.volume()->hu == whole->hu;
  shown_.setLoading(false);
  if (shown) {
    shown_.take(std::move(whole));
    document_.reassess();
  } else {
    begin(std::move(whole));
    announce();
  }
  findSkin();
  Q_EMIT opened();
}

void ScanWork::findSkin() {
  background_.run<planning::anatomy::Skin>(
      Background::Kind::Skin, tr("Finding the skin"),
      [scan = shown_.volume()](Progress& progress) { return planning::anatomy::findSkin(*scan, progress); },
      [this](Expected<planning::anatomy::Skin> found) {
        if (!found) return void(Q_EMIT reporter_.refused(found.error()));
        shown_.take(std::make_shared<const planning::anatomy::Skin>(std::move(*found)));
        document_.amend([](PlanDraft&) {});
        Q_EMIT shown_.skinChanged();
        Q_EMIT document_.planChanged();
      });
}

void ScanWork::adoptScan(std::shared_ptr<const planning::Volume> volume,
                         std::shared_ptr<const planning::anatomy::Skin> skin,
                         std::vector<planning::anatomy::MeasuredStructure> structures) {
  close();
  PlanDraft draft = emptyDraft();
  append(draft, std::move(structures));
  deriveDefaults(draft);
  shown_.begin(std::move(volume));
  shown_.take(std::move(skin));
  document_.open(std::move(draft));
  announce();
}

void ScanWork::cancel() {
  const bool wasLoading = shown_.isLoading();
  const bool any = background_.cancelAll();
  Q_EMIT cancelled();
  if (!any) return;
  if (wasLoading) clear();
  Q_EMIT reporter_.message(tr("Cancelled"));
}

void ScanWork::close() {
  for (const auto kind :
       {Background::Kind::Read, Background::Kind::Skin, Background::Kind::Structures, Background::Kind::Segmentation,
        Background::Kind::Spine, Background::Kind::Undo, Background::Kind::Opening, Background::Kind::Nerves})
    background_.cancel(kind);
  clear();
}

void ScanWork::clear() {
  openedPart_.clear();
  Q_EMIT closing();
  shown_.forget();
  document_.open({});
  announce();
}

void ScanWork::announce() {
  Q_EMIT shown_.volumeChanged();
  Q_EMIT shown_.skinChanged();
  Q_EMIT shown_.crosshairChanged();
  document_.announce();
}

}  // namespace app
