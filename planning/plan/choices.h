#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/levels.h"
#include "planning/anatomy/structure.h"
#include "planning/fluoroscopy/marked_views.h"
#include "planning/identity.h"
#include "planning/needle/needle.h"
#include "planning/plan/attested.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/record.h"

namespace planning {

/// One needle as the operator chose it. Places: LPS mm in the scan's frame.
struct NeedleChoice {
  std::string label;  ///< "Needle 1"
  std::string trackingUid;
  std::optional<Point> target;
  std::optional<Point> entry;
  std::optional<needle::Needle> needle;
  // Its own, in a session of several; absent: the plan's (planning/plan/own_choices.h).
  std::optional<std::string> routeId{};
  std::optional<std::string> level{};
  std::optional<anatomy::Side> side{};
  std::optional<ImportedPlaces> imported{};  ///< where its places came from another program
};

/// All that the operator chose, a plain value. What follows from it is an Assessment.
struct PlanChoices {
  SeriesIdentity scan;
  std::string scanDigest;  ///< of its picture (io/report/scan_digest.h); empty: not known
  std::string routeId;     ///< empty: none chosen
  std::string level;       ///< as counted by the operator; empty: not given
  std::optional<anatomy::Side> side;
  std::string guidance;  ///< "CT", "fluoroscopy", or empty
  std::string label;     ///< free
  std::string operatorName;
  std::string operatorOrganization;
  std::vector<NeedleChoice> needles;
  std::vector<procedure::CheckAnswer> checks;
  std::vector<anatomy::Structure> tracedStructures;  ///< tubes: they live in the plan itself
  std::vector<SeriesIdentity> structureEvidence;     ///< SEG and RTSTRUCT objects used
  /// Of a plan made on projections: `scan` is then the first view's series, its frame of reference one of the plan's
  /// own, and the first needle's target and entry follow from the views (placedFromViews).
  std::optional<fluoroscopy::FluoroscopyPlan> fluoroscopy;
  std::optional<double> nearBandMm;  ///< absent: needle::kNearBandMm
  std::vector<Point> midline;        ///< two places on spinous processes that the operator confirmed; else empty
  std::vector<anatomy::CountedLevel> levels;  ///< the vertebrae as counted, from the feet to the head
  bool nearAccepted = false;                  ///< the operator's word that "near" is wanted
  bool reserveAccepted = false;               ///< and that little of a needle will stay outside the skin
  bool rulesAccepted = false;                 ///< and for a rule that needs it, broken or not to be judged
  std::vector<SeenBySight> levelsSeen;        ///< stated levels that a person has seen to be right
  std::vector<SeenBySight> sidesSeen;         ///< stated sides, of a plan on projections
  std::vector<AcceptedUnknown> acceptedUnknowns;
  std::optional<SiteCheck> siteCheck;
  std::vector<SeenBySight> structuresSeen{};           ///< what a person confirmed to be there, by the structure's name
  std::optional<procedure::ProcedureRecord> record{};  ///< what was done; absent before the procedure
};

}  // namespace planning
