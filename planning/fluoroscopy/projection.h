#pragma once

#include <optional>

#include "planning/geometry.h"

namespace planning::fluoroscopy {

/// A place in an image: column and row, (0, 0) the centre of the first pixel. DICOM's SCOORD adds 0.5 to both.
struct ImagePoint {
  double column = 0;
  double row = 0;

  friend bool operator==(const ImagePoint&, const ImagePoint&) = default;
};

/// What is known of the geometry of one projection; every value is the file's or the operator's, never a default.
struct CArmGeometry {
  Angle primary = Angle::radians(0);    ///< positioner primary angle, positive LAO (PS3.3 C.8.7.5.1.2)
  Angle secondary = Angle::radians(0);  ///< positioner secondary angle, positive CRA
  double sourceToDetectorMm = 0;        ///< SID, (0018,1110)
  double sourceToIsocentreMm = 0;       ///< SOD, (0018,1111)
  double columnSpacingMm = 0;           ///< between columns at the detector, second value of (0018,1164)
  double rowSpacingMm = 0;              ///< between rows at the detector, first value of (0018,1164)
  int columns = 0;
  int rows = 0;
  std::optional<ImagePoint> principalPoint;  ///< where the beam through the isocentre lands; absent: the image's centre
  /// The detector is turned in its plane: the picture's columns run this far clockwise (toward the rows) of where they
  /// would run at these angles alone. Taken before flip and quarter turns.
  Angle roll = Angle::radians(0);
  bool flippedHorizontally = false;      ///< the image's columns run against the usual display (FOV flip)
  int quarterTurns = 0;                  ///< the image is turned clockwise by this many times 90 degrees (FOV rotation)
  Point isocentre = makePoint(0, 0, 0);  ///< LPS mm; the origin of its own frame where no CT is registered

  friend bool operator==(const CArmGeometry&, const CArmGeometry&) = default;
};

/// Half-line of an X-ray: from the source through an image point.
struct Ray {
  Point source;
  Vector direction;  ///< unit
};

/// Perspective of a C-arm: patient LPS millimetres to image points and back (planning/fluoroscopy/README.md).
///
/// Axes at angles 0/0: the detector faces the chest, image columns run to the patient's left, rows to the feet.
class Projection {
 public:
  /// Precondition: distances, spacings and sizes are positive, SOD < SID.
  explicit Projection(const CArmGeometry& geometry);

  /// Absent for a place at or behind the source.
  std::optional<ImagePoint> project(const Point& place) const;
  Ray ray(const ImagePoint& place) const;
  /// Millimetres in the patient, at the depth of `place`, that one column and one row stand for; larger farther from
  /// the source.
  double mmPerColumnAt(const Point& place) const;
  double mmPerRowAt(const Point& place) const;

  const Point& source() const { return source_; }
  const Vector& towardDetector() const { return beam_; }  ///< unit, source to detector
  const Vector& columnDirection() const {
    return right_;
  }  ///< unit; the improper triad right, down, beam: planning/fluoroscopy/README.md
  const Vector& rowDirection() const { return down_; }
  const CArmGeometry& geometry() const { return geometry_; }

 private:
  double depthMm(const Point& place) const;

  CArmGeometry geometry_;
  Point source_;
  Vector beam_, right_, down_;
  ImagePoint principal_;
};

/// The line in the second view on which the place seen at `place` in the first must lie: two of its points, both in
/// front of the source. Absent where the ray runs through the second source.
struct EpipolarLine {
  ImagePoint from, to;
};
std::optional<EpipolarLine> epipolarLine(const Projection& first, const ImagePoint& place, const Projection& second);

}  // namespace planning::fluoroscopy
