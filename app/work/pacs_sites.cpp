#include "app/work/pacs_sites.h"

#include <algorithm>
#include <filesystem>

#include "app/work/site_routes.h"
#include "planning/joined.h"

namespace app {

using planning::Expected;
using planning::refuse;

std::string pacsSitesFile() {
  return siteFile("pacs.txt");
}

Expected<std::vector<io::pacs::Site>> pacsSites() {
  const std::string file = pacsSitesFile();
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return std::vector<io::pacs::Site>();
  return io::pacs::readSites(file);
}

Expected<io::pacs::Site> pacsSite(const std::string& file, const std::string& name) {
  const auto sites = io::pacs::readSites(file.empty() ? pacsSitesFile() : file);
  if (!sites) return tl::unexpected(sites.error());
  if (name.empty() && sites->size() == 1) return sites->front();
  const auto named = std::find_if(sites->begin(), sites->end(), [&](const auto& site) { return site.name == name; });
  if (named != sites->end()) return *named;
  std::vector<std::string> names;
  for (const auto& site : *sites) names.push_back(site.name);
  return refuse(name.empty() && !sites->empty() ? "several-sites" : "no-such-site", name, planning::joined(names));
}

Expected<std::optional<io::pacs::Site>> outboxSite(const std::string& file) {
  const std::string from = file.empty() ? pacsSitesFile() : file;
  std::error_code ignored;
  if (!std::filesystem::exists(from, ignored)) return std::nullopt;
  auto sites = io::pacs::readSites(from);
  if (!sites) return tl::unexpected(sites.error());
  for (auto& site : *sites)
    if (site.outbox) return std::optional(std::move(site));
  return std::nullopt;
}

}  // namespace app
