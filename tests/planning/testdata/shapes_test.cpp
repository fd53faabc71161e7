#include "testdata/shapes.h"

#include <gtest/gtest.h>

#include <random>

#include "testdata/answers.h"

namespace testdata {
namespace {

using planning::Angle;
using planning::makePoint;
using planning::makeVector;
using planning::Point;
using planning::Vector;

const Frame kTilted(makePoint(3, -4, 5), Angle::degrees(25));

ShapePointer makeBlock() {
  return std::make_shared<RoundedBlock>(kTilted, makeVector(1, 2, 3), makeVector(4, 6, 9), 1.5, Angle::degrees(-35));
}
ShapePointer makePrism() {  // an arrow head: it has a hollow corner
  return std::make_shared<RoundedPrism>(kTilted, std::vector<RoundedPrism::Corner>{{0, -8}, {9, 7}, {0, 2}, {-9, 7}}, 5,
                                        2);
}
ShapePointer makeCone() {
  return std::make_shared<RoundCone>(makePoint(1, 2, 3), 5, makePoint(-9, 12, 8), 2);
}

Vector gradient(const Shape& shape, const Point& p) {
  Vector g;
  constexpr double kStep = 1e-5;
  for (unsigned d = 0; d < 3; ++d) {
    Vector step = makeVector(0, 0, 0);
    step[d] = kStep;
    g[d] = (shape.signedDistance(p + step) - shape.signedDistance(p - step)) / (2 * kStep);
  }
  return g;
}

/// Walking down the distance lands on the surface, and no surface place is nearer: so the distance is Euclid's.
void expectExact(const Shape& shape, bool insideToo) {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> coordinate(-20, 20);
  int tried = 0;
  for (int n = 0; n < 2000; ++n) {
    const Point p = makePoint(coordinate(random), coordinate(random), coordinate(random));
    const double distance = shape.signedDistance(p);
    const Vector g = gradient(shape, p);
    if ((distance < 0 && !insideToo) || std::abs(g.GetNorm() - 1) > 1e-6) continue;  // on a ridge: two nearest places
    EXPECT_NEAR(shape.signedDistance(p - g * distance), 0, 1e-4) << p;
    ++tried;
  }
  EXPECT_GT(tried, 1500);
}

/// No step changes the distance by more than its length.
void expectLipschitz(const Shape& shape) {
  std::mt19937 random(12);
  std::uniform_real_distribution<double> coordinate(-20, 20);
  for (int n = 0; n < 2000; ++n) {
    const Point p = makePoint(coordinate(random), coordinate(random), coordinate(random));
    const Point q = p + makeVector(coordinate(random), coordinate(random), coordinate(random)) * 0.1;
    EXPECT_LE(std::abs(shape.signedDistance(p) - shape.signedDistance(q)), (p - q).GetNorm() + 1e-9);
  }
}

TEST(Shapes, measureEuclidsDistance) {
  expectExact(*makeCone(), true);
  expectExact(*makeBlock(), true);
  expectExact(*makePrism(), false);
  expectExact(Union({makeCone(), makeBlock()}), false);
}

TEST(Shapes, neverChangeFasterThanTheStep) {
  for (const ShapePointer& shape : {makeCone(), makeBlock(), makePrism()}) expectLipschitz(*shape);
  expectLipschitz(Union({makeCone(), makeBlock()}));
}

TEST(Shapes, lieWithinTheirBounds) {
  std::mt19937 random(13);
  std::uniform_real_distribution<double> coordinate(-25, 25);
  const AxialBody body({{-9, 1, 2, 5, 6, 7}, {8, -3, 0, 9, 4, 5}}, AxialBody::Outline::RoundedRectangle);
  const Union all({makeCone(), makeBlock(), makePrism()});
  for (const Shape* shape : {static_cast<const Shape*>(&body), static_cast<const Shape*>(&all)}) {
    const Box bounds = shape->bounds();
    for (int n = 0; n < 5000; ++n) {
      const Point p = makePoint(coordinate(random), coordinate(random), coordinate(random));
      if (bounds.distance(p) > 0) {
        EXPECT_GT(shape->signedDistance(p), 0) << p;
      }
    }
  }
}

TEST(RoundedBlock, measuresAHandWorkedCase) {  // 2 x 4 x 6 mm round the origin, not turned
  const RoundedBlock block(Frame(makePoint(0, 0, 0), Angle::radians(0)), makeVector(0, 0, 0), makeVector(1, 2, 3), 0);
  EXPECT_DOUBLE_EQ(block.signedDistance(makePoint(4, 0, 0)), 3);
  EXPECT_DOUBLE_EQ(block.signedDistance(makePoint(0, 0, 0)), -1);
  EXPECT_DOUBLE_EQ(block.signedDistance(makePoint(4, 6, 3)), 5);
}

TEST(Frame, leansToTheFront) {  // the patient's front is -y
  const Frame frame(makePoint(0, 0, 0), Angle::degrees(30));
  EXPECT_NEAR(frame.toPatient(0, 0, 2)[1], -1, 1e-12);
  const Vector back = frame.toLocal(frame.toPatient(1, 2, 3));
  EXPECT_NEAR((back - makeVector(1, 2, 3)).GetNorm(), 0, 1e-12);
}

TEST(LeastDistance, isThatOfADenseSearch) {
  std::mt19937 random(14);
  std::uniform_real_distribution<double> coordinate(-30, 30);
  const Union shape({makeCone(), makePrism(), makeTube({makePoint(10, 0, 0), makePoint(12, 9, 4)}, {1, 0.7})});
  for (int n = 0; n < 60; ++n) {
    const planning::Segment axis{makePoint(coordinate(random), coordinate(random), coordinate(random)),
                                 makePoint(coordinate(random), coordinate(random), coordinate(random))};
    constexpr double kStepMm = 0.005;
    double dense = shape.signedDistance(axis.end);
    for (double mm = 0; mm < axis.lengthMm(); mm += kStepMm) dense = std::min(dense, shape.signedDistance(axis.at(mm)));
    const double least = leastDistanceMm(shape, axis);
    EXPECT_LE(least, dense + 1e-9);
    EXPECT_GE(least, dense - kStepMm / 2);
  }
}

TEST(LeastDistance, findsTheDeepestPlaceOfACrossing) {  // through a capsule of radius 3, 1 mm beside its axis
  const RoundCone capsule(makePoint(0, 0, -50), 3, makePoint(0, 0, 50), 3);
  EXPECT_NEAR(leastDistanceMm(capsule, {makePoint(1, -40, 0), makePoint(1, 40, 0)}), -2, 1e-6);
}

}  // namespace
}  // namespace testdata
