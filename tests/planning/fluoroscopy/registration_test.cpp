#include "planning/fluoroscopy/registration.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "tests/support/small_case.h"

// The demo's C-arm over the small phantom: pictures with noise and another contrast than the radiograph's, truth known.

namespace planning::fluoroscopy {
namespace {

constexpr double kAround = 40;  // mm around the target in which errors are counted

const testdata::PhantomAnswer& needle() {
  return support::smallPhantom().answers.front();
}

Point isocentre() {
  return needle().target + makeVector(-12, 8, 5);
}

CArmGeometry view(double primaryDeg, double secondaryDeg) {
  CArmGeometry g;
  g.primary = Angle::degrees(primaryDeg);
  g.secondary = Angle::degrees(secondaryDeg);
  g.sourceToDetectorMm = 1000;
  g.sourceToIsocentreMm = 700;
  g.columnSpacingMm = g.rowSpacingMm = 0.6;
  g.columns = g.rows = 384;
  return g;
}

/// What the C-arm would store, its isocentre forgotten: darker where more is absorbed, bent contrast, noise.
RegistrationFrame frameOf(double primaryDeg, double secondaryDeg) {
  RegistrationFrame frame{view(primaryDeg, secondaryDeg), {}};
  auto placed = frame.view;
  placed.isocentre = isocentre();
  Progress progress;
  const auto made = *makeRadiograph(support::smallPhantom().volume, placed, 1.1, progress);
  std::mt19937 random(2);
  std::normal_distribution<double> noise(0, 6);
  for (const float value : made.attenuation)
    frame.values.push_back(
        static_cast<float>(std::lround(4000 * std::exp(-0.4 * static_cast<double>(value)) + noise(random))));
  return frame;
}

RigidPose truth() {
  return poseAround(isocentre());
}

/// Off by 11 mm and 4 degrees.
RigidPose displaced() {
  return moved(truth(), makeVector(0.03, -0.04, 0.05), makePoint(12, -8, -5), makeVector(8, -6, 5));
}

RegistrationOptions options() {
  RegistrationOptions made;
  made.pivot = needle().target;
  return made;
}

/// Across the first view's picture, at the target; and along its beam.
std::pair<double, double> acrossAndAlong(const RigidPose& pose) {
  const Vector error = pose.apply(needle().target) - truth().apply(needle().target);
  const Projection carm(view(0, 0));
  const double along = dot(error, carm.towardDetector());
  return {(error - carm.towardDetector() * along).GetNorm(), std::abs(along)};
}

}  // namespace

TEST(FrameRegistration, findsThePoseAgainFromTwoViewsSlow) {
  const std::vector<RegistrationFrame> frames{frameOf(0, 0), frameOf(35, 5)};
  EXPECT_GT(differenceMm(displaced(), truth(), needle().target, kAround), 10);
  Progress progress;
  const auto found = registerToFrames(support::smallPhantom().volume, frames, displaced(), options(), progress);
  ASSERT_TRUE(found) << found.error().code << " " << found.error().detail;
  EXPECT_LT(differenceMm(found->pose, truth(), needle().target, kAround), 1.0);
  EXPECT_LT(found->residualMm, 0.5);
  EXPECT_FALSE(found->depthErrorMm);
  RecordProperty("error_um", static_cast<int>(1000 * differenceMm(found->pose, truth(), needle().target, kAround)));
}

TEST(FrameRegistration, fromOneViewIsTrueAcrossThePictureAndSaysWhatItCannotSee) {
  Progress progress;
  const auto found =
      registerToFrames(support::smallPhantom().volume, {frameOf(0, 0)}, displaced(), options(), progress);
  ASSERT_TRUE(found) << found.error().code << " " << found.error().detail;
  const auto [across, along] = acrossAndAlong(found->pose);
  EXPECT_LT(across, 0.7);
  ASSERT_TRUE(found->depthErrorMm);
  EXPECT_LT(along, 15);
  RecordProperty("across_um", static_cast<int>(1000 * across));
  RecordProperty("along_um", static_cast<int>(1000 * along));
  RecordProperty("said_along_um", static_cast<int>(1000 * *found->depthErrorMm));
  RecordProperty("residual_um", static_cast<int>(1000 * found->residualMm));
}

TEST(FrameRegistration, measuresWhatAPersonDidByHand) {
  Progress progress;
  const std::vector<RegistrationFrame> frames{frameOf(0, 0)};
  auto limits = options();
  limits.largestResidualMm = 10;
  const auto exact = checkRegistration(support::smallPhantom().volume, frames, truth(), limits, progress);
  ASSERT_TRUE(exact) << exact.error().code;
  EXPECT_LT(exact->residualMm, 0.3);
  const auto off = moved(truth(), makeVector(0, 0, 0), makePoint(0, 0, 0), makeVector(2, 0, 1.5));
  const auto beside = checkRegistration(support::smallPhantom().volume, frames, off, limits, progress);
  ASSERT_TRUE(beside) << beside.error().code;
  EXPECT_NEAR(beside->residualMm, 2.5, 0.4);
  limits.largestResidualMm = 2;
  const auto refused = checkRegistration(support::smallPhantom().volume, frames, off, limits, progress);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "residual-too-large");
}

TEST(FrameRegistration, refusesAFrameThatShowsSomethingElse) {
  RegistrationFrame noise{view(0, 0), {}};
  std::mt19937 random(9);
  std::uniform_real_distribution<float> value(0, 4000);
  for (int i = 0; i < 384 * 384; ++i) noise.values.push_back(value(random));
  Progress progress;
  const auto made = checkRegistration(support::smallPhantom().volume, {noise}, truth(), options(), progress);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "frames-show-too-little");
}

TEST(FrameRegistration, stopsWhenAsked) {
  struct Stop : Progress {
    bool stopRequested() const override { return true; }
  } stop;
  const auto made = registerToFrames(support::smallPhantom().volume, {frameOf(0, 0)}, truth(), options(), stop);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "cancelled");
}

}  // namespace planning::fluoroscopy
