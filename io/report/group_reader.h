#pragma once

#include "io/report/content_item.h"
#include "planning/plan/plan.h"
#include "planning/review/control.h"

namespace io::report {

/// Reads the measurement groups that GroupWriter writes: needles with their clearances, and tubes. Numbers come back
/// rounded to 0.001. They go into `content.actual`, as a plan's do; performed needles also into `content.needles`, and
/// landmarks into its registration. Other groups are left alone. What is odd becomes a finding: "report-angles-differ"
/// and "report-length-differs" (needle, what it is, stored, computed), "report-orphan-clearance" (its label). Errors:
/// "broken-report" with the group.
planning::Expected<void> readGroups(const ContentItem& measurements, planning::review::Control& content);

}  // namespace io::report
