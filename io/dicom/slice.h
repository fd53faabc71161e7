#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/dicom/prescan.h"
#include "planning/geometry.h"

namespace io::dicom {

/// How pixels are stored (PS3.3 C.7.6.3).
struct PixelFormat {
  int columns = 0;
  int rows = 0;
  int samples = 1;
  int bitsAllocated = 16;
  int bitsStored = 16;
  int highBit = 15;
  bool isSigned = false;
  bool planar = false;      ///< colours plane by plane, (0028,0006)
  std::string photometric;  ///< MONOCHROME1 and 2 differ in how they are shown, not in what is measured
  std::optional<std::pair<int, int>> padding;  ///< stored values, lowest and highest, that mean "no pixel here"

  friend bool operator==(const PixelFormat&, const PixelFormat&) = default;
};

/// Stored value to modality value (PS3.3 C.11.1): slope * stored + intercept.
struct Rescale {
  double slope = 1;
  double intercept = 0;

  friend bool operator==(const Rescale&, const Rescale&) = default;
};

/// Everything that reading the pixels of one slice takes, so that no header is parsed twice.
struct Slice {
  std::filesystem::path file;
  FileStamp stamp;
  std::string transferSyntaxUid;
  std::uint64_t dataSetOffset = 0;
  int frame = 0;   ///< from 0, in its file
  int frames = 1;  ///< in its file
  PixelFormat format;
  ByteRange bytes;                   ///< native: this frame's
  std::vector<ByteRange> fragments;  ///< encapsulated: this frame's
  Rescale rescale;
  planning::Point position;          ///< centre of the first pixel, LPS mm
  std::optional<double> locationMm;  ///< (0020,1041), as printed
  std::optional<double> thicknessMm;
};

/// Where the slices of a regular stack lie.
struct StackGeometry {
  planning::Point origin;        ///< centre of the first pixel of the first slice
  planning::Vector alongRow;     ///< unit vector from column to column
  planning::Vector alongColumn;  ///< unit vector from row to row
  planning::Vector step;         ///< from slice to slice, mm; not orthogonal to the slices when the gantry was tilted
  double columnSpacingMm = 0;    ///< between columns
  double rowSpacingMm = 0;       ///< between rows
};

}  // namespace io::dicom
