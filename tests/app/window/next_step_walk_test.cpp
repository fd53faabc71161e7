// From the opened demo scan to a saved plan that is complete, by what the line beside the verdict says and nothing
// else.
#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "app/look/style.h"
#include "app/panels/confirm_panel.h"
#include "app/panels/coordinate_box.h"
#include "app/text/words.h"
#include "app/views/views_area.h"
#include "app/window/main_window.h"
#include "planning/check.h"
#include "planning/plan/next_step.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/honest_plan.h"
#include "tests/app/views/scene.h"

namespace {

using planning::Step;

/// The window on the traced demo case, with nothing planned and no structure confirmed; a person who does what it says.
class Person {
 public:
  explicit Person(const QString& language) {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak(language);
    tests::openTracedDemo(model());
    tests::planForaminal(model());
    goal_ = plan().choices;
    model().document().undoStack().setIndex(0);
    for (std::size_t n = 0; n < model().document().structures().size(); ++n)
      model().structures().setConfirmed(static_cast<int>(n), false);
    window_ = std::make_unique<app::MainWindow>(cases_);
    tests::showAt(*window_, 1280, 800);
    window_->activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window_.get()));
  }
  ~Person() {
    model().document().undoStack().setClean();
    window_.reset();
    app::speak("en");
  }
  app::Case& model() { return cases_.scan; }
  const planning::Plan& plan() { return model().document().plan(); }
  app::MainWindow& window() { return *window_; }
  /// Goes where the line leads, and does it with what has the focus there. The step.
  Step go();
  QString line() { return find<QLabel>("nextStep").text(); }
  template <class T>
  T& find(const QString& name) {
    T* found = window_->findChild<T*>(name);
    planning::check(found != nullptr, name.toUtf8().constData());
    return *found;
  }

 private:
  void choose(QComboBox& combo, const QVariant& data) {
    combo.setCurrentIndex(combo.findData(data));
    Q_EMIT combo.activated(combo.currentIndex());
  }
  void type(const QString& text) {
    auto* edit = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_TRUE(edit);
    edit->selectAll();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
  }
  void place(const char* which, const planning::Point& at);
  void choose();
  void give();
  void act(Step step);

  app::OpenCases cases_;
  planning::PlanChoices goal_;
  std::unique_ptr<app::MainWindow> window_;
};

/// Types the three coordinates, from the box that the line led to.
void Person::place(const char* which, const planning::Point& at) {
  EXPECT_EQ(QApplication::focusWidget()->objectName(), QString(which) + "X");
  std::string(which) == "target" ? model().document().setTarget(at) : model().document().setEntry(at);
}

void Person::choose() {
  auto* combo = qobject_cast<QComboBox*>(QApplication::focusWidget());
  ASSERT_TRUE(combo) << line().toStdString();
  const QString name = combo->objectName();
  if (name == "route") choose(*combo, QString::fromStdString(goal_.routeId));
  if (name == "level") choose(*combo, QString("L4"));  // as the route's list says L4-L5
  if (name == "side") choose(*combo, static_cast<int>(*goal_.side));
  if (name == "length") model().document().setNeedle(*goal_.needles[0].needle);
  if (name.startsWith("check-")) choose(*combo, QString("no"));
}

void Person::give() {
  QTimer::singleShot(0, qApp, [] {
    QWidget* dialog = QApplication::activeModalWidget();
    ASSERT_TRUE(dialog);
    dialog->findChild<QLineEdit*>("unseenReason")->setText("not opacified");
    dialog->findChild<QPushButton*>("unseenAccept")->click();
  });
  auto* button = qobject_cast<QPushButton*>(QApplication::focusWidget());
  ASSERT_TRUE(button) << line().toStdString();
  EXPECT_TRUE(button->objectName().startsWith("unseen-"));
  button->click();
}

void Person::act(Step step) {
  const double z = (*goal_.needles[0].target)[2];
  switch (step) {
    case Step::SetTarget:
      return place("target", *goal_.needles[0].target);
    case Step::SetEntry:
      return place("entry", *goal_.needles[0].entry);
    case Step::CountLevels:
      EXPECT_EQ(QApplication::focusWidget()->objectName(), "levelToClick");
      EXPECT_EQ(find<app::views::ViewsArea>("views").tool(), app::views::Tool::Level);
      for (auto* action : find<QPushButton>("levelSeen").menu()->actions())
        if (action->objectName() == "levelSeen-images") action->trigger();
      return;
    case Step::MarkMidline:
      EXPECT_EQ(QApplication::focusWidget()->objectName(), "midline");
      return model().document().setMidline({planning::makePoint(0, 70, z + 40), planning::makePoint(0, 70, z - 40)});
    case Step::ConfirmStructure:
      EXPECT_TRUE(find<app::panels::ConfirmPanel>("confirmPanel").hasFocus());
      while (QApplication::focusWidget() == &find<app::panels::ConfirmPanel>("confirmPanel"))
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
      return;
    case Step::GiveStructure:
      return give();
    case Step::AcceptReserve:
    case Step::AcceptRule:
      return qobject_cast<QCheckBox*>(QApplication::focusWidget())->click();
    case Step::NameOperator:
      return type(QApplication::focusWidget()->objectName() == "operatorName" ? "Roe^Ann" : "Clinic");
    case Step::Approve:
      QTimer::singleShot(
          0, qApp, [] { QApplication::activeModalWidget()->findChild<QPushButton*>("siteCheckConfirm")->click(); });
      EXPECT_EQ(QApplication::focusWidget()->objectName(), "approve");
      return qobject_cast<QPushButton*>(QApplication::focusWidget())->click();
    default:
      return choose();
  }
}

Step Person::go() {
  const Step step = planning::nextStep(plan()).step;
  if (step == Step::Done) return step;
  // A person without a name would be asked for it in a dialog: the first word by name comes after this.
  if (step == Step::CountLevels && plan().choices.operatorName.empty())
    model().document().setOperator(QString::fromStdString(tests::kOperator), "");
  QTest::keyClick(&window(), Qt::Key_Escape);
  Q_EMIT find<QLabel>("nextStep").linkActivated("next");
  QApplication::processEvents();
  act(step);
  QApplication::processEvents();
  return step;
}

}  // namespace

TEST(NextStepInWindow, leadsFromTheScanToASavedPlanAndMissesNothing) {
  for (const char* language : {"en", "fr"}) {
    QTemporaryDir folder;
    Person person(language);
    ASSERT_TRUE(person.window().savePlanAs(folder.filePath("plan.dcm"), false)) << "the next version stands beside it";
    std::vector<Step> steps;
    for (int n = 0; n < 40; ++n) {
      const QString said = person.line();
      EXPECT_TRUE(said.contains(language == QString("fr") ? "À faire" : "Next")) << said.toStdString();
      steps.push_back(person.go());
      if (planning::nextStep(person.plan()).step == Step::Done) break;
      ASSERT_FALSE(HasFatalFailure()) << said.toStdString();
    }
    EXPECT_TRUE(person.plan().assessment.ready);
    EXPECT_TRUE(person.plan().report.complete) << person.line().toStdString();
    EXPECT_TRUE(std::is_sorted(steps.begin(), steps.end())) << "no step is gone back to";
    EXPECT_EQ(steps.front(), Step::ChooseRoute);
    EXPECT_EQ(steps.back(), Step::Approve);
    EXPECT_EQ(std::count(steps.begin(), steps.end(), Step::ConfirmStructure), 1) << "one key each, in one go";
  }
}

TEST(ConfirmByKeyboard, showsEachStructureAndTakesOneKey) {
  Person person("en");
  auto& document = person.model().document();
  document.setOperator(QString::fromStdString(tests::kOperator), "Clinic");
  const auto confirmed = [&] {
    const auto& all = document.structures();
    return std::count_if(all.begin(), all.end(), [](const auto& m) { return m.structure.confirmed; });
  };
  const auto structures = document.structures().size();
  ASSERT_EQ(confirmed(), 0);
  auto& panel = person.find<app::panels::ConfirmPanel>("confirmPanel");
  EXPECT_TRUE(panel.isHidden());
  person.model().shownScan().setCrosshair(planning::makePoint(50, 50, 50));
  QTest::keyClick(&person.window(), Qt::Key_U);
  ASSERT_TRUE(panel.hasFocus());
  EXPECT_NE(person.model().shownScan().crosshair(), planning::makePoint(50, 50, 50)) << "seen before it is asked";
  EXPECT_TRUE(person.find<QLabel>("confirmName").text().contains("L4 left nerve root"));
  QTest::keyClick(&panel, Qt::Key_U);
  EXPECT_TRUE(person.find<QLabel>("confirmName").text().contains("Thecal sac")) << "U passes on";
  QTest::keyClick(&panel, Qt::Key_Return);
  EXPECT_EQ(confirmed(), 1);
  EXPECT_TRUE(document.structures()[1].structure.confirmed);
  ASSERT_TRUE(panel.hasFocus()) << "and asks on";
  auto& later = person.find<QPushButton>("confirmLater");
  later.setFocus();
  QTest::keyClick(&later, Qt::Key_Return);
  EXPECT_EQ(confirmed(), 1) << "Enter on another button confirms nothing";
  EXPECT_TRUE(panel.isHidden());
  QTest::keyClick(&person.window(), Qt::Key_U);
  ASSERT_TRUE(panel.hasFocus());
  QTest::keyClick(&panel, Qt::Key_Backspace);
  EXPECT_EQ(document.structures().size(), structures - 1) << "what is not there goes";
  QTest::keyClick(&panel, Qt::Key_Escape);
  EXPECT_TRUE(panel.isHidden());
  EXPECT_EQ(confirmed(), 1) << "Escape confirms nothing";
  document.undoStack().undo();
  EXPECT_EQ(document.structures().size(), structures);
}
