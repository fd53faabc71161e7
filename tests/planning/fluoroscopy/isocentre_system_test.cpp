#include "planning/fluoroscopy/isocentre_system.h"

#include <gtest/gtest.h>
#include <itkMatrix.h>

#include <array>
#include <map>
#include <random>

namespace planning::fluoroscopy {
namespace {

using Matrix = itk::Matrix<double, 3, 3>;

Matrix matrix(std::array<double, 9> rows) {
  Matrix m;
  for (unsigned i = 0; i < 9; ++i) m[i / 3][i % 3] = rows[i];
  return m;
}

/// The model of PS3.17 annex Z written out, matrix by matrix; from the table's coordinates to the picture.
ImagePoint slowProjection(const IsocentreSystem& s, const Vector& onTable, double iso, double sid, double spacing,
                          const ImagePoint& principal) {
  const double c1 = std::cos(s.primary.radians()), s1 = std::sin(s.primary.radians());
  const double c2 = std::cos(s.secondary.radians()), s2 = std::sin(s.secondary.radians());
  const double c3 = std::cos(s.detectorRotation.radians()), s3 = std::sin(s.detectorRotation.radians());
  const double h = s.horizontal.radians(), t = s.headTilt.radians(), k = s.cradleTilt.radians();
  const Matrix r1 = matrix({c1, s1, 0, -s1, c1, 0, 0, 0, 1}), r2 = matrix({1, 0, 0, 0, c2, -s2, 0, s2, c2}),
               r3 = matrix({c3, 0, -s3, 0, 1, 0, s3, 0, c3});
  const Matrix t1 = matrix({std::cos(h), 0, -std::sin(h), 0, 1, 0, std::sin(h), 0, std::cos(h)}),
               t2 = matrix({1, 0, 0, 0, std::cos(t), std::sin(t), 0, -std::sin(t), std::cos(t)}),
               t3 = matrix({std::cos(k), -std::sin(k), 0, std::sin(k), std::cos(k), 0, 0, 0, 1});
  const Vector inRoom = Matrix((t3 * t2 * t1).GetTranspose()) * onTable + s.table;
  const Vector p = r3 * r2 * r1 * inRoom;
  const double magnification = sid / (iso - p[1]);
  return {principal.column + magnification * p[0] / spacing, principal.row - magnification * p[2] / spacing};
}

/// A patient's L, P, H as the table sees them.
const std::map<std::string, Matrix> kOnTable{
    {"HFS", matrix({1, 0, 0, 0, 1, 0, 0, 0, 1})},     {"HFP", matrix({-1, 0, 0, 0, -1, 0, 0, 0, 1})},
    {"FFS", matrix({-1, 0, 0, 0, 1, 0, 0, 0, -1})},   {"FFP", matrix({1, 0, 0, 0, -1, 0, 0, 0, -1})},
    {"HFDR", matrix({0, 1, 0, -1, 0, 0, 0, 0, 1})},   {"HFDL", matrix({0, -1, 0, 1, 0, 0, 0, 0, 1})},
    {"FFDR", matrix({0, -1, 0, -1, 0, 0, 0, 0, -1})}, {"FFDL", matrix({0, 1, 0, 1, 0, 0, 0, 0, -1})}};

CArmGeometry geometryOf(const PositionerPose& pose) {
  CArmGeometry g;
  g.primary = pose.primary;
  g.secondary = pose.secondary;
  g.roll = pose.roll;
  g.isocentre = pose.isocentre;
  g.sourceToDetectorMm = 1195;
  g.sourceToIsocentreMm = 810;
  g.columnSpacingMm = g.rowSpacingMm = 0.308;
  g.columns = g.rows = 512;
  return g;
}

}  // namespace

TEST(IsocentreSystem, projectsAsTheStandardsMatricesInEveryPosition) {
  std::mt19937 random(4);
  std::uniform_real_distribution<double> angle(-80, 80), tilt(-15, 15), mm(-150, 150);
  for (const auto& [position, toTable] : kOnTable)
    for (int round = 0; round < 50; ++round) {
      IsocentreSystem s;
      s.primary = Angle::degrees(angle(random));
      s.secondary = Angle::degrees(angle(random) / 2);
      s.detectorRotation = Angle::degrees(angle(random));
      s.table = makeVector(mm(random), mm(random), mm(random));
      s.horizontal = Angle::degrees(tilt(random));
      s.headTilt = Angle::degrees(tilt(random));
      s.cradleTilt = Angle::degrees(tilt(random));
      const auto pose = poseOf(s, position);
      ASSERT_TRUE(pose) << position;
      const auto geometry = geometryOf(*pose);
      const Point place = makePoint(mm(random) / 2, mm(random) / 2, mm(random) / 2);
      const auto seen = Projection(geometry).project(pose->isocentre + place.GetVectorFromOrigin());
      const Vector onTable = toTable * (pose->isocentre + place.GetVectorFromOrigin()).GetVectorFromOrigin();
      const auto expected = slowProjection(s, onTable, 810, 1195, 0.308, {255.5, 255.5});
      ASSERT_TRUE(seen);
      EXPECT_NEAR(seen->column, expected.column, 1e-8) << position;
      EXPECT_NEAR(seen->row, expected.row, 1e-8) << position;
    }
}

TEST(IsocentreSystem, hasThePatientsAnglesForOneWhoLiesSupineHeadFirst) {
  IsocentreSystem s;
  s.primary = Angle::degrees(30);
  s.secondary = Angle::degrees(-12);
  const auto pose = poseOf(s, "HFS");
  ASSERT_TRUE(pose);
  EXPECT_NEAR(pose->primary.degrees(), 30, 1e-9);
  EXPECT_NEAR(pose->secondary.degrees(), -12, 1e-9);
  EXPECT_NEAR(pose->roll.degrees(), 0, 1e-9);
}

TEST(IsocentreSystem, turnsTheAnglesOfAProneOrFeetFirstPatient) {
  IsocentreSystem s;
  s.primary = Angle::degrees(30);
  s.secondary = Angle::degrees(10);
  EXPECT_NEAR(poseOf(s, "HFP")->primary.degrees(), -150, 1e-9);  // the detector, over the table, faces the back
  EXPECT_NEAR(poseOf(s, "FFS")->primary.degrees(), -30, 1e-9);
  EXPECT_NEAR(poseOf(s, "FFS")->secondary.degrees(), -10, 1e-9);
}

TEST(IsocentreSystem, putsTheIsocentreWhereTheTableWentFrom) {
  IsocentreSystem s;
  s.table = makeVector(10, -20, 30);
  EXPECT_LT((poseOf(s, "HFS")->isocentre - makePoint(-10, 20, -30)).GetNorm(), 1e-12);
  EXPECT_LT((poseOf(s, "HFP")->isocentre - makePoint(10, -20, -30)).GetNorm(), 1e-12);
}

TEST(IsocentreSystem, isUnknownForAPatientPositionThatIsNone) {
  EXPECT_FALSE(poseOf({}, ""));
  EXPECT_FALSE(poseOf({}, "SITTING"));
}

}  // namespace planning::fluoroscopy
