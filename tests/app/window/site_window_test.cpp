// The site interlock in the window: the band over the pictures, words by name, and the check before a plan is complete.
#include <gtest/gtest.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include "app/look/style.h"
#include "app/panels/clearances_panel.h"
#include "app/panels/unseen_rows.h"
#include "app/text/site_words.h"
#include "app/text/words.h"
#include "app/views/ink.h"
#include "app/views/slice_view.h"
#include "app/views/view_3d.h"
#include "app/window/main_window.h"
#include "app/window/site_check_dialog.h"
#include "planning/check.h"
#include "planning/plan/completion.h"
#include "tests/app/case/case_fixture.h"
#include "tests/app/honest_plan.h"
#include "tests/app/views/scene.h"

namespace {

using planning::anatomy::Side;

/// The window on the traced demo case with its foraminal needle planned.
class Window {
 public:
  explicit Window(const QString& language = "en") {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak(language);
    tests::openTracedDemo(model());
    tests::planForaminal(model());
    window_ = std::make_unique<app::MainWindow>(cases_);
    tests::showAt(*window_, 1280, 800);
  }
  ~Window() {
    model().document().undoStack().setClean();
    window_.reset();
    app::speak("en");
  }
  app::Case& model() { return cases_.scan; }
  app::PlanDocument& document() { return model().document(); }
  const planning::Plan& plan() { return document().plan(); }
  app::MainWindow& operator*() { return *window_; }
  template <class T>
  T& find(const QString& name) {
    T* found = window_->findChild<T*>(name);
    planning::check(found != nullptr, name.toUtf8().constData());
    return *found;
  }
  QString text(const char* label) { return find<QLabel>(label).text(); }

 private:
  app::OpenCases cases_;
  std::unique_ptr<app::MainWindow> window_;
};

/// Is the first pixel of what the view draws the band's?
bool showsBand(app::views::VtkWidget& view) {
  tests::nextFrame(view);
  const QColor corner = view.grabFramebuffer().pixelColor(3, 1);
  const QColor band = app::views::ink::kError;
  return std::abs(corner.red() - band.red()) < 12 && std::abs(corner.green() - band.green()) < 12 &&
         std::abs(corner.blue() - band.blue()) < 12;
}

/// Of the views in sight; slices and 3D are among them.
std::pair<int, int> bandsAndViews(app::MainWindow& window) {
  int bands = 0, views = 0;
  for (auto* view : window.findChildren<app::views::VtkWidget*>()) {
    const bool pictures = qobject_cast<app::views::SliceView*>(view) || qobject_cast<app::views::View3D*>(view);
    if (!pictures || !view->isVisible()) continue;
    ++views;
    bands += showsBand(*view) ? 1 : 0;
  }
  return {bands, views};
}

/// Once a dialog is open, does this with it.
template <class Act>
void inDialog(Act act) {
  QTimer::singleShot(0, qApp, [act] {
    QWidget* dialog = QApplication::activeModalWidget();
    ASSERT_TRUE(dialog) << "no dialog was opened";
    act(*dialog);
  });
}

TEST(SiteWindow, showsAContradictedSideAcrossEveryPictureUntilItIsResolved) {
  for (const char* language : {"en", "fr"}) {
    Window window(language);
    tests::answerHonestly(window.document());
    auto [bands, views] = bandsAndViews(*window);
    ASSERT_GE(views, 3);
    EXPECT_EQ(bands, 0);
    window.document().setSide(Side::Right);
    std::tie(bands, views) = bandsAndViews(*window);
    EXPECT_EQ(bands, views) << language;
    const QStringList lines = app::siteContradictions(window.plan());
    ASSERT_FALSE(lines.isEmpty());
    EXPECT_TRUE(lines.front().contains(language == QString("fr") ? "GAUCHE" : "LEFT")) << lines.front().toStdString();
    window.document().undoStack().undo();
    std::tie(bands, views) = bandsAndViews(*window);
    EXPECT_EQ(bands, 0) << "resolved";
  }
}

TEST(SiteWindow, showsTheMeasuredSideLargeAndTheStatedOneBesideIt) {
  Window window;
  EXPECT_EQ(window.text("measuredSide"), "NOT MEASURED");
  tests::answerHonestly(window.document());
  EXPECT_TRUE(window.text("measuredSide").startsWith("LEFT 18.")) << window.text("measuredSide").toStdString();
  EXPECT_TRUE(window.find<QLabel>("measuredSide").toolTip().contains("midline"));
  window.document().setSide(Side::Right);
  EXPECT_TRUE(window.text("measuredSide").startsWith("LEFT")) << "what was stated moves no target";
  EXPECT_TRUE(window.text("statedSite").contains("right"));
}

TEST(SiteWindow, completesOnlyWhatIsReadyAndChecked) {
  QTemporaryDir folder;
  Window window;
  QSignalSpy refused(&window.model().reporter(), &app::Reporter::refused);
  const auto completes = [&] { return window.model().files().savePlan(folder.filePath("plan.dcm"), true); };
  const auto lastRefusal = [&] { return refused.last()[0].value<planning::Error>().code; };
  EXPECT_FALSE(completes());
  EXPECT_EQ(lastRefusal(), "not-ready");
  tests::answerHonestly(window.document());
  ASSERT_TRUE(window.plan().assessment.ready);
  EXPECT_FALSE(completes());
  EXPECT_EQ(lastRefusal(), "site-not-checked");
  window.document().setSiteChecked(tests::kOperator, "2026-11-30");
  EXPECT_EQ(window.text("siteCheck"), "Site checked by Roe, Ann");
  window.document().setSide(Side::Right);
  EXPECT_TRUE(window.text("siteCheck").contains("void"));
  EXPECT_FALSE(completes());
  window.document().undoStack().undo();
  ASSERT_TRUE(completes());
  EXPECT_TRUE(tests::planIn(folder.filePath("plan.dcm")).report.complete);
}

TEST(SiteWindow, savesADraftOfWhateverItIs) {
  QTemporaryDir folder;
  Window window;
  window.document().setSide(Side::Right);
  EXPECT_TRUE((*window).savePlanAs(folder.filePath("plan.dcm"), false));
  EXPECT_FALSE(tests::planIn(folder.filePath("plan.dcm")).report.complete);
}

TEST(SiteWindow, saysWhatIsMissingForApproval) {
  Window window;
  tests::answerHonestly(window.document());
  EXPECT_EQ(window.text("verdictWhy"), "");
  window.document().setOperator("Roe^Ann", "");
  EXPECT_TRUE(window.plan().assessment.ready);
  EXPECT_FALSE(window.find<QPushButton>("approve").isEnabled());
  EXPECT_EQ(window.text("verdictWhy"), "") << "nothing keeps it from being ready";
  EXPECT_TRUE(window.text("nextStep").contains("Next: name operator and institution."));
}

TEST(SiteWindow, approvesAfterTheCheckOnThePicture) {
  QTemporaryDir folder;
  Window window;
  tests::answerHonestly(window.document());
  ASSERT_TRUE((*window).savePlanAs(folder.filePath("plan.dcm"), false)) << "the next version is saved beside it";
  auto& approve = window.find<QPushButton>("approve");
  ASSERT_TRUE(approve.isEnabled());
  inDialog([](QWidget& dialog) { QTest::keyClick(&dialog, Qt::Key_Escape); });
  approve.click();
  EXPECT_FALSE(window.plan().choices.siteCheck) << "Escape confirms nothing";
  EXPECT_FALSE(window.plan().report.complete);
  inDialog([](QWidget& dialog) { dialog.findChild<QPushButton*>("siteCheckConfirm")->click(); });
  approve.click();
  ASSERT_TRUE(window.plan().choices.siteCheck);
  EXPECT_EQ(window.plan().choices.siteCheck->by, tests::kOperator);
  EXPECT_TRUE(window.plan().report.complete);
  for (const char* copy : {"plan-worksheet.dcm", "plan-key-1.dcm", "plan-key-2.dcm", "plan-key-3.dcm"})
    EXPECT_TRUE(QTest::qWaitFor([&] { return QFile::exists(folder.filePath(copy)); })) << copy;
}

TEST(SiteCheckDialog, saysAllOfTheSiteAndFitsTheScreenInEitherLanguage) {
  for (const char* language : {"en", "fr"}) {
    Window window(language);
    tests::answerHonestly(window.document());
    app::SiteCheckDialog dialog(window.model().shownScan());
    dialog.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&dialog));
    EXPECT_LE(dialog.width(), 1280) << language;
    EXPECT_LE(dialog.height(), 800) << language;
    EXPECT_LE(dialog.minimumSizeHint().height(), 800) << language;
    const auto text = [&](const char* name) { return dialog.findChild<QLabel*>(name)->text(); };
    const auto& patient = window.model().shownScan().volume()->identity.patient;
    EXPECT_TRUE(text("siteCheckPatient").contains(QString::fromStdString(patient.id)));
    EXPECT_EQ(text("siteCheckMeasured"), app::measuredSideText(window.plan().assessment.needles[0].site));
    EXPECT_EQ(text("siteCheckStated"), app::sideWord(Side::Left));
    EXPECT_TRUE(text("siteCheckLevel").startsWith(QString::fromStdString(window.plan().choices.level)));
    EXPECT_TRUE(text("siteCheckLevel").contains("Roe, Ann")) << "who saw the level";
    EXPECT_TRUE(dialog.findChild<QPushButton*>("siteCheckConfirm")->text().contains("Roe, Ann"));
    for (const auto* label : dialog.findChildren<QLabel*>()) {
      EXPECT_GE(label->height(), label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height())
          << language << ' ' << label->text().toStdString();
      EXPECT_FALSE(label->text().isEmpty()) << label->objectName().toStdString();
    }
  }
}

TEST(SiteCheckDialog, wantsEveryNeedleLookedAt) {
  Window window;
  tests::answerHonestly(window.document());
  window.document().addNeedle();
  app::SiteCheckDialog dialog(window.model().shownScan());
  auto* confirm = dialog.findChild<QPushButton*>("siteCheckConfirm");
  EXPECT_FALSE(confirm->isEnabled());
  dialog.findChild<QTabBar*>("siteCheckNeedles")->setCurrentIndex(1);
  EXPECT_TRUE(confirm->isEnabled());
}

TEST(SiteWindow, takesLookedForNotVisibleByName) {
  Window window;
  tests::answerHonestly(window.document());
  window.document().clearAcceptedUnknown({"radicular-artery", {}, {}, {}, {}, {}, {}});
  ASSERT_FALSE(window.plan().assessment.ready);
  QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);  // the rows before the last change
  EXPECT_EQ((*window).findChildren<QPushButton*>(QRegularExpression("^unseen-")).size(), 1)
      << "of the closed list alone";
  inDialog([](QWidget& dialog) {
    EXPECT_FALSE(dialog.findChild<QPushButton*>("unseenAccept")->isEnabled()) << "no reason yet";
    dialog.findChild<QLineEdit*>("unseenReason")->setText("not opacified");
    dialog.findChild<QPushButton*>("unseenAccept")->click();
  });
  window.find<QPushButton>("unseen-radicular-artery").click();
  ASSERT_EQ(window.plan().choices.acceptedUnknowns.size(), 1U);
  const auto& accepted = window.plan().choices.acceptedUnknowns.front();
  EXPECT_EQ(accepted.by, tests::kOperator);
  EXPECT_EQ(accepted.reason, "not opacified");
  EXPECT_EQ(accepted.modality, "CT");
  EXPECT_FALSE(accepted.date.empty());
  EXPECT_TRUE(window.plan().assessment.ready);
  EXPECT_EQ(window.plan().assessment.verdict, planning::needle::Verdict::Unknown) << "the row stays unknown";
  ASSERT_TRUE(tests::eventually([&] {  // the rows before it go with the next turn of the event loop
    return (*window).findChildren<QLabel*>("unseenBy-radicular-artery").size() == 1;
  }));
  EXPECT_TRUE(window.text("unseenBy-radicular-artery").contains("accepted by Roe, Ann"));
  window.document().undoStack().undo();
  EXPECT_TRUE(window.plan().choices.acceptedUnknowns.empty());
  EXPECT_FALSE(window.plan().assessment.ready);
  window.document().setAcceptedUnknown(
      {"radicular-artery", {}, {}, tests::kOperator, "not opacified", "CTA", "2026-11-30"});
  ASSERT_TRUE(
      tests::eventually([&] { return (*window).findChildren<QPushButton*>("unseen-radicular-artery").size() == 1; }));
  window.find<QPushButton>("unseen-radicular-artery").click();  // "Take back"
  EXPECT_TRUE(window.plan().choices.acceptedUnknowns.empty()) << "also one that was given for any side";
}

TEST(SiteWindow, offersTheWordForNearnessBesideAnAcceptedUnknown) {
  Window window;
  tests::answerHonestly(window.document());
  ASSERT_TRUE(window.plan().assessment.ready);
  auto& word = window.find<QCheckBox>("acceptNear");
  EXPECT_TRUE(word.isHidden()) << "nothing is near";
  window.document().setNearBand(40);
  ASSERT_EQ(window.plan().assessment.verdict, planning::needle::Verdict::Unknown) << "the worst row";
  ASSERT_FALSE(window.plan().assessment.ready);
  ASSERT_FALSE(word.isHidden());
  word.click();
  EXPECT_TRUE(window.plan().choices.nearAccepted);
}

TEST(SiteWindow, offersTheRoutesLevelsAndTakesThatOneWasSeen) {
  Window window;
  auto& level = window.find<QComboBox>("level");
  EXPECT_FALSE(level.isEditable());
  window.document().setLevel("");
  EXPECT_EQ(level.currentText(), "");
  level.setCurrentIndex(level.findData("L4"));
  Q_EMIT level.activated(level.currentIndex());
  EXPECT_EQ(window.plan().choices.level, "L4");
  window.document().setOperator("Roe^Ann", "Clinic");
  auto& say = window.find<QPushButton>("levelSeen");
  EXPECT_FALSE(say.isHidden()) << "nothing was counted";
  EXPECT_TRUE(window.find<QPushButton>("sideSeen").parentWidget()->isHidden()) << "on a scan the side is measured";
  for (auto* action : say.menu()->actions())
    if (action->objectName() == "levelSeen-fluoroscopy") action->trigger();
  ASSERT_EQ(window.plan().choices.levelsSeen.size(), 1U);
  EXPECT_EQ(window.plan().choices.levelsSeen[0].what, "L4");
  EXPECT_EQ(window.plan().choices.levelsSeen[0].how, "fluoroscopy");
  EXPECT_TRUE(say.isHidden());
  EXPECT_TRUE(window.text("levelSeenBy").contains("seen by Roe, Ann"));
  window.find<QPushButton>("levelSeenBack").click();
  EXPECT_TRUE(window.plan().choices.levelsSeen.empty());
  EXPECT_FALSE(say.isHidden());
  window.document().setRoute("general");
  EXPECT_TRUE(level.isEditable()) << "a free needle has no list";
}

TEST(SiteWindow, takesTheWordAboutAForamenThatIsNotMeasured) {
  Window window;
  tests::answerHonestly(window.document());
  EXPECT_TRUE(window.plan().assessment.ready);
  auto& looked = window.find<QCheckBox>("acceptRules");
  EXPECT_FALSE(looked.isHidden());
  EXPECT_TRUE(looked.isChecked());
  looked.click();
  EXPECT_FALSE(window.plan().choices.rulesAccepted);
  EXPECT_FALSE(window.plan().assessment.ready) << "no pedicle is measured, and nobody says that he looked";
}

TEST(SiteWindow, takesTheWordAboutAShortReserve) {
  Window window;
  tests::answerHonestly(window.document());
  auto& accept = window.find<QCheckBox>("acceptReserve");
  EXPECT_TRUE(accept.isHidden());
  const auto needle = window.plan().needle(0);
  const double length = *needle.depthMm + 4;
  window.document().setNeedle({22, length, needle.needle->outerDiameterMm});
  window.document().setRulesAccepted(true);  // said of the needle as it was, as well
  EXPECT_FALSE(accept.isHidden());
  EXPECT_FALSE(window.plan().assessment.ready);
  accept.click();
  EXPECT_TRUE(window.plan().choices.reserveAccepted);
  EXPECT_TRUE(window.plan().assessment.ready);
  window.document().setEntry((*needle.entry) + planning::makeVector(0, 0, 1));
  EXPECT_FALSE(window.plan().choices.reserveAccepted) << "the word was about the needle as it was";
}

TEST(SiteWindow, showsAStructureBeforeItIsConfirmed) {
  Window window;
  window.model().structures().setConfirmed(1, false);
  window.find<QToolButton>("structure1").click();
  window.model().shownScan().setCrosshair(planning::makePoint(50, 50, 50));
  auto& confirmed = window.find<QCheckBox>("confirmed1");
  ASSERT_FALSE(confirmed.isChecked());
  confirmed.click();
  EXPECT_TRUE(window.model().shownScan().structures()[1].structure.confirmed);
  const auto& rows = window.plan().needle(0).clearances;
  const auto row = std::find_if(rows.begin(), rows.end(), [](const auto& r) { return r.structure == "Thecal sac"; });
  ASSERT_TRUE(row != rows.end() && row->closestOnStructure);
  EXPECT_LT((window.model().shownScan().crosshair() - *row->closestOnStructure).GetNorm(), 1e-6);
}

}  // namespace
