#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/paths.h"
#include "tests/support/growing_child.h"
#include "tests/support/planted_file.h"
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

/// The command in a home of its own: all that it may write to but the export lies under home().
class AtHome {
 public:
  AtHome() {
    fs::create_directories(home());
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
                             "XDG_RUNTIME_DIR", "TMPDIR"}) {
      fs::create_directories(home() / name);
      fs::permissions(home() / name, fs::perms::owner_all);
      environment_.push_back(std::string(name) + "=" + (home() / name).string());
    }
  }
  fs::path operator/(const std::string& name) const { return folder_ / name; }
  fs::path home() const { return folder_ / "home"; }
  std::vector<std::string> names() const { return folder_.names(); }
  support::ProgramRun deidentify(std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"deidentify", folder_ / "in", folder_ / "out"});
    return support::runProgram(NEEDLEPLAN_PROGRAM, options, environment_);
  }
  std::vector<std::string> filesAtHome() const {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(home()))
      if (!entry.is_directory()) files.push_back(entry.path().string());
    return files;
  }

 private:
  support::TemporaryFolder folder_;
  std::vector<std::string> environment_;
};

using Words = std::vector<std::string>;

/// What was said is searched apart from the paths below `in`: a line must name the file that it speaks of, and a path
/// that holds a patient's name is shown to the operator who typed it, on their own terminal, nowhere else.
Words saidOf(const support::ProgramRun& run, const Words& words) {
  Words found;
  for (const auto& word : words)
    if ((run.out + run.err).find(word) != std::string::npos) found.push_back(word);
  return found;
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
  const auto before = needleplan({"plan",
                                  demo.ct.string(),
                                  "--target",
                                  place(answer.target),
                                  "--entry",
                                  place(answer.entry),
                                  "--structures",
                                  demo.seg.string(),
                                  "--route",
                                  "lumbar-foraminal",
                                  "--level",
                                  "L4",
                                  "--side",
                                  "left",
                                  "--operator",
                                  "Duval^Chantal",
                                  "--midline=0,100,-20",
                                  "--midline=0,100,-80",
                                  "--add-needle",
                                  "mirror-of=Needle 1;seen-by=Duval^Chantal",
                                  "--check",
                                  "anticoagulant=yes;2026-02-03;Doctor Martineau;relay noted",
                                  "--out",
                                  folder / "case/plan.dcm",
                                  "--json"});
  const auto done = needleplan({"deidentify", folder / "case", folder / "out", "--json"});
  EXPECT_EQ(done["files"].toInt(), static_cast<int>(demo.scan.instances.size()) + 2);
  for (const char* told : {"Duval", "Chantal", "Martineau", "relay noted", "20260203", "2026-02-03"})
    EXPECT_EQ(support::foundUnder(folder / "out", {told}), Words{});
  EXPECT_EQ(support::foundUnder(folder / "out", {demo.scan.study.uid, demo.scan.patient.id}), Words{});

  const std::string plan = exported(folder / "out", "1.2.840.10008.5.1.4.1.1.88.34");
  const std::string seg = exported(folder / "out", "1.2.840.10008.5.1.4.1.1.66.4");
  ASSERT_FALSE(plan.empty() || seg.empty());
  const auto after = needleplan({"show", plan, "--json"});
  ASSERT_EQ(after["needles"].toArray().size(), 2);
  for (int n = 0; n < 2; ++n) {
    const auto was = before["needles"].toArray().at(n).toObject(), is = after["needles"].toArray().at(n).toObject();
    for (const char* key : {"target_mm", "entry_mm", "side", "level"}) EXPECT_EQ(is[key], was[key]) << n << key;
    EXPECT_EQ(is["clearances"].toArray().size(), was["clearances"].toArray().size());
  }
  const auto mirrored = after["needles"].toArray().at(1).toObject()["imported"].toObject();
  EXPECT_EQ(mirrored["source"].toString(), "mirrored from Needle 1");
  EXPECT_EQ(mirrored["seen_by"].toString(), "Removed");
  EXPECT_EQ(after["verdict"], before["verdict"]);
  EXPECT_EQ(after["route"], before["route"]);
  EXPECT_EQ(after["level"], before["level"]);
  EXPECT_NE(after["patient_id"], before["patient_id"]);
  const auto verified = needleplan({"verify", plan, folder / "out", "--structures", seg, "--json"});
  EXPECT_TRUE(verified["agrees"].toBool());
  EXPECT_EQ(verified["seal"].toString(), "holds");
  EXPECT_EQ(verified["scan_digest"].toString(), "same");
}

TEST(DeidentifyCommand, refusesAFolderThatIsNotEmpty) {
  const support::TemporaryFolder folder;
  std::ofstream(folder / "there") << "something";
  const auto run =
      support::runProgram(NEEDLEPLAN_PROGRAM, {"deidentify", support::smallCase().ct.string(), folder.path().string()});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("not empty"), std::string::npos) << run.err;
}

TEST(DeidentifyCommand, leavesNoIdentifierInOutputLogSettingOrTemporaryFile) {
  for (const bool json : {false, true}) {
    const AtHome at;
    auto words = support::writePlanted(at / "in/zqfilename.dcm");
    ASSERT_GT(words.size(), 1000U);
    for (const auto& more : {support::writePlanted(at / "in/text.dcm", support::Planted::UnderTextInIt, 1),
                             support::writePlanted(at / "in/broken.dcm", support::Planted::InHeader, 2)})
      words.insert(words.end(), more.begin(), more.end());
    fs::resize_file(at / "in/broken.dcm", fs::file_size(at / "in/broken.dcm") / 2);
    std::ofstream(at / "in/note.txt") << words.front() << " X123456\n";
    Words options{"--key", at.home() / "key", "--previews", at.home() / "previews"};
    if (json) options.push_back("--json");
    const auto run = at.deidentify(options);
    ASSERT_EQ(run.exitCode, 0) << run.err;
    EXPECT_EQ(saidOf(run, words), Words{});
    EXPECT_NE(run.out.find("broken.dcm"), std::string::npos) << "a file left out is named to the operator";
    words.push_back("zqfilename");
    EXPECT_EQ(support::foundUnder(at / "out", words), Words{});
    EXPECT_EQ(support::foundUnder(at.home(), words), Words{});
    EXPECT_EQ(at.filesAtHome().size(), 2U) << "the key and the preview that were asked for";
    EXPECT_EQ(at.names(), (Words{"home", "in", "out"}));
  }
}

TEST(DeidentifyCommand, leavesNothingBehindWhenItFailsClosed) {
  for (const bool json : {false, true}) {
    const AtHome at;
    auto words = support::writePlanted(at / "in/a.dcm");
    const auto more = support::writePlanted(at / "in/b.dcm", support::Planted::InPixelsToo, 1);
    words.insert(words.end(), more.begin(), more.end());
    const auto run = at.deidentify(json ? Words{"--json"} : Words{});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_EQ(saidOf(run, words), Words{});
    EXPECT_EQ(at.names(), (Words{"home", "in"}));
    EXPECT_EQ(at.filesAtHome(), Words{});
    if (!json) continue;
    const auto refused = QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object()["refused"].toObject();
    EXPECT_EQ(refused["code"].toString(), "identifier-left");
  }
}

TEST(DeidentifyCommand, removesAndNamesWhatAKilledRunLeftInTheSamePlaceOnly) {
  const AtHome at;
  support::writePlanted(at / "in/a.dcm");
  support::GrowingChild here(at / "out"), elsewhere(at / "out2");
  here.kill();
  elsewhere.kill();
  const auto run = at.deidentify({"--json"});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_NE(run.err.find("which an earlier run that was killed had left"), std::string::npos) << run.err;
  const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
  EXPECT_EQ(json["removed_unfinished"].toArray().size(), 1);
  const auto names = at.names();
  ASSERT_EQ(names.size(), 4u);
  EXPECT_TRUE(names.back().starts_with("out2.unfinished-"));
}
