#pragma once

#include <optional>
#include <vector>

#include "planning/volume.h"

namespace planning::review {

/// HU between the voxels of a scan, linear, in its true geometry (sheared grids included).
class HuSampler {
 public:
  explicit HuSampler(const Volume::Image& hu);

  /// Absent more than half a voxel outside the scan's outermost voxels, and where nothing was measured.
  std::optional<double> at(const Point& place) const { return atIndex(indexOf(place)); }
  std::optional<double> atIndex(const Vector& index) const;
  /// As at(), but beyond the outermost voxels it is what these are; absent only where nothing was measured.
  std::optional<double> nearest(const Point& place) const;
  Vector indexOf(const Point& place) const;
  /// A displacement in voxels.
  Vector indexStep(const Vector& mm) const { return toIndex_ * mm; }
  /// How far it is from voxel to voxel along a direction, mm.
  double voxelMm(const Vector& direction) const { return direction.GetNorm() / indexStep(direction).GetNorm(); }
  /// Within the scan, and at least `margin` voxels from its faces.
  bool holds(const Point& place, double margin = 0) const;

 private:
  const std::int16_t* values_;
  itk::Size<3> size_;
  Point origin_;
  itk::Matrix<double, 3, 3> toIndex_;
};

/// What lies around a needle's axis, across it.
struct Ring {
  std::vector<double> hu;  ///< in pairs of opposite places: 0 and 1, ...; where the scan ends, a place stands for both

  bool empty() const { return hu.empty(); }
  double median() const;  ///< of all; 0 when empty
  /// The brightest pair's darker place: bright all along a sheet or a blob, but not across a thin line. 0 when empty.
  double ridgeBackground() const;
};

/// Displacements from the axis to the places of a ring around a direction, in pairs: `radiusMm` away, or 1.7 voxels
/// where these are coarser.
std::vector<Vector> ringAround(const HuSampler& sampler, const Vector& direction, double radiusMm);
Ring ringAt(const HuSampler& sampler, const Point& middle, const std::vector<Vector>& displacements);

/// Two unit vectors at right angles to a unit direction and to each other.
std::pair<Vector, Vector> acrossOf(const Vector& direction);

}  // namespace planning::review
