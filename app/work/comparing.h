#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "planning/review/registration.h"
#include "planning/review/steering.h"

namespace app::review {

/// What was planned, as far as it is at hand.
struct PlannedSide {
  planning::Plan plan;
  std::vector<planning::anatomy::MeasuredStructure> structures;  ///< as the plan took them
  std::vector<std::string> missing{};  ///< names of structures that the plan measured and that are not at hand
};

/// A control against a plan, with all that follows for the needle on the table.
struct Compared {
  planning::review::Control control;
  std::vector<planning::review::ActualNeedle> needles;
  std::vector<planning::review::Steering> steering;  ///< one for each of needles
};

/// The needles in the control measured against the planned ones, as a report keeps them (asKept()), so that a control
/// that is opened again has the same numbers; each without a tracking UID gets one. `skin` is the
/// control's; null where none is known. Beside reviewOf()'s findings: "structure-not-reopened" (name). Findings have
/// their English text. The one place that compares, for the window and for `compare`.
Compared compared(const PlannedSide& planned, const planning::Volume& control, const planning::anatomy::Skin* skin,
                  const planning::review::Registration& registration, planning::review::NeedlesInControl found,
                  const planning::review::ReviewNotes& notes);

/// Structures of files, measured, as the plan took them. Null `planned` where only the planned scan's identity is
/// known. Errors: those of io::readStructures().
planning::Expected<std::vector<planning::anatomy::MeasuredStructure>> plannedStructures(
    const planning::Plan& plan, const planning::Volume* planned, const std::vector<std::filesystem::path>& files,
    planning::Progress& progress);

/// Names of structures that the plan measured and that are not among these.
std::vector<std::string> missingStructures(const planning::Plan& plan,
                                           const std::vector<planning::anatomy::MeasuredStructure>& structures);

}  // namespace app::review
