#include "planning/geometry.h"

#include <gtest/gtest.h>

namespace planning {

TEST(Angle, convertsDegreesToRadians) {
  EXPECT_DOUBLE_EQ(Angle::degrees(180).radians(), std::numbers::pi);
}

TEST(Segment, findsAPlaceByItsDistanceFromTheStart) {
  const Segment segment{makePoint(0, 0, 0), makePoint(0, 0, 10)};
  EXPECT_DOUBLE_EQ(segment.at(4)[2], 4.0);
}

}  // namespace planning
