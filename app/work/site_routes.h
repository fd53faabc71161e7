#pragma once

#include <string>

#include "planning/error.h"

namespace app {

/// A file of the site's settings: needleplan/NAME in the user's configuration folder ($XDG_CONFIG_HOME, else
/// ~/.config).
std::string siteFile(const std::string& name);

/// The site's routes: routes.txt.
std::string siteRoutesFile();

/// Puts the site's routes in use, where there is such a file. Once, at the start. Errors: those of io::readRoutes();
/// the built-in routes stay in use then.
planning::Expected<void> useSiteRoutes();

}  // namespace app
