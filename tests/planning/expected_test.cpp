#include <gtest/gtest.h>

#include "planning/plan/plan.h"
#include "tests/support/assessed.h"

namespace planning {
namespace {

using anatomy::Kind;
using needle::Verdict;

/// A tube across the needle's way, its wall `apartMm` from the needle's axis.
anatomy::MeasuredStructure tube(const char* name, Kind kind, double apartMm, anatomy::Origin::Kind origin,
                                bool confirmed) {
  anatomy::Structure structure;
  structure.name = name;
  structure.kind = kind;
  structure.source = {origin};
  structure.confirmed = confirmed;
  structure.shape = anatomy::Tube{{makePoint(apartMm + 2, 30, -20), makePoint(apartMm + 2, 30, 20)}, {2, 2}, 1.5};
  return measure(structure);
}

Plan assessed(std::vector<anatomy::MeasuredStructure> structures) {
  PlanChoices choices;
  choices.routeId = "lumbar-interlaminar";
  NeedleChoice& needle = choices.needles.emplace_back();
  needle.label = "Needle 1";
  needle.entry = makePoint(0, 80, 0);
  needle.target = makePoint(0, 0, 0);
  needle.needle = needle::Needle{22, 90, 0.718};
  Scene scene;
  scene.structures = std::move(structures);
  return support::assessed(std::move(choices), scene);
}

Verdict verdictOf(const Plan& plan, const std::string& name) {
  for (const auto& row : plan.assessment.needles[0].clearances)
    if (row.structure == name) return *row.verdict;
  throw std::runtime_error("no row of " + name);
}

}  // namespace

TEST(ExpectedStructure, isNoEvidenceForWhatTheRouteRequires) {
  const auto expected = assessed({tube("Thecal sac", Kind::Dura, 20, anatomy::Origin::Kind::Expected, false)});
  EXPECT_EQ(verdictOf(expected, "Thecal sac"), Verdict::Unknown);
  EXPECT_EQ(expected.assessment.verdict, Verdict::Unknown);
  const auto confirmed = assessed({tube("Thecal sac", Kind::Dura, 20, anatomy::Origin::Kind::Expected, true)});
  EXPECT_EQ(verdictOf(confirmed, "Thecal sac"), Verdict::Clear);
}

TEST(ExpectedStructure, isUnknownAlsoWhereNothingRequiresIt) {
  const auto sac = tube("Thecal sac", Kind::Dura, 20, anatomy::Origin::Kind::Traced, true);
  const auto plan = assessed({sac, tube("Root L4", Kind::Nerve, 20, anatomy::Origin::Kind::Expected, false)});
  EXPECT_EQ(verdictOf(plan, "Thecal sac"), Verdict::Clear);
  EXPECT_EQ(verdictOf(plan, "Root L4"), Verdict::Unknown);
  EXPECT_EQ(plan.assessment.verdict, Verdict::Unknown);
}

TEST(ExpectedStructure, stillWarnsWhereTheNeedleWouldMeetIt) {
  const auto plan = assessed({tube("Root L4", Kind::Nerve, 1, anatomy::Origin::Kind::Expected, false)});
  EXPECT_EQ(verdictOf(plan, "Root L4"), Verdict::Breach);
}

// Another unconfirmed structure that nothing requires is judged by where it lies, as before.
TEST(ExpectedStructure, isNotEveryUnconfirmedOne) {
  const auto plan = assessed({tube("Root L4", Kind::Nerve, 20, anatomy::Origin::Kind::Found, false)});
  EXPECT_EQ(verdictOf(plan, "Root L4"), Verdict::Clear);
}

// The bound of a tube is the uncertainty that was stated for it, and it is judged on its safe side.
TEST(TracedStructure, bringsItsStatedUncertaintyIntoTheVerdict) {
  const auto plan = assessed({tube("Root L4", Kind::Nerve, 3.6, anatomy::Origin::Kind::Traced, true)});
  const auto& row = plan.assessment.needles[0].clearances.front();
  ASSERT_EQ(row.structure, "Root L4");
  EXPECT_DOUBLE_EQ(row.errorBoundMm, 1.5);
  EXPECT_NEAR(*row.distanceMm, 3.6 - 0.359, 1e-6);
  EXPECT_EQ(row.verdict, Verdict::Breach) << "3.2 mm less 1.5 mm is nearer than the margin of 2 mm";
}

}  // namespace planning
