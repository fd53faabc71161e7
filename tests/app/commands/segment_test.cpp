#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <filesystem>

#include "tests/paths.h"
#include "tests/support/reader.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/validators.h"

// `needleplan segment`, on the small demo case.
namespace {

support::ProgramRun needleplan(const std::vector<std::string>& arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

QJsonObject json(const support::ProgramRun& run) {
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

/// Skin, bone and vessels of the small case, found once, and the SEG with them.
struct Found {
  support::TemporaryFolder folder;
  std::filesystem::path seg = folder.path() / "found.dcm";
  support::ProgramRun run = needleplan(
      {"segment", support::smallCase().ct.string(), "--find", "skin,bone,vessels", "--out", seg.string(), "--json"});
};

const Found& found() {
  static const Found once;
  return once;
}

}  // namespace

TEST(Segment, saysWhatItFoundWithVolumesAndBounds) {
  ASSERT_EQ(found().run.exitCode, 0) << found().run.err;
  const auto result = json(found().run);
  EXPECT_FALSE(result["series_uid"].toString().isEmpty());
  const auto structures = result["structures"].toArray();
  ASSERT_GE(structures.size(), 3);
  QStringList kinds;
  for (const auto& value : structures) {
    const auto structure = value.toObject();
    kinds << structure["kind"].toString();
    EXPECT_GT(structure["volume_cm3"].toDouble(), 1);
    EXPECT_NEAR(structure["error_bound_mm"].toDouble(), 2.915, 0.01) << "half the diagonal of 3 x 3 x 4 mm";
    EXPECT_FALSE(structure["confirmed"].toBool(true));
    EXPECT_EQ(structure["source"].toString(), "SEG " + result["out"].toObject()["sop_instance_uid"].toString());
  }
  EXPECT_EQ(kinds.filter("skin").size(), 1);
  EXPECT_EQ(kinds.filter("bone").size(), 1);
  EXPECT_GE(kinds.filter("vessel").size(), 1);
  EXPECT_TRUE(result["findings"].isArray());
}

TEST(Segment, writesASegThatValidatorsFindRight) {
  ASSERT_TRUE(std::filesystem::exists(found().seg));
  const auto errors = support::dciodvfyErrors(found().seg);
  if (!errors) GTEST_SKIP() << "dciodvfy is not installed (package dicom3tools): the SEG was not validated";
  EXPECT_EQ(*errors, std::vector<std::string>{});
}

TEST(Segment, writesASegThatPydicomReads) {
  const std::string script =
      "import sys, pydicom, numpy\n"
      "s = pydicom.dcmread(sys.argv[1])\n"
      "a = s.pixel_array\n"
      "print(s.SegmentationType, a.shape == (s.NumberOfFrames, s.Rows, s.Columns), bool(a.any()), "
      "len(s.SegmentSequence) >= 3, all(i.SegmentAlgorithmType == 'AUTOMATIC' for i in s.SegmentSequence))";
  if (!support::isThere(support::kPydicom)) GTEST_SKIP();
  const auto run = support::runProgram("/usr/bin/python3", {"-c", script, found().seg.string()});
  EXPECT_EQ(run.out, "BINARY True True True True\n") << run.err;
}

TEST(Segment, givesStructuresThatAPlanIsMeasuredAgainst) {
  const auto& answer = support::smallPhantom().answers.front();
  const auto place = [](const planning::Point& p) {
    return std::to_string(p[0]) + "," + std::to_string(p[1]) + "," + std::to_string(p[2]);
  };
  const auto run = needleplan({"plan", support::smallCase().ct.string(), "--structures", found().seg.string(),
                               "--target", place(answer.target), "--entry", place(answer.entry), "--needle", "22Gx150",
                               "--out", (found().folder.path() / "plan.dcm").string(), "--json"});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  const auto rows = json(run)["needles"].toArray()[0].toObject()["clearances"].toArray();
  EXPECT_EQ(rows.size(), json(found().run)["structures"].toArray().size());
  for (const auto& row : rows) EXPECT_FALSE(row.toObject()["confirmed"].toBool(true));
}

TEST(Segment, refusesWhatItDoesNotKnowAndWhereNothingIs) {
  const auto wrong = needleplan({"segment", support::smallCase().ct.string(), "--find", "liver"});
  EXPECT_EQ(wrong.exitCode, 2);
  const auto outside =
      needleplan({"segment", support::smallCase().ct.string(), "--find", "vessels", "--vessel-at", "-9999,0,0"});
  EXPECT_EQ(outside.exitCode, 1);
  EXPECT_EQ(std::count(outside.err.begin(), outside.err.end(), '\n'), 1) << outside.err;
}
