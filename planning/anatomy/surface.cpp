#include "planning/anatomy/surface.h"

#include <itkImageRegionConstIteratorWithIndex.h>
#include <vtkCellArray.h>
#include <vtkCellArrayIterator.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "planning/anatomy/round_cone.h"
#include "planning/anatomy/tube.h"

namespace planning::anatomy {
namespace {

using Region = Mask::RegionType;
using Steps = std::array<Vector, 3>;

/// The smallest region with all voxels in; size 0 when there are none.
Region boundingBox(const Mask& mask) {
  const Region all = mask.GetBufferedRegion();
  const auto size = all.GetSize();
  const std::uint8_t* voxel = mask.GetBufferPointer();
  constexpr long kNone = std::numeric_limits<long>::max();
  std::array<long, 3> low{kNone, kNone, kNone}, high{-1, -1, -1};
  for (long k = 0; k < long(size[2]); ++k)
    for (long j = 0; j < long(size[1]); ++j, voxel += size[0]) {
      const auto inside = [](std::uint8_t v) { return v != 0; };
      const auto* first = std::find_if(voxel, voxel + size[0], inside);
      if (first == voxel + size[0]) continue;
      long last = long(size[0]) - 1;
      while (voxel[last] == 0) --last;
      const std::array<long, 3> from{first - voxel, j, k}, to{last, j, k};
      for (int axis = 0; axis < 3; ++axis)
        low[axis] = std::min(low[axis], from[axis]), high[axis] = std::max(high[axis], to[axis]);
    }
  Region box;
  for (unsigned axis = 0; axis < 3; ++axis) {
    box.SetIndex(axis, all.GetIndex(axis) + (high[0] < 0 ? 0 : low[axis]));
    box.SetSize(axis, high[0] < 0 ? 0 : itk::SizeValueType(high[axis] - low[axis] + 1));
  }
  return box;
}

/// The box's voxels with a border of one empty voxel around; VTK's own coordinates are voxel steps from the border's
/// corner.
vtkSmartPointer<vtkImageData> borderedCopy(const Mask& mask, const Region& box) {
  vtkNew<vtkImageData> image;
  const auto size = box.GetSize();
  image->SetDimensions(int(size[0]) + 2, int(size[1]) + 2, int(size[2]) + 2);
  image->AllocateScalars(VTK_UNSIGNED_CHAR, 1);
  auto* copy = static_cast<std::uint8_t*>(image->GetScalarPointer());
  const std::size_t row = size[0] + 2, slice = row * (size[1] + 2);
  std::fill_n(copy, slice * (size[2] + 2), std::uint8_t{0});
  itk::ImageRegionConstIteratorWithIndex<Mask> voxel(&mask, box);
  const auto origin = box.GetIndex();
  for (; !voxel.IsAtEnd(); ++voxel) {
    const auto index = voxel.GetIndex();
    copy[std::size_t(index[2] - origin[2] + 1) * slice + std::size_t(index[1] - origin[1] + 1) * row +
         std::size_t(index[0] - origin[0] + 1)] = voxel.Get() != 0;
  }
  return image.Get();
}

vtkSmartPointer<vtkPolyData> contourOf(vtkImageData* image, double level) {
  vtkNew<vtkFlyingEdges3D> edges;
  edges->SetInputData(image);
  edges->ComputeNormalsOff();
  edges->ComputeGradientsOff();
  edges->ComputeScalarsOff();
  edges->SetValue(0, level);
  edges->Update();
  return edges->GetOutput();
}

/// What one voxel along each index axis is in the patient, mm.
Steps stepsOf(const Mask& mask) {
  Steps steps;
  const auto& direction = mask.GetDirection();
  for (unsigned axis = 0; axis < 3; ++axis)
    for (unsigned row = 0; row < 3; ++row) steps[axis][row] = direction(row, axis) * mask.GetSpacing()[axis];
  return steps;
}

std::vector<std::array<float, 3>> verticesOf(vtkPolyData& contour, const Point& corner, const Steps& steps) {
  std::vector<std::array<float, 3>> vertices(std::size_t(contour.GetNumberOfPoints()));
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    double voxels[3];
    contour.GetPoint(vtkIdType(i), voxels);
    const Point place = corner + steps[0] * voxels[0] + steps[1] * voxels[1] + steps[2] * voxels[2];
    for (unsigned axis = 0; axis < 3; ++axis) vertices[i][axis] = float(place[axis]);
  }
  return vertices;
}

/// Flying edges turns its triangles counter-clockwise seen from the empty side; a left-handed grid mirrors them.
std::vector<std::array<std::uint32_t, 3>> trianglesOf(vtkPolyData& contour, bool leftHanded) {
  std::vector<std::array<std::uint32_t, 3>> triangles;
  triangles.reserve(std::size_t(contour.GetNumberOfPolys()));
  const auto cells = vtk::TakeSmartPointer(contour.GetPolys()->NewIterator());
  for (cells->GoToFirstCell(); !cells->IsDoneWithTraversal(); cells->GoToNextCell()) {
    vtkIdType count = 0;
    const vtkIdType* ids = nullptr;
    cells->GetCurrentCell(count, ids);
    triangles.push_back({std::uint32_t(ids[0]), std::uint32_t(ids[1]), std::uint32_t(ids[2])});
    if (leftHanded) std::swap(triangles.back()[1], triangles.back()[2]);
  }
  return triangles;
}

/// A regular grid around a tube for its contour. The surface's error is that of straight edges across a curvature of
/// 1 / radius: with this step, under 0.05 mm.
struct TubeGrid {
  Point corner;
  double stepMm = 0;
  std::array<int, 3> size{};
};

TubeGrid gridAround(const Tube& tube) {
  constexpr double kMostSamples = 3e7;
  const double least = *std::min_element(tube.radiiMm.begin(), tube.radiiMm.end());
  const double most = *std::max_element(tube.radiiMm.begin(), tube.radiiMm.end());
  Point low = tube.centreline.front(), high = low;
  for (const Point& p : tube.centreline)
    for (unsigned axis = 0; axis < 3; ++axis)
      low[axis] = std::min(low[axis], p[axis]), high[axis] = std::max(high[axis], p[axis]);
  double volume = 1;
  for (unsigned axis = 0; axis < 3; ++axis) low[axis] -= most, high[axis] += most, volume *= high[axis] - low[axis];
  TubeGrid grid;
  grid.stepMm = std::max(std::sqrt(0.09 * least), std::cbrt(volume / kMostSamples));
  for (unsigned axis = 0; axis < 3; ++axis) {
    grid.corner[axis] = low[axis] - 2 * grid.stepMm;
    grid.size[axis] = int((high[axis] - low[axis]) / grid.stepMm) + 5;
  }
  return grid;
}

/// Depth in the cone, where that is more than what the samples hold, for all samples within two steps of it.
void addDepth(const RoundCone& cone, const TubeGrid& grid, float* samples) {
  const double reach = std::max(cone.startRadiusMm, cone.endRadiusMm) + 2 * grid.stepMm;
  std::array<int, 3> from, to;
  for (unsigned axis = 0; axis < 3; ++axis) {
    const auto [low, high] = std::minmax(cone.start[axis], cone.end[axis]);
    from[axis] = std::max(0, int((low - reach - grid.corner[axis]) / grid.stepMm));
    to[axis] = std::min(grid.size[axis] - 1, int((high + reach - grid.corner[axis]) / grid.stepMm));
  }
  for (int k = from[2]; k <= to[2]; ++k)
    for (int j = from[1]; j <= to[1]; ++j)
      for (int i = from[0]; i <= to[0]; ++i) {
        const Point p = grid.corner + makeVector(i, j, k) * grid.stepMm;
        float& sample =
            samples[(std::size_t(k) * std::size_t(grid.size[1]) + std::size_t(j)) * std::size_t(grid.size[0]) +
                    std::size_t(i)];
        sample = std::max(sample, float(-nearest({p, p}, cone).signedMm));
      }
}

}  // namespace

Surface tubeSurface(const Tube& tube) {
  const TubeGrid grid = gridAround(tube);
  vtkNew<vtkImageData> image;
  image->SetDimensions(grid.size.data());
  image->AllocateScalars(VTK_FLOAT, 1);
  auto* samples = static_cast<float*>(image->GetScalarPointer());
  std::fill_n(samples, image->GetNumberOfPoints(), float(-2 * grid.stepMm));
  for (const RoundCone& cone : roundConesOf(tube)) addDepth(cone, grid, samples);
  const Steps steps{makeVector(grid.stepMm, 0, 0), makeVector(0, grid.stepMm, 0), makeVector(0, 0, grid.stepMm)};
  const auto contour = contourOf(image, 0);
  return {verticesOf(*contour, grid.corner, steps), trianglesOf(*contour, false)};
}

Surface extractSurface(const Mask& mask) {
  const Region box = boundingBox(mask);
  if (box.GetNumberOfPixels() == 0) return {};
  const auto contour = contourOf(borderedCopy(mask, box), 0.5);
  const Steps steps = stepsOf(mask);
  auto cornerIndex = box.GetIndex();
  for (unsigned axis = 0; axis < 3; ++axis) --cornerIndex[axis];
  Point corner;
  mask.TransformIndexToPhysicalPoint(cornerIndex, corner);
  return {verticesOf(*contour, corner, steps), trianglesOf(*contour, dot(cross(steps[0], steps[1]), steps[2]) < 0)};
}

double surfaceErrorBoundMm(const Mask& mask) {
  const Steps s = stepsOf(mask);
  double longest = 0;
  for (const Vector& diagonal : {s[0] + s[1] + s[2], s[0] + s[1] - s[2], s[0] - s[1] + s[2], s[0] - s[1] - s[2]})
    longest = std::max(longest, diagonal.GetNorm());
  return longest / 2;
}

}  // namespace planning::anatomy
