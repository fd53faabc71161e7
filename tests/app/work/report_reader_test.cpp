#include "app/work/report_reader.h"

#include <gtest/gtest.h>

#include <QTest>

#include "tests/app/review/review_fixture.h"
#include "tests/support/temporary_folder.h"

namespace {

class Reports : public testing::Test {
 protected:
  bool settles() {
    return QTest::qWaitFor([this] { return !reader_.isBusy(); }, 60000);
  }
  void read(const QString& file) {
    reader_.read(file,
                 [this](auto report) { told_ << (report ? "plan" : QString::fromStdString(report.error().code)); });
  }

  app::ReportReader reader_;
  QStringList told_;
};

}  // namespace

TEST_F(Reports, areReadBehindTheWindowInTheOrderTheyWereAskedFor) {
  const support::TemporaryFolder folder;
  const QString plan = tests::reviewFiles().path("case/plan.dcm");
  const QString none = QString::fromStdString((folder / "none.dcm").string());
  for (const QString& file : {plan, none, plan}) read(file);
  EXPECT_TRUE(told_.isEmpty());
  EXPECT_TRUE(reader_.isBusy());
  ASSERT_TRUE(settles());
  EXPECT_EQ(told_, (QStringList{"plan", "cannot-read", "plan"}));
}

TEST_F(Reports, areNotToldOnceTheyWereCancelled) {
  const QString plan = tests::reviewFiles().path("case/plan.dcm");
  read(plan);
  read(plan);
  reader_.cancel();
  EXPECT_FALSE(reader_.isBusy());
  read(plan);
  ASSERT_TRUE(settles());
  EXPECT_EQ(told_, QStringList{"plan"});
}
