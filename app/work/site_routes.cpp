#include "app/work/site_routes.h"

#include <QStandardPaths>

#include <filesystem>

#include "io/files/site_routes.h"

namespace app {

std::string siteFile(const std::string& name) {
  const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
  return folder.toStdString() + "/needleplan/" + name;
}

std::string siteRoutesFile() {
  return siteFile("routes.txt");
}

planning::Expected<void> useSiteRoutes() {
  const std::string file = siteRoutesFile();
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return {};
  auto routes = io::readRoutes(file);
  if (!routes) return tl::unexpected(routes.error());
  planning::procedure::useRoutes(std::move(*routes));
  return {};
}

}  // namespace app
