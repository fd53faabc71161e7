#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QToolButton>

#include "app/practice/practice_page.h"
#include "app/practice/session.h"
#include "app/window/main_window.h"

namespace app {
namespace {

/// What would open, make or save something else than the attempt.
constexpr const char* kNotInPractice[] = {"openStructureFile", "openPlan",    "savePlan",   "addNeedleAction",
                                          "findBone",          "findVessels", "toolVessel", "findThinVessels",
                                          "addEmptyStructure", "toolPaint",   "toolErase",  "toolKeepPiece",
                                          "toolTrace",         "nextNeedle"};

}  // namespace

void MainWindow::addPractice() {
  auto& session = practice::Session::of(case_);
  practice_ = new practice::PracticePage(case_, session);
  addPage("practice", tr("Practice"), practice_);
  connect(practice_, &practice::PracticePage::startAsked, this, [this, &session](const auto& exercise) {
    if (mayLeaveCase()) session.start(exercise);
  });
  connect(practice_, &practice::PracticePage::resumeAsked, this,
          [this, &session](const auto& exercise, const QString& file) {
            if (mayLeaveCase()) session.resume(exercise, file);
          });
  connect(practice_, &practice::PracticePage::refused, &case_, &Case::refused);
  connect(practice_, &practice::PracticePage::message, &case_, &Case::message);
  connect(practice_, &practice::PracticePage::workProgress, this, &MainWindow::showProgress);
  connect(cancel_, &QToolButton::clicked, practice_, &practice::PracticePage::cancelWork);
  connect(&session, &practice::Session::changed, this, &MainWindow::showPractice);
  connect(&session, &practice::Session::begun, this, [this] { goToPage("plan"); });
  connect(&session, &practice::Session::finished, this, [this] { goToPage("practice"); });
  connect(&session, &practice::Session::refused, &case_, &Case::refused);
  connect(&session, &practice::Session::workProgress, this, &MainWindow::showProgress);
}

/// The needle's steps have their keys, which F1 lists.
void MainWindow::makePracticeMenu() {
  auto& session = practice::Session::of(case_);
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

/// During an attempt nothing tells an answer, and route, level and side are the exercise's.
void MainWindow::showPractice() {
  const bool practises = practice::Session::of(case_).isActive();
  const bool steps = practises && shows("plan");
  for (QAction* action : practiceMenu_->actions()) action->setEnabled(steps);
  for (QWidget* panel : notInPractice_) panel->setVisible(!practises);
  findChild<QWidget*>("planRoute")->setEnabled(!practises);
  for (const char* name : kNotInPractice)
    if (auto* action = findChild<QAction*>(name))
      action->setEnabled(!practises && (shows("plan") || !action->isCheckable()));
}

}  // namespace app
