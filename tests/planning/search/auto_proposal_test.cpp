#include "planning/search/auto_proposal.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "planning/plan/preparation.h"
#include "planning/search/auto_findings.h"
#include "planning/search/auto_ground.h"
#include "planning/search/target_region.h"
#include "tests/planning/search/lumbar_ground.h"

// Target and entry together in the drawn lumbar body, whose structures are known.
namespace planning {
namespace {

using anatomy::Side;
using support::lumbarGround;

PlanChoices choicesOf(const std::string& route, const std::string& level, std::optional<Side> side) {
  PlanChoices choices;
  choices.routeId = route;
  choices.level = level;
  choices.side = side;
  choices.guidance = "CT";
  choices.scan = lumbarGround().phantom.volume.identity;
  choices.levels = lumbarGround().counted.levels;
  choices.needles.emplace_back().label = "Needle 1";
  return choices;
}

Scene sceneWith(std::vector<anatomy::MeasuredStructure> structures) {
  const auto& ground = lumbarGround();
  return {&ground.phantom.volume, &ground.skin, std::move(structures)};
}

AutoProposal together(const PlanChoices& choices, const Scene& scene) {
  const auto region = targetRegion({*scene.volume, lumbarGround().counted, scene.structures}, choices.routeId,
                                   choices.level, choices.side);
  if (!region) throw std::runtime_error(region.error().code);
  Progress progress;
  auto proposal = proposeTogether(choices, *region, scene, procedure::builtInRoutes(), 3, progress);
  if (!proposal) throw std::runtime_error(proposal.error().code);
  return std::move(*proposal);
}

/// A vessel that stands along the spine behind and beside the left joint of L4 and L5.
anatomy::MeasuredStructure wall() {
  anatomy::Structure structure;
  structure.name = "Wall";
  structure.trackingUid = "wall";
  structure.kind = anatomy::Kind::Artery;
  structure.confirmed = true;
  structure.shape = anatomy::Tube{{makePoint(29, 58, -110), makePoint(29, 58, 10)}, {14, 14}, 0};
  return anatomy::measure(std::move(structure));
}

bool says(const std::vector<Finding>& findings, const std::string& code) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.code == code; });
}

}  // namespace

TEST(AutoProposal, findsANeedleThatNoVerdictCallsABreachSlow) {
  const auto choices = choicesOf("lumbar-foraminal", "L4-L5", Side::Left);
  const auto proposal = together(choices, sceneWith(lumbarGround().given));
  EXPECT_TRUE(proposal.missing.empty());
  EXPECT_FALSE(proposal.block);
  ASSERT_FALSE(proposal.needles.empty());
  for (const AutoNeedle& needle : proposal.needles) {
    const auto& planned = needle.proposal.needle;
    EXPECT_TRUE(*planned.verdict == needle::Verdict::Near || *planned.verdict == needle::Verdict::Clear);
    EXPECT_FALSE(*planned.tooShort);
    EXPECT_TRUE(says(needle.reasons, "auto-nearest"));
    EXPECT_FALSE(says(needle.reasons, "rule-needs-word"));
  }
  const auto& best = proposal.needles.front();
  const Point aim = lumbarGround().drawn.levels[3].frame.toPatient(18, 18.5, .5);
  EXPECT_LT((*best.proposal.needle.target - aim).GetNorm(), 5);
  for (std::size_t i = 1; i < proposal.needles.size(); ++i) {
    EXPECT_LE(proposal.needles[i].score, proposal.needles[i - 1].score);
    EXPECT_GE((*proposal.needles[i].proposal.needle.entry - *best.proposal.needle.entry).GetNorm(),
              kBetweenProposalsMm);
  }
}

TEST(AutoProposal, saysWhatIsMissingAndCallsNothingClearSlow) {
  auto structures = lumbarGround().given;
  std::erase_if(structures, [](const auto& measured) { return measured.structure.kind == anatomy::Kind::Nerve; });
  const auto proposal = together(choicesOf("lumbar-facet", "L4-L5", Side::Left), sceneWith(structures));
  EXPECT_EQ(proposal.missing, std::vector<std::string>{"nerve-root"});
  ASSERT_FALSE(proposal.needles.empty());
  for (const AutoNeedle& needle : proposal.needles)
    EXPECT_EQ(*needle.proposal.needle.verdict, needle::Verdict::Unknown);
}

TEST(AutoProposal, namesTheStructureThatBlocksAndAPlaceThatIsFree) {
  const auto choices = choicesOf("lumbar-facet", "L4-L5", Side::Left);
  auto structures = lumbarGround().given;
  structures.push_back(wall());
  const Scene scene = sceneWith(structures);
  const auto proposal = together(choices, scene);
  EXPECT_TRUE(proposal.needles.empty());
  ASSERT_TRUE(proposal.block);
  EXPECT_EQ(proposal.block->structure, "Wall");
  EXPECT_GT(proposal.block->alone, 0u);
  EXPECT_LE(proposal.block->blocked, proposal.block->ways);
  EXPECT_FALSE(proposal.block->expectedOnly);
  ASSERT_TRUE(proposal.block->freed);
  EXPECT_LE(proposal.block->freed->mm(), kAroundRegionMm + 1e-9);
  const auto routes = procedure::builtInRoutes();
  PlanChoices there = choices;
  there.needles.front().target = proposal.block->freed->place;
  Scene roled = scene;
  followRoute(there, roled.structures, {}, routes);
  Progress progress;
  EXPECT_TRUE(proposeEntries(there, 0, roled, routes, 1, progress));
  EXPECT_TRUE(says(findingsOf(*proposal.block, Side::Left), "auto-blocked-by"));
}

TEST(AutoProposal, stopsWhenItIsAskedSlow) {
  class Stopped : public Progress {
    bool stopRequested() const override { return true; }
  } stopped;
  const auto choices = choicesOf("lumbar-facet", "L4-L5", Side::Left);
  const auto region = targetRegion({lumbarGround().phantom.volume, lumbarGround().counted, lumbarGround().given},
                                   choices.routeId, choices.level, choices.side);
  const auto proposal =
      proposeTogether(choices, *region, sceneWith(lumbarGround().given), procedure::builtInRoutes(), 3, stopped);
  ASSERT_FALSE(proposal);
  EXPECT_EQ(proposal.error().code, "cancelled");
}

TEST(AutoFindings, sayAMoveInTheBodysOwnDirections) {
  AutoBlock block;
  block.bar = "too-far";
  block.freed = TargetMove{4, 0.2, -3, makePoint(1, 2, 3)};
  std::vector<std::string> codes;
  for (const Finding& finding : findingsOf(block, Side::Right)) codes.push_back(finding.code);
  EXPECT_EQ(codes, (std::vector<std::string>{"auto-too-far", "auto-move-lateral", "auto-move-back", "auto-free-at"}));
  block.freed->lateral = -4;
  EXPECT_TRUE(says(findingsOf(block, Side::Right), "auto-move-medial"));
  EXPECT_TRUE(says(findingsOf(block, std::nullopt), "auto-move-right"));
  block.freed.reset();
  EXPECT_TRUE(says(findingsOf(block, std::nullopt), "auto-none-free"));
}

TEST(AutoGround, expectsWhatNobodyGaveAndNeverTakesItForEvidenceSlow) {
  const auto choices = choicesOf("lumbar-foraminal", "L4-L5", Side::Left);
  Progress progress;
  const auto ground = groundOf(lumbarGround().phantom.volume, choices, {}, {}, progress);
  ASSERT_TRUE(ground) << ground.error().code;
  EXPECT_EQ(ground->added, (std::vector<std::string>{"Bone (found)", "Thecal sac (expected)",
                                                     "Nerve root L4 (expected)", "Nerve root L5 (expected)"}));
  for (const auto& measured : ground->structures) EXPECT_FALSE(measured.structure.confirmed);
  const auto answer = proposeOnGround(*ground, choices, sceneWith({}), procedure::builtInRoutes(), 3, progress);
  ASSERT_TRUE(answer) << answer.error().code;
  for (const char* id : {"dura", "exiting-root"})
    EXPECT_EQ(std::count(answer->proposal.missing.begin(), answer->proposal.missing.end(), id), 1) << id;
  for (const AutoNeedle& needle : answer->proposal.needles) {
    EXPECT_EQ(*needle.proposal.needle.verdict, needle::Verdict::Unknown);
    EXPECT_FALSE(says(needle.reasons, "auto-nearest")) << "nobody confirmed anything";
  }
}

TEST(AutoGround, takesOneGivenVertebraForNoOthersBoneSlow) {
  const auto choices = choicesOf("lumbar-foraminal", "L4-L5", Side::Left);
  Progress progress;
  for (const std::size_t vertebrae : {1U, 2U}) {
    auto given = lumbarGround().given;
    std::erase_if(given, [&](const auto& measured) {
      const auto& name = measured.structure.name;
      return measured.structure.kind == anatomy::Kind::Bone && name != "L4 vertebra" &&
             (vertebrae == 1 || name != "L5 vertebra");
    });
    const auto ground = groundOf(lumbarGround().phantom.volume, choices, given, {}, progress);
    ASSERT_TRUE(ground) << ground.error().code;
    EXPECT_EQ(std::count(ground->added.begin(), ground->added.end(), "Bone (found)"), vertebrae == 1 ? 1 : 0);
  }
}

}  // namespace planning
