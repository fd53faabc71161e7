#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <filesystem>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/fluoroscopy/fluoroscopy_page.h"
#include "app/fluoroscopy/frame_tile.h"
#include "app/look/style.h"
#include "app/panels/carm_panel.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "io/images/fluoroscopy_writer.h"
#include "io/reading/report_reader.h"
#include "planning/check.h"
#include "planning/needle/carm_position.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"
#include "tests/paths.h"

namespace {

using app::fluoroscopy::FluoroscopyCase;
using app::fluoroscopy::FluoroscopyPage;
using app::fluoroscopy::FrameView;
using planning::Angle;
using planning::fluoroscopy::CArmGeometry;
using planning::fluoroscopy::ImagePoint;
using planning::fluoroscopy::Projection;

const planning::Point kTarget = planning::makePoint(6, -4, 8), kEntry = planning::makePoint(14, 40, 2);

CArmGeometry geometryAt(double primary) {
  CArmGeometry g;
  g.primary = Angle::degrees(primary);
  g.secondary = Angle::degrees(4);
  g.sourceToDetectorMm = 1000;
  g.sourceToIsocentreMm = 700;
  g.columnSpacingMm = g.rowSpacingMm = 0.8;
  g.columns = 240;
  g.rows = 200;
  return g;
}

ImagePoint seen(double primary, const planning::Point& place) {
  return *Projection(geometryAt(primary)).project(place);
}

/// Views of the patient of the small case: ap.dcm, oblique.dcm, rf.dcm (no angles), stranger.dcm.
class Folder {
 public:
  Folder() {
    write("ap.dcm", "P1", 0, io::ProjectionObject::Angiographic);
    write("oblique.dcm", "P1", 40, io::ProjectionObject::Angiographic);
    write("rf.dcm", "P1", 40, io::ProjectionObject::Radiofluoroscopic);
    write("stranger.dcm", "P9", 40, io::ProjectionObject::Angiographic);
    write("hospital.dcm", "P1", 0, io::ProjectionObject::Angiographic, "HOSPITAL");
  }
  QString path(const char* name) const { return folder_.filePath(name); }
  QString root() const { return folder_.path(); }

 private:
  void write(const char* name, const char* patient, double primary, io::ProjectionObject object,
             const char* issuer = "") {
    io::SimulatedProjection made;
    made.identity.patient.issuer = issuer;
    made.identity.patient.id = patient;
    made.identity.patient.name = "Doe^Jane";
    made.identity.study.uid = "2.25.41";
    made.identity.study.date = "20260102";
    made.identity.seriesUid = std::string("2.25.42") + (object == io::ProjectionObject::Angiographic ? "1" : "2");
    made.identity.description = "Made";
    made.geometry = geometryAt(primary);
    for (int row = 0; row < 200; ++row)
      for (int column = 0; column < 240; ++column)
        made.grey.push_back(static_cast<std::uint8_t>((column * 7 + row * 3) % 256));
    const auto written = io::writeProjection(made, object, (folder_.path().toStdString() + "/") + name);
    planning::check(written.has_value(), "a view can be written");
  }
  QTemporaryDir folder_;
};

const Folder& folder() {
  static const Folder made;
  return made;
}

/// The window on its fluoroscopy page, no scan open.
class Page {
 public:
  explicit Page(const QString& language = "en", QSize size = {1280, 800}) {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak(language);
    window_ = std::make_unique<app::MainWindow>(cases_);
    tests::showAt(*window_, size.width(), size.height());
    window_->goTo<app::fluoroscopy::FluoroscopyPage>();
    window_->activateWindow();
    EXPECT_TRUE(QTest::qWaitForWindowActive(window_.get()));
  }
  ~Page() {
    model().document().undoStack().setClean();
    window_.reset();
    app::speak("en");
  }
  FluoroscopyCase& model() { return cases_.fluoroscopy; }
  app::Case& scan() { return cases_.scan; }
  app::MainWindow& window() { return *window_; }
  template <class T>
  T& find(const char* name) {
    T* found = window_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  FrameView& view(int which) { return find<FrameView>(which == 0 ? "frameViewA" : "frameViewB"); }
  void openBoth() {
    ASSERT_TRUE(model().open(folder().path("ap.dcm"), 0));
    ASSERT_TRUE(model().open(folder().path("oblique.dcm"), 1));
    QCoreApplication::processEvents();
  }
  void click(int which, const ImagePoint& place) {
    QTest::mouseClick(&view(which), Qt::LeftButton, {}, view(which).toWidget(place).toPoint());
  }

 private:
  app::OpenCases cases_;
  std::unique_ptr<app::MainWindow> window_;
};

void keepPicture(QWidget& widget, const QString& name) {
  const QString pictures = qEnvironmentVariable("NEEDLEPLAN_PICTURES");
  for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
  if (!pictures.isEmpty()) widget.grab().save(pictures + "/" + name + ".png");
}

TEST(FluoroscopyPage, paintsEveryPixelWhereItsMarkLies) {
  Page page;
  page.openBoth();
  FrameView& view = page.view(0);
  QTRY_VERIFY(!view.grab().isNull());
  for (int i = 0; i < 10; ++i) QCoreApplication::processEvents();
  app::fluoroscopy::Look look = view.look();
  look.windowCentre = 128;
  look.windowWidth = 256;
  view.setLook(look);
  while (view.pixelsPerColumn() * view.devicePixelRatioF() < 8) {
    QWheelEvent wheel(view.rect().center(), view.mapToGlobal(QPointF(view.rect().center())), {}, {0, 120}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &wheel);
  }
  const QImage picture = view.grab().toImage();
  const double dpr = picture.devicePixelRatio();
  int compared = 0;
  for (int row = 96; row < 104; ++row)
    for (int column = 112; column < 128; ++column) {
      const QPointF at = view.toWidget({static_cast<double>(column), static_cast<double>(row)}) * dpr;
      if (!picture.rect().contains(at.toPoint())) continue;
      EXPECT_EQ(qGray(picture.pixel(at.toPoint())), (column * 7 + row * 3) % 256) << column << " " << row;
      ++compared;
    }
  EXPECT_GT(compared, 100);
}

TEST(FluoroscopyPage, twoMarkedViewsGiveThePlace) {
  Page page;
  page.openBoth();
  QTest::mouseClick(&page.find<QPushButton>("markTarget"), Qt::LeftButton);
  page.click(0, seen(0, kTarget));
  page.click(1, seen(40, kTarget));
  QTest::mouseClick(&page.find<QPushButton>("markEntry"), Qt::LeftButton);
  page.click(0, seen(0, kEntry));
  page.click(1, seen(40, kEntry));
  EXPECT_FALSE(page.model().document().plan().choices.needles[0].target);  // nobody said that nothing moved
  EXPECT_TRUE(page.find<QLabel>("noPlaceBecause").text().contains("confirm"));
  page.find<QCheckBox>("nothingMoved").click();
  const auto needle = page.model().document().plan().needle(0);
  ASSERT_TRUE(needle.target && needle.entry);
  // Clicks fall on whole widget pixels, of less than two of the frame's: 0.56 mm each.
  EXPECT_LT((*needle.target - kTarget).GetNorm(), 2.5);
  EXPECT_LT((*needle.entry - kEntry).GetNorm(), 2.5);
  EXPECT_EQ(page.find<QLabel>("fluoroscopyPath").text(), QString::number(*needle.pathLengthMm, 'f', 1) + " mm");
  keepPicture(page.window(), "fluoroscopy_en");
  page.model().document().undoStack().undo();
  EXPECT_FALSE(page.model().document().plan().choices.needles[0].target);
  page.model().document().undoStack().undo();
  EXPECT_FALSE(page.model().marked(1)->entry);
  EXPECT_TRUE(page.model().marked(0)->entry);
}

TEST(FluoroscopyPage, saysWhereTheCArmShouldStandForAPlanOfTwoViews) {
  Page page;
  page.openBoth();
  page.model().setNothingMoved(true);
  for (const auto& [view, primary] : {std::pair(0, 0.0), std::pair(1, 40.0)}) {
    page.model().setTarget(view, seen(primary, kTarget));
    page.model().setEntry(view, seen(primary, kEntry));
  }
  const auto& panel = page.find<app::panels::CArmPanel>("carmPanelOfViews");
  const auto exact =
      planning::needle::carmViews({kEntry, kTarget}, page.model().marked(0)->view.identity.patientPosition);
  const auto shown = panel.findChildren<QToolButton*>("lookFromHere");
  std::size_t row = 0;
  for (const auto& view : exact)
    for (const auto& position : view.positions) {
      ASSERT_LT(row, static_cast<std::size_t>(shown.size()));
      EXPECT_EQ(shown[static_cast<int>(row++)]->text(),
                app::carmText(position.patient.primary.degrees(), position.patient.secondary.degrees()));
    }
  EXPECT_GE(row, 3U);
}

TEST(FluoroscopyPage, dragsAMarkInOneUndoStep) {
  Page page;
  page.openBoth();
  page.model().setTarget(0, ImagePoint{100, 90});
  const int before = page.model().document().undoStack().count();
  FrameView& view = page.view(0);
  const QPoint from = view.toWidget({100, 90}).toPoint();
  QTest::mousePress(&view, Qt::LeftButton, {}, from);
  for (int i = 1; i <= 5; ++i) QTest::mouseMove(&view, from + QPoint(4 * i, 2 * i));
  QTest::mouseRelease(&view, Qt::LeftButton, {}, from + QPoint(20, 10));
  const ImagePoint dragged = view.toFrame(from + QPoint(20, 10));
  EXPECT_NEAR(page.model().marked(0)->target->column, dragged.column, 1e-9);
  EXPECT_EQ(page.model().document().undoStack().count(), before + 1);
  page.model().document().undoStack().undo();
  EXPECT_EQ(*page.model().marked(0)->target, (ImagePoint{100, 90}));
}

TEST(FluoroscopyPage, refusesAnotherPatientWithBothShown) {
  Page page;
  page.openBoth();
  QSignalSpy refused(&page.model(), &FluoroscopyCase::refused);
  EXPECT_FALSE(page.model().open(folder().path("stranger.dcm"), 1));
  ASSERT_EQ(refused.count(), 1);
  const auto error = refused[0][0].value<planning::Error>();
  EXPECT_EQ(error.code, "another-patient");
  EXPECT_EQ(error.detail, "P9 / P1");
  EXPECT_TRUE(page.find<QLabel>("message").text().contains("P9 / P1"));
}

TEST(FluoroscopyPage, sharesACaseOnlyWithAScanOfItsPatient) {
  tests::OpenCase openCase;  // of HOSPITAL's P1
  auto& model = openCase.cases().fluoroscopy;
  EXPECT_FALSE(model.open(folder().path("stranger.dcm"), 0));
  EXPECT_FALSE(model.open(folder().path("ap.dcm"), 0));  // of nobody's P1
  EXPECT_TRUE(model.open(folder().path("hospital.dcm"), 0));
  EXPECT_FALSE(model.isEmpty());
}

TEST(FluoroscopyPage, asksForAnglesThatTheFileDoesNotSay) {
  Page page;
  ASSERT_TRUE(page.model().open(folder().path("ap.dcm"), 0));
  ASSERT_TRUE(page.model().open(folder().path("rf.dcm"), 1));
  auto& primary = page.find<QLineEdit>("geometry0");
  auto& distance = page.find<QLineEdit>("geometry2");
  EXPECT_FALSE(primary.isReadOnly());
  EXPECT_TRUE(distance.isReadOnly());
  EXPECT_EQ(distance.text(), "1000.0 mm");
  page.model().setNothingMoved(true);
  ASSERT_TRUE(page.model().document().plan().choices.fluoroscopy->refusal);
  EXPECT_EQ(page.model().document().plan().choices.fluoroscopy->refusal->code, "geometry-missing");
  for (const auto& [field, text] : {std::pair(&primary, "40,0"), {&page.find<QLineEdit>("geometry1"), "4"}}) {
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
    QTest::keyClick(field, Qt::Key_Return);
  }
  EXPECT_EQ(page.model().marked(1)->given.primaryDeg, 40);
  EXPECT_FALSE(page.model().document().plan().choices.fluoroscopy->refusal);
  EXPECT_TRUE(page.model().geometry(1));
}

TEST(FluoroscopyPage, savesAndReopensEditable) {
  QTemporaryDir plans;
  const QString file = plans.filePath("plan.dcm");
  {
    Page page;
    page.openBoth();
    page.model().setNothingMoved(true);
    for (const auto& [view, primary] : {std::pair(0, 0.0), std::pair(1, 40.0)}) {
      page.model().setTarget(view, seen(primary, kTarget));
      page.model().setEntry(view, seen(primary, kEntry));
    }
    page.model().document().setNeedle(planning::needle::parseNeedle("22Gx90").value());
    EXPECT_TRUE(page.model().hasUnsavedChanges());
    ASSERT_TRUE(page.model().savePlan(file));
    EXPECT_FALSE(page.model().hasUnsavedChanges());
  }
  EXPECT_TRUE(tests::planIn(file).choices.fluoroscopy.has_value());
  Page page;
  QSignalSpy scanned(&page.scan().work(), &app::ScanWork::scanned);
  page.scan().work().scanPath(folder().root());
  ASSERT_TRUE(scanned.wait(20000));
  page.window().openPath(file);
  ASSERT_TRUE(QTest::qWaitFor([&] { return page.model().marked(1) != nullptr; }, 20000));
  const auto needle = page.model().document().plan().needle(0);
  ASSERT_TRUE(needle.target && needle.entry);
  EXPECT_LT((*needle.target - kTarget).GetNorm(), 2e-3);
  EXPECT_EQ(needle.needle, planning::needle::parseNeedle("22Gx90").value());
  page.model().setTarget(0, ImagePoint{1, 1});
  EXPECT_TRUE(page.model().hasUnsavedChanges());
}

template <class T>
void pick(Page& page, const char* name, const T& data) {
  auto& combo = page.find<QComboBox>(name);
  combo.setCurrentIndex(combo.findData(data));
  Q_EMIT combo.activated(combo.currentIndex());
}

TEST(FluoroscopyPage, statesRouteLevelSideOperatorAndChecksAndSavesThem) {
  QTemporaryDir plans;
  Page page;
  page.openBoth();
  page.model().setTarget(0, seen(0, kTarget));
  pick(page, "fluoroscopyRoute", QString("lumbar-foraminal"));
  EXPECT_EQ(page.model().document().plan().choices.needles[0].needle,
            planning::procedure::routesInUse().find("lumbar-foraminal")->usualNeedle);
  auto& level = page.find<QComboBox>("fluoroscopyLevel");
  EXPECT_FALSE(level.isEditable()) << "the level is one of the route's list";
  EXPECT_EQ(level.currentText(), "") << "none by itself";
  pick(page, "fluoroscopyLevel", QString("T11"));
  pick(page, "fluoroscopySide", static_cast<int>(planning::anatomy::Side::Left));
  auto& who = page.find<QLineEdit>("fluoroscopyOperator");
  who.setText("Martin^Anne");
  Q_EMIT who.editingFinished();
  auto& infection = *page.find<FluoroscopyPage>("fluoroscopyPage").findChild<QComboBox*>("check-infection");
  infection.setCurrentIndex(infection.findData(QString("no")));
  Q_EMIT infection.activated(infection.currentIndex());
  ASSERT_TRUE(page.model().savePlan(plans.filePath("plan.dcm")));
  const auto saved = io::report::readPlan(plans.filePath("plan.dcm").toStdU16String());
  ASSERT_TRUE(saved);
  EXPECT_EQ(saved->choices.routeId, "lumbar-foraminal");
  EXPECT_EQ(saved->choices.level, planning::procedure::routesInUse().find("lumbar-foraminal")->levels[1]);
  EXPECT_EQ(saved->choices.side, planning::anatomy::Side::Left);
  EXPECT_EQ(saved->choices.operatorName, "Martin^Anne");
  ASSERT_EQ(saved->choices.checks.size(), 1U);
  EXPECT_EQ(saved->choices.checks[0].id, "infection");
  page.model().document().undoStack().undo();
  EXPECT_TRUE(page.model().document().plan().choices.checks.empty());
  page.model().document().undoStack().undo();
  EXPECT_TRUE(page.model().document().plan().choices.operatorName.empty());
}

TEST(FluoroscopyPage, keepsADraftOfWhatIsUnsaved) {
  QTemporaryDir drafts;
  app::OpenCases cases;
  auto& model = cases.fluoroscopy;
  model.keepDrafts(drafts.path(), 1);
  ASSERT_TRUE(model.open(folder().path("ap.dcm"), 0));
  model.setTarget(0, ImagePoint{50, 60});
  QDir kept(drafts.path());
  const auto count = [&] {
    kept.refresh();
    return kept.entryList({"*.dcm"}).size();
  };
  QTRY_COMPARE_WITH_TIMEOUT(count(), 1, 20000);
  EXPECT_TRUE(tests::planIn(kept.filePath(kept.entryList({"*.dcm"}).front())).choices.fluoroscopy.has_value());
  ASSERT_TRUE(model.savePlan(drafts.filePath("saved.dcm")));
  QTRY_COMPARE_WITH_TIMEOUT(count(), 1, 20000);  // the plan itself
}

TEST(FluoroscopyPage, playsARealRunWithoutStoppingTheWindow) {
  const auto file = std::filesystem::path(NEEDLEPLAN_SHARED_DATA) / "real/xa_rf_fluoroscopy/xa_cath_75frames_jpeg.dcm";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "SKIPPED: " << file << " is not there";
  for (const QString language : {"en", "fr"}) {
    Page page(language);
    ASSERT_TRUE(page.model().open(QString::fromStdString(file.string()), 0));
    QTest::keyClick(&page.view(0), Qt::Key_Space);
    EXPECT_TRUE(page.view(0).isPlaying());
    QTRY_VERIFY_WITH_TIMEOUT(page.model().frame(0) > 3, 20000);
    QTest::keyClick(&page.view(0), Qt::Key_Space);
    EXPECT_FALSE(page.view(0).isPlaying());
    page.view(0).setMaskHere();
    EXPECT_EQ(page.view(0).look().mask, page.model().frame(0));
    page.model().setFrame(0, 40);
    QTRY_VERIFY_WITH_TIMEOUT(page.model().run(0)->kept(40) != nullptr, 20000);
    keepPicture(page.window(), "fluoroscopy_cath_" + language);
  }
}

TEST(FluoroscopyPage, textsAreNotCutInFrench) {
  Page page("fr");
  page.openBoth();
  page.model().setNothingMoved(true);
  for (const auto& [view, primary] : {std::pair(0, 0.0), std::pair(1, 40.0)}) {
    page.model().setTarget(view, seen(primary, kTarget));
    page.model().setEntry(view, seen(primary, kEntry));
  }
  for (const auto* tool : {"markTarget", "markEntry", "markCalibrate"})
    QTest::mouseClick(&page.find<QPushButton>(tool), Qt::LeftButton);
  for (int i = 0; i < 10; ++i) QCoreApplication::processEvents();
  for (const auto* button : page.find<FluoroscopyPage>("fluoroscopyPage").findChildren<QAbstractButton*>())
    if (button->isVisible()) {
      EXPECT_GE(button->width(), button->minimumSizeHint().width()) << button->objectName().toStdString();
    }
  keepPicture(page.window(), "fluoroscopy_fr");
}

}  // namespace
