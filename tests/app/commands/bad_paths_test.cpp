#include <gtest/gtest.h>
#include <sys/stat.h>

#include <QString>
#include <filesystem>

#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// Paths that no file can have, outputs that take nothing: one line, and the documented exit code.

namespace {

using support::ProgramRun;

std::string place(const planning::Point& p) {
  return QString("%1,%2,%3").arg(p[0], 0, 'f', 3).arg(p[1], 0, 'f', 3).arg(p[2], 0, 'f', 3).toStdString();
}

std::vector<std::string> planOf(const std::string& series, const std::string& out) {
  const auto& answer = support::smallPhantom().answers.front();
  return {"plan", series, "--target", place(answer.target), "--entry", place(answer.entry), "--out", out};
}

bool isOneLine(const std::string& text) {
  return !text.empty() && text.find('\n') == text.size() - 1;
}

/// With the shell's redirection and limits before it.
ProgramRun inShell(const std::string& before, const std::vector<std::string>& arguments, const std::string& after) {
  std::string line = before + " exec '" + std::string(NEEDLEPLAN_PROGRAM) + "'";
  for (const auto& argument : arguments) line += " '" + argument + "'";
  return support::runProgram("sh", {"-c", line + " " + after});
}

class BadPaths : public testing::Test {
 protected:
  BadPaths() {
    std::filesystem::create_symlink("self", folder_ / "self");
    ::mkfifo((folder_ / "pipe").c_str(), 0600);
  }
  void expectRefused(const std::vector<std::string>& arguments) {
    const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
    const std::string command = arguments[0] + " " + arguments[1] + " " + arguments.back();
    EXPECT_EQ(run.exitCode, 1) << command << run.err;
    EXPECT_TRUE(isOneLine(run.err)) << command << ": " << run.err;
  }
  std::string plan() {
    const std::string file = folder_ / "plan.dcm";
    if (!std::filesystem::exists(file)) {
      EXPECT_EQ(support::runProgram(NEEDLEPLAN_PROGRAM, planOf(ct_, file)).exitCode, 0);
    }
    return file;
  }

  support::TemporaryFolder folder_;
  const std::string ct_ = support::smallCase().ct.string();
};

}  // namespace

TEST_F(BadPaths, areRefusedInOneLine) {
  for (const std::string& bad : {std::string(folder_ / "self"), std::string(folder_ / (std::string(256, 'x') + ".dcm")),
                                 std::string(folder_ / "pipe"), std::string("/dev/zero")}) {
    expectRefused({"scan", bad});
    expectRefused(planOf(ct_, bad));
    expectRefused(planOf(bad, folder_ / "out.dcm"));
    expectRefused({"show", bad});
    expectRefused({"verify", plan(), bad});
    expectRefused({"verify", plan(), ct_, "--structures", bad});
    expectRefused({"compare", plan(), bad});
    expectRefused({"deidentify", ct_, bad});
    expectRefused({"deidentify", bad, folder_ / "out"});
    expectRefused({"deidentify", ct_, folder_ / "out", "--key", bad});
    expectRefused({"exercise", "show", bad});
    expectRefused({"audit", bad});
  }
}

TEST_F(BadPaths, ofTheOutputAreSaid) {
  const std::string file = plan();
  for (const auto& arguments : std::vector<std::vector<std::string>>{{"show", file},
                                                                     {"show", file, "--json"},
                                                                     {"verify", file, ct_},
                                                                     {"verify", file, ct_, "--json"},
                                                                     {"scan", ct_},
                                                                     {"scan", ct_, "--json"},
                                                                     {"help"},
                                                                     {"--version"}}) {
    const auto run = inShell("", arguments, ">/dev/full");
    EXPECT_EQ(run.exitCode, 1) << arguments[0];
    EXPECT_TRUE(isOneLine(run.err)) << arguments[0] << ": " << run.err;
    EXPECT_NE(run.err.find("could not be written"), std::string::npos) << run.err;
  }
}

// SIGXFSZ would end the program and leave what it had begun.
TEST_F(BadPaths, aFileBeyondTheUsersLimitIsAnError) {
  auto arguments = planOf(ct_, folder_ / "large.dcm");
  const auto run = inShell("ulimit -f 8;", arguments, "");
  EXPECT_EQ(run.exitCode, 1) << run.err;
  EXPECT_NE(run.err.find("large.dcm"), std::string::npos) << run.err;
  EXPECT_EQ(folder_.names(), (std::vector<std::string>{"pipe", "self"}));
}

TEST_F(BadPaths, optionsTakeTheirWordsInAnyCase) {
  for (const char* word : {"CT", "ct", "Fluoroscopy"}) {
    auto arguments = planOf(ct_, folder_ / (std::string(word) + ".dcm"));
    arguments.insert(arguments.end(), {"--guidance", word, "--side", "LEFT"});
    const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
    EXPECT_EQ(run.exitCode, 0) << word << run.err;
  }
}
