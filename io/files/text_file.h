#pragma once

#include <filesystem>
#include <string>

#include "planning/error.h"

namespace io {

/// A small text file, without the mark that some editors put before it. Errors: "cannot-read", also for more than
/// `mostBytes`.
planning::Expected<std::string> readText(const std::filesystem::path& file, std::uintmax_t mostBytes);

}  // namespace io
