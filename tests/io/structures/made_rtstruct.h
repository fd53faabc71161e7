#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "planning/geometry.h"

/// Small RT Structure Sets drawn by hand, written with DCMTK alone: no code of the reader under test.
namespace made {

struct Contour {
  std::vector<planning::Point> points;
  std::string type = "CLOSED_PLANAR";
};

struct Roi {
  int number = 1;
  std::string name = "aorta";
  std::vector<Contour> contours;
  std::string frame = "2.25.3";
  std::string algorithm = "MANUAL";
};

/// Writes them as `file`, for the scan that made::scanIdentity() names. The sequences are written in different orders:
/// only the numbers tie them together.
void writeRtStruct(const std::vector<Roi>& rois, const std::filesystem::path& file);

}  // namespace made
