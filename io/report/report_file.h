#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/review/control.h"

namespace io::report {

/// A report of ours: a plan (`content.actual`), or a control.
struct ReadReport {
  planning::review::Control content;
  bool isControl = false;
};

/// Reads a report of either kind; its file is parsed in a child (io/reading/reading.h). Errors: those of readPlan() and
/// readControl(), but for "not-a-control".
planning::Expected<ReadReport> readReport(const std::filesystem::path& file);

/// Parses a report's file in this process: what readPlan() and readControl() have done in a child. Errors: as there,
/// but for "not-a-control".
planning::Expected<ReadReport> parseReport(const std::filesystem::path& file);

}  // namespace io::report
