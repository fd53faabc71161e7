#include "planning/review/needle_finder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>

#include "planning/needle/needle.h"
#include "tests/planning/review/made_controls.h"

namespace planning::review {
namespace {

using controls::partAround;
using controls::soundPath;
using testdata::Artefacts;
using testdata::DrawnNeedle;

Volume withNeedles(const Volume& scan, const std::vector<DrawnNeedle>& needles, const Artefacts& artefacts) {
  Volume control = scan;
  for (const auto& needle : needles) control.hu = testdata::withNeedle(*control.hu, needle, artefacts);
  return control;
}

Expected<FoundNeedle> find(const Volume& control, const needle::Trajectory& planned) {
  Progress progress;
  return findNeedle(control, {planned}, progress);
}

/// Where the drawn course goes through the skin: the phantom's is level there, so what counts is across the needle.
double acrossMm(const FoundNeedle& found, const Point& entry) {
  return cross(found.trajectory.entry - entry, found.trajectory.direction()).GetNorm();
}

double apartDeg(const Vector& a, const Vector& b) {
  return Angle::radians(std::atan2(cross(a, b).GetNorm(), dot(a, b))).degrees();
}

/// The largest error of each kind over many controls.
struct Worst {
  double tipMm = 0, angleDeg = 0, bendMm = 0, acrossMm = 0, tipInBounds = 0, angleInBounds = 0;
  int cases = 0, refused = 0, exact = 0;  ///< exact: within 1 mm and 1 degree

  void print(const char* what) const {
    std::printf(
        "%s: %d needles, %d refused, %d within 1 mm and 1 deg; tip %.2f mm (%.2f of its bound), angle %.2f deg (%.2f "
        "of its bound), bend "
        "%.2f mm, entry across %.2f mm\n",
        what, cases, refused, exact, tipMm, tipInBounds, angleDeg, angleInBounds, bendMm, acrossMm);
  }
};

void addCase(Worst& worst, const Volume& scan, const needle::Trajectory& planned, const DrawnNeedle& drawn,
             unsigned seed) {
  const Artefacts artefacts{10.0 + 10.0 * (seed % 3), 50.0 * (seed % 4), seed};
  const auto found = find(withNeedles(scan, {drawn}, artefacts), planned);
  ++worst.cases;
  if (!found) {
    ++worst.refused;
    EXPECT_EQ(found.error().code, "needle-too-faint") << "seed " << seed << " " << drawn.diameterMm << " mm";
    return;
  }
  const double tip = (found->trajectory.target - drawn.tip).GetNorm();
  // The direction between the places that are seen: the drawn entry may lie a little off the skin.
  const double length = found->trajectory.pathLengthMm();
  const Vector truth = drawn.tip - drawn.at(drawn.lengthMm() - length);
  const double angle = apartDeg(found->trajectory.direction(), truth);
  EXPECT_LE(tip, 1.25) << "seed " << seed << " " << drawn.diameterMm << " mm";
  EXPECT_LE(tip, found->tipBoundMm) << "seed " << seed << " " << drawn.diameterMm << " mm";
  EXPECT_LE(angle, found->angleBound.degrees()) << "seed " << seed << " " << drawn.diameterMm << " mm";
  worst.exact += tip <= 1 && angle <= 1 ? 1 : 0;
  EXPECT_TRUE(found->entrySeen);
  worst.tipMm = std::max(worst.tipMm, tip);
  worst.tipInBounds = std::max(worst.tipInBounds, tip / found->tipBoundMm);
  worst.angleDeg = std::max(worst.angleDeg, angle);
  worst.angleInBounds = std::max(worst.angleInBounds, angle / found->angleBound.degrees());
  worst.acrossMm = std::max(worst.acrossMm, acrossMm(*found, drawn.at(drawn.lengthMm() - length)));
  worst.bendMm = std::max(worst.bendMm, std::abs(found->bendMm - drawn.bend.GetNorm()));
}

/// 18 needles of one gauge and form in six scans.
Worst manyCases(int gauge, bool bent, unsigned firstSeed = 0) {
  Worst worst;
  unsigned seed = firstSeed + static_cast<unsigned>(gauge) * 100 + (bent ? 50 : 0);
  for (const char* route : {"lumbar-foraminal", "lumbar-facet", "lumbar-interlaminar"})
    for (const Vector& voxel : {makeVector(0.75, 0.75, 1.5), makeVector(0.6, 0.6, 1)}) {
      const auto planned = soundPath(route);
      const Volume scan = partAround(planned, voxel, ++seed);
      for (int n = 0; n < 3; ++n, ++seed)
        addCase(worst, scan, planned, controls::placed(planned, *needle::outerDiameterMm(gauge), bent, seed), seed);
    }
  worst.print((std::to_string(gauge) + (bent ? "G bent" : "G straight")).c_str());
  return worst;
}

}  // namespace

// Together 108 made-up controls: all within 1 mm and 1 degree, and within the bounds that are stated.
TEST(NeedleFinder, finds18NeedlesOf22G) {
  EXPECT_EQ(manyCases(22, false).exact, 18);
}
TEST(NeedleFinder, finds90MoreOfThreeGaugesStraightAndBentSlow) {
  int exact = 0;
  for (const auto& [gauge, bent] :
       {std::pair(18, false), std::pair(18, true), std::pair(22, true), std::pair(25, false), std::pair(25, true)})
    exact += manyCases(gauge, bent).exact;
  EXPECT_EQ(exact, 90);
}

// Seeds that the finder's numbers were not chosen on: whatever is said is within its bound.
TEST(NeedleFinder, findsNearlyAllOnSeedsOfTheirOwnSlow) {
  int exact = 0;
  for (const int gauge : {18, 22, 25})
    for (const bool bent : {false, true}) exact += manyCases(gauge, bent, 300000).exact;
  EXPECT_GE(exact, 105);  // of 108; 25G among bones is refused now and then
}

TEST(NeedleFinder, refusesATipThatStreaksAndBoneHide) {
  const auto planned = soundPath("lumbar-facet");
  const Volume scan = partAround(planned, makeVector(0.6, 0.6, 2.5), 77);
  const auto drawn = controls::placed(planned, 0.514, false, 1);
  const auto found = find(withNeedles(scan, {drawn}, {25, 180, 1}), planned);
  ASSERT_FALSE(found) << (found->trajectory.target - drawn.tip).GetNorm() << " mm off";
  EXPECT_EQ(found.error().code, "needle-too-faint");
}

// Thin needles in thick slices, full of streaks: what is said is right, or nothing is.
TEST(NeedleFinder, isRightOrRefusesWhereTheNeedleIsFaintSlow) {
  int right = 0, refused = 0;
  for (const char* route : {"lumbar-foraminal", "lumbar-facet", "lumbar-interlaminar"}) {
    const auto planned = soundPath(route);
    const Volume scan = partAround(planned, makeVector(0.6, 0.6, 2.5), 77);
    for (unsigned seed = 1; seed <= 8; ++seed) {
      const auto drawn = controls::placed(planned, 0.514, seed % 2 == 0, seed);
      const auto found = find(withNeedles(scan, {drawn}, {25, 180, seed}), planned);
      if (!found) {
        ++refused;
        continue;
      }
      ++right;
      EXPECT_LE((found->trajectory.target - drawn.tip).GetNorm(), found->tipBoundMm) << route << seed;
    }
  }
  std::printf("faint: %d right, %d refused\n", right, refused);
}

TEST(NeedleFinder, refusesWhereThereIsNone) {
  for (const char* route : {"lumbar-foraminal", "lumbar-facet", "lumbar-interlaminar", "caudal"})
    for (unsigned seed = 1; seed <= 3; ++seed) {
      const auto planned = soundPath(route);
      const auto found = find(partAround(planned, makeVector(0.75, 0.75, 1.5), seed), planned);
      ASSERT_FALSE(found) << route << " " << seed;
      EXPECT_EQ(found.error().code, "no-needle-found");
    }
}

TEST(NeedleFinder, refusesTwoThatLieAsNear) {
  const auto planned = soundPath("lumbar-foraminal");
  const Volume scan = partAround(planned, makeVector(0.75, 0.75, 1.5), 7);
  DrawnNeedle one{planned.entry + makeVector(5, 0, 0), planned.target + makeVector(5, 0, 0)};
  DrawnNeedle other{planned.entry - makeVector(5, 0, 0), planned.target - makeVector(5, 0, 0)};
  const auto found = find(withNeedles(scan, {one, other}, {10, 50, 3}), planned);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "several-needles");
  EXPECT_EQ(found.error().detail, "2");
}

TEST(NeedleFinder, takesTheOneThatIsClearlyNearer) {
  const auto planned = soundPath("lumbar-foraminal");
  const Volume scan = partAround(planned, makeVector(0.75, 0.75, 1.5), 8);
  DrawnNeedle one{planned.entry + makeVector(2, 0, 0), planned.target + makeVector(1, 0, 0)};
  DrawnNeedle other{planned.entry - makeVector(20, 0, 0), planned.target - makeVector(18, 0, 0)};
  const auto found = find(withNeedles(scan, {one, other}, {10, 50, 3}), planned);
  ASSERT_TRUE(found) << found.error().code;
  EXPECT_LE((found->trajectory.target - one.tip).GetNorm(), 1);
}

TEST(NeedleFinder, saysWhenTheSkinIsNotInTheControl) {
  const auto planned = soundPath("lumbar-foraminal");
  const Volume scan = partAround(planned, makeVector(0.75, 0.75, 1.5), 9);
  // Steep toward the feet: the slices end before the needle is out of the body.
  DrawnNeedle steep{planned.target + makeVector(4, 45, 45), planned.target};
  const auto found = find(withNeedles(scan, {steep}, {10, 50, 3}), {steep.entry, steep.tip});
  ASSERT_TRUE(found) << found.error().code;
  EXPECT_FALSE(found->entrySeen);
  EXPECT_LE((found->trajectory.target - steep.tip).GetNorm(), 1);
}

TEST(NeedleFinder, saysWhenTheTipIsNotInTheControl) {
  const auto planned = soundPath("lumbar-foraminal");
  const Volume scan = partAround(planned, makeVector(0.75, 0.75, 1.5), 9);
  DrawnNeedle past{planned.entry, planned.target + makeVector(0, 0, 30)};
  const auto found = find(withNeedles(scan, {past}, {10, 50, 3}), planned);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "needle-tip-not-seen");
}

TEST(NeedleFinder, findsTheNeedleInThreeThickSlices) {
  const auto planned = soundPath("lumbar-foraminal");
  const double middle = (planned.entry[2] + planned.target[2]) / 2;
  testdata::Lattice lattice;
  lattice.size = {{200, 180, 3}};
  lattice.step = makeVector(-0.7, -0.7, 5);
  lattice.origin = makePoint(planned.target[0] + 70, planned.entry[1] + 35, middle - 5);
  const Volume scan = testdata::makeLumbarPart(lattice, 12, 4);
  DrawnNeedle needle{planned.entry + makeVector(3, 0, 0), planned.target + makeVector(-2, 8, 0)};
  needle.diameterMm = 1.27;  // 18G: a 22G needle is refused as too faint in slices of 5 mm
  needle.entry[2] = middle + 1, needle.tip[2] = middle - 1;
  const auto found = find(withNeedles(scan, {needle}, {10, 40, 5}), planned);
  ASSERT_TRUE(found) << found.error().code;
  EXPECT_LE((found->trajectory.target - needle.tip).GetNorm(), found->tipBoundMm);
  EXPECT_LE(apartDeg(found->trajectory.direction(), needle.tip - needle.entry), 1.5);
}

TEST(NeedleFinder, stopsWhenAsked) {
  class Stopped : public Progress {
    bool stopRequested() const override { return true; }
  } progress;
  const auto planned = soundPath("lumbar-foraminal");
  const Volume scan = partAround(planned, makeVector(1.5, 1.5, 3), 1);
  EXPECT_EQ(findNeedle(scan, {planned}, progress).error().code, "cancelled");
}

}  // namespace planning::review
