#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/review/control.h"
#include "planning/review/needle_finder.h"

namespace planning::review {

/// A needle in the control, and which planned one it was meant to be.
struct ActualNeedle {
  std::size_t planned = 0;  ///< index into the plan's needles
  std::string trackingUid;  ///< its own
  FoundNeedle found;
  bool clicked = false;
  bool asRecorded = false;  ///< neither found nor clicked now: an earlier control has it so
};

/// A needle that is not looked for: the operator showed it by two places in the control.
struct ShownNeedle {
  std::size_t planned = 0;
  Point entry, tip;
  std::optional<FoundNeedle> recorded{};  ///< that an earlier control of the same scan has, instead of two clicks

  friend bool operator==(const ShownNeedle&, const ShownNeedle&) = default;
};

/// The needles of a control: shown, or found near each planned one.
struct NeedlesInControl {
  std::vector<ActualNeedle> needles;
  std::vector<std::string> missing;  ///< labels of planned needles that none was found for, when others were
};

/// Needles without tracking UIDs. Errors: "no-planned-needle" (none is placed); those of findNeedle() for the first one
/// when none is found.
Expected<NeedlesInControl> needlesIn(const Volume& control, const Plan& plan, const Registration& registration,
                                     const std::vector<ShownNeedle>& shown, Progress& progress);

/// What the operator adds.
struct ReviewNotes {
  std::string timePoint;               ///< "Control scan 1"
  std::string contrastTest;            ///< "epidural", "articular", "vascular", "intrathecal"; empty: none made
  std::vector<std::string> missing{};  ///< of NeedlesInControl
};

/// The structures as they lie in the control: brought over, their error bounds with the residual added, and what the
/// needles' own places are uncertain by.
std::vector<anatomy::MeasuredStructure> structuresInControl(const std::vector<anatomy::MeasuredStructure>& planned,
                                                            const Registration& registration,
                                                            const std::vector<ActualNeedle>& needles);

/// How far each error of an actual needle may itself be wrong: by where the needle is seen, and by the registration's
/// residual.
struct ErrorBounds {
  double tipMm = 0;                 ///< of the tip's error and of its parts, lateral and along the needle
  std::optional<double> entryMm{};  ///< absent where the control does not show the entry
  Angle angle = Angle::radians(0);  ///< the residual may turn the planned line about its middle
  std::optional<double> bendMm{};   ///< absent for a needle shown by two places, which say nothing of a bend
};
ErrorBounds errorBoundsOf(const FoundNeedle& found, bool clicked, const Registration& registration);
inline ErrorBounds errorBoundsOf(const ActualNeedle& actual, const Registration& registration) {
  return errorBoundsOf(actual.found, actual.clicked, registration);
}

/// A planned needle's way as it lies in the control. Absent while it is not placed.
std::optional<needle::Trajectory> wayInControl(const NeedleChoice& planned, const Registration& registration);

/// The actual needles against the planned ones. `scene` is the control's: its volume, its skin and the structures of
/// structuresInControl(). Distances are measured along the needle's course, bent as it is. The plan's own findings are
/// not repeated. Findings (arguments): "needle-found" (label, bound of the tip, bound of the direction),
/// "needle-clicked" (label, bound), "needle-as-recorded" (as "needle-found"), "needle-bent" (label, bend),
/// "entry-not-in-control" (label), "registered-by-bone" and "registered-by-landmarks" (residual),
/// "residual-not-accepted" (residual), "contrast-vascular", "planned-needle-not-found" (label).
Control reviewOf(const Plan& plan, const Scene& scene, const procedure::Routes& routes,
                 const Registration& registration, const std::vector<ActualNeedle>& needles, const ReviewNotes& notes);

}  // namespace planning::review
