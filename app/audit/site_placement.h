#pragma once

#include <string>

#include "app/audit/report.h"
#include "planning/error.h"
#include "planning/needle/placement.h"

namespace app::audit {

/// The needles of a route as the site's own placement error, with where it comes from. Errors: "too-few-needles".
planning::Expected<planning::needle::PlacementError> sitePlacementError(const Report& report,
                                                                        const std::string& routeId,
                                                                        const std::string& today);

/// Writes it into the site's routes file, which planning reads at the next start; what the file says otherwise stays.
/// Nothing is written that would not be read. Errors: "placement-given", "bad-route-file", "cannot-read",
/// "cannot-write".
planning::Expected<void> keepSitePlacementError(const std::string& routesFile, const std::string& routeId,
                                                const planning::needle::PlacementError& error);

}  // namespace app::audit
