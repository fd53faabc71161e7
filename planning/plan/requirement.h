#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "planning/anatomy/lung.h"
#include "planning/plan/assessment.h"

namespace planning {

/// A structure that the route requires, and which of the structures at hand meet it.
struct Requirement {
  const procedure::RequiredStructure* required = nullptr;  ///< of the route; outlives the assessment
  anatomy::Side side = anatomy::Side::None;                ///< on which it must lie; None: no matter, or not given
  std::vector<std::size_t> metBy;   ///< indexes of structures on that side and level, as far as can be told
  bool placeTold = true;            ///< false: neither where those in metBy lie nor their names tell side or level
  std::optional<double> foundMm{};  ///< from the path to one that the program found and nobody confirmed ...
  double foundBoundMm = 0;          ///< ... with its error bound
  const AcceptedUnknown* accepted = nullptr;  ///< of the choices: looked for, not visible; only where metBy is empty
};

/// What measures less from corner to corner is a speck, and meets no requirement: of the least that is required, a
/// root, one slice shows more (5 mm by 5 mm). Ours: no source gives a least size.
inline constexpr double kLeastExtentMm = 6;

/// All that the route requires of one needle on its side and level; for both sides, each is required. A structure is
/// the one that is required by where it lies (placeByLying), where that cannot be told by its name. What is required
/// only in front (onlyInFront) is left out where the needle's path stays behind, as far as counted vertebrae tell.
/// Where a lung lies within kLungNearMm of the path, given as a structure or found in the scan (`lung`, may be null),
/// it is required as well. `choices` are the needle's own. Empty without a route.
std::vector<Requirement> requirementsOf(const procedure::Route* route, const PlanChoices& choices,
                                        const std::vector<anatomy::MeasuredStructure>& structures,
                                        const NeedleChoice& needle, const anatomy::FoundLung* lung = nullptr);

/// Lets the requirements judge the rows of one needle: `rows[i]` belongs to structure i. A required structure that is
/// not confirmed, not measurable or crossable is unknown (a breach stays one); one that is absent gets a row behind the
/// others, where a lung was found with its distance; `radiusMm` is the needle's.
void applyRequirements(std::vector<needle::Clearance>& rows, const std::vector<Requirement>& requirements,
                       const procedure::Route* route, double radiusMm);

/// Absent, unconfirmed, and side or level not told. The arguments name requirements by their id. Findings:
/// "required-absent", "required-unconfirmed", "required-place-unknown", "required-too-small" (name, id, its extent),
/// where nothing else meets the requirement, "lung-found" (mm from the path); Info "unknown-accepted" (id, by, reason,
/// modality, date).
std::vector<Finding> requirementFindings(const std::vector<Requirement>& requirements,
                                         const std::vector<anatomy::MeasuredStructure>& structures);

/// Errors where an acceptance counts for nothing: "acceptance-not-allowed" (id, by) of what must be known,
/// "acceptance-incomplete" (id). What the route does not require is passed over.
std::vector<Finding> acceptanceFindings(const procedure::Route* route, const PlanChoices& choices);

}  // namespace planning
