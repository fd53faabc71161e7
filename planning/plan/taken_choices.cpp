#include "planning/plan/taken_choices.h"

namespace planning {
namespace {

/// The row's own object and number: the operator may have given the structure another name, and two may have one.
bool isFrom(const needle::Clearance& row, const anatomy::Structure& structure) {
  return !row.sourceSopInstanceUid.empty() && row.sourceNumber &&
         row.sourceSopInstanceUid == structure.sourceSopInstanceUid && row.sourceNumber == structure.sourceNumber;
}

/// The one that the row came from; where it is not at hand, those of its name.
std::vector<anatomy::Structure*> measuredIn(const needle::Clearance& row,
                                            std::vector<anatomy::MeasuredStructure>& structures) {
  std::vector<anatomy::Structure*> itself, named;
  for (auto& measured : structures) {
    if (isFrom(row, measured.structure)) itself.push_back(&measured.structure);
    if (needle::isStructure(row.source) && row.structure == measured.structure.name)
      named.push_back(&measured.structure);
  }
  return itself.empty() ? named : itself;
}

}  // namespace

void takeChoices(std::vector<anatomy::MeasuredStructure>& structures, const Plan& plan) {
  for (const auto& traced : plan.choices.tracedStructures) structures.push_back(anatomy::measure(traced));
  for (const auto& planned : plan.assessment.needles)
    for (const auto& clearance : planned.clearances)
      for (auto* structure : measuredIn(clearance, structures)) {
        structure->name = clearance.structure;
        structure->role = clearance.role;
        structure->side = clearance.side;
        structure->kindGuessed = structure->kindGuessed && structure->kind == clearance.kind;
        structure->kind = clearance.kind;
        structure->confirmed = clearance.confirmed;
        structure->marginMm = clearance.marginMm;
      }
}

}  // namespace planning
