#pragma once

#include <string>
#include <vector>

#include "planning/plan/plan.h"

namespace sample {

/// Two needles, every verdict, absent values, accents and separators in texts, negative numbers, a tube, structures
/// from SEG and RTSTRUCT, findings, checks; decubitus; on whole thousandths, so that it comes back as it is. Complete.
planning::Plan richPlan();
/// The same with all that a person vouches for, a site measured, and needles with a route, level and side of their own.
planning::Plan attestedPlan();

/// A record in which something stands in every field, and a rich plan with it.
planning::procedure::ProcedureRecord fullRecord();
planning::Plan recordedPlan();

/// A draft as a case begins: one needle without target and entry, nobody's name.
planning::Plan emptyDraft();

/// A draft with a target and no entry.
planning::Plan targetOnly();

/// Everything a plan holds, one line a value: two plans are the same when their lines are. Without what every save
/// makes anew (UIDs and time of the report, version).
std::vector<std::string> lines(const planning::Plan& plan);

}  // namespace sample
