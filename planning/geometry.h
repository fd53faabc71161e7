#pragma once

#include <itkPoint.h>

#include <cmath>
#include <numbers>

namespace planning {

/// A place in the patient: DICOM LPS (x to the left, y to the back, z to the head), millimetres.
using Point = itk::Point<double, 3>;
/// A displacement in the patient, LPS, millimetres.
using Vector = itk::Vector<double, 3>;

inline Point makePoint(double x, double y, double z) {
  Point p;
  p[0] = x, p[1] = y, p[2] = z;
  return p;
}

inline Vector makeVector(double x, double y, double z) {
  Vector v;
  v[0] = x, v[1] = y, v[2] = z;
  return v;
}

inline double dot(const Vector& a, const Vector& b) {
  return a * b;
}
/// Written out: itk::CrossProduct is a call into ITK's library.
inline Vector cross(const Vector& a, const Vector& b) {
  return makeVector(a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]);
}

/// Straight piece between two places.
struct Segment {
  Point start;
  Point end;

  double lengthMm() const { return (end - start).GetNorm(); }
  /// The place at `mm` from the start, toward the end (beyond it when larger than the length). Undefined for length 0.
  Point at(double mm) const { return start + (end - start) * (mm / lengthMm()); }
};

/// An angle that cannot be taken for another unit.
class Angle {
 public:
  static Angle degrees(double value) { return Angle(value * std::numbers::pi / 180.0); }
  static Angle radians(double value) { return Angle(value); }
  double degrees() const { return radians_ * 180.0 / std::numbers::pi; }
  double radians() const { return radians_; }
  friend auto operator<=>(const Angle&, const Angle&) = default;

 private:
  explicit Angle(double radians) : radians_(radians) {}
  double radians_;
};

}  // namespace planning
