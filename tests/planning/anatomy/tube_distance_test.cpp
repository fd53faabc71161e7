#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "grids.h"
#include "planning/anatomy/distance.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/round_cone.h"
#include "planning/anatomy/tube.h"
#include "planning/check.h"

namespace planning::anatomy {
namespace {

double golden(const std::function<double(double)>& f) {
  constexpr double kPart = 0.6180339887498949;
  double low = 0, high = 1;
  for (int i = 0; i < 80; ++i) {
    const double a = high - kPart * (high - low), b = low + kPart * (high - low);
    (f(a) < f(b) ? high : low) = f(a) < f(b) ? b : a;
  }
  return std::min({f(0.0), f(1.0), f((low + high) / 2)});
}

/// The slow twin: least of |x - c(u)| - r(u) over the balls, then over the segment, both by golden section.
double slowPoint(const Point& x, const RoundCone& cone) {
  return golden(
      [&](double u) { return (x - (cone.start + (cone.end - cone.start) * u)).GetNorm() - cone.radiusMm(u); });
}

double slowSegment(const Segment& axis, const RoundCone& cone) {
  return golden([&](double s) { return slowPoint(axis.start + (axis.end - axis.start) * s, cone); });
}

RoundCone randomCone(std::mt19937& random) {
  std::uniform_real_distribution<double> radius(0.5, 6);
  const Point start = randomPoint(random, -10, 10), end = randomPoint(random, -10, 10);
  const double first = radius(random);
  return {start, end, first, radius(random)};
}

}  // namespace

TEST(RoundCone, isAsFarFromASegmentAsDenseMinimisationSays) {
  std::mt19937 random(21);
  for (int i = 0; i < 300; ++i) {
    const RoundCone cone = randomCone(random);
    const Segment axis{randomPoint(random, -25, 25), randomPoint(random, -25, 25)};
    EXPECT_NEAR(nearest(axis, cone).signedMm, slowSegment(axis, cone), 1e-6);
  }
}

TEST(RoundCone, givesTheNearestPlaceOnItsSurface) {
  std::mt19937 random(22);
  for (int i = 0; i < 300; ++i) {
    const RoundCone cone = randomCone(random);
    const auto found = nearest({randomPoint(random, -25, 25), randomPoint(random, -25, 25)}, cone);
    EXPECT_NEAR(nearest({found.onCone, found.onCone}, cone).signedMm, 0, 1e-9);
    EXPECT_NEAR((found.onCone - found.onSegment).GetNorm(), std::abs(found.signedMm), 1e-9);
  }
}

TEST(RoundCone, isMeasuredWhenParallelCrossingOrSwallowed) {
  const RoundCone cylinder{makePoint(0, 0, 0), makePoint(10, 0, 0), 2, 2};
  EXPECT_DOUBLE_EQ(nearest({makePoint(-5, 5, 0), makePoint(20, 5, 0)}, cylinder).signedMm, 3);
  EXPECT_DOUBLE_EQ(nearest({makePoint(2, 5, 0), makePoint(3, 5, 0)}, cylinder).signedMm, 3);
  EXPECT_DOUBLE_EQ(nearest({makePoint(13, 5, 0), makePoint(14, 5, 0)}, cylinder).signedMm, std::hypot(3, 5) - 2);
  EXPECT_DOUBLE_EQ(nearest({makePoint(4, -9, 0), makePoint(4, 9, 0)}, cylinder).signedMm, -2);
  EXPECT_NEAR((nearest({makePoint(4, -9, 0), makePoint(4, 9, 0)}, cylinder).onCone - makePoint(4, 0, 0)).GetNorm(), 2,
              1e-12);
  const RoundCone swallowed{makePoint(0, 0, 0), makePoint(1, 0, 0), 5, 1};
  EXPECT_DOUBLE_EQ(nearest({makePoint(8, 0, 0), makePoint(9, 0, 0)}, swallowed).signedMm, 3);
  EXPECT_DOUBLE_EQ(nearest({makePoint(0, 0, 0), makePoint(0, 0, 0)}, swallowed).signedMm, -5);
}

TEST(TubeDistance, isThatOfTheNearestPiece) {
  std::mt19937 random(23);
  const Tube tube{{makePoint(0, 0, 0), makePoint(10, 3, 1), makePoint(15, 10, 2)}, {2, 1, 1.5}, 0.4};
  const auto field = makeDistanceField(tube);
  for (int i = 0; i < 100; ++i) {
    const Segment axis{randomPoint(random, -10, 25), randomPoint(random, -10, 25)};
    double least = 1e9;
    for (const RoundCone& cone : roundConesOf(tube)) least = std::min(least, slowSegment(axis, cone));
    const AxisDistance found = field->distance(axis);
    EXPECT_NEAR(found.distanceMm, least, 1e-6);
    EXPECT_NEAR((axis.at(found.alongMm) - found.onAxis).GetNorm(), 0, 1e-9);
    EXPECT_EQ(field->distanceWithin(axis, 1).has_value(), found.distanceMm < 1);
  }
}

TEST(TubeDistance, findsFirstContactAndCrossings) {
  const Tube tube{{makePoint(0, 0, 0), makePoint(10, 0, 0), makePoint(20, 0, 0)}, {2, 2, 2}, 0};
  const auto field = makeDistanceField(tube);
  const Segment across{makePoint(10, -10, 0), makePoint(10, 10, 0)};
  EXPECT_NEAR(field->firstContactMm(across, 0).value(), 8, 1e-6);
  EXPECT_NEAR(field->firstContactMm(across, 3).value(), 5, 1e-6);
  EXPECT_FALSE(field->firstContactMm({makePoint(10, 6, 0), makePoint(10, 10, 0)}, 3.9).has_value());
  const auto crossings = field->crossingsMm(across);
  ASSERT_EQ(crossings.size(), 2u);
  EXPECT_NEAR(crossings[0], 8, 1e-6);
  EXPECT_NEAR(crossings[1], 12, 1e-6);
  EXPECT_EQ(field->crossingsMm({makePoint(-10, 0, 0), makePoint(10, 0, 0)}).size(), 1u);
}

TEST(TubeDistance, refusesATubeThatIsNone) {
  EXPECT_THROW(makeDistanceField(Tube{{makePoint(0, 0, 0)}, {1}, 0}), BrokenContract);
  EXPECT_THROW(makeDistanceField(Tube{{makePoint(0, 0, 0), makePoint(1, 0, 0)}, {1, 0}, 0}), BrokenContract);
}

TEST(MeasuredStructure, addsTheBoundsUp) {
  Structure structure;
  structure.registrationResidualMm = 0.7;
  structure.shape = Tube{{makePoint(0, 0, 0), makePoint(10, 0, 0)}, {2, 2}, 0.4};
  EXPECT_DOUBLE_EQ(measure(structure).errorBoundMm, 1.1);
  const auto mask =
      sampled(awkwardGrids()[1], [](const Point& p) { return 10 - (p - makePoint(12, -7, 30)).GetNorm(); });
  structure.shape = mask;
  const MeasuredStructure measured = measure(structure);
  EXPECT_DOUBLE_EQ(measured.errorBoundMm, surfaceErrorBoundMm(*mask) + 0.7);
  EXPECT_NEAR(measured.field->signedDistance(makePoint(12, -7, 30)), -10, measured.errorBoundMm);
}

TEST(MeasuredStructure, withoutVoxelsIsNotMeasurable) {
  Structure structure;
  structure.shape = sampled(awkwardGrids()[1], [](const Point&) { return -1.0; });
  EXPECT_EQ(measure(structure).field, nullptr);
  EXPECT_EQ(measure(structure).surface, nullptr);
}

}  // namespace planning::anatomy
