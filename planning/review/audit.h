#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/needle/placement.h"
#include "planning/review/control.h"
#include "planning/review/statistics.h"

namespace planning::review {

/// What an audit measures of every needle.
enum class Measure { TipError, LateralError, DepthError, EntryError, AngleError, LeastClearance, Minutes };
inline constexpr std::array kMeasures{Measure::TipError,   Measure::LateralError, Measure::DepthError,
                                      Measure::EntryError, Measure::AngleError,   Measure::LeastClearance,
                                      Measure::Minutes};
/// "tip_error_mm", "angle_error_deg", "plan_to_control_min": with its unit, as JSON and CSV name it.
const char* word(Measure);
/// False for the signed ones: depth (positive: too deep) and clearance (negative: inside).
bool isNeverNegative(Measure);

/// What an audit sorts by.
enum class Grouping { Route, Level, Gauge, Operator, Month };
inline constexpr std::array kGroupings{Grouping::Route, Grouping::Level, Grouping::Gauge, Grouping::Operator,
                                       Grouping::Month};
const char* word(Grouping);  ///< "route"

/// One needle of one control, as an audit counts it. Texts that are not known are empty, values absent.
struct AuditedNeedle {
  std::string controlUid;      ///< SOP Instance UID of the control's report
  std::string predecessorUid;  ///< of the report that it replaces
  std::string planUid;
  std::string trackingUid;         ///< of the actual needle
  std::string plannedTrackingUid;  ///< empty: nobody planned it
  std::string label;
  std::string scanned;  ///< when the control scan's study began, else the report was saved: YYYYMMDD, then HHMMSS
  std::string saved;    ///< the control's report, YYYYMMDDHHMMSS
  std::string routeId;
  std::string level;
  std::string operatorName;
  std::optional<int> gauge;
  bool registrationAccepted = false;
  double registrationResidualMm = 0;
  std::array<std::optional<double>, kMeasures.size()> values;  ///< in the order of kMeasures; mm, degrees, minutes
  std::optional<needle::Verdict> verdict;                      ///< of the needle where it lay

  const std::optional<double>& value(Measure measure) const { return values[static_cast<std::size_t>(measure)]; }
  std::string month() const;                   ///< "2026-11"; empty when not known
  std::string group(Grouping grouping) const;  ///< "lumbar-foraminal", "L5", "22G", ...; empty when not known
};

/// The needles of a control. The errors are those that it holds; the least clearance is that of the actual needle to
/// what it had to avoid. Minutes are absent: timeFromPlans() knows the plans.
std::vector<AuditedNeedle> auditedNeedles(const Control& control);

/// Minutes from the saving of a plan (its SOP Instance UID to YYYYMMDDHHMMSS) to the saving of its control's report.
/// Absent for a plan that is not known or was saved later, and above kLongestProcedureHours: a plan of another day says
/// nothing of how long the procedure took.
void timeFromPlans(std::vector<AuditedNeedle>& needles, const std::map<std::string, std::string>& savedPlans);
inline constexpr double kLongestProcedureHours = 12;

/// Each needle once, as it was left; and how many were left out, by why.
struct AuditSelection {
  std::vector<AuditedNeedle> needles;  ///< in the order of time
  std::size_t copies = 0;              ///< the same report was there twice
  std::size_t replaced = 0;            ///< of a report that a later version replaces
  std::size_t earlierControls = 0;     ///< the same planned needle in an earlier control
  std::size_t unplanned = 0;           ///< nothing to compare with
  std::size_t notAccepted = 0;         ///< nobody accepted the registration's residual
};
AuditSelection selectForAudit(std::vector<AuditedNeedle> all);

/// Letters for operators: "A", "B", ..., "Z", "AA"; the same for one name throughout, in an order that says nothing of
/// the names. UIDs and times are taken away, the month stays. A needle without a name keeps none.
void blind(std::vector<AuditedNeedle>& needles);

struct AuditGroup {
  std::string name;  ///< empty: not known; unused for all together
  std::size_t needles = 0;
  std::array<std::optional<Summary>, kMeasures.size()> summaries;  ///< in the order of kMeasures
  std::optional<Proportion> breaches;  ///< of needles with a verdict other than unknown; absent when there is none
  std::size_t verdictUnknown = 0;      ///< needles with that verdict or none

  const std::optional<Summary>& summary(Measure measure) const { return summaries[static_cast<std::size_t>(measure)]; }
};

/// The chart of one measure; `needles` are those it is known of.
struct AuditChart {
  ControlChart chart;
  std::vector<std::size_t> needles;  ///< index into Audit::needles for each of the chart's values
};

/// A needle beyond a limit of a chart.
struct AuditOutlier {
  std::size_t needle = 0;  ///< index into Audit::needles
  Measure measure = Measure::TipError;
  double value = 0;
  double limit = 0;  ///< that it passes
};

struct Audit {
  std::vector<AuditedNeedle> needles;  ///< in the order of time
  AuditGroup all;
  std::map<Grouping, std::vector<AuditGroup>> groups;  ///< by name; the one not known last
  std::map<Measure, AuditChart> charts;                ///< none for fewer than two values
  std::vector<AuditOutlier> outliers;                  ///< by measure, then time
};
Audit auditOf(std::vector<AuditedNeedle> needles);

/// The needles of one route as the site's own placement error. Errors: "too-few-needles" with how many there are: fewer
/// than kLeastForPlacement, with tip and angle error both known, say too little.
Expected<needle::PlacementError> placementErrorFrom(const std::vector<AuditedNeedle>& needles,
                                                    const std::string& routeId);
inline constexpr std::size_t kLeastForPlacement = 20;  ///< ours; by it the mean is known to about half a deviation

}  // namespace planning::review
