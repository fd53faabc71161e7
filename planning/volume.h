#pragma once

#include <itkImage.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "planning/finding.h"
#include "planning/geometry.h"
#include "planning/identity.h"

namespace planning {

/// Voxel value of what the scanner never saw (padding, outside the field): not tissue, never measured.
inline constexpr std::int16_t kOutsideScan = std::numeric_limits<std::int16_t>::min();

/// CT samples with their place in the patient.
///
/// The image's index-to-physical transform is the true geometry of the slices: pixel centres, LPS millimetres. For a
/// tilted gantry its third direction column is the mean step between slices and so not orthogonal to the first two:
/// never assume an orthonormal direction; use TransformIndexToPhysicalPoint and its inverse.
struct Volume {
  using Image = itk::Image<std::int16_t, 3>;

  Image::Pointer hu;  ///< Hounsfield units rounded to integers; kOutsideScan where nothing was measured
  bool isHu = true;   ///< false: other units, no density can be told from them; "values-not-hu" then is a finding too
  SeriesIdentity identity;
  std::vector<double> sliceLocationsMm;    ///< (0020,1041) as the scanner printed it, in slice order; empty when absent
  std::optional<double> sliceThicknessMm;  ///< (0018,0050); what a slice averages, not the distance between slices
  Angle gantryTilt = Angle::radians(0);    ///< between the step from slice to slice and the slice's normal; >= 0
  std::vector<Finding> findings;
};

}  // namespace planning
