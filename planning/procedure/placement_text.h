#pragma once

#include <string>

#include "planning/error.h"
#include "planning/needle/placement.h"

namespace planning::procedure {

/// A site's routes text (route_text.h) with this placement error for one route, any guidance and any path, in the place
/// of the one that an audit wrote before; every other line stays as it is. The error's source stands beside it. Errors:
/// "placement-given" with the line, where the text already has figures of that route that somebody else gave: they say
/// more exactly what they hold for, and share the one source.
Expected<std::string> withPlacementError(const std::string& text, const std::string& routeId,
                                         const needle::PlacementError& error);

}  // namespace planning::procedure
