#pragma once

#include <filesystem>

#include "io/exchange/foreign_needles.h"

namespace io::exchange {

/// Needles of Slicer markups or of an SR; the file is parsed in a child (reading.h). Errors: those of parseNeedles(),
/// and "reader-failed".
planning::Expected<ForeignNeedles> readNeedles(const std::filesystem::path& file);

}  // namespace io::exchange
