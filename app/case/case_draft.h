#pragma once

#include <set>
#include <string>
#include <vector>

#include "planning/anatomy/levels.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/plan/preparation.h"

namespace app {

/// All that an operator can edit and undo: a plain value, cheap to copy (shapes and surfaces are shared).
struct CaseDraft {
  planning::PlanChoices plan;  ///< without the scan's identity
  std::vector<planning::anatomy::MeasuredStructure> structures;
  planning::Overruled overruled;           ///< roles and needles that the operator chose against the route
  planning::anatomy::CountedSpine levels;  ///< the vertebrae as counted
  int currentNeedle = 0;
};

/// One needle, nothing else.
CaseDraft emptyDraft();

/// "Needle 1", the lowest number that is free.
planning::NeedleChoice newNeedle(const CaseDraft& draft);

/// What route, kinds and targets make of roles and needles, where the operator has not chosen otherwise.
void deriveDefaults(CaseDraft& draft);

/// The operator's word that "near" is wanted was about the needle as it was.
void withdrawAcceptance(CaseDraft& draft);

/// `name`, or "name (2)" when a structure has it already.
std::string uniqueName(const CaseDraft& draft, const std::string& name);

bool sameLevels(const CaseDraft& a, const CaseDraft& b);

/// Same list, shapes and properties.
bool sameStructures(const CaseDraft& a, const CaseDraft& b);

}  // namespace app
