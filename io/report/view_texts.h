#pragma once

#include <optional>
#include <string>

#include "planning/fluoroscopy/marked_views.h"

namespace io::report {

/// NP-143 `frame=1; frames=75; columns=512; rows=512; primary_deg=...; sid_mm=...; given_sod_mm=...; ...`: the frame
/// (from 1, as DICOM counts), what its file says of the geometry, what the operator gave, and the calibration. Values
/// that are absent are left out. Neither the identity nor the marks, which have items of their own, nor how to look at
/// it.
std::string textOf(const planning::fluoroscopy::MarkedView& view);
/// Absent for a text without frame and size, or with a number that is none.
std::optional<planning::fluoroscopy::MarkedView> markedViewOf(const std::string& text);

}  // namespace io::report
