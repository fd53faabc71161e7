#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSettings>

#include <algorithm>
#include <utility>

#include "app/archive/archive_page.h"
#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/fluoroscopy_page.h"
#include "app/look/file_dialogs.h"
#include "app/pacs/fetched_studies.h"
#include "app/panels/series_panel.h"
#include "app/review/review_page.h"
#include "app/window/main_window.h"
#include "app/window/plan_page.h"
#include "app/work/folders.h"
#include "app/work/series_choice.h"
#include "io/reading/report_reader.h"

namespace app {
namespace {

using io::dicom::SeriesInfo;

std::vector<SeriesInfo> structuresOf(const SeriesInfo& scan, const io::dicom::ScanResult& result) {
  std::vector<SeriesInfo> beside;
  for (const auto& series : result.series)
    if (panels::holdsStructures(series) && !scan.identity.frameOfReferenceUid.empty() &&
        samePatient(series.identity.patient, scan.identity.patient) &&
        series.identity.frameOfReferenceUid == scan.identity.frameOfReferenceUid)
      beside.push_back(series);
  return beside;
}

/// The scan to open without asking: the one that every command takes, or of several the only one that structures were
/// made for, or by far the largest of these.
std::optional<SeriesInfo> onlyScan(const io::dicom::ScanResult& result) {
  if (auto only = chooseSeries(result, {})) return std::move(*only);
  std::vector<SeriesInfo> withStructures;
  for (const auto& scan : volumesIn(result))
    if (scan.loadable && scan.part.empty() && !structuresOf(scan, result).empty()) withStructures.push_back(scan);
  // A control of a few slices lies beside the scan that was planned on, in its frame of reference.
  std::stable_sort(withStructures.begin(), withStructures.end(),
                   [](const auto& a, const auto& b) { return a.files.size() > b.files.size(); });
  const bool clear =
      withStructures.size() == 1 ||
      (withStructures.size() > 1 && withStructures[0].files.size() >= 2 * withStructures[1].files.size());
  return clear ? std::optional(withStructures.front()) : std::nullopt;
}

bool holds(const io::dicom::ScanResult& result, const std::string& seriesUid) {
  return std::any_of(result.series.begin(), result.series.end(),
                     [&](const SeriesInfo& info) { return info.identity.seriesUid == seriesUid; });
}

}  // namespace

void MainWindow::askFolder() {
  const QString folder = folderFromDialog(this, tr("Open folder"), scanFolder());
  if (!folder.isEmpty()) openPath(folder);
}

void MainWindow::askStructures() {
  const QString file = fileFromDialog(this, tr("Open structures"), scanFolder());
  if (!file.isEmpty()) case_.structureFiles().load(file);
}

void MainWindow::askPlan() {
  const QString file = fileFromDialog(this, tr("Open plan"), planFolder(), tr("Plans (*.dcm);;All files (*)"));
  if (file.isEmpty()) return;
  reports_.read(file, [this, file](auto report) {
    report ? takeReport(file, std::move(*report)) : Q_EMIT reporter_.refused(report.error());
  });
}

void MainWindow::askNeedle() {
  const QString file = fileFromDialog(this, tr("Open needle from file"), planFolder(),
                                      tr("Slicer markups and reports (*.mrk.json *.dcm);;All files (*)"));
  if (file.isEmpty()) return;
  goTo(plan_);
  case_.files().openNeedle(file);
}

void MainWindow::askExport() {
  const QString file =
      newFileFromDialog(this, tr("Export plan"), planFolder() + "/plan.mrk.json",
                        tr("Slicer markups, LPS mm (*.mrk.json);;Surfaces, LPS mm (*.obj *.stl);;Numbers (*.csv)"));
  if (!file.isEmpty()) case_.files().exportPlan(file);
}

void MainWindow::askControl() {
  const QString file =
      fileFromDialog(this, tr("Open a saved control"), archiveFolder(), tr("Controls (*.dcm);;All files (*)"));
  if (!file.isEmpty()) openControl(file);
}

bool MainWindow::savePlanAs(const QString& file, bool complete) {
  return plan_->saveAs(file, complete);
}

/// So that a plan of the archive opens with its scan.
void MainWindow::rememberScanOf(const QString& savedPlan) {
  const std::string& planned = case_.shownScan().plan().choices.scan.seriesUid;
  if (isInArchive(savedPlan) && holds(case_.work().lastScan(), planned))
    archive_->rememberScan(planned, opening_.path());
}

void MainWindow::openPath(const QString& path) {
  if (!QFileInfo(path).isFile()) return scan(path);
  reports_.read(path, [this, path](auto report) { takeFile(path, std::move(report)); });
}

void MainWindow::takeFile(const QString& path, planning::Expected<io::report::ReadReport> report) {
  if (report) return takeReport(path, std::move(*report));
  case_.shownScan().volume() ? case_.structureFiles().load(path) : scan(path);
}

void MainWindow::takeReport(const QString& file, io::report::ReadReport report) {
  report.isControl ? takeControl(file, std::move(report.content)) : takePlan({file, std::move(report.content.actual)});
}

void MainWindow::scan(const QString& path, std::optional<PlanFile> waiting) {
  pacs::useFetched(path.toStdU16String(), fetchedFolder().toStdU16String());
  opening_.begin(path, std::move(waiting));
  case_.work().scanPath(path);
}

Page& MainWindow::pageOf(const planning::Plan& plan) const {
  if (plan.choices.fluoroscopy) return *fluoroscopy_;
  return *plan_;
}

void MainWindow::takePlan(PlanFile read) {
  if (!pageOf(read.plan).mayLeave()) return;
  if (!case_.work().lastScan().series.empty() || case_.shownScan().volume()) return openReadPlan(std::move(read));
  const QString folder = QFileInfo(read.file).absolutePath();
  scan(folder, std::move(read));
}

void MainWindow::openReadPlan(PlanFile read) {
  if (!read.plan.choices.fluoroscopy) return plan_->openPlan(read.file, std::move(read.plan), read.recovers);
  fluoroscopy_->openPlan(read.file, read.plan, read.recovers);
  goTo(fluoroscopy_);
}

void MainWindow::openControl(const QString& file) {
  reports_.read(file, [this, file](auto report) {
    if (!report) return void(Q_EMIT reporter_.refused(report.error()));
    if (!report->isControl) return void(Q_EMIT reporter_.refused({"not-a-control", file.toStdString(), "plan"}));
    takeControl(file, std::move(report->content));
  });
}

void MainWindow::takeControl(const QString& file, planning::review::Control control) {
  if (!review_->mayLeave()) return;
  QStringList folders{archive_->scanFolder(control.actual.choices.scan.seriesUid)};
  const auto plan = archive_->report(control.plan.sopInstanceUid);
  if (plan) folders += archive_->scanFolder(plan->scanSeriesUid);
  if (!isInArchive(file)) folders += QFileInfo(file).absolutePath();
  folders.removeAll(QString());
  folders.removeDuplicates();
  goTo(review_);
  std::vector<std::filesystem::path> places;
  for (const QString& folder : folders) places.emplace_back(folder.toStdU16String());
  review_->review().openRecord(file, std::move(control), plan ? plan->file : std::filesystem::path(), places);
}

/// A plan of the archive; where its scan was last opened from, its structures and its voxels may lie.
void MainWindow::reviewPlan(const QString& file, const std::string& scanSeriesUid) {
  if (!review_->mayLeave()) return;
  std::vector<std::filesystem::path> folders;
  if (const QString folder = archive_->scanFolder(scanSeriesUid); !folder.isEmpty())
    folders.emplace_back(folder.toStdU16String());
  goTo(review_);  // first: the page takes the plan that is open when it is shown
  review_->reviewPlan(file, folders);
}

void MainWindow::openArchivedPlan(const QString& file) {
  reports_.read(file, [this, file](auto report) {
    if (!report) return void(Q_EMIT reporter_.refused(report.error()));
    if (report->isControl)
      return void(Q_EMIT reporter_.refused({"not-a-plan", file.toStdString(), "control of a plan"}));
    openArchived({file, std::move(report->content.actual)});
  });
}

void MainWindow::openArchived(PlanFile read) {
  const std::string planned = read.plan.choices.scan.seriesUid;
  const bool known = holds(case_.work().lastScan(), planned);
  QString folder = known ? QString() : archive_->scanFolder(planned);
  if (!known && folder.isEmpty())
    folder = folderFromDialog(this, tr("Open the folder that holds the plan's scan"), scanFolder());
  if ((!known && folder.isEmpty()) || !pageOf(read.plan).mayLeave()) return;
  goTo(&pageOf(read.plan));
  if (known) return openReadPlan(std::move(read));
  archive_->rememberScan(planned, folder);
  scan(folder, std::move(read));
}

void MainWindow::recover(const LostDraft& draft) {
  reports_.read(draft.file, [this, draft](auto report) {
    if (!report) return void(Q_EMIT reporter_.refused(report.error()));
    scan(draft.scanPath, PlanFile{draft.file, std::move(report->content.actual), true});
  });
}

void MainWindow::openSeries(const io::dicom::SeriesInfo& series) {
  if (panels::holdsStructures(series)) {
    for (const auto& file : series.files) case_.structureFiles().load(QString::fromStdU16String(file.u16string()));
    return;
  }
  if (!series.loadable) return case_.work().openSeries(series);  // says why not
  if (!series.views.empty()) return openRun(series);
  if (!plan_->mayLeave()) return;
  const auto& projections = cases_.fluoroscopy;
  const bool stranger = !projections.isEmpty() && !samePatient(projections.patient(), series.identity.patient);
  if (stranger && !fluoroscopy_->mayLeave()) return;
  plan_->startAnew();
  const io::dicom::SeriesInfo chosen = series;  // the list it stands in may change while it opens
  const auto beside = structuresOf(chosen, case_.work().lastScan());
  case_.work().openSeries(chosen);
  if (!case_.shownScan().isLoading()) return;
  for (const auto& structures : beside) openSeries(structures);
}

void MainWindow::openRun(const io::dicom::SeriesInfo& series) {
  const QString file = QString::fromStdU16String(series.files.front().u16string());
  if (cases_.fluoroscopy.open(file, 0)) goTo(fluoroscopy_);
}

void MainWindow::takeScan(const io::dicom::ScanResult& result) {
  rememberScanFolder(opening_.path(), result);
  if (opening_.endScan()) return openArrived(result);
  if (auto waiting = opening_.takeWaiting()) return openReadPlan(std::move(*waiting));
  const auto scan = onlyScan(result);
  scan ? openSeries(*scan) : takeProjections(result);
}

/// The rest of a study that is open already, or about to be: listed, and no other scan is opened for it.
void MainWindow::listMore(const QString& folder) {
  if (opening_.path() != folder) return;
  if (!opening_.isScanning()) opening_.beginListing(case_.work().lastScan());
  case_.work().scanPath(folder);
}

/// Structures of the open scan that have arrived behind it are opened as those that lay beside it; each is an undo
/// step.
void MainWindow::openArrived(const io::dicom::ScanResult& result) {
  const auto volume = case_.shownScan().volume();
  if (!volume) return;
  const auto listed = opening_.takeListed();
  for (const auto& scan : volumesIn(result)) {
    if (scan.identity.seriesUid != volume->identity.seriesUid) continue;
    for (const auto& structures : structuresOf(scan, result))
      if (!holds(listed, structures.identity.seriesUid)) openSeries(structures);
    return;
  }
}

/// A folder with nothing but projections: its page, and the first run where nothing is open yet.
void MainWindow::takeProjections(const io::dicom::ScanResult& result) {
  const bool anyVolume = std::any_of(result.series.begin(), result.series.end(),
                                     [](const SeriesInfo& series) { return series.geometry.has_value(); });
  const auto first = std::find_if(result.series.begin(), result.series.end(),
                                  [](const SeriesInfo& series) { return series.loadable && !series.views.empty(); });
  if (anyVolume || first == result.series.end()) return;
  if (cases_.fluoroscopy.isEmpty()) openSeries(*first);
  goTo(fluoroscopy_);
}

void MainWindow::openDemo() {
  opening_.begin(demoFolder());
  case_.work().scanDemo(opening_.path());
}

/// What was saved is copied and put into the outbox before the window goes. False: something of it was not done, and
/// the window stays to say so, this once.
bool MainWindow::finishPromised() {
  auto undone = plan_->finishCopies();
  for (auto& error : cases_.outbox.finish()) undone.push_back(std::move(error));
  for (const auto& error : undone) Q_EMIT reporter_.refused(error);
  return undone.empty();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  for (Page* page : pages_)
    if (!page->mayLeave()) return event->ignore();
  if (!finishPromised()) return event->ignore();
  QSettings().setValue("window/geometry", saveGeometry());
  plan_->keepLayout();
  std::for_each(pages_.rbegin(), pages_.rend(),
                [](Page* page) { page->leave(); });  // the plan's, which others use, last
  event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  for (const QUrl& url : event->mimeData()->urls())
    if (url.isLocalFile()) openPath(url.toLocalFile());
}

}  // namespace app
