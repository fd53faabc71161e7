#pragma once

#include <string>
#include <vector>

#include "io/dicom/slice.h"
#include "planning/error.h"

namespace io::dicom {

/// Two slices of one position: closer than this along the normal.
inline constexpr double kSamePositionMm = 0.01;
/// How far a slice may lie from its place in an even stack. Beyond it the series is refused.
inline constexpr double kMostUnevenMm = 0.1;
/// Unevenness worth a word; less is the rounding of decimal strings.
inline constexpr double kNoticeablyUnevenMm = 0.02;

/// The axes of a slice.
struct Orientation {
  planning::Vector row;     ///< unit, from column to column
  planning::Vector column;  ///< unit, from row to row
  planning::Vector normal;  ///< row x column
};

/// From (0020,0037). Cosines that are off by less than 1e-3 are made orthonormal; errors: "orientation-not-orthogonal".
planning::Expected<Orientation> orientationFrom(const std::vector<double>& cosines, const std::string& file);

/// One slice's place, with the file that said so.
struct PlacedSlice {
  planning::Point position;  ///< of the first pixel's centre
  std::string file;
  planning::Vector acrossColumns = planning::Vector(0.0);  ///< from the first pixel of a row to its last, mm
  planning::Vector acrossRows = planning::Vector(0.0);     ///< from the first pixel of a column to its last, mm
};

/// How far, in mm, the pixels of two slices that are laid first pixel on first pixel lie apart where that is most.
double mostApartMm(const PlacedSlice& a, const PlacedSlice& b);

/// Step between slices of an even stack, and how even it is.
struct StackStep {
  planning::Vector step;                               ///< mean step, mm; its component along the normal is positive
  planning::Angle tilt = planning::Angle::radians(0);  ///< between step and normal
  double unevennessMm = 0;  ///< greatest distance of any pixel from its place in the even stack
};

/// Slices sorted along the normal, at least two, no two in one position. Errors, each with the file of the slice that
/// is out of place: "missing-slices" (a gap of a multiple), "uneven-slices", "planes-differ" (first pixels in line, but
/// orientation or pixel spacing put others more than kMostUnevenMm from where the slices' mean has them), "not-a-stack"
/// (steps go sideways more than 45 degrees).
planning::Expected<StackStep> fitStack(const std::vector<PlacedSlice>& slices, const Orientation& orientation);

}  // namespace io::dicom
