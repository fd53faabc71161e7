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

// planning/procedure/README.md, "Numbers".
TEST(PlacementError, isThePublishedOneByPath) {
  const auto figures = publishedFiguresByPath();
  EXPECT_EQ(placementErrorFor(figures, "CT", along(0, -1, 0))->meanTipMm, 3.3);
  EXPECT_EQ(placementErrorFor(figures, "CT", along(0, -1, 0.5))->meanTipMm, 4.4);
  EXPECT_EQ(placementErrorFor(figures, "CT", along(1, -1, 0.5))->meanTipMm, 6.7);
  const PlacementError foraminal = transforaminalFigure().error;
  EXPECT_EQ(foraminal.meanTipMm, 7.6);
  EXPECT_NEAR(foraminal.meanAngle->degrees(), 9.9, 1e-12);
  EXPECT_EQ(foraminal.source, "PMC10544812");
  EXPECT_EQ(phantomFigure().error.deviationTipMm, 3.6);
}

TEST(PlacementError, ofTheSiteGoesBeforeThePublishedOne) {
  auto figures = publishedFiguresByPath();
  PlacementFigure own{"CT", {}, {}, true};
  own.error.meanTipMm = 2.1;
  figures.push_back(own);
  EXPECT_EQ(placementErrorFor(figures, "CT", along(0, -1, 0))->meanTipMm, 2.1);
  EXPECT_FALSE(placementErrorFor(figures, "fluoroscopy", along(0, -1, 0))) << "all measured under CT only";
  own.path = PathKind::Angled;
  own.error.meanTipMm = 2.8;
  figures.push_back(own);
  EXPECT_EQ(placementErrorFor(figures, "CT", along(0, -1, 0.5))->meanTipMm, 2.8) << "the more exact of two";
}

TEST(PlacementError, isAbsentWhereNoneHolds) {
  EXPECT_FALSE(placementErrorFor({}, "CT", along(0, -1, 0)));
  EXPECT_FALSE(placementErrorFor({phantomFigure()}, "fluoroscopy", along(0, -1, 0)));
  EXPECT_FALSE(placementErrorFor(publishedFiguresByPath(), "", along(0, -1, 0))) << "the guidance is not stated";
  EXPECT_FALSE(placementErrorFor({transforaminalFigure()}, "CT", along(0, -1, 0)));
}

}  // namespace planning::needle
