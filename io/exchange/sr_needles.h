#pragma once

#include <filesystem>

#include "io/exchange/foreign_needles.h"

namespace io::exchange {

/// Needles of a structured report: those of a plan of ours; in another program's the measurement groups (PS3.16 TID
/// 1500, 1501, 1410, 1411) that draw in the patient (SCOORD3D): a POLYLINE of two points, or two POINTs, or one.
/// Outlines and marks in a picture (SCOORD) are passed over. Errors: those of parseNeedles().
planning::Expected<ForeignNeedles> parseSrNeedles(const std::filesystem::path& file);

}  // namespace io::exchange
