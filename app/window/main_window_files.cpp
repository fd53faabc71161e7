#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

#include "app/archive/archive_page.h"
#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/look/file_dialogs.h"
#include "app/look/message_strip.h"
#include "app/panels/series_panel.h"
#include "app/practice/session.h"
#include "app/review/review_page.h"
#include "app/views/views_area.h"
#include "app/window/main_window.h"
#include "io/reading/report_reader.h"

namespace app {
namespace {

using io::dicom::SeriesInfo;

constexpr const char* kScanFolder = "folders/scans";
constexpr const char* kPlanFolder = "folders/plans";

QString remembered(const char* key) {
  return QSettings().value(key, QStandardPaths::writableLocation(QStandardPaths::HomeLocation)).toString();
}

/// Words of three letters and more by which a path would name a patient.
QStringList tellingWords(const io::dicom::ScanResult& result) {
  QStringList words;
  for (const auto& series : result.series) {
    const auto& patient = series.identity.patient;
    for (const auto* text : {&patient.name, &patient.id, &series.identity.study.accessionNumber})
      words += QString::fromStdString(*text).split(QRegularExpression("[^\\w]+"), Qt::SkipEmptyParts);
  }
  words.removeIf([](const QString& word) { return word.size() < 3; });
  words.removeDuplicates();
  return words;
}

std::vector<SeriesInfo> structuresOf(const SeriesInfo& scan, const io::dicom::ScanResult& result) {
  std::vector<SeriesInfo> beside;
  for (const auto& series : result.series)
    if (panels::holdsStructures(series) && !scan.identity.frameOfReferenceUid.empty() &&
        samePatient(series.identity.patient, scan.identity.patient) &&
        series.identity.frameOfReferenceUid == scan.identity.frameOfReferenceUid)
      beside.push_back(series);
  return beside;
}

/// The scan to open without asking: the only one there is, or the only one that structures were made for, or by far the
/// largest of these.
std::optional<SeriesInfo> onlyScan(const io::dicom::ScanResult& result) {
  std::vector<SeriesInfo> scans, withStructures;
  for (const auto& series : result.series)
    if (series.loadable && series.geometry && series.identity.modality == "CT") scans.push_back(series);
  for (const auto& scan : scans)
    if (!structuresOf(scan, result).empty()) withStructures.push_back(scan);
  if (scans.size() == 1) return scans.front();
  // A control of a few slices lies beside the scan that was planned on, in its frame of reference.
  std::stable_sort(withStructures.begin(), withStructures.end(),
                   [](const auto& a, const auto& b) { return a.files.size() > b.files.size(); });
  const bool clear =
      withStructures.size() == 1 ||
      (withStructures.size() > 1 && withStructures[0].files.size() >= 2 * withStructures[1].files.size());
  return clear ? std::optional(withStructures.front()) : std::nullopt;
}

int askUnsaved(QWidget* window, const QString& text) {
  QMessageBox question(QMessageBox::Question, MainWindow::tr("Unsaved plan"), text,
                       QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window);
  question.setObjectName("unsavedQuestion");
  return question.exec();
}

}  // namespace

QString folderWithoutPatient(const QString& path, const io::dicom::ScanResult& result) {
  const QStringList words = tellingWords(result);
  QDir folder(QFileInfo(path).absoluteFilePath());
  folder =
      QDir(QFileInfo(folder.absolutePath()).absolutePath());  // what was chosen is the patient's; above it, perhaps not
  const auto tells = [&words](const QString& text) {
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
  };
  while (tells(folder.absolutePath()) && !folder.isRoot())
    folder = QDir(QFileInfo(folder.absolutePath()).absolutePath());
  return folder.absolutePath();
}

QString MainWindow::draftFolder() {
  return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/drafts";
}

void MainWindow::rememberFolder(const QString& path) {
  const bool ours = path.startsWith(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
  if (!path.isEmpty() && !ours) QSettings().setValue(kScanFolder, folderWithoutPatient(path, case_.lastScan()));
}

void MainWindow::askFolder() {
  const QString folder = folderFromDialog(this, tr("Open folder"), remembered(kScanFolder));
  if (!folder.isEmpty()) openPath(folder);
}

void MainWindow::askStructures() {
  const QString file = fileFromDialog(this, tr("Open structures"), remembered(kScanFolder));
  if (!file.isEmpty()) case_.loadStructures(file);
}

void MainWindow::askPlan() {
  const QString file =
      fileFromDialog(this, tr("Open plan"), remembered(kPlanFolder), tr("Plans (*.dcm);;All files (*)"));
  if (file.isEmpty()) return;
  reports_.read(file, [this, file](auto report) {
    report ? takeReport(file, std::move(*report)) : Q_EMIT case_.refused(report.error());
  });
}

void MainWindow::askControl() {
  const QString file =
      fileFromDialog(this, tr("Open a saved control"), archive::archiveFolder(), tr("Controls (*.dcm);;All files (*)"));
  if (!file.isEmpty()) openControl(file);
}

bool MainWindow::askSaveFluoroscopy() {
  auto& model = fluoroscopy::FluoroscopyCase::of(case_);
  if (model.isEmpty()) return false;
  QString file = fluoroscopyFile_;
  if (file.isEmpty())
    file = newFileFromDialog(this, tr("Save plan"), remembered(kPlanFolder) + "/fluoroscopy-plan.dcm",
                             tr("Plans (*.dcm)"));
  if (file.isEmpty() || !model.savePlan(file)) return false;
  fluoroscopyFile_ = file;
  QSettings().setValue(kPlanFolder, folderWithoutPatient(file, case_.lastScan()));
  return true;
}

/// The next version of a control goes where the last one went, but in the archive every version keeps its file.
bool MainWindow::askSaveControl() {
  auto& model = review_->review();
  const QString& before = model.savedFile();
  QString file = before;
  if (before.isEmpty())
    file = newFileFromDialog(this, tr("Save control"), archive::freshArchiveFile(QStringLiteral("control")),
                             tr("Controls (*.dcm)"));
  else if (archive::isInArchive(before))
    file = archive::freshArchiveFile(QStringLiteral("control"));
  if (file.isEmpty() || !model.saveControl(file)) return false;
  if (archive::isInArchive(file)) archive_->rememberScan(model.control()->identity.seriesUid, model.controlPath());
  return true;
}

bool MainWindow::mayLeaveFluoroscopy() {
  if (!fluoroscopy::FluoroscopyCase::of(case_).hasUnsavedChanges()) return true;
  const int answer = askUnsaved(this, tr("The plan on fluoroscopy has changes that are not saved."));
  return answer == QMessageBox::Save ? askSaveFluoroscopy() : answer == QMessageBox::Discard;
}

bool MainWindow::mayLeaveReview() {
  if (!review_->review().hasUnsavedMarks()) return true;
  const int answer = askUnsaved(this, tr("The control has changes that are not saved."));
  return answer == QMessageBox::Save ? askSaveControl() : answer == QMessageBox::Discard;
}

void MainWindow::openReadPlan(const QString& file, bool recovers) {
  if (!fluoroscopy::isFluoroscopyPlan(file)) return recovers ? case_.recoverDraft(file) : case_.openPlan(file);
  fluoroscopyFile_ = recovers ? QString() : file;
  fluoroscopy::FluoroscopyCase::of(case_).openPlan(file, recovers);
  goToPage("fluoroscopy");
}

bool MainWindow::askSave(bool complete) {
  if (shows("fluoroscopy")) return askSaveFluoroscopy();
  if (shows("review")) return askSaveControl();
  if (!case_.volume()) return false;
  const QString file = fileToSave();
  return !file.isEmpty() && savePlanAs(file, complete);
}

/// A plan that was saved before goes where it was, but in the archive every version keeps its file.
QString MainWindow::fileToSave() {
  if (planFile_.isEmpty())
    return newFileFromDialog(this, tr("Save plan"), archive::freshArchiveFile(), tr("Plans (*.dcm)"));
  return archive::isInArchive(planFile_) ? archive::freshArchiveFile() : planFile_;
}

bool MainWindow::savePlanAs(const QString& file, bool complete) {
  if (!case_.savePlan(file, complete)) return false;
  planFile_ = file;
  const auto& scanned = case_.lastScan().series;
  const std::string& planned = case_.plan().scan.seriesUid;
  const bool fromThere = std::any_of(scanned.begin(), scanned.end(),
                                     [&](const SeriesInfo& info) { return info.identity.seriesUid == planned; });
  if (archive::isInArchive(file) && fromThere) archive_->rememberScan(planned, scanning_);
  if (!archive::isInArchive(file)) QSettings().setValue(kPlanFolder, folderWithoutPatient(file, case_.lastScan()));
  return true;
}

bool MainWindow::mayLeaveCase() {
  if (!case_.hasUnsavedChanges()) return true;
  const int answer = askUnsaved(this, tr("The plan has changes that are not saved."));
  if (answer == QMessageBox::Save) return askSave(false);
  return answer == QMessageBox::Discard;
}

void MainWindow::openPath(const QString& path) {
  if (!QFileInfo(path).isFile()) return scan(path);
  reports_.read(path, [this, path](auto report) { takeFile(path, std::move(report)); });
}

void MainWindow::takeFile(const QString& path, planning::Expected<io::report::ReadReport> report) {
  if (report) return takeReport(path, std::move(*report));
  case_.volume() ? case_.loadStructures(path) : scan(path);
}

void MainWindow::takeReport(const QString& file, io::report::ReadReport report) {
  const bool onProjections = report.content.actual.fluoroscopy.has_value();
  report.isControl ? takeControl(file, std::move(report.content)) : takePlan(file, onProjections);
}

void MainWindow::scan(const QString& path) {
  planToOpen_.clear();
  scanning_ = path;
  case_.scanPath(path);
}

void MainWindow::takePlan(const QString& file, bool onProjections) {
  if (onProjections ? !mayLeaveFluoroscopy() : !mayLeaveCase()) return;
  if (!onProjections) planFile_ = file;
  if (!case_.lastScan().series.empty() || case_.volume()) return openReadPlan(file, false);
  scan(QFileInfo(file).absolutePath());
  planToOpen_ = file;
}

void MainWindow::openArchivedPlan(const QString& file) {
  const auto plan = io::report::readPlan(file.toStdU16String());
  if (!plan) return void(Q_EMIT case_.refused(plan.error()));
  const auto& series = case_.lastScan().series;
  const bool known = std::any_of(series.begin(), series.end(), [&](const SeriesInfo& info) {
    return info.identity.seriesUid == plan->scan.seriesUid;
  });
  QString folder = known ? QString() : archive_->scanFolder(plan->scan.seriesUid);
  if (!known && folder.isEmpty())
    folder = folderFromDialog(this, tr("Open the folder that holds the plan's scan"), remembered(kScanFolder));
  if ((!known && folder.isEmpty()) || !mayLeaveCase()) return;
  goToPage("plan");
  planFile_ = file;
  if (known) return case_.openPlan(file);
  archive_->rememberScan(plan->scan.seriesUid, folder);
  planToOpen_ = file;
  scanning_ = folder;
  case_.scanPath(folder);
}

void MainWindow::recover(const LostDraft& draft) {
  draftToOpen_ = draft.file;
  scanning_ = draft.scanPath;
  case_.scanPath(draft.scanPath);
}

void MainWindow::openSeries(const io::dicom::SeriesInfo& series) {
  if (panels::holdsStructures(series)) {
    for (const auto& file : series.files) case_.loadStructures(QString::fromStdU16String(file.u16string()));
    return;
  }
  if (!series.views.empty()) {
    if (!series.loadable) return case_.openSeries(series);  // says why not
    if (fluoroscopy::FluoroscopyCase::of(case_).open(QString::fromStdU16String(series.files.front().u16string()), 0))
      goToPage("fluoroscopy");
    return;
  }
  if (series.loadable && !mayLeaveCase()) return;
  const auto& projections = fluoroscopy::FluoroscopyCase::of(case_);
  const bool stranger = !projections.isEmpty() && !samePatient(projections.patient(), series.identity.patient);
  if (series.loadable && stranger && !mayLeaveFluoroscopy()) return;
  planFile_.clear();
  const io::dicom::SeriesInfo chosen = series;  // the list it stands in may change while it opens
  const auto beside = structuresOf(chosen, case_.lastScan());
  case_.openSeries(chosen);
  if (!case_.isLoading()) return;
  for (const auto& structures : beside) openSeries(structures);
}

void MainWindow::takeScan(const io::dicom::ScanResult& result) {
  rememberFolder(scanning_);
  const QString plan = std::exchange(planToOpen_, {}), draft = std::exchange(draftToOpen_, {});
  if (!plan.isEmpty()) return openReadPlan(plan, false);
  if (!draft.isEmpty()) return openReadPlan(draft, true);
  const auto scan = onlyScan(result);
  scan ? openSeries(*scan) : takeProjections(result);
}

/// A folder with nothing but projections: its page, and the first run where nothing is open yet.
void MainWindow::takeProjections(const io::dicom::ScanResult& result) {
  const bool anyVolume = std::any_of(result.series.begin(), result.series.end(),
                                     [](const SeriesInfo& series) { return series.geometry.has_value(); });
  const auto first = std::find_if(result.series.begin(), result.series.end(),
                                  [](const SeriesInfo& series) { return series.loadable && !series.views.empty(); });
  if (anyVolume || first == result.series.end()) return;
  if (fluoroscopy::FluoroscopyCase::of(case_).isEmpty()) openSeries(*first);
  goToPage("fluoroscopy");
}

void MainWindow::openDemo() {
  scanning_ = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/demo-" NEEDLEPLAN_VERSION;
  case_.scanDemo(scanning_);
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!mayLeaveCase() || !mayLeaveFluoroscopy() || !mayLeaveReview()) return event->ignore();
  QSettings settings;
  settings.setValue("window/geometry", saveGeometry());
  settings.setValue("window/columns", splitter_->saveState());
  settings.setValue("window/views", views_->saveLayout());
  practice::Session::of(case_).leave();
  case_.close();
  fluoroscopy::FluoroscopyCase::of(case_).closeAll();
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
