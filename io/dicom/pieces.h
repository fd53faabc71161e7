#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "io/dicom/byte_source.h"

namespace io::dicom {

/// All `size` bytes from `offset`, handed on piece by piece, each while it is still in the core's own cache; or false.
bool readPieces(const InputFile& file, std::uint64_t offset, std::uint64_t size,
                const std::function<void(std::span<const std::byte>)>& take);

}  // namespace io::dicom
