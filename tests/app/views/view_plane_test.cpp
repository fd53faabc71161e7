#include "app/views/view_plane.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "app/views/orbit_camera.h"

namespace {

using app::views::orientationLetters;
using app::views::ViewAxes;
using app::views::ViewPlane;
using planning::cross;
using planning::dot;
using planning::makePoint;
using planning::makeVector;
using planning::Vector;

void expectUprightAxes(const ViewAxes& axes) {
  EXPECT_NEAR(axes.right.GetNorm(), 1, 1e-12);
  EXPECT_NEAR(axes.down.GetNorm(), 1, 1e-12);
  EXPECT_NEAR(dot(axes.right, axes.down), 0, 1e-12);
}

TEST(ViewAxes, areRadiological) {
  EXPECT_EQ(orientationLetters(app::views::axialAxes().right), "L") << "the patient's right is on the screen's left";
  EXPECT_EQ(orientationLetters(app::views::axialAxes().down), "P");
  EXPECT_EQ(orientationLetters(app::views::axialAxes().into()), "H") << "seen from the feet";
  EXPECT_EQ(orientationLetters(app::views::coronalAxes().right), "L");
  EXPECT_EQ(orientationLetters(app::views::coronalAxes().down), "F");
  EXPECT_EQ(orientationLetters(app::views::coronalAxes().into()), "P") << "seen from the front";
  EXPECT_EQ(orientationLetters(app::views::sagittalAxes().right), "P");
  EXPECT_EQ(orientationLetters(app::views::sagittalAxes().down), "F");
  EXPECT_EQ(orientationLetters(app::views::sagittalAxes().into()), "R") << "seen from the left";
}

TEST(ViewAxes, alongTheNeedleHoldTheNeedleAndStandAtRightAngles) {
  std::mt19937 random(3);
  std::normal_distribution<double> normal;
  for (int i = 0; i < 500; ++i) {
    Vector d = makeVector(normal(random), normal(random), normal(random));
    d /= d.GetNorm();
    const auto along = app::views::alongNeedleAxes(d);
    const auto across = app::views::acrossAlongNeedleAxes(d);
    const auto eye = app::views::needlesEyeAxes(d);
    for (const auto& axes : {along, across, eye}) expectUprightAxes(axes);
    EXPECT_NEAR(dot(along.into(), d), 0, 1e-9);
    EXPECT_NEAR(dot(across.into(), d), 0, 1e-9);
    EXPECT_NEAR(dot(along.into(), across.into()), 0, 1e-9);
    EXPECT_NEAR((eye.into() - d).GetNorm(), 0, 1e-9) << "looks from the entry to the target";
  }
}

TEST(ViewAxes, alongANeedleInTheAxialPlaneAreAxialAndSagittal) {
  const Vector fromBehind = makeVector(0, -1, 0);
  const auto along = app::views::alongNeedleAxes(fromBehind);
  EXPECT_EQ(orientationLetters(along.right), "L");
  EXPECT_EQ(orientationLetters(along.down), "P");
  const auto across = app::views::acrossAlongNeedleAxes(fromBehind);
  EXPECT_EQ(orientationLetters(across.right), "P");
  EXPECT_EQ(orientationLetters(across.down), "F");
  const auto fromTheSide = app::views::acrossAlongNeedleAxes(makeVector(-1, 0, 0));
  EXPECT_EQ(orientationLetters(fromTheSide.right), "L") << "coronal for a needle from the side";
  EXPECT_EQ(orientationLetters(fromTheSide.into()), "P");
}

TEST(ViewAxes, existForANeedleAlongTheBody) {
  for (const double sign : {1.0, -1.0}) {
    const Vector d = makeVector(0, 0, sign);
    expectUprightAxes(app::views::alongNeedleAxes(d));
    expectUprightAxes(app::views::acrossAlongNeedleAxes(d));
    expectUprightAxes(app::views::needlesEyeAxes(d));
  }
}

TEST(OrientationLetters, putTheLargestPartFirst) {
  EXPECT_EQ(orientationLetters(makeVector(0.5, -0.866, 0)), "AL") << "30 degrees off the front, to the left";
  EXPECT_EQ(orientationLetters(makeVector(-0.99, 0, 0.14)), "R") << "8 degrees are left out";
  EXPECT_EQ(orientationLetters(makeVector(-0.3, 0.4, -0.87)), "FPR");
  EXPECT_EQ(orientationLetters(makeVector(0, 0, 5)), "H") << "the length does not matter";
}

TEST(ViewPlane, goesToTheScreenAndBack) {
  const Vector way = makeVector(0.4, -0.9, 0.17);
  const ViewPlane plane{app::views::alongNeedleAxes(way / way.GetNorm()), makePoint(12, -40, -310), 0.37,
                        QSizeF(611, 403)};
  for (const QPointF screen : {QPointF(0, 0), QPointF(305.5, 201.5), QPointF(600, 17)}) {
    const auto place = plane.toPatient(screen);
    EXPECT_NEAR(plane.heightMm(place), 0, 1e-9);
    EXPECT_NEAR(plane.toScreen(place).x(), screen.x(), 1e-9);
    EXPECT_NEAR(plane.toScreen(place).y(), screen.y(), 1e-9);
  }
  EXPECT_EQ(plane.toPatient({305.5, 201.5}), plane.centre);
  EXPECT_NEAR(plane.heightMm(plane.centre + plane.axes.into() * 3), 3, 1e-12) << "positive away from the viewer";
}

TEST(OrbitCamera, goesThroughAPixelAndBack) {
  app::views::OrbitCamera camera{app::views::coronalAxes(), makePoint(5, 6, 7), 800, QSizeF(500, 300)};
  camera.turnBy({120, -45});
  expectUprightAxes(camera.axes);
  for (const QPointF screen : {QPointF(10, 20), QPointF(250, 150), QPointF(480, 290)}) {
    const auto ray = camera.rayThrough(screen, 1000);
    EXPECT_NEAR(ray.lengthMm(), 1000, 1e-9);
    for (const double mm : {300.0, 700.0, 1000.0}) {
      EXPECT_NEAR(camera.toScreen(ray.at(mm)).x(), screen.x(), 1e-6);
      EXPECT_NEAR(camera.toScreen(ray.at(mm)).y(), screen.y(), 1e-6);
    }
  }
}

TEST(OrbitCamera, turnsThePatientWithTheMouse) {
  app::views::OrbitCamera camera{app::views::coronalAxes(), makePoint(0, 0, 0), 800, QSizeF(500, 300)};
  const auto front = makePoint(0, -50, 0);  // toward the viewer
  camera.turnBy({20, 10});
  EXPECT_GT(camera.toScreen(front).x(), 250) << "what is in front follows the mouse";
  EXPECT_GT(camera.toScreen(front).y(), 150);
}

}  // namespace
