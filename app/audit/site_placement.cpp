#include "app/audit/site_placement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <span>

#include "io/files/safe_file.h"
#include "planning/procedure/placement_text.h"
#include "planning/procedure/route_text.h"

namespace app::audit {
namespace {

planning::Expected<std::string> textOf(const QString& name) {
  QFile file(name);
  if (!file.exists()) return std::string();
  if (!file.open(QIODevice::ReadOnly))
    return planning::refuse("cannot-read", name.toStdString(), file.errorString().toStdString());
  return file.readAll().toStdString();
}

}  // namespace

planning::Expected<planning::needle::PlacementError> sitePlacementError(const Report& report,
                                                                        const std::string& routeId,
                                                                        const std::string& today) {
  auto error = planning::review::placementErrorFrom(report.audit.needles, routeId);
  if (!error) return error;
  const auto count = std::count_if(report.audit.needles.begin(), report.audit.needles.end(),
                                   [&](const auto& needle) { return needle.routeId == routeId; });
  error->source = "own audit of " + today + ": " + std::to_string(count) + " needles";
  return error;
}

planning::Expected<void> keepSitePlacementError(const std::string& routesFile, const std::string& routeId,
                                                const planning::needle::PlacementError& error) {
  const QString name = QString::fromStdString(routesFile);
  const auto before = textOf(name);
  if (!before) return tl::unexpected(before.error());
  const auto inFile = [&](planning::Error refused) {
    refused.subject = routesFile + ", " + refused.subject;
    return tl::unexpected(std::move(refused));
  };
  const auto after = planning::procedure::withPlacementError(*before, routeId, error);
  if (!after) return inFile(after.error());
  if (const auto read = planning::procedure::parseRoutes(*after, planning::procedure::builtInRoutes()); !read)
    return inFile(read.error());
  QDir().mkpath(QFileInfo(name).path());
  return io::writeSafely(routesFile, std::as_bytes(std::span(*after)));
}

}  // namespace app::audit
