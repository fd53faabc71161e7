#include "io/reading/fluoroscopy_reader.h"

#include <gtest/gtest.h>

#include "io/images/fluoroscopy_writer.h"
#include "tests/paths.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/validators.h"

namespace io {
namespace {

using planning::Angle;
using planning::fluoroscopy::CArmGeometry;
using planning::fluoroscopy::Projection;
using planning::fluoroscopy::View;
using Codes = std::vector<std::string>;

/// 7 columns, 5 rows, LAO 35, CRA 5.
SimulatedProjection oblique() {
  SimulatedProjection made;
  made.identity.patient = {"P1", "", "Müller^Ann", "19500102", "F"};
  made.identity.study = {"2.25.11", "S1", "20260102", "101112", "A1", "Spine", "Doctor^A"};
  made.identity.seriesUid = "2.25.12";
  made.identity.instances = {{"", "2.25.13"}};
  made.identity.description = "Test";
  made.identity.patientPosition = "HFP";
  auto& g = made.geometry;
  g.primary = Angle::degrees(35);
  g.secondary = Angle::degrees(5);
  g.sourceToDetectorMm = 1000;
  g.sourceToIsocentreMm = 700;
  g.columnSpacingMm = 0.3;
  g.rowSpacingMm = 0.4;
  g.columns = 7;
  g.rows = 5;
  made.grey.assign(35, 0);
  made.grey[3] = 200;
  return made;
}

View written(ProjectionObject object, const std::filesystem::path& file) {
  EXPECT_TRUE(writeProjection(oblique(), object, file));
  const auto view = readView(file);
  EXPECT_TRUE(view) << view.error().code << " " << view.error().detail;
  return view.value_or(View{});
}

std::filesystem::path realFile(const char* name) {
  return std::filesystem::path(NEEDLEPLAN_SHARED_DATA) / "real/xa_rf_fluoroscopy" / name;
}

}  // namespace

TEST(Fluoroscopy, angiographyKeepsIdentityAndWholeGeometry) {
  const support::TemporaryFolder folder;
  const auto view = written(ProjectionObject::Angiographic, folder / "xa.dcm");
  const auto asked = oblique();
  EXPECT_EQ(view.identity.patient, asked.identity.patient);
  EXPECT_EQ(view.identity.study, asked.identity.study);
  EXPECT_EQ(view.identity.modality, "XA");
  EXPECT_EQ(view.identity.frameOfReferenceUid, "");
  EXPECT_EQ(view.columns, 7);
  EXPECT_EQ(view.rows, 5);
  EXPECT_EQ(view.frames, 1);
  EXPECT_EQ(view.patientOrientation, "LP\\F");
  EXPECT_FALSE(view.assumesUsualDisplay());
  EXPECT_EQ(view.missing(0), Codes{});
  const Projection before(asked.geometry), after(*view.geometry(0));
  for (const auto& place : {planning::makePoint(10, -20, 30), planning::makePoint(-40, 5, 60)}) {
    EXPECT_NEAR(before.project(place)->column, after.project(place)->column, 1e-9);
    EXPECT_NEAR(before.project(place)->row, after.project(place)->row, 1e-9);
  }
}

TEST(Fluoroscopy, radiofluoroscopyHasNoAngles) {
  const support::TemporaryFolder folder;
  const auto view = written(ProjectionObject::Radiofluoroscopic, folder / "rf.dcm");
  EXPECT_TRUE(view.angles.empty());
  EXPECT_EQ(view.sourceToDetectorMm, 1000);
  EXPECT_EQ(view.missing(0), (Codes{"positioner-primary-angle", "positioner-secondary-angle"}));
  EXPECT_FALSE(view.geometry(0));
}

TEST(Fluoroscopy, secondaryCaptureKeepsPatientAndStudyAndPretendsNoGeometry) {
  const support::TemporaryFolder folder;
  const auto view = written(ProjectionObject::SecondaryCapture, folder / "sc.dcm");
  EXPECT_EQ(view.identity.patient, oblique().identity.patient);
  EXPECT_EQ(view.identity.study, oblique().identity.study);
  EXPECT_FALSE(view.geometry(0));
  const auto bytes = support::fileBytes(folder / "sc.dcm");
  const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  EXPECT_NE(text.find("primary angle 35.0 deg (LAO), secondary angle 5.0 deg (CRA)"), std::string::npos);
}

TEST(Fluoroscopy, objectsAreClean) {
  const support::TemporaryFolder folder;
  for (const auto object :
       {ProjectionObject::Angiographic, ProjectionObject::Radiofluoroscopic, ProjectionObject::SecondaryCapture}) {
    written(object, folder / "object.dcm");
    const auto errors = support::dciodvfyErrors(folder / "object.dcm");
    if (!errors) GTEST_SKIP() << "dciodvfy (dicom3tools) is not installed";
    EXPECT_EQ(*errors, Codes{}) << static_cast<int>(object);
  }
}

TEST(Fluoroscopy, refusesWhatIsNoProjection) {
  const support::TemporaryFolder folder;
  const auto& demo = support::smallCase();
  const auto refused = readView(demo.seg);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "not-fluoroscopy");
  EXPECT_EQ(readView(folder / "nothing.dcm").error().code, "cannot-read");
}

TEST(Fluoroscopy, ofARealCathLacksOnlyIsocentreAndSpacing) {
  const auto file = realFile("xa_cath_75frames_jpeg.dcm");
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "SKIPPED: " << file << " is not there";
  const auto view = readView(file);
  ASSERT_TRUE(view) << view.error().code;
  EXPECT_EQ(view->frames, 75);
  EXPECT_EQ(view->columns, 512);
  EXPECT_DOUBLE_EQ(*view->frameTimeMs, 66.666667);
  EXPECT_DOUBLE_EQ(*view->anglesOf(74).primaryDeg, 40.1);
  EXPECT_DOUBLE_EQ(*view->anglesOf(0).secondaryDeg, 27);
  EXPECT_EQ(view->sourceToDetectorMm, 1023);
  EXPECT_EQ(view->positionerMoves, false);
  EXPECT_TRUE(view->assumesUsualDisplay());
  EXPECT_EQ(view->missing(0), (Codes{"source-to-isocentre", "imager-pixel-spacing"}));
}

TEST(Fluoroscopy, ofARealMobileCArmIsUnknownAltogether) {
  const auto file = realFile("rf_carm_shoulder_kwire.dcm");
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "SKIPPED: " << file << " is not there";
  const auto view = readView(file);
  ASSERT_TRUE(view) << view.error().code;
  EXPECT_EQ(view->rows, 464);
  EXPECT_EQ(view->missing(0), (Codes{"positioner-primary-angle", "positioner-secondary-angle", "source-to-detector",
                                     "source-to-isocentre", "imager-pixel-spacing"}));
}

}  // namespace io
