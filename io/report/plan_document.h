#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "io/report/content_item.h"
#include "planning/error.h"
#include "planning/plan/plan.h"
#include "planning/review/control.h"

class DcmFileFormat;

namespace io::report {

/// The plan as it will be written: numbers and places rounded to 0.001, a tracking UID for every needle and traced
/// structure and a series UID for the report where they have none, "Needle 2" for a needle without a label, nothing
/// known of a needle that was not assessed. Writing what was read changes nothing.
planning::Plan prepared(planning::Plan plan);
planning::review::Control prepared(planning::review::Control control);

/// The report of a prepared plan. Not checked. Errors: "no-study", "no-frame-of-reference",
/// "report-check".
planning::Expected<std::unique_ptr<DcmFileFormat>> documentOf(const planning::Plan& plan);
/// Also "no-plan".
planning::Expected<std::unique_ptr<DcmFileFormat>> documentOf(const planning::review::Control& control);

/// The tree of that report.
planning::Expected<ContentItem> contentOf(const planning::Plan& plan);

/// The plan in the bytes of a file; `name` stands in errors. Errors: "not-dicom", "not-a-plan", "broken-report".
planning::Expected<planning::Plan> planOf(std::span<const std::byte> bytes, const std::string& name);
/// Also "not-a-control".
planning::Expected<planning::review::Control> controlOf(std::span<const std::byte> bytes, const std::string& name);

}  // namespace io::report
