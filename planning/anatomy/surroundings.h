#pragma once

#include <array>
#include <cstdint>

#include "planning/anatomy/structure.h"
#include "planning/volume.h"

namespace planning::anatomy {

/// True where nothing was measured: kOutsideScan, or a value below any that air can have (untagged padding such as
/// -3024).
bool isUnmeasured(std::int16_t hu);
inline constexpr std::int16_t kLeastMeasuredHu = -1500;  ///< air with noise is above it

/// What lies around a body within its slices: measured air, the end of what the scanner sees, or padding. A scan that
/// was clipped at air, or masked to the body, marks all that surrounds the body as not measured; there the body ends,
/// while at the end of the field of view it may go on.
///
/// The field of view ends at the border of the slice, at the circle in it, or at any circle about its middle that
/// what was measured fills to three quarters.
class Surroundings {
 public:
  /// The body lies on the grid of `hu` or on every n-th voxel of it.
  Surroundings(const Volume::Image& hu, const Mask& body);

  /// More of the body's outline lies against padding than against anything measured: its skin is taken to be where the
  /// padding begins. Nothing proves it: what was cut out of a scan otherwise than along the skin looks alike, so a plan
  /// on it is not ready.
  bool arePadding() const { return paddingFaces_ > measuredFaces_; }
  /// No part of the outline is skin: the body fills all that was scanned.
  bool showNoSkin() const { return measuredFaces_ == 0 && !arePadding(); }
  /// The body may go on in this voxel of the scan, which lies beside it and was not measured.
  bool mayHideBody(const Volume::Image::IndexType& at) const { return !arePadding() || isFieldEnd(at); }

 private:
  double fromMiddleMm(const Volume::Image::IndexType& at) const;
  bool isFieldEnd(const Volume::Image::IndexType& at) const { return fromMiddleMm(at) >= fieldMm_; }
  void findField(const Volume::Image& hu);
  void countFaces(const Volume::Image& hu, const Mask& body);

  std::array<double, 2> spacingMm_{}, middle_{};
  double fieldMm_ = 0;  ///< from the slice's middle, where the field of view ends
  std::uint64_t measuredFaces_ = 0, paddingFaces_ = 0;
};

}  // namespace planning::anatomy
