#pragma once

#include <functional>
#include <random>
#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/anatomy/surface.h"

namespace planning::anatomy {

/// A voxel grid with a place in the patient.
struct Grid {
  std::string name;
  std::array<unsigned, 3> size;
  std::array<double, 3> spacingMm;
  itk::Matrix<double, 3, 3> direction;
  Point origin;
};

/// Right- and left-handed, oblique, anisotropic and sheared grids, all about 60 mm wide around (12, -7, 30).
std::vector<Grid> awkwardGrids();

/// The voxels whose centres are where `depthMm` > 0.
Mask::Pointer sampled(const Grid& grid, const std::function<double(const Point&)>& depthMm);

/// Volume enclosed, mm3; positive when the triangles' normals point out.
double enclosedMm3(const Surface& surface);

/// True when every edge of every triangle is met by exactly one that runs the other way.
bool isClosed(const Surface& surface);

/// Uniform in [low, high] along each axis.
Point randomPoint(std::mt19937& random, double low, double high);

}  // namespace planning::anatomy
