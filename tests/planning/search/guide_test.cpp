#include "planning/search/guide.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "planning/search/target_region.h"
#include "tests/planning/search/lumbar_ground.h"

// What is drawn of the target's anatomy, in the drawn lumbar body against where it was drawn.
namespace planning {
namespace {

using anatomy::Side;

Point placeOf(const std::array<float, 3>& vertex) {
  return makePoint(static_cast<double>(vertex[0]), static_cast<double>(vertex[1]), static_cast<double>(vertex[2]));
}

std::vector<Guide> guidesOf(const char* route, const char* level, Side side) {
  const auto& ground = support::lumbarGround();
  const auto region = targetRegion({ground.phantom.volume, ground.counted, ground.given}, route, level, side);
  return region ? region->guides : std::vector<Guide>();
}

Point middleOf(const Guide& guide) {
  Vector sum = makeVector(0, 0, 0);
  for (const auto& vertex : guide.surface->vertices) sum += placeOf(vertex).GetVectorFromOrigin();
  return makePoint(0, 0, 0) + sum / static_cast<double>(guide.surface->vertices.size());
}

const testdata::Level& drawnLevel(const std::string& name) {
  const auto& levels = support::lumbarGround().drawn.levels;
  return *std::find_if(levels.begin(), levels.end(), [&](const auto& level) { return level.name == name; });
}

}  // namespace

TEST(Guide, joinsLinesByTriangles) {
  const std::vector<std::vector<Point>> lines{{makePoint(0, 0, 0), makePoint(1, 0, 0), makePoint(2, 0, 0)},
                                              {makePoint(0, 1, 0), makePoint(1, 1, 0), makePoint(2, 1, 0)}};
  const auto open = guideThrough(GuideKind::Disc, lines, false), ring = guideThrough(GuideKind::Disc, lines, true);
  EXPECT_EQ(open.surface->triangles.size(), 4U);
  EXPECT_EQ(ring.surface->triangles.size(), 6U);
  for (const auto& triangle : ring.surface->triangles)
    for (const auto corner : triangle) EXPECT_LT(corner, 6U);
  EXPECT_TRUE(guideThrough(GuideKind::Disc, {}, true).surface->triangles.empty());
}

TEST(Guide, ofAForamenHoldsItsDrawnAimBetweenItsWallsAndHasItsThirdsInOrder) {
  const auto guides = guidesOf("lumbar-foraminal", "L4-L5", Side::Left);
  ASSERT_EQ(guides.size(), 3U);
  EXPECT_EQ(guides[0].kind, GuideKind::Foramen);
  const auto& level = drawnLevel("L4-L5");
  const Point aim = level.frame.toPatient(level.facetX, 18.5, .5);
  Vector low = makeVector(1e9, 1e9, 1e9), high = -low;
  for (const auto& vertex : guides[0].surface->vertices)
    for (unsigned n = 0; n < 3; ++n) {
      low[n] = std::min(low[n], static_cast<double>(vertex[n]));
      high[n] = std::max(high[n], static_cast<double>(vertex[n]));
    }
  for (unsigned n = 0; n < 3; ++n) {
    EXPECT_GE(aim[n], low[n] - 1) << n;
    EXPECT_LE(aim[n], high[n] + 1) << n;
  }
  EXPECT_EQ(guides[1].kind, GuideKind::ForamenThird);
  const double third = middleOf(guides[1])[2], twoThirds = middleOf(guides[2])[2];
  EXPECT_GT(high[2], third + 2);
  EXPECT_GT(third, twoThirds + 2);
  EXPECT_GT(twoThirds, low[2] + 2);
}

TEST(Guide, ofADiscIsAboutItsDrawnMiddle) {
  const auto guides = guidesOf("intradiscal", "L4-L5", Side::Left);
  ASSERT_EQ(guides.size(), 1U);
  const auto& answers = support::lumbarGround().phantom.answers;
  const auto at =
      std::find_if(answers.begin(), answers.end(), [](const auto& a) { return a.routeId == "intradiscal"; });
  EXPECT_LT((middleOf(guides.front()) - at->target).GetNorm(), 3);
}

TEST(Guide, ofEachOtherRouteIsWhatItsTargetLiesIn) {
  const auto joint = guidesOf("lumbar-facet", "L4-L5", Side::Right);
  ASSERT_EQ(joint.size(), 1U);
  EXPECT_EQ(joint.front().kind, GuideKind::FacetJoint);
  const auto& level = drawnLevel("L4-L5");
  EXPECT_LT((middleOf(joint.front()) - level.frame.toPatient(-level.facetX, testdata::kFacetP, 0)).GetNorm(), 5);
  const auto gap = guidesOf("lumbar-interlaminar", "L4-L5", Side::None);
  ASSERT_EQ(gap.size(), 1U);
  EXPECT_EQ(gap.front().kind, GuideKind::LaminarGap);
  EXPECT_LT(std::abs(middleOf(gap.front())[0]), 1.5) << "about the midline";
  const auto hiatus = guidesOf("caudal", "S4-S5", Side::None);
  ASSERT_EQ(hiatus.size(), 1U);
  const auto& answers = support::lumbarGround().phantom.answers;
  const auto at = std::find_if(answers.begin(), answers.end(), [](const auto& a) { return a.routeId == "caudal"; });
  EXPECT_LT((middleOf(hiatus.front()) - at->target).GetNorm(), 10);
}

}  // namespace planning
