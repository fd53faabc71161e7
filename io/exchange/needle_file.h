#pragma once

#include <filesystem>

#include "io/exchange/foreign_needles.h"

namespace io::exchange {

/// Parses Slicer markups or an SR, in this process (io/reading/needle_file_reader.h: in a child). Lines are needles;
/// where there is none, two points are a needle and one is a target. The first of two places is the entry, unless a
/// label says otherwise. Errors: "cannot-read", "not-a-needle-file", "needs-too-much-memory"; of markups
/// "broken-markups", "coordinates-not-stated", "unknown-unit", "not-two-points", "place-not-set", each with file and
/// key; of reports "broken-report", "frame-unknown"; "no-needle-in-file".
planning::Expected<ForeignNeedles> parseNeedles(const std::filesystem::path& file);

}  // namespace io::exchange
