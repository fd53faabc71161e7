#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/levels.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/skin.h"
#include "planning/fluoroscopy/marked_views.h"
#include "planning/identity.h"
#include "planning/needle/clearance.h"
#include "planning/needle/placement.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/route.h"
#include "planning/volume.h"

namespace planning {

/// One planned needle: what the operator chose, and what follows from it.
struct PlannedNeedle {
  // Chosen.
  std::string label;  ///< "Needle 1"
  std::string trackingUid;
  std::optional<Point> target;
  std::optional<Point> entry;
  std::optional<needle::Needle> needle;

  // Computed by assess(); absent while not defined or not known.
  std::optional<double> pathLengthMm;   ///< entry to target
  std::optional<double> depthMm;        ///< skin to target along the path
  std::optional<double> outsideSkinMm;  ///< needle length - depth
  std::optional<bool> tooShort;         ///< the needle, for the depth (for the path where no skin is known)
  std::optional<needle::TrajectoryAngles> angles;
  std::vector<needle::Clearance> clearances;  ///< worst first; a required structure that is absent has its row too
  std::optional<needle::Verdict> verdict;     ///< absent while target or entry is
  std::optional<double> breachProbability;    ///< of touching at least one structure to avoid, bone and disc apart
  std::optional<double> breachStandardError;  ///< of that estimate
  std::optional<needle::PlacementError> placementError;  ///< that the chances follow from
  std::optional<double> fromMidlineMm;  ///< the entry's lateral distance from the midline, positive to the left
};

/// The whole plan, a plain value: the operator's choices, and the results for them.
struct Plan {
  // Chosen.
  SeriesIdentity scan;
  std::string routeId;  ///< empty: none chosen
  std::string level;    ///< as counted by the operator; empty: not given
  std::optional<anatomy::Side> side;
  std::string guidance;  ///< "CT", "fluoroscopy", or empty
  std::string label;     ///< free
  std::string operatorName;
  std::string operatorOrganization;
  std::vector<PlannedNeedle> needles;
  std::vector<procedure::CheckAnswer> checks;
  std::vector<anatomy::Structure> tracedStructures;  ///< tubes: they live in the plan itself
  std::vector<SeriesIdentity> structureEvidence;     ///< SEG and RTSTRUCT objects used
  /// Of a plan made on projections: `scan` is then the first view's series, its frame of reference one of the plan's
  /// own, and the first needle's target and entry follow from the views.
  std::optional<fluoroscopy::FluoroscopyPlan> fluoroscopy;
  std::optional<double> nearBandMm;  ///< absent: needle::kNearBandMm
  std::vector<Point> midline;        ///< two places on spinous processes that the operator confirmed; else empty
  std::vector<anatomy::CountedLevel> levels;  ///< the vertebrae as counted, from the feet to the head
  bool nearAccepted = false;                  ///< the operator's word that "near" is wanted
  bool complete = false;                      ///< approved; otherwise a draft

  // Computed by assess().
  std::optional<needle::Verdict> verdict;  ///< the worst of its parts; absent without a needle
  bool ready = false;
  std::vector<Finding> findings;  ///< of the scan, the points and the checks

  // Of the saved report.
  std::string sopInstanceUid;
  std::string seriesUid;       ///< of the report, stays over revisions
  std::string predecessorUid;  ///< SOP Instance UID of the version before
  std::string softwareVersion;
  std::string savedDate;  ///< YYYYMMDD
  std::string savedTime;
};

/// What a plan is assessed against. Pointers may be null: no scan open, no skin found yet.
struct Scene {
  const Volume* volume = nullptr;
  const anatomy::Skin* skin = nullptr;
  std::vector<anatomy::MeasuredStructure> structures;
  std::vector<Finding> findings{};  ///< of the files that the structures came from
  bool chances = true;              ///< also work out the chances of touching a structure
  std::string date{};  ///< YYYY-MM-DD of the assessment, for the checks' intervals; empty: the plan's savedDate
};

/// A clearance row for a structure that the route requires and nobody gave has this and the requirement's id as source.
inline constexpr const char* kRequiredSource = "required:";
/// A clearance row against another needle of the plan has this source.
inline constexpr const char* kNeedleSource = "needle";

/// Touching it stops a needle rather than harms: bone and disc, left out of a needle's own chance of a breach.
bool stopsTheNeedle(anatomy::Kind kind);

/// The margin that assess() takes: the operator's, else that of route (null: none chosen) and kind.
double effectiveMarginMm(const anatomy::Structure& structure, const procedure::Route* route);

/// The plan's choices with all results computed afresh: lengths, angles, clearances, verdicts, findings, ready. The
/// structures' roles are taken as they are: procedure::assignRoles() gives them those of the route.
///
/// Ready: every needle is placed, chosen and long enough, its depth below the skin known; the verdict is clear, or near
/// with nearAccepted; and no finding is an Error. Findings of a needle have its label as first argument.
Plan assess(Plan choices, const Scene& scene);

}  // namespace planning
