#include "io/files/site_routes.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/temporary_folder.h"

namespace io {
namespace {

std::filesystem::path written(const std::string& text) {
  static const support::TemporaryFolder folder;  // one a process: tests run side by side
  const auto file = folder / "site_routes_test.txt";
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

}  // namespace

TEST(SiteRoutes, areReadOnTopOfTheBuiltInOnes) {
  const auto routes = readRoutes(written("\xEF\xBB\xBF[route caudal]\r\nneedle = 20Gx120\r\n"));
  ASSERT_TRUE(routes) << routes.error().detail;
  EXPECT_EQ(routes->size(), planning::procedure::routesInUse().size());
  EXPECT_EQ((*routes)[2].usualNeedle->gauge, 20);
}

TEST(SiteRoutes, areRefusedWithFileLineAndReason) {
  const auto file = written("[route caudal]\ncolour = red\n");
  const auto refused = readRoutes(file);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "bad-route-file");
  EXPECT_EQ(refused.error().subject, file.string() + ", line 2");
  EXPECT_EQ(refused.error().detail, "a route has no key \"colour\"");
  EXPECT_EQ(readRoutes("/no/such/file").error().code, "cannot-read");
  EXPECT_EQ(readRoutes(testing::TempDir()).error().code, "cannot-read");
}

}  // namespace io
