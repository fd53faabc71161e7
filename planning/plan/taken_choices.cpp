#include "planning/plan/taken_choices.h"

namespace planning {
namespace {

/// The row's own object and number where it names one: the operator may have given the structure another name.
bool isOf(const needle::Clearance& row, const anatomy::Structure& structure) {
  if (!row.sourceSopInstanceUid.empty() && row.sourceNumber &&
      row.sourceSopInstanceUid == structure.sourceSopInstanceUid)
    return row.sourceNumber == structure.sourceNumber;
  return needle::isStructure(row.source) && row.structure == structure.name;
}

}  // namespace

void takeChoices(std::vector<anatomy::MeasuredStructure>& structures, const Plan& plan) {
  for (const auto& traced : plan.choices.tracedStructures) structures.push_back(anatomy::measure(traced));
  for (const auto& planned : plan.assessment.needles)
    for (const auto& clearance : planned.clearances)
      for (auto& measured : structures) {
        if (!isOf(clearance, measured.structure)) continue;
        measured.structure.name = clearance.structure;
        measured.structure.role = clearance.role;
        measured.structure.kind = clearance.kind;
        measured.structure.confirmed = clearance.confirmed;
        measured.structure.marginMm = clearance.marginMm;
      }
}

}  // namespace planning
