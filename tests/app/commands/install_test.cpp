#include <gtest/gtest.h>

#include <filesystem>

#include "tests/paths.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

namespace {

TEST(Install, putsTheReaderWhereTheProgramLooksForIt) {
  const support::TemporaryFolder folder;
  const auto installed = support::runProgram("cmake", {"--install", NEEDLEPLAN_BUILD_DIR, "--prefix", folder.path()});
  ASSERT_EQ(installed.exitCode, 0) << installed.err;
  const auto program = folder / "bin" / "needleplan", reader = folder / "libexec" / "needleplan" / "needleplan-reader";
  const auto run = [&] { return support::runProgram(program, {"scan", support::smallCase().ct, "--json"}); };
  const auto found = run();
  EXPECT_EQ(found.exitCode, 0) << found.err;
  EXPECT_NE(found.out.find("\"loadable\""), std::string::npos) << found.out;
  ASSERT_TRUE(std::filesystem::remove(reader));
  const auto alone = run();
  EXPECT_EQ(alone.exitCode, 1) << alone.out;
  EXPECT_NE(alone.err.find("install needleplan again"), std::string::npos) << alone.err;
}

}  // namespace
