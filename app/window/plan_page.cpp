#include "app/window/plan_page.h"

#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/case/case.h"
#include "app/look/column.h"
#include "app/look/file_dialogs.h"
#include "app/panels/attest.h"
#include "app/panels/auto_panel.h"
#include "app/panels/carm_panel.h"
#include "app/panels/checks_panel.h"
#include "app/panels/clearances_panel.h"
#include "app/panels/confirm_panel.h"
#include "app/panels/findings_panel.h"
#include "app/panels/levels_panel.h"
#include "app/panels/needle_panel.h"
#include "app/panels/needles_panel.h"
#include "app/panels/path_panel.h"
#include "app/panels/patient_banner.h"
#include "app/panels/point_panel.h"
#include "app/panels/procedure_panel.h"
#include "app/panels/proposals_panel.h"
#include "app/panels/route_panel.h"
#include "app/panels/series_panel.h"
#include "app/panels/shape_panel.h"
#include "app/panels/step_place.h"
#include "app/panels/structures_panel.h"
#include "app/panels/trace_panel.h"
#include "app/panels/tubes_panel.h"
#include "app/panels/verdict_panel.h"
#include "app/practice/practice_panel.h"
#include "app/practice/session.h"
#include "app/views/views_area.h"
#include "app/window/plan_copier.h"
#include "app/window/site_check_dialog.h"
#include "app/window/start_page.h"
#include "app/work/folders.h"
#include "app/work/reporter.h"
#include "planning/plan/completion.h"

namespace app {
namespace {

using views::Tool;
using views::ViewsArea;

constexpr int kLeftWidth = 250, kRightWidth = 360;

QWidget* stacked(const QString& objectName, QWidget* top, QWidget* bottom) {
  auto* holder = new QWidget;
  holder->setObjectName(objectName);
  auto* layout = new QVBoxLayout(holder);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(top);
  layout->addWidget(bottom);
  return holder;
}

/// Panels that come, go and lock by themselves, to be hidden or locked as a whole.
QWidget* together(const std::vector<QWidget*>& panels) {
  auto* holder = new QWidget;
  auto* layout = new QVBoxLayout(holder);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  for (QWidget* panel : panels) layout->addWidget(panel);
  return holder;
}

}  // namespace

PlanPage::PlanPage(Case& openCase, practice::Session& session, outbox::OutboxWork& outbox, QWidget* parent)
    : Page(parent),
      case_(openCase),
      session_(session),
      copier_(std::make_unique<PlanCopier>(openCase, outbox)),
      views_(new ViewsArea(case_.shownScan(), case_.skinRisk(),
                           {&case_.document(), &case_.structures(), &case_.levels()})),
      stack_(new QStackedWidget),
      columns_(new QSplitter) {
  views_->setObjectName("views");
  columns_->setObjectName("columns");
  columns_->setChildrenCollapsible(false);
  for (QWidget* column : std::initializer_list<QWidget*>{makeLeft(), views_, makeRight()}) columns_->addWidget(column);
  columns_->setStretchFactor(1, 1);
  stack_->addWidget(makeStart());
  stack_->addWidget(columns_);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(stack_);
}

PlanPage::~PlanPage() = default;

QWidget* PlanPage::makeStart() {
  auto* start = new panels::StartPage(DraftKeeper::lost(draftFolder()));
  start->setObjectName("startPage");
  connect(start, &panels::StartPage::openFolderAsked, this, &PlanPage::openFolderAsked);
  connect(start, &panels::StartPage::fetchAsked, this, &PlanPage::fetchAsked);
  connect(start, &panels::StartPage::openDemoAsked, this, &PlanPage::openDemoAsked);
  connect(start, &panels::StartPage::practiseAsked, this, &PlanPage::practiseAsked);
  connect(start, &panels::StartPage::recoverAsked, this, &PlanPage::recoverAsked);
  return start;
}

QWidget* PlanPage::makeLeft() {
  auto* levels = new panels::LevelsPanel(case_.shownScan(), case_.levels());
  levels->setObjectName("levelsPanel");
  stepPlaces_.push_back(levels);
  connect(levels, &panels::LevelsPanel::clickAsked, this, [this](const std::string& name) {
    views_->setLevelToClick(name);
    views_->setTool(Tool::Level);
  });
  connect(levels, &panels::LevelsPanel::nameChosen, views_, &ViewsArea::setLevelToClick);
  auto* trace = new panels::TracePanel(case_.shownScan(), case_.structures(), views_->tracing());
  trace->setObjectName("tracePanel");
  connect(trace, &panels::TracePanel::toolAsked, this, [this] { views_->setTool(Tool::Trace); });
  auto* found = makeFound();
  auto* traced = together({trace});
  notInPractice_ = {found, traced};
  return stacked("left", new panels::PatientBanner(case_.shownScan()),
                 new panels::Column("leftColumn", {found, levels, traced}, kLeftWidth));
}

/// What was found in the folder and in the scan.
QWidget* PlanPage::makeFound() {
  auto* series = new panels::SeriesPanel(case_.shownScan(), case_.work());
  auto* shape = new panels::ShapePanel(case_.shownScan(), case_.structures().shapes());
  structures_ = new panels::StructuresPanel(case_.shownScan(), case_.structures());
  tubes_ = new panels::TubesPanel(case_.shownScan(), case_.structures().finder());
  series->setObjectName("seriesPanel");
  shape->setObjectName("shapePanel");
  structures_->setObjectName("structuresPanel");
  tubes_->setObjectName("tubesPanel");
  tubes_->hide();
  connect(series, &panels::SeriesPanel::openAsked, this, &PlanPage::openSeriesAsked);
  connect(structures_, &panels::StructuresPanel::openAsked, this, &PlanPage::openStructuresAsked);
  connect(views_, &ViewsArea::brushRadiusChanged, shape, &panels::ShapePanel::showBrushRadius);
  connect(shape, &panels::ShapePanel::brushRadiusChosen, views_, &ViewsArea::setBrushRadiusMm);
  connect(shape, &panels::ShapePanel::toolAsked, views_, &ViewsArea::setTool);
  return together({series, structures_, shape, tubes_});
}

QWidget* PlanPage::makeRight() {
  using panels::PointPanel;
  auto* route = new panels::RoutePanel(case_.shownScan(), case_.document());
  route_ = together({route});
  route_->setObjectName("planRoute");
  connect(route, &panels::RoutePanel::layoutAsked, this, [this](const QString& layout) {
    views_->arrange(layout == QStringLiteral("sagittal") ? views::Arrangement::Sagittal : views::Arrangement::Scan);
  });
  auto* angles = new panels::AnglesPanel(case_.shownScan(), case_.document());
  auto* carm = new panels::CArmPanel(case_.shownScan());
  connect(carm, &panels::CArmPanel::lookAsked, views_, &ViewsArea::lookFrom);
  together_ = new panels::AutoPanel(case_.autoNeedles());
  auto* proposals = new panels::ProposalsPanel(case_.shownScan(), case_.document(), case_.skinRisk());
  auto* clearances = new panels::ClearancesPanel(case_.shownScan(), case_.document());
  auto* checks = new panels::ChecksPanel(panels::ChecksPanel::tr("6  Checks"), case_.document());
  auto* procedure = new panels::ProcedurePanel(panels::ProcedurePanel::tr("7  Procedure"), case_.document());
  auto* who = new panels::OperatorPanel(case_.document());
  auto* found = new panels::FindingsPanel(case_.shownScan());
  connect(found, &panels::FindingsPanel::stepAsked, this, &PlanPage::goTo);
  auto* findings = together({found});
  auto* exercise = new practice::PracticePanel(case_.shownScan(), session_);
  auto* needles = new panels::NeedlesPanel(case_.shownScan(), case_.document(), case_.reporter());
  auto* needle = new panels::NeedlePanel(case_.document());
  auto* target = new PointPanel(case_.shownScan(), case_.document(), PointPanel::Which::Target);
  auto* entry = new PointPanel(case_.shownScan(), case_.document(), PointPanel::Which::Entry);
  notInPractice_.insert(notInPractice_.end(),
                        {needles, together_, proposals, carm, clearances, checks, procedure, who, findings});
  auto* steps = new panels::Column(
      "rightColumn",
      {exercise, needles, route_, needle, together_, target, entry, proposals, new panels::PathPanel(case_.shownScan()),
       angles, carm, clearances, checks, procedure, who, findings},
      kRightWidth);
  auto* verdict = makeVerdict();
  for (panels::StepPlace* place : std::initializer_list<panels::StepPlace*>{
           route, needle, target, entry, angles, clearances, structures_, checks, who, found})
    stepPlaces_.push_back(place);
  return stacked("right", steps, verdict);
}

/// What is always in sight below the steps.
QWidget* PlanPage::makeVerdict() {
  auto* verdict = new panels::VerdictPanel(case_.shownScan(), case_.document());
  connect(verdict, &panels::VerdictPanel::saveAsked, this, &PlanPage::save);
  connect(verdict, &panels::VerdictPanel::midlineAsked, this, [this] { goTo({planning::Step::MarkMidline}); });
  connect(verdict, &panels::VerdictPanel::stepAsked, this, &PlanPage::goTo);
  notInPractice_.push_back(verdict);
  stepPlaces_.push_back(verdict);
  confirm_ = new panels::ConfirmPanel(case_.shownScan(), case_.structures(), case_.document());
  connect(confirm_, &panels::ConfirmPanel::ended, this, [this](bool nothingLeft) {
    views_->setFocus(Qt::OtherFocusReason);
    if (nothingLeft) Q_EMIT case_.reporter().message(tr("Nothing that the verdict rests on is left to confirm."));
  });
  return stacked("confirmAndVerdict", confirm_, verdict);
}

void PlanPage::confirmNext() {
  if (isVisible() && case_.document().isOpen()) confirm_->askNext();
}

void PlanPage::proposeTogether() {
  if (isVisible() && case_.document().isOpen()) together_->ask();
}

void PlanPage::goToNextStep() {
  if (isVisible() && case_.document().isOpen()) goTo(planning::nextStep(case_.document().plan()));
}

void PlanPage::goTo(const planning::NextStep& step) {
  using planning::Step;
  if (step.needle) case_.document().setCurrentNeedle(static_cast<int>(*step.needle));
  if (step.step == Step::SetTarget) views_->setTool(Tool::Target);
  if (step.step == Step::SetEntry || step.step == Step::MoveNeedle) views_->setTool(Tool::Entry);
  if (step.step == Step::CountLevels) views_->setTool(Tool::Level);
  if (step.step == Step::MarkMidline) views_->setTool(Tool::Crosshair);
  if (step.step == Step::ConfirmStructure)
    return step.trackingUid.empty() ? confirm_->askNext() : confirm_->ask(step.trackingUid);
  for (const panels::StepPlace* place : stepPlaces_)
    if (QWidget* control = place->controlFor(step)) return panels::reveal(*control);
}

QString PlanPage::title() const {
  return tr("Plan");
}

QUndoStack* PlanPage::undoStack() {
  return &case_.document().undoStack();
}

void PlanPage::setWindow(double centreHu, double widthHu) {
  case_.shownScan().setWindow(centreHu, widthHu);
}

/// The operator checks the site on one picture; true when that stands and the plan may be completed. What keeps a plan
/// from being completed otherwise is among its findings.
bool PlanPage::checkSite() {
  const auto& plan = case_.document().plan();
  if (!plan.assessment.ready) {
    Q_EMIT case_.reporter().refused({"not-ready", file_.toStdString(), {}});
    return false;
  }
  if (!panels::nameOperator(case_.document(), this)) return false;
  SiteCheckDialog dialog(case_.shownScan(), this);
  if (dialog.exec() != QDialog::Accepted) return false;
  case_.document().setSiteChecked(plan.choices.operatorName, panels::today());
  return planning::mayComplete(case_.document().plan()).may;
}

bool PlanPage::save(bool complete) {
  if (!case_.shownScan().volume() || (complete && !checkSite())) return false;
  const QString file = file_.isEmpty()
                           ? newFileFromDialog(this, tr("Save plan"), freshArchiveFile(), tr("Plans (*.dcm)"))
                           : nextVersionFile(file_);
  return !file.isEmpty() && saveAs(file, complete);
}

void PlanPage::openPlan(const QString& file, planning::Plan plan, bool recovers) {
  file_ = recovers ? QString() : file;
  recovers ? case_.files().recoverDraft(file, std::move(plan)) : case_.files().openPlan(file, std::move(plan));
}

bool PlanPage::saveAs(const QString& file, bool complete) {
  if (!case_.files().savePlan(file, complete)) return false;
  file_ = file;
  if (!isInArchive(file)) rememberPlanFolder(file, case_.work().lastScan());
  copier_->copy(file);
  Q_EMIT saved(file);
  return true;
}

QString PlanPage::unsaved() const {
  return case_.document().hasUnsavedChanges() ? tr("The plan has changes that are not saved.") : QString();
}

void PlanPage::leave() {
  case_.work().close();
}

bool PlanPage::showsStart() const {
  return stack_->currentWidget() != columns_;
}

void PlanPage::chooseStartOrColumns() {
  const bool hasScan =
      case_.shownScan().volume() || case_.shownScan().isLoading() || !case_.work().lastScan().series.empty();
  stack_->setCurrentIndex(hasScan ? 1 : 0);
}

void PlanPage::setPractising(bool practise) {
  for (QWidget* panel : notInPractice_) panel->setVisible(!practise);
  route_->setEnabled(!practise);
}

void PlanPage::setStructureMenu(QMenu* menu) {
  structures_->setAddMenu(menu);
}

void PlanPage::toggleTubes() {
  tubes_->setVisible(!tubes_->isVisibleTo(tubes_->parentWidget()));
}

std::vector<planning::Error> PlanPage::finishCopies() {
  return copier_->finish();
}

void PlanPage::printWorksheet() {
  copier_->print(this);
}

void PlanPage::keepLayout() const {
  QSettings settings;
  settings.setValue("window/columns", columns_->saveState());
  settings.setValue("window/views", views_->saveLayout());
}

void PlanPage::restoreLayout() {
  const QSettings settings;
  columns_->setSizes({kLeftWidth, 4 * kLeftWidth, kRightWidth});
  columns_->restoreState(settings.value("window/columns").toByteArray());
  views_->restoreLayout(settings.value("window/views").toByteArray());
}

}  // namespace app
