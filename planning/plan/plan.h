#pragma once

#include <string>
#include <vector>

#include "planning/plan/assessment.h"
#include "planning/plan/choices.h"

namespace planning {

/// What a report's own digest of all that it says (io/report/seal.h) tells of it.
enum class Seal {
  Absent,  ///< there is none: never saved, or by a version that wrote none
  Holds,   ///< it says what was written
  Broken   ///< something in it is not as it was written
};

/// Which saved report a plan is; all but `complete` empty while it was never saved.
struct ReportIdentity {
  std::string sopInstanceUid;
  std::string seriesUid;       ///< of the report, stays over revisions
  std::string predecessorUid;  ///< SOP Instance UID of the version before
  std::string softwareVersion;
  std::string savedDate;  ///< YYYYMMDD
  std::string savedTime;
  std::string seriesDate;  ///< (0008,0021) YYYYMMDD: of the first version
  std::string seriesTime;  ///< (0008,0031)
  int version = 0;         ///< Instance Number (0020,0013), from 1
  bool complete = false;   ///< approved; otherwise a draft
  Seal seal = Seal::Absent;
};

/// The whole plan, a plain value.
struct Plan {
  PlanChoices choices;
  Assessment assessment;
  ReportIdentity report;

  /// `assessment.needles` are as many as `choices.needles`.
  PlannedNeedle needle(std::size_t which) const;
  std::vector<PlannedNeedle> needles() const;
  /// Behind the others.
  void add(const PlannedNeedle& needle);
};

}  // namespace planning
