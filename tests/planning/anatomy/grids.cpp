#include "grids.h"

#include <itkImageRegionIteratorWithIndex.h>

#include <cmath>
#include <map>

namespace planning::anatomy {
namespace {

using Matrix = itk::Matrix<double, 3, 3>;

Matrix columns(const Vector& a, const Vector& b, const Vector& c) {
  Matrix m;
  for (unsigned row = 0; row < 3; ++row) m(row, 0) = a[row], m(row, 1) = b[row], m(row, 2) = c[row];
  return m;
}

Grid centred(std::string name, std::array<double, 3> spacing, const Matrix& direction) {
  Grid grid{std::move(name), {}, spacing, direction, makePoint(12, -7, 30)};
  Vector half;
  for (unsigned i = 0; i < 3; ++i) {
    grid.size[i] = unsigned(std::ceil(60 / spacing[i]));
    half[i] = spacing[i] * (grid.size[i] - 1) / 2.0;
  }
  grid.origin -= direction * half;
  return grid;
}

}  // namespace

std::vector<Grid> awkwardGrids() {
  const Vector x = makeVector(1, 0, 0), y = makeVector(0, 1, 0), z = makeVector(0, 0, 1);
  const Vector a = makeVector(2, 1, 2) / 3.0, b = makeVector(-2, 2, 1) / 3.0, c = makeVector(-1, -2, 2) / 3.0;
  const double tilt = Angle::degrees(16.5).radians();
  const Vector leaning = makeVector(0, std::sin(tilt), std::cos(tilt));
  return {centred("axial", {0.8, 0.8, 1.5}, columns(x, y, z)),
          centred("oblique-anisotropic", {0.6, 0.9, 3.0}, columns(a, b, c)),
          centred("left-handed", {0.8, 0.8, 2.0}, columns(x, y, z * -1.0)),
          centred("oblique-left-handed", {1.1, 0.7, 2.5}, columns(b, a, c)),
          centred("tilted-gantry", {0.7, 0.7, 3.0}, columns(x, y, leaning)),
          centred("tilted-left-handed", {0.7, 1.0, 2.0}, columns(x, y * -1.0, leaning))};
}

Mask::Pointer sampled(const Grid& grid, const std::function<double(const Point&)>& depthMm) {
  const auto mask = Mask::New();
  mask->SetRegions(Mask::SizeType{{grid.size[0], grid.size[1], grid.size[2]}});
  mask->SetSpacing(grid.spacingMm.data());
  mask->SetDirection(grid.direction);
  mask->SetOrigin(grid.origin);
  mask->Allocate(true);
  for (itk::ImageRegionIteratorWithIndex<Mask> voxel(mask, mask->GetBufferedRegion()); !voxel.IsAtEnd(); ++voxel) {
    Point p;
    mask->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
    voxel.Set(depthMm(p) > 0);
  }
  return mask;
}

double enclosedMm3(const Surface& surface) {
  double sum = 0;
  for (const auto& corners : surface.triangles) {
    std::array<Vector, 3> p;
    for (unsigned i = 0; i < 3; ++i)
      for (unsigned axis = 0; axis < 3; ++axis) p[i][axis] = double(surface.vertices[corners[i]][axis]);
    sum += dot(p[0], cross(p[1], p[2])) / 6;
  }
  return sum;
}

bool isClosed(const Surface& surface) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
  for (const auto& corners : surface.triangles)
    for (unsigned i = 0; i < 3; ++i) ++edges[{corners[i], corners[(i + 1) % 3]}];
  for (const auto& [edge, count] : edges)
    if (count != 1 || edges.count({edge.second, edge.first}) == 0) return false;
  return !edges.empty();
}

Point randomPoint(std::mt19937& random, double low, double high) {
  std::uniform_real_distribution<double> at(low, high);
  const double x = at(random), y = at(random), z = at(random);
  return makePoint(x, y, z);
}

}  // namespace planning::anatomy
