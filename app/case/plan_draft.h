#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "planning/anatomy/levels.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/plan/preparation.h"

namespace app {

/// A projection that a plan is made on: where it was opened from, and what was marked in it.
struct OpenedView {
  std::filesystem::path file;
  planning::fluoroscopy::MarkedView marked;
};

/// All that an operator can edit and undo: a plain value, cheap to copy (shapes and surfaces are shared).
struct PlanDraft {
  planning::PlanChoices choices;  ///< without the scan's identity
  std::vector<planning::anatomy::MeasuredStructure> structures;
  planning::Overruled overruled;           ///< roles and needles that the operator chose against the route
  planning::anatomy::CountedSpine levels;  ///< the vertebrae as counted
  int currentNeedle = 0;
  std::map<int, OpenedView> views;  ///< of a plan on projections, by their place: 0 or 1
  bool nothingMoved = false;        ///< between them, as the operator says
};

/// One needle, nothing else.
PlanDraft emptyDraft();

/// Its place among the structures, by its tracking UID; absent when there is none.
std::optional<int> indexOf(const std::vector<planning::anatomy::MeasuredStructure>& structures,
                           const std::string& trackingUid);

/// Was one of the structures read from this object? Never for an empty UID.
bool holdsObject(const std::vector<planning::anatomy::MeasuredStructure>& structures,
                 const std::string& sopInstanceUid);

/// Structures that are new to the draft, with a name of their own, a tracking UID and a colour where they have none.
void append(PlanDraft& draft, std::vector<planning::anatomy::MeasuredStructure> structures);

/// "Needle 1", the lowest number that is free.
planning::NeedleChoice newNeedle(const PlanDraft& draft);

/// What route, kinds and targets make of roles and needles, where the operator has not chosen otherwise.
void deriveDefaults(PlanDraft& draft);

/// The operator's words that "near" is wanted and a short reserve accepted were about the needle as it was.
void withdrawAcceptance(PlanDraft& draft);
/// All that a person vouched for by sight: level, side, structures, what was not visible, places from elsewhere, near
/// and rules accepted, the site check. Each can be said again.
void withdrawWords(PlanDraft& draft);

/// Takes back what somebody said of the structure of that name.
void forgetWord(PlanDraft& draft, const std::string& name);

/// `name`, or "name (2)" when a structure has it already.
std::string uniqueName(const PlanDraft& draft, const std::string& name);

bool sameLevels(const PlanDraft& a, const PlanDraft& b);

/// A level and a side, as one needle has them.
using NeedleSite = std::pair<std::string, std::optional<planning::anatomy::Side>>;
/// Those of the needles, each once.
std::vector<NeedleSite> sitesOf(const planning::PlanChoices& choices);

/// Where level, side or count are no longer those of `before`: what was expected there, and nobody confirmed, goes.
void dropStaleExpected(const PlanDraft& before, PlanDraft& next);

/// Same list, shapes and properties.
bool sameStructures(const PlanDraft& a, const PlanDraft& b);

}  // namespace app
