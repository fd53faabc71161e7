#include "planning/review/registration.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "planning/review/bone_registration.h"
#include "planning/review/moved_structure.h"
#include "tests/planning/review/made_controls.h"

namespace planning::review {
namespace {

/// The scan as the scanner would number its places had the patient lain elsewhere: the lattice moves, the voxels stay.
Volume displaced(const Volume& scan, const RigidMotion& motion, long firstSlice = 0, long slices = 1000) {
  const auto size = scan.hu->GetBufferedRegion().GetSize();
  slices = std::min(slices, long(size[2]) - firstSlice);
  Volume made = scan;
  made.hu = Volume::Image::New();
  made.hu->SetRegions(Volume::Image::SizeType{{size[0], size[1], static_cast<std::size_t>(slices)}});
  made.hu->SetSpacing(scan.hu->GetSpacing());
  Point origin;
  scan.hu->TransformIndexToPhysicalPoint({{0, 0, firstSlice}}, origin);
  made.hu->SetOrigin(motion(origin));
  auto direction = scan.hu->GetDirection();
  for (unsigned axis = 0; axis < 3; ++axis) {
    const Vector turned = motion(makeVector(direction(0, axis), direction(1, axis), direction(2, axis)));
    for (unsigned row = 0; row < 3; ++row) direction(row, axis) = turned[row];
  }
  made.hu->SetDirection(direction);
  made.hu->Allocate();
  const std::size_t pixels = size[0] * size[1];
  std::copy_n(scan.hu->GetBufferPointer() + static_cast<std::size_t>(firstSlice) * pixels,
              pixels * static_cast<std::size_t>(slices), made.hu->GetBufferPointer());
  made.identity.frameOfReferenceUid = "2.25.9";
  return made;
}

testdata::Lattice trunk(double acrossMm, double upMm) {
  testdata::Lattice lattice;
  lattice.step = makeVector(-acrossMm, -acrossMm, upMm);
  lattice.size = {{static_cast<std::size_t>(300 / acrossMm), static_cast<std::size_t>(220 / acrossMm),
                   static_cast<std::size_t>(200 / upMm)}};
  lattice.origin = makePoint(150, 90, -160);
  return lattice;
}

const Volume& planned() {
  static const Volume scan = testdata::makeLumbarPart(trunk(1.5, 2), 15, 1);
  return scan;
}
/// Another acquisition: other voxels, other noise.
const Volume& again() {
  static const Volume scan = testdata::makeLumbarPart(trunk(1.3, 2.5), 15, 2);
  return scan;
}

/// The largest distance, around the needle's region, between where places come to lie and where they belong.
double worstMm(const RigidMotion& found, const RigidMotion& truth) {
  double worst = 0;
  for (double x : {-40.0, 40.0})
    for (double y : {-10.0, 70.0})
      for (double z : {-70.0, -10.0}) {
        const Point place = makePoint(x, y, z);
        worst = std::max(worst, (found(truth(place)) - place).GetNorm());
      }
  return worst;
}

void expectRegistered(const Volume& control, const RigidMotion& truth, const char* what) {
  Progress progress;
  const auto fit = registerOnBone(control, planned(), progress);
  ASSERT_TRUE(fit) << what << " " << fit.error().code << " " << fit.error().detail;
  const double worst = worstMm(fit->controlToPlan, truth);
  std::printf("%s: worst %.2f mm, residual %.2f mm\n", what, worst, fit->residualMm);
  EXPECT_LE(worst, 0.5) << what;
  EXPECT_LE(fit->residualMm, 1) << what;
}

}  // namespace

TEST(Registration, findsKnownDisplacementsByBone) {
  const RigidMotion near(makeVector(1, 0, 0), Angle::degrees(2), makePoint(0, 0, -60), makeVector(3, -2, 4));
  const RigidMotion far(makeVector(0.3, -0.2, 1), Angle::degrees(9), makePoint(20, 30, -60), makeVector(-25, 18, 30));
  expectRegistered(displaced(again(), near), near, "small displacement");
  expectRegistered(displaced(again(), far), far, "large displacement");
}

TEST(Registration, findsTheLevelOfAFewSlicesAndIgnoresTheMetal) {
  const RigidMotion motion(makeVector(0, 0, 1), Angle::degrees(-5), makePoint(0, 30, -50), makeVector(12, -9, 60));
  Volume control = again();
  const auto path = controls::soundPath("lumbar-foraminal");
  control.hu = testdata::withNeedle(*control.hu, {path.entry, path.target}, {10, 60, 3});
  const auto index = control.hu->TransformPhysicalPointToContinuousIndex<double>(path.target);
  expectRegistered(displaced(control, motion, std::lround(index[2]) - 5, 10), motion, "ten slices");
}

TEST(Registration, refusesTooLittleBone) {
  Progress progress;
  Volume air = planned();
  air.hu = Volume::Image::New();
  air.hu->SetRegions(Volume::Image::SizeType{{40, 40, 10}});
  air.hu->Allocate();
  air.hu->FillBuffer(40);
  EXPECT_EQ(registerOnBone(air, planned(), progress).error().code, "bone-too-little");
}

TEST(Registration, isNoneInOneFrameOfReference) {
  Progress progress;
  const auto same = registrationOf({planned().identity, nullptr, again()}, {}, progress);
  ASSERT_TRUE(same);
  EXPECT_EQ(same->kind, RegistrationKind::SameFrame);
  EXPECT_EQ(same->residualMm, 0);
  EXPECT_TRUE(same->accepted);
  EXPECT_TRUE(controlToPlan(*same).isIdentity());
}

TEST(Registration, refusesAnotherPatientWithBothNamed) {
  Progress progress;
  Volume stranger = again();
  stranger.identity.patient.id = "SOMEBODY-ELSE";
  const auto refused = registrationOf({planned().identity, &planned(), stranger}, {}, progress);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "another-patient");
  EXPECT_NE(refused.error().detail.find("SOMEBODY-ELSE"), std::string::npos);
  EXPECT_NE(refused.error().detail.find("NEEDLEPLAN-DEMO"), std::string::npos);
}

TEST(Registration, wantsThePlannedScanInAnotherFrame) {
  Progress progress;
  const auto refused = registrationOf({planned().identity, nullptr, displaced(again(), {})}, {}, progress);
  EXPECT_EQ(refused.error().code, "plan-scan-needed");
}

TEST(Landmarks, bringBackAKnownMotionExactly) {
  const RigidMotion motion(makeVector(1, 2, -1), Angle::degrees(25), makePoint(3, 4, 5), makeVector(10, -20, 30));
  std::vector<Landmark> landmarks;
  for (const Point& p : {makePoint(0, 0, 0), makePoint(60, 0, 10), makePoint(0, 50, -20), makePoint(10, 10, 40)})
    landmarks.push_back({motion(p), p});
  const auto fit = fitLandmarks(landmarks);
  ASSERT_TRUE(fit);
  EXPECT_LT(worstMm(fit->controlToPlan, motion), 1e-9);
  EXPECT_LT(fit->residualMm, 1e-9);
}

TEST(Landmarks, twoTakeTheLeastTurn) {
  // A line along x comes to run along y: 90 degrees about z, nothing about the line itself.
  const auto fit = fitLandmarks({{makePoint(0, 0, 0), makePoint(5, 5, 5)}, {makePoint(40, 0, 0), makePoint(5, 45, 5)}});
  ASSERT_TRUE(fit);
  EXPECT_LT((fit->controlToPlan(makePoint(40, 0, 0)) - makePoint(5, 45, 5)).GetNorm(), 1e-9);
  EXPECT_LT((fit->controlToPlan(makePoint(0, 0, 10)) - makePoint(5, 5, 15)).GetNorm(), 1e-9);
}

TEST(Landmarks, sayHowFarApartTheyStay) {
  // The control's pair is 2 mm longer: each end stays 1 mm off.
  const auto fit = fitLandmarks({{makePoint(0, 0, 0), makePoint(0, 0, 0)}, {makePoint(42, 0, 0), makePoint(40, 0, 0)}});
  ASSERT_TRUE(fit);
  EXPECT_NEAR(fit->residualMm, 1, 1e-9);
}

TEST(Landmarks, areRefusedWhenTheyCannotSayEnough) {
  EXPECT_EQ(fitLandmarks({{makePoint(0, 0, 0), makePoint(0, 0, 0)}}).error().code, "landmarks-too-few");
  EXPECT_EQ(
      fitLandmarks({{makePoint(0, 0, 0), makePoint(0, 0, 0)}, {makePoint(9, 0, 0), makePoint(9, 0, 0)}}).error().code,
      "landmarks-too-near");
}

TEST(Landmarks, residualIsNeverBetterThanAClick) {
  Progress progress;
  const auto registration =
      registrationOf({planned().identity, nullptr, again()},
                     {{makePoint(0, 0, 0), makePoint(0, 0, 0)}, {makePoint(40, 0, 0), makePoint(40, 0, 0)}}, progress);
  ASSERT_TRUE(registration);
  EXPECT_EQ(registration->kind, RegistrationKind::Landmarks);
  EXPECT_NEAR(registration->residualMm, again().hu->GetSpacing().GetNorm() / 2, 1e-9);
  EXPECT_FALSE(registration->accepted);
}

TEST(RigidMotion, comesBackByItsInverse) {
  const RigidMotion motion(makeVector(1, 2, 3), Angle::degrees(40), makePoint(7, 8, 9), makeVector(1, 2, 3));
  EXPECT_LT((motion.inverse()(motion(makePoint(10, 20, 30))) - makePoint(10, 20, 30)).GetNorm(), 1e-12);
  EXPECT_LT((motion(makePoint(7, 8, 9)) - makePoint(8, 10, 12)).GetNorm(), 1e-12);
}

TEST(MovedStructure, keepsItsDistancesAndAddsTheResidual) {
  anatomy::Structure ball;
  ball.name = "Ball";
  const auto mask = anatomy::Mask::New();
  mask->SetRegions(anatomy::Mask::SizeType{{20, 20, 20}});
  mask->Allocate(true);
  for (long k = 5; k < 15; ++k)
    for (long j = 5; j < 15; ++j)
      for (long i = 5; i < 15; ++i) mask->SetPixel({{i, j, k}}, 1);
  ball.shape = mask;
  const auto measured = anatomy::measure(ball);
  const RigidMotion motion(makeVector(0.2, 1, 0.4), Angle::degrees(33), makePoint(1, 2, 3), makeVector(10, 20, 30));
  const auto brought = moved(measured, motion, 0.7);
  EXPECT_NEAR(brought.errorBoundMm, measured.errorBoundMm + 0.7, 1e-12);
  EXPECT_NEAR(brought.structure.registrationResidualMm, 0.7, 1e-12);
  const Segment axis{makePoint(-20, 3, 4), makePoint(2, 30, 9)};
  const auto before = measured.field->distance(axis), after = brought.field->distance(motion(axis));
  EXPECT_NEAR(after.distanceMm, before.distanceMm, 1e-5);
  EXPECT_LT((after.onStructure - motion(before.onStructure)).GetNorm(), 1e-5);
  // Measured afresh where it lies, it is the same.
  const auto afresh = anatomy::measure(brought.structure);
  EXPECT_NEAR(afresh.field->distance(motion(axis)).distanceMm, before.distanceMm, 1e-4);
  EXPECT_EQ(brought.surface->triangles.size(), measured.surface->triangles.size());
}

}  // namespace planning::review
