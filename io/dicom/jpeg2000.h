#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "io/dicom/slice.h"
#include "planning/error.h"

namespace io::dicom {

/// Decodes one JPEG 2000 code stream (or JP2 file) of one component into stored words. Where the code stream and the
/// header disagree about sign or precision, the code stream is right. Errors: "decoding-failed" with the subject.
planning::Expected<void> decodeJpeg2000(std::span<const std::byte> stream, const PixelFormat& format,
                                        std::span<std::uint16_t> words, const std::string& subject);

}  // namespace io::dicom
