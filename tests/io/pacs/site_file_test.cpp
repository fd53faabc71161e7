#include "io/pacs/site_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace io::pacs;
using support::TemporaryFolder;

const char* const kText =
    "# our archives\n"
    "[Main]\n"
    "# by the basement\n"
    "host = 10.0.0.1\n"
    "called = A\n"
    "colour = grey\n"
    "calling = B\n"
    "\n"
    "# the old one\n"
    "[Old]\n"
    "host = 10.0.0.2\n"
    "called = C\n"
    "calling = D\n";

Site main() {
  Site site;
  site.name = "Main";
  site.host = "10.0.0.1";
  site.called = "A";
  site.calling = "B";
  return site;
}

std::string textOf(const fs::path& file) {
  std::ifstream stream(file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(PacsSiteFile, changesOneArchiveAndLeavesAllElse) {
  Site site = main();
  site.host = "pacs.example.org";
  site.tls = Tls{"/c/ca.pem", {}, {}, {}};
  const auto changed = withSite(kText, "Main", site);
  ASSERT_TRUE(changed) << changed.error().detail;
  EXPECT_EQ(*changed,
            "# our archives\n"
            "[Main]\n"
            "# by the basement\n"
            "host = pacs.example.org\n"
            "called = A\n"
            "colour = grey\n"
            "calling = B\n"
            "port = 104\n"
            "tls.trusted = /c/ca.pem\n"
            "\n"
            "# the old one\n"
            "[Old]\n"
            "host = 10.0.0.2\n"
            "called = C\n"
            "calling = D\n");
}

TEST(PacsSiteFile, takesKeysAwayThatASiteHasNoMore) {
  Site site = main();
  site.tls = Tls{"/c/ca.pem", "/c/us.pem", "/c/us.key", "/c/crl.pem"};
  site.worklist = true;
  site.worklistStation = "CT1";
  site.outbox = true;
  site.move = MoveTarget{"10.0.0.7", 11113, "sender"};
  const auto full = withSite(kText, "Main", site);
  ASSERT_TRUE(full) << full.error().detail;
  EXPECT_EQ(parseSites(*full)->front(), site);
  const auto plain = withSite(*full, "Main", main());
  ASSERT_TRUE(plain);
  EXPECT_EQ(parseSites(*plain)->front(), main());
  EXPECT_NE(plain->find("colour = grey"), std::string::npos);
}

TEST(PacsSiteFile, renamesAddsAndRemoves) {
  Site site = main();
  site.name = "Basement";
  const auto renamed = withSite(kText, "Main", site);
  ASSERT_TRUE(renamed);
  EXPECT_EQ(parseSites(*renamed)->front(), site);
  EXPECT_EQ(parseSites(*renamed)->size(), 2U);

  site.name = "Third";
  const auto added = withSite(kText, "", site);
  ASSERT_TRUE(added);
  EXPECT_EQ(parseSites(*added)->back(), site);
  EXPECT_TRUE(added->starts_with(kText));

  const auto removed = withSite(kText, "Main", std::nullopt);
  ASSERT_TRUE(removed);
  EXPECT_EQ(parseSites(*removed)->size(), 1U);
  EXPECT_NE(removed->find("# the old one"), std::string::npos);
  EXPECT_EQ(withSite("", "", main()).value(), "[Main]\nhost = 10.0.0.1\nport = 104\ncalled = A\ncalling = B\n");
}

TEST(PacsSiteFile, refusesWhatWouldNotBeReadAsItIsMeant) {
  Site bad = main();
  bad.host = "::1";
  EXPECT_EQ(withSite(kText, "Main", bad).error().code, "bad-sites-file");
  bad = main();
  bad.tls = Tls{"/c/ca.pem\nhost = evil", {}, {}, {}};
  EXPECT_EQ(withSite(kText, "Main", bad).error().code, "bad-sites-file");
  bad.tls = Tls{};
  EXPECT_EQ(withSite(kText, "Main", bad).error().detail, "[Main] needs tls.trusted");
  bad = main();
  bad.name = "Old";  // there is one
  EXPECT_EQ(withSite(kText, "Main", bad).error().code, "bad-sites-file");
  EXPECT_EQ(withSite("[Main\n", "Main", main()).error().code, "bad-sites-file");
}

TEST(PacsSiteFile, isItsOwnersAlone) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "needleplan" / "pacs.txt";
  ASSERT_TRUE(saveSite(file, "", main()));
  constexpr auto kOwners = fs::perms::owner_read | fs::perms::owner_write;
  EXPECT_EQ(fs::status(file).permissions(), kOwners);
  EXPECT_EQ(readSites(file)->front(), main());

  fs::permissions(file, kOwners | fs::perms::group_read | fs::perms::others_read);
  Site site = main();
  site.port = 4242;
  ASSERT_TRUE(saveSite(file, "Main", site));
  EXPECT_EQ(fs::status(file).permissions(), kOwners);
  EXPECT_EQ(readSites(file)->front(), site);
}

TEST(PacsSiteFile, aRefusalLeavesTheFileAsItWas) {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "pacs.txt";
  std::ofstream(file) << kText;
  Site bad = main();
  bad.called = "";
  EXPECT_FALSE(saveSite(file, "Main", bad));
  EXPECT_EQ(textOf(file), kText);
}

}  // namespace
