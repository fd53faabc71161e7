#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include <filesystem>

#include "app/look/style.h"
#include "app/pacs/pacs_page.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "app/work/folders.h"
#include "app/work/pacs_sites.h"
#include "io/pacs/send.h"
#include "io/pacs/site_file.h"
#include "planning/check.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"
#include "tests/support/small_case.h"

// Against a real archive: tests/pacs/lab.sh starts it (tests/CMakeLists.txt, pacs_window).
namespace {

using app::MainWindow;

class PacsInWindow : public testing::Test {
 protected:
  void SetUp() override {
    if (!qEnvironmentVariableIsSet("PACS_LAB")) GTEST_SKIP() << "no archive runs: tests/pacs/lab.sh";
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak("en");
    QDir(app::fetchedFolder()).removeRecursively();
    std::filesystem::remove(app::pacsSitesFile());
    site_ = {"orthanc", "127.0.0.1", 14242, "ORTHANC", "NEEDLE", std::nullopt, true};
    ASSERT_TRUE(io::pacs::saveSite(app::pacsSitesFile(), "", site_));
    std::vector<std::filesystem::path> files{support::smallCase().seg};
    for (const auto& entry : std::filesystem::directory_iterator(support::smallCase().ct))
      files.push_back(entry.path());
    const auto sent = io::pacs::send(
        site_, files, [](const io::pacs::Sent&) {}, planning::Progress());
    for (const auto& one : sent) ASSERT_FALSE(one.error) << one.error->code << " " << one.error->detail;
  }
  void TearDown() override {
    QDir(app::fetchedFolder()).removeRecursively();
    std::filesystem::remove(app::pacsSitesFile());
    QSettings().clear();
  }
  static bool eventually(const std::function<bool()>& holds) { return QTest::qWaitFor(holds, 60000); }

  io::pacs::Site site_;
};

template <class T>
T& find(MainWindow& window, const char* name) {
  T* found = window.findChild<T*>(name);
  planning::check(found != nullptr, name);
  return *found;
}

/// By the keyboard alone: Enter searches, Down chooses, Enter fetches.
TEST_F(PacsInWindow, fetchesAndOpensAScanWithWhatLiesBeside) {
  app::OpenCases cases;
  MainWindow window(cases);
  tests::showAt(window, 1280, 800);
  window.activateWindow();  // for its keys: no window manager does it here
  ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
  window.goTo<app::pacs::PacsPage>();
  auto& id = find<QLineEdit>(window, "pacsId");
  auto& table = find<QTableView>(window, "pacsTable");
  auto& series = find<QListWidget>(window, "pacsSeries");
  QTest::keyClicks(&id, QString::fromStdString(support::smallCase().scan.patient.id));
  QTest::keyClick(&id, Qt::Key_Return);
  ASSERT_TRUE(eventually([&] { return table.model()->rowCount() == 1; }));
  QTest::keyClick(&id, Qt::Key_Down);
  ASSERT_TRUE(eventually([&] { return series.count() > 0; }));
  ASSERT_NE(series.currentItem(), nullptr);
  EXPECT_TRUE(series.currentItem()->text().startsWith("CT"));
  QTest::keyClick(&table, Qt::Key_Return);
  ASSERT_TRUE(eventually([&] { return cases.scan.shownScan().skin() != nullptr; }));
  EXPECT_EQ(cases.scan.shownScan().volume()->identity.seriesUid, support::smallCase().scan.seriesUid);
  EXPECT_TRUE(eventually([&] { return !cases.scan.shownScan().structures().empty(); }))
      << "the segmentation came along";
  const auto folder = *app::pacs::folderOfStudy(support::smallCase().scan.study.uid);
  EXPECT_TRUE(QDir(folder).exists());
  EXPECT_EQ(QFileInfo(folder).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

}  // namespace
