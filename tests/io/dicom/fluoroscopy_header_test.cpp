#include "io/dicom/fluoroscopy_header.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include "io/dicom/put.h"

namespace io::dicom {
namespace {

/// A run of three frames with a moving positioner.
DcmDataset movingRun(const std::string& primaryIncrements) {
  DcmDataset run;
  put(run, DCM_PositionerMotion, "DYNAMIC");
  put(run, DCM_PositionerPrimaryAngle, "-20");
  put(run, DCM_PositionerSecondaryAngle, "4");
  put(run, DCM_PositionerPrimaryAngleIncrement, primaryIncrements);
  put(run, DCM_PositionerSecondaryAngleIncrement, "0\\0\\1.5");
  return run;
}

}  // namespace

TEST(FluoroscopyHeader, addsEachFramesOffsetToTheFirstAngle) {
  auto run = movingRun("0\\10\\25");
  const auto view = readView(run, 3);
  ASSERT_EQ(view.angles.size(), 3u);
  EXPECT_EQ(view.positionerMoves, true);
  EXPECT_DOUBLE_EQ(*view.anglesOf(0).primaryDeg, -20);
  EXPECT_DOUBLE_EQ(*view.anglesOf(2).primaryDeg, 5);
  EXPECT_DOUBLE_EQ(*view.anglesOf(2).secondaryDeg, 5.5);
}

TEST(FluoroscopyHeader, takesASingleIncrementAsTheChangeFromFrameToFrame) {
  auto run = movingRun("10");
  EXPECT_DOUBLE_EQ(*readView(run, 3).anglesOf(2).primaryDeg, 0);
}

TEST(FluoroscopyHeader, knowsOnlyTheFirstFrameWhenTheIncrementsDoNotFit) {
  auto run = movingRun("0\\10");
  const auto view = readView(run, 3);
  EXPECT_DOUBLE_EQ(*view.anglesOf(0).primaryDeg, -20);
  EXPECT_FALSE(view.anglesOf(1).primaryDeg);
  EXPECT_TRUE(view.anglesOf(1).secondaryDeg);
}

TEST(FluoroscopyHeader, incrementsCountWithoutAWordOnTheMotion) {
  auto run = movingRun("0\\10\\25");
  delete run.remove(DCM_PositionerMotion);
  const auto view = readView(run, 3);
  EXPECT_EQ(view.positionerMoves, true);
  EXPECT_FALSE(view.anglesContradict);
  EXPECT_DOUBLE_EQ(*view.anglesOf(2).primaryDeg, 5);
  EXPECT_DOUBLE_EQ(*view.anglesOf(2).secondaryDeg, 5.5);
  put(run, DCM_PositionerPrimaryAngleIncrement, "0\\0\\0");
  put(run, DCM_PositionerSecondaryAngleIncrement, "0\\0\\0");
  const auto still = readView(run, 3);
  EXPECT_FALSE(still.positionerMoves);
  EXPECT_EQ(still.angles.size(), 1u);
}

TEST(FluoroscopyHeader, knowsNoAngleThatIsContradicted) {
  auto still = movingRun("0\\10\\25");
  put(still, DCM_PositionerMotion, "STATIC");
  const auto said = readView(still, 3);
  EXPECT_TRUE(said.anglesContradict);
  EXPECT_DOUBLE_EQ(*said.anglesOf(0).primaryDeg, -20);  // all that is said agrees on the first frame
  EXPECT_FALSE(said.anglesOf(1).primaryDeg);

  auto late = movingRun("5\\10\\25");  // is the first frame at -20 or at -15?
  const auto view = readView(late, 3);
  EXPECT_TRUE(view.anglesContradict);
  for (int frame = 0; frame < 3; ++frame) EXPECT_FALSE(view.anglesOf(frame).primaryDeg) << frame;

  auto far = movingRun("0\\100\\201");  // 181 degrees
  EXPECT_TRUE(readView(far, 3).anglesContradict);
  EXPECT_FALSE(readView(far, 3).anglesOf(1).primaryDeg);
  auto near = movingRun("0\\100\\200");
  EXPECT_FALSE(readView(near, 3).anglesContradict);
  EXPECT_DOUBLE_EQ(*readView(near, 3).anglesOf(2).primaryDeg, 180);
}

TEST(FluoroscopyHeader, brokenValuesAreUnknown) {
  DcmDataset data;
  put(data, DCM_PositionerMotion, "STATIC");
  put(data, DCM_DistanceSourceToDetector, "1,000");
  put(data, DCM_ImagerPixelSpacing, "0.3");
  put(data, DCM_PixelSpacing, "0\\0.2");
  const auto view = readView(data, 1);
  EXPECT_EQ(view.positionerMoves, false);
  EXPECT_FALSE(view.sourceToDetectorMm);
  EXPECT_FALSE(view.imagerSpacing);
  EXPECT_FALSE(view.pixelSpacing);
  EXPECT_TRUE(view.angles.empty());
}

}  // namespace io::dicom

namespace io::dicom {
namespace {

void putFloats(DcmItem& item, const DcmTagKey& tag, const std::vector<float>& values) {
  item.putAndInsertFloat32Array(tag, values.data(), static_cast<unsigned long>(values.size()));
}

/// An Enhanced XA of two frames: shared distances and field, the positioner turns.
DcmDataset enhanced() {
  DcmDataset run;
  put(run, DCM_PatientPosition, "HFS");
  putFloats(run, DCM_PositionOfIsocenterProjection, {500.5F, 600.25F});
  putFloats(run, DCM_PhysicalDetectorSize, {300, 400});
  put(run, DCM_DetectorElementSpacing, "0.2\\0.2");
  DcmItem& shared = addItem(run, DCM_SharedFunctionalGroupsSequence);
  DcmItem& geometry = addItem(shared, DCM_XRayGeometrySequence);
  putFloats(geometry, DCM_DistanceSourceToIsocenter, {810});
  put(geometry, DCM_DistanceSourceToDetector, "1195");
  put(addItem(shared, DCM_FramePixelDataPropertiesSequence), DCM_ImagerPixelSpacing, "0.4\\0.4");
  DcmItem& field = addItem(shared, DCM_FieldOfViewSequence);
  put(field, DCM_FieldOfViewOrigin, "12\\34");
  put(field, DCM_FieldOfViewRotation, "0");
  put(field, DCM_FieldOfViewHorizontalFlip, "NO");
  for (const float primary : {10.0F, 40.0F}) {
    DcmItem& frame = addItem(run, DCM_PerFrameFunctionalGroupsSequence);
    DcmItem& system = addItem(frame, DCM_IsocenterReferenceSystemSequence);
    putFloats(system, DCM_PositionerIsocenterPrimaryAngle, {primary});
    for (const auto& tag : {DCM_PositionerIsocenterSecondaryAngle, DCM_PositionerIsocenterDetectorRotationAngle,
                            DCM_TableXPositionToIsocenter, DCM_TableYPositionToIsocenter,
                            DCM_TableHorizontalRotationAngle, DCM_TableHeadTiltAngle, DCM_TableCradleTiltAngle})
      putFloats(system, tag, {0});
    putFloats(system, DCM_TableZPositionToIsocenter, {-25.5F});
  }
  return run;
}

}  // namespace

TEST(FluoroscopyHeader, readsAnEnhancedRunFromItsFunctionalGroups) {
  auto run = enhanced();
  auto view = readView(run, 2);
  view.identity.patientPosition = "HFS";
  view.columns = view.rows = 512;
  EXPECT_EQ(view.sourceToDetectorMm, 1195);
  EXPECT_EQ(view.sourceToIsocentreMm, 810);
  ASSERT_TRUE(view.imagerSpacing);
  EXPECT_DOUBLE_EQ(view.imagerSpacing->rowMm, 0.4);
  ASSERT_EQ(view.isocentre.size(), 2u);
  EXPECT_TRUE(*view.positionerMoves);
  EXPECT_NEAR(*view.anglesOf(1).primaryDeg, 40, 1e-5);
  ASSERT_TRUE(view.pose(0));
  EXPECT_NEAR(view.pose(0)->isocentre[2], 25.5, 1e-9);
  ASSERT_TRUE(view.principalPoint());
  EXPECT_NEAR(view.principalPoint()->row, (500.5 + 0.5 - 12) / 2 - 0.5, 1e-9);
  EXPECT_NEAR(view.principalPoint()->column, (600.25 + 0.5 - 34) / 2 - 0.5, 1e-9);
  EXPECT_TRUE(view.missing(1).empty());
}

TEST(FluoroscopyHeader, doesNotKnowADistanceThatChangesFromFrameToFrame) {
  auto run = enhanced();
  DcmItem* shared = nullptr;
  ASSERT_TRUE(run.findAndGetSequenceItem(DCM_SharedFunctionalGroupsSequence, shared).good());
  delete shared->remove(DCM_XRayGeometrySequence);
  for (const int frame : {0, 1}) {
    DcmItem* groups = nullptr;
    ASSERT_TRUE(run.findAndGetSequenceItem(DCM_PerFrameFunctionalGroupsSequence, groups, frame).good());
    put(addItem(*groups, DCM_XRayGeometrySequence), DCM_DistanceSourceToDetector, frame == 0 ? "1100" : "1195");
  }
  EXPECT_FALSE(readView(run, 2).sourceToDetectorMm);
}

TEST(FluoroscopyHeader, takesNoIsocentreSystemWithoutItsTable) {
  auto run = enhanced();
  DcmItem *groups = nullptr, *system = nullptr;
  ASSERT_TRUE(run.findAndGetSequenceItem(DCM_PerFrameFunctionalGroupsSequence, groups, 1).good());
  ASSERT_TRUE(groups->findAndGetSequenceItem(DCM_IsocenterReferenceSystemSequence, system).good());
  delete system->remove(DCM_TableXPositionToIsocenter);
  EXPECT_TRUE(readView(run, 2).isocentre.empty());
}

TEST(FluoroscopyHeader, knowsThePlaneTheInstantAndTheMask) {
  DcmDataset run;
  put(run, DCM_ImageType, "ORIGINAL\\PRIMARY\\BIPLANE B");
  put(run, DCM_AcquisitionDate, "20260102");
  put(run, DCM_AcquisitionTime, "101112.5");
  put(run, DCM_PixelIntensityRelationship, "LIN");
  DcmItem& mask = addItem(run, DCM_MaskSubtractionSequence);
  put(mask, DCM_MaskOperation, "AVG_SUB");
  putNumber(mask, DCM_MaskFrameNumbers, 3);
  const auto view = readView(run, 5);
  EXPECT_EQ(view.plane, "B");
  EXPECT_EQ(view.acquiredAt, "20260102101112.5");
  EXPECT_EQ(view.presentation.maskFrame, 2);
  EXPECT_EQ(view.presentation.intensity, "LIN");
}

}  // namespace io::dicom
