#pragma once

#include <filesystem>

#include "io/exchange/foreign_needles.h"

namespace io::exchange {

/// Lines and points of Slicer markups (.mrk.json; markups-schema-v1.0.3.json of Slicer). RAS becomes LPS: x and y
/// change their sign. `coordinateSystem` must be there, though the schema has a default: a needle mirrored is worse
/// than none. `coordinateUnits` is mm, which is what absent means in the schema. Other kinds of markups are passed
/// over. Errors: those of parseNeedles().
planning::Expected<ForeignNeedles> parseMarkups(const std::filesystem::path& file);

}  // namespace io::exchange
