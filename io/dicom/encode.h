#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "planning/error.h"

class DcmFileFormat;

namespace io::dicom {

/// The whole file in memory, explicit VR little endian with a new meta header, ready for writeSafely().
/// Errors: "cannot-encode" with DCMTK's reason.
planning::Expected<std::vector<std::byte>> encode(DcmFileFormat& file);

/// The same with compressed pixels left as they are.
planning::Expected<std::vector<std::byte>> encodeAsCompressed(DcmFileFormat& file);

/// A number as DICOM's DS: the shortest text that gives the same double back, or, where that needs more than the 16
/// characters a DS may have, the nearest that fits (absolute error below 1e-9 for any |value| < 10000).
/// Precondition: finite.
std::string decimalString(double value);

/// Several values of one DS attribute, backslash between.
std::string decimalStrings(const std::vector<double>& values);

}  // namespace io::dicom
