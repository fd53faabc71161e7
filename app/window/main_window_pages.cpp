#include <QActionGroup>
#include <QFileInfo>
#include <QLabel>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoGroup>

#include "app/archive/archive_page.h"
#include "app/audit/audit_page.h"
#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/fluoroscopy_page.h"
#include "app/look/message_strip.h"
#include "app/review/review_page.h"
#include "app/text/sentences.h"
#include "app/views/views_area.h"
#include "app/window/main_window.h"
#include "io/reading/report_reader.h"

namespace app {

void MainWindow::makePages() {
  tabs_->setObjectName("pageTabs");
  tabs_->setDrawBase(false);
  tabs_->setAutoHide(true);
  tabs_->setFocusPolicy(Qt::NoFocus);
  menuBar()->setCornerWidget(tabs_, Qt::TopRightCorner);
  connect(tabs_, &QTabBar::currentChanged, this, &MainWindow::showPage);
  addPage("plan", tr("Plan"), splitter_);
  makeFluoroscopyPage();
  addArchive();
  addAudit();
  addReview();
  addPractice();
}

void MainWindow::makeFluoroscopyPage() {
  using fluoroscopy::FluoroscopyPage;
  fluoroscopy_ = new FluoroscopyPage(case_);
  auto* model = &fluoroscopy::FluoroscopyCase::of(case_);
  addPage("fluoroscopy", tr("Fluoroscopy"), fluoroscopy_);
  for (QUndoStack* stack : fluoroscopy_->undoStacks()) undoGroup_->addStack(stack);
  connect(fluoroscopy_, &FluoroscopyPage::modeChanged, this, [this] { undoGroup_->setActiveStack(&shownStack()); });
  connect(fluoroscopy_, &FluoroscopyPage::openFolderAsked, this, &MainWindow::askFolder);
  connect(fluoroscopy_, &FluoroscopyPage::saveAsked, this, &MainWindow::askSaveFluoroscopy);
  connect(model, &fluoroscopy::FluoroscopyCase::refused, this,
          [this](const planning::Error& error) { strip_->tell(sentence(error)); });
  connect(model, &fluoroscopy::FluoroscopyCase::message, this,
          [this](const QString& text) { statusBar()->showMessage(text, 8000); });
}

bool MainWindow::shows(const QString& page) const {
  return pages_->currentWidget()->property("page") == page;
}

void MainWindow::addArchive() {
  archive_ = new archive::ArchivePage;
  addPage("archive", tr("Archive"), archive_);
  connect(archive_, &archive::ArchivePage::openAsked, this, &MainWindow::openArchivedPlan);
  connect(archive_, &archive::ArchivePage::workProgress, this, &MainWindow::showProgress);
  connect(archive_, &archive::ArchivePage::refused, &case_, &Case::refused);
  connect(archive_, &archive::ArchivePage::auditAsked, this, [this] {
    auditArchive();
    goToPage("audit");
  });
  connect(cancel_, &QToolButton::clicked, archive_, &archive::ArchivePage::cancelWork);
}

void MainWindow::addAudit() {
  audit_ = new audit::AuditPage;
  addPage("audit", tr("Audit"), audit_);
  connect(audit_, &audit::AuditPage::openAsked, this, &MainWindow::openArchivedPlan);
  connect(audit_, &audit::AuditPage::workProgress, this, &MainWindow::showProgress);
  connect(audit_, &audit::AuditPage::refused, &case_, &Case::refused);
  connect(audit_, &audit::AuditPage::message, &case_, &Case::message);
  connect(audit_, &audit::AuditPage::archiveAsked, this, &MainWindow::auditArchive);
  connect(archive_, &archive::ArchivePage::followed, audit_, [this] {
    if (audit_->isVisible() && audit_->report().audit.needles.empty()) auditArchive();
  });
  connect(cancel_, &QToolButton::clicked, audit_, &audit::AuditPage::cancelWork);
}

void MainWindow::addReview() {
  review_ = new review::ReviewPage(case_);
  addPage("review", tr("Review"), review_);
  auto* model = &review_->review();
  undoGroup_->addStack(&model->undoStack());
  connect(model, &review::ReviewCase::refused, &case_, &Case::refused);
  connect(model, &review::ReviewCase::message, &case_, &Case::message);
  connect(model, &review::ReviewCase::workProgress, this, &MainWindow::showProgress);
  connect(review_, &review::ReviewPage::saveAsked, this, &MainWindow::askSaveControl);
  connect(review_, &review::ReviewPage::hovered, this, &MainWindow::showHovered);
  connect(review_, &review::ReviewPage::hoverEnded, hover_, &QLabel::clear);
  connect(cancel_, &QToolButton::clicked, model, &review::ReviewCase::cancelWork);
  connect(review_, &review::ReviewPage::recordAsked, this, &MainWindow::askControl);
  connect(archive_, &archive::ArchivePage::reviewAsked, this, &MainWindow::reviewPlan);
  connect(archive_, &archive::ArchivePage::controlAsked, this, &MainWindow::openControl);
}

/// A plan of the archive; where its scan was last opened from, its structures and its voxels may lie.
void MainWindow::reviewPlan(const QString& file) {
  const auto plan = io::report::readPlan(file.toStdU16String());
  if (!plan) return void(Q_EMIT case_.refused(plan.error()));
  if (!mayLeaveReview()) return;
  std::vector<std::filesystem::path> folders;
  if (const QString folder = archive_->scanFolder(plan->scan.seriesUid); !folder.isEmpty())
    folders.emplace_back(folder.toStdU16String());
  goToPage("review");  // first: the page takes the plan that is open when it is shown
  review_->reviewPlan(file, folders);
}

void MainWindow::openControl(const QString& file) {
  reports_.read(file, [this, file](auto report) {
    if (!report) return void(Q_EMIT case_.refused(report.error()));
    if (!report->isControl) return void(Q_EMIT case_.refused({"not-a-control", file.toStdString(), "plan"}));
    takeControl(file, std::move(report->content));
  });
}

void MainWindow::takeControl(const QString& file, planning::review::Control control) {
  if (!mayLeaveReview()) return;
  QStringList folders{archive_->scanFolder(control.actual.scan.seriesUid)};
  const auto plan = archive_->report(control.plan.sopInstanceUid);
  if (plan) folders += archive_->scanFolder(plan->scanSeriesUid);
  if (!archive::isInArchive(file)) folders += QFileInfo(file).absolutePath();
  folders.removeAll(QString());
  folders.removeDuplicates();
  goToPage("review");
  std::vector<std::filesystem::path> places;
  for (const QString& folder : folders) places.emplace_back(folder.toStdU16String());
  review_->review().openRecord(file, std::move(control), plan ? plan->file : std::filesystem::path(), places);
}

/// What the archive's search finds, as it is indexed now.
void MainWindow::auditArchive() {
  auto found = archive_->found();
  if (!found) return void(Q_EMIT case_.refused(found.error()));
  const QString words = found->words.isEmpty() ? tr("The whole archive") : tr("Archive: %1").arg(found->words);
  audit::Source source{words, std::move(found->needles), std::move(found->files), {}};
  for (auto& record : found->refused) source.refused.push_back({std::move(record.file), std::move(record.refusal)});
  audit_->show(std::move(source));
}

void MainWindow::addPage(const QString& name, const QString& title, QWidget* page) {
  page->setProperty("page", name);
  // What one page would like never makes the window wider than the plan's page needs.
  if (page != splitter_) page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  pages_->addWidget(page);
  tabs_->addTab(title);
}

QUndoStack& MainWindow::shownStack() {
  if (shows("fluoroscopy")) return fluoroscopy_->undoStack();
  return shows("review") ? review_->review().undoStack() : case_.undoStack();
}

void MainWindow::goToPage(const QString& name) {
  for (int tab = 0; tab < tabs_->count(); ++tab)
    if (pages_->widget(tab + 1)->property("page") == name) tabs_->setCurrentIndex(tab);
}

/// The page of the chosen tab; that of the plan gives way to the start while nothing is open.
void MainWindow::showPage() {
  const bool hasScan = case_.volume() || case_.isLoading() || !case_.lastScan().series.empty();
  const bool plans = tabs_->currentIndex() <= 0;
  pages_->setCurrentIndex(plans && !hasScan ? 0 : tabs_->currentIndex() + 1);
  toolGroup_->setEnabled(plans);  // its keys would place points in views that are not seen
  for (const char* name : {"resetViews", "fill", "endTool"}) findChild<QAction*>(name)->setEnabled(plans);
  undoGroup_->setActiveStack(&shownStack());
  showPractice();
  showScanFacts();
}

}  // namespace app
