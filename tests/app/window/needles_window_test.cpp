// A session of several needles by keyboard: mirrored, at the next level, undone.
#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QToolButton>

#include "app/look/style.h"
#include "app/window/main_window.h"
#include "app/work/reporter.h"
#include "planning/check.h"
#include "planning/plan/own_choices.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/honest_plan.h"
#include "tests/app/views/scene.h"
#include "tests/support/counted_column.h"

namespace {

using planning::anatomy::Side;

class NeedlesWindow : public testing::Test {
 protected:
  NeedlesWindow() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    tests::openTracedDemo(cases_.scan);
    tests::planForaminal(cases_.scan);
    tests::answerHonestly(document());
    window_ = std::make_unique<app::MainWindow>(cases_);
    tests::showAt(*window_, 1280, 800);
  }
  ~NeedlesWindow() override { document().undoStack().setClean(); }

  app::PlanDocument& document() { return cases_.scan.document(); }
  const planning::Plan& plan() { return document().plan(); }
  planning::OwnSite site(std::size_t which) {
    return planning::ownSiteOf(plan().choices, plan().choices.needles.at(which));
  }
  template <class T>
  T& find(const char* name) {
    T* found = window_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  void press(const char* button) {
    find<QToolButton>(button).setFocus(Qt::TabFocusReason);
    QTest::keyClick(&find<QToolButton>(button), Qt::Key_Space);
  }
  /// An upright spine around the target, which lies between L4's and L5's pedicles.
  void count() {
    const double z = (*plan().choices.needles.front().target)[2];
    document().edit("Count vertebrae", [z](app::PlanDraft& draft) {
      draft.levels.levels = {support::counted("L5", 0, z - 16, z - 23, 30),
                             support::counted("L4", 0, z + 16, z + 9, 30),
                             support::counted("L3", 0, z + 52, z + 45, 30)};
    });
  }

  app::OpenCases cases_;
  std::unique_ptr<app::MainWindow> window_;
};

}  // namespace

TEST_F(NeedlesWindow, mirrorsByKeyboardAcrossTheClickedMidline) {
  const planning::Point target = *plan().choices.needles.front().target;
  press("mirrorNeedle");
  ASSERT_EQ(plan().choices.needles.size(), 2U);
  EXPECT_EQ(document().currentNeedle(), 1);
  EXPECT_EQ(site(0).side, Side::Left);
  EXPECT_EQ(site(1).side, Side::Right);
  EXPECT_NEAR((*plan().choices.needles[1].target)[0], -target[0], 0.002) << "the midline was clicked at x = 0";
  EXPECT_NE(find<QLabel>("importedFrom").text().indexOf("mirrored from Needle 1"), -1);
  EXPECT_FALSE(plan().assessment.ready);
  EXPECT_NE(find<QLabel>("verdictWhy").text().indexOf("Needle 2"), -1)
      << find<QLabel>("verdictWhy").text().toStdString();
  auto& list = find<QListWidget>("needleList");
  EXPECT_EQ(list.count(), 2);
  list.setFocus(Qt::TabFocusReason);
  QTest::keyClick(&list, Qt::Key_Up);
  EXPECT_EQ(document().currentNeedle(), 0);
  EXPECT_EQ(find<QComboBox>("side").currentData().toInt(), static_cast<int>(Side::Left));
  QTest::keyClick(&list, Qt::Key_Down);
  EXPECT_EQ(find<QComboBox>("side").currentData().toInt(), static_cast<int>(Side::Right));
  document().undoStack().undo();
  EXPECT_EQ(plan().choices.needles.size(), 1U) << "one step";
  EXPECT_EQ(list.count(), 1);
}

TEST_F(NeedlesWindow, takesANeedleToTheNextLevelOnlyWhereTheCountReaches) {
  QSignalSpy refused(&cases_.scan.reporter(), &app::Reporter::refused);
  press("nextLevelHead");
  ASSERT_EQ(refused.count(), 1) << "nothing is counted";
  EXPECT_EQ(refused.front().front().value<planning::Error>().code, "next-not-counted");
  count();
  press("nextLevelHead");
  ASSERT_EQ(plan().choices.needles.size(), 2U);
  EXPECT_EQ(site(1).level, "L3");
  EXPECT_EQ(site(0).level, "L4-L5");
  EXPECT_EQ(plan().assessment.needles[1].site.levels.front(), "L3-L4");
  document().undoStack().undo();
  press("nextLevelFeet");
  EXPECT_EQ(plan().choices.needles.size(), 1U) << "S1 is not counted";
}

TEST_F(NeedlesWindow, givesTheChosenNeedleARouteOfItsOwn) {
  auto& list = find<QListWidget>("needleList");
  list.setFocus(Qt::TabFocusReason);
  QTest::keyClick(&list, Qt::Key_Insert);
  ASSERT_EQ(plan().choices.needles.size(), 2U);
  document().setRoute("intradiscal");
  document().setLevel("L4-L5");
  EXPECT_EQ(site(0).routeId, "lumbar-foraminal");
  EXPECT_EQ(site(1).routeId, "intradiscal");
  document().setCurrentNeedle(0);
  EXPECT_EQ(find<QComboBox>("route").currentData().toString(), "lumbar-foraminal");
  document().setRoute("lumbar-facet");
  EXPECT_EQ(site(1).routeId, "intradiscal");
  QTest::keyClick(&list, Qt::Key_Delete);
  ASSERT_EQ(plan().choices.needles.size(), 1U);
  EXPECT_EQ(plan().choices.routeId, "intradiscal") << "the plan's is that of the needle that is left";
}

TEST_F(NeedlesWindow, startsNamingInTheRegionOfTheChosenNeedle) {
  const auto& name = find<QComboBox>("levelToClick");
  EXPECT_EQ(name.currentText(), "L5");
  document().addNeedle();
  document().setRoute("cervical-facet");
  EXPECT_EQ(name.currentText(), "C7");
  document().setCurrentNeedle(0);
  EXPECT_EQ(name.currentText(), "L5");
}

TEST_F(NeedlesWindow, offersTheNameOfTheRootOfTheChosenNeedle) {
  const auto& name = find<QLineEdit>("traceName");
  const QString ofTheFirst = name.placeholderText();
  document().addNeedle();
  document().setLevel("L2-L3");
  const QString ofTheSecond = name.placeholderText();
  EXPECT_NE(ofTheSecond, ofTheFirst);
  document().setCurrentNeedle(0);
  EXPECT_EQ(name.placeholderText(), ofTheFirst);
  document().setCurrentNeedle(1);
  EXPECT_EQ(name.placeholderText(), ofTheSecond);
}

TEST_F(NeedlesWindow, bearsNoNameTwice) {
  document().addNeedle();
  document().renameNeedle(1, "Needle 1");
  EXPECT_EQ(plan().choices.needles[1].label, "Needle 2");
}
