#include "app/work/site_routes.h"

#include <gtest/gtest.h>

#include <QStandardPaths>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/temporary_folder.h"

namespace app {
namespace {

/// A user whose configuration folder holds this routes file; runs the program as that user.
class SiteUser {
 public:
  explicit SiteUser(const std::string& routes) {
    QStandardPaths::setTestModeEnabled(false);  // other tests' own folders
    setenv("XDG_CONFIG_HOME", folder_.path().c_str(), 1);
    std::filesystem::create_directory(folder_ / "needleplan");
    std::ofstream(siteRoutesFile()) << routes;
  }
  ~SiteUser() { unsetenv("XDG_CONFIG_HOME"); }

  support::ProgramRun plan(const std::string& route) const {
    return support::runProgram(NEEDLEPLAN_PROGRAM, {"plan", "/no/such/scan", "--target", "0,0,0", "--entry", "0,9,0",
                                                    "--route", route, "--out", (folder_ / "plan.dcm").string()});
  }

 private:
  support::TemporaryFolder folder_;
};

}  // namespace

TEST(SiteRoutes, areKnownToTheCommands) {
  const SiteUser user("[route thoracic-foraminal]\nbased-on = lumbar-foraminal\n");
  EXPECT_EQ(user.plan("unheard-of").exitCode, 2);  // wrong usage
  const auto run = user.plan("thoracic-foraminal");
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_NE(run.err.find("/no/such/scan"), std::string::npos) << run.err;  // the route is known, the scan is not there
}

TEST(SiteRoutes, stopTheCommandsWhenTheFileIsBad) {
  const SiteUser user("[route caudal]\ncolour = red\n");
  const auto run = user.plan("caudal");
  EXPECT_EQ(run.exitCode, 1);
  EXPECT_TRUE(run.out.empty());
  EXPECT_NE(run.err.find(siteRoutesFile() + ", line 2: "), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("(a route has no key \"colour\")"), std::string::npos) << run.err;
}

}  // namespace app
