#pragma once

#include <filesystem>
#include <fstream>

#include "planning/error.h"

namespace io {

/// Refuses what is no plain file, links followed: a FIFO would be waited for, a device be read for ever. Errors:
/// "no-such-path"; "cannot-read" with the system's reason (a link to itself, a name too long) or "not a regular file".
planning::Expected<void> mustBePlainFile(const std::filesystem::path& file);

/// A plain file from its first byte. Errors: the same.
planning::Expected<std::ifstream> openPlainFile(const std::filesystem::path& file);

}  // namespace io
