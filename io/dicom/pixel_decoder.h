#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "io/dicom/hu_conversion.h"
#include "io/dicom/slice.h"
#include "planning/error.h"

namespace io::dicom {

/// Whether frames of this transfer syntax can be decoded: all uncompressed ones, deflated, RLE, JPEG baseline, extended
/// and lossless, JPEG-LS, JPEG 2000.
bool canDecode(std::string_view transferSyntaxUid);

/// The stored words of one slice, one per pixel in row order, as they stand in the file: bits outside the stored ones
/// are not yet masked and no sign is extended; 8-bit pixels fill the low byte. `words` has rows x columns places.
/// Errors: "cannot-read", "file-changed" (since the scan), "pixel-data-cut", "decoding-failed",
/// "unsupported-transfer-syntax".
planning::Expected<void> readStoredWords(const Slice& slice, std::span<std::uint16_t> words);

/// The same as Hounsfield units; see convertToHu(). Errors: those of readStoredWords().
planning::Expected<ConversionCounts> readHu(const Slice& slice, bool isHu, std::span<std::uint16_t> hu);

}  // namespace io::dicom
