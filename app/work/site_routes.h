#pragma once

#include <string>

#include "planning/error.h"

namespace app {

/// The site's routes file: needleplan/routes.txt in the user's configuration folder ($XDG_CONFIG_HOME, else ~/.config).
std::string siteRoutesFile();

/// Puts the site's routes in use, where there is such a file. Once, at the start. Errors: those of io::readRoutes();
/// the built-in routes stay in use then.
planning::Expected<void> useSiteRoutes();

}  // namespace app
