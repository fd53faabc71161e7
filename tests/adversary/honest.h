#pragma once

#include <set>
#include <string>
#include <vector>

#include "planning/plan/completion.h"
#include "planning/plan/plan.h"
#include "planning/procedure/route.h"
#include "tests/adversary/body.h"

/// Plans that are right, by honest answers alone.
namespace adversary {

/// All that a plan is judged by, before it is: what an adversary may change.
struct Case {
  const Body* body = nullptr;
  planning::PlanChoices choices;
  std::vector<planning::anatomy::MeasuredStructure> structures;
  bool skinKnown = true;
  std::string date = "2026-11-30";
  /// The adversary has the site checked after what he planted, so that nothing else stands in his way.
  bool checkedLast = true;
  /// The path keeps every margin beyond what the body's own grids blur; on coarse ones there may be none that does.
  bool isSound = false;

  planning::NeedleChoice& needle() { return choices.needles.front(); }
  const planning::procedure::Route& route() const;
  /// "lumbar-facet L4-L5 left of lumbar, mirrored"
  std::string text() const;
};

/// A sound path of the body, moved within what the truth allows, with all that a person answers honestly.
Case honestCase(const Body& body, const testdata::PhantomAnswer& path, Random& random);

/// What a person answers honestly on any route: guidance, operator, checks, and the structures that were looked for and
/// are not visible. A rule that asks for more is answered here.
void answerHonestly(planning::PlanChoices& choices);

struct Judged {
  planning::Plan plan;
  planning::Completion completion;
  std::set<std::string> codes;  ///< of all findings, and of what stands against completion
};
/// As the command `plan --complete` judges it.
Judged judge(Case made);

}  // namespace adversary
