#include "io/site_routes.h"

#include <fstream>
#include <iterator>
#include <string>

#include "planning/procedure/route_text.h"

namespace io {
namespace {

constexpr std::uintmax_t kLargestBytes = 1 << 20;

}  // namespace

planning::Expected<std::vector<planning::procedure::Route>> readRoutes(const std::filesystem::path& file) {
  std::error_code failed;
  const std::uintmax_t bytes = std::filesystem::file_size(file, failed);
  if (failed) return planning::refuse("cannot-read", file.string(), failed.message());
  if (bytes > kLargestBytes) return planning::refuse("cannot-read", file.string(), "larger than 1 MB");
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream || text.size() != bytes) return planning::refuse("cannot-read", file.string(), "read error");
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  auto routes = planning::procedure::parseRoutes(text, planning::procedure::routes());
  if (!routes) routes.error().subject = file.string() + ", " + routes.error().subject;
  return routes;
}

}  // namespace io
