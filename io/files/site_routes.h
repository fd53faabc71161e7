#pragma once

#include <filesystem>
#include <vector>

#include "planning/error.h"
#include "planning/procedure/route.h"

namespace io {

/// A site's routes file (planning/procedure/route_text.h has its form) on top of the routes in use. Errors:
/// "cannot-read", and "bad-route-file" with "file, line 12" and the reason.
planning::Expected<std::vector<planning::procedure::Route>> readRoutes(const std::filesystem::path& file);

}  // namespace io
