#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "io/pacs/site.h"
#include "planning/error.h"

namespace io::pacs {

/// The text of a sites file (site.h has its form) with one archive changed, added (`name` is empty or not there) or
/// removed (no `site`). Comments, keys that are not known here, and the other archives stay as they are. Errors:
/// "bad-sites-file" where the text, or what would come of it, is none.
planning::Expected<std::string> withSite(const std::string& text, const std::string& name,
                                         const std::optional<Site>& site);

/// The same on the file as it is now (a missing one is empty), written so that a crash leaves the old or the new one
/// whole. Only its owner may read it. Errors: those of withSite(), "cannot-read", "cannot-write".
planning::Expected<void> saveSite(const std::filesystem::path& file, const std::string& name,
                                  const std::optional<Site>& site);

}  // namespace io::pacs
