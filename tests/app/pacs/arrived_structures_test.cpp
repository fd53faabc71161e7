#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include <filesystem>

#include "app/pacs/pacs_page.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "planning/check.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;

// A fetched scan is open, and its segmentation comes behind it.
TEST(ArrivedStructures, areOpenedAsThoseThatLayBesideTheScan) {
  app::speak("en");
  const support::TemporaryFolder folder;
  fs::copy(support::smallCase().ct, folder.path(), fs::copy_options::recursive);
  app::OpenCases cases;
  app::MainWindow window(cases);
  window.openPath(QString::fromStdString(folder.path().string()));
  ASSERT_TRUE(QTest::qWaitFor([&] { return cases.scan.shownScan().skin() != nullptr; }, 60000));
  ASSERT_TRUE(cases.scan.shownScan().structures().empty());
  auto* page = window.findChild<app::pacs::PacsPage*>("pacsPage");
  ASSERT_TRUE(page);
  const auto arrive = [&] { Q_EMIT page->moreArrived(QString::fromStdString(folder.path().string())); };
  fs::copy_file(support::smallCase().seg, folder / "seg.dcm");
  arrive();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !cases.scan.shownScan().structures().empty(); }, 60000));
  EXPECT_TRUE(cases.scan.document().undoStack().canUndo()) << "a person may take them back";
  const auto opened = cases.scan.shownScan().structures().size();
  const int steps = cases.scan.document().undoStack().count();
  const auto volume = cases.scan.shownScan().volume();
  QSignalSpy scanned(&cases.scan.work(), &app::ScanWork::scanned);
  arrive();
  ASSERT_TRUE(scanned.count() > 0 || scanned.wait(60000));
  EXPECT_EQ(cases.scan.shownScan().structures().size(), opened) << "once";
  EXPECT_EQ(cases.scan.document().undoStack().count(), steps);
  EXPECT_EQ(cases.scan.shownScan().volume(), volume) << "the scan stays as it is";
  cases.scan.document().undoStack().setClean();
}

}  // namespace
