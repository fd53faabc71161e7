#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>
#include <QUndoGroup>
#include <QVBoxLayout>

#include <algorithm>

#include "app/deidentify/deidentify_dialog.h"
#include "app/look/page.h"
#include "app/pacs/pacs_page.h"
#include "app/practice/session.h"
#include "app/text/words.h"
#include "app/views/views_area.h"
#include "app/window/main_window.h"
#include "app/window/plan_page.h"

namespace app {
namespace {

struct Preset {
  const char* name;
  double centreHu, widthHu;
};
constexpr Preset kPresets[] = {
    {QT_TRANSLATE_NOOP("Preset", "Soft tissue"), 40, 400},  {QT_TRANSLATE_NOOP("Preset", "Bone"), 480, 2500},
    {QT_TRANSLATE_NOOP("Preset", "Lung"), -600, 1600},      {QT_TRANSLATE_NOOP("Preset", "Spine"), 60, 300},
    {QT_TRANSLATE_NOOP("Preset", "Angiography"), 300, 600}, {QT_TRANSLATE_NOOP("Preset", "Full range"), 1000, 4000}};

QString row(const QString& key, const QString& what) {
  return QStringLiteral("<tr><td style='padding-right:24px'><b>%1</b></td><td>%2</td></tr>").arg(key, what);
}

}  // namespace

QAction* MainWindow::command(QMenu* menu, const QString& name, const QString& text, const QKeySequence& key) {
  auto* action = menu->addAction(text);
  action->setObjectName(name);
  action->setShortcut(key);
  const QString keyText = key.toString(QKeySequence::NativeText);
  action->setToolTip(keyText.isEmpty() ? text : text + " (" + keyText + ")");
  return action;
}

void MainWindow::makeActions() {
  makeFileMenu();
  makeEditMenu();
  makeViewMenu();
  makeToolMenu();
  makeStructureMenu();
  makePracticeMenu();
  makeHelpMenu();
  makeToolBar();
}

void MainWindow::makeFileMenu() {
  auto* menu = menuBar()->addMenu(tr("&File"));
  openFolder_ = command(menu, "openFolder", tr("Open folder"), QKeySequence::Open);
  auto* fetch = command(menu, "fetchFromPacs", tr("Fetch from the PACS"), {});
  auto* structures = command(menu, "openStructureFile", tr("Open structures"), {});
  auto* plan = command(menu, "openPlan", tr("Open plan"), {});
  auto* needle = command(menu, "openNeedle", tr("Open needle from file"), {});
  auto* demo = command(menu, "openDemo", tr("Open the demo case"), {});
  makeOpeningChoice(menu);
  menu->addSeparator();
  savePlan_ = command(menu, "savePlan", tr("Save plan"), QKeySequence::Save);
  auto* exported = command(menu, "exportPlan", tr("Export plan"), {});
  auto* print = command(menu, "printWorksheet", tr("Print the worksheet"), QKeySequence::Print);
  auto* anonymous = command(menu, "exportWithoutIdentity", tr("Export without identity"), {});
  auto* outbox = command(menu, "outbox", tr("Outbox"), {});
  menu->addSeparator();
  auto* quit = command(menu, "quit", tr("Quit"), QKeySequence::Quit);
  connect(openFolder_, &QAction::triggered, this, &MainWindow::askFolder);
  connect(fetch, &QAction::triggered, this, [this] { goTo<pacs::PacsPage>(); });
  connect(structures, &QAction::triggered, this, &MainWindow::askStructures);
  connect(plan, &QAction::triggered, this, &MainWindow::askPlan);
  connect(needle, &QAction::triggered, this, &MainWindow::askNeedle);
  connect(exported, &QAction::triggered, this, &MainWindow::askExport);
  connect(demo, &QAction::triggered, this, &MainWindow::openDemo);
  connect(savePlan_, &QAction::triggered, this, [this] { edited()->save(false); });
  connect(print, &QAction::triggered, plan_, &PlanPage::printWorksheet);
  connect(anonymous, &QAction::triggered, this, [this] {
    auto* dialog = new deidentify::DeidentifyDialog(opening_.path(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
  });
  connect(outbox, &QAction::triggered, this, &MainWindow::showOutbox);
  connect(quit, &QAction::triggered, this, &QWidget::close);
  notInPractice_ = {structures, plan, needle, savePlan_, exported, print};
}

/// Kept in the settings; of the next scan that is opened.
void MainWindow::makeOpeningChoice(QMenu* menu) {
  auto* finds = command(menu, "findOnOpening", tr("Find structures on opening"), {});
  finds->setCheckable(true);
  connect(finds, &QAction::toggled, this, [this](bool on) {
    QSettings().setValue("opening/findStructures", on);
    case_.foundOnOpening().setWanted(on);
  });
  finds->setChecked(QSettings().value("opening/findStructures", true).toBool());
  case_.foundOnOpening().setWanted(finds->isChecked());
}

void MainWindow::makeEditMenu() {
  auto* menu = menuBar()->addMenu(tr("&Edit"));
  undo_ = undoGroup_->createUndoAction(this, tr("Undo"));
  redo_ = undoGroup_->createRedoAction(this, tr("Redo"));
  undo_->setObjectName("undo");
  redo_->setObjectName("redo");
  undo_->setShortcut(QKeySequence::Undo);
  redo_->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
  undo_->setIconText(tr("Undo"));
  redo_->setIconText(tr("Redo"));
  menu->addActions({undo_, redo_});
  menu->addSeparator();
  auto* add = command(menu, "addNeedleAction", tr("Add a needle"), {});
  auto* next = command(menu, "nextNeedle", tr("Next needle"), Qt::Key_N);
  connect(add, &QAction::triggered, &case_.document(), &PlanDocument::addNeedle);
  connect(next, &QAction::triggered, this, [this] {
    const auto count = static_cast<int>(case_.shownScan().plan().choices.needles.size());
    if (count > 0) case_.document().setCurrentNeedle((case_.shownScan().currentNeedle() + 1) % count);
  });
  auto* together = command(menu, "proposeTogether", tr("Propose target and entry"), Qt::Key_A);
  auto* step = command(menu, "nextThing", tr("To the next thing to do"), Qt::Key_G);
  auto* confirm = command(menu, "nextToConfirm", tr("Confirm the next structure"), Qt::Key_U);
  connect(together, &QAction::triggered, plan_, &PlanPage::proposeTogether);
  connect(step, &QAction::triggered, plan_, &PlanPage::goToNextStep);
  connect(confirm, &QAction::triggered, plan_, &PlanPage::confirmNext);
  notInPractice_.insert(notInPractice_.end(), {add, next, together, step, confirm});
}

void MainWindow::makeViewMenu() {
  auto* menu = menuBar()->addMenu(tr("&View"));
  auto& views = plan_->views();
  makePresets(menu);
  makeLayouts(menu);
  auto* reset = command(menu, "resetViews", tr("Fit the views"), Qt::Key_R);
  auto* fill = command(menu, "fill", tr("Fill with one view, and back"), Qt::Key_F);
  connect(reset, &QAction::triggered, &views, &views::ViewsArea::resetViews);
  connect(fill, &QAction::triggered, &views, qOverload<>(&views::ViewsArea::toggleMaximised));
  onPlanPage_ = {reset, fill};
  makeLanguages(menu);
}

void MainWindow::makePresets(QMenu* menu) {
  presets_ = menu->addMenu(tr("Window"));
  presets_->setObjectName("presets");
  int key = Qt::Key_1;
  for (const Preset& preset : kPresets) {
    auto* action = command(presets_, QString("preset%1").arg(key - Qt::Key_0),
                           QCoreApplication::translate("Preset", preset.name), QKeySequence(key));
    connect(action, &QAction::triggered, this,
            [this, preset] { edited()->setWindow(preset.centreHu, preset.widthHu); });
    ++key;
  }
}

void MainWindow::makeLayouts(QMenu* menu) {
  using views::Arrangement;
  layouts_ = menu->addMenu(tr("Layout"));
  layouts_->setObjectName("layouts");
  const auto add = [this](const char* name, const QString& text, Arrangement arrangement) {
    connect(command(layouts_, name, text, {}), &QAction::triggered, this,
            [this, arrangement] { plan_->views().arrange(arrangement); });
  };
  add("layoutScan", tr("Scan: axial, sagittal, coronal, 3D"), Arrangement::Scan);
  add("layoutSagittal", tr("Sagittal large: for needles toward the head"), Arrangement::Sagittal);
  add("layoutNeedle", tr("Needle: along it, across it, 3D"), Arrangement::Needle);
}

void MainWindow::makeLanguages(QMenu* menu) {
  auto* languages = menu->addMenu(tr("Language"));
  languages->setObjectName("languages");
  for (const auto& [code, name] : {std::pair("en", QStringLiteral("English")), {"fr", QStringLiteral("Français")}}) {
    auto* action = command(languages, QString("language-") + code, name, {});
    action->setCheckable(true);
    action->setChecked(QLatin1String(windowLanguage()) == code);
    connect(action, &QAction::triggered, this, [this, language = QString(code)] { Q_EMIT languageChosen(language); });
  }
}

void MainWindow::makeToolMenu() {
  using views::Tool;
  auto* menu = menuBar()->addMenu(tr("&Tools"));
  auto* views = &plan_->views();
  toolGroup_ = new QActionGroup(this);
  const auto add = [&](const char* name, const QString& text, int key, Tool tool) {
    auto* action = command(menu, name, text, QKeySequence(key));
    action->setCheckable(true);
    action->setChecked(views->tool() == tool);
    action->setData(static_cast<int>(tool));
    toolGroup_->addAction(action);
    connect(action, &QAction::triggered, this, [views, tool] { views->setTool(tool); });
  };
  add("toolCrosshair", tr("Crosshair"), Qt::Key_C, Tool::Crosshair);
  add("toolTarget", tr("Target"), Qt::Key_T, Tool::Target);
  add("toolEntry", tr("Entry"), Qt::Key_E, Tool::Entry);
  add("toolMeasure", tr("Measure"), Qt::Key_M, Tool::Measure);
  add("toolVessel", tr("Grow a vessel from a click"), Qt::Key_V, Tool::Vessel);
  add("toolPaint", tr("Paint"), Qt::Key_P, Tool::Paint);
  add("toolErase", tr("Erase"), Qt::Key_X, Tool::Erase);
  add("toolKeepPiece", tr("Keep the piece that is clicked"), {}, Tool::KeepPiece);
  add("toolLevel", tr("Level"), Qt::Key_L, Tool::Level);
  add("toolTrace", tr("Trace"), Qt::Key_D, Tool::Trace);
  for (const Tool tool : {Tool::Vessel, Tool::Paint, Tool::Erase, Tool::KeepPiece, Tool::Trace})
    notInPractice_.push_back(toolAction(tool));
  menu->addSeparator();
  auto* end = command(menu, "endTool", tr("End the tool"), Qt::Key_Escape);
  onPlanPage_.push_back(end);
  connect(end, &QAction::triggered, this, [views] { views->escape(); });
  connect(views, &views::ViewsArea::toolChanged, this, [this](Tool tool) {
    for (QAction* action : toolGroup_->actions()) action->setChecked(action == toolAction(tool));
  });
}

QAction* MainWindow::toolAction(views::Tool tool) const {
  const auto tools = toolGroup_->actions();
  return *std::find_if(tools.begin(), tools.end(),
                       [tool](const QAction* action) { return action->data().toInt() == static_cast<int>(tool); });
}

void MainWindow::makeStructureMenu() {
  auto* menu = menuBar()->addMenu(tr("&Structures"));
  menu->setObjectName("structuresMenu");
  auto* bone = command(menu, "findBone", tr("Find the bone"), {});
  auto* vessels = command(menu, "findVessels", tr("Find the large vessels"), {});
  auto* lungs = command(menu, "findLungs", tr("Find the lungs"), {});
  menu->addAction(toolAction(views::Tool::Vessel));
  auto* thin = command(menu, "findThinVessels", tr("Find thin vessels"), {});
  auto* empty = command(menu, "addEmptyStructure", tr("Paint a new structure"), {});
  connect(bone, &QAction::triggered, this, [this] { case_.structures().finder().findBone(); });
  connect(vessels, &QAction::triggered, this, [this] { case_.structures().finder().findVessels(); });
  connect(lungs, &QAction::triggered, this, [this] { case_.structures().finder().findLungs(); });
  connect(thin, &QAction::triggered, plan_, &PlanPage::toggleTubes);
  connect(empty, &QAction::triggered, this, [this] {
    case_.structures().addEmpty();
    plan_->views().setTool(views::Tool::Paint);
  });
  notInPractice_.insert(notInPractice_.end(), {bone, vessels, lungs, thin, empty});
  plan_->setStructureMenu(menu);
}

/// The needle's steps have their keys, which F1 lists.
void MainWindow::makePracticeMenu() {
  auto& session = cases_.practice;
  practiceMenu_ = menuBar()->addMenu(tr("&Practice"));
  practiceMenu_->setObjectName("practiceMenu");
  const auto add = [&](const char* name, const QString& text, const QKeySequence& key, auto act) {
    connect(command(practiceMenu_, name, text, key), &QAction::triggered, this, act);
  };
  add("practiceInsertAction", tr("Set the needle in, or anew"), Qt::Key_I, [&session] { session.insert(); });
  add("practiceForward", tr("Needle 5 mm forward"), Qt::Key_Plus, [&session] { session.advance(5); });
  add("practiceForwardFine", tr("Needle 1 mm forward"), Qt::CTRL | Qt::Key_Plus, [&session] { session.advance(1); });
  add("practiceBack", tr("Needle 5 mm back"), Qt::Key_Minus, [&session] { session.advance(-5); });
  add("practiceSliceAction", tr("Control slice"), Qt::Key_K, [&session] { session.takeControlSlice(); });
  practiceMenu_->addSeparator();
  add("practiceHandInAction", tr("Hand in"), {}, [&session] { session.handIn(); });
  add("practiceLeaveAction", tr("Go on later"), {}, [&session] { session.leave(); });
}

void MainWindow::makeHelpMenu() {
  auto* menu = menuBar()->addMenu(tr("&Help"));
  help_ = command(menu, "help", tr("Keys and mouse"), QKeySequence::HelpContents);
  connect(help_, &QAction::triggered, this, &MainWindow::showKeys);
}

void MainWindow::makeToolBar() {
  using views::Tool;
  auto* bar = addToolBar(tr("Tools"));
  bar->setObjectName("toolBar");
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonTextOnly);
  bar->addActions({openFolder_, savePlan_});
  bar->addSeparator();
  bar->addActions({undo_, redo_});
  bar->addSeparator();
  for (const QMenu* menu : {layouts_, presets_}) {
    bar->addAction(menu->menuAction());
    if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(menu->menuAction())))
      button->setPopupMode(QToolButton::InstantPopup);
  }
  bar->addSeparator();
  for (const Tool tool : {Tool::Crosshair, Tool::Target, Tool::Entry, Tool::Measure, Tool::Trace})
    bar->addAction(toolAction(tool));
  bar->addSeparator();
  bar->addAction(help_);
}

void MainWindow::showKeys() {
  if (!keys_) {
    keys_ = new QDialog(this, Qt::Tool);
    keys_->setObjectName("keys");
    keys_->setWindowTitle(tr("Keys and mouse"));
    QString text =
        "<table>" + row(tr("Wheel, Page up, Page down"), tr("through the slices")) +
        row(tr("Ctrl + wheel"), tr("zoom")) + row(tr("Right drag"), tr("window")) +
        row(tr("Shift + wheel"), tr("the brush's ball larger or smaller")) +
        row(tr("Middle drag"), tr("move the image")) +
        row(tr("Left drag"), tr("the active tool; points are dragged directly")) +
        row(tr("Double click, F"), tr("the view fills the area, and back")) +
        row(tr("With Trace: click"), tr("a point of a nerve, a vessel or the dura; Enter or double click ends it")) +
        row(tr("With Trace: Shift + wheel"), tr("the radius at the chosen point; Delete takes the point away")) +
        row(tr("Arrows"), tr("the chosen point by 1 mm; with Shift by 0.2 mm")) +
        row(tr("Space"), tr("plays the slices"));
    for (const QAction* action : findChildren<QAction*>())
      if (!action->shortcut().isEmpty() && !action->text().isEmpty())
        text += row(action->shortcut().toString(QKeySequence::NativeText), action->text().remove('&').toHtmlEscaped());
    auto* label = new QLabel(text + "</table>");
    label->setTextFormat(Qt::RichText);
    label->setMargin(16);
    auto* scroll = new QScrollArea;  // the list is longer than a low screen
    scroll->setObjectName("keysScroll");
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(label);
    auto* layout = new QVBoxLayout(keys_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    const int bar = scroll->verticalScrollBar()->sizeHint().width();
    keys_->resize((label->sizeHint() + QSize(bar, 0)).boundedTo(screen()->availableSize() * 9 / 10));
    scroll->setFocus();  // its keys scroll
  }
  keys_->setVisible(!keys_->isVisible());
}

}  // namespace app
