#include "app/audit/site_placement.h"

#include <gtest/gtest.h>

#include <fstream>

#include "planning/procedure/route_text.h"
#include "tests/support/temporary_folder.h"

namespace app::audit {
namespace {

Report reportOfNeedles(int count) {
  Source source;
  for (int i = 0; i < count; ++i) {
    planning::review::AuditedNeedle needle;
    needle.controlUid = needle.plannedTrackingUid = std::to_string(i);
    needle.registrationAccepted = true;
    needle.routeId = "lumbar-facet";
    needle.values[0] = i % 2 == 0 ? 3 : 5;
    needle.values[4] = 2;
    source.needles.push_back(needle);
  }
  return reportOf(source, false);
}

std::string textOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST(SitePlacement, isWrittenWherePlanningReadsIt) {
  support::TemporaryFolder folder;
  const auto file = folder / "config" / "routes.txt";
  const auto error = sitePlacementError(reportOfNeedles(24), "lumbar-facet", "2026-11-25");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->source, "own audit of 2026-11-25: 24 needles");
  const auto kept = keepSitePlacementError(file.string(), "lumbar-facet", *error);
  ASSERT_TRUE(kept) << kept.error().subject << " " << kept.error().detail;
  EXPECT_NE(textOf(file).find("placement.any.any = 4.000"), std::string::npos);
  const auto routes = planning::procedure::parseRoutes(textOf(file), planning::procedure::routesInUse());
  ASSERT_TRUE(routes);
  for (const auto& route : *routes) {
    if (route.id != "lumbar-facet") continue;
    planning::needle::TrajectoryAngles angles;
    const auto used = planning::needle::placementErrorFor(route.placement, "CT", angles);
    ASSERT_TRUE(used);
    EXPECT_EQ(used->meanTipMm, 4);
    EXPECT_EQ(used->source, error->source);
  }
}

TEST(SitePlacement, wantsEnoughNeedles) {
  EXPECT_EQ(sitePlacementError(reportOfNeedles(19), "lumbar-facet", "2026-11-25").error().code, "too-few-needles");
}

TEST(SitePlacement, leavesAFileAloneThatWouldNotBeRead) {
  support::TemporaryFolder folder;
  const auto file = folder / "routes.txt";
  std::ofstream(file) << "[route lumbar-facet]\nneedel = 22Gx90\n";
  const auto error = sitePlacementError(reportOfNeedles(24), "lumbar-facet", "2026-11-25");
  const auto kept = keepSitePlacementError(file.string(), "lumbar-facet", *error);
  ASSERT_FALSE(kept);
  EXPECT_EQ(kept.error().code, "bad-route-file");
  EXPECT_EQ(textOf(file), "[route lumbar-facet]\nneedel = 22Gx90\n");
}

}  // namespace app::audit
