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
