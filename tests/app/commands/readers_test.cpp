#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

#include "planning/geometry.h"
#include "tests/paths.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// What a reader of others, that knows nothing of this program but its README, finds in a report.

namespace {

std::string place(const planning::Point& point) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + std::to_string(point[i]);
  return text;
}

std::string run(const std::vector<std::string>& arguments) {
  const auto ran = support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
  EXPECT_EQ(ran.exitCode, 0) << ran.err;
  return ran.out;
}

/// Plans a route of the small demo case, and has its report and `show --json` of it compared by a script.
void expectPydicomAgrees(const std::string& route, const std::vector<std::string>& more) {
  const support::TemporaryFolder folder;
  const auto& demo = support::smallCase();
  const auto& answers = support::smallPhantom().answers;
  const auto answer = std::ranges::find_if(answers, [&](const auto& one) { return one.routeId == route; });
  ASSERT_NE(answer, answers.end());
  const std::string plan = (folder / "plan.dcm").string(), shown = (folder / "show.json").string();
  std::vector<std::string> arguments{"plan",         demo.ct.string(),      "--route", answer->routeId,
                                     "--target",     place(answer->target), "--entry", place(answer->entry),
                                     "--structures", demo.seg.string(),     "--out",   plan};
  arguments.insert(arguments.end(), more.begin(), more.end());
  run(arguments);
  std::ofstream(shown) << run({"show", plan, "--json"});
  const auto compared = support::runProgram(
      "/usr/bin/python3", {NEEDLEPLAN_SOURCE_DIR "/tests/app/commands/pydicom_check.py", plan, shown});
  EXPECT_EQ(compared.exitCode, 0) << compared.out << compared.err;
  std::cout << compared.out;
}

}  // namespace

TEST(Readers, pydicomFindsInAPlanWhatShowSays) {
  if (!support::isThere(support::kPydicom)) GTEST_SKIP();
  expectPydicomAgrees("lumbar-foraminal", {"--level", "L4", "--side", "left", "--check", "anticoagulant=no", "--check",
                                           "diabetes=yes;2026-01-02;Dr. X;\"good; bad\"", "--operator", "Test^Operator",
                                           "--guidance", "CT"});
  expectPydicomAgrees("lumbar-interlaminar", {"--level", "L3-L4"});
}
