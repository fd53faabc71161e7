#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "io/practice/sealed.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// An exercise as an instructor makes it, and an attempt scored, by the command line.

namespace {

namespace fs = std::filesystem;

QJsonObject needleplan(const std::vector<std::string>& arguments) {
  const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

std::string place(const planning::Point& point, const char* between) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : between) + QString::number(point[i], 'f', 3).toStdString();
  return text;
}

/// Keeps its margins even as coarsely as the small case is drawn.
const testdata::PhantomAnswer& answer() {
  const auto& all = support::smallPhantom().answers;
  return *std::ranges::find_if(all, [](const auto& one) { return one.routeId == "general"; });
}

/// Made once: an exercise of the small case.
struct Made {
  Made() {
    const auto& demo = support::heldCase();
    needleplan({"plan",         demo.ct.string(),
                "--target",     place(answer().target, ","),
                "--entry",      place(answer().entry, ","),
                "--structures", demo.seg.string(),
                "--route",      answer().routeId,
                "--needle",     answer().needle,
                "--level",      answer().level,
                "--side",       answer().side,
                "--operator",   "Duval^Chantal",
                "--out",        folder / "plan.dcm",
                "--json"});
    json = needleplan({"exercise", "make", folder / "plan.dcm", demo.ct.string(), "--structures", demo.seg.string(),
                       "--task", "the psoas at L3", "--zone-mm", "4", "--time", "90", "--out", exercise(), "--json"});
  }
  std::string exercise() const { return folder / "exercise"; }
  std::string seal() const { return json["exercises"].toArray().at(0).toObject()["seal"].toString().toStdString(); }
  std::string uid() const {
    return json["exercises"].toArray().at(0).toObject()["exercise_uid"].toString().toStdString();
  }
  std::string attempt(const std::string& name, const std::string& steps) const {
    std::ofstream(folder / name) << "needleplan-attempt 1\nexercise = " << uid() << "\nseal = " << seal()
                                 << "\nstarted = 2026-11-25T18:00:00Z\n"
                                 << steps;
    return folder / name;
  }

  support::TemporaryFolder folder;
  QJsonObject json;
};
const Made& made() {
  static const Made one;
  return one;
}

std::string expertsSteps() {
  return "step = 5 target " + place(answer().target, " ") + "\nstep = 9 entry " + place(answer().entry, " ") +
         "\nstep = 10 needle " + answer().needle + "\nstep = 12 insert " + place(answer().target, " ") +
         "\nstep = 13 advance " + QString::number((answer().target - answer().entry).GetNorm(), 'f', 2).toStdString() +
         "\nstep = 20 control-slice\nstep = 60 finish\n";
}

bool holds(const fs::path& folder, const std::string& text) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const auto bytes = support::fileBytes(entry.path());
    if (std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()).find(text) != std::string::npos)
      return true;
  }
  return false;
}

}  // namespace

TEST(ExerciseCommand, makesAFolderThatTellsNeitherPatientNorAnswer) {
  const auto& demo = support::heldCase();
  ASSERT_TRUE(fs::exists(fs::path(made().exercise()) / "exercise.txt"));
  for (const std::string& told : {demo.scan.patient.id, demo.scan.study.uid, std::string("Duval")})
    EXPECT_FALSE(holds(made().exercise(), told)) << told;
  EXPECT_FALSE(holds(made().exercise(), "Aorta")) << "the structures are sealed";
  const auto answers = io::practice::openSeal(made().exercise());
  ASSERT_TRUE(answers);
  for (const auto& file : *answers) {
    const std::string_view text(reinterpret_cast<const char*>(file.bytes.data()), file.bytes.size());
    for (const std::string& told : {demo.scan.patient.id, demo.scan.study.uid, std::string("Duval")})
      EXPECT_EQ(text.find(told), std::string_view::npos) << file.name << " " << told;
  }
  const auto shown = needleplan({"exercise", "show", made().exercise(), "--json"});
  EXPECT_EQ(shown["route"].toString().toStdString(), answer().routeId);
  EXPECT_EQ(shown["time_s"].toDouble(), 90);
  EXPECT_FALSE(shown.contains("target_mm"));
}

TEST(ExerciseCommand, scoresTheExpertsOwnNeedleAHundredEveryTime) {
  const auto file = made().attempt("expert.txt", expertsSteps());
  const auto first = support::runProgram(NEEDLEPLAN_PROGRAM, {"exercise", "score", made().exercise(), file, "--json"});
  const auto again = support::runProgram(NEEDLEPLAN_PROGRAM, {"exercise", "score", made().exercise(), file, "--json"});
  EXPECT_EQ(first.exitCode, 0) << first.err;
  EXPECT_EQ(first.out, again.out);
  const auto score = QJsonDocument::fromJson(QByteArray::fromStdString(first.out)).object();
  EXPECT_EQ(score["total"].toDouble(), 100) << first.out;
  EXPECT_EQ(score["parts"].toArray().size(), 7);
}

TEST(ExerciseCommand, refusesAnExerciseThatWasChanged) {
  const support::TemporaryFolder folder;
  fs::copy(made().exercise(), folder / "copy", fs::copy_options::recursive);
  std::ofstream(folder.path() / "copy" / "exercise.txt", std::ios::app) << "# easier\n";
  const auto file = made().attempt("expert.txt", expertsSteps());
  const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, {"exercise", "score", folder / "copy", file});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("exercise.txt"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("sealed"), std::string::npos) << run.err;
}

TEST(ExerciseCommand, refusesAnAttemptItCannotScore) {
  const auto refusal = [](const std::string& file) {
    const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, {"exercise", "score", made().exercise(), file});
    EXPECT_EQ(run.exitCode, 1);
    return run.err;
  };
  EXPECT_NE(refusal(made().attempt("open.txt", "step = 1 target 0 0 0\n")).find("not been handed in"),
            std::string::npos);
  EXPECT_NE(refusal(made().attempt("bad.txt", "step = 1 fly\n")).find("bad.txt, line 5"), std::string::npos);
}

TEST(ExerciseCommand, makesNoExerciseOfAPlanThatBreaches) {
  const auto& demo = support::smallCase();
  const support::TemporaryFolder folder;
  const auto& all = support::smallPhantom().answers;
  const auto& crossing = *std::ranges::find_if(all, [](const auto& one) { return !one.crosses.empty(); });
  needleplan({"plan", demo.ct.string(), "--target", place(crossing.target, ","), "--entry", place(crossing.entry, ","),
              "--structures", demo.seg.string(), "--route", crossing.routeId, "--level", crossing.level, "--side",
              crossing.side, "--out", folder / "plan.dcm", "--json"});
  const auto run =
      support::runProgram(NEEDLEPLAN_PROGRAM, {"exercise", "make", folder / "plan.dcm", demo.ct.string(),
                                               "--structures", demo.seg.string(), "--out", folder / "out"});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("margin"), std::string::npos) << run.err;
  EXPECT_EQ(folder.names(), std::vector<std::string>{"plan.dcm"}) << "nothing is left of what was refused";
}
