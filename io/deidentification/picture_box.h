#pragma once

namespace io {

/// A rectangle of pixels of a picture; its first column and row are 0.
struct PictureBox {
  int column = 0, row = 0, width = 0, height = 0;

  friend bool operator==(const PictureBox&, const PictureBox&) = default;
};

}  // namespace io
