#include "planning/plan/plan.h"

#include "planning/check.h"

namespace planning {

PlannedNeedle Plan::needle(std::size_t which) const {
  check(choices.needles.size() == assessment.needles.size(), "every needle of a plan is assessed");
  return {choices.needles.at(which), assessment.needles.at(which)};
}

std::vector<PlannedNeedle> Plan::needles() const {
  std::vector<PlannedNeedle> all;
  for (std::size_t i = 0; i < choices.needles.size(); ++i) all.push_back(needle(i));
  return all;
}

void Plan::add(const PlannedNeedle& needle) {
  choices.needles.push_back(needle);
  assessment.needles.push_back(needle);
}

}  // namespace planning
