#include "planning/procedure/route_text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace planning::procedure {
namespace {

using anatomy::Kind;

const char* const kPiriformis = R"(# our own
[required sciatic-nerve]
name.en = Sciatic nerve
name.fr = Nerf sciatique
kinds = nerve
words = sciatic, sciatique
of-side = yes

[route piriformis]
name.en = Piriformis muscle
name.fr = Muscle piriforme
level.en = pelvis
level.fr = bassin
guidance.en = CT
guidance.fr = Scanner
target.en = muscle belly
target.fr = corps du muscle
needle = 22Gx120
requires = sciatic-nerve, aorta
may-touch = bone
touch-last-mm = 3.5
margin.nerve = 3
positions = prone, decubitus
needs-side = yes
side-of = entry
reserve = 15
limit.depth.en = Depth: 60 mm
limit.depth.fr = Profondeur : 60 mm
limit.depth.source = ours, 2026
)";

const Route& byId(const Routes& all, const std::string& id) {
  return *all.find(id);
}

/// "line 3: why"
std::string refusal(const std::string& text) {
  const auto parsed = parseRoutes(text, routesInUse());
  return parsed ? "accepted" : parsed.error().subject + ": " + parsed.error().detail;
}

}  // namespace

TEST(RouteText, addsARouteWithItsOwnStructure) {
  const auto all = parseRoutes(kPiriformis, routesInUse());
  ASSERT_TRUE(all) << all.error().detail;
  ASSERT_EQ(all->size(), routesInUse().size() + 1);
  const Route& route = all->back();
  EXPECT_EQ(route.id, "piriformis");
  EXPECT_EQ(route.name.french, "Muscle piriforme");
  EXPECT_EQ(needle::format(*route.usualNeedle), "22Gx120");
  ASSERT_EQ(route.required.size(), 2u);
  EXPECT_EQ(route.required[0].nameWords, (std::vector<std::string>{"sciatic", "sciatique"}));
  EXPECT_TRUE(route.required[0].ofSide);
  EXPECT_EQ(route.marginsMm.at(Kind::Nerve), 3);
  EXPECT_EQ(route.marginsMm.at(Kind::Artery), 2);
  EXPECT_EQ(route.touchLastMm, 3.5);
  EXPECT_EQ(route.sideOf, SideOf::Entry);
  EXPECT_EQ(route.leastReserveMm, 15);
  EXPECT_EQ(route.positions, (std::vector<std::string>{"prone", "decubitus"}));
  EXPECT_EQ(route.limits.back().source, "ours, 2026");
}

TEST(RouteText, changesARouteAndLeavesTheRest) {
  const auto all = parseRoutes("[route caudal]\nmargin.dura = 5\nneedle = free\n", routesInUse());
  ASSERT_TRUE(all);
  EXPECT_EQ(all->size(), routesInUse().size());
  const Route& caudal = byId(*all, "caudal");
  EXPECT_EQ(caudal.marginsMm.at(Kind::Dura), 5);
  EXPECT_FALSE(caudal.usualNeedle.has_value());
  EXPECT_EQ(caudal.name.english, routesInUse().find("caudal")->name.english);
  EXPECT_EQ(byId(*all, "blood-patch").marginsMm.at(Kind::Dura), 0);
}

TEST(RouteText, basesARouteOnAnother) {
  const auto all =
      parseRoutes("[route thoracic-foraminal]\nbased-on = lumbar-foraminal\nlevels = T5, T6\n", routesInUse());
  ASSERT_TRUE(all) << all.error().detail;
  EXPECT_EQ(all->back().id, "thoracic-foraminal");
  EXPECT_EQ(all->back().required.size(), 5u);
  EXPECT_EQ(all->back().levels, (std::vector<std::string>{"T5", "T6"}));
}

TEST(RouteText, mayBeEmpty) {
  EXPECT_EQ(parseRoutes("", routesInUse())->size(), routesInUse().size());
}

TEST(RouteText, isRefusedWithLineAndReason) {
  EXPECT_EQ(refusal("needle = 22Gx90"), "line 1: \"needle\" stands before any section");
  EXPECT_EQ(refusal("\n[route]"), "line 2: a section is written [route ID] or [required ID]");
  EXPECT_EQ(refusal("[route caudal"), "line 1: a section is written [route ID] or [required ID]");
  EXPECT_EQ(refusal("[route caudal]\n\nneedle 22G"), "line 3: neither a section nor \"key = value\"");
  EXPECT_EQ(refusal("[route caudal]\nneedle = 22x90"), "line 2: \"22x90\" is no needle such as 22Gx90");
  EXPECT_EQ(refusal("[route caudal]\nmargin.bone = -1"), "line 2: \"-1\" is no length from 0 to 100 mm");
  EXPECT_EQ(refusal("[route caudal]\nmargin.bone = nan"), "line 2: \"nan\" is no length from 0 to 100 mm");
  EXPECT_EQ(refusal("[route caudal]\nmargin.bones = 1"), "line 2: \"bones\" is no kind of structure");
  EXPECT_EQ(refusal("[route caudal]\nrequires = dura, spleen"), "line 2: there is no required structure \"spleen\"");
  EXPECT_EQ(refusal("[route caudal]\nneeds-side = maybe"), "line 2: \"maybe\" is neither yes nor no");
  EXPECT_EQ(refusal("[route caudal]\nside-of = tip"), "line 2: \"tip\" is neither target, entry, body nor nothing");
  EXPECT_EQ(refusal("[route caudal]\nlevels = a,,b"), "line 2: an empty item in the list \"a,,b\"");
  EXPECT_EQ(refusal("[route caudal]\ncolour = red"), "line 2: a route has no key \"colour\"");
  EXPECT_EQ(refusal("[route caudal]\nneedle ="), "line 2: \"needle\" has no value");
  EXPECT_EQ(refusal("[route caudal]\nneedle = free\nneedle = free"), "line 3: \"needle\" is given twice");
  EXPECT_EQ(refusal("[route caudal]\n[route caudal]"), "line 2: [route caudal] is there twice");
  EXPECT_EQ(refusal("[route Caudal]"), "line 1: \"Caudal\" is no id of small letters, digits and hyphens");
  EXPECT_EQ(refusal("[route mine]\nbased-on = yours"), "line 2: there is no route \"yours\" to base on");
  EXPECT_EQ(refusal("[route mine]\nneedle = free\nbased-on = caudal"), "line 3: based-on comes first");
}

TEST(RouteText, leavesTheBuiltInStructuresAlone) {
  EXPECT_EQ(refusal("[required dura]"), "line 1: the required structure \"dura\" is built in");
}

TEST(RouteText, isRefusedAtTheSectionThatLacksSomething) {
  EXPECT_EQ(refusal("\n[route mine]\nname.en = Mine\n[route caudal]\nneedle = free\n"),
            "line 2: route \"mine\" lacks a name, level, guidance or target in one of the languages");
  EXPECT_EQ(refusal("[required mine]\nname.en = Mine\nname.fr = Mien"),
            "line 1: structure \"mine\" lacks a name in one of the languages, or its kinds");
  EXPECT_EQ(refusal("[route caudal]\nlimit.new.en = 3 mm"), "line 1: limit \"new\" lacks a language or its source");
}

TEST(RouteText, neverFailsOtherwise) {
  std::mt19937 random(3);
  const std::string whole = kPiriformis;
  for (int round = 0; round < 2000; ++round) {
    std::string text = whole;
    for (int flip = 0; flip < 3; ++flip) text[random() % text.size()] = static_cast<char>(random() % 256);
    const auto parsed = parseRoutes(text, routesInUse());
    EXPECT_TRUE(parsed || parsed.error().code == "bad-route-file");
  }
}

TEST(RouteText, takesASitesOwnPlacementErrors) {
  const auto all = parseRoutes(R"([route lumbar-facet]
placement.ct.in-plane = 2.1 1.0 1.5 0.8
placement.ct.any = 2.9
placement-source = our own 40 needles
chance-warns-above = 0.2
)",
                               routesInUse());
  ASSERT_TRUE(all) << all.error().detail;
  const Route& facet = byId(*all, "lumbar-facet");
  const auto straight = needle::anglesOf({makePoint(0, 80, 0), makePoint(0, 0, 0)});
  const auto own = needle::placementErrorFor(facet.placement, "CT", straight);
  ASSERT_TRUE(own);
  EXPECT_EQ(own->meanTipMm, 2.1);
  EXPECT_EQ(own->deviationTipMm, 1.0);
  EXPECT_NEAR(own->meanAngle->degrees(), 1.5, 1e-12);
  EXPECT_EQ(own->source, "our own 40 needles");
  EXPECT_FALSE(needle::placementErrorFor(facet.placement, "fluoroscopy", straight)) << "all measured under CT";
  EXPECT_EQ(facet.chanceWarnsAbove, 0.2);
  EXPECT_EQ(byId(*all, "caudal").chanceWarnsAbove, 0.5);
}

TEST(RouteText, takesGeometricRules) {
  const auto all = parseRoutes(R"([route lumbar-foraminal]
rules = none
rule.steep.en = Steep.
rule.steep.fr = Raide.
rule.steep.source = ours
rule.steep.approach = 20 60 -10 10
rule.below.en = Below the root.
rule.below.fr = Sous la racine.
rule.below.source = ours
rule.below.target = exiting-root feet behind
rule.depth.en = At most 4 mm.
rule.depth.fr = Au plus 4 mm.
rule.depth.source = ours
rule.depth.advance = ligament 4
layout = sagittal
checks = infection, anticoagulant
bore-diameter = 700
stop-before-target = none
)",
                               routesInUse());
  ASSERT_TRUE(all) << all.error().subject << all.error().detail;
  const Route& route = byId(*all, "lumbar-foraminal");
  ASSERT_EQ(route.rules.size(), 3u);
  EXPECT_EQ(route.rules[0].approach, (needle::ApproachRange{20, 60, -10, 10}));
  EXPECT_EQ(route.rules[1].what, GeometricRule::What::Target);
  EXPECT_EQ(route.rules[1].required, "exiting-root");
  EXPECT_EQ(route.rules[1].toward, (std::vector<Toward>{Toward::Feet, Toward::Behind}));
  EXPECT_EQ(route.rules[2].what, GeometricRule::What::Advance);
  EXPECT_EQ(route.rules[2].mostMm, 4);
  EXPECT_EQ(route.layout, "sagittal");
  EXPECT_EQ(route.checks, (std::vector<std::string>{"infection", "anticoagulant"}));
  EXPECT_EQ(route.boreDiameterMm, 700);
  EXPECT_FALSE(route.stopBeforeTargetMm);
}

TEST(RouteText, refusesHalfARuleOrFigure) {
  EXPECT_NE(refusal("[route caudal]\nplacement.ct.any = 2\n").find("placement-source"), std::string::npos);
  EXPECT_NE(refusal("[route caudal]\nplacement.xray.any = 2\n").find("line 2"), std::string::npos);
  EXPECT_NE(refusal("[route caudal]\nplacement.ct.any = 2 x\n").find("line 2"), std::string::npos);
  EXPECT_NE(refusal("[route caudal]\nrule.a.en = A.\nrule.a.fr = A.\n").find("source"), std::string::npos);
  EXPECT_NE(refusal("[route caudal]\nrule.a.approach = 30 10 0 0\n").find("line 2"), std::string::npos);
  EXPECT_NE(refusal("[route caudal]\nrule.a.needle = dura sideways\n").find("sideways"), std::string::npos);
  EXPECT_NE(refusal("[route caudal]\nrule.a.en = A.\nrule.a.fr = A.\nrule.a.source = ours\nrule.a.needle = aorta "
                    "behind\n")
                .find("does not require"),
            std::string::npos);
  EXPECT_NE(refusal("[route caudal]\nchecks = shoe-size\n").find("shoe-size"), std::string::npos);
  EXPECT_NE(refusal("[route caudal]\nchance-warns-above = 20\n").find("line 2"), std::string::npos);
}

}  // namespace planning::procedure
