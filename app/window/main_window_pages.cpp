#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QTabBar>
#include <QUndoGroup>

#include <algorithm>

#include "app/archive/archive_page.h"
#include "app/audit/audit_page.h"
#include "app/fluoroscopy/fluoroscopy_page.h"
#include "app/outbox/outbox_dialog.h"
#include "app/pacs/pacs_page.h"
#include "app/panels/patient_banner.h"
#include "app/practice/practice_page.h"
#include "app/practice/session.h"
#include "app/review/review_page.h"
#include "app/views/views_area.h"
#include "app/window/main_window.h"
#include "app/window/plan_page.h"
#include "app/window/status_line.h"
#include "io/reading/report_reader.h"

namespace app {

void MainWindow::makePages() {
  tabs_->setObjectName("pageTabs");
  tabs_->setDrawBase(false);
  tabs_->setAutoHide(true);
  tabs_->setFocusPolicy(Qt::NoFocus);
  menuBar()->setCornerWidget(tabs_, Qt::TopRightCorner);
  addPlan();
  addFluoroscopy();
  addPacs();
  addArchive();
  addAudit();
  addReview();
  addPractice();
  addOutbox();
}

void MainWindow::addPlan() {
  plan_ = new PlanPage(case_, cases_.practice, cases_.outbox);
  addPage(plan_);
  connect(plan_, &PlanPage::openFolderAsked, this, &MainWindow::askFolder);
  connect(plan_, &PlanPage::openDemoAsked, this, &MainWindow::openDemo);
  connect(plan_, &PlanPage::fetchAsked, this, [this] { goTo(pacs_); });
  connect(plan_, &PlanPage::practiseAsked, this, [this] { goTo(practice_); });
  connect(plan_, &PlanPage::recoverAsked, this, &MainWindow::recover);
  connect(plan_, &PlanPage::openStructuresAsked, this, &MainWindow::askStructures);
  connect(plan_, &PlanPage::openSeriesAsked, this, &MainWindow::openSeries);
  connect(plan_, &PlanPage::saved, this, &MainWindow::rememberScanOf);
  connect(&plan_->views(), &views::ViewsArea::hovered, status_, &StatusLine::showHovered);
  connect(&plan_->views(), &views::ViewsArea::hoverEnded, status_, &StatusLine::endHover);
  connect(&plan_->views(), &views::ViewsArea::explained, status_, &StatusLine::explain);
}

void MainWindow::addFluoroscopy() {
  fluoroscopy_ = new fluoroscopy::FluoroscopyPage(case_.shownScan(), case_.work(), cases_.fluoroscopy, reporter_);
  addPage(fluoroscopy_);
  connect(fluoroscopy_, &fluoroscopy::FluoroscopyPage::openFolderAsked, this, &MainWindow::askFolder);
}

void MainWindow::addPacs() {
  pacs_ = new pacs::PacsPage(reporter_);
  addPage(pacs_);
  connect(pacs_, &pacs::PacsPage::openAsked, this, [this](const QString& folder) {
    goTo(plan_);
    scan(folder);
  });
  connect(pacs_, &pacs::PacsPage::moreArrived, this, &MainWindow::listMore);
}

void MainWindow::addArchive() {
  archive_ = new archive::ArchivePage(reporter_);
  addPage(archive_);
  connect(archive_, &archive::ArchivePage::openAsked, this, &MainWindow::openArchivedPlan);
  connect(archive_, &archive::ArchivePage::reviewAsked, this, &MainWindow::reviewPlan);
  connect(archive_, &archive::ArchivePage::controlAsked, this, &MainWindow::openControl);
  connect(archive_, &archive::ArchivePage::auditAsked, this, [this] {
    auditArchive();
    goTo(audit_);
  });
}

void MainWindow::addAudit() {
  audit_ = new audit::AuditPage(reporter_);
  addPage(audit_);
  connect(audit_, &audit::AuditPage::openAsked, this, &MainWindow::openArchivedPlan);
  connect(audit_, &audit::AuditPage::archiveAsked, this, &MainWindow::auditArchive);
  connect(archive_, &archive::ArchivePage::followed, audit_, [this] {
    if (audit_->isVisible() && audit_->report().audit.needles.empty()) auditArchive();
  });
}

void MainWindow::addReview() {
  review_ = new review::ReviewPage(case_.shownScan(), case_.document(), reporter_);
  addPage(review_);
  connect(review_, &review::ReviewPage::savedInArchive, archive_, &archive::ArchivePage::rememberScan);
  connect(review_, &review::ReviewPage::hovered, status_, &StatusLine::showHovered);
  connect(review_, &review::ReviewPage::hoverEnded, status_, &StatusLine::endHover);
  connect(review_, &review::ReviewPage::recordAsked, this, &MainWindow::askControl);
}

void MainWindow::addPractice() {
  auto& session = cases_.practice;
  practice_ = new practice::PracticePage(case_.shownScan(), case_.work(), session, reporter_);
  addPage(practice_);
  connect(practice_, &practice::PracticePage::startAsked, this, [this, &session](const auto& exercise) {
    if (plan_->mayLeave()) session.start(exercise);
  });
  connect(practice_, &practice::PracticePage::resumeAsked, this,
          [this, &session](const auto& exercise, const QString& file) {
            if (plan_->mayLeave()) session.resume(exercise, file);
          });
  connect(&session, &practice::Session::changed, this, &MainWindow::showPractice);
  connect(&session, &practice::Session::begun, this, [this] { goTo(plan_); });
  connect(&session, &practice::Session::finished, this, [this] { goTo(practice_); });
}

/// What waits to be sent stands in the status line, whatever page is shown.
void MainWindow::addOutbox() {
  auto* link = new outbox::OutboxLink(cases_.outbox, status_);
  status_->addPermanentWidget(link);
  reporter_.follow(&cases_.outbox);
  connect(link, &outbox::OutboxLink::clicked, this, &MainWindow::showOutbox);
  connect(review_, &review::ReviewPage::saved, this, [this](const QString& file) {
    const QString patient = panels::patientTitle(review_->review().control()->identity.patient);
    cases_.outbox.post({file.toStdU16String()}, patient);
  });
}

void MainWindow::showOutbox() {
  if (auto* open = findChild<outbox::OutboxDialog*>()) return open->activateWindow();
  auto* dialog = new outbox::OutboxDialog(cases_.outbox, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();
}

/// What the archive's search finds, as it is indexed now.
void MainWindow::auditArchive() {
  auto found = archive_->found();
  if (!found) return void(Q_EMIT reporter_.refused(found.error()));
  const QString words = found->words.isEmpty() ? tr("The whole archive") : tr("Archive: %1").arg(found->words);
  audit::Source source{words, std::move(found->needles), std::move(found->files), {}};
  for (auto& record : found->refused) source.refused.push_back({std::move(record.file), std::move(record.refusal)});
  audit_->show(std::move(source));
}

void MainWindow::addPage(Page* page) {
  // What one page would like never makes the window wider than the plan's page needs.
  if (page != plan_) page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  connect(page, &Page::undoStackChanged, this, [this] { undoGroup_->setActiveStack(edited()->undoStack()); });
  if (QUndoStack* stack = page->undoStack()) undoGroup_->addStack(stack);
  pages_.push_back(page);
  stack_->addWidget(page);
  tabs_->addTab(page->title());
}

void MainWindow::goTo(Page* page) {
  tabs_->setCurrentIndex(static_cast<int>(std::find(pages_.begin(), pages_.end(), page) - pages_.begin()));
}

Page* MainWindow::shown() const {
  return pages_.at(static_cast<std::size_t>(std::max(0, tabs_->currentIndex())));
}

Page* MainWindow::edited() const {
  return shown()->undoStack() ? shown() : plan_;
}

void MainWindow::showPage() {
  const bool plans = shown() == plan_;
  plan_->chooseStartOrColumns();
  stack_->setCurrentWidget(shown());
  toolGroup_->setEnabled(plans);  // its keys would place points in views that are not seen
  for (QAction* action : onPlanPage_) action->setEnabled(plans);
  undoGroup_->setActiveStack(edited()->undoStack());
  showPractice();
  status_->showScanFacts();
}

/// During an attempt nothing tells an answer, and route, level and side are the exercise's.
void MainWindow::showPractice() {
  const bool practises = cases_.practice.isActive();
  const bool plans = shown() == plan_ && !plan_->showsStart();
  for (QAction* action : practiceMenu_->actions()) action->setEnabled(practises && plans);
  plan_->setPractising(practises);
  for (QAction* action : notInPractice_) action->setEnabled(!practises && (plans || !action->isCheckable()));
}

}  // namespace app
