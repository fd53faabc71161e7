#include "planning/anatomy/spine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "planning/anatomy/bone.h"
#include "planning/anatomy/course.h"
#include "planning/anatomy/disc_row.h"
#include "planning/anatomy/expected_nerves.h"
#include "planning/anatomy/levels.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/tube_cut.h"
#include "testdata/lumbar_phantom.h"
#include "tests/support/surface_gap.h"

namespace planning::anatomy {
namespace {

/// The demo's body, coarser, and the spine that is found in its bone: made once.
struct Body {
  testdata::Phantom phantom;
  std::shared_ptr<const Spine> spine;

  Body() {
    testdata::PhantomOptions options;
    options.columns = options.rows = 256;
    options.slices = 120;
    phantom = testdata::makeLumbarPhantom(options);
    Progress progress;
    const auto bone = findBone(phantom.volume, progress);
    if (!bone) throw std::runtime_error(bone.error().code);
    auto found = findSpine(phantom.volume, progress);
    if (!found) throw std::runtime_error(found.error().code);
    found->bone = std::get<Mask::Pointer>(bone->structure.shape);
    spine = std::make_shared<const Spine>(std::move(*found));
  }
  const testdata::Shape& shape(const std::string& name) const {
    for (const auto& made : phantom.structures)
      if (made.structure.name == name) return *made.shape;
    throw std::runtime_error("no " + name);
  }
};

const Body& body() {
  static const Body made;
  return made;
}

const CountedLevel* named(const CountedSpine& counted, const std::string& name) {
  const auto found = std::find_if(counted.levels.begin(), counted.levels.end(),
                                  [&](const CountedLevel& level) { return level.name == name; });
  return found == counted.levels.end() ? nullptr : &*found;
}

/// A spine drawn as the signs of its discs, a place a millimetre.
std::vector<double> drawn(std::size_t length, const std::vector<std::size_t>& discs) {
  std::vector<double> signs(length);
  for (const std::size_t disc : discs)
    for (std::size_t n = 0; n < length; ++n)
      signs[n] += 1.2 * std::exp(-0.5 * std::pow((static_cast<double>(n) - static_cast<double>(disc)) / 2.5, 2));
  return signs;
}

std::vector<std::size_t> placesOf(const std::vector<RowDisc>& row) {
  std::vector<std::size_t> places;
  for (const RowDisc& disc : row) places.push_back(disc.place);
  return places;
}

std::vector<double> everyMillimetre(std::size_t length) {
  std::vector<double> along(length);
  for (std::size_t n = 0; n < length; ++n) along[n] = static_cast<double>(n);
  return along;
}

}  // namespace

TEST(Course, staysALineWhenSmoothedAndIsMeasuredAlong) {
  std::vector<Point> line;
  for (int n = 0; n < 30; ++n) line.push_back(makePoint(2.0 * n, 0, n));
  const auto smooth = smoothed(line, 2);
  EXPECT_NEAR((smooth[15] - line[15]).GetNorm(), 0, 1e-9);
  const auto even = resampled(line, 1);
  EXPECT_EQ(even.size(), static_cast<std::size_t>(29 * std::sqrt(5.0)) + 1);
  EXPECT_NEAR((even[7] - even[6]).GetNorm(), 1, 1e-9);
  EXPECT_NEAR(directionsOf(even, 3)[20][0], 2 / std::sqrt(5.0), 1e-9);
}

// L5-S1, L4-L5 ... with L5 34 mm tall, L4 36, L3 37, L2 36.
TEST(DiscRow, findsTheDiscsThatWereDrawn) {
  const std::vector<std::size_t> discs{20, 54, 90, 127, 163};
  const std::vector<double> depths(190, 32.0);
  const auto signs = drawn(190, discs);
  EXPECT_EQ(placesOf(bestDiscRow(signs, everyMillimetre(190), depths)), discs);
  const auto named = bestDiscRow(signs, everyMillimetre(190), depths, NamedPlace{108, 21});
  ASSERT_EQ(placesOf(named), discs);
  EXPECT_EQ(levelNames()[named.front().level], "L5");
  for (const RowDisc& disc : named) EXPECT_GT(disc.margin, 0.5) << disc.place;
}

// Marrow that is dark between two bright plates, as clear as a disc: a vertebra of half a height is none.
TEST(DiscRow, passesWhatLooksLikeADiscInMarrow) {
  const std::vector<double> depths(190, 32.0);
  const auto named =
      bestDiscRow(drawn(190, {20, 54, 72, 90, 127, 163}), everyMillimetre(190), depths, NamedPlace{108, 21});
  EXPECT_EQ(placesOf(named), (std::vector<std::size_t>{20, 54, 90, 127, 163}));
}

TEST(DiscRow, bridgesADiscThatIsNotSeen) {
  const std::vector<double> depths(190, 32.0);
  const auto named = bestDiscRow(drawn(190, {20, 54, 127, 163}), everyMillimetre(190), depths, NamedPlace{145, 20});
  ASSERT_EQ(named.size(), 5u);
  EXPECT_NEAR(static_cast<double>(named[2].place), 90, 4);
}

TEST(DiscRow, isEmptyWhereNothingIsClear) {
  EXPECT_TRUE(bestDiscRow(std::vector<double>(100, 0.0), everyMillimetre(100), std::vector<double>(100, 30.0)).empty());
}

TEST(Levels, areNamedUpwardFromTheSacrum) {
  EXPECT_EQ(levelAbove("L5"), "L4");
  EXPECT_EQ(levelAbove("L1"), "T12");
  EXPECT_EQ(levelAbove("T1"), "C7");
  EXPECT_EQ(levelAbove("L5", -1), "S1");
  EXPECT_EQ(levelAbove("C1"), std::nullopt);
  EXPECT_EQ(levelAbove("S1", -1), std::nullopt);
  EXPECT_EQ(levelAbove("L6"), std::nullopt);
}

// Its canal lies in its sac, and each disc's middle in its disc; nobody clicked.
TEST(Spine, ofThePhantomIsFoundWithoutAClick) {
  const auto& spine = *body().spine;
  const auto& sac = body().shape("Thecal sac");
  int inSac = 0;
  for (const CanalPlace& at : spine.canal) inSac += sac.signedDistance(at.centre) < 0;
  EXPECT_GT(inSac, 100);
  for (const char* name : {"L2-L3 disc", "L3-L4 disc", "L4-L5 disc", "L5-S1 disc"}) {
    double nearest = 1e9;
    for (const Disc& disc : spine.discs) nearest = std::min(nearest, body().shape(name).signedDistance(disc.middle));
    EXPECT_LT(nearest, 0) << name;
  }
}

TEST(Canal, isRefusedWhereThereIsNone) {
  Progress progress;
  Volume air = body().phantom.volume;
  air.hu = Volume::Image::New();
  air.hu->CopyInformation(body().phantom.volume.hu);
  air.hu->SetRegions(body().phantom.volume.hu->GetLargestPossibleRegion());
  air.hu->Allocate();
  air.hu->FillBuffer(40);
  EXPECT_EQ(findCanal(air, progress).error().code, "no-canal");
  Volume notHu = body().phantom.volume;
  notHu.isHu = false;
  EXPECT_EQ(findCanal(notHu, progress).error().code, "canal-needs-hu");
  struct Stopped : Progress {
    bool stopRequested() const override { return true; }
  } stopped;
  EXPECT_EQ(findCanal(body().phantom.volume, stopped).error().code, "cancelled");
}

TEST(Levels, ofThePhantomAreRightFromWhicheverIsClicked) {
  for (const auto& [clicked, name] : {std::pair(makePoint(0, 0, 0), "L3"),
                                      {makePoint(8, 10, -62), "L5"},
                                      {makePoint(-6, 12, 30), "L2"},
                                      {makePoint(3, 60, -8), "L3"}}) {
    const auto counted = countLevels(body().spine, clicked, name);
    for (const char* level : {"L2", "L3", "L4", "L5"}) {
      const auto* found = named(counted, level);
      ASSERT_NE(found, nullptr) << level << " from " << name;
      EXPECT_LT(body().shape(std::string(level) + " vertebra").signedDistance(found->middle), -5) << level;
      EXPECT_TRUE(found->sure) << level << " from " << name;
      EXPECT_EQ(found->byClick, level == std::string(name));
    }
    ASSERT_NE(named(counted, "S1"), nullptr);
    EXPECT_LT(body().shape("Sacrum").signedDistance(named(counted, "S1")->middle), 0);
    EXPECT_EQ(named(counted, "S2"), nullptr);
  }
}

TEST(Levels, areOnlyTheOperatorsWord) {
  const auto counted = countLevels(body().spine, makePoint(0, 0, 0), "L4");  // a transitional spine, say
  ASSERT_NE(named(counted, "L5"), nullptr);
  EXPECT_LT(body().shape("L4 vertebra").signedDistance(named(counted, "L5")->middle), -5);
}

TEST(Levels, nameDiscAndForamenAtAPlace) {
  const auto counted = countLevels(body().spine, makePoint(0, 0, 0), "L3");
  for (const auto& answer : body().phantom.answers) {
    if (answer.routeId != "lumbar-foraminal" && answer.routeId != "intradiscal") continue;
    const auto at = levelAt(counted, answer.target);
    ASSERT_TRUE(at) << answer.routeId;
    if (answer.routeId == "lumbar-foraminal") {
      EXPECT_EQ(at->foramen, answer.level.substr(0, 2)) << answer.level;
    }
    if (answer.routeId == "intradiscal") {
      EXPECT_EQ(at->disc, answer.level);
    }
  }
}

// Discs at 20, 54, 90, 127 and 163 mm of a straight canal: L5 34 mm tall, L4 36, L3 37, L2 36.
std::shared_ptr<const Spine> straightSpine(const std::vector<std::size_t>& discs, std::size_t length = 190) {
  Spine spine;
  for (std::size_t z = 0; z < length; ++z)
    spine.canal.push_back(
        {makePoint(0, 0, static_cast<double>(z)), makeVector(0, 0, 1), makeVector(1, 0, 0), makeVector(0, -1, 0)});
  const auto signs = drawn(length, discs);
  for (std::size_t z = 0; z < signs.size(); ++z)
    spine.signs.push_back({makePoint(0, -22, static_cast<double>(z)), 32, 0, signs[z]});
  return std::make_shared<const Spine>(std::move(spine));
}

std::size_t sureOnes(const CountedSpine& counted) {
  return static_cast<std::size_t>(std::count_if(counted.levels.begin(), counted.levels.end(),
                                                [](const CountedLevel& level) { return level.sure; }));
}

TEST(Levels, areSureOnlyWhileAllAreAsTallAsTheirNames) {
  const auto all = countLevels(straightSpine({20, 54, 90, 127, 163}), makePoint(0, -22, 108), "L3");
  EXPECT_EQ(all.levels.size(), 6u);
  EXPECT_EQ(sureOnes(all), 5u) << "of L1, at the scan's end, 27 of 34.5 mm are seen; S1 has no usual height";
  const auto less = countLevels(straightSpine({20, 54, 90, 127, 163}, 181), makePoint(0, -22, 108), "L3");
  EXPECT_EQ(less.levels.size(), 6u);
  EXPECT_EQ(sureOnes(less), 4u) << "18 mm of it";
  // All are three quarters as tall as is usual.
  EXPECT_EQ(sureOnes(countLevels(straightSpine({20, 47, 74, 101, 128}, 150), makePoint(0, -22, 87), "L3")), 0u);
}

// Where no disc is seen for 50 and 67 mm, only what the three that are seen bound is sure: L3 and L4. Where none is
// seen for 73 mm, L2, which two bound, and L1 of which the scan shows most.
TEST(Levels, areSureOnlyBetweenDiscsThatAreSeen) {
  EXPECT_EQ(sureOnes(countLevels(straightSpine({50, 86, 123}), makePoint(0, -22, 104), "L3")), 2u);
  EXPECT_EQ(sureOnes(countLevels(straightSpine({20, 54, 127, 163}), makePoint(0, -22, 145), "L2")), 2u);
}

// L4's middle at z = 72, its pedicles 5.4 mm above it; L1, cut, half of 34.5 mm and 6.4 mm above its disc at 163.
TEST(Levels, haveTheirPediclesPlacedInTheCanal) {
  const auto counted = countLevels(straightSpine({20, 54, 90, 127, 163}), makePoint(0, -22, 108), "L3");
  EXPECT_NEAR((*named(counted, "L4")->inCanal)[2], 77.4, 0.5);
  EXPECT_NEAR((*named(counted, "L4")->inCanal)[1], 0, 1e-12);
  const double stature = (34 / 34.0 + 36 / 36.3 + 37 / 36.5 + 36 / 35.8) / 4;
  EXPECT_NEAR((*named(counted, "L1")->inCanal)[2], 163 + stature * 34.5 / 2 + 6.4, 0.5);
}

// Atlas and axis lie together above the uppermost disc: which of them begins where, no disc tells.
TEST(Levels, areNotCountedFromTheAtlas) {
  const auto counted = countLevels(straightSpine({20, 38, 55, 72, 90}), makePoint(0, -22, 100), "C1");
  ASSERT_EQ(counted.levels.size(), 1u);
  EXPECT_EQ(counted.levels.front().name, "C1");
}

// What a report keeps: names and places, rounded, without the spine.
TEST(Levels, areCountedAgainFromWhatWasKept) {
  const auto counted = countLevels(body().spine, makePoint(0, 0, 0), "L3");
  auto kept = counted.levels;
  for (CountedLevel& level : kept) {
    level.vertebra.reset();
    for (unsigned axis = 0; axis < 3; ++axis) level.middle[axis] = std::round(level.middle[axis] * 1e3) / 1e3;
    EXPECT_EQ(level.clicked, level.byClick ? std::optional(makePoint(0, 0, 0)) : std::nullopt);
  }
  const auto again = countAgain(body().spine, kept);
  ASSERT_TRUE(again);
  ASSERT_EQ(again->levels.size(), counted.levels.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    EXPECT_EQ(again->levels[i].name, counted.levels[i].name);
    EXPECT_EQ(again->levels[i].vertebra, counted.levels[i].vertebra);
    EXPECT_EQ(again->levels[i].byClick, counted.levels[i].byClick);
  }
  auto shifted = kept;  // another spine than this one: the others have moved by a vertebra
  for (CountedLevel& level : shifted)
    if (!level.byClick) level.name = levelAbove(level.name).value();
  EXPECT_FALSE(countAgain(body().spine, shifted));
  for (CountedLevel& level : kept) level.byClick = false;
  EXPECT_FALSE(countAgain(body().spine, kept));
  EXPECT_FALSE(countAgain(body().spine, {}));
}

TEST(Levels, canBeClickedOneByOneWithoutASpine) {
  CountedSpine counted = withClicked({}, makePoint(0, 0, -30), "L4");
  counted = withClicked(counted, makePoint(0, 0, 0), "L3");
  counted = withClicked(counted, makePoint(0, 5, -28), "L4");
  ASSERT_EQ(counted.levels.size(), 2u);
  EXPECT_EQ(counted.levels[0].name, "L4");
  EXPECT_EQ(counted.levels[0].middle, makePoint(0, 5, -28));
  EXPECT_EQ(levelAt(counted, makePoint(3, 30, -12))->disc, "L3-L4");
  EXPECT_EQ(levelAt(counted, makePoint(3, 30, 5))->vertebra, "L3");
  EXPECT_FALSE(levelAt(counted, makePoint(0, 0, 60)));
}

// The stated uncertainty must hold the phantom's truth: 95 % of each surface lies within it of the other.
TEST(ExpectedNerves, lieWithinTheirUncertaintyOfThePhantomsTruth) {
  const auto counted = countLevels(body().spine, makePoint(0, 0, 0), "L3");
  for (const std::string level : {"L3", "L4", "L5"})  // the scan cuts L2
    for (const Side side : {Side::Left, Side::Right}) {
      const auto found = expectNerves(body().phantom.volume, counted, level, side);
      ASSERT_TRUE(found) << level << found.error().code;
      const auto& root = body().shape(level + " " + word(side) + " nerve root");
      const auto& sac = body().shape("Thecal sac");
      // Without the ends, which are nobody's: where the sac is left, and where the course is no longer followed.
      const auto within = [](const Tube& tube) {
        return [&tube](const Point& p) {
          const auto on = nearestOnCourse(tube, p);
          return (on.piece > 0 || on.fraction > 0.8) && (on.piece + 2 < tube.centreline.size() || on.fraction < 0.7);
        };
      };
      const auto rootGap = support::surfaceGap(
          tubeSurface(found->root), [&](const Point& p) { return root.signedDistance(p); }, within(found->root));
      const auto sacGap = support::surfaceGap(
          tubeSurface(found->sac), [&](const Point& p) { return sac.signedDistance(p); }, within(found->sac));
      std::printf("%s %-5s root: mean %.1f, 95 %% %.1f, most %.1f mm%s; sac: mean %.1f, 95 %% %.1f, most %.1f mm\n",
                  level.c_str(), word(side), rootGap.meanMm, rootGap.percentile95Mm, rootGap.largestMm,
                  found->foramenSeen ? "" : " (foramen not seen)", sacGap.meanMm, sacGap.percentile95Mm,
                  sacGap.largestMm);
      EXPECT_GT(rootGap.places, 200u);
      EXPECT_GT(sacGap.places, 200u);
      EXPECT_LT(rootGap.percentile95Mm, found->root.radiusUncertaintyMm) << level << word(side);
      EXPECT_LT(sacGap.percentile95Mm, found->sac.radiusUncertaintyMm) << level;
    }
}

TEST(ExpectedNerves, refuseWhatWasNotCounted) {
  const auto counted = countLevels(body().spine, makePoint(0, 0, 0), "L3");
  EXPECT_EQ(expectNerves(body().phantom.volume, {}, "L4", Side::Left).error().code, "no-spine");
  EXPECT_EQ(expectNerves(body().phantom.volume, counted, "C5", Side::Left).error().code, "level-not-counted");
}

}  // namespace planning::anatomy
