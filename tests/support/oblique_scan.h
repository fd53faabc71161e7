#pragma once

#include <string>

#include "planning/geometry.h"
#include "planning/volume.h"

namespace support {

/// An oblique CT with voxels of 0.7 x 1.3 x 2.9 mm, all 0 HU: its rows x columns may leave any remainder by eight.
inline planning::Volume obliqueScan(const itk::Size<3>& size) {
  planning::Volume scan;
  scan.hu = planning::Volume::Image::New();
  scan.hu->SetRegions(size);
  const double spacing[] = {0.7, 1.3, 2.9};
  scan.hu->SetSpacing(spacing);
  scan.hu->SetOrigin(planning::makePoint(-12.34, 56.78, -90.12));
  itk::Matrix<double, 3, 3> direction;
  const double rows[3][3] = {{2, -2, -1}, {1, 2, -2}, {2, 1, 2}};
  for (unsigned r = 0; r < 3; ++r)
    for (unsigned c = 0; c < 3; ++c) direction[r][c] = rows[r][c] / 3;
  scan.hu->SetDirection(direction);
  scan.hu->Allocate(true);
  scan.identity.patient = {"P1", "", "A^B", "", ""};
  scan.identity.study.uid = "2.25.1";
  scan.identity.seriesUid = "2.25.2";
  scan.identity.frameOfReferenceUid = "2.25.3";
  for (std::size_t k = 0; k < size[2]; ++k)
    scan.identity.instances.push_back({"1.2.840.10008.5.1.4.1.1.2", "2.25.4" + std::to_string(k)});
  return scan;
}

}  // namespace support
