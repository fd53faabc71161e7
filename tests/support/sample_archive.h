#pragma once

#include <filesystem>
#include <string>

#include "planning/plan/plan.h"
#include "planning/review/control.h"

namespace support {

/// A made-up patient's plan of one needle on a route, straight down from (0, 80, 0), near one artery.
planning::Plan archivePlan(const std::string& patientId, const std::string& patientName, const std::string& routeId,
                           const std::string& level, const std::string& operatorName);

/// A control of that plan, made on a day of 2026 (MMDD): the tip lies `off` from the target.
planning::review::Control controlOf(const planning::Plan& plan, const planning::Vector& off,
                                    const std::string& monthDay);

/// Writes plans and controls with seeded errors for three operators, three routes and several months: `controls` of
/// each, one of them far off; also a repeated control, a revised one, one whose registration was not accepted, a text
/// file and a cut report.
void writeSampleArchive(const std::filesystem::path& folder, int controls);

}  // namespace support
