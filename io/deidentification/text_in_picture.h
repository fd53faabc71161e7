#pragma once

#include <span>
#include <vector>

#include "io/deidentification/picture_box.h"

namespace io::deidentification {

/// Where text seems to be burned into a frame: rows of six and more shapes as of letters, from 5 rows of pixels high,
/// as bright (or dark) as each other, thin, and clear of what is around them; or of seven small ones on a line whose
/// edges were smoothed. It reads nothing, and it is no proof that there is none: turned or hand-written text, one that
/// is as grey as what lies behind it, or few letters are missed. What it finds and misses on real slices stands in
/// README.md of this room. `values` row by row, columns x rows.
std::vector<PictureBox> textIn(std::span<const float> values, int columns, int rows);

/// Boxes that overlap are one.
std::vector<PictureBox> merged(std::vector<PictureBox> boxes);

}  // namespace io::deidentification
