#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/procedure/routes.h"

namespace io {

/// A site's routes file (planning/procedure/route_text.h has its form) on top of the routes in use. Errors:
/// "cannot-read", and "bad-route-file" with "file, line 12" and the reason.
planning::Expected<planning::procedure::Routes> readRoutes(const std::filesystem::path& file);

}  // namespace io
