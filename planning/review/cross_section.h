#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "planning/review/hu_sampler.h"

namespace planning::review {

/// What a thin line looks like across its direction: a blurred spot on a background. Fitting both together tells the
/// spot from the rest. Several backgrounds are tried, and each counts by how little it leaves unexplained: one that
/// slopes and curves, as soft parts do; and sheets at several angles, any way across and linear along, as a bone's
/// cortex is, however thin and wherever it lies beside the spot.
class CrossSection {
 public:
  CrossSection(const HuSampler& sampler, const Vector& direction);

  struct Spot {
    Point middle;
    double peakHu = 0;  ///< above the background
  };
  /// The spot nearest to a place, its middle found to a part of a voxel. Absent outside the scan, and without a spot.
  std::optional<Spot> near(const Point& place) const;
  /// The height of a spot whose middle is this place; negative where it is dark. Absent outside the scan.
  std::optional<double> peakAt(const Point& place) const;
  /// What peakAt() would say of a picture: HU by displacement across, in standard deviations of the spot.
  double peakOf(const std::function<double(double u, double v)>& picture) const;

  /// Standard deviation of a thin line's blur in a direction, as a usual kernel and these voxels make it, mm.
  static double blurMm(const HuSampler& sampler, const Vector& way);

 private:
  const HuSampler& sampler_;
  Vector u_, v_;  ///< across, as long as the blur
};

}  // namespace planning::review
