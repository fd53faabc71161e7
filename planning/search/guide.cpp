#include "planning/search/guide.h"

#include <array>
#include <cstdint>

#include "planning/check.h"

namespace planning {

Guide guideThrough(GuideKind kind, const std::vector<std::vector<Point>>& lines, bool closed) {
  auto surface = std::make_shared<anatomy::Surface>();
  const std::size_t many = lines.empty() ? 0 : lines.front().size();
  for (const auto& line : lines) {
    check(line.size() == many, "the lines of a guide have equally many places");
    for (const Point& p : line)
      surface->vertices.push_back({static_cast<float>(p[0]), static_cast<float>(p[1]), static_cast<float>(p[2])});
  }
  const std::size_t steps = closed ? many : many - (many > 0 ? 1 : 0);
  for (std::size_t n = 0; n + 1 < lines.size(); ++n)
    for (std::size_t i = 0; i < steps; ++i) {
      const auto a = static_cast<std::uint32_t>(n * many + i),
                 b = static_cast<std::uint32_t>(n * many + (i + 1) % many);
      const auto next = static_cast<std::uint32_t>(many);
      surface->triangles.push_back({a, b, b + next});
      surface->triangles.push_back({a, b + next, a + next});
    }
  return {kind, std::move(surface)};
}

}  // namespace planning
