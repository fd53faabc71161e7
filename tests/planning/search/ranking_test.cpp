#include <gtest/gtest.h>

#include "planning/needle/worst_first.h"
#include "planning/search/skin_search.h"
#include "tests/support/sphere_field.h"

namespace planning {
namespace {

using anatomy::Kind;

/// A 22G needle (radius 0.359 mm) from (0, 50, 0) to the middle, and balls beside its way.
struct Beside {
  SkinSearch search;
  std::vector<Point> places{makePoint(0, 50, 0)};

  Beside() {
    search.problem.target = makePoint(0, 0, 0);
    search.problem.limits.needle = needle::parseNeedle("22Gx90").value();
  }
  void add(Kind kind, double x, double keepMm, std::shared_ptr<const anatomy::Unseen> unseen = nullptr) {
    const auto field = std::make_shared<support::SphereField>(makePoint(x, 25, 0), 4);
    search.problem.obstacles.push_back({field, keepMm, 0});
    search.kept.push_back({word(kind), kind, keepMm, 0, std::move(unseen)});
  }
  needle::EntryRoom ranked() const {
    Progress progress;
    return *rankingRooms(search, places, roomOn(search, places, progress).value(), progress).value().front();
  }
};

needle::Clearance row(Kind kind, double distanceMm) {
  needle::Clearance one;
  one.kind = kind;
  one.distanceMm = distanceMm;
  one.verdict = needle::Verdict::Near;
  return one;
}

}  // namespace

// Each ball's surface is 1 mm beside the axis, 0.641 mm from the needle.
TEST(RankingRoom, countsBoneLessThanOrganAndOrganLessThanRoot) {
  for (const auto& [kind, ease] : {std::pair(Kind::Bone, 4.0),
                                   {Kind::Disc, 4.0},
                                   {Kind::Organ, 2.0},
                                   {Kind::Lung, 2.0},
                                   {Kind::Nerve, 0.0},
                                   {Kind::Dura, 0.0},
                                   {Kind::Vein, 0.0}}) {
    Beside beside;
    beside.add(kind, 5, 0);
    EXPECT_NEAR(beside.ranked().excessMm, 0.641 + ease, 1e-9) << word(kind);
  }
}

TEST(RankingRoom, isThatOfTheRootFartherThanTheBone) {
  Beside beside;
  beside.add(Kind::Bone, 5, 0);    // 0.641 + 4
  beside.add(Kind::Nerve, -7, 0);  // 3 - 0.359
  EXPECT_NEAR(beside.ranked().excessMm, 2.641, 1e-9);
  EXPECT_EQ(beside.ranked().obstacle, 1);
}

// A mask that fills all it was looked for in goes on straight out of each face: from the one at x = 4.5 over the path.
TEST(RankingRoom, isLessenedByWhatMayLieUnseen) {
  const auto mask = anatomy::Mask::New();
  mask->SetRegions(anatomy::Mask::SizeType{10, 10, 10});
  const double origin[] = {-25, -5, -5};
  mask->SetOrigin(origin);
  mask->Allocate();
  mask->FillBuffer(1);
  Beside beside;
  beside.add(Kind::Nerve, 40, 2, anatomy::Unseen::of(*mask, mask->GetLargestPossibleRegion()));
  const needle::EntryRoom room = beside.ranked();
  EXPECT_EQ(room.excessMm, kMostRoomMm);
  EXPECT_NEAR(lessenedByUnseen(beside.search, beside.places.front(), room).excessMm, -2.359, 1e-9);
}

TEST(WorstFirst, putsWhatIsHarmedBeforeWhatStopsANeedle) {
  std::vector<needle::Clearance> rows{row(Kind::Bone, 0), row(Kind::Organ, 1), row(Kind::Nerve, 3),
                                      row(Kind::Artery, 2)};
  rows.push_back(row(Kind::Bone, 5));
  rows.back().verdict = needle::Verdict::Breach;
  needle::sortWorstFirst(rows);
  std::vector<Kind> kinds;
  for (const auto& one : rows) kinds.push_back(one.kind);
  EXPECT_EQ(kinds, (std::vector{Kind::Bone, Kind::Artery, Kind::Nerve, Kind::Organ, Kind::Bone}));
}

}  // namespace planning
