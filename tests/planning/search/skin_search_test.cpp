#include "planning/search/skin_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "planning/anatomy/surface.h"
#include "planning/parallel.h"
#include "planning/procedure/roles.h"
#include "planning/search/proposal.h"
#include "tests/support/small_case.h"

namespace planning {
namespace {

using needle::EntryBar;

/// The small demo case as a plan sees it: every structure measured, on one of its known routes.
struct Demo {
  explicit Demo(const std::string& routeId, const std::string& side) {
    const auto& phantom = support::smallPhantom();
    volume = &phantom.volume;
    static const anatomy::Skin found = [] {
      Progress progress;
      return anatomy::findSkin(support::smallPhantom().volume, progress).value();
    }();
    static const auto measured = [] {
      std::vector<anatomy::MeasuredStructure> all;
      for (const auto& made : support::smallPhantom().structures)
        if (made.structure.kind != anatomy::Kind::Skin) all.push_back(anatomy::measure(made.structure));
      return all;
    }();
    skin = &found;
    structures = measured;
    const auto answer = std::find_if(phantom.answers.begin(), phantom.answers.end(), [&](const auto& one) {
      return one.routeId == routeId && one.side == side && one.crosses.empty();
    });
    known = &*answer;
    plan.scan = phantom.volume.identity;
    plan.routeId = routeId;
    plan.level = known->level;
    plan.side = anatomy::sideFromWord(side);
    plan.guidance = "CT";
    auto& planned = plan.needles.emplace_back();
    planned.label = "Needle 1";
    planned.target = known->target;
    planned.needle = needle::parseNeedle(known->needle).value();
    procedure::assignRoles(structures, procedure::routesInUse().rulesFor(routeId), {known->target});
  }
  Scene scene() const { return {volume, skin, structures}; }

  const Volume* volume;
  const anatomy::Skin* skin;
  std::vector<anatomy::MeasuredStructure> structures;
  const testdata::PhantomAnswer* known;
  PlanChoices plan;
};

Vector unit(const Vector& v) {
  return v / v.GetNorm();
}

}  // namespace

TEST(SkinSearch, wantsTargetNeedleAndSkin) {
  Demo demo("general", "right");
  PlanChoices none = demo.plan;
  none.needles.front().target.reset();
  EXPECT_EQ(searchFor(none, 0, demo.scene(), procedure::routesInUse()).error().code, "target-needed");
  EXPECT_EQ(searchFor(demo.plan, 3, demo.scene(), procedure::routesInUse()).error().code, "target-needed");
  none = demo.plan;
  none.needles.front().needle.reset();
  EXPECT_EQ(searchFor(none, 0, demo.scene(), procedure::routesInUse()).error().code, "needle-needed");
  Scene bare = demo.scene();
  bare.skin = nullptr;
  EXPECT_EQ(searchFor(demo.plan, 0, bare, procedure::routesInUse()).error().code, "skin-not-found");
  Scene early = demo.scene();
  early.structures.front().beingMeasured = true;
  EXPECT_EQ(searchFor(demo.plan, 0, early, procedure::routesInUse()).error().code, "structure-being-measured");
}

TEST(SkinSearch, isTheSameUntilSomethingThatMattersChanges) {
  const Demo demo("general", "right");
  const auto search = searchFor(demo.plan, 0, demo.scene(), procedure::routesInUse()).value();
  PlanChoices moved = demo.plan;
  moved.needles.front().entry = demo.known->entry;
  EXPECT_TRUE(sameSearch(search, searchFor(moved, 0, demo.scene(), procedure::routesInUse()).value()))
      << "the entry is what is asked for";
  moved.needles.front().target = *moved.needles.front().target + makeVector(0, 0, 1);
  EXPECT_FALSE(sameSearch(search, searchFor(moved, 0, demo.scene(), procedure::routesInUse()).value()));
  Scene wider = demo.scene();
  wider.structures.front().structure.marginMm = 9;
  wider.structures.front().structure.role = anatomy::Role::Avoid;
  EXPECT_FALSE(sameSearch(search, searchFor(demo.plan, 0, wider, procedure::routesInUse()).value()));
  PlanChoices guided = demo.plan;
  guided.guidance = "fluoroscopy";
  EXPECT_FALSE(sameSearch(search, searchFor(guided, 0, demo.scene(), procedure::routesInUse()).value()));
}

TEST(SkinPlaces, areTheVerticesOnRealSkinEachWithItsNeighbourInTheCoarseOnes) {
  const Demo demo("general", "right");
  const SkinPlaces all = placesOn(*demo.skin);
  ASSERT_EQ(all.places.size(), all.vertices.size());
  ASSERT_EQ(all.places.size(), all.coarseOf.size());
  EXPECT_LT(all.coarse.size(), all.places.size() / 2);
  double farthest = 0;
  for (std::size_t i = 0; i < all.places.size(); ++i) {
    const auto& v = demo.skin->surface->vertices[all.vertices[i]];
    ASSERT_EQ(all.places[i], makePoint(double(v[0]), double(v[1]), double(v[2])));
    farthest = std::max(farthest, (all.places[i] - all.places[all.coarse[all.coarseOf[i]]]).GetNorm());
  }
  EXPECT_LE(farthest, kCoarseMm * std::sqrt(3.0));
}

TEST(SkinRoom, saysOfEachPlaceWhatItsOwnReasonSays) {
  const Demo demo("lumbar-facet", "left");
  const auto search = searchFor(demo.plan, 0, demo.scene(), procedure::routesInUse()).value();
  const SkinPlaces all = placesOn(*demo.skin);
  Progress progress;
  const auto room = roomOn(search, all.places, progress).value();
  const auto bounds = chanceBounds(search, all.places, room, progress).value();
  int allowed = 0, barred = 0;
  for (std::size_t i = 0; i < all.places.size(); i += 7) {
    const EntryReason reason = reasonFor(search, all.places[i]);
    ASSERT_EQ(reason.decision.allowed(), room.decisions[i].allowed()) << i;
    ASSERT_EQ(reason.room.has_value(), room.rooms[i].has_value());
    ASSERT_EQ(reason.chanceAtMost.has_value(), bounds[i].has_value());
    if (bounds[i]) {
      EXPECT_NEAR(*reason.chanceAtMost, *bounds[i], 1e-9);
    }
    if (reason.room) {
      EXPECT_NEAR(reason.room->excessMm, room.rooms[i]->excessMm, 1e-9);
      ++allowed;
    } else if (reason.decision.bar == EntryBar::Structure) {
      const auto& kept = search.kept[reason.decision.which];
      EXPECT_LT(*reason.distanceMm, kept.marginMm + kept.errorBoundMm);
      ++barred;
    }
  }
  EXPECT_GT(allowed, 3);
  EXPECT_GT(barred, 20);
}

TEST(SkinRoom, keepsToTheRoutesApproach) {
  const Demo demo("lumbar-foraminal", "left");
  const auto search = searchFor(demo.plan, 0, demo.scene(), procedure::routesInUse()).value();
  ASSERT_FALSE(search.problem.limits.approaches.empty());
  EXPECT_EQ(search.approachRule, "lumbar-foraminal/from-the-side");
  const Point fromTheRight = *demo.plan.needles.front().target + makeVector(-40, 50, 0);
  EXPECT_EQ(reasonFor(search, fromTheRight).decision.bar, EntryBar::Approach);
}

// A needle with its own route and side in a plan of another is searched as a plan of that route and side would be.
TEST(SkinRoom, isThatOfTheNeedlesOwnRouteAndSide) {
  const Demo own("lumbar-foraminal", "left");
  Demo session("general", "right");
  auto& second = session.plan.needles.emplace_back(own.plan.needles.front());
  second.routeId = own.plan.routeId;
  second.side = own.plan.side;
  const auto alone = searchFor(own.plan, 0, own.scene(), procedure::routesInUse()).value();
  const auto within = searchFor(session.plan, 1, session.scene(), procedure::routesInUse()).value();
  EXPECT_TRUE(sameSearch(within, alone));
  const auto first = searchFor(session.plan, 0, session.scene(), procedure::routesInUse()).value();
  EXPECT_EQ(first.problem.limits.side, session.plan.side) << "the first keeps the plan's";
  EXPECT_NE(first.approachRule, alone.approachRule);
}

TEST(SkinRoom, keepsClearOfTheOtherNeedlesOfThePlan) {
  Demo demo("general", "right");
  auto other = demo.plan.needles.front();
  other.label = "Needle 2";
  other.entry = demo.known->entry;
  demo.plan.needles.push_back(other);
  const auto search = searchFor(demo.plan, 0, demo.scene(), procedure::routesInUse()).value();
  ASSERT_EQ(search.problem.placed.size(), 1u);
  EXPECT_EQ(search.placedLabels.front(), "Needle 2");
  EXPECT_TRUE(searchFor(demo.plan, 1, demo.scene(), procedure::routesInUse()).value().problem.placed.empty())
      << "the first has no entry yet";
  EXPECT_EQ(reasonFor(search, demo.known->entry).decision.bar, EntryBar::PlacedNeedle);
}

TEST(ChanceBound, isNeverLessThanTheSampledChance) {
  const Demo demo("lumbar-facet", "left");
  Progress progress;
  const auto proposals = proposeEntries(demo.plan, 0, demo.scene(), procedure::routesInUse(), 8, progress);
  ASSERT_TRUE(proposals) << proposals.error().detail;
  for (const Proposal& proposal : *proposals) {
    ASSERT_TRUE(proposal.chanceAtMost && proposal.needle.breachProbability);
    EXPECT_GE(*proposal.chanceAtMost + 3 * *proposal.needle.breachStandardError + 1e-9,
              *proposal.needle.breachProbability);
  }
}

TEST(Proposal, isTheSameFromTheWholeSkinsMap) {
  const Demo demo("lumbar-facet", "left");
  Progress progress;
  const auto search = searchFor(demo.plan, 0, demo.scene(), procedure::routesInUse()).value();
  const SkinPlaces all = placesOn(*demo.skin);
  const auto room = roomOn(search, all.places, progress).value();
  const auto fromMap =
      proposalsOf(demo.plan, 0, demo.scene(), procedure::routesInUse(), search, all.places, room, 5, progress);
  const auto direct = proposeEntries(demo.plan, 0, demo.scene(), procedure::routesInUse(), 5, progress);
  ASSERT_TRUE(fromMap && direct);
  ASSERT_EQ(fromMap->size(), direct->size());
  for (std::size_t i = 0; i < direct->size(); ++i) {
    EXPECT_EQ(*(*fromMap)[i].needle.entry, *(*direct)[i].needle.entry);
    EXPECT_EQ((*fromMap)[i].score, (*direct)[i].score);
    EXPECT_NE((*direct)[i].needle.verdict, needle::Verdict::Breach);
  }
}

// As a radiologist would come, on the routes that are wider than the error bounds of the small case (2.9 mm).
TEST(Proposal, comesAsTheRouteDoesOnTheDemoCase) {
  for (const auto& [route, side] :
       std::vector<std::pair<std::string, std::string>>{{"lumbar-facet", "left"}, {"general", "right"}}) {
    const Demo demo(route, side);
    Progress progress;
    const auto proposals = proposeEntries(demo.plan, 0, demo.scene(), procedure::routesInUse(), 5, progress);
    if (!proposals) {
      ADD_FAILURE() << route << ": " << proposals.error().detail;
      continue;
    }
    for (const Proposal& proposal : *proposals) {
      const Vector out = unit(*proposal.needle.entry - *proposal.needle.target);
      EXPECT_GT(out[1], 0.3) << route << ": from behind, where a prone patient can be reached";
      EXPECT_LT(*proposal.needle.pathLengthMm, proposal.needle.needle->lengthMm) << route;
      EXPECT_NE(proposal.needle.verdict, needle::Verdict::Breach) << route;
    }
  }
}

}  // namespace planning
