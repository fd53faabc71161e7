#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "io/dicom/slice.h"
#include "planning/error.h"

namespace io::dicom {

/// Decodes one RLE frame (PS3.5 annex G) of one sample a pixel into stored words. Ours, because DCMTK 3.6.7 takes a cut
/// frame for a whole one and leaves the rest as it was. Errors: "decoding-failed" with the subject: a segment that ends
/// early, lies outside the frame, or of which there are too few or too many.
planning::Expected<void> decodeRle(std::span<const std::byte> frame, const PixelFormat& format,
                                   std::span<std::uint16_t> words, const std::string& subject);

}  // namespace io::dicom
