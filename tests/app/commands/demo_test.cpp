#include "app/demo/demo.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <set>

#include "io/reading/scan.h"
#include "io/reading/structure_reader.h"
#include "planning/needle/trajectory.h"
#include "tests/support/temporary_folder.h"

namespace app::commands {
namespace {

const testdata::PhantomOptions kTiny{.columns = 48, .rows = 48, .slices = 20};

QJsonObject readAnswers(const support::TemporaryFolder& folder) {
  QFile file(QString::fromStdString((folder / "answers.json").string()));
  EXPECT_TRUE(file.open(QIODevice::ReadOnly));
  return QJsonDocument::fromJson(file.readAll()).object();
}

planning::Point point(const QJsonValue& json) {
  const QJsonArray p = json.toArray();
  return planning::makePoint(p[0].toDouble(), p[1].toDouble(), p[2].toDouble());
}

TEST(Demo, writesTheSameFilesEachTime) {
  const support::TemporaryFolder once, twice;
  planning::Progress progress;
  ASSERT_TRUE(writeDemo(once.path(), kTiny, progress));
  ASSERT_TRUE(writeDemo(twice.path(), kTiny, progress));
  EXPECT_EQ(once.names(),
            (std::vector<std::string>{"answers.json", "control", "ct", "ct_supine", "fluoroscopy", "seg.dcm"}));
  for (const char* name : {"answers.json", "seg.dcm", "control/CT0001.dcm", "ct/CT0007.dcm", "ct_supine/CT0007.dcm",
                           "fluoroscopy/ap.dcm", "fluoroscopy/lateral.dcm", "fluoroscopy/rf.dcm"}) {
    const auto bytes = support::fileBytes(once / name);
    EXPECT_FALSE(bytes.empty()) << name;
    EXPECT_EQ(bytes, support::fileBytes(twice / name)) << name;
  }
}

TEST(Demo, holdsOneLoadablePatientInTwoFramesOfReference) {
  const support::TemporaryFolder folder;
  planning::Progress progress;
  ASSERT_TRUE(writeDemo(folder.path(), kTiny, progress));
  const auto found = io::dicom::scan(folder.path(), progress);
  ASSERT_TRUE(found) << found.error().code;
  const QJsonObject answers = readAnswers(folder);
  std::vector<std::string> frames;
  for (const auto& series : found->series) {
    EXPECT_EQ(series.identity.patient.id, answers["patient_id"].toString().toStdString());
    if (series.identity.modality != "CT") continue;
    EXPECT_TRUE(series.loadable);
    if (series.identity.seriesUid == answers["control"].toObject()["series_uid"].toString().toStdString()) continue;
    frames.push_back(series.identity.frameOfReferenceUid);
    const bool prone = series.identity.patientPosition == "HFP";
    const QJsonObject scan = answers[prone ? "scan" : "supine_scan"].toObject();
    EXPECT_EQ(series.identity.seriesUid, scan["series_uid"].toString().toStdString());
    EXPECT_EQ(series.identity.frameOfReferenceUid, scan["frame_of_reference_uid"].toString().toStdString());
    if (prone) {
      EXPECT_TRUE(io::readStructures(folder / "seg.dcm", series.identity, progress));
    }
  }
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_NE(frames[0], frames[1]);
}

TEST(Demo, answersWithTheProgramsOwnAngles) {
  const support::TemporaryFolder folder;
  planning::Progress progress;
  ASSERT_TRUE(writeDemo(folder.path(), kTiny, progress));
  const QJsonArray answers = readAnswers(folder)["answers"].toArray();
  EXPECT_GE(answers.size(), 8);
  for (const auto& value : answers) {
    const QJsonObject answer = value.toObject();
    const auto angles = planning::needle::anglesOf({point(answer["entry_mm"]), point(answer["target_mm"])});
    EXPECT_NEAR(answer["in_plane_deg"].toDouble(), angles.inPlane->degrees(), 1e-9);
    EXPECT_NEAR(answer["cranio_caudal_deg"].toDouble(), angles.cranioCaudal.degrees(), 1e-9);
    EXPECT_GT(answer["distances_mm"].toObject().size(), 30);
  }
}

TEST(Demo, holdsANeckProneAndSupineEachWithItsStructures) {
  const support::TemporaryFolder folder;
  planning::Progress progress;
  ASSERT_TRUE(writeNeckDemo(folder.path(), kTiny, progress));
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"answers.json", "ct", "ct_supine", "seg.dcm", "seg_supine.dcm"}));
  const auto found = io::dicom::scan(folder.path(), progress);
  ASSERT_TRUE(found) << found.error().code;
  std::set<std::string> frames;
  for (const auto& series : found->series) {
    EXPECT_EQ(series.identity.patient.id, "NEEDLEPLAN-DEMO-NECK");
    if (series.identity.modality != "CT") continue;
    EXPECT_TRUE(series.loadable);
    frames.insert(series.identity.frameOfReferenceUid);
    const bool prone = series.identity.patientPosition == "HFP";
    const auto structures =
        io::readStructures(folder / (prone ? "seg.dcm" : "seg_supine.dcm"), series.identity, progress);
    ASSERT_TRUE(structures) << structures.error().code;
    EXPECT_GT(structures->structures.size(), 40U);
  }
  EXPECT_EQ(frames.size(), 2U);
  std::set<std::string> routes;
  for (const auto& answer : readAnswers(folder)["answers"].toArray())
    routes.insert(answer.toObject()["route"].toString().toStdString());
  EXPECT_EQ(routes.size(), 4U);
}

TEST(Demo, stopsWhenAsked) {
  class Stopped : public planning::Progress {
    bool stopRequested() const override { return true; }
  } progress;
  const support::TemporaryFolder folder;
  const auto refused = writeDemo(folder.path(), kTiny, progress);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "cancelled");
}

TEST(Demo, refusesAFolderThatCannotBe) {
  planning::Progress progress;
  const auto refused = writeDemo("/dev/null/demo", kTiny, progress);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "cannot-write");
}

}  // namespace
}  // namespace app::commands
