#include "io/practice/exercise_maker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

#include "io/files/uid.h"
#include "io/reading/ct_reader.h"
#include "io/report/plan_report.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/plan/assessment.h"
#include "planning/practice/exercise_text.h"
#include "planning/procedure/roles.h"
#include "planning/procedure/routes.h"
#include "tests/support/assessed.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

namespace io::practice {
namespace {

namespace fs = std::filesystem;
using planning::Plan;

const testdata::PhantomAnswer& answer() {
  const auto& all = support::smallPhantom().answers;
  return *std::ranges::find_if(all, [](const auto& one) { return one.routeId == "general"; });
}

/// The small case's plan on the route "general", as an operator saved it.
Plan plan() {
  const auto& phantom = support::smallPhantom();
  planning::PlanChoices made;
  made.scan = support::heldCase().scan;
  made.routeId = answer().routeId;
  made.level = answer().level;
  made.side = planning::anatomy::sideFromWord(answer().side);
  made.operatorName = "Duval^Chantal";
  auto& needle = made.needles.emplace_back();
  needle.label = "Needle 1";
  needle.trackingUid = newUid();
  needle.target = answer().target;
  needle.entry = answer().entry;
  needle.needle = planning::needle::parseNeedle(answer().needle).value();
  planning::Scene scene{&phantom.volume, nullptr, {}, {}, false};
  for (const auto& one : phantom.structures)
    if (one.structure.kind != planning::anatomy::Kind::Skin && support::isHeld(one.structure))
      scene.structures.push_back(planning::anatomy::measure(one.structure));
  planning::procedure::assignRoles(scene.structures, planning::procedure::routesInUse().rulesFor(made.routeId),
                                   {answer().target});
  return support::assessed(std::move(made), scene);
}

std::vector<fs::path> filesIn(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  return files;
}

struct Fixture {
  Fixture() {
    static const Plan planned = plan();
    EXPECT_TRUE(report::writePlan(planned, folder / "plan.dcm"));
    files = {filesIn(support::heldCase().ct), {support::heldCase().seg}};
    wish.folder = folder / "exercise";
    wish.plans = {folder / "plan.dcm"};
    wish.task = {"the psoas", "le psoas"};
  }
  planning::Expected<std::vector<ExerciseFolder>> make() const {
    planning::Progress progress;
    return makeExercises(files, {wish}, progress);
  }

  support::TemporaryFolder folder;
  CaseFiles files;
  ExerciseWish wish;
};

}  // namespace

// As a word of its own it is refused (below); within another it is not seen there.
TEST(ExerciseMaker, takesThePatientOutOfTheTask) {
  Fixture one;
  const std::string id = support::heldCase().scan.patient.id;
  ASSERT_GE(id.size(), 4U);
  one.wish.task = {"the psoas of x" + id + "x", "le psoas de x" + id + "x"};
  const auto made = one.make();
  ASSERT_TRUE(made) << made.error().code << " " << made.error().subject;
  const auto task = readExercise(one.wish.folder)->exercise.task;
  EXPECT_EQ(task.english.find(id), std::string::npos) << task.english;
  EXPECT_EQ(task.french.find(id), std::string::npos) << task.french;
}

TEST(ExerciseMaker, givesBackWhatWasSealed) {
  Fixture one;
  one.wish.zones = {{planning::makePoint(1, 2, 3), 4}};
  const auto made = one.make();
  ASSERT_TRUE(made) << made.error().code << " " << made.error().subject << " " << made.error().detail;
  const auto& exercise = made->front();
  EXPECT_EQ(exercise.exercise.routeId, "general");
  EXPECT_EQ(textOf(readExercise(one.wish.folder)->exercise), textOf(exercise.exercise));
  EXPECT_EQ(exercise.exercise.task.french, "le psoas");
  planning::Progress progress;
  const auto series = findScan(exercise, progress);
  ASSERT_TRUE(series);
  EXPECT_NE(series->identity.patient.id, support::heldCase().scan.patient.id);
  const auto volume = readCt(*series, progress);
  ASSERT_TRUE(volume);
  const auto opened = openAnswers(exercise, *volume, progress);
  ASSERT_TRUE(opened) << opened.error().code;
  const auto& expert = opened->answers.experts.front().choices.needles.front();
  EXPECT_LT((*expert.target - answer().target).GetNorm(), 1e-3);
  EXPECT_LT((*expert.entry - answer().entry).GetNorm(), 1e-3);
  EXPECT_EQ(opened->answers.experts.front().choices.operatorName.find("Duval"), std::string::npos);
  ASSERT_EQ(opened->answers.zones.size(), 2U);
  EXPECT_EQ(opened->answers.zones[0], one.wish.zones[0]);
  EXPECT_EQ(opened->answers.zones[1].radiusMm, 5);
  std::size_t structures = 0;
  for (const auto& phantom : support::smallPhantom().structures)
    structures += phantom.structure.kind != planning::anatomy::Kind::Skin && support::isHeld(phantom.structure) ? 1 : 0;
  EXPECT_EQ(opened->structures.size(), structures);
  const auto* route = planning::procedure::routesInUse().find("general");
  for (const auto& row : opened->answers.experts.front().assessment.needles.front().clearances)
    for (const auto& measured : opened->structures)
      if (measured.structure.name == row.structure) {
        EXPECT_EQ(planning::effectiveMarginMm(measured.structure, route), row.marginMm) << row.structure;
      }
}

TEST(ExerciseMaker, makesNoneWhenSomethingWouldStayBehind) {
  Fixture one;
  std::ofstream(one.folder / "note.txt") << "Durand Marie";
  one.files.structures.push_back(one.folder / "note.txt");
  const auto made = one.make();
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "exercise-not-anonymous");
  EXPECT_EQ(one.folder.names(), (std::vector<std::string>{"note.txt", "plan.dcm"})) << "nothing half made is left";
}

TEST(ExerciseMaker, makesNoneWithoutTheStructuresThatTellWhatIsSafe) {
  Fixture one;
  one.files.structures.clear();
  const auto made = one.make();
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "exercise-expert-unknown");
}

TEST(ExerciseMaker, letsNoTaskSayWhoseCaseItIs) {
  Fixture one;
  one.wish.task.english = "the psoas of Mrs. DUVAL's patient";
  EXPECT_EQ(one.make().error().code, "exercise-task");
  one.wish.task.english = "the psoas\nroute = caudal";
  EXPECT_EQ(one.make().error().code, "exercise-task");
  one.wish.task = {};
  EXPECT_EQ(one.make().error().code, "exercise-no-task");
}

TEST(ExerciseMaker, overwritesNothing) {
  Fixture one;
  fs::create_directories(one.wish.folder);
  std::ofstream(one.wish.folder / "there") << "something";
  EXPECT_EQ(one.make().error().code, "output-not-empty");
}

}  // namespace io::practice
