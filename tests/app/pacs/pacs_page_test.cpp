#include "app/pacs/pacs_page.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <filesystem>
#include <fstream>

#include "app/look/style.h"
#include "app/pacs/sites_dialog.h"
#include "app/text/words.h"
#include "app/work/pacs_sites.h"
#include "app/work/reporter.h"
#include "io/pacs/site_file.h"
#include "planning/check.h"
#include "tests/support/silent_peer.h"
#include "tests/support/temporary_folder.h"

namespace app::pacs {
namespace {

io::pacs::Site siteAt(const std::string& name, int port) {
  io::pacs::Site site;
  site.name = name;
  site.host = "127.0.0.1";
  site.port = port;
  site.called = "ARCHIVE";
  site.calling = "NEEDLE";
  return site;
}

/// A port where nobody listens.
int closedPort() {
  return support::SilentPeer().port();
}

class PacsPageTest : public testing::Test {
 protected:
  PacsPageTest() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    std::filesystem::remove(pacsSitesFile());
  }
  ~PacsPageTest() override {
    page_.reset();
    std::filesystem::remove(pacsSitesFile());
    QSettings().clear();
  }
  void open(const std::vector<io::pacs::Site>& sites) {
    for (const auto& site : sites) ASSERT_TRUE(io::pacs::saveSite(pacsSitesFile(), "", site));
    page_ = std::make_unique<PacsPage>(reporter_);
    page_->resize(1280, 700);
    page_->show();
  }
  template <class T>
  T& find(const char* name) {
    T* found = page_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  QString state() { return find<QLabel>("pacsState").text(); }

  Reporter reporter_;
  std::unique_ptr<PacsPage> page_;
};

TEST_F(PacsPageTest, withoutAnArchiveSaysWhatToDo) {
  open({});
  EXPECT_TRUE(state().contains("No archive is set up yet"));
  EXPECT_FALSE(find<QPushButton>("pacsSearch").isEnabled());
  EXPECT_TRUE(find<QPushButton>("pacsSettings").isEnabled());
}

TEST_F(PacsPageTest, anUnreachableArchiveIsNamedWithTheReason) {
  const int port = closedPort();
  open({siteAt("Basement", port)});
  QSignalSpy searched(&page_->work(), &PacsWork::searched);
  find<QLineEdit>("pacsId").setText("P1");
  QTest::keyClick(&find<QLineEdit>("pacsId"), Qt::Key_Return);
  ASSERT_TRUE(searched.count() > 0 || searched.wait(20000));
  EXPECT_TRUE(state().contains("Basement")) << state().toStdString();
  EXPECT_TRUE(state().contains(QString::number(port))) << state().toStdString();
}

TEST_F(PacsPageTest, aSearchThatIsCancelledEndsAtOnceAndShutsItsConnection) {
  support::SilentPeer archive;
  open({siteAt("Silent", archive.port())});
  QSignalSpy searched(&page_->work(), &PacsWork::searched);
  find<QLineEdit>("pacsId").setText("P1");
  find<QPushButton>("pacsSearch").click();
  EXPECT_TRUE(find<QPushButton>("pacsCancel").isVisible());
  ASSERT_TRUE(QTest::qWaitFor([&] { return archive.isAsked(); }, 20000));
  find<QPushButton>("pacsCancel").click();
  EXPECT_FALSE(page_->work().isSearching());
  EXPECT_FALSE(find<QPushButton>("pacsCancel").isVisible());
  EXPECT_TRUE(QTest::qWaitFor([&] { return archive.isLeft(); }, 20000));
  EXPECT_EQ(searched.count(), 0);
  EXPECT_EQ(state(), "Cancelled");
}

TEST_F(PacsPageTest, aFetchThatIsCancelledEndsAtOnceAndShutsItsConnection) {
  support::SilentPeer archive;
  const auto site = siteAt("Silent", archive.port());
  open({site});
  Reporter reporter;
  PacsWork work(reporter);
  QSignalSpy fetched(&work, &PacsWork::fetched), ready(&work, &PacsWork::ready);
  io::pacs::StudyAnswer study;
  study.study.uid = "1.2.3";
  work.fetch(site, study, {});
  EXPECT_TRUE(work.isFetching());
  ASSERT_TRUE(QTest::qWaitFor([&] { return archive.isAsked(); }, 20000));
  work.cancelFetch();
  EXPECT_FALSE(work.isFetching());
  EXPECT_TRUE(QTest::qWaitFor([&] { return archive.isLeft(); }, 20000));
  EXPECT_EQ(fetched.count() + ready.count(), 0) << "nothing is said of it any more";
}

TEST_F(PacsPageTest, asksForNothingWithoutAQuestionOrWithABadDate) {
  open({siteAt("Basement", closedPort())});
  find<QPushButton>("pacsSearch").click();
  EXPECT_FALSE(page_->work().isSearching());
  EXPECT_TRUE(state().contains("Say what to look for"));
  find<QLineEdit>("pacsFrom").setText("yesterday");
  find<QPushButton>("pacsSearch").click();
  EXPECT_FALSE(page_->work().isSearching());
  EXPECT_TRUE(state().contains("2026-11-25"));
}

TEST_F(PacsPageTest, aFileThatIsWrongIsSaid) {
  std::filesystem::create_directories(std::filesystem::path(pacsSitesFile()).parent_path());
  std::ofstream(pacsSitesFile()) << "[Broken\n";
  open({});
  EXPECT_TRUE(state().contains("line 1")) << state().toStdString();
}

TEST(PacsFolder, isNamedByAUidAndByNothingElse) {
  EXPECT_TRUE(folderOfStudy("1.2.3")->endsWith("/fetched/1.2.3"));
  EXPECT_FALSE(folderOfStudy("../../etc"));
  EXPECT_FALSE(folderOfStudy(""));
}

/// The dialog on a file of its own.
class PacsSitesDialog : public testing::Test {
 protected:
  void open() {
    dialog_ = std::make_unique<SitesDialog>(file_);
    dialog_->show();
  }
  template <class T>
  T& find(const char* name) {
    T* found = dialog_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  void type(const char* field, const QString& text) {
    find<QLineEdit>(field).clear();
    QTest::keyClicks(&find<QLineEdit>(field), text);
  }

  support::TemporaryFolder folder_;
  const std::filesystem::path file_ = folder_.path() / "pacs.txt";
  std::unique_ptr<SitesDialog> dialog_;
};

TEST_F(PacsSitesDialog, addsAnArchiveThatTheCommandLineReads) {
  open();
  EXPECT_FALSE(find<QPushButton>("siteSave").isEnabled());
  type("siteName", "Basement");
  type("siteHost", "10.0.0.1");
  type("siteCalled", "ARCHIVE");
  type("siteCalling", "NEEDLE");
  find<QComboBox>("siteWay").setCurrentIndex(1);
  type("siteAddress", "10.0.0.7");
  find<QPushButton>("siteSave").click();
  const auto sites = io::pacs::readSites(file_);
  ASSERT_TRUE(sites) << sites.error().detail;
  ASSERT_EQ(sites->size(), 1U);
  EXPECT_EQ(sites->front().name, "Basement");
  EXPECT_EQ(sites->front().called, "ARCHIVE");
  EXPECT_EQ(sites->front().move, (io::pacs::MoveTarget{"10.0.0.7", 11113}));
  EXPECT_FALSE(find<QPushButton>("siteSave").isEnabled());
}

TEST_F(PacsSitesDialog, saysWhatIsWrongAndWritesNothing) {
  open();
  type("siteName", "Basement");
  type("siteHost", "::1");
  find<QPushButton>("siteSave").click();
  EXPECT_TRUE(find<QLabel>("siteState").text().contains("IPv4"));
  EXPECT_EQ(std::filesystem::file_size(file_), 0U);
  type("siteHost", "10.0.0.1");  // nothing unsaved stays: no question when it closes
  type("siteCalled", "A");
  type("siteCalling", "B");
  find<QPushButton>("siteSave").click();
  EXPECT_EQ(find<QLabel>("siteState").text(), "Saved.");
}

TEST_F(PacsSitesDialog, keepsWhatItDoesNotKnow) {
  std::ofstream(file_) << "# by hand\n[Main]\nhost = 10.0.0.1\ncalled = A\ncolour = grey\ncalling = B\n";
  open();
  type("siteCalled", "OTHER");
  find<QPushButton>("siteSave").click();
  std::ifstream stream(file_);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  EXPECT_TRUE(text.starts_with("# by hand\n[Main]\n"));
  EXPECT_NE(text.find("colour = grey\n"), std::string::npos);
  EXPECT_EQ(io::pacs::readSites(file_)->front().called, "OTHER");
}

TEST_F(PacsSitesDialog, testsTheConnectionThatStandsInTheForm) {
  const int port = closedPort();
  ASSERT_TRUE(io::pacs::saveSite(file_, "", siteAt("Main", port)));
  open();
  find<QPushButton>("siteTest").click();
  auto& state = find<QLabel>("siteState");
  EXPECT_TRUE(QTest::qWaitFor([&] { return state.text().contains(QString::number(port)); }, 20000))
      << state.text().toStdString();
  EXPECT_TRUE(state.text().contains("Main"));
}

}  // namespace
}  // namespace app::pacs
