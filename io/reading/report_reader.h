#pragma once

#include <filesystem>

#include "io/report/plan_reader.h"
#include "planning/error.h"
#include "planning/plan/plan.h"
#include "planning/review/control.h"

namespace io::report {

/// A report's header and content, as its file says them; parsed in a child (reading.h). Errors: those of readReport(),
/// but for what the content makes of it.
planning::Expected<ReportTree> readTree(const std::filesystem::path& file);

/// Reads a report of either kind; its file is parsed in a child (reading.h). Errors: those of readPlan() and
/// readControl(), but for "not-a-control".
planning::Expected<ReadReport> readReport(const std::filesystem::path& file);

/// Reads a plan back. Errors: "cannot-read", "not-dicom", "not-a-plan" (with what it is), "broken-report",
/// "reader-failed", "needs-too-much-memory". What is odd becomes a finding of the plan: see reportOf().
planning::Expected<planning::Plan> readPlan(const std::filesystem::path& file);

/// Errors: those of readPlan(), and "not-a-control". An old control keeps neither how a needle was seen nor landmarks.
planning::Expected<planning::review::Control> readControl(const std::filesystem::path& file);

}  // namespace io::report
