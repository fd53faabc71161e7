#pragma once

#include <optional>
#include <string>
#include <vector>

#include "io/pacs/site.h"
#include "planning/error.h"

namespace app {

/// The site's archives: needleplan/pacs.txt in the user's configuration folder (io/pacs/site.h has its form).
std::string pacsSitesFile();

/// Those that it names; none where there is no file. Errors: those of io::pacs::readSites().
planning::Expected<std::vector<io::pacs::Site>> pacsSites();

/// The one of that name in `file` (empty: pacsSitesFile()); without a name the only one there is. Errors: those of
/// io::pacs::readSites(), "no-such-site" (the names there are), "several-sites" (their names).
planning::Expected<io::pacs::Site> pacsSite(const std::string& file, const std::string& name);

/// The one in `file` (empty: pacsSitesFile()) that the outbox sends to; absent where none does, or there is no such
/// file. Errors: those of io::pacs::readSites().
planning::Expected<std::optional<io::pacs::Site>> outboxSite(const std::string& file);

}  // namespace app
