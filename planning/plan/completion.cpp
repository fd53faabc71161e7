#include "planning/plan/completion.h"

#include "planning/plan/site_check.h"
#include "planning/procedure/said.h"

namespace planning {

Completion mayComplete(const Plan& plan) {
  Completion completion;
  const auto add = [&](const char* code, std::vector<std::string> arguments) {
    completion.reasons.push_back({code, Severity::Error, std::move(arguments), {}});
  };
  if (!plan.assessment.ready) add("plan-not-ready", {});
  if (!isSaid(plan.choices.operatorName)) add("operator-absent", {});
  const auto& check = plan.choices.siteCheck;
  if (!check || !isSaid(check->by)) add("site-check-absent", {});
  for (const Finding& stale : siteCheckFindings(plan.choices)) add("site-check-stale", stale.arguments);
  completion.may = completion.reasons.empty();
  return completion;
}

}  // namespace planning
