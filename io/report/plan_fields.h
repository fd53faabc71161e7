#pragma once

#include <vector>

#include "io/report/field.h"
#include "planning/plan/assessment.h"
#include "planning/plan/choices.h"

/// The plain fields of a plan. A new one is a row here, beside its member, its concept and its line in the README
/// (CONTRIBUTING.md, "What to touch").
namespace io::report {

/// Where among the qualitative evaluations a row stands.
enum class Place {
  Title,     ///< before the intervention
  Site,      ///< behind it
  Words,     ///< behind the word on what moved between two views
  Accepted,  ///< behind the vertebrae
  Last       ///< behind all lists: where a new one goes
};

struct ChoiceField {
  Place place;
  Field<planning::PlanChoices> field;
};
const std::vector<ChoiceField>& choiceFields();

/// Of a needle's group, behind the needle's own measures.
const std::vector<Field<planning::NeedleAssessment>>& needleFields();

}  // namespace io::report
