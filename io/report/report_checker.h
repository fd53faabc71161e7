#pragma once

#include <string>
#include <vector>

class DcmItem;

namespace io::report {

/// What no validator checks (io/report/README.md, "Rules of our own"), and what readers fail on: one line for each rule
/// that the report breaks, with the place; empty when it breaks none. Runs on every save.
std::vector<std::string> checkReport(DcmItem& dataset);

}  // namespace io::report
