#include "planning/needle/placement.h"

#include <gtest/gtest.h>

namespace planning::needle {
namespace {

TrajectoryAngles along(double x, double y, double z) {
  return anglesOf({makePoint(0, 0, 0), makePoint(x, y, z)});
}

}  // namespace

TEST(PathKind, followsBothAngles) {
  EXPECT_EQ(pathKindOf(along(0, -1, 0)), PathKind::InPlane);
  EXPECT_EQ(pathKindOf(along(1, -1, 0)), PathKind::InPlane);
  EXPECT_EQ(pathKindOf(along(0, -1, 0.5)), PathKind::Angled);
  EXPECT_EQ(pathKindOf(along(0, -1, -0.5)), PathKind::Angled);
  EXPECT_EQ(pathKindOf(along(1, -1, 0.5)), PathKind::DoubleAngled);
  EXPECT_EQ(pathKindOf(along(0, 0, 1)), PathKind::Angled);
}

// procedures.md, "Numbers to build defaults on".
TEST(PlacementError, isThePublishedOne) {
  EXPECT_EQ(publishedPlacementError("lumbar-facet", along(0, -1, 0)).meanTipMm, 3.3);
  EXPECT_EQ(publishedPlacementError("lumbar-facet", along(0, -1, 0.5)).meanTipMm, 4.4);
  EXPECT_EQ(publishedPlacementError("", along(1, -1, 0.5)).meanTipMm, 6.7);
  const PlacementError foraminal = publishedPlacementError("lumbar-foraminal", along(0, -1, 0));
  EXPECT_EQ(foraminal.meanTipMm, 7.6);
  EXPECT_NEAR(foraminal.meanAngle->degrees(), 9.9, 1e-12);
  EXPECT_EQ(foraminal.source, "PMC10544812");
  EXPECT_EQ(phantomPlacementError().deviationTipMm, 3.6);
}

}  // namespace planning::needle
