#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoGroup>
#include <QVBoxLayout>

#include "app/deidentify/deidentify_dialog.h"
#include "app/panels/structures_panel.h"
#include "app/panels/tubes_panel.h"
#include "app/review/review_page.h"
#include "app/text/words.h"
#include "app/views/views_area.h"
#include "app/window/main_window.h"

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
  connect(command(menu, "openFolder", tr("Open folder"), QKeySequence::Open), &QAction::triggered, this,
          &MainWindow::askFolder);
  connect(command(menu, "openStructureFile", tr("Open structures"), {}), &QAction::triggered, this,
          &MainWindow::askStructures);
  connect(command(menu, "openPlan", tr("Open plan"), {}), &QAction::triggered, this, &MainWindow::askPlan);
  connect(command(menu, "openDemo", tr("Open the demo case"), {}), &QAction::triggered, this, &MainWindow::openDemo);
  menu->addSeparator();
  connect(command(menu, "savePlan", tr("Save plan"), QKeySequence::Save), &QAction::triggered, this,
          [this] { askSave(false); });
  connect(command(menu, "exportWithoutIdentity", tr("Export without identity"), {}), &QAction::triggered, this, [this] {
    auto* dialog = new deidentify::DeidentifyDialog(opening_.path(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
  });
  menu->addSeparator();
  connect(command(menu, "quit", tr("Quit"), QKeySequence::Quit), &QAction::triggered, this, &QWidget::close);
}

void MainWindow::makeEditMenu() {
  auto* menu = menuBar()->addMenu(tr("&Edit"));
  undoGroup_ = new QUndoGroup(this);
  undoGroup_->addStack(&case_.undoStack());
  undoGroup_->setActiveStack(&case_.undoStack());
  auto* undo = undoGroup_->createUndoAction(this, tr("Undo"));
  auto* redo = undoGroup_->createRedoAction(this, tr("Redo"));
  undo->setObjectName("undo");
  redo->setObjectName("redo");
  undo->setShortcut(QKeySequence::Undo);
  redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Y), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)});
  undo->setIconText(tr("Undo"));
  redo->setIconText(tr("Redo"));
  menu->addActions({undo, redo});
  menu->addSeparator();
  connect(command(menu, "addNeedleAction", tr("Add a needle"), {}), &QAction::triggered, &case_, &Case::addNeedle);
  connect(command(menu, "nextNeedle", tr("Next needle"), Qt::Key_N), &QAction::triggered, this, [this] {
    const auto count = static_cast<int>(case_.plan().needles.size());
    if (count > 0) case_.setCurrentNeedle((case_.currentNeedle() + 1) % count);
  });
}

void MainWindow::makeViewMenu() {
  auto* menu = menuBar()->addMenu(tr("&View"));
  auto* presets = menu->addMenu(tr("Window"));
  presets->setObjectName("presets");
  int key = Qt::Key_1;
  for (const Preset& preset : kPresets) {
    auto* action = command(presets, QString("preset%1").arg(key - Qt::Key_0),
                           QCoreApplication::translate("Preset", preset.name), QKeySequence(key));
    connect(action, &QAction::triggered, this, [this, preset] {
      if (shows("review")) return review_->setWindow(preset.centreHu, preset.widthHu);
      case_.setWindow(preset.centreHu, preset.widthHu);
    });
    ++key;
  }
  auto* layouts = menu->addMenu(tr("Layout"));
  layouts->setObjectName("layouts");
  using views::Arrangement;
  connect(command(layouts, "layoutScan", tr("Scan: axial, sagittal, coronal, 3D"), {}), &QAction::triggered, this,
          [this] { views_->arrange(Arrangement::Scan); });
  connect(command(layouts, "layoutSagittal", tr("Sagittal large: for needles toward the head"), {}),
          &QAction::triggered, this, [this] { views_->arrange(Arrangement::Sagittal); });
  connect(command(layouts, "layoutNeedle", tr("Needle: along it, across it, 3D"), {}), &QAction::triggered, this,
          [this] { views_->arrange(Arrangement::Needle); });
  connect(command(menu, "resetViews", tr("Fit the views"), Qt::Key_R), &QAction::triggered, views_,
          &views::ViewsArea::resetViews);
  connect(command(menu, "fill", tr("Fill with one view, and back"), Qt::Key_F), &QAction::triggered, views_,
          qOverload<>(&views::ViewsArea::toggleMaximised));
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
  toolGroup_ = new QActionGroup(this);
  const auto add = [&](const char* name, const QString& text, int key, Tool tool, bool inToolBar = false) {
    auto* action = command(menu, name, text, QKeySequence(key));
    action->setCheckable(true);
    action->setProperty("inToolBar", inToolBar);
    action->setChecked(views_->tool() == tool);
    action->setData(static_cast<int>(tool));
    toolGroup_->addAction(action);
    connect(action, &QAction::triggered, this, [this, tool] { views_->setTool(tool); });
  };
  add("toolCrosshair", tr("Crosshair"), Qt::Key_C, Tool::Crosshair, true);
  add("toolTarget", tr("Target"), Qt::Key_T, Tool::Target, true);
  add("toolEntry", tr("Entry"), Qt::Key_E, Tool::Entry, true);
  add("toolMeasure", tr("Measure"), Qt::Key_M, Tool::Measure, true);
  add("toolVessel", tr("Grow a vessel from a click"), Qt::Key_V, Tool::Vessel);
  add("toolPaint", tr("Paint"), Qt::Key_P, Tool::Paint);
  add("toolErase", tr("Erase"), Qt::Key_X, Tool::Erase);
  add("toolKeepPiece", tr("Keep the piece that is clicked"), {}, Tool::KeepPiece);
  add("toolLevel", tr("Level"), Qt::Key_L, Tool::Level);
  add("toolTrace", tr("Trace"), Qt::Key_D, Tool::Trace, true);
  menu->addSeparator();
  connect(command(menu, "endTool", tr("End the tool"), Qt::Key_Escape), &QAction::triggered, this,
          [this] { views_->escape(); });
  connect(views_, &views::ViewsArea::toolChanged, this, [this](Tool tool) {
    for (QAction* action : toolGroup_->actions()) action->setChecked(action->data().toInt() == static_cast<int>(tool));
  });
}

void MainWindow::makeStructureMenu() {
  auto* menu = menuBar()->addMenu(tr("&Structures"));
  menu->setObjectName("structuresMenu");
  connect(command(menu, "findBone", tr("Find the bone"), {}), &QAction::triggered, &case_, &Case::findBone);
  connect(command(menu, "findVessels", tr("Find the large vessels"), {}), &QAction::triggered, &case_,
          &Case::findVessels);
  menu->addAction(findChild<QAction*>("toolVessel"));
  connect(command(menu, "findThinVessels", tr("Find thin vessels"), {}), &QAction::triggered, this,
          [this] { tubes_->setVisible(!tubes_->isVisibleTo(tubes_->parentWidget())); });
  connect(command(menu, "addEmptyStructure", tr("Paint a new structure"), {}), &QAction::triggered, this, [this] {
    case_.addEmptyStructure();
    findChild<QAction*>("toolPaint")->trigger();
  });
  structures_->setAddMenu(menu);
}

void MainWindow::makeHelpMenu() {
  auto* menu = menuBar()->addMenu(tr("&Help"));
  connect(command(menu, "help", tr("Keys and mouse"), QKeySequence::HelpContents), &QAction::triggered, this,
          &MainWindow::showKeys);
}

void MainWindow::makeToolBar() {
  tools_ = addToolBar(tr("Tools"));
  tools_->setObjectName("toolBar");
  tools_->setMovable(false);
  tools_->setToolButtonStyle(Qt::ToolButtonTextOnly);
  const auto put = [this](const char* name) { tools_->addAction(findChild<QAction*>(name)); };
  put("openFolder");
  put("savePlan");
  tools_->addSeparator();
  put("undo");
  put("redo");
  tools_->addSeparator();
  for (const char* menu : {"layouts", "presets"}) {
    auto* action = findChild<QMenu*>(menu)->menuAction();
    tools_->addAction(action);
    if (auto* button = qobject_cast<QToolButton*>(tools_->widgetForAction(action)))
      button->setPopupMode(QToolButton::InstantPopup);
  }
  tools_->addSeparator();
  for (QAction* action : toolGroup_->actions())
    if (action->property("inToolBar").toBool()) tools_->addAction(action);
  tools_->addSeparator();
  put("help");
}

void MainWindow::showKeys() {
  auto* dialog = findChild<QDialog*>("keys");
  if (!dialog) {
    dialog = new QDialog(this, Qt::Tool);
    dialog->setObjectName("keys");
    dialog->setWindowTitle(tr("Keys and mouse"));
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
    auto* layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->addWidget(label);
  }
  dialog->setVisible(!dialog->isVisible());
}

}  // namespace app
