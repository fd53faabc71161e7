#include "io/files/site_routes.h"

#include "io/files/text_file.h"
#include "planning/procedure/route_text.h"

namespace io {
namespace {

constexpr std::uintmax_t kLargestBytes = 1 << 20;

}  // namespace

planning::Expected<planning::procedure::Routes> readRoutes(const std::filesystem::path& file) {
  const auto text = readText(file, kLargestBytes);
  if (!text) return tl::unexpected(text.error());
  auto routes = planning::procedure::parseRoutes(*text, planning::procedure::routesInUse());
  if (!routes) routes.error().subject = file.string() + ", " + routes.error().subject;
  return routes;
}

}  // namespace io
