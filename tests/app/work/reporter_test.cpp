#include "app/work/reporter.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include <thread>

#include "app/case/case.h"
#include "app/work/background.h"

namespace app {

TEST(Reporter, passesOnWhatACaseSays) {
  Case opened;
  Reporter& openCase = opened.reporter();
  Reporter reporter;
  reporter.follow(&openCase);
  QSignalSpy refused(&reporter, &Reporter::refused), told(&reporter, &Reporter::message),
      progress(&reporter, &Reporter::workProgress);
  Q_EMIT openCase.refused({"no-scan", "a.dcm", {}});
  Q_EMIT openCase.message("saved");
  Q_EMIT openCase.workProgress("Reading", 0.5);
  ASSERT_EQ(refused.count(), 1);
  EXPECT_EQ(refused.first()[0].value<planning::Error>().subject, "a.dcm");
  ASSERT_EQ(told.count(), 1);
  EXPECT_EQ(told.first()[0].toString(), "saved");
  ASSERT_EQ(progress.count(), 1);
  EXPECT_EQ(progress.first()[1].toDouble(), 0.5);
}

TEST(Reporter, cancelsTheWorkOfAllThatItFollows) {
  Background first, second;
  Reporter reporter;
  reporter.follow(&first);
  reporter.follow(&second);
  QSignalSpy progress(&reporter, &Reporter::workProgress);
  for (Background* background : {&first, &second})
    background->run<int>(
        Background::Kind::Scan, "Waiting",
        [](planning::Progress& asked) -> planning::Expected<int> {
          while (!asked.stopRequested()) std::this_thread::yield();
          return 1;
        },
        [](const planning::Expected<int>&) { ADD_FAILURE() << "a cancelled job tells nothing"; });
  EXPECT_TRUE(first.isBusy(Background::Kind::Scan));
  Q_EMIT reporter.cancelled();
  EXPECT_FALSE(first.isBusy(Background::Kind::Scan));
  EXPECT_FALSE(second.isBusy(Background::Kind::Scan));
  EXPECT_GT(progress.count(), 0);
}

TEST(Reporter, livesOnWithoutWhatItFollowed) {
  Reporter reporter;
  {
    Background gone;
    reporter.follow(&gone);
  }
  Q_EMIT reporter.cancelled();
}

}  // namespace app
