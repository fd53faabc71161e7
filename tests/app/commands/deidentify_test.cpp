#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// A planned case de-identified as a person would do it: the plan still fits its scan, and nothing tells whose it was.

namespace {

namespace fs = std::filesystem;

QJsonObject needleplan(const std::vector<std::string>& arguments) {
  const auto run = support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

std::string place(const planning::Point& point) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + QString::number(point[i], 'f', 3).toStdString();
  return text;
}

/// The exported object of a class, by what the file holds.
std::string exported(const fs::path& folder, const std::string& sopClass) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().filename() == "DICOMDIR") continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    std::string head(400, '\0');
    stream.read(head.data(), 400);
    if (head.find(sopClass + std::string(1, '\0')) != std::string::npos ||
        head.find(sopClass + "\x02") != std::string::npos)
      return entry.path().string();
  }
  return {};
}

bool holds(const fs::path& folder, const std::string& text) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (bytes.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST(DeidentifyCommand, keepsAPlanOnItsScan) {
  const auto& demo = support::smallCase();
  const auto& answers = support::smallPhantom().answers;
  const auto answer = *std::ranges::find_if(answers, [](const auto& one) { return one.routeId == "lumbar-foraminal"; });
  const support::TemporaryFolder folder;
  fs::create_directories(folder / "case");
  fs::copy(demo.ct, folder / "case/ct", fs::copy_options::recursive);
  fs::copy(demo.seg, folder / "case/seg.dcm");
  const auto before = needleplan({"plan",         demo.ct.string(),
                                  "--target",     place(answer.target),
                                  "--entry",      place(answer.entry),
                                  "--structures", demo.seg.string(),
                                  "--route",      "lumbar-foraminal",
                                  "--level",      "L4",
                                  "--side",       "left",
                                  "--operator",   "Duval^Chantal",
                                  "--check",      "anticoagulant=yes;2026-02-03;Doctor Martineau;relay noted",
                                  "--out",        folder / "case/plan.dcm",
                                  "--json"});
  const auto done = needleplan({"deidentify", folder / "case", folder / "out", "--json"});
  EXPECT_EQ(done["files"].toInt(), static_cast<int>(demo.scan.instances.size()) + 2);
  for (const char* told : {"Duval", "Chantal", "Martineau", "relay noted", "20260203", "2026-02-03"})
    EXPECT_FALSE(holds(folder / "out", told)) << told;
  EXPECT_FALSE(holds(folder / "out", demo.scan.study.uid));
  EXPECT_FALSE(holds(folder / "out", demo.scan.patient.id));

  const std::string plan = exported(folder / "out", "1.2.840.10008.5.1.4.1.1.88.34");
  const std::string seg = exported(folder / "out", "1.2.840.10008.5.1.4.1.1.66.4");
  ASSERT_FALSE(plan.empty() || seg.empty());
  const auto after = needleplan({"show", plan, "--json"});
  const auto needle = [](const QJsonObject& one) { return one["needles"].toArray().at(0).toObject(); };
  EXPECT_EQ(needle(after)["target_mm"], needle(before)["target_mm"]);
  EXPECT_EQ(needle(after)["entry_mm"], needle(before)["entry_mm"]);
  EXPECT_EQ(needle(after)["clearances"].toArray().size(), needle(before)["clearances"].toArray().size());
  EXPECT_EQ(after["verdict"], before["verdict"]);
  EXPECT_EQ(after["route"], before["route"]);
  EXPECT_EQ(after["level"], before["level"]);
  EXPECT_NE(after["patient_id"], before["patient_id"]);
  const auto verified = needleplan({"verify", plan, folder / "out", "--structures", seg, "--json"});
  EXPECT_TRUE(verified["agrees"].toBool());
}

TEST(DeidentifyCommand, refusesAFolderThatIsNotEmpty) {
  const support::TemporaryFolder folder;
  std::ofstream(folder / "there") << "something";
  const auto run =
      support::runProgram(NEEDLEPLAN_PROGRAM, {"deidentify", support::smallCase().ct.string(), folder.path().string()});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("not empty"), std::string::npos) << run.err;
}
