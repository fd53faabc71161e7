#include <gtest/gtest.h>

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>
#include <QTimer>

#include "app/look/style.h"
#include "app/review/review_page.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "app/window/plan_page.h"
#include "planning/plan/own_choices.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/review/review_fixture.h"

namespace {

class ReviewInWindow : public testing::Test {
 protected:
  void SetUp() override {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak("en");
  }
  void TearDown() override { QSettings().clear(); }
  static bool eventually(const std::function<bool()>& holds) { return QTest::qWaitFor(holds, 60000); }
};

}  // namespace

TEST_F(ReviewInWindow, takesTheOpenPlanAndFollowsIt) {
  app::OpenCases cases;
  app::Case& planned = cases.scan;
  app::MainWindow window(cases);
  auto& review = window.findChild<app::review::ReviewPage*>("reviewPage")->review();
  window.show();
  window.openPath(tests::smallSeries().folder.path());
  ASSERT_TRUE(eventually([&] { return planned.shownScan().skin() != nullptr; }));
  planned.document().setTarget(tests::kTarget);
  planned.document().setEntry(tests::kEntry);
  window.goTo<app::review::ReviewPage>();
  ASSERT_NE(review.planned(), nullptr);
  EXPECT_TRUE(review.reviewsOpenPlan());
  EXPECT_EQ(review.planned()->plan.choices.needles[0].target, tests::kTarget);
  window.goTo<app::PlanPage>();
  planned.document().setTarget(tests::kTarget + planning::makeVector(1, 0, 0));
  window.goTo<app::review::ReviewPage>();
  EXPECT_NE(review.planned()->plan.choices.needles[0].target, tests::kTarget);
  planned.document().addNeedle();
  planned.document().setCurrentNeedle(1);
  for (const auto side : {planning::anatomy::Side::Left, planning::anatomy::Side::Right}) {
    window.goTo<app::PlanPage>();
    planned.document().setSide(side);
    window.goTo<app::review::ReviewPage>();
    const auto& choices = review.planned()->plan.choices;
    ASSERT_EQ(choices.needles.size(), 2U);
    EXPECT_EQ(planning::ownSiteOf(choices, choices.needles[1]).side, side) << "of the second needle alone";
  }
  planned.document().undoStack().setClean();
  planned.work().close();
}

TEST_F(ReviewInWindow, undoesOnItsOwnStack) {
  app::OpenCases cases;
  app::MainWindow window(cases);
  auto* page = window.findChild<app::review::ReviewPage*>("reviewPage");
  window.show();
  window.goTo<app::review::ReviewPage>();
  auto& review = page->review();
  review.openPlan(tests::reviewFiles().path("case/plan.dcm"));
  ASSERT_TRUE(eventually([&] { return review.planned() != nullptr; }));
  review.setContrastTest("articular");
  window.findChild<QAction*>("undo")->trigger();
  EXPECT_EQ(review.marks().contrastTest, "");
  window.findChild<QAction*>("redo")->trigger();
  EXPECT_EQ(review.marks().contrastTest, "articular");
}

TEST_F(ReviewInWindow, asksBeforeMarksThatAreNotSavedAreLost) {
  app::OpenCases cases;
  app::MainWindow window(cases);
  window.show();
  window.goTo<app::review::ReviewPage>();
  auto& review = window.findChild<app::review::ReviewPage*>("reviewPage")->review();
  review.openPlan(tests::reviewFiles().path("case/plan.dcm"));
  review.openControl(tests::reviewFiles().path("case/control"));
  ASSERT_TRUE(eventually([&] { return review.planned() && review.control() && !review.isWorking(); }));
  ASSERT_FALSE(review.hasUnsavedMarks());
  review.setContrastTest("articular");
  int asked = 0;
  QTimer answering;
  QObject::connect(&answering, &QTimer::timeout, [&] {
    auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
    if (question == nullptr) return;
    ++asked;
    question->button(QMessageBox::Cancel)->click();
  });
  answering.start(20);
  EXPECT_FALSE(window.close());
  EXPECT_EQ(asked, 1);
  EXPECT_EQ(review.marks().contrastTest, "articular");
  review.undoStack().undo();
  EXPECT_TRUE(window.close());
  EXPECT_EQ(asked, 1);
}

TEST_F(ReviewInWindow, fits1280PixelsInBothLanguages) {
  for (const char* language : {"en", "fr"}) {
    app::speak(language);
    app::OpenCases cases;
    app::MainWindow window(cases);
    window.resize(1280, 800);
    window.show();
    window.goTo<app::review::ReviewPage>();
    QApplication::processEvents();
    EXPECT_LE(window.minimumSizeHint().width(), 1280) << language;
    for (const auto* button : window.findChild<QWidget*>("reviewPage")->findChildren<QPushButton*>())
      if (button->isVisible()) {
        EXPECT_GE(button->width(), button->minimumSizeHint().width()) << button->text().toStdString();
      }
  }
  app::speak("en");
}
