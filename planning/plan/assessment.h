#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/skin.h"
#include "planning/finding.h"
#include "planning/needle/clearance.h"
#include "planning/needle/placement.h"
#include "planning/plan/choices.h"
#include "planning/plan/site.h"
#include "planning/procedure/routes.h"
#include "planning/volume.h"

namespace planning {

/// What follows from one needle's choice. Absent while not defined or not known.
struct NeedleAssessment {
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
  MeasuredSite site;                    ///< on which side and at which level it is, whatever was stated
};

/// One needle with what follows for it, side by side.
struct PlannedNeedle : NeedleChoice, NeedleAssessment {};

/// What follows from the choices of a plan.
struct Assessment {
  std::vector<NeedleAssessment> needles;   ///< one for each of the choices' needles, in their order
  std::optional<needle::Verdict> verdict;  ///< the worst of its parts; absent without a needle
  bool ready = false;
  std::vector<Finding> findings;  ///< of the scan, the points and the checks
};

/// What a plan is assessed against. Pointers may be null: no scan open, no skin found yet.
struct Scene {
  const Volume* volume = nullptr;
  const anatomy::Skin* skin = nullptr;
  std::vector<anatomy::MeasuredStructure> structures;
  std::vector<Finding> findings{};  ///< of the files that the structures came from
  bool chances = true;              ///< also work out the chances of touching a structure
  std::string date{};  ///< YYYY-MM-DD or YYYYMMDD of the assessment, for the checks' intervals; empty: not known
};

/// Touching it stops a needle rather than harms: bone and disc, left out of a needle's own chance of a breach.
bool stopsTheNeedle(anatomy::Kind kind);

/// The margin that assess() takes: the operator's, else that of route (null: none chosen) and kind.
double effectiveMarginMm(const anatomy::Structure& structure, const procedure::Route* route);

}  // namespace planning
