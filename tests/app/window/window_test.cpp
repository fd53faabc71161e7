#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <filesystem>

#include "app/archive/archive_page.h"
#include "app/audit/audit_page.h"
#include "app/look/style.h"
#include "app/panels/clearances_panel.h"
#include "app/panels/coordinate_box.h"
#include "app/review/review_page.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "app/window/plan_page.h"
#include "app/work/folders.h"
#include "planning/check.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/views/scene.h"
#include "tests/paths.h"
#include "tests/support/small_case.h"

namespace {

using app::MainWindow;
using tests::kEntry;
using tests::kTarget;
using tests::OpenCase;

/// The window on the made-up scan with one needle, at the size and in the language of a test.
class Window {
 public:
  explicit Window(const QString& language = "en", QSize size = {1280, 800}) {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak(language);
    window_ = std::make_unique<MainWindow>(opened_.cases());
    tests::showAt(*window_, size.width(), size.height());
    window_->activateWindow();  // for its shortcuts: no window manager does it here
    EXPECT_TRUE(QTest::qWaitForWindowActive(window_.get()));
  }
  ~Window() {
    opened_->document().undoStack().setClean();
    window_.reset();
    app::speak("en");
  }
  void plan() {
    opened_->document().setRoute("lumbar-foraminal");
    opened_->document().setLevel("L5");
    opened_->document().setSide(planning::anatomy::Side::Left);
    opened_->document().setTarget(kTarget);
    opened_->document().setEntry(opened_->shownScan().snapToSkin(kEntry));
  }
  app::Case& model() { return *opened_; }
  MainWindow& operator*() { return *window_; }
  template <class T>
  T& find(const char* name) {
    T* found = window_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  QString text(const char* label) { return find<QLabel>(label).text(); }

 private:
  OpenCase opened_;
  std::unique_ptr<MainWindow> window_;
};

/// Where GUI pictures go for a person to look at; nothing is compared with them.
void keepPicture(QWidget& widget, const QString& name) {
  const QString folder = qEnvironmentVariable("NEEDLEPLAN_PICTURES");
  for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
  if (!folder.isEmpty()) widget.grab().save(folder + "/" + name + ".png");
}

TEST(Window, showsWhoIsOnTheTable) {
  Window window;
  EXPECT_EQ(window.text("patientName"), "Doe, Jane");
  EXPECT_TRUE(window.text("patientDetails").contains("P1"));
  EXPECT_TRUE(window.text("patientDetails").contains("female"));
  EXPECT_TRUE(window.text("patientDetails").contains("1960-02-03"));
  EXPECT_TRUE(window.text("seriesLine").contains("Lumbar 3 mm"));
  EXPECT_TRUE(window.text("patientPosition").contains("HFP"));
}

TEST(Window, showsTheNumbersOfThePlan) {
  for (const QLocale::Language language : {QLocale::English, QLocale::German, QLocale::French}) {
    const QLocale former;
    QLocale::setDefault(QLocale(language));
    Window window;
    window.plan();
    const auto needle = window.model().shownScan().plan().needle(0);
    EXPECT_EQ(window.text("pathLength"), QString::number(*needle.pathLengthMm, 'f', 1) + " mm");
    EXPECT_EQ(window.text("depth"), QString::number(*needle.depthMm, 'f', 1) + " mm");
    auto& list = window.find<QListView>("clearances");
    ASSERT_EQ(list.model()->rowCount(), static_cast<int>(needle.clearances.size()));
    for (int row = 0; row < list.model()->rowCount(); ++row) {
      const auto& clearance = needle.clearances[static_cast<std::size_t>(row)];
      const QString shown = list.model()->index(row, 0).data(app::panels::ClearancesModel::DistanceRole).toString();
      if (clearance.distanceMm)
        EXPECT_EQ(shown, app::number(*clearance.distanceMm) + " ± " + app::number(clearance.errorBoundMm) + " mm");
      else
        EXPECT_EQ(shown, "absent");
    }
    for (unsigned axis = 0; axis < 3; ++axis) {
      auto& box = window.find<app::panels::CoordinateBox>(QString("target%1").arg("XYZ"[axis]).toUtf8().constData());
      EXPECT_EQ(box.text(), app::coordinate(static_cast<int>(axis), (*needle.target)[axis]));
    }
    QLocale::setDefault(former);
  }
}

TEST(Window, takesACoordinateWithACommaOrAPoint) {
  Window window;
  window.plan();
  auto& box = window.find<app::panels::CoordinateBox>("targetX");
  for (const char* typed : {"R 4,5", "-4.5", "r4.5"}) {
    window.model().document().setTarget(kTarget);
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, typed);
    QTest::keyClick(&box, Qt::Key_Return);
    EXPECT_NEAR((*window.model().shownScan().plan().choices.needles[0].target)[0], -4.5, 1e-12) << typed;
  }
  EXPECT_NEAR((*window.model().shownScan().plan().choices.needles[0].target)[1], kTarget[1], 0)
      << "another coordinate was rounded";
}

TEST(Window, leavesTheTargetAloneWhenTheWheelPasses) {
  Window window;
  window.plan();
  const auto steps = window.model().document().undoStack().count();
  for (const char* name : {"targetX", "route", "side"}) {
    auto& widget = window.find<QWidget>(name);
    widget.setFocus();
    tests::turnWheel(widget, QPointF(5, 5), 3);
  }
  EXPECT_EQ(window.model().document().undoStack().count(), steps);
}

TEST(Window, namesTheVerdictInWords) {
  Window window;
  EXPECT_EQ(window.text("verdictWord"), "NO NEEDLE YET");
  window.plan();
  ASSERT_TRUE(window.model().shownScan().plan().assessment.verdict);
  EXPECT_EQ(window.text("verdictWord"), "NOT CLEAR") << "the radicular artery is absent";
  window.model().document().setTarget(planning::makePoint(15, 15, -70));  // in the root
  EXPECT_EQ(window.model().shownScan().plan().assessment.verdict, planning::needle::Verdict::Breach);
  EXPECT_EQ(window.text("verdictSign"), app::verdictSign(planning::needle::Verdict::Breach));
}

TEST(Window, saysWhichSideInWords) {
  Window window;
  window.plan();
  EXPECT_EQ(window.text("measuredSide"), "NOT MEASURED") << "what was stated is not what was measured";
  EXPECT_TRUE(window.text("statedSite").contains("left, L5"));
  EXPECT_FALSE(window.find<QPushButton>("clickMidline").isHidden()) << "what to do";
  window.find<QPushButton>("clickMidline").click();
  EXPECT_TRUE(window.find<QPushButton>("midline").isVisible()) << "where to do it";
  window.model().document().setMidline({planning::makePoint(-18.4, 40, -60), planning::makePoint(-18.4, 40, -90)});
  EXPECT_EQ(window.text("measuredSide"), "LEFT 21.4 mm") << "the target lies at 3 mm";
  EXPECT_TRUE(window.find<QPushButton>("clickMidline").isHidden());
  window.model().document().setSide(planning::anatomy::Side::Right);
  EXPECT_EQ(window.text("measuredSide"), "LEFT 21.4 mm") << "whatever is stated";
}

TEST(Window, countsTheChecks) {
  Window window;
  auto& combo = *window.find<QWidget>("rightColumn").findChild<QComboBox*>("check-infection");
  combo.setCurrentIndex(combo.findData("no"));
  Q_EMIT combo.activated(combo.currentIndex());
  ASSERT_EQ(window.model().shownScan().plan().choices.checks.size(), 1u);
  EXPECT_EQ(window.model().shownScan().plan().choices.checks[0].answer, "no");
}

TEST(Window, jumpsToTheNearestPlaceOfAStructure) {
  Window window;
  window.plan();
  auto& list = window.find<QListView>("clearances");
  const auto needle = window.model().shownScan().plan().needle(0);
  for (int row = 0; row < list.model()->rowCount(); ++row) {
    const auto& clearance = needle.clearances[static_cast<std::size_t>(row)];
    if (!clearance.closestOnStructure) continue;
    Q_EMIT list.clicked(list.model()->index(row, 0));
    EXPECT_EQ(window.model().shownScan().crosshair(), *clearance.closestOnStructure);
  }
}

TEST(Window, undoesByKey) {
  Window window;
  window.plan();
  const int steps = window.model().document().undoStack().index();
  QTest::keyClick(&*window, Qt::Key_Z, Qt::ControlModifier);
  EXPECT_EQ(window.model().document().undoStack().index(), steps - 1);
  QTest::keyClick(&*window, Qt::Key_Y, Qt::ControlModifier);
  EXPECT_EQ(window.model().document().undoStack().index(), steps);
}

TEST(Window, changesTheWindowByKey) {
  Window window;
  QTest::keyClick(&*window, Qt::Key_2);
  EXPECT_GT(window.model().shownScan().windowWidthHu(), 1500);
  QTest::keyClick(&*window, Qt::Key_1);
  EXPECT_EQ(window.model().shownScan().windowWidthHu(), 400);
}

TEST(Window, givesCommandsToThePageThatIsEdited) {
  Window window;
  auto& review = window.find<app::review::ReviewPage>("reviewPage").review();
  (*window).goTo<app::review::ReviewPage>();
  EXPECT_TRUE(window.find<QWidget>("reviewPage").isVisible());
  window.find<QAction>("preset2").trigger();
  EXPECT_GT(review.shownControl().windowWidthHu(), 1500);
  EXPECT_LT(window.model().shownScan().windowWidthHu(), 1500) << "the plan's images are another page's";
  (*window).goTo<app::audit::AuditPage>();
  window.find<QAction>("preset2").trigger();
  EXPECT_GT(window.model().shownScan().windowWidthHu(), 1500) << "nothing is edited on the audit's page";
  window.plan();
  const int steps = window.model().document().undoStack().index();
  window.find<QAction>("undo").trigger();
  EXPECT_EQ(window.model().document().undoStack().index(), steps - 1);
}

TEST(Window, switchesTheToolsOffOnOtherPages) {
  Window window;
  EXPECT_TRUE(window.find<QAction>("toolTarget").isEnabled());
  (*window).goTo<app::archive::ArchivePage>();
  for (const char* action : {"toolTarget", "toolPaint", "resetViews", "endTool"})
    EXPECT_FALSE(window.find<QAction>(action).isEnabled()) << action;
  EXPECT_TRUE(window.find<QAction>("savePlan").isEnabled());
  (*window).goTo<app::PlanPage>();
  for (const char* action : {"toolTarget", "toolPaint", "resetViews", "endTool"})
    EXPECT_TRUE(window.find<QAction>(action).isEnabled()) << action;
}

TEST(Window, opensAFolderAndItsOneScan) {
  app::OpenCases cases;
  app::Case& empty = cases.scan;
  MainWindow window(cases);
  tests::showAt(window, 1280, 800);
  EXPECT_TRUE(window.findChild<QWidget*>("startPage")->isVisible());
  window.openPath(tests::smallSeries().folder.path());
  ASSERT_TRUE(tests::eventually([&] { return empty.shownScan().skin() != nullptr; }));
  EXPECT_TRUE(window.findChild<QWidget*>("views")->isVisible());
  EXPECT_EQ(window.findChild<QLabel*>("patientName")->text(), "Doe, Jane");
  EXPECT_EQ(window.findChild<QWidget*>("messageStrip")->isVisible(), false);
}

TEST(Window, readsAPlanOnceBehindItself) {
  QTemporaryDir folder;
  const QString file = folder.filePath("plan.dcm");
  for (const QFileInfo& slice : QDir(tests::smallSeries().folder.path()).entryInfoList(QDir::Files))
    QFile::copy(slice.filePath(), folder.filePath(slice.fileName()));
  {
    app::Case planned;
    tests::openSmallSeries(planned, tests::smallSeries());
    planned.document().setTarget(kTarget);
    planned.document().setEntry(kEntry);
    ASSERT_TRUE(planned.files().savePlan(file, false));
  }
  app::OpenCases cases;
  app::Case& empty = cases.scan;
  MainWindow window(cases);
  window.openPath(file);
  ASSERT_TRUE(window.isReading());
  EXPECT_FALSE(empty.shownScan().isLoading());
  ASSERT_TRUE(tests::eventually([&] { return !window.isReading(); }));
  ASSERT_TRUE(QFile::remove(file));
  ASSERT_TRUE(tests::eventually([&] {
    return !empty.shownScan().plan().choices.needles.empty() && empty.shownScan().plan().choices.needles[0].target;
  })) << "what was read is opened once its scan is found";
  EXPECT_FALSE(empty.shownScan().plan().report.sopInstanceUid.empty());
}

TEST(Window, saysInTheStripWhatWasRefused) {
  app::OpenCases cases;
  app::Case& empty = cases.scan;
  MainWindow window(cases);
  tests::showAt(window, 1280, 800);
  QSignalSpy refused(&empty.reporter(), &app::Reporter::refused);
  window.openPath("/no/such/folder");
  ASSERT_TRUE(refused.wait(10000));
  EXPECT_TRUE(window.findChild<QWidget*>("messageStrip")->isVisible());
  EXPECT_TRUE(window.findChild<QLabel*>("message")->text().contains("/no/such/folder"));
}

TEST(Window, remembersNoPatientInItsSettings) {
  io::dicom::ScanResult result;
  result.series.emplace_back();
  result.series[0].identity.patient = {"PAT-4711", "", "Muster^Anna", "", ""};
  EXPECT_EQ(app::folderWithoutPatient("/data/ct/MUSTER_ANNA/series1", result), "/data/ct");
  EXPECT_EQ(app::folderWithoutPatient("/data/ct/4711/a/b", result), "/data/ct");
  EXPECT_EQ(app::folderWithoutPatient("/data/ct/series1", result), "/data/ct");
}

TEST(Window, opensADemoCaseWithItsStructures) {
  app::OpenCases cases;
  app::Case& demo = cases.scan;
  MainWindow window(cases);
  tests::showAt(window, 1440, 900);
  window.openPath(QString::fromStdString(support::smallCase().folder.string()));
  ASSERT_TRUE(tests::eventually([&] { return demo.shownScan().skin() && !demo.shownScan().structures().empty(); }));
  EXPECT_EQ(demo.shownScan().volume()->identity.patientPosition, "HFP")
      << "the series that the structures were made for";
  const auto& answer = support::smallPhantom().answers.front();
  demo.document().setRoute(answer.routeId);
  demo.document().setLevel(QString::fromStdString(answer.level));
  demo.document().setTarget(answer.target);
  demo.document().setEntry(demo.shownScan().snapToSkin(answer.entry));
  demo.shownScan().setCrosshair(answer.target);
  ASSERT_TRUE(demo.shownScan().plan().assessment.verdict);
  EXPECT_EQ(window.findChild<QListView*>("clearances")->model()->rowCount(),
            static_cast<int>(demo.shownScan().plan().assessment.needles[0].clearances.size()));
  keepPicture(window, "demo");
  demo.document().undoStack().setClean();
}

TEST(Window, opensARealAbdomen) {
  const QString folder = NEEDLEPLAN_SHARED_DATA "/real/ct_abdomen_contrast_crlm1006/dicom";
  if (!QFileInfo::exists(folder)) GTEST_SKIP() << "NO REAL DATA at " << folder.toStdString();
  app::OpenCases cases;
  app::Case& real = cases.scan;
  MainWindow window(cases);
  tests::showAt(window, 1440, 900);
  window.openPath(folder);
  ASSERT_TRUE(QTest::qWaitFor([&] { return real.shownScan().skin() != nullptr; }, 60000));
  EXPECT_FALSE(window.findChild<QLabel*>("patientDetails")->text().isEmpty());
  keepPicture(window, "real");
}

/// Labels and buttons that are narrower or lower than their text.
QStringList cutTexts(QWidget& window) {
  QStringList cut;
  const auto check = [&](QWidget* widget, const QString& text, const QSize& needed) {
    if (!widget->isVisible() || text.isEmpty()) return;
    for (const auto* area : window.findChildren<QScrollArea*>()) {
      if (!area->isAncestorOf(widget)) continue;
      const int right = widget->mapTo(area->viewport(), QPoint(widget->width(), 0)).x();
      if (right > area->viewport()->width())
        cut += QString("%1 '%2' reaches %3 beyond its column")
                   .arg(widget->objectName(), text)
                   .arg(right - area->viewport()->width());
    }
    if (widget->width() < needed.width() || widget->height() < needed.height())
      cut += QString("%1 '%2' has %3x%4, needs %5x%6")
                 .arg(widget->objectName(), text)
                 .arg(widget->width())
                 .arg(widget->height())
                 .arg(needed.width())
                 .arg(needed.height());
  };
  for (auto* label : window.findChildren<QLabel*>()) {
    const bool wraps = label->wordWrap();
    const QSize hint = label->sizeHint();
    check(label, label->text(), wraps ? QSize(0, label->heightForWidth(label->width())) : hint);
  }
  for (auto* button : window.findChildren<QAbstractButton*>())
    if (button->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
      check(button, button->text(), button->minimumSizeHint());
  for (auto* combo : window.findChildren<QComboBox*>()) {
    const int text = combo->fontMetrics().horizontalAdvance(combo->currentText());
    if (combo->objectName() != "route") check(combo, combo->currentText(), QSize(text + 24, 0));
  }
  return cut;
}

TEST(Window, cutsNoTextInEitherLanguage) {
  for (const char* language : {"en", "fr"}) {
    Window window(language);
    window.plan();
    tests::eventually([&] { return window.find<QListView>("clearances").isVisible(); });
    QCoreApplication::processEvents();
    keepPicture(*window, QString("window_%1").arg(language));
    EXPECT_EQ(cutTexts(*window).join('\n').toStdString(), "") << language;
    EXPECT_LE((*window).minimumSizeHint().width(), 1280) << language;
    EXPECT_LE((*window).minimumSizeHint().height(), 800) << language;
  }
}

TEST(Window, speaksFrenchThroughout) {
  Window window("fr");
  window.plan();
  EXPECT_EQ(window.text("verdictWord"), "PAS LIBRE");
  window.model().document().setMidline({planning::makePoint(-18.4, 40, -60), planning::makePoint(-18.4, 40, -90)});
  EXPECT_EQ(window.text("measuredSide"), "GAUCHE 21,4 mm");
}

/// Every text of the translation file is there and finished.
TEST(Translation, isComplete) {
  for (const char* language : {"en", "fr"}) {
    QFile file(QString(NEEDLEPLAN_SOURCE_DIR "/app/i18n/needleplan_%1.ts").arg(language));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << language;
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_FALSE(text.contains("type=\"unfinished\"")) << language;
    EXPECT_FALSE(text.contains("type=\"vanished\"")) << language;
    EXPECT_TRUE(text.contains("<message")) << language;
  }
}

}  // namespace
