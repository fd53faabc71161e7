#include "app/deidentify/deidentify_dialog.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QStandardPaths>
#include <QTest>
#include <QWheelEvent>

#include <filesystem>
#include <fstream>

#include "app/deidentify/image_look.h"
#include "app/look/style.h"
#include "app/text/words.h"
#include "planning/check.h"
#include "tests/support/growing_child.h"
#include "tests/support/planted_file.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using app::deidentify::DeidentifyDialog;
using app::deidentify::ImageLook;
using Words = std::vector<std::string>;

constexpr int kLongestMs = 60000;

/// The dialog on a made folder `in`, towards `out` beside it.
class DeidentifyInWindow : public testing::Test {
 protected:
  void SetUp() override {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    open("en");
  }
  void TearDown() override {
    dialog_.reset();
    app::speak("en");
  }
  void open(const QString& language) {
    app::speak(language);
    dialog_ = std::make_unique<DeidentifyDialog>(path("in"));
    dialog_->setFolders(path("in"), path("out"));
    dialog_->show();
  }
  QString path(const std::string& name) const { return QString::fromStdString((folder_ / name).string()); }
  template <class T>
  T& find(const char* name) {
    T* found = dialog_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  QString said() { return find<QLabel>("deidentifyResult").text(); }
  /// Whether it exported.
  bool exportsAfterClick() {
    QSignalSpy ended(dialog_.get(), &DeidentifyDialog::exportEnded);
    find<QPushButton>("deidentifyStart").click();
    EXPECT_TRUE(ended.count() > 0 || ended.wait(kLongestMs));
    return ended.count() == 1 && ended.first().first().toBool();
  }
  void plant(const std::string& name, support::Planted how) {
    const auto more = support::writePlanted(folder_ / name, how, planted_++);
    words_.insert(words_.end(), more.begin(), more.end());
  }
  /// So many slices that the export is still at work when the test stops it.
  void plantMany() {
    plant("in/a.dcm", support::Planted::InHeader);
    for (int i = 0; i < 3000; ++i) fs::create_hard_link(folder_ / "in/a.dcm", folder_ / ("in/" + std::to_string(i)));
  }
  bool waitUntilItGrows() {
    find<QPushButton>("deidentifyStart").click();
    return QTest::qWaitFor([&] { return folder_.names().size() > 1; }, kLongestMs);
  }
  void keepPicture(const QString& name) {
    const QString pictures = qEnvironmentVariable("NEEDLEPLAN_PICTURES");
    QCoreApplication::processEvents();
    if (!pictures.isEmpty()) dialog_->grab().save(pictures + "/" + name + ".png");
  }
  /// Where QSettings and Qt's own dialogs keep what they remember in a test.
  static fs::path settings() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation).toStdString();
  }

  support::TemporaryFolder folder_;
  Words words_;
  int planted_ = 0;
  std::unique_ptr<DeidentifyDialog> dialog_;
};

}  // namespace

TEST_F(DeidentifyInWindow, exportsAFolderAndRemembersNobody) {
  plant("in/a.dcm", support::Planted::InHeader);
  plant("in/b.dcm", support::Planted::InHeader);
  std::ofstream(folder_ / "in/note.txt") << "X123456";
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  EXPECT_TRUE(said().startsWith("2 files exported")) << said().toStdString();
  EXPECT_TRUE(said().contains("note.txt")) << said().toStdString();
  EXPECT_FALSE(find<QWidget>("deidentifyImages").isVisible());
  keepPicture("deidentify_done");
  dialog_.reset();
  QSettings().sync();
  EXPECT_EQ(folder_.names(), (Words{"in", "out"}));
  EXPECT_EQ(support::foundUnder(folder_ / "out", words_), Words{});
  fs::create_directories(settings());
  EXPECT_EQ(support::foundUnder(settings(), words_), Words{});
}

TEST_F(DeidentifyInWindow, showsImagesThatMayHoldTextUntilTheyAreTicked) {
  plant("in/a.dcm", support::Planted::InHeader);
  plant("in/b.dcm", support::Planted::UnderTextInIt);
  plant("in/c.dcm", support::Planted::UnderTextInIt);
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  auto& images = find<QListWidget>("deidentifyImages");
  EXPECT_TRUE(images.isVisible());
  ASSERT_EQ(images.count(), 2);
  EXPECT_TRUE(said().startsWith("1 file exported")) << said().toStdString();
  for (int i = 0; i < 2; ++i) {
    images.setCurrentRow(i);
    EXPECT_FALSE(find<QLabel>("deidentifyPicture").pixmap().isNull());
    EXPECT_EQ(images.item(i)->checkState(), Qt::Unchecked);
  }
  keepPicture("deidentify_images");
  images.item(0)->setCheckState(Qt::Checked);
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  ASSERT_EQ(images.count(), 1);
  EXPECT_TRUE(said().startsWith("2 files exported")) << said().toStdString();
  images.item(0)->setCheckState(Qt::Checked);
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  EXPECT_TRUE(said().startsWith("3 files exported")) << "the first tick counts still: " << said().toStdString();
  EXPECT_TRUE(said().contains(path("out-3"))) << said().toStdString();
  EXPECT_FALSE(images.isVisible());
  EXPECT_EQ(folder_.names(), (Words{"in", "out", "out-2", "out-3"})) << "each export stays as it is";
  for (const char* name : {"out", "out-2", "out-3"})
    EXPECT_EQ(support::foundUnder(folder_ / name, words_), Words{}) << name;
}

TEST_F(DeidentifyInWindow, blackensTheBoxThatIsDrawn) {
  plant("in/a.dcm", support::Planted::InHeader);
  plant("in/b.dcm", support::Planted::UnderTextInIt);
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  EXPECT_TRUE(said().startsWith("1 file exported")) << said().toStdString();
  auto& picture = find<QLabel>("deidentifyPicture");
  QTest::mousePress(&picture, Qt::LeftButton, {}, {20, 20});
  QTest::mouseRelease(&picture, Qt::LeftButton, {}, {380, 380});
  const QImage seen = picture.pixmap().toImage();
  EXPECT_LT(seen.pixelColor(seen.width() / 2, seen.height() / 2).lightness(), 10);
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  EXPECT_TRUE(said().startsWith("2 files exported")) << said().toStdString();
  EXPECT_FALSE(find<QListWidget>("deidentifyImages").isVisible());
}

TEST_F(DeidentifyInWindow, drawsSeveralBoxesWhichReleaseTheirImageOnly) {
  plant("in/a.dcm", support::Planted::InHeader);
  plant("in/b.dcm", support::Planted::UnderTextInIt);
  plant("in/c.dcm", support::Planted::UnderTextInIt);
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  auto& images = find<QListWidget>("deidentifyImages");
  auto& picture = find<QLabel>("deidentifyPicture");
  ASSERT_EQ(images.count(), 2);
  const auto drag = [&](const QPoint& from, const QPoint& to) {
    QTest::mousePress(&picture, Qt::LeftButton, {}, from);
    QTest::mouseRelease(&picture, Qt::LeftButton, {}, to);
  };
  const auto hasEdge = [&](double x, double y) {  // of a box, orange; shares of the picture
    const QImage seen = picture.pixmap().toImage();
    for (int dx = -2; dx <= 2; ++dx) {
      const QColor at = seen.pixelColor(int(seen.width() * x) + dx, int(seen.height() * y));
      if (at.red() > 200 && at.green() > 120 && at.green() < 200 && at.blue() < 60) return true;
    }
    return false;
  };
  const auto first = [&] { return hasEdge(0.25, 0.125); };
  const auto second = [&] { return hasEdge(0.5, 0.625); };
  const auto third = [&] { return hasEdge(0.25, 0.625); };
  images.setCurrentRow(0);
  EXPECT_FALSE(first() || second() || third());
  drag({20, 20}, {120, 120});    // pixel (0, 0) of four by four
  drag({220, 220}, {320, 320});  // pixel (2, 2)
  drag({20, 220}, {120, 320});   // pixel (0, 2)
  EXPECT_TRUE(first() && second() && third());
  drag({50, 350}, {50, 350});  // a click
  EXPECT_TRUE(first() && second() && !third()) << "the last one alone is taken back";
  images.setCurrentRow(1);
  EXPECT_FALSE(first() || second());
  images.setCurrentRow(0);
  EXPECT_TRUE(first() && second()) << "an image keeps its boxes";
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  EXPECT_TRUE(said().startsWith("2 files exported")) << said().toStdString();
  ASSERT_EQ(images.count(), 1) << "nobody looked at the other image of the series";
  EXPECT_EQ(images.item(0)->text(), "c.dcm");
}

TEST_F(DeidentifyInWindow, hasACommandThatRefusesABoxWithoutPixels) {
  plant("in/a.dcm", support::Planted::InHeader);
  const auto exits = [&](const QString& box) {
    return QProcess::execute(QCoreApplication::applicationDirPath() + "/needleplan",
                             {"deidentify", path("in"), path("out"), "--blacken", box});
  };
  EXPECT_NE(exits("1,1,0,2"), 0);
  EXPECT_NE(exits("1,1,2,0"), 0);
  EXPECT_EQ(folder_.names(), (Words{"in"}));
  EXPECT_EQ(exits("1,1,1,1"), 0);
}

TEST_F(DeidentifyInWindow, losesNothingWhenASecondExportFails) {
  plant("in/a.dcm", support::Planted::InHeader);
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  std::ofstream(folder_ / "out/added later") << "by the operator";
  plant("in/b.dcm", support::Planted::InPixelsToo);
  EXPECT_FALSE(exportsAfterClick());
  EXPECT_TRUE(fs::exists(folder_ / "out/added later"));
  EXPECT_TRUE(fs::exists(folder_ / "out/DICOMDIR"));
  EXPECT_EQ(folder_.names(), (Words{"in", "out"}));
}

TEST_F(DeidentifyInWindow, saysWhatAKilledExportHadLeft) {
  plant("in/a.dcm", support::Planted::InHeader);
  support::GrowingChild child(folder_ / "out");
  child.kill();
  const auto left = folder_.names().back();
  ASSERT_TRUE(left.starts_with("out.unfinished-")) << left;
  ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
  EXPECT_TRUE(said().contains(QString::fromStdString(left))) << said().toStdString();
  EXPECT_EQ(folder_.names(), (Words{"in", "out"}));
}

/// Each frame is bright in a quarter of its own: left above, right above, left below.
TEST_F(DeidentifyInWindow, showsARunFrameByFrame) {
  for (const char* language : {"en", "fr"}) {
    fs::remove_all(folder_ / "out");
    open(language);
    plant("in/a.dcm", support::Planted::InHeader);
    plant("in/run.dcm", support::Planted::InRunOfThree);
    ASSERT_TRUE(exportsAfterClick()) << said().toStdString();
    auto& look = find<ImageLook>("deidentifyLook");
    auto& slider = find<QSlider>("deidentifyFrame");
    const auto shows = [&](int frame) {
      const QImage picture = find<QLabel>("deidentifyPicture").pixmap().toImage();
      const QColor seen =
          picture.pixelColor(picture.width() * (1 + frame % 2 * 2) / 4, picture.height() * (1 + frame / 2 * 2) / 4);
      return seen.lightness() > 200 &&
             find<QLabel>("deidentifyFrameNumber").text().section(' ', 1, 1).toInt() == frame + 1;
    };
    ASSERT_TRUE(slider.isVisible());
    QCoreApplication::processEvents();
    EXPECT_GE(slider.y(), find<QLabel>("deidentifyPicture").geometry().bottom());
    EXPECT_LE(dialog_->height(), 775) << "with its frame on a screen of 800";
    EXPECT_EQ(slider.maximum(), 2);
    EXPECT_TRUE(QTest::qWaitFor([&] { return shows(0); }, kLongestMs));
    slider.setValue(2);
    EXPECT_TRUE(QTest::qWaitFor([&] { return shows(2); }, kLongestMs));
    QWheelEvent up({10, 10}, look.mapToGlobal(QPointF(10, 10)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                   Qt::NoScrollPhase, false);
    QApplication::sendEvent(&look, &up);
    EXPECT_EQ(slider.value(), 1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return shows(1); }, kLongestMs));
    keepPicture(QString("deidentify_run_%1").arg(language));
  }
}

TEST_F(DeidentifyInWindow, saysWhyItRefusedInTheLanguageOfTheWindow) {
  plant("in/a.dcm", support::Planted::InPixelsToo);
  EXPECT_FALSE(exportsAfterClick());
  EXPECT_TRUE(said().contains("Nothing was exported: an identifier")) << said().toStdString();
  EXPECT_EQ(folder_.names(), (Words{"in"}));
  for (const auto& word : words_) EXPECT_FALSE(said().contains(QString::fromStdString(word))) << word;
  open("fr");
  EXPECT_FALSE(exportsAfterClick());
  EXPECT_TRUE(said().contains("identifiant")) << said().toStdString();
  EXPECT_FALSE(said().contains("needleplan:"));
  keepPicture("deidentify_refused_fr");
}

TEST_F(DeidentifyInWindow, leavesNoFolderWhenItIsCancelled) {
  plantMany();
  QSignalSpy ended(dialog_.get(), &DeidentifyDialog::exportEnded);
  ASSERT_TRUE(waitUntilItGrows());
  keepPicture("deidentify_running");
  find<QPushButton>("deidentifyCancel").click();
  ASSERT_TRUE(ended.count() > 0 || ended.wait(kLongestMs));
  EXPECT_FALSE(ended.first().first().toBool());
  EXPECT_EQ(folder_.names(), (Words{"in"}));
  EXPECT_TRUE(said().contains("nothing was exported")) << said().toStdString();
  EXPECT_TRUE(find<QPushButton>("deidentifyStart").isEnabled());
}

TEST_F(DeidentifyInWindow, leavesNoFolderWhenItIsClosedAtWork) {
  plantMany();
  ASSERT_TRUE(waitUntilItGrows());
  dialog_.reset();
  EXPECT_EQ(folder_.names(), (Words{"in"}));
}
