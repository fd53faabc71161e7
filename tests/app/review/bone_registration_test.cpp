#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "app/case/case.h"
#include "app/look/style.h"
#include "app/review/review_page.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "app/work/reporter.h"
#include "io/reading/report_reader.h"
#include "planning/check.h"
#include "planning/review/registration.h"
#include "tests/app/review/review_fixture.h"
#include "tests/support/temporary_folder.h"

namespace app::review {
namespace {

using planning::review::RegistrationKind;

/// The page with the plan of the fixture, its scan at hand, and one of its controls.
class ReviewOnBone : public testing::Test {
 protected:
  void SetUp() override {
    applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    speak("en");
    page_ = std::make_unique<ReviewPage>(case_.shownScan(), case_.document(), reporter_);
    page_->resize(1280, 740);
    page_->show();
    QObject::connect(&review(), &ReviewCase::refused, [this](const auto& error) { refused_ = error.code; });
  }
  ReviewCase& review() { return page_->review(); }
  void open(const char* control) {
    const auto& files = tests::reviewFiles();
    review().openPlan(files.path("case/plan.dcm"), {files.folder.path() / "case/ct"});
    ASSERT_TRUE(QTest::qWaitFor([&] { return review().planned() != nullptr; }, 60000));
    review().openControl(files.path(control));
    settle();
    ASSERT_NE(review().result(), nullptr) << (review().why() ? review().why()->code : refused_);
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !review().isWorking(); }, 60000));
  }
  template <class T>
  T& find(const char* name) {
    T* found = page_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  support::TemporaryFolder folder_;
  std::string refused_;

 private:
  Case case_;
  Reporter reporter_;
  std::unique_ptr<ReviewPage> page_;
};

}  // namespace

TEST_F(ReviewOnBone, measuresAControlThatWasMovedOnceItsResidualIsAccepted) {
  open("moved/control");
  const auto& files = tests::reviewFiles();
  ASSERT_TRUE(review().registration().has_value());
  EXPECT_EQ(review().registration()->kind, RegistrationKind::Bone);
  const auto motion = planning::review::controlToPlan(*review().registration());
  const auto& planned = files.plan.choices.needles[0];
  for (const auto& place : {*planned.entry, *planned.target})
    EXPECT_LE((motion(place + files.moved) - place).GetNorm(), 0.5);
  EXPECT_EQ(find<QLabel>("reviewResidual").text(), mm(review().registration()->residualMm));
  EXPECT_TRUE(find<QLabel>("reviewRegistration").text().contains("bone"));
  const QString file = QString::fromStdString((folder_ / "control.dcm").string());
  EXPECT_FALSE(review().saveControl(file));
  EXPECT_EQ(refused_, "residual-not-accepted");
  find<QPushButton>("reviewAccept").click();
  settle();
  ASSERT_TRUE(review().saveControl(file)) << refused_;
  const auto read = io::report::readControl(file.toStdString());
  ASSERT_TRUE(read) << read.error().code;
  EXPECT_EQ(read->registration.kind, RegistrationKind::Bone);
  EXPECT_TRUE(read->registration.accepted);
  EXPECT_NEAR(read->registration.residualMm, review().registration()->residualMm, 5e-4);
  const double drawnOffMm = (files.needle.tip - *planned.target).GetNorm();
  EXPECT_NEAR(read->needles[0].deviation->tipMm, drawnOffMm, review().registration()->residualMm + 1);
}

}  // namespace app::review
