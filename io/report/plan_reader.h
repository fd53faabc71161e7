#pragma once

#include <filesystem>
#include <string>

#include "io/report/report_tree.h"
#include "planning/error.h"
#include "planning/review/control.h"

namespace io::report {

/// A report of ours: a plan (`content.actual`), or a control.
struct ReadReport {
  planning::review::Control content;
  bool isControl = false;
};

/// The plan or the control that a tree says; `name` stands in errors. Errors: "broken-report". What is odd becomes a
/// finding of the plan: "report-seal-broken", "report-not-valid" (how many items were left out), "report-places-differ"
/// (needle), and those of readGroups(). With an error among its findings it is not ready, whatever its file says.
planning::Expected<ReadReport> reportOf(const ReportTree& tree, const std::string& name);

/// A report of either kind, its file parsed in this process. Errors: those of parseTree() and reportOf().
planning::Expected<ReadReport> parseReport(const std::filesystem::path& file);

/// As a plan: also "not-a-plan".
planning::Expected<planning::Plan> asPlan(planning::Expected<ReadReport> report, const std::string& name);
/// As a control: also "not-a-control".
planning::Expected<planning::review::Control> asControl(planning::Expected<ReadReport> report, const std::string& name);

}  // namespace io::report
