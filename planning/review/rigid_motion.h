#pragma once

#include <array>
#include <vector>

#include "planning/error.h"
#include "planning/geometry.h"

namespace planning::review {

/// A turn and a shift, from one scan's patient frame to another's, LPS mm.
class RigidMotion {
 public:
  RigidMotion() = default;  ///< stays where it is
  /// Rows of [R | t]; R must be a rotation.
  explicit RigidMotion(const std::array<double, 12>& rows) : rows_(rows) {}
  /// By `angle` about an axis (of any length but 0) through `centre`, then by `shift`.
  RigidMotion(const Vector& axis, Angle angle, const Point& centre, const Vector& shift);

  Point operator()(const Point& place) const;
  Vector operator()(const Vector& way) const;
  Segment operator()(const Segment& segment) const { return {(*this)(segment.start), (*this)(segment.end)}; }
  RigidMotion inverse() const;
  const std::array<double, 12>& rows() const { return rows_; }
  bool isIdentity() const { return rows_ == RigidMotion().rows_; }

 private:
  std::array<double, 12> rows_{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
};

/// The same place, seen in both scans.
struct Landmark {
  Point inControl;
  Point inPlan;

  friend bool operator==(const Landmark&, const Landmark&) = default;
};

struct LandmarkFit {
  RigidMotion controlToPlan;
  double residualMm = 0;  ///< root mean square distance of the landmarks after the fit
};

/// The motion that brings the landmarks nearest together (least squares, B. K. P. Horn 1987). Of two landmarks, which
/// leave the turn about their line open, the least turn is taken. Errors: "landmarks-too-few" (fewer than two),
/// "landmarks-too-near" (the two farthest ones of either scan are less than 20 mm apart).
Expected<LandmarkFit> fitLandmarks(const std::vector<Landmark>& landmarks);

}  // namespace planning::review
