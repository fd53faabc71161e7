#include "planning/plan/plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "planning/needle/midline.h"
#include "planning/plan/assess.h"
#include "planning/plan/rules.h"
#include "planning/procedure/roles.h"
#include "tests/planning/plan/good_plan.h"

namespace planning {
namespace {

using anatomy::Kind;
using anatomy::Role;
using anatomy::Side;
using needle::Verdict;
using support::assessed;
using support::ball;
using support::codes;
using support::dura;
using support::goodPlan;
using support::row;
using support::sceneWith;
using support::tells;

}  // namespace

TEST(Assess, makesAPlanReadyWhenAllIsInOrder) {
  const Plan plan = assessed(goodPlan(), sceneWith({dura()}));
  EXPECT_EQ(codes(plan), std::vector<std::string>{});
  EXPECT_EQ(plan.assessment.verdict, Verdict::Clear);
  EXPECT_TRUE(plan.assessment.ready);
}

TEST(Assess, computesLengthsAndAngles) {
  const Plan plan = assessed(goodPlan(), sceneWith({dura()}));
  const PlannedNeedle planned = plan.needle(0);
  EXPECT_NEAR(*planned.pathLengthMm, 78, 1e-9);
  EXPECT_NEAR(*planned.depthMm, 78, 1e-3);
  EXPECT_NEAR(*planned.outsideSkinMm, 12, 1e-3);
  EXPECT_EQ(planned.tooShort, false);
  EXPECT_NEAR(planned.angles->carmPrimary->degrees(), 180, 1e-9);
}

TEST(Assess, givesTheTiltOfTheGantryOnlyOnBackOrBelly) {
  for (const char* position : {"HFS", "HFP", "FFS", "FFP", "HFDR", "HFDL", "FFDR", "FFDL", ""}) {
    Plan plan = goodPlan();
    plan.choices.scan.patientPosition = position;
    const bool given = assessed(plan, sceneWith({dura()})).needle(0).angles->tilted.has_value();
    EXPECT_EQ(given, std::string(position).size() == 3) << position;
  }
}

TEST(Assess, isTheSameTheSecondTime) {
  const Plan once = assessed(goodPlan(), sceneWith({dura()}));
  const Plan twice = assessed(once, sceneWith({dura()}));
  EXPECT_EQ(codes(twice), codes(once));
  EXPECT_EQ(twice.assessment.needles.front().clearances.size(), once.assessment.needles.front().clearances.size());
  EXPECT_EQ(twice.assessment.ready, once.assessment.ready);
}

TEST(Assess, putsTheWorstFirst) {
  auto aorta = ball("Aorta", Kind::Artery, makePoint(5, 40, 3), 2);
  auto muscle = ball("Muscle", Kind::Muscle, makePoint(1, 40, 3), 5);
  muscle.structure.role = Role::Crossable;
  const Plan plan = assessed(goodPlan(), sceneWith({muscle, dura(), aorta}));
  const auto& rows = plan.assessment.needles.front().clearances;
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].structure, "Aorta");
  EXPECT_EQ(rows[1].structure, "Thecal sac");
  EXPECT_EQ(rows[2].structure, "Muscle");
  EXPECT_EQ(plan.assessment.verdict, Verdict::Breach);
  EXPECT_FALSE(plan.assessment.ready);
}

TEST(Assess, takesTheRoutesMarginUnlessTheOperatorSetOne) {
  auto sac = dura();
  EXPECT_EQ(row(assessed(goodPlan(), sceneWith({sac})), "Thecal sac").marginMm, 0);
  sac.structure.marginMm = 1.5;
  EXPECT_EQ(row(assessed(goodPlan(), sceneWith({sac})), "Thecal sac").marginMm, 1.5);
  auto facet = goodPlan();
  facet.choices.routeId = "lumbar-facet";
  EXPECT_EQ(row(assessed(facet, sceneWith({dura()})), "Thecal sac").marginMm, 2);
}

TEST(Assess, wantsTheOperatorsWordForNear) {
  const auto sac = ball("Thecal sac", Kind::Dura, makePoint(1, -8, 3), 8);
  Plan plan = assessed(goodPlan(), sceneWith({sac}));
  EXPECT_EQ(plan.assessment.verdict, Verdict::Near);
  EXPECT_FALSE(plan.assessment.ready);
  plan.choices.nearAccepted = true;
  EXPECT_TRUE(assessed(plan, sceneWith({sac})).assessment.ready);
}

TEST(Required, thatIsAbsentBlocksAndSaysSo) {
  const Plan plan = assessed(goodPlan(), sceneWith({}));
  const needle::Clearance& missing = row(plan, "Dura / thecal sac");
  EXPECT_EQ(missing.source, needle::RowSource(needle::Required{"dura"}));
  EXPECT_EQ(missing.verdict, Verdict::Unknown);
  EXPECT_FALSE(missing.distanceMm.has_value());
  EXPECT_TRUE(tells(plan, "required-absent"));
  EXPECT_EQ(plan.assessment.verdict, Verdict::Unknown);
  EXPECT_FALSE(plan.assessment.ready);
}

TEST(Required, thatIsUnconfirmedIsUnknown) {
  auto sac = dura();
  sac.structure.confirmed = false;
  const Plan plan = assessed(goodPlan(), sceneWith({sac}));
  EXPECT_EQ(plan.assessment.verdict, Verdict::Unknown);
  EXPECT_TRUE(row(plan, "Thecal sac").distanceMm.has_value());
  EXPECT_TRUE(tells(plan, "required-unconfirmed"));
}

// A few voxels that bear its name are not the sac, however far from the needle they lie.
TEST(Required, thatIsASpeckIsAbsent) {
  const Plan plan = assessed(goodPlan(), sceneWith({ball("Thecal sac", Kind::Dura, makePoint(1, -18, 3), 1.5)}));
  EXPECT_EQ(support::finding(plan, "required-too-small").arguments,
            (std::vector<std::string>{"Thecal sac", "dura", "5.2 mm"}));
  EXPECT_TRUE(tells(plan, "required-absent"));
  EXPECT_FALSE(plan.assessment.ready);
  EXPECT_FALSE(tells(assessed(goodPlan(), sceneWith({dura()})), "required-too-small"));
}

TEST(Required, thatIsUnconfirmedIsStillABreachWhenHit) {
  auto sac = ball("Thecal sac", Kind::Dura, makePoint(1, 2, 3), 8);
  sac.structure.confirmed = false;
  EXPECT_EQ(assessed(goodPlan(), sceneWith({sac})).assessment.verdict, Verdict::Breach);
}

TEST(Required, cannotBeCrossedAway) {
  auto sac = dura();
  sac.structure.role = Role::Crossable;
  EXPECT_EQ(assessed(goodPlan(), sceneWith({sac})).assessment.verdict, Verdict::Unknown);
}

TEST(Required, needsOneConfirmedStructureOfSeveral) {
  auto other = ball("Dura, automatic", Kind::Dura, makePoint(1, -18, 3), 7);
  other.structure.confirmed = false;
  EXPECT_EQ(assessed(goodPlan(), sceneWith({other, dura()})).assessment.verdict, Verdict::Clear);
}

TEST(Required, rootOfTheOtherSideIsNotTheRoot) {
  Plan plan = goodPlan();
  plan.choices.routeId = "lumbar-facet";
  plan.choices.side = Side::Left;
  const auto right = ball("Nerve root L4 right", Kind::Nerve, makePoint(-20, 2, 3), 3);
  const auto left = ball("Nerve root L4 left", Kind::Nerve, makePoint(20, 2, 3), 3);
  const auto unnamed = ball("Nerve root", Kind::Nerve, makePoint(20, 2, 3), 3);
  EXPECT_EQ(assessed(plan, sceneWith({right})).assessment.verdict, Verdict::Unknown);
  EXPECT_EQ(row(assessed(plan, sceneWith({right})), "Nerve root").side, Side::Left);
  EXPECT_EQ(assessed(plan, sceneWith({right, left})).assessment.verdict, Verdict::Clear);
  EXPECT_FALSE(tells(assessed(plan, sceneWith({right, left})), "required-place-unknown"));
  EXPECT_EQ(assessed(plan, sceneWith({unnamed})).assessment.verdict, Verdict::Clear);
  EXPECT_FALSE(tells(assessed(plan, sceneWith({unnamed})), "required-place-unknown")) << "its place tells";
  Plan uncounted = plan;
  uncounted.choices.levels.clear();
  EXPECT_TRUE(tells(assessed(uncounted, sceneWith({unnamed})), "required-place-unknown"));
  plan.choices.side = Side::Bilateral;
  EXPECT_EQ(assessed(plan, sceneWith({left})).assessment.verdict, Verdict::Unknown);
  EXPECT_EQ(assessed(plan, sceneWith({right, left})).assessment.verdict, Verdict::Clear);
}

TEST(GeneralRoute, requiresWhatTheOperatorLists) {
  Plan plan = goodPlan();
  plan.choices.routeId = "general";
  EXPECT_TRUE(tells(assessed(plan, sceneWith({})), "no-structure-listed"));
  EXPECT_FALSE(assessed(plan, sceneWith({})).assessment.ready);
  auto kidney = ball("Kidney", Kind::Organ, makePoint(60, 0, 0), 20);
  EXPECT_TRUE(assessed(plan, sceneWith({kidney})).assessment.ready);
  kidney.structure.confirmed = false;
  EXPECT_EQ(assessed(plan, sceneWith({kidney})).assessment.verdict, Verdict::Unknown);
}

// A found structure that was saved unconfirmed comes back as a segment of a SEG: no evidence either.
TEST(GeneralRoute, takesNothingForListedThatNobodyConfirmed) {
  using OriginKind = anatomy::Origin::Kind;
  Plan plan = goodPlan();
  plan.choices.routeId = "general";
  auto kidney = ball("Kidney", Kind::Organ, makePoint(60, 0, 0), 20);
  for (const auto kind : {OriginKind::Found, OriginKind::Segmentation, OriginKind::LabelMap, OriginKind::Expected}) {
    kidney.structure.source = {kind, kind == OriginKind::Segmentation ? "2.25.7" : ""};
    kidney.structure.confirmed = false;
    const Plan unconfirmed = assessed(plan, sceneWith({kidney}));
    EXPECT_TRUE(tells(unconfirmed, "no-structure-listed")) << static_cast<int>(kind);
    EXPECT_FALSE(unconfirmed.assessment.ready);
    kidney.structure.confirmed = true;
    EXPECT_FALSE(tells(assessed(plan, sceneWith({kidney})), "no-structure-listed")) << static_cast<int>(kind);
  }
}

TEST(Assess, isNotReadyWhileAStructureIsBeingMeasured) {
  auto lung = ball("Lung", Kind::Lung, makePoint(60, 0, 0), 10);
  ASSERT_TRUE(assessed(goodPlan(), sceneWith({dura(), lung})).assessment.ready);
  lung.beingMeasured = true;
  lung.field.reset(), lung.surface.reset();
  const Plan plan = assessed(goodPlan(), sceneWith({dura(), lung}));
  EXPECT_EQ(row(plan, "Lung").verdict, Verdict::Unknown);
  EXPECT_FALSE(row(plan, "Lung").distanceMm);
  EXPECT_EQ(plan.assessment.verdict, Verdict::Unknown);
  EXPECT_TRUE(tells(plan, "structure-being-measured"));
  EXPECT_FALSE(tells(plan, "structure-empty"));
  EXPECT_FALSE(plan.assessment.ready);
  EXPECT_FALSE(plan.assessment.needles[0].breachProbability) << "it would leave the lung out";
  EXPECT_FALSE(tells(plan, "control-stop"));
}

TEST(Assess, hasNoDistanceWithoutANeedle) {
  Plan plan = goodPlan();
  plan.choices.needles.front().needle.reset();
  plan = assessed(plan, sceneWith({dura()}));
  EXPECT_TRUE(tells(plan, "needle-absent"));
  EXPECT_FALSE(row(plan, "Thecal sac").distanceMm.has_value());
  EXPECT_EQ(plan.assessment.verdict, Verdict::Unknown);
  EXPECT_TRUE(plan.assessment.needles.front().depthMm.has_value());
}

TEST(Assess, findsANeedleTooShort) {
  Plan plan = goodPlan();
  plan.choices.needles.front().needle = needle::parseNeedle("22Gx70").value();
  plan = assessed(plan, sceneWith({dura()}));
  EXPECT_EQ(plan.assessment.needles.front().tooShort, true);
  EXPECT_NEAR(*plan.assessment.needles.front().outsideSkinMm, -8, 1e-3);
  EXPECT_TRUE(tells(plan, "needle-too-short"));
  EXPECT_FALSE(plan.assessment.ready);
}

TEST(Assess, hasNoDepthWithoutASkin) {
  Scene scene = sceneWith({dura()});
  scene.skin = nullptr;
  const Plan plan = assessed(goodPlan(), scene);
  EXPECT_FALSE(plan.assessment.needles.front().depthMm.has_value());
  EXPECT_EQ(plan.assessment.needles.front().tooShort, false);  // for the path
  EXPECT_TRUE(tells(plan, "skin-unknown"));
  EXPECT_EQ(plan.assessment.verdict, Verdict::Clear);
  EXPECT_FALSE(plan.assessment.ready);
}

TEST(Assess, placesTheEntryAgainstTheSkin) {
  const auto withEntry = [](double x, double y, double z) {
    Plan plan = goodPlan();
    plan.choices.needles.front().entry = makePoint(x, y, z);
    return assessed(plan, sceneWith({dura()}));
  };
  EXPECT_EQ(codes(withEntry(1, 80.9, 3)), std::vector<std::string>{});  // as near as an entry can be placed
  const Plan off = withEntry(1, 83.6, 3);
  EXPECT_EQ(codes(off), std::vector<std::string>{"entry-off-skin"});
  EXPECT_EQ(off.assessment.findings.front().arguments, (std::vector<std::string>{"Needle 1", "3.6 mm"}));
  EXPECT_NEAR(*off.assessment.needles.front().pathLengthMm, 81.6, 1e-9);
  EXPECT_NEAR(*off.assessment.needles.front().depthMm, 78, 1e-3);
  EXPECT_TRUE(off.assessment.ready);
  const Plan inside = withEntry(1, 60, 3);
  EXPECT_TRUE(tells(inside, "entry-inside-body"));
  EXPECT_FALSE(inside.assessment.ready);
  EXPECT_TRUE(tells(withEntry(1, 500, 3), "entry-outside-scan"));
  EXPECT_EQ(codes(withEntry(1, 2, 3)).front(), "entry-equals-target");
  EXPECT_FALSE(withEntry(1, 2, 3).assessment.ready);
}

TEST(Assess, namesSwappedAndMisplacedPoints) {
  Plan swapped = goodPlan();
  std::swap(swapped.choices.needles.front().entry, swapped.choices.needles.front().target);
  EXPECT_TRUE(tells(assessed(swapped, sceneWith({dura()})), "entry-target-swapped"));
  Plan outside = goodPlan();
  outside.choices.needles.front().target = makePoint(1, 90, 3);
  outside.choices.needles.front().entry = makePoint(1, 100, 3);
  EXPECT_TRUE(tells(assessed(outside, sceneWith({})), "target-outside-body"));
  outside.choices.needles.front().target = makePoint(1, 2, 900);
  EXPECT_TRUE(tells(assessed(outside, sceneWith({})), "target-outside-scan"));
}

TEST(Assess, hasNoVerdictBeforeBothPointsArePlaced) {
  Plan plan = goodPlan();
  plan.choices.needles.front().entry.reset();
  plan = assessed(plan, sceneWith({dura()}));
  EXPECT_FALSE(plan.assessment.verdict.has_value());
  EXPECT_TRUE(tells(plan, "entry-absent"));
  EXPECT_FALSE(plan.assessment.ready);
}

TEST(Assess, keepsSeveralNeedlesApart) {
  Plan plan = goodPlan();
  plan.choices.needles.push_back(plan.choices.needles.front());
  plan.choices.needles.back().label = "Needle 2";
  plan.choices.needles.back().target = makePoint(3, 2, 3);
  plan.choices.needles.back().entry = makePoint(3, 80, 3);
  plan = assessed(plan, sceneWith({dura()}));
  const needle::Clearance& pair = row(plan, "Needle 2");
  EXPECT_NEAR(*pair.distanceMm, 2 - 0.718, 1e-9);
  EXPECT_EQ(pair.source, needle::RowSource(needle::OtherNeedle{}));
  EXPECT_EQ(plan.assessment.verdict, Verdict::Near);
}

TEST(Assess, findsWhatIsNotStated) {
  Plan plan = goodPlan();
  plan.choices.routeId.clear();
  plan.choices.level.clear();
  plan.choices.side.reset();
  plan.choices.operatorName.clear();
  plan.choices.scan.patientPosition.clear();
  plan = assessed(plan, sceneWith({dura()}));
  for (const char* code :
       {"route-absent", "level-not-stated", "side-not-stated", "operator-absent", "no-patient-position"})
    EXPECT_TRUE(tells(plan, code)) << code;
  EXPECT_FALSE(plan.assessment.ready);
}

TEST(Assess, isNotReadyOnAScanInAnotherPosition) {
  Plan plan = goodPlan();
  plan.choices.scan.patientPosition = "HFS";
  plan = assessed(plan, sceneWith({dura()}));
  EXPECT_TRUE(tells(plan, "position-differs"));
  EXPECT_FALSE(plan.assessment.ready);
}

TEST(Assess, refusesToBeReadyWithoutIdentity) {
  for (const char* code : {"no-patient-id", "no-study-uid", "no-frame-of-reference"}) {
    Plan plan = goodPlan();
    if (code == std::string("no-patient-id")) plan.choices.scan.patient.id.clear();
    if (code == std::string("no-study-uid")) plan.choices.scan.study.uid.clear();
    if (code == std::string("no-frame-of-reference")) plan.choices.scan.frameOfReferenceUid.clear();
    plan = assessed(plan, sceneWith({dura()}));
    EXPECT_TRUE(tells(plan, code));
    EXPECT_FALSE(plan.assessment.ready);
  }
}

TEST(Assess, neverMixesPatientsOrFrames) {
  Plan plan = goodPlan();
  plan.choices.scan.patient.id = "P2";
  plan.choices.scan.frameOfReferenceUid = "9.9";
  plan = assessed(plan, sceneWith({dura()}));
  EXPECT_TRUE(tells(plan, "another-patient"));
  EXPECT_TRUE(tells(plan, "another-frame"));
  EXPECT_FALSE(plan.assessment.ready);
}

TEST(Assess, copiesTheScansFindingsAndTellsItsTilt) {
  Volume tilted = support::blockVolume();
  tilted.gantryTilt = Angle::degrees(12);
  tilted.findings.push_back({"no-patient-position", Severity::Info, {}, {}});
  Scene scene = sceneWith({dura()});
  scene.volume = &tilted;
  const Plan plan = assessed(goodPlan(), scene);
  EXPECT_TRUE(tells(plan, "gantry-tilt"));
  EXPECT_TRUE(tells(plan, "no-patient-position"));
  EXPECT_TRUE(plan.assessment.ready);
}

TEST(Assess, tellsOfLargeBoundsAndGuessedKinds) {
  auto coarse = ball("Kidney", Kind::Organ, makePoint(90, 0, 0), 10, 3.4);
  coarse.structure.kindGuessed = true;
  const Plan plan = assessed(goodPlan(), sceneWith({dura(), coarse}));
  EXPECT_TRUE(tells(plan, "error-bound-large"));
  EXPECT_TRUE(tells(plan, "structure-kind-guessed"));
  EXPECT_EQ(row(plan, "Kidney").verdict, Verdict::Unknown);
}

TEST(Assess, listensToTheChecks) {
  Plan plan = goodPlan();
  std::erase_if(plan.choices.checks, [](const auto& check) { return check.id == "earlier-infiltration"; });
  EXPECT_FALSE(assessed(plan, sceneWith({dura()})).assessment.ready);
  plan.choices.checks.push_back({"earlier-infiltration", "2026-05-17", {}, {}, {}});
  EXPECT_TRUE(tells(assessed(plan, sceneWith({dura()})), "infiltration-too-soon"));
  EXPECT_TRUE(assessed(plan, sceneWith({dura()})).assessment.ready);
}

TEST(Chance, isANumberOfItsOwnThatNeverTurnsTheVerdict) {
  const auto sac = ball("Thecal sac", Kind::Dura, makePoint(1, -10.2, 3), 8);  // 4.2 mm in front of the tip
  const Plan plan = assessed(goodPlan(), sceneWith({sac}));
  const auto& planned = plan.assessment.needles.front();
  ASSERT_TRUE(planned.breachProbability);
  EXPECT_GT(*planned.breachProbability, 0.005);
  EXPECT_LT(*planned.breachProbability, 0.5);
  EXPECT_GT(*planned.breachStandardError, 0);
  EXPECT_EQ(planned.placementError->meanTipMm, 3.3);
  EXPECT_EQ(planned.breachProbability, row(plan, "Thecal sac").breachProbability);
  EXPECT_EQ(plan.assessment.verdict, Verdict::Clear);
  Scene scene = sceneWith({sac});
  scene.chances = false;
  EXPECT_FALSE(assessed(goodPlan(), scene).assessment.needles.front().breachProbability);
  EXPECT_EQ(assessed(goodPlan(), scene).assessment.verdict, plan.assessment.verdict);
}

TEST(Chance, aboveTheSitesThresholdWarns) {
  const auto sac = ball("Thecal sac", Kind::Dura, makePoint(1, -8, 3), 8);  // 2 mm in front of the tip
  std::vector<procedure::Route> strict(procedure::routesInUse().begin(), procedure::routesInUse().end());
  for (auto& route : strict) route.chanceWarnsAbove = 0.05;
  EXPECT_FALSE(tells(assessed(goodPlan(), sceneWith({sac})), "breach-chance-high"));
  const Plan warned = assessed(goodPlan(), sceneWith({sac}), procedure::Routes(strict));
  EXPECT_TRUE(tells(warned, "breach-chance-high"));
  for (const Finding& finding : warned.assessment.findings)
    if (finding.code == "breach-chance-high") {
      EXPECT_EQ(finding.severity, Severity::Warning);
    }
  EXPECT_EQ(warned.assessment.verdict, Verdict::Near);
}

TEST(Chance, ofTouchingBoneDoesNotCountForTheNeedle) {
  const auto lamina = ball("Lamina", Kind::Bone, makePoint(1, 40, 14), 9);
  const Plan plan = assessed(goodPlan(), sceneWith({dura(), lamina}));
  EXPECT_GT(*row(plan, "Lamina").breachProbability, 0.02);
  EXPECT_LT(*plan.assessment.needles.front().breachProbability, 0.01);
}

TEST(NearBand, isTheOperators) {
  const auto sac = ball("Thecal sac", Kind::Dura, makePoint(1, -8, 3), 8);
  Plan plan = goodPlan();
  EXPECT_EQ(assessed(plan, sceneWith({sac})).assessment.verdict, Verdict::Near);
  plan.choices.nearBandMm = 0.5;
  EXPECT_EQ(assessed(plan, sceneWith({sac})).assessment.verdict, Verdict::Clear);
}

TEST(Rule, ofTheApproachWarnsWhenBroken) {
  Plan plan = goodPlan();
  plan.choices.needles.front().entry = makePoint(79, 80, 3);  // 45 degrees to the side
  const Plan sideways = assessed(plan, sceneWith({dura()}));
  ASSERT_TRUE(tells(sideways, "rule-broken"));
  for (const Finding& finding : sideways.assessment.findings)
    if (finding.code == "rule-broken") {
      EXPECT_EQ(finding.arguments, (std::vector<std::string>{"Needle 1", "lumbar-interlaminar/from-behind"}));
    }
}

TEST(Rule, ofKambinAsksOnWhichSideOfTheRootTheNeedlePasses) {
  Plan plan = goodPlan();
  plan.choices.routeId = "intradiscal";
  plan.choices.side = Side::Left;
  plan.choices.needles.front().target = makePoint(0, 0, 3);
  plan.choices.needles.front().entry = makePoint(80, 80, 3);
  const auto rules = [&](const Point& root) {
    const auto sac = ball("Thecal sac", Kind::Dura, makePoint(0, 25, 3), 6);
    return assessed(plan, sceneWith({ball("Root L4 left", Kind::Nerve, root, 2), sac}));
  };
  const auto broken = [](const Plan& judged, const std::string& rule) {
    return std::any_of(judged.assessment.findings.begin(), judged.assessment.findings.end(),
                       [&](const Finding& f) { return f.code == "rule-broken" && f.arguments[1] == rule; });
  };
  EXPECT_FALSE(broken(rules(makePoint(25, 18, 12)), "intradiscal/kambin")) << "above the needle";
  EXPECT_FALSE(broken(rules(makePoint(30, 20, 3)), "intradiscal/kambin")) << "in front of the needle";
  EXPECT_TRUE(broken(rules(makePoint(20, 30, 1)), "intradiscal/kambin")) << "behind and below it";
  EXPECT_FALSE(broken(rules(makePoint(25, 18, 12)), "intradiscal/lateral-to-dura"));
}

TEST(Rule, ofTheCaudalAdvanceWantsTheLigament) {
  Plan plan = goodPlan();
  plan.choices.routeId = "caudal";
  plan.choices.needles.front().target = makePoint(0, 20, 20);
  plan.choices.needles.front().entry = makePoint(0, 60, -20);
  const auto broken = [&](const anatomy::MeasuredStructure& ligament) {
    const Plan judged = assessed(plan, sceneWith({dura(), ligament}));
    EXPECT_FALSE(tells(judged, "rule-not-judged"));
    return std::any_of(judged.assessment.findings.begin(), judged.assessment.findings.end(), [](const Finding& f) {
      return f.code == "rule-broken" && f.arguments[1] == "caudal/caudal-advance";
    });
  };
  EXPECT_TRUE(tells(assessed(plan, sceneWith({dura()})), "rule-not-judged"));
  auto ligament = ball("Sacrococcygeal ligament", Kind::Ligament, makePoint(0, 24, 16), 1);
  ligament.structure.role = Role::Crossable;
  EXPECT_TRUE(broken(ligament)) << "4.7 mm beyond its far face, 0.5 mm more or less";
  ligament = ball("Sacrococcygeal ligament", Kind::Ligament, makePoint(0, 22, 18), 1);
  ligament.structure.role = Role::Crossable;
  EXPECT_FALSE(broken(ligament)) << "1.8 mm beyond it";
}

TEST(Rule, betweenTheLaminaeLooksAtDensitiesWhereNoBoneIsGiven) {
  Volume volume;
  volume.hu = Volume::Image::New();
  volume.hu->SetRegions(Volume::Image::SizeType{60, 60, 10});
  volume.hu->SetOrigin(makePoint(-29.5, 0, -2));
  volume.hu->Allocate();
  volume.hu->FillBuffer(40);
  for (int i = 0; i < 60; ++i)
    for (int k = 0; k < 10; ++k)
      for (int j = 30; j < 33; ++j) volume.hu->SetPixel({{i, j, k}}, 600);
  EXPECT_NEAR(*throughBoneMm(volume, {makePoint(0, 55, 3), makePoint(0, 5, 3)}, 45), 3, 0.26);
  EXPECT_EQ(throughBoneMm(volume, {makePoint(0, 55, 3), makePoint(0, 5, 3)}, 10), 0);
  volume.isHu = false;
  EXPECT_FALSE(throughBoneMm(volume, {makePoint(0, 55, 3), makePoint(0, 5, 3)}, 45));
}

TEST(Stop, comesBeforeTheFirstStructureThatIsNear) {
  const auto root = ball("Root", Kind::Nerve, makePoint(8, 40, 3), 2, 0.5);  // 40 mm deep, 7 mm beside the axis
  Plan plan = goodPlan();
  const auto stops = controlStops({plan.choices.needles.front(), {}}, plan.choices, sceneWith({root}),
                                  procedure::routesInUse().find(plan.choices.routeId));
  ASSERT_EQ(stops.size(), 2u);
  const double reach = 2 + 0.359 + 0.5 + 2 + 3;  // its radius, the needle's, bound, margin, near band
  EXPECT_NEAR(stops[0].atMm, 40 - std::sqrt(reach * reach - 49), 1e-6);
  EXPECT_EQ(stops[0].structure, "Root");
  EXPECT_NEAR(stops[1].atMm, 78 - 10, 1e-9);
  EXPECT_TRUE(stops[1].structure.empty());
  EXPECT_TRUE(tells(assessed(plan, sceneWith({dura(), root})), "control-stop"));
  EXPECT_FALSE(tells(assessed(plan, sceneWith({dura()})), "control-stop"));
}

TEST(Midline, givesTheLateralDistanceAlongItsOwnCourse) {
  EXPECT_FALSE(fromMidlineMm({}, makePoint(10, 80, 0)));
  EXPECT_NEAR(*fromMidlineMm({makePoint(2, 70, 0)}, makePoint(10, 80, 30)), 8, 1e-12);
  const std::vector<Point> leaning{makePoint(0, 70, 0), makePoint(4, 70, 40)};
  EXPECT_NEAR(*fromMidlineMm(leaning, makePoint(10, 80, 20)), 8, 1e-12);
  EXPECT_NEAR(*fromMidlineMm(leaning, makePoint(-3, 80, 60)), -9, 1e-12);
  Plan plan = goodPlan();
  plan.choices.midline = leaning;
  EXPECT_NEAR(*assessed(plan, sceneWith({dura()})).assessment.needles.front().fromMidlineMm, 1 - 0.3, 1e-12);
}

}  // namespace planning
