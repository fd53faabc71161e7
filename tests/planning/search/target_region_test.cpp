#include "planning/search/target_region.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "planning/anatomy/level_span.h"
#include "tests/planning/search/lumbar_ground.h"

// Regions in the drawn lumbar body against where it was drawn: with its structures, and with nothing given.
namespace planning {
namespace {

using anatomy::Side;
using support::lumbarGround;

const std::vector<anatomy::MeasuredStructure>& nothing() {
  static const std::vector<anatomy::MeasuredStructure> none;
  return none;
}

Expected<TargetRegion> regionOf(const std::string& route, const std::string& level, std::optional<Side> side,
                                bool given) {
  const auto& ground = lumbarGround();
  return targetRegion({ground.phantom.volume, ground.counted, given ? ground.given : nothing()}, route, level, side);
}

const testdata::Level& drawnLevel(const std::string& name) {
  const auto& levels = lumbarGround().drawn.levels;
  return *std::find_if(levels.begin(), levels.end(), [&](const auto& level) { return level.name == name; });
}

double nearest(const TargetRegion& region, const Point& aim) {
  double least = 1e9;
  for (const auto& sample : region.samples) least = std::min(least, (sample.place - aim).GetNorm());
  return least;
}

double signOf(Side side) {
  return side == Side::Left ? 1 : -1;
}

/// The joint's posterior end: 5 mm from its middle along its turn, as the answers of the body have it.
Point recessOf(const testdata::Level& level, Side side) {
  const double turn = level.facetTurn.radians();
  return level.frame.toPatient(signOf(side) * (level.facetX + 5 * std::sin(turn)),
                               testdata::kFacetP + 5 * std::cos(turn), 0);
}

}  // namespace

TEST(TargetRegion, ofAForamenIsNearItsDrawnAimAndNeverInTheUpperThird) {
  for (const bool given : {false, true})
    for (const char* name : {"L3-L4", "L4-L5"})
      for (const Side side : {Side::Left, Side::Right}) {
        const auto region = regionOf("lumbar-foraminal", name, side, given);
        ASSERT_TRUE(region) << name << " " << region.error().code;
        const auto& level = drawnLevel(name);
        const Point aim = level.frame.toPatient(signOf(side) * level.facetX, 18.5, .5);
        EXPECT_LT(nearest(*region, aim), 3) << name << given;
        EXPECT_LT((region->middle() - aim).GetNorm(), std::string(name) == "L4-L5" ? 3 : 4) << name << given;
        auto all = region->samples;
        all.insert(all.end(), region->around.begin(), region->around.end());
        for (const auto& sample : all) {
          const auto at = anatomy::inForamen(lumbarGround().counted.levels, std::string(name, 2), sample.place);
          ASSERT_TRUE(at);
          EXPECT_GE(at->belowMm - anatomy::kPedicleEdgeMm, at->heightMm / 3) << name;
          const auto lateral = anatomy::fromCanalMm(lumbarGround().counted.levels, sample.place);
          ASSERT_TRUE(lateral);
          EXPECT_GT(*lateral * signOf(side), 7) << name << ": no part of the canal, sac or no sac";
        }
      }
}

TEST(TargetRegion, ofAForamenTakesTheRootForTheLevelSlow) {
  const auto byRoot = regionOf("lumbar-foraminal", "L4", Side::Left, true);
  const auto byDisc = regionOf("lumbar-foraminal", "L4-L5", Side::Left, true);
  ASSERT_TRUE(byRoot && byDisc);
  EXPECT_EQ(byRoot->middle(), byDisc->middle());
}

TEST(TargetRegion, ofAFacetJointIsItsPosteriorRecess) {
  for (const bool given : {false, true})
    for (const char* name : {"L3-L4", "L4-L5"})
      for (const Side side : {Side::Left, Side::Right}) {
        const auto region = regionOf("lumbar-facet", name, side, given);
        ASSERT_TRUE(region) << name << " " << region.error().code;
        EXPECT_LT((region->middle() - recessOf(drawnLevel(name), side)).GetNorm(), 3) << name << given;
      }
}

TEST(TargetRegion, ofADiscIsItsMiddleThirdSlow) {
  for (const bool given : {false, true})
    for (const char* name : {"L3-L4", "L4-L5", "L5-S1"}) {
      const auto region = regionOf("intradiscal", name, Side::Left, given);
      ASSERT_TRUE(region) << name << " " << region.error().code;
      const auto& level = drawnLevel(name);
      EXPECT_LT((region->middle() - level.frame.toPatient(0, 0, 0)).GetNorm(), 3) << name << given;
      for (const auto& sample : region->samples) {
        EXPECT_LE(std::abs(sample.place[0]), level.halfWidth / 2) << name;
        EXPECT_LE((sample.place - region->middle()).GetNorm(), level.halfWidth / 2) << name;
      }
    }
}

// The drawn fat lies between the sac's back (p 28.6) and the canal's (p 34.2).
TEST(TargetRegion, behindTheSacIsTheFatBetweenTheLaminaeSlow) {
  for (const bool given : {false, true}) {
    const auto region = regionOf("lumbar-interlaminar", "L4-L5", std::nullopt, given);
    ASSERT_TRUE(region) << region.error().code;
    const Vector off = region->middle() - drawnLevel("L4-L5").frame.toPatient(0, 31.8, -6);
    EXPECT_LT(std::abs(dot(off, region->front)), 2) << given;
    EXPECT_LT(off.GetNorm(), 3) << given;
    EXPECT_LT(std::abs(region->middle()[0]), 2);
    double front = -1e9;
    for (const auto& sample : region->samples)
      front = std::max(front, dot(sample.place - region->middle(), region->front));
    for (const auto& sample : region->around)
      EXPECT_LT(dot(sample.place - region->middle(), region->front), front + 3) << "the sac lies there";
  }
}

TEST(TargetRegion, ofTheSacralHiatusIsWhereItsRoofEndsSlow) {
  const auto region = regionOf("caudal", "S4-S5", std::nullopt, false);
  ASSERT_TRUE(region) << region.error().code;
  EXPECT_LT((region->middle() - lumbarGround().drawn.sacrum[4].frame.toPatient(0, 9, 5)).GetNorm(), 5);
  EXPECT_GT(region->lateral[0], 0.9);
  EXPECT_LT(regionOf("caudal", "S4-S5", Side::Right, false)->lateral[0], -0.9) << "to the plan's side";
}

// L5's laminae overlap the sacrum's roof in the drawing: there is no gap at right angles to the canal.
TEST(TargetRegion, isRefusedWhereNoGapIsSeenSlow) {
  EXPECT_EQ(regionOf("lumbar-interlaminar", "L5-S1", std::nullopt, true).error().code, "laminar-gap-not-seen");
}

TEST(TargetRegion, isSortedAndItsSurroundingsTooSlow) {
  const auto region = regionOf("lumbar-facet", "L4-L5", Side::Left, true);
  ASSERT_TRUE(region);
  const auto falls = [](const RegionSample& a, const RegionSample& b) { return a.preference > b.preference; };
  EXPECT_TRUE(std::is_sorted(region->samples.begin(), region->samples.end(), falls));
  EXPECT_TRUE(std::is_sorted(region->around.begin(), region->around.end(), falls));
  for (const auto& sample : region->around)
    EXPECT_LE((sample.place - region->middle()).GetNorm(), kAroundRegionMm + 1e-9);
  EXPECT_GT(region->lateral[0], 0.9);
}

TEST(TargetRegion, refusesWhatItCannotTell) {
  EXPECT_EQ(regionOf("general", "L4-L5", Side::Left, true).error().code, "no-target-region");
  EXPECT_EQ(regionOf("cervical-foraminal", "C6", Side::Left, true).error().code, "no-target-region");
  EXPECT_EQ(regionOf("lumbar-foraminal", "S1", Side::Left, true).error().code, "no-target-region");
  EXPECT_EQ(regionOf("lumbar-foraminal", "L4-L5", std::nullopt, true).error().code, "no-side");
  EXPECT_EQ(regionOf("lumbar-facet", "L1-L2", Side::Left, true).error().code, "level-not-counted");
  anatomy::CountedSpine unsure = lumbarGround().counted;
  for (auto& level : unsure.levels) level.sure = level.name != "L4";
  for (const char* level : {"L3-L4", "L4-L5"}) {
    const auto region =
        targetRegion({lumbarGround().phantom.volume, unsure, nothing()}, "lumbar-facet", level, Side::Left);
    ASSERT_FALSE(region) << level;
    EXPECT_EQ(region.error().code, "level-not-sure") << level;
    EXPECT_EQ(region.error().detail, "L4") << level;
  }
  EXPECT_EQ(targetRegion({lumbarGround().phantom.volume, {}, nothing()}, "caudal", "S4-S5", {}).error().code,
            "no-spine");
}

TEST(TargetRegion, ofAForamenIsRefusedInThickSlicesSlow) {
  Volume thick = lumbarGround().phantom.volume;
  const auto image = Volume::Image::New();
  image->Graft(thick.hu);
  auto spacing = image->GetSpacing();
  spacing[2] = 2.5;
  image->SetSpacing(spacing);
  thick.hu = image;
  const auto region = targetRegion({thick, lumbarGround().counted, nothing()}, "lumbar-foraminal", "L4-L5", Side::Left);
  ASSERT_FALSE(region);
  EXPECT_EQ(region.error().code, "target-slices-too-thick");
  EXPECT_EQ(region.error().detail, "2.5 mm");
}

}  // namespace planning
