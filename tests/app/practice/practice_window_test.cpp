#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <deque>
#include <filesystem>
#include <fstream>

#include "app/case/skin_risk.h"
#include "app/demo/demo_exercises.h"
#include "app/look/style.h"
#include "app/practice/learning_curve.h"
#include "app/practice/practice_files.h"
#include "app/practice/practice_page.h"
#include "app/practice/score_sheet.h"
#include "app/practice/score_words.h"
#include "app/practice/session.h"
#include "app/practice/slice_picture.h"
#include "app/text/words.h"
#include "app/window/main_window.h"
#include "app/window/open_cases.h"
#include "app/window/plan_page.h"
#include "planning/check.h"
#include "tests/app/views/scene.h"
#include "tests/paths.h"
#include "tests/support/planted_file.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using app::MainWindow;
using app::practice::Session;

const testdata::PhantomOptions kSmall{.columns = 128, .rows = 128, .slices = 60};

/// The small case's exercises, made once.
const std::vector<io::practice::ExerciseFolder>& exercises() {
  static const support::TemporaryFolder folder;
  static const auto made = [] {
    planning::Progress progress;
    return app::practice::makeDemoExercises(folder.path(), kSmall, progress);
  }();
  planning::check(made.has_value(), made ? "" : made.error().code.c_str());
  return *made;
}

const testdata::PhantomAnswer& answerOf(const std::string& route) {
  const auto& all = support::smallPhantom().answers;
  return *std::ranges::find_if(all, [&](const auto& one) { return one.routeId == route && one.crosses.empty(); });
}

/// A plan of the small case that keeps its margins, written once a test program.
const fs::path& plannedOnce() {
  static const support::TemporaryFolder folder;
  static const fs::path file = [] {
    const auto& demo = support::heldCase();
    const auto& answer = answerOf("general");
    const auto place = [](const planning::Point& point) {
      return QString("%1,%2,%3").arg(point[0], 0, 'f', 3).arg(point[1], 0, 'f', 3).arg(point[2], 0, 'f', 3);
    };
    const auto run = support::runProgram(
        NEEDLEPLAN_PROGRAM,
        {"plan", demo.ct.string(), "--target", place(answer.target).toStdString(), "--entry",
         place(answer.entry).toStdString(), "--structures", demo.seg.string(), "--route", "general", "--needle",
         answer.needle, "--level", answer.level, "--side", answer.side, "--out", (folder / "plan.dcm").string()});
    planning::check(run.exitCode == 0, run.err.c_str());
    return folder / "plan.dcm";
  }();
  return file;
}

/// Its copy, where the folder's name tells the patient's.
std::string savedPlan(const support::TemporaryFolder& folder) {
  fs::create_directories(folder / "Zqfamily");
  fs::copy(plannedOnce(), folder / "Zqfamily/plan.dcm");
  return folder / "Zqfamily/plan.dcm";
}

/// Answers the dialogs that come up, one after the other, as an operator would type.
class Answers {
 public:
  explicit Answers(std::deque<std::string> answers) : answers_(std::move(answers)) {
    QObject::connect(&timer_, &QTimer::timeout, [this] { answer(); });
    timer_.start(20);
  }
  std::size_t left() const { return answers_.size(); }

 private:
  void answer() {
    auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
    if (!dialog || answers_.empty()) return;
    const QString typed = QString::fromStdString(answers_.front());
    if (auto* input = qobject_cast<QInputDialog*>(dialog))
      input->setTextValue(typed);
    else
      dialog->findChild<QLineEdit*>("fileNameEdit")->setText(typed);
    answers_.pop_front();
    QMetaObject::invokeMethod(dialog, "accept");
  }

  std::deque<std::string> answers_;
  QTimer timer_;
};

/// Scans are read and scored here: longer than the views' own waits.
bool eventually(const std::function<bool()>& holds) {
  return QTest::qWaitFor(holds, 60000);
}

/// A window, and practice folders of its own.
class PracticeInWindow : public testing::Test {
 protected:
  void SetUp() override {
    QStandardPaths::setTestModeEnabled(true);
    QSettings().clear();
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    useExercises(exercises().front().folder.parent_path());
    open("en");
  }
  void TearDown() override {
    window_.reset();
    app::practice::useFolders({}, {});
    app::speak("en");
  }
  void useExercises(const fs::path& folder) {
    app::practice::useFolders(QString::fromStdString(folder.string()),
                              QString::fromStdString(attempts_.path().string()));
  }
  void open(const QString& language) {
    app::applyStyle(*qobject_cast<QApplication*>(QApplication::instance()));
    app::speak(language);
    window_ = std::make_unique<MainWindow>(cases_);
    tests::showAt(*window_, 1280, 800);
    window_->goTo<app::practice::PracticePage>();
  }
  template <class T>
  T& find(const char* name) {
    T* found = window_->findChild<T*>(name);
    planning::check(found != nullptr, name);
    return *found;
  }
  void click(const char* button) { find<QPushButton>(button).click(); }
  Session& session() { return cases_.practice; }
  /// The exercise in the list that has this route, chosen.
  const io::practice::ExerciseFolder& choose(const std::string& route) {
    auto& list = find<QTreeWidget>("exercises");
    for (const auto& one : exercises()) {
      if (one.exercise.routeId != route) continue;
      for (int row = 0; row < list.topLevelItemCount(); ++row)
        if (list.topLevelItem(row)->data(0, Qt::UserRole).toString().toStdString() == one.exercise.uid)
          list.setCurrentItem(list.topLevelItem(row));
      return one;
    }
    throw std::runtime_error("no exercise for " + route);
  }
  bool start(const std::string& route) {
    choose(route);
    session().setSeed(3);
    click("practiceStart");
    return eventually([&] { return session().isActive() && case_.shownScan().skin(); });
  }
  /// As the expert did it, put in to the target with one control slice.
  void doAsTheExpert(const std::string& route) {
    const auto& answer = answerOf(route);
    case_.document().setNeedle(planning::needle::parseNeedle(answer.needle).value());
    case_.document().setTarget(answer.target);
    case_.document().setEntry(answer.entry);
    click("practiceInsert");
    ASSERT_FALSE(session().course().ways.empty());
    for (double mm = 0; mm + 10 < (answer.target - answer.entry).GetNorm(); mm += 10) click("practiceStep10");
    click("practiceSlice");
    while (session().course().ways.back().depthMm + 1 < (answer.target - answer.entry).GetNorm())
      click("practiceStep1");
  }
  void keepPicture(const QString& name) {
    const QString folder = qEnvironmentVariable("NEEDLEPLAN_PICTURES");
    for (int i = 0; i < 5; ++i) QCoreApplication::processEvents();
    if (!folder.isEmpty()) window_->grab().save(folder + "/" + name + ".png");
  }

  support::TemporaryFolder attempts_;
  app::OpenCases cases_;
  app::Case& case_ = cases_.scan;
  std::unique_ptr<MainWindow> window_;
};

constexpr const char* kRoute = "general";

}  // namespace

TEST_F(PracticeInWindow, goesFromTheListToAnExplainedScore) {
  EXPECT_EQ(find<QTreeWidget>("exercises").topLevelItemCount(), static_cast<int>(exercises().size()));
  ASSERT_TRUE(start(kRoute));
  EXPECT_TRUE(find<QWidget>("views").isVisible());
  EXPECT_TRUE(find<QWidget>("practicePanel").isVisible());
  EXPECT_EQ(case_.shownScan().plan().choices.routeId, kRoute);
  EXPECT_EQ(case_.shownScan().plan().choices.level, answerOf(kRoute).level);
  doAsTheExpert(kRoute);
  EXPECT_EQ(session().course().controlSlices.size(), 1U);
  EXPECT_TRUE(find<app::practice::SlicePicture>("practicePicture").isVisible());
  keepPicture("practice_attempt");
  click("practiceHandIn");
  auto& sheet = find<app::practice::ScoreSheet>("scoreSheet");
  ASSERT_TRUE(eventually([&] { return sheet.scored().has_value() && sheet.isVisible(); }));
  EXPECT_FALSE(session().isActive());
  const auto& score = sheet.scored()->score;
  EXPECT_EQ(score.parts.size(), 7U);
  EXPECT_TRUE(score.putIn);
  EXPECT_DOUBLE_EQ(score.parts[2].points, 10) << "the expert's own path";
  EXPECT_DOUBLE_EQ(score.parts[3].points, 10);
  for (const auto& part : score.parts) {
    auto* row = sheet.findChild<app::practice::PartRow*>(QString("part-") + word(part.part));
    ASSERT_NE(row, nullptr);
    EXPECT_EQ(row->findChild<QLabel*>("partReason")->text(), app::practice::reasonSentence(part));
    tests::press(*row, {5, 5});
    EXPECT_FALSE(find<app::practice::SlicePicture>("scorePicture").scene().title.isEmpty());
    keepPicture(QString("practice_score_") + word(part.part));
  }
  EXPECT_EQ(find<app::practice::LearningCurve>("learningCurve").dots().size(), 1U);
  EXPECT_EQ(find<QComboBox>("practiceAttempt").count(), 1);
}

TEST_F(PracticeInWindow, showsNoAnswerDuringAnAttempt) {
  ASSERT_TRUE(start(kRoute));
  EXPECT_TRUE(case_.shownScan().structures().empty());
  for (const char* hidden : {"structuresPanel", "seriesPanel", "clearances"})
    EXPECT_FALSE(find<QWidget>(hidden).isVisible()) << hidden;
  EXPECT_FALSE(find<QWidget>("planRoute").isEnabled());
  for (const char* action : {"openStructureFile", "savePlan", "findBone", "findVessels"})
    EXPECT_FALSE(find<QAction>(action).isEnabled()) << action;
  EXPECT_EQ(case_.skinRisk().shownMap(), nullptr);
  session().leave();
  EXPECT_TRUE(find<QWidget>("planRoute").isEnabled());
  EXPECT_TRUE(find<QAction>("savePlan").isEnabled());
}

TEST_F(PracticeInWindow, losesNothingOfAnAttemptThatBroke) {
  ASSERT_TRUE(start(kRoute));
  const auto& answer = answerOf(kRoute);
  case_.document().setNeedle(planning::needle::parseNeedle(answer.needle).value());
  case_.document().setTarget(answer.target);
  case_.document().setEntry(answer.entry);
  click("practiceInsert");
  ASSERT_FALSE(session().course().ways.empty());
  click("practiceStep10");
  const auto saved = io::practice::readAttempt(session().file().toStdU16String());
  ASSERT_TRUE(saved) << "everything is on the disk before the attempt is over";
  EXPECT_EQ(saved->steps.back().mm, 10);
  EXPECT_FALSE(case_.document().hasUnsavedChanges());
  const auto before = session().course();
  case_.work().close();  // as a crash would leave it
  EXPECT_FALSE(session().isActive());
  window_->goTo<app::practice::PracticePage>();
  choose(kRoute);
  click("practiceResume");
  ASSERT_TRUE(eventually([&] { return session().isActive(); }));
  EXPECT_EQ(session().course().ways.back().depthMm, 10);
  EXPECT_EQ(session().course().ways.back().direction, before.ways.back().direction);
  EXPECT_GE(session().seconds(), before.seconds);
  EXPECT_LT((*case_.shownScan().plan().choices.needles.front().target - answer.target).GetNorm(),
            2e-3);  // as kept: 0.001 mm
  EXPECT_EQ(session().course().ways.size(), 1U) << "going on is no step";
}

TEST_F(PracticeInWindow, saysWhyAStepCannotBeDone) {
  ASSERT_TRUE(start(kRoute));
  EXPECT_FALSE(find<QPushButton>("practiceInsert").isEnabled());
  EXPECT_FALSE(session().advance(5));
  EXPECT_TRUE(find<QLabel>("message").text().contains("not in the patient yet"));
  EXPECT_FALSE(session().handIn());
  EXPECT_TRUE(session().isActive());
}

TEST_F(PracticeInWindow, refusesAnExerciseThatWasChanged) {
  const support::TemporaryFolder folder;
  fs::copy(exercises().front().folder, folder / "changed", fs::copy_options::recursive);
  std::ofstream(folder.path() / "changed" / "exercise.txt", std::ios::app) << "# easier\n";
  useExercises(folder.path());
  window_->goTo<app::PlanPage>();
  window_->goTo<app::practice::PracticePage>();
  ASSERT_EQ(find<QTreeWidget>("exercises").topLevelItemCount(), 1);
  click("practiceStart");
  ASSERT_TRUE(eventually([&] { return find<QLabel>("message").text().contains("sealed"); }));
  EXPECT_FALSE(session().isActive());
}

TEST_F(PracticeInWindow, listsAFolderItCannotUseWithTheReason) {
  const support::TemporaryFolder folder;
  fs::create_directories(folder / "broken");
  std::ofstream(folder.path() / "broken" / "exercise.txt") << "needleplan-exercise 1\nuid = x\n";
  useExercises(folder.path());
  window_->goTo<app::PlanPage>();
  window_->goTo<app::practice::PracticePage>();
  auto& list = find<QTreeWidget>("exercises");
  ASSERT_EQ(list.topLevelItemCount(), 1);
  EXPECT_TRUE(list.topLevelItem(0)->text(0).contains("broken"));
  EXPECT_TRUE(list.topLevelItem(0)->toolTip(0).contains("line 2"));
  EXPECT_FALSE(find<QPushButton>("practiceStart").isEnabled());
}

TEST_F(PracticeInWindow, makesAnExerciseOfASavedPlan) {
  const support::TemporaryFolder plans, made;
  const std::string plan = savedPlan(plans);
  useExercises(made.path());
  window_->openPath(QString::fromStdString(support::heldCase().folder.string()));
  ASSERT_TRUE(eventually([&] { return case_.shownScan().volume() && case_.shownScan().skin(); }));
  window_->goTo<app::PlanPage>();
  window_->goTo<app::practice::PracticePage>();
  auto& list = find<QTreeWidget>("exercises");
  ASSERT_EQ(list.topLevelItemCount(), 0);
  Answers answers({plan, made / "psoas", "the psoas at L3"});
  click("practiceMake");
  EXPECT_EQ(answers.left(), 0U) << "the plan, the folder, the task";
  ASSERT_TRUE(eventually([&] { return list.topLevelItemCount() == 1; }))
      << find<QLabel>("message").text().toStdString();
  const auto exercise = io::practice::readExercise(made / "psoas");
  ASSERT_TRUE(exercise) << exercise.error().code;
  EXPECT_EQ(exercise->exercise.routeId, "general");
  EXPECT_EQ(exercise->exercise.task.english, "the psoas at L3");
  const auto& scan = support::heldCase().scan;
  EXPECT_EQ(support::foundUnder(made.path(), {scan.patient.id, scan.study.uid}), std::vector<std::string>{});
  EXPECT_TRUE(find<QPushButton>("practiceStart").isEnabled());
  keepPicture("practice_made");
  QSettings().sync();
  const auto settings = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation).toStdString();
  EXPECT_EQ(support::foundUnder(settings, {"Zqfamily"}), std::vector<std::string>{}) << "Qt's notes of visited folders";
}

TEST_F(PracticeInWindow, saysWhyNoExerciseCanBeMadeOfAPlan) {
  const support::TemporaryFolder plans, made;
  const std::string plan = savedPlan(plans);
  useExercises(made.path());
  Answers withoutScan({plan});
  click("practiceMake");
  EXPECT_EQ(withoutScan.left(), 0U);
  EXPECT_TRUE(find<QLabel>("message").text().contains("another scan")) << find<QLabel>("message").text().toStdString();
  window_->openPath(QString::fromStdString(support::heldCase().folder.string()));
  ASSERT_TRUE(eventually([&] { return case_.shownScan().volume() && case_.shownScan().skin(); }));
  Answers withoutTask({plan, made / "psoas", ""});
  click("practiceMake");
  EXPECT_TRUE(eventually([&] { return find<QLabel>("message").text().contains("say in words"); }))
      << find<QLabel>("message").text().toStdString();
  EXPECT_EQ(made.names(), std::vector<std::string>{});
}

TEST_F(PracticeInWindow, fitsInFrench) {
  window_.reset();
  open("fr");
  ASSERT_TRUE(start(kRoute));
  doAsTheExpert(kRoute);
  keepPicture("practice_attempt_fr");
  EXPECT_LE(window_->minimumSizeHint().width(), 1280);
  click("practiceHandIn");
  auto& sheet = find<app::practice::ScoreSheet>("scoreSheet");
  ASSERT_TRUE(eventually([&] { return sheet.scored().has_value() && sheet.isVisible(); }));
  QCoreApplication::processEvents();
  keepPicture("practice_score_fr");
  EXPECT_LE(window_->minimumSizeHint().width(), 1280);
  EXPECT_LE(window_->minimumSizeHint().height(), 800);
}

TEST(LearningCurve, hasTheMeanOfTheLastFive) {
  using app::practice::LearningCurve;
  std::vector<LearningCurve::Dot> dots;
  for (const double total : {10, 20, 30, 40, 50, 100}) dots.push_back({total, false, false});
  EXPECT_EQ(LearningCurve::meansOf(dots), (std::vector<double>{10, 15, 20, 25, 30, 48}));
}
