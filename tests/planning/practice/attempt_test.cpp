#include "planning/practice/attempt.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "planning/practice/attempt_text.h"
#include "planning/practice/exercise_text.h"
#include "planning/practice/hand.h"

namespace planning::practice {
namespace {

using Kind = Step::Kind;

std::string header() {
  return "needleplan-attempt 1\nexercise = 2.25.7\nseal = " + std::string(64, '0') +
         "\nstarted = 2026-11-25T18:00:00Z\n";
}

const std::string kPlanned = "step = 1 target 0 0 0\nstep = 2 entry 0 80 0\nstep = 3 needle 22Gx90\n";

Expected<Course> course(const std::string& steps) {
  const auto attempt = parseAttempt(header() + steps);
  if (!attempt) return tl::unexpected(attempt.error());
  return courseOf(*attempt);
}

Error refusal(const std::string& steps) {
  const auto done = course(steps);
  return done ? Error{"done", {}, {}} : done.error();
}

}  // namespace

TEST(Attempt, followsTheNeedle) {
  const Course done =
      course(kPlanned +
             "step = 4 insert 0 0 60\nstep = 5 advance 50\nstep = 6 control-slice\nstep = 7 advance -10\n"
             "step = 8 insert 0 0 0\nstep = 9 advance 80\nstep = 10 finish\n")
          .value();
  ASSERT_EQ(done.ways.size(), 2U);
  EXPECT_EQ(done.corrections(), 1);
  EXPECT_NEAR((done.ways[0].reached().end - makePoint(0, 40, 30)).GetNorm(), 0, 1e-12);  // 3-4-5: 50 mm of 100
  EXPECT_EQ(done.ways[0].depthMm, 0) << "drawn back to the skin before it was set anew";
  EXPECT_NEAR((done.ways[1].tip() - makePoint(0, 0, 0)).GetNorm(), 0, 1e-12);
  ASSERT_EQ(done.controlSlices.size(), 1U);
  EXPECT_EQ(done.controlSlices[0].depthMm, 50);
  EXPECT_TRUE(done.finished);
  EXPECT_EQ(done.seconds, 10);
}

TEST(Attempt, refusesWhatCannotBe) {
  EXPECT_EQ(refusal("step = 1 insert 0 0 0\n").code, "attempt-not-planned");
  EXPECT_EQ(refusal("step = 1 finish\n").code, "attempt-not-planned");
  EXPECT_EQ(refusal(kPlanned + "step = 4 advance 10\n").code, "attempt-not-in");
  EXPECT_EQ(refusal(kPlanned + "step = 4 insert 0 0 0\nstep = 5 control-slice\n").code, "attempt-not-in");
  EXPECT_EQ(refusal(kPlanned + "step = 4 insert 0 0 0\nstep = 5 advance 90.1\n").code, "attempt-hub-at-skin");
  EXPECT_EQ(refusal(kPlanned + "step = 4 insert 0 0 0\nstep = 5 advance -1\n").code, "attempt-drawn-out");
  EXPECT_EQ(refusal(kPlanned + "step = 4 insert 0 0 0\nstep = 5 needle 25Gx90\n").code, "attempt-needle-in");
  EXPECT_EQ(refusal(kPlanned + "step = 4 finish\nstep = 5 finish\n").code, "attempt-finished");
  const Error falls = refusal(kPlanned + "step = 2.5 finish\n");
  EXPECT_EQ(falls.code, "attempt-time");
  EXPECT_EQ(falls.subject, "step 4");
}

TEST(Attempt, namesTheLineThatItCannotRead) {
  const auto line = [](const std::string& steps) {
    const Error error = refusal(steps);
    EXPECT_EQ(error.code, "bad-attempt-file");
    return error.subject;
  };
  EXPECT_EQ(line("step = 1 target 0 0\n"), "line 5");
  EXPECT_EQ(line(kPlanned + "step = 4 fly\n"), "line 8");
  EXPECT_EQ(line("step = 1 target 0 0 1e300\n"), "line 5");
  EXPECT_EQ(line("step = x target 0 0 1\n"), "line 5");
  EXPECT_EQ(line("step = 1 needle 99Gx90\n"), "line 5");
  EXPECT_EQ(line("rubbish\n"), "line 5");
  EXPECT_EQ(line("step = 1 target 0 0 " + std::string(2000, '0') + "\n"), "line 5");
  EXPECT_EQ(parseAttempt("").error().subject, "line 0");
  EXPECT_EQ(parseAttempt("needleplan-attempt 2\n").error().subject, "line 1");
  EXPECT_EQ(parseAttempt("needleplan-attempt 1\n").error().code, "bad-attempt-file");
}

/// Whatever is written into a file, reading it ends in an attempt or in a refusal.
TEST(Attempt, survivesAnyDamage) {
  const std::string good = header() + kPlanned + "step = 4 insert 0 0 0\nstep = 5 advance 50\nstep = 6 finish\n";
  ASSERT_TRUE(parseAttempt(good));
  std::mt19937 random(5);
  int refused = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string bad = good;
    for (int n = 0; n < 3; ++n) bad[random() % bad.size()] = static_cast<char>(random() % 256);
    const auto read = parseAttempt(bad);
    if (!read) {
      ++refused;
      EXPECT_FALSE(read.error().code.empty());
    } else {
      EXPECT_EQ(textOf(*parseAttempt(textOf(*read))), textOf(*read));
    }
  }
  EXPECT_GT(refused, 1500);
}

TEST(ExerciseText, readsWhatItWrote) {
  Exercise exercise;
  exercise.uid = "2.25.1";
  exercise.seriesUid = "2.25.2";
  exercise.routeId = "lumbar-foraminal";
  exercise.level = "L4-L5";
  exercise.side = anatomy::Side::Left;
  exercise.guidance = "CT";
  exercise.seconds = {90, 300};
  exercise.task = {"Behind the root = here", "En arrière de la racine"};
  const Exercise read = parseExercise(textOf(exercise), procedure::routesInUse()).value();
  EXPECT_EQ(textOf(read), textOf(exercise));
  EXPECT_EQ(read.task.french, exercise.task.french);
  EXPECT_EQ(read.seconds, exercise.seconds);
  EXPECT_EQ(read.side, exercise.side);
  const AnswerList answers{{"expert1.dcm"}, {{makePoint(1.0 / 3, -2, 3), 4.5}}, true};
  EXPECT_EQ(parseAnswers(textOf(answers)).value(), answers);
}

TEST(ExerciseText, refusesWhatIsNoExercise) {
  const std::string good = "needleplan-exercise 1\nuid = 2.25.1\nseries = 2.25.2\nroute = lumbar-foraminal\n";
  EXPECT_TRUE(parseExercise(good, procedure::routesInUse()));
  EXPECT_EQ(parseExercise(good + "colour = red\n", procedure::routesInUse()).error().subject, "line 5");
  EXPECT_EQ(parseExercise(good + "route = caudal\n", procedure::routesInUse()).error().subject, "line 5");
  EXPECT_EQ(parseExercise(good + "seconds = 100 50\n", procedure::routesInUse()).error().subject, "line 5");
  EXPECT_EQ(parseExercise("needleplan-exercise 1\nuid = 2.25.1\n", procedure::routesInUse()).error().code,
            "bad-exercise-file");
  EXPECT_EQ(
      parseExercise("needleplan-exercise 1\nuid = 1\nseries = 1\nroute = no\n", procedure::routesInUse()).error().code,
      "unknown-route");
  EXPECT_EQ(parseAnswers("needleplan-answers 1\nexpert = a.dcm\n").error().code, "bad-exercise-file");
  EXPECT_EQ(parseAnswers("needleplan-answers 1\nzone = 0 0 0 -5\n").error().subject, "line 2");
}

/// Its spread is that of the placement error: the mean square of how far off it is, over many seeds, is 2 tip^2.
TEST(Hand, missesAsThePlacementErrorSays) {
  const needle::Trajectory aim{makePoint(10, 90, 5), makePoint(0, 0, 0)};
  const needle::PlacementError error{3.0, 0.0, {}, {}, "made up"};  // 3 tip^2 = 9
  double squares = 0;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    const Vector off = whereTheHandAims(aim, error, 0, seed) - aim.target;
    EXPECT_NEAR(dot(off, aim.direction()), 0, 1e-9);
    squares += off.GetSquaredNorm() / 4000;
  }
  EXPECT_NEAR(squares, 6, 0.3);  // standard error of the mean of an exponential: 6 / sqrt(4000) = 0.09
}

TEST(Hand, isSteadierAfterACorrectionAndSameForASeed) {
  const needle::Trajectory aim{makePoint(0, 80, 0), makePoint(0, 0, 0)};
  EXPECT_EQ(whereTheHandAims(aim, {}, 1, 7), whereTheHandAims(aim, {}, 1, 7));
  EXPECT_NE(whereTheHandAims(aim, {}, 0, 7), whereTheHandAims(aim, {}, 0, 8));
  double first = 0, third = 0;
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    first += whereTheHandAims(aim, {}, 0, seed).EuclideanDistanceTo(aim.target);
    third += whereTheHandAims(aim, {}, 2, seed).EuclideanDistanceTo(aim.target);
  }
  EXPECT_NEAR(third / first, 0.25, 0.05);
}

}  // namespace planning::practice
