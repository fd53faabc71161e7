#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>

#include "io/images/ct_writer.h"
#include "planning/needle/trajectory.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// The command-line contract (app/json/README.md), run as other programs run it: in a process of its own, without a
// display.

namespace {

using support::ProgramRun;

ProgramRun needleplan(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

QJsonObject json(const ProgramRun& run) {
  QJsonParseError error{};
  const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(run.out), &error);
  EXPECT_EQ(error.error, QJsonParseError::NoError) << run.out << run.err;
  return document.object();
}

std::string place(const planning::Point& point) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + QString::number(point[i], 'f', 3).toStdString();
  return text;
}

const testdata::PhantomAnswer& answer() {
  for (const auto& one : support::smallPhantom().answers)
    if (one.routeId == "lumbar-foraminal") return one;
  throw std::logic_error("the phantom has no foraminal answer");
}

bool isOneLine(const std::string& text) {
  return !text.empty() && text.find('\n') == text.size() - 1;
}

class Commands : public testing::Test {
 protected:
  /// A foraminal plan on the small demo case; `more` is added at the end.
  std::vector<std::string> planArguments(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{"plan",         demo_.ct.string(),
                                 "--route",      "lumbar-foraminal",
                                 "--level",      "L4",
                                 "--side",       "left",
                                 "--structures", demo_.seg.string(),
                                 "--target",     place(answer().target),
                                 "--entry",      place(answer().entry),
                                 "--operator",   "Test^Operator",
                                 "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }
  std::vector<std::string> with(std::vector<std::string> all, const std::string& option,
                                const std::string& value) const {
    const auto found = std::find(all.begin(), all.end(), option);
    *(found + 1) = value;
    return all;
  }
  void expectRefused(const std::vector<std::string>& arguments, const std::string& word) {
    const auto run = needleplan(arguments);
    EXPECT_EQ(run.exitCode, 1) << run.out;
    EXPECT_TRUE(isOneLine(run.err)) << run.err;
    EXPECT_NE(run.err.find(word), std::string::npos) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "plan.dcm"));
  }

  const support::SmallCase& demo_ = support::smallCase();
  support::TemporaryFolder folder_;
};

}  // namespace

TEST_F(Commands, planPrintsTheNumbersOfTheDemoAnswers) {
  const auto run = needleplan(planArguments({"--out", folder_ / "plan.dcm"}));
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const auto plan = json(run);
  const auto needle = plan["needles"].toArray().at(0).toObject();
  EXPECT_NEAR(needle["path_length_mm"].toDouble(), (answer().target - answer().entry).GetNorm(), 0.01);
  const auto angles = planning::needle::anglesOf({answer().entry, answer().target});
  EXPECT_NEAR(needle["in_plane_deg"].toDouble(), angles.inPlane->degrees(), 0.01);
  EXPECT_NEAR(needle["cranio_caudal_deg"].toDouble(), angles.cranioCaudal.degrees(), 0.01);
  const std::map<std::string, double> exact(answer().distancesMm.begin(), answer().distancesMm.end());
  int compared = 0;
  for (const auto& row : needle["clearances"].toArray()) {
    const auto clearance = row.toObject();
    const auto name = clearance["structure"].toString().toStdString();
    const bool partlyJudged = clearance["role"].toString() == "target";
    const bool thinnerThanAVoxelOfTheSmallCase = clearance["kind"].toString() == "nerve";
    if (!exact.contains(name) || partlyJudged || thinnerThanAVoxelOfTheSmallCase) continue;
    ++compared;
    EXPECT_NEAR(clearance["distance_mm"].toDouble(), exact.at(name), clearance["error_bound_mm"].toDouble()) << name;
  }
  EXPECT_GT(compared, 5);
}

TEST_F(Commands, showEqualsPlan) {
  const auto file = folder_ / "plan.dcm";
  const auto planned = needleplan(planArguments({"--out", file, "--check", "anticoagulant=no"}));
  ASSERT_EQ(planned.exitCode, 0) << planned.err;
  const auto shown = needleplan({"show", file, "--json"});
  EXPECT_EQ(shown.exitCode, 0);
  EXPECT_EQ(planned.out, shown.out);
}

TEST_F(Commands, planTellsTheChanceOfTouchingEachStructure) {
  const auto run = needleplan(planArguments({"--out", folder_ / "plan.dcm", "--guidance", "ct"}));
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const auto needle = json(run)["needles"].toArray().at(0).toObject();
  EXPECT_GT(needle["breach_probability"].toDouble(), 0);
  EXPECT_LE(needle["breach_probability"].toDouble(), 1);
  EXPECT_FALSE(needle["breach_standard_error"].isNull());
  EXPECT_EQ(needle["placement_error"].toObject()["source"].toString(), "doi 10.1259/bjr.20130310");
  int given = 0;
  for (const auto& row : needle["clearances"].toArray())
    given += row.toObject()["role"].toString() != "crossable" && !row.toObject()["breach_probability"].isNull();
  EXPECT_GT(given, 5);
  EXPECT_EQ(json(run)["guidance"].toString(), "CT");
}

TEST_F(Commands, verifyAgreesWithAPlanJustWritten) {
  const auto file = folder_ / "plan.dcm";
  ASSERT_EQ(needleplan(planArguments({"--out", file})).exitCode, 0);
  const auto run = needleplan({"verify", file, demo_.ct, "--structures", demo_.seg, "--json"});
  EXPECT_EQ(run.exitCode, 0) << run.out << run.err;
  EXPECT_TRUE(json(run)["agrees"].toBool());
}

TEST_F(Commands, verifyWithoutTheStructuresDisagreesAndStillPrints) {
  const auto file = folder_ / "plan.dcm";
  ASSERT_EQ(needleplan(planArguments({"--out", file})).exitCode, 0);
  const auto run = needleplan({"verify", file, demo_.ct, "--json"});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_FALSE(json(run)["agrees"].toBool());
}

TEST_F(Commands, aSecondPlanIntoTheSameFileIsItsNextVersion) {
  const auto file = folder_ / "plan.dcm";
  const auto first = json(needleplan(planArguments({"--out", file})));
  const auto second = json(needleplan(planArguments({"--out", file})));
  EXPECT_NE(first["plan_uid"], second["plan_uid"]);
  EXPECT_EQ(first["plan_uid"], second["predecessor_uid"]);
}

TEST_F(Commands, neverReplacesAFileThatIsNoPlan) {
  const auto file = folder_ / "plan.dcm";
  std::ofstream(file) << "precious";
  const auto run = needleplan(planArguments({"--out", file}));
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_EQ(support::fileBytes(file).size(), 8u);
}

TEST_F(Commands, negativeCoordinatesParseAfterASpaceAndAfterAnEqualsSign) {
  auto arguments = planArguments({"--out", folder_ / "plan.dcm"});
  arguments = with(with(arguments, "--target", "-1,2,-3"), "--entry", "-1.5,20,-3");
  EXPECT_NE(needleplan(arguments).exitCode, 2);
  EXPECT_NE(needleplan({"plan", demo_.ct, "--target=-1,2,-3", "--entry=-.5,20,3", "--out", folder_ / "p.dcm"}).exitCode,
            2);
}

TEST_F(Commands, aMarginIsTakenAndAnUnknownStructureRefused) {
  const auto name = answer().distancesMm.front().first;
  const auto run = needleplan(planArguments({"--out", folder_ / "with.dcm", "--margin", name + "=7.5"}));
  bool found = false;
  for (const auto& row : json(run)["needles"].toArray().at(0).toObject()["clearances"].toArray())
    if (row.toObject()["structure"].toString().toStdString() == name) {
      found = true;
      EXPECT_EQ(row.toObject()["margin_mm"].toDouble(), 7.5);
    }
  EXPECT_TRUE(found);
  expectRefused(planArguments({"--out", folder_ / "plan.dcm", "--margin", "Nothing=1"}), "Nothing");
}

TEST_F(Commands, aStructureThatTheRouteNeedsAndNobodyGaveIsUnknown) {
  auto arguments = planArguments({"--out", folder_ / "plan.dcm"});
  arguments.erase(std::find(arguments.begin(), arguments.end(), "--structures"),
                  std::find(arguments.begin(), arguments.end(), "--target"));
  const auto plan = json(needleplan(arguments));
  EXPECT_EQ(plan["verdict"].toString(), "unknown");
  EXPECT_FALSE(plan["ready"].toBool());
}

TEST_F(Commands, whatMayNotBeCompletedIsRefusedWithTheReasonsOrKeptAsADraft) {
  const auto file = folder_ / "plan.dcm";
  const auto arguments = planArguments({"--out", file, "--complete"});
  const auto refused = needleplan(arguments);
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_FALSE(std::filesystem::exists(file));
  const auto says = [&](const char* line) {
    return refused.err.find(std::string("needleplan: ") + line) != std::string::npos;
  };
  EXPECT_TRUE(says("The plan is not ready.\n")) << refused.err;
  EXPECT_TRUE(says("Nobody has checked patient, side and level")) << refused.err;
  EXPECT_TRUE(says("Needle 1: side left is stated and cannot be measured")) << refused.err;
  auto draft = arguments;
  draft.emplace_back("--draft");
  const auto kept = needleplan(draft);
  EXPECT_EQ(kept.exitCode, 0) << kept.err;
  EXPECT_EQ(kept.err, refused.err);
  EXPECT_FALSE(json(kept)["complete"].toBool());
  EXPECT_TRUE(std::filesystem::exists(file));
}

TEST_F(Commands, whatAPersonVouchesForIsKept) {
  const auto file = folder_ / "plan.dcm";
  const auto run = needleplan(planArguments(
      {"--out", file, "--midline", "0,60,40", "--midline", "0,60,-40", "--level-seen-by", "Test^Operator:fluoroscopy",
       "--side-seen-by", "Test^Operator", "--accept-unknown", "radicular-artery=Test^Operator:not injected:CT",
       "--accept-reserve", "--site-check", "Second^Person"}));
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const auto plan = json(run);
  const auto site = plan["needles"].toArray().at(0).toObject()["site"].toObject();
  EXPECT_EQ(site["against"].toString(), "midline");
  EXPECT_EQ(site["side"].toString(), "left");
  EXPECT_NEAR(site["lateral_mm"].toDouble(), answer().target[0], 0.01);  // the midline is x = 0
  const auto level = plan["levels_seen"].toArray().at(0).toObject();
  EXPECT_EQ(level["what"].toString(), "L4");
  EXPECT_EQ(level["by"].toString(), "Test^Operator");
  EXPECT_EQ(level["how"].toString(), "fluoroscopy");
  EXPECT_EQ(plan["sides_seen"].toArray().at(0).toObject()["what"].toString(), "left");
  const auto accepted = plan["accepted_unknowns"].toArray().at(0).toObject();
  EXPECT_EQ(accepted["id"].toString(), "radicular-artery");
  EXPECT_EQ(accepted["reason"].toString(), "not injected");
  EXPECT_EQ(accepted["modality"].toString(), "CT");
  EXPECT_TRUE(plan["reserve_accepted"].toBool());
  const auto check = plan["site_check"].toObject();
  EXPECT_EQ(check["by"].toString(), "Second^Person");
  EXPECT_EQ(check["patient_id"], plan["patient_id"]);
  EXPECT_EQ(check["needles"].toArray().at(0).toObject()["level"].toString(), "L4");
  const auto shown = needleplan({"show", file, "--json"});
  EXPECT_EQ(shown.out, run.out);
  const auto printed = needleplan({"show", file}).out;
  for (const char* line : {"side as measured", "level L4 seen by Test^Operator (fluoroscopy)",
                           "site check by Second^Person", "radicular-artery looked for and not visible: Test^Operator"})
    EXPECT_NE(printed.find(line), std::string::npos) << line << '\n' << printed;
}

TEST_F(Commands, wordsThatVouchForNothingAreWrongUsage) {
  const auto codeOf = [&](const std::vector<std::string>& more) {
    auto arguments = planArguments({"--out", folder_ / "plan.dcm"});
    arguments.insert(arguments.end(), more.begin(), more.end());
    return needleplan(arguments).exitCode;
  };
  EXPECT_EQ(codeOf({"--midline", "0,60,40"}), 2);  // a line has two places
  EXPECT_EQ(codeOf({"--vertebra", "L9=0,0,0"}), 2);
  EXPECT_EQ(codeOf({"--vertebra", "L4"}), 2);
  EXPECT_EQ(codeOf({"--level-seen-by", ":fluoroscopy"}), 2);
  EXPECT_EQ(codeOf({"--accept-unknown", "radicular-artery=Somebody"}), 2);
  EXPECT_EQ(codeOf({"--accept-unknown", "no-such-thing=Somebody:gone:CT"}), 2);
  for (const char* word : {"Aorta=", "Aorta= ", "Aorta=-", "=Somebody"})
    EXPECT_EQ(codeOf({"--confirmed", word}), 2) << word;
  EXPECT_EQ(codeOf({"--draft"}), 2);  // of what is to be completed
  EXPECT_EQ(codeOf({"--complete", "--site-check"}), 2);
}

TEST_F(Commands, proposeSaysFirstWhatIsMissing) {
  const std::vector<std::string> arguments{"propose", demo_.ct, "--route",  "lumbar-foraminal",
                                           "--side",  "left",   "--target", place(answer().target),
                                           "--top",   "1"};
  const auto printed = needleplan(arguments);
  ASSERT_EQ(printed.exitCode, 0) << printed.err;
  EXPECT_TRUE(printed.out.starts_with("unknown: ")) << printed.out;
  EXPECT_NE(printed.out.substr(0, printed.out.find('\n')).find("Dura / thecal sac"), std::string::npos) << printed.out;
  auto asJson = arguments;
  asJson.emplace_back("--json");
  EXPECT_TRUE(json(needleplan(asJson))["missing"].toArray().contains(QStringLiteral("Dura / thecal sac")));
}

TEST_F(Commands, whatIsNotGivenIsAbsent) {
  auto arguments = planArguments({"--out", folder_ / "plan.dcm"});
  const auto run = needleplan(
      {"plan", demo_.ct, "--target", arguments[11], "--entry", arguments[13], "--out", folder_ / "plan.dcm", "--json"});
  const auto plan = json(run);
  for (const char* key : {"route", "level", "side", "operator"}) EXPECT_TRUE(plan[key].isNull()) << key;
  EXPECT_TRUE(plan["needles"].toArray().at(0).toObject()["needle"].isNull());
  EXPECT_TRUE(plan["checks"].toArray().isEmpty());
  EXPECT_TRUE(plan["site_check"].isNull());
  EXPECT_TRUE(plan["accepted_unknowns"].toArray().isEmpty());
  EXPECT_FALSE(plan["reserve_accepted"].toBool());
}

TEST_F(Commands, refusesPlacesOutsideTheScan) {
  const auto arguments = planArguments({"--out", folder_ / "plan.dcm"});
  expectRefused(with(arguments, "--target", "9000,0,0"), "scan");
  expectRefused(with(arguments, "--entry", "0,0,9000"), "scan");
}

TEST_F(Commands, refusesAnEntryThatIsTheTarget) {
  const auto arguments = planArguments({"--out", folder_ / "plan.dcm"});
  expectRefused(with(arguments, "--entry", arguments[11]), "entry");
}

TEST_F(Commands, anEntryInsideTheBodyIsAFinding) {
  auto arguments = planArguments({"--out", folder_ / "plan.dcm"});
  const auto middle = answer().entry + (answer().target - answer().entry) * 0.5;
  const auto run = needleplan(with(arguments, "--entry", place(middle)));
  ASSERT_EQ(run.exitCode, 0) << run.err;
  bool found = false;
  for (const auto& row : json(run)["findings"].toArray())
    found = found || row.toObject()["code"].toString() == "entry-inside-body";
  EXPECT_TRUE(found) << run.out;
}

TEST_F(Commands, refusesWhereThereIsNothingToRead) {
  const support::TemporaryFolder empty;
  expectRefused({"scan", empty / "nowhere", "--json"}, "nowhere");
  expectRefused({"scan", empty.path(), "--json"}, empty.path());
  std::ofstream(empty / "notes.txt") << "no DICOM";
  expectRefused({"scan", empty.path(), "--json"}, empty.path());
}

TEST_F(Commands, refusesHalfAFile) {
  const auto slices = folder_ / "ct";
  std::filesystem::copy(demo_.ct, slices);
  const auto victim = std::filesystem::directory_iterator(slices)->path();
  std::filesystem::resize_file(victim, std::filesystem::file_size(victim) / 2);
  auto arguments = planArguments({"--out", folder_ / "plan.dcm"});
  arguments[1] = slices;
  expectRefused(arguments, "");
}

TEST_F(Commands, refusesAnOutputThatCannotBeWritten) {
  expectRefused(planArguments({"--out", "/proc/nowhere/plan.dcm"}), "/proc/nowhere/plan.dcm");
}

TEST_F(Commands, scanListsTheSeriesWithItsGeometry) {
  const auto found = json(needleplan({"scan", demo_.folder, "--json"}));
  bool volume = false;
  for (const auto& row : found["series"].toArray()) {
    const auto series = row.toObject();
    for (const char* key :
         {"series_uid", "modality", "description", "instances", "dimensions", "spacing_mm", "loadable", "findings"})
      EXPECT_TRUE(series.contains(key)) << key;
    volume = volume || (series["modality"].toString() == "CT" && series["loadable"].toBool());
  }
  EXPECT_TRUE(volume);
  ASSERT_TRUE(found["rejected_files"].isArray());
}

TEST(CommandLine, wrongUsageIsTwo) {
  EXPECT_EQ(needleplan({"--nonsense"}).exitCode, 2);
  EXPECT_EQ(needleplan({"plan"}).exitCode, 2);
  EXPECT_EQ(needleplan({"scan"}).exitCode, 2);
  EXPECT_EQ(needleplan({"help", "nonsense"}).exitCode, 2);
  EXPECT_EQ(needleplan({"plan", "/tmp", "--target", "1,2", "--entry", "1,2,3", "--out", "/tmp/x"}).exitCode, 2);
  EXPECT_EQ(needleplan({"plan", "/tmp", "--target", "1,2,nan", "--entry", "1,2,3", "--out", "/tmp/x"}).exitCode, 2);
}

TEST(CommandLine, refusesAWordThatIsNeitherCommandNorPath) {
  const auto run = needleplan({"paln"});
  EXPECT_EQ(run.exitCode, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "needleplan: no such command or file: paln\n");
  EXPECT_EQ(needleplan({"/no/such/folder"}).exitCode, 2);
}

TEST(CommandLine, saysNothingLong) {
  EXPECT_LT(needleplan({std::string(30000, 'x')}).err.size(), 600U);
}

TEST(CommandLine, namesFiveOfManySeries) {
  const support::TemporaryFolder folder;
  planning::Volume volume;
  volume.hu = planning::Volume::Image::New();
  volume.hu->SetRegions(planning::Volume::Image::RegionType(planning::Volume::Image::SizeType{{8, 8, 3}}));
  volume.hu->Allocate();
  volume.hu->FillBuffer(0);
  volume.identity.patient.id = "P1";
  volume.identity.modality = "CT";
  for (int i = 0; i < 8; ++i) {
    volume.identity.study.uid = volume.identity.frameOfReferenceUid = "2.25.7";
    volume.identity.seriesUid = "2.25.80" + std::to_string(i);
    const auto series = folder.path() / std::to_string(i);
    std::filesystem::create_directories(series);
    ASSERT_TRUE(io::writeCt(volume, series));
  }
  const auto run = needleplan({"segment", folder.path().string(), "--find", "skin"});
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_TRUE(isOneLine(run.err)) << run.err;
  std::size_t named = 0;
  for (auto at = run.err.find("2.25.80"); at != std::string::npos; at = run.err.find("2.25.80", at + 1)) ++named;
  EXPECT_EQ(named, 5U) << run.err;
  EXPECT_NE(run.err.find("and 3 more"), std::string::npos) << run.err;
}

TEST(CommandLine, helpListsTheCommands) {
  const auto run = needleplan({"help"});
  EXPECT_EQ(run.exitCode, 0);
  for (const char* command :
       {"demo",        "scan",       "plan",    "show",  "verify",     "propose",  "segment", "levels",
        "triangulate", "radiograph", "compare", "audit", "deidentify", "exercise", "help",    "record",
        "export",      "auto",       "anatomy", "pacs",  "outbox",     "worksheet"})
    EXPECT_NE(run.out.find(std::string("\n  ") + command + " "), std::string::npos) << command << '\n' << run.out;
}

TEST(CommandLine, helpExplainsEachCommand) {
  for (const char* command : {"demo", "scan", "plan", "show", "verify", "triangulate", "radiograph"}) {
    const auto run = needleplan({"help", command});
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_NE(run.out.find(command), std::string::npos);
  }
}

TEST_F(Commands, proposesEntriesThatAreNoBreach) {
  const auto& phantom = support::smallPhantom();
  const auto general = std::find_if(phantom.answers.begin(), phantom.answers.end(),
                                    [](const auto& one) { return one.routeId == "general"; });
  ASSERT_NE(general, phantom.answers.end());
  const auto run = needleplan({"propose", demo_.ct, "--structures", demo_.seg, "--route", "general", "--needle",
                               "22Gx150", "--target", place(general->target), "--top", "3", "--json"});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const auto entries = json(run)["entries"].toArray();
  ASSERT_FALSE(entries.isEmpty());
  double before = 1e9;
  for (const auto& row : entries) {
    const auto entry = row.toObject();
    EXPECT_NE(entry["verdict"].toString(), "breach");
    EXPECT_FALSE(entry["depth_mm"].isNull());
    EXPECT_FALSE(entry["why"].toString().isEmpty());
    EXPECT_LE(entry["score"].toDouble(), before);
    EXPECT_GE(entry["breach_probability_at_most"].toDouble() + 0.05, entry["breach_probability"].toDouble());
    before = entry["score"].toDouble();
  }
}
