#pragma once

#include <optional>
#include <span>

#include "io/sandbox/service.h"

namespace io::reading {

/// The child's side: the question in a message (messages.h), what its answer may take, and how it is found. Absent for
/// bytes that are no question.
std::optional<sandbox::Work> understand(std::span<const std::byte> question);

}  // namespace io::reading
