#include "app/window/main_window.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/look/column.h"
#include "app/look/message_strip.h"
#include "app/panels/carm_panel.h"
#include "app/panels/checks_panel.h"
#include "app/panels/clearances_panel.h"
#include "app/panels/findings_panel.h"
#include "app/panels/levels_panel.h"
#include "app/panels/needle_panel.h"
#include "app/panels/path_panel.h"
#include "app/panels/patient_banner.h"
#include "app/panels/point_panel.h"
#include "app/panels/proposals_panel.h"
#include "app/panels/route_panel.h"
#include "app/panels/series_panel.h"
#include "app/panels/shape_panel.h"
#include "app/panels/structures_panel.h"
#include "app/panels/trace_panel.h"
#include "app/panels/tubes_panel.h"
#include "app/panels/verdict_panel.h"
#include "app/practice/practice_panel.h"
#include "app/practice/session.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "app/views/views_area.h"
#include "app/window/start_page.h"

namespace app {
namespace {

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

MainWindow::MainWindow(Case& openCase, QWidget* parent)
    : QMainWindow(parent),
      case_(openCase),
      pages_(new QStackedWidget),
      tabs_(new QTabBar),
      splitter_(new QSplitter),
      views_(new views::ViewsArea(openCase)),
      strip_(new panels::MessageStrip) {
  setObjectName("mainWindow");
  setWindowTitle("needleplan");
  setAcceptDrops(true);
  setContextMenuPolicy(Qt::NoContextMenu);
  auto* start = new panels::StartPage(DraftKeeper::lost(draftFolder()));
  start->setObjectName("startPage");
  splitter_->setObjectName("columns");
  splitter_->setChildrenCollapsible(false);
  for (QWidget* column : std::initializer_list<QWidget*>{makeLeft(), views_, makeRight()}) splitter_->addWidget(column);
  splitter_->setStretchFactor(1, 1);
  pages_->addWidget(start);
  auto* centre = new QWidget;
  auto* layout = new QVBoxLayout(centre);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(strip_);
  layout->addWidget(pages_, 1);
  setCentralWidget(centre);
  connect(start, &panels::StartPage::openFolderAsked, this, &MainWindow::askFolder);
  connect(start, &panels::StartPage::openDemoAsked, this, &MainWindow::openDemo);
  connect(start, &panels::StartPage::practiseAsked, this, [this] { goToPage("practice"); });
  connect(start, &panels::StartPage::recoverAsked, this, &MainWindow::recover);
  makeActions();
  makeStatusLine();
  makePages();
  connectCase();
  connectViews();
  restoreLayout();
  showPage();
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeLeft() {
  auto* series = new panels::SeriesPanel(case_);
  structures_ = new panels::StructuresPanel(case_);
  shape_ = new panels::ShapePanel(case_);
  tubes_ = new panels::TubesPanel(case_);
  shape_->setObjectName("shapePanel");
  tubes_->setObjectName("tubesPanel");
  tubes_->hide();
  series->setObjectName("seriesPanel");
  structures_->setObjectName("structuresPanel");
  connect(series, &panels::SeriesPanel::openAsked, this, &MainWindow::openSeries);
  connect(structures_, &panels::StructuresPanel::openAsked, this, &MainWindow::askStructures);
  auto* levels = new panels::LevelsPanel(case_);
  levels->setObjectName("levelsPanel");
  connect(levels, &panels::LevelsPanel::clickAsked, this, [this](const std::string& name) {
    views_->setLevelToClick(name);
    views_->setTool(views::Tool::Level);
  });
  connect(levels, &panels::LevelsPanel::nameChosen, views_, &views::ViewsArea::setLevelToClick);
  auto* trace = new panels::TracePanel(case_, views_->tracing());
  trace->setObjectName("tracePanel");
  auto* found = together({series, structures_, shape_, tubes_});
  auto* traced = together({trace});
  notInPractice_ = {found, traced};
  connect(trace, &panels::TracePanel::toolAsked, this, [this] { views_->setTool(views::Tool::Trace); });
  return stacked("left", new panels::PatientBanner(case_),
                 new panels::Column("leftColumn", {found, levels, traced}, kLeftWidth));
}

QWidget* MainWindow::makeRight() {
  using panels::PointPanel;
  auto* route = new panels::RoutePanel(case_);
  auto* chosenRoute = together({route});
  chosenRoute->setObjectName("planRoute");
  connect(route, &panels::RoutePanel::layoutAsked, this, [this](const QString& layout) {
    views_->arrange(layout == QStringLiteral("sagittal") ? views::Arrangement::Sagittal : views::Arrangement::Scan);
  });
  auto* verdict = new panels::VerdictPanel(case_);
  connect(verdict, &panels::VerdictPanel::saveAsked, this, &MainWindow::askSave);
  auto* carm = new panels::CArmPanel(case_);
  connect(carm, &panels::CArmPanel::lookAsked, views_, &views::ViewsArea::lookFrom);
  auto* proposals = new panels::ProposalsPanel(case_);
  auto* clearances = new panels::ClearancesPanel(case_);
  auto* checks = new panels::ChecksPanel(case_);
  auto* who = new panels::OperatorPanel(case_);
  auto* findings = together({new panels::FindingsPanel(case_)});
  auto* exercise = new practice::PracticePanel(case_, practice::Session::of(case_));
  notInPractice_.insert(notInPractice_.end(), {proposals, carm, clearances, checks, who, findings, verdict});
  auto* steps = new panels::Column(
      "rightColumn",
      {exercise, chosenRoute, new panels::NeedlePanel(case_), new PointPanel(case_, PointPanel::Which::Target),
       new PointPanel(case_, PointPanel::Which::Entry), proposals, new panels::PathPanel(case_),
       new panels::AnglesPanel(case_), carm, clearances, checks, who, findings},
      kRightWidth);
  return stacked("right", steps, verdict);
}

void MainWindow::makeStatusLine() {
  hover_ = new QLabel;
  hover_->setObjectName("hover");
  position_ = new QLabel;
  position_->setObjectName("patientPosition");
  working_ = new QLabel;
  working_->setObjectName("working");
  progress_ = new QProgressBar;
  progress_->setObjectName("progress");
  progress_->setMaximumWidth(180);
  progress_->setTextVisible(true);
  cancel_ = new QToolButton;
  cancel_->setObjectName("cancel");
  cancel_->setText(tr("Cancel"));
  reason_ = new QLabel;
  reason_->setObjectName("reason");
  reason_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long sentence widens no window
  statusBar()->addWidget(hover_);
  statusBar()->addWidget(reason_, 1);
  statusBar()->addPermanentWidget(working_);
  statusBar()->addPermanentWidget(progress_);
  statusBar()->addPermanentWidget(cancel_);
  statusBar()->addPermanentWidget(position_);
  connect(cancel_, &QToolButton::clicked, &case_, &Case::cancelWork);
  connect(cancel_, &QToolButton::clicked, &reports_, &ReportReader::cancel);
  connect(&reports_, &ReportReader::progress, this, &MainWindow::showProgress);
  showProgress({}, 2);
}

void MainWindow::connectCase() {
  connect(&case_, &Case::scanned, this, &MainWindow::takeScan);
  connect(&case_, &Case::scanned, this, &MainWindow::showPage);
  connect(&case_, &Case::volumeChanged, this, &MainWindow::showPage);
  connect(&case_, &Case::planChanged, this, &MainWindow::showScanFacts);
  connect(&case_, &Case::workProgress, this, &MainWindow::showProgress);
  connect(&case_, &Case::refused, this, [this](const planning::Error& error) { strip_->tell(sentence(error)); });
  connect(&case_, &Case::message, this, [this](const QString& text) { statusBar()->showMessage(text, 8000); });
}

void MainWindow::connectViews() {
  views_->setObjectName("views");
  connect(views_, &views::ViewsArea::hovered, this, &MainWindow::showHovered);
  connect(views_, &views::ViewsArea::hoverEnded, hover_, &QLabel::clear);
  connect(views_, &views::ViewsArea::explained, this, [this](const QString& reason) { reason_->setText(reason); });
  connect(views_, &views::ViewsArea::brushRadiusChanged, shape_, &panels::ShapePanel::showBrushRadius);
  connect(shape_, &panels::ShapePanel::brushRadiusChosen, views_, &views::ViewsArea::setBrushRadiusMm);
  connect(shape_, &panels::ShapePanel::toolAsked, this,
          [this](const QString& action) { findChild<QAction*>(action)->trigger(); });
}

void MainWindow::showHovered(const planning::Point& where, std::optional<int> hu) {
  const QString value = hu ? tr("HU %1").arg(number(*hu, 0)) : tr("no HU");
  hover_->setText(value + QStringLiteral("   ") + place(where));
}

void MainWindow::showScanFacts() {
  const auto volume = case_.volume();
  if (!volume) return position_->clear();
  const QString lies = QString::fromStdString(volume->identity.patientPosition);
  position_->setText(tr("Position %1").arg(lies.isEmpty() ? tr("unknown") : lies) + QStringLiteral("   ") +
                     tr("Gantry tilt %1").arg(degrees(volume->gantryTilt)));
}

void MainWindow::showProgress(const QString& what, double fraction) {
  const bool ended = fraction > 1;
  for (QWidget* widget : std::initializer_list<QWidget*>{working_, progress_, cancel_}) widget->setVisible(!ended);
  if (ended) return;
  working_->setText(what);
  progress_->setRange(0, fraction < 0 ? 0 : 100);
  progress_->setValue(static_cast<int>(fraction * 100));
}

void MainWindow::restoreLayout() {
  const QSettings settings;
  resize(1440, 900);
  restoreGeometry(settings.value("window/geometry").toByteArray());
  splitter_->setSizes({kLeftWidth, 4 * kLeftWidth, kRightWidth});
  splitter_->restoreState(settings.value("window/columns").toByteArray());
  views_->restoreLayout(settings.value("window/views").toByteArray());
}

}  // namespace app
