#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "planning/error.h"

namespace io {

/// The one way this program writes a file that matters: bytes beside the old file, checked, fsync, read back and
/// compared, renamed, folder fsync. Until then only its owner may read it; then it
/// has the rights of the old file, or those of any new one. On any failure the old file is whole and the new one is
/// gone. Errors: "cannot-write" with the file and the system's reason. What a killed save left in the folder goes with
/// the next one, an hour later.
planning::Expected<void> writeSafely(const std::filesystem::path& file, std::span<const std::byte> bytes);

}  // namespace io
