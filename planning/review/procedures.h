#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "planning/plan/plan.h"
#include "planning/review/statistics.h"

/// What the records of many procedures say together.
namespace planning::review {

/// A plan whose report has a record.
struct AuditedProcedure {
  std::string planUid;    ///< SOP Instance UID of the report
  std::string seriesUid;  ///< of the report, the same for all versions of a plan
  int version = 0;
  std::string saved;  ///< YYYYMMDDHHMMSS
  std::string
      routeId;  ///< of its needles; of a session of several "lumbar-facet, lumbar-foraminal": a group of its own
  procedure::ProcedureRecord record;
};
/// Absent for a plan without a record.
std::optional<AuditedProcedure> auditedProcedure(const Plan& plan);

/// Fewer than this say too little for a rate to be compared; ours.
inline constexpr std::size_t kLeastForRate = 20;

/// Each rate over the procedures that say something of it; absent where none does.
struct ProcedureGroup {
  std::string routeId;  ///< as AuditedProcedure; empty: not known; unused for all together
  std::size_t procedures = 0;
  std::optional<Proportion> vascular;       ///< a vascular pattern at any test, of those with an opacification
  std::optional<Proportion> intrathecal;    ///< likewise
  std::optional<Proportion> complications;  ///< of those that name one or say that there were none
  // Pain down by half or more from before (Dworkin et al., J Pain 2008;9:105: a substantial improvement), of those with
  // pain before and both numbers.
  std::optional<Proportion> relievedAfter, relievedDay4, relievedDay30;
};

/// The rates with the words that JSON names them by: "vascular", "intrathecal", "complications", "relieved_after",
/// "relieved_day4", "relieved_day30".
std::array<std::pair<const char*, std::optional<Proportion>>, 6> ratesOf(const ProcedureGroup& group);

struct ProcedureAudit {
  ProcedureGroup all;
  std::vector<ProcedureGroup> byRoute;  ///< by id; the one not known last
  std::size_t copies = 0;               ///< the same report was there twice
  std::size_t replaced = 0;             ///< of a report that has a later version
};
/// Each procedure once, by the last version of its record, whether those between are there or not; of two that were
/// made of one version, by the one that was saved later.
ProcedureAudit auditOf(std::vector<AuditedProcedure> procedures);

}  // namespace planning::review
