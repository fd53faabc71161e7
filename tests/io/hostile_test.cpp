#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "io/ct_reader.h"
#include "io/sandbox.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/paths.h"

namespace {

namespace fs = std::filesystem;

/// What became of one file, in a process of its own with a reader of its own.
struct Outcome {
  fs::path file;
  std::string text;  ///< "refused: ...", "read", or "" when the program itself died
  double seconds = 0;
  double peakMb = 0;  ///< of the program or its reader, whichever is larger
};

std::string attempt(const fs::path& file) {
  planning::Progress progress;
  const auto found = io::dicom::scan(file, progress);
  if (!found) return "refused: " + found.error().code;
  std::string text;
  for (const auto& series : found->series) {
    text += text.empty() ? "" : "; ";
    if (series.refusal) {
      text += "refused: " + series.refusal->code;
    } else if (series.slices.empty()) {
      text += "listed: " + series.identity.modality;
    } else {
      const auto volume = io::readCt(series, progress);
      text += volume ? "read" : "refused: " + volume.error().code;
    }
  }
  for (const auto& rejected : found->rejectedFiles) text += (text.empty() ? "" : "; ") + rejected.reason.code;
  return text;
}

Outcome tryInAProcess(const fs::path& file) {
  Outcome outcome{file, {}, 0, 0};
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("pipe");
  const auto start = std::chrono::steady_clock::now();
  const pid_t process = fork();
  if (process == 0) {
    io::setReaderProgram({});  // not the readers of the process that forked
    const auto text = attempt(file);
    io::setReaderProgram({});  // its reader ends and is counted
    const bool written = write(ends[1], text.data(), text.size()) >= 0;
    _exit(written ? 0 : 1);
  }
  close(ends[1]);
  std::array<char, 4096> buffer;
  for (ssize_t got = 0; (got = read(ends[0], buffer.data(), buffer.size())) > 0;)
    outcome.text.append(buffer.data(), static_cast<std::size_t>(got));
  close(ends[0]);
  rusage used{};
  int status = 0;
  wait4(process, &status, 0, &used);
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  outcome.peakMb = static_cast<double>(used.ru_maxrss) / 1024;
  return outcome;
}

/// A table of the outcomes, for people.
void writeTable(const std::vector<Outcome>& outcomes, const fs::path& folder, const std::string& name) {
  std::ofstream table(name);
  table << "| file | outcome | seconds | peak MB |\n|---|---|---|---|\n";
  for (const auto& outcome : outcomes)
    table << "| " << fs::relative(outcome.file, folder).string() << " | " << outcome.text << " | " << outcome.seconds
          << " | " << outcome.peakMb << " |\n";
  std::cout << "table: " << fs::absolute(name) << "\n";
}

double idleMb() {
  const made_ct::TemporaryFolder folder;
  made_ct::write(made_ct::Ct{}, folder.path());
  return tryInAProcess(folder.path() / "0.dcm").peakMb;
}

std::vector<Outcome> tryAll(const fs::path& folder) {
  const double idle = idleMb();
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<Outcome> outcomes;
  for (const auto& file : files) {
    outcomes.push_back(tryInAProcess(file));
    EXPECT_FALSE(outcomes.back().text.empty()) << file << " killed the program";
    EXPECT_LT(outcomes.back().peakMb, idle + 256) << file;
  }
  return outcomes;
}

TEST(Hostile, killsAndBloatsNothing) {
  const fs::path tool = fs::path(NEEDLEPLAN_SHARED_DATA) / ".." / "tools" / "make_hostile.py";
  if (!fs::exists(tool)) GTEST_SKIP() << "NOT TESTED: no " << tool;
  const made_ct::TemporaryFolder folder;
  const auto command = "python3 '" + tool.string() + "' '" + folder.path().string() + "'";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
  const auto outcomes = tryAll(folder.path());
  EXPECT_GE(outcomes.size(), 20u);
  for (const auto& outcome : outcomes) EXPECT_TRUE(outcome.text.starts_with("refused")) << outcome.file << outcome.text;
  writeTable(outcomes, folder.path(), "hostile_table.md");
}

TEST(Malformed, killsAndBloatsNothingSlow) {
  const fs::path folder = fs::path(NEEDLEPLAN_SHARED_DATA) / "malformed";
  if (!fs::exists(folder)) GTEST_SKIP() << "NOT TESTED: no " << folder;
  writeTable(tryAll(folder), folder, "malformed_table.md");
}

TEST(Malformed, isScannedAsAWhole) {
  const fs::path folder = fs::path(NEEDLEPLAN_SHARED_DATA) / "malformed";
  if (!fs::exists(folder)) GTEST_SKIP() << "NOT TESTED: no " << folder;
  planning::Progress progress;
  const auto found = io::dicom::scan(folder, progress);
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->series.empty());
  EXPECT_FALSE(found->rejectedFiles.empty());
  for (const auto& series : found->series)
    if (series.loadable && !series.slices.empty()) io::readCt(series, progress);
}

}  // namespace
