#include "app/fluoroscopy/fluoroscopy_page.h"

#include <QAction>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/case/scan_work.h"
#include "app/case/shown_scan.h"
#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/frame_tile.h"
#include "app/fluoroscopy/geometry_panel.h"
#include "app/fluoroscopy/marks_panel.h"
#include "app/fluoroscopy/place_panel.h"
#include "app/fluoroscopy/route_step.h"
#include "app/fluoroscopy/runs_panel.h"
#include "app/fluoroscopy/scan_on_frame.h"
#include "app/fluoroscopy/scan_on_frame_panel.h"
#include "app/fluoroscopy/scan_on_frame_view.h"
#include "app/look/column.h"
#include "app/look/file_dialogs.h"
#include "app/panels/carm_panel.h"
#include "app/panels/checks_panel.h"
#include "app/work/folders.h"
#include "app/work/reporter.h"

namespace app::fluoroscopy {
namespace {

constexpr int kLeftWidth = 236, kRightWidth = 330;

}  // namespace

FluoroscopyPage::FluoroscopyPage(ShownScan& scan, ScanWork& work, FluoroscopyCase& model, Reporter& reporter,
                                 QWidget* parent)
    : Page(parent),
      scan_(scan),
      work_(work),
      model_(model),
      modeRow_(new QHBoxLayout),
      modeButtons_(new QButtonGroup(this)),
      centre_(new QStackedWidget),
      columns_(new QStackedWidget) {
  setObjectName("fluoroscopyPage");
  reporter.follow(&model_);
  auto* right = new QWidget;
  auto* rightLayout = new QVBoxLayout(right);
  rightLayout->setContentsMargins(0, 0, 0, 0);
  rightLayout->setSpacing(0);
  modeRow_->setContentsMargins(10, 6, 10, 2);
  rightLayout->addLayout(modeRow_);
  rightLayout->addWidget(columns_, 1);
  auto* splitter = new QSplitter;
  splitter->setObjectName("fluoroscopyColumns");
  splitter->setChildrenCollapsible(false);
  for (QWidget* part : std::initializer_list<QWidget*>{makeLeft(), centre_, right}) splitter->addWidget(part);
  splitter->setStretchFactor(1, 1);
  splitter->setSizes({kLeftWidth, 4 * kLeftWidth, kRightWidth});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(splitter);
  QWidget* frames = makeFrames();
  addMode("frames", tr("Views"), frames, makeSteps(), model_.document().undoStack());
  makeScanMode();
  makeKeys();
}

QWidget* FluoroscopyPage::makeLeft() {
  auto* left = new QWidget;
  auto* layout = new QVBoxLayout(left);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(new FluoroscopyBanner(model_));
  auto* runs = new RunsPanel(work_, model_);
  connect(runs, &RunsPanel::openFolderAsked, this, &FluoroscopyPage::openFolderAsked);
  layout->addWidget(new panels::Column("fluoroscopyLeft", {runs}, kLeftWidth), 1);
  return left;
}

QWidget* FluoroscopyPage::makeFrames() {
  auto* pair = new QSplitter;
  pair->setObjectName("frames");
  pair->setChildrenCollapsible(false);
  for (int view = 0; view < FluoroscopyCase::kViews; ++view) {
    auto* tile = new FrameTile(model_, view);
    tiles_[static_cast<std::size_t>(view)] = tile;
    pair->addWidget(tile);
    connect(&tile->frame(), &FrameView::fillAsked, this, [this, view] { fill(view); });
    connect(&tile->frame(), &FrameView::refused, &model_, &FluoroscopyCase::refused);
  }
  return pair;
}

QWidget* FluoroscopyPage::makeSteps() {
  auto* steps = new QWidget;
  auto* layout = new QVBoxLayout(steps);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  marks_ = new MarksPanel(model_);
  auto* place = new PlacePanel(model_);
  auto* checks = new panels::ChecksPanel(tr("Checks"), model_.document());
  auto* carm = new panels::CArmPanel;
  for (QWidget* step :
       std::initializer_list<QWidget*>{new RouteStep(model_), new GeometryPanel(model_), marks_, place, carm, checks})
    layout->addWidget(step);
  const auto follow = [this, checks, carm] {
    carm->show(panels::wayOf(model_.document().plan().choices.needles.front()), patientPosition());
    checks->setEnabled(!model_.isEmpty());
  };
  connect(&model_.document(), &PlanDocument::planChanged, checks, follow);
  follow();
  connect(marks_, &MarksPanel::toolChosen, this, [this](MarkTool tool) {
    for (FrameTile* tile : tiles_) tile->frame().setTool(tool);
  });
  connect(marks_, &MarksPanel::calibrationObjectChosen, this, [this](auto object, double knownMm) {
    for (FrameTile* tile : tiles_) tile->frame().setCalibrationObject(object, knownMm);
  });
  connect(place, &PlacePanel::saveAsked, this, [this] { save(false); });
  return steps;
}

/// What the views say, where they say the same.
std::string FluoroscopyPage::patientPosition() const {
  const auto *a = model_.marked(0), *b = model_.marked(1);
  if (!a || !b || a->view.identity.patientPosition != b->view.identity.patientPosition) return {};
  return a->view.identity.patientPosition;
}

void FluoroscopyPage::makeScanMode() {
  auto* scan = new ScanOnFrame(scan_, model_, this);
  auto* view = new ScanOnFrameView(scan_, *scan);
  auto* steps = new ScanOnFramePanel(*scan);
  connect(steps, &ScanOnFramePanel::blendChosen, view, &ScanOnFrameView::setBlend);
  addMode("scan", tr("Plan of the scan"), view, steps, scan->undoStack());
}

void FluoroscopyPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  tiles_[static_cast<std::size_t>(model_.currentView())]->frame().setFocus();  // for the page's keys
}

void FluoroscopyPage::fill(int view) {
  auto* other = tiles_[static_cast<std::size_t>(1 - view)];
  other->setVisible(!other->isVisibleTo(this));
}

/// An action of its own, so that F1 lists the key; it works while the page has the focus of the window.
void FluoroscopyPage::addKey(const QString& name, const QString& text, const QKeySequence& key,
                             const std::function<void()>& action) {
  auto* made = new QAction(text, this);
  made->setObjectName(name);
  made->setShortcut(key);
  made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  connect(made, &QAction::triggered, this, action);
  addAction(made);
}

void FluoroscopyPage::makeKeys() {
  const auto current = [this]() -> FrameView& {
    return tiles_[static_cast<std::size_t>(model_.currentView())]->frame();
  };
  const auto step = [this](int frames) {
    model_.setFrame(model_.currentView(), model_.frame(model_.currentView()) + frames);
  };
  addKey("fluoroscopyPlay", tr("Play or stop the run"), Qt::Key_Space,
         [current] { current().setPlaying(!current().isPlaying()); });
  addKey("fluoroscopyOn", tr("One frame on"), Qt::Key_PageDown, [step] { step(1); });
  addKey("fluoroscopyBack", tr("One frame back"), Qt::Key_PageUp, [step] { step(-1); });
  addKey("fluoroscopyInvert", tr("Black for white"), Qt::Key_I, [current] {
    Look look = current().look();
    look.inverse = !look.inverse;
    current().setLook(look);
  });
  addKey("fluoroscopyTarget", tr("Mark the target"), Qt::Key_T, [this] { marks_->chooseTool(MarkTool::Target); });
  addKey("fluoroscopyEntry", tr("Mark the entry"), Qt::Key_E, [this] { marks_->chooseTool(MarkTool::Entry); });
  addKey("fluoroscopyLook", tr("End marking"), Qt::Key_Escape, [this] { marks_->chooseTool(MarkTool::Look); });
  addKey("fluoroscopyFit", tr("Fit the frames"), Qt::Key_R, [this] {
    for (FrameTile* tile : tiles_) tile->frame().fit();
  });
  addKey("fluoroscopyFill", tr("Fill with one frame, and back"), Qt::Key_F, [this] { fill(model_.currentView()); });
}

void FluoroscopyPage::addMode(const QString& objectName, const QString& title, QWidget* centre, QWidget* column,
                              QUndoStack& undo) {
  const int index = centre_->addWidget(centre);
  undoStacks_.push_back(&undo);
  columns_->addWidget(new panels::Column(objectName + "Column", {column}, kRightWidth));
  auto* button = new QPushButton(title);
  button->setObjectName("mode-" + objectName);
  button->setCheckable(true);
  button->setChecked(index == 0);
  button->setFocusPolicy(Qt::NoFocus);
  modeButtons_->addButton(button, index);
  modeRow_->addWidget(button);
  button->setVisible(true);
  connect(button, &QPushButton::clicked, this, [this, index] { showMode(index); });
}

void FluoroscopyPage::showMode(int index) {
  centre_->setCurrentIndex(index);
  columns_->setCurrentIndex(index);
  modeButtons_->button(index)->setChecked(true);
  Q_EMIT undoStackChanged();
}

QString FluoroscopyPage::title() const {
  return tr("Fluoroscopy");
}

QUndoStack* FluoroscopyPage::undoStack() {
  return undoStacks_[static_cast<std::size_t>(centre_->currentIndex())];
}

bool FluoroscopyPage::save(bool /*complete*/) {
  if (model_.isEmpty()) return false;
  QString file = file_;
  if (file.isEmpty())
    file = newFileFromDialog(this, tr("Save plan"), planFolder() + "/fluoroscopy-plan.dcm", tr("Plans (*.dcm)"));
  if (file.isEmpty() || !model_.savePlan(file)) return false;
  file_ = file;
  rememberPlanFolder(file, work_.lastScan());
  return true;
}

void FluoroscopyPage::setWindow(double centreHu, double widthHu) {
  scan_.setWindow(centreHu, widthHu);
}

QString FluoroscopyPage::unsaved() const {
  return model_.hasUnsavedChanges() ? tr("The plan on fluoroscopy has changes that are not saved.") : QString();
}

void FluoroscopyPage::leave() {
  model_.closeAll();
}

void FluoroscopyPage::openPlan(const QString& file, const planning::Plan& plan, bool recovers) {
  file_ = recovers ? QString() : file;
  model_.openPlan(file, plan, recovers);
}

}  // namespace app::fluoroscopy
