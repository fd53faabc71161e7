#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <filesystem>
#include <stdexcept>

#include "io/images/ct_writer.h"
#include "testdata/control_scan.h"
#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// `compare`, run as other programs run it, on a fine part of the lumbar phantom.
namespace {

using planning::Point;

support::ProgramRun needleplan(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

QJsonObject json(const support::ProgramRun& run) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

std::string place(const Point& point) {
  std::string text;
  for (unsigned i = 0; i < 3; ++i) text += (i == 0 ? "" : ",") + QString::number(point[i], 'f', 3).toStdString();
  return text;
}

const testdata::PhantomAnswer& answer() {
  for (const auto& one : support::smallPhantom().answers)
    if (one.routeId == "lumbar-foraminal" && one.crosses.empty()) return one;
  throw std::logic_error("the phantom has no foraminal answer");
}

/// Scan, plan, control with a needle, and a control of somebody else; made once.
class Compare : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<support::TemporaryFolder>();
    testdata::Lattice lattice;
    lattice.step = planning::makeVector(-0.8, -0.8, 1.5);
    lattice.size = {{200, 190, 30}};
    lattice.origin = planning::makePoint(answer().entry[0] + 45, answer().entry[1] + 35, answer().target[2] - 20);
    auto scan = testdata::makeLumbarPart(lattice, 12, 3);
    scan.identity.description = "Part";
    ASSERT_TRUE(io::writeCt(scan, *folder_ / "ct"));
    needle_.entry = answer().entry + planning::makeVector(2, 0, 1);
    needle_.tip = answer().target + planning::makeVector(-1, 2, 2);
    auto control = testdata::makeControlScan(scan, needle_, {8, 50, 5}, 5);
    ASSERT_TRUE(io::writeCt(control, *folder_ / "control"));
    control.identity.patient.id = "SOMEBODY-ELSE";
    control.identity.seriesUid += "1";
    control.identity.instances.clear();
    ASSERT_TRUE(io::writeCt(control, *folder_ / "stranger"));
    const auto run = needleplan({"plan", path("ct"), "--target", place(answer().target), "--entry",
                                 place(answer().entry), "--needle", "22Gx150", "--route", "lumbar-foraminal", "--level",
                                 "L4", "--side", "left", "--out", path("plan.dcm")});
    ASSERT_EQ(run.exitCode, 0) << run.err;
  }
  static void TearDownTestSuite() { folder_.reset(); }
  static std::string path(const std::string& name) { return (*folder_ / name).string(); }

  static std::unique_ptr<support::TemporaryFolder> folder_;
  static testdata::DrawnNeedle needle_;
};
std::unique_ptr<support::TemporaryFolder> Compare::folder_;
testdata::DrawnNeedle Compare::needle_;

TEST_F(Compare, findsTheNeedleAndItsErrors) {
  const auto compared = json(needleplan({"compare", path("plan.dcm"), path("control"), "--json"}));
  const double bound = compared["error_bound_mm"].toDouble();
  EXPECT_GT(bound, 0);
  EXPECT_LT(bound, 2);
  const planning::Vector off = needle_.tip - answer().target;
  EXPECT_NEAR(compared["tip_error_mm"].toDouble(), off.GetNorm(), bound);
  const planning::Vector way = answer().target - answer().entry;
  EXPECT_NEAR(compared["depth_error_mm"].toDouble(), planning::dot(off, way) / way.GetNorm(), bound);
  EXPECT_LT(compared["angle_error_deg"].toDouble(), 4);
  EXPECT_FALSE(compared["entry_error_mm"].isNull());
  const auto registration = compared["registration"].toObject();
  EXPECT_EQ(registration["kind"].toString(), "same-frame");
  EXPECT_EQ(registration["residual_mm"].toDouble(), 0);
  const auto correction = compared["needles"].toArray()[0].toObject()["correction"].toObject();
  EXPECT_NEAR(correction["remaining_mm"].toDouble(), off.GetNorm(), bound);
}

TEST_F(Compare, writesAControlThatShowPrints) {
  const auto compared = json(needleplan({"compare", path("plan.dcm"), path("control"), "--json", "--contrast-test",
                                         "epidural", "--out", path("control.dcm")}));
  const auto shown = json(needleplan({"show", path("control.dcm"), "--json"}));
  EXPECT_TRUE(shown["control"].toBool());
  for (const char* key : {"tip_error_mm", "lateral_error_mm", "depth_error_mm", "entry_error_mm", "angle_error_deg",
                          "plan_uid", "contrast_test", "time_point", "registration", "control_uid", "error_bound_mm",
                          "angle_error_bound_deg", "bend_mm"})
    EXPECT_EQ(shown[key], compared[key]) << key;
  EXPECT_EQ(shown["contrast_test"].toString(), "epidural");
  const auto needle = compared["needles"].toArray()[0].toObject(), kept = shown["needles"].toArray()[0].toObject();
  for (const char* key : {"error_bound_mm", "entry_error_bound_mm", "angle_error_bound_deg", "bend_mm",
                          "bend_error_bound_mm", "entry_seen", "course_mm"})
    EXPECT_EQ(kept[key], needle[key]) << key;
  const auto course = needle["course_mm"].toArray();
  ASSERT_GT(course.size(), 2);
  EXPECT_EQ(course.first(), needle["entry_mm"]);
  EXPECT_EQ(course.last(), needle["tip_mm"]);
  const auto words = needleplan({"show", path("control.dcm")});
  EXPECT_EQ(words.exitCode, 0);
  EXPECT_NE(words.out.find("tip error"), std::string::npos);
}

TEST_F(Compare, writesAControlThatSaysTheSameWithoutIdentity) {
  const support::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "in");
  for (const char* name : {"ct", "control", "plan.dcm"})
    std::filesystem::copy(path(name), folder / "in" / name, std::filesystem::copy_options::recursive);
  const auto before = json(needleplan(
      {"compare", path("plan.dcm"), path("control"), "--out", (folder / "in/control.dcm").string(), "--json"}));
  json(needleplan({"deidentify", (folder / "in").string(), (folder / "out").string(), "--json"}));
  int controls = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "out")) {
    const bool isSlice = entry.is_regular_file() && entry.file_size() > 76000;  // of 200 x 190 pixels
    if (!entry.is_regular_file() || isSlice || entry.path().filename() == "DICOMDIR") continue;
    const auto shown = needleplan({"show", entry.path().string(), "--json"});
    const auto after = QJsonDocument::fromJson(QByteArray::fromStdString(shown.out)).object();
    if (shown.exitCode != 0 || !after.contains("control_uid")) continue;
    ++controls;
    EXPECT_NE(after["patient_id"], before["patient_id"]);
    const auto needle = [](const QJsonObject& one) { return one["needles"].toArray().at(0).toObject(); };
    for (const char* key : {"tip_mm", "entry_mm", "tip_error_mm", "entry_error_mm", "angle_error_deg"})
      EXPECT_EQ(needle(after)[key], needle(before)[key]) << key;
    EXPECT_EQ(after["tip_error_mm"], before["tip_error_mm"]);
    EXPECT_TRUE(after["tip_error_mm"].isDouble());
  }
  EXPECT_EQ(controls, 1);
}

TEST_F(Compare, takesTipAndEntryFromTheOperator) {
  const auto compared = json(needleplan({"compare", path("plan.dcm"), path("control"), "--json", "--tip",
                                         place(answer().target), "--entry", place(answer().entry)}));
  EXPECT_NEAR(compared["tip_error_mm"].toDouble(), 0, 0.01);
  EXPECT_NEAR(compared["angle_error_deg"].toDouble(), 0, 0.01);
  EXPECT_TRUE(compared["needles"].toArray()[0].toObject()["clicked"].toBool());
  EXPECT_TRUE(compared["bend_mm"].isNull());  // two places say nothing of it
}

TEST_F(Compare, registersByLandmarksAndWantsTheResidualAccepted) {
  const std::vector<std::string> arguments{"compare",    path("plan.dcm"), path("control"), "--json",
                                           "--landmark", "0,0,0=0.5,0,0",  "--landmark",    "40,0,0=40,0,0"};
  const auto compared = json(needleplan(arguments));
  EXPECT_EQ(compared["registration"].toObject()["kind"].toString(), "landmarks");
  EXPECT_GT(compared["registration"].toObject()["residual_mm"].toDouble(), 0.2);
  EXPECT_FALSE(compared["registration"].toObject()["accepted"].toBool());
  auto writing = arguments;
  writing.insert(writing.end(), {"--out", path("landmarks.dcm")});
  const auto refused = needleplan(writing);
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_FALSE(std::filesystem::exists(path("landmarks.dcm")));
  writing.push_back("--accept-residual");
  const auto written = json(needleplan(writing))["registration"].toObject();
  const auto shown = json(needleplan({"show", path("landmarks.dcm"), "--json"}))["registration"].toObject();
  EXPECT_EQ(shown, written);
  const auto first = shown["landmarks"].toArray()[0].toObject();
  EXPECT_EQ(first["name"].toString(), "Landmark 1");
  EXPECT_EQ(first["in_control_mm"], QJsonArray({0.0, 0.0, 0.0}));
  EXPECT_EQ(first["in_plan_mm"], QJsonArray({0.5, 0.0, 0.0}));
  EXPECT_EQ(shown["landmarks"].toArray().size(), 2);
}

TEST_F(Compare, refusesAnotherPatientWithBothNamed) {
  const auto refused = needleplan({"compare", path("plan.dcm"), path("stranger"), "--json"});
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_EQ(refused.out, "");
  EXPECT_NE(refused.err.find("SOMEBODY-ELSE"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("NEEDLEPLAN-DEMO"), std::string::npos) << refused.err;
}

TEST_F(Compare, refusesWhereThereIsNoNeedle) {
  const auto refused = needleplan({"compare", path("plan.dcm"), path("ct"), "--json"});
  EXPECT_EQ(refused.exitCode, 1);
  EXPECT_NE(refused.err.find("No needle"), std::string::npos) << refused.err;
}

}  // namespace
