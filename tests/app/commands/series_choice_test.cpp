#include <gtest/gtest.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <numbers>

#include "tests/paths.h"
#include "tests/support/odd_ct.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

// Every command takes the same series of a folder, or refuses it for the same reason.

namespace {

using support::Odd;
using support::ProgramRun;
using support::TemporaryFolder;

/// Of the made body; the voxels that count as inside it make a little more or less.
const double kBodyCm3 = std::numbers::pi * 75 * 55 * support::kOddSlices * support::kOddStepMm / 1000;
constexpr const char* kTarget = "-30,20,-30";
constexpr const char* kEntry = "-30,52,-30";  // a little outside

ProgramRun needleplan(std::vector<std::string> arguments) {
  return support::runProgram(NEEDLEPLAN_PROGRAM, arguments);
}

QJsonObject json(const ProgramRun& run) {
  EXPECT_EQ(run.exitCode, 0) << run.err;
  return QJsonDocument::fromJson(QByteArray::fromStdString(run.out)).object();
}

bool finds(const QJsonObject& said, const QString& code) {
  for (const auto& finding : said["findings"].toArray())
    if (finding.toObject()["code"].toString() == code) return true;
  return false;
}

/// A scan on the disk, and the commands on it.
class Scanned {
 public:
  explicit Scanned(Odd odd) : path_((folder_ / "ct").string()) { support::writeOddCt(odd, path_); }
  explicit Scanned(void (*write)(const std::filesystem::path&)) : path_((folder_ / "scan.dcm").string()) {
    write(path_);
  }

  ProgramRun scan() const { return needleplan({"scan", path_, "--json"}); }
  ProgramRun plan(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{"plan",   path_,     "--target", kTarget, "--entry",  kEntry,  "--needle",
                                 "22Gx90", "--route", "general",  "--out", planFile(), "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return needleplan(all);
  }
  ProgramRun propose(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{"propose", path_,      "--target", kTarget, "--route",
                                 "general", "--needle", "22Gx90",   "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return needleplan(all);
  }
  ProgramRun segment(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{"segment", path_, "--find", "skin", "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return needleplan(all);
  }
  ProgramRun verify(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all{"verify", planFile(), path_, "--json"};
    all.insert(all.end(), more.begin(), more.end());
    return needleplan(all);
  }
  std::string planFile() const { return (folder_ / "plan.dcm").string(); }
  std::string path() const { return path_; }

  /// All of them are refused in these words.
  void expectRefused(const std::string& words) const {
    for (const auto& run : {plan(), propose(), segment()}) {
      EXPECT_EQ(run.exitCode, 1) << run.out;
      EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
    }
  }

 private:
  TemporaryFolder folder_;
  std::string path_;
};

QJsonObject needle(const QJsonObject& plan) {
  return plan["needles"].toArray().at(0).toObject();
}

double skinCm3(const QJsonObject& segmented) {
  return segmented["structures"].toArray().at(0).toObject()["volume_cm3"].toDouble();
}

}  // namespace

TEST(SeriesChoice, slicesThatTurnALittleAreOneScan) {
  const Scanned scanned(Odd::TurningSlices);
  const auto series = json(scanned.scan())["series"].toArray();
  ASSERT_EQ(series.size(), 1);
  EXPECT_EQ(series[0].toObject()["dimensions"].toArray(), (QJsonArray{48, 48, 12}));
  EXPECT_TRUE(series[0].toObject()["part"].isNull());
  EXPECT_NEAR(skinCm3(json(scanned.segment())), kBodyCm3, 0.03 * kBodyCm3);
  const auto planned = needle(json(scanned.plan()));
  const double skin = 55 * std::sqrt(1 - 30.0 * 30 / (75 * 75));  // y of the skin at x = -30
  EXPECT_NEAR(planned["depth_mm"].toDouble(), skin - 20, 2.9);    // half a pixel's diagonal
  EXPECT_EQ(json(scanned.verify())["agrees"].toBool(), true);
}

TEST(SeriesChoice, aScanOfManyFramesOfReferenceIsOneWithoutAny) {
  const Scanned scanned(Odd::FrameASlice);
  const auto series = json(scanned.scan())["series"].toArray();
  ASSERT_EQ(series.size(), 1);
  EXPECT_TRUE(finds(series[0].toObject(), "frames-of-reference-differ"));
  EXPECT_TRUE(finds(json(scanned.propose()), "frames-of-reference-differ"));
  EXPECT_GT(json(scanned.propose())["entries"].toArray().size(), 0);
  const auto plan = scanned.plan();  // it could not be cited
  EXPECT_EQ(plan.exitCode, 1);
  EXPECT_NE(plan.err.find("frame of reference"), std::string::npos) << plan.err;
}

TEST(SeriesChoice, aPartIsTakenWhenItIsNamed) {
  const Scanned scanned(support::writeTwoPhases);
  const auto series = json(scanned.scan())["series"].toArray();
  ASSERT_EQ(series.size(), 2);
  EXPECT_EQ(series[0].toObject()["part"].toString(), "TemporalPosition 1");
  EXPECT_EQ(series[1].toObject()["part"].toString(), "TemporalPosition 2");
  scanned.expectRefused("\"TemporalPosition 1\", \"TemporalPosition 2\"");
  const std::vector<std::string> second{"--part", "temporalposition 2"};
  EXPECT_NEAR(skinCm3(json(scanned.segment(second))), kBodyCm3, 0.03 * kBodyCm3);
  EXPECT_TRUE(finds(json(scanned.segment(second)), "other-parts-left-out"));
  EXPECT_TRUE(finds(json(scanned.plan(second)), "other-parts-left-out"));
  EXPECT_TRUE(json(scanned.verify(second))["agrees"].toBool());
  EXPECT_GT(json(scanned.propose(second))["entries"].toArray().size(), 0);
  const auto other = scanned.plan({"--part", "TemporalPosition 3"});
  EXPECT_EQ(other.exitCode, 1);
  EXPECT_NE(other.err.find("\"TemporalPosition 1\""), std::string::npos) << other.err;
  const auto text = needleplan({"scan", scanned.path()});
  EXPECT_NE(text.out.find("part \"TemporalPosition 2\""), std::string::npos) << text.out;
}

TEST(SeriesChoice, aFragmentIsNotTakenByItself) {
  for (const auto odd : {Odd::MatrixOfOneSlice, Odd::PatientOfOneSlice, Odd::SeriesOfOneSlice})
    Scanned(odd).expectRefused("only a part of what was scanned");
  const Scanned torn(Odd::MatrixOfOneSlice);
  for (const auto& each : json(torn.scan())["series"].toArray()) {
    const auto series = each.toObject();
    if (!series["loadable"].toBool()) continue;
    EXPECT_TRUE(finds(series, "other-parts-refused"));
    EXPECT_EQ(series["left_out_files"].toArray().size(), 11);
    const auto named = torn.segment({"--part", series["part"].toString().toStdString()});
    EXPECT_TRUE(finds(json(named), "other-parts-refused"));
  }
  Scanned(Odd::SpacingOfOneSlice).expectRefused("differ in orientation or pixel size");
}

TEST(SeriesChoice, aSliceOfAnotherStudyKeepsItsPlace) {
  const Scanned scanned(Odd::StudyOfOneSlice);
  EXPECT_NEAR(skinCm3(json(scanned.segment())), kBodyCm3, 0.03 * kBodyCm3);
  EXPECT_TRUE(finds(json(scanned.propose()), "studies-differ"));
}

TEST(SeriesChoice, framesWithoutPlacesAndFloatingPointPixelsAreRefusedAsSuch) {
  Scanned(Odd::SeveralFramesOnePlace).expectRefused("12 frames, the place of one");
  Scanned(Odd::FloatingPoint).expectRefused("floating point pixels");
}

TEST(SeriesChoice, aConeBeamVolumeIsPlannedOn) {
  const Scanned scanned(support::writeConeBeam);
  const auto plan = json(scanned.plan());
  EXPECT_TRUE(finds(plan, "values-not-hu"));
  EXPECT_NEAR(needle(plan)["path_length_mm"].toDouble(), 32, 1e-3);
  EXPECT_TRUE(needle(plan)["depth_mm"].isDouble());
  EXPECT_TRUE(json(scanned.verify())["agrees"].toBool());
  EXPECT_NEAR(skinCm3(json(scanned.segment())), kBodyCm3, 0.03 * kBodyCm3);
}

TEST(SeriesChoice, paddingAroundTheBodyEndsItAtItsSkinForEveryCommand) {
  const Scanned padded(Odd::AirIsPadding), measured(Odd::Nothing);
  const auto skin = json(padded.segment());
  EXPECT_TRUE(finds(skin, "skin-against-padding"));
  EXPECT_NEAR(skinCm3(skin), skinCm3(json(measured.segment())), 1e-6);
  const auto plan = json(padded.plan());
  EXPECT_TRUE(finds(plan, "skin-against-padding"));
  EXPECT_FALSE(finds(plan, "skin-unknown"));
  EXPECT_NEAR(needle(plan)["depth_mm"].toDouble(), needle(json(measured.plan()))["depth_mm"].toDouble(), 1e-6);
  const auto proposed = json(padded.propose());
  EXPECT_TRUE(finds(proposed, "skin-against-padding"));
  EXPECT_GT(proposed["entries"].toArray().size(), 0);
  EXPECT_FALSE(finds(json(measured.segment()), "skin-against-padding"));
}

// The pixels of the place (20, -15, -6), worked out by another program.
TEST(Triangulate, takesAFramesAnglesFromTheIncrementsOrSaysThatTheyContradict) {
  const TemporaryFolder folder;
  const auto rao = (folder / "rao.dcm").string(), run = (folder / "run.dcm").string();
  support::writeRao30(rao);
  const std::vector<std::string> asked{
      "triangulate", rao, run, "--point-a=89.461,69.776", "--point-b=60.466,69.587", "--frame-b", "4", "--json"};
  for (const char* motion : {"", "DYNAMIC"}) {
    support::writeRotation(run, motion);
    const auto found = json(needleplan(asked));
    const auto point = found["point_mm"].toArray();
    EXPECT_NEAR(point[0].toDouble(), 20, 0.01) << motion;
    EXPECT_NEAR(point[1].toDouble(), -15, 0.01) << motion;
    EXPECT_NEAR(point[2].toDouble(), -6, 0.01) << motion;
    const auto views = found["views"].toArray();
    EXPECT_EQ(views[0].toObject()["primary_deg"].toDouble(), -30);
    EXPECT_EQ(views[1].toObject()["primary_deg"].toDouble(), 60);
    EXPECT_EQ(views[1].toObject()["frame"].toInt(), 4);
  }
  const auto expectContradiction = [&] {
    const auto refused = needleplan(asked);
    EXPECT_EQ(refused.exitCode, 1) << refused.out;
    EXPECT_NE(refused.err.find("contradicts itself"), std::string::npos) << refused.err;
    EXPECT_NE(needleplan({"scan", run, "--json"}).out.find("positioner-angles-contradict"), std::string::npos);
  };
  support::writeRotation(run, "STATIC");
  expectContradiction();
  support::writeRotation(run, "", "20\\40\\60\\80");
  expectContradiction();
  support::writeRotation(run, "DYNAMIC", "0\\100\\150\\190");
  expectContradiction();
}
