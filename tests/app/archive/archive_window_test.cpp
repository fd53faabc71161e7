#include <gtest/gtest.h>

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

#include "app/archive/archive_page.h"
#include "app/audit/audit_page.h"
#include "app/look/style.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "app/work/folders.h"
#include "tests/app/case/case_fixture.h"
#include "tests/support/temporary_folder.h"

namespace {

using app::MainWindow;
using tests::kEntry;
using tests::kTarget;

/// A window on a case of its own, and an archive folder for all of them.
class ArchiveInWindow : public testing::Test {
 protected:
  void SetUp() override {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak("en");
    app::setArchiveFolder(QString::fromStdString(folder_.path().string()));
  }
  void TearDown() override {
    QFile::remove(app::archive::Index::fileFor(app::archiveFolder()));
    QSettings().clear();
  }
  static bool eventually(const std::function<bool()>& holds) { return QTest::qWaitFor(holds, 20000); }

  support::TemporaryFolder folder_;
};

}  // namespace

TEST_F(ArchiveInWindow, keepsEveryVersionAndOpensItWithItsScan) {
  QString first, second;
  {
    app::OpenCases cases;
    app::Case& planned = cases.scan;
    MainWindow window(cases);
    window.openPath(tests::smallSeries().folder.path());
    ASSERT_TRUE(eventually([&] { return planned.shownScan().skin() != nullptr; }));
    planned.document().setTarget(kTarget);
    planned.document().setEntry(planned.shownScan().snapToSkin(kEntry));
    first = app::freshArchiveFile();
    ASSERT_TRUE(window.savePlanAs(first, false));
    planned.document().setTarget(kTarget + planning::makeVector(2, 0, 0));
    second = app::freshArchiveFile();
    EXPECT_NE(first, second);
    ASSERT_TRUE(window.savePlanAs(second, false));
    planned.work().close();
  }
  EXPECT_TRUE(QFileInfo::exists(first));
  app::OpenCases cases;
  app::Case& reopened = cases.scan;
  MainWindow window(cases);
  window.openArchivedPlan(first);
  ASSERT_TRUE(eventually([&] { return !reopened.shownScan().plan().report.sopInstanceUid.empty(); }));
  EXPECT_LT((*reopened.shownScan().plan().choices.needles.at(0).target - kTarget).GetNorm(), 1e-3);
  window.openArchivedPlan(second);
  EXPECT_TRUE(
      eventually([&] { return (*reopened.shownScan().plan().choices.needles.at(0).target - kTarget).GetNorm() > 1; }));
  reopened.work().close();
}

TEST_F(ArchiveInWindow, namesNobodyInWhatItOffersToSaveAs) {
  const QString name = QFileInfo(app::freshArchiveFile()).fileName();
  EXPECT_TRUE(QRegularExpression("^plan-\\d{8}-\\d{6}\\.dcm$").match(name).hasMatch()) << name.toStdString();
}

TEST_F(ArchiveInWindow, hasTabsForArchiveAndAudit) {
  app::OpenCases cases;
  MainWindow window(cases);
  auto* tabs = window.findChild<QTabBar*>("pageTabs");
  QStringList titles;
  for (int tab = 0; tab < tabs->count(); ++tab) titles += tabs->tabText(tab);
  EXPECT_TRUE(titles.contains("Archive"));
  EXPECT_TRUE(titles.contains("Audit"));
  window.resize(1280, 800);
  window.show();
  window.goTo<app::archive::ArchivePage>();
  EXPECT_TRUE(window.findChild<QWidget*>("archivePage")->isVisible());
  window.goTo<app::audit::AuditPage>();
  EXPECT_TRUE(window.findChild<QWidget*>("auditPage")->isVisible());
}
