#include "io/deidentification/secret.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "tests/support/temporary_folder.h"

namespace io::deidentification {
namespace {

namespace fs = std::filesystem;

const std::string kKey = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

planning::Patient patient(const std::string& id, const std::string& issuer) {
  planning::Patient one;
  one.id = id;
  one.issuer = issuer;
  return one;
}

fs::path keyFile(const support::TemporaryFolder& folder, const std::string& text) {
  std::ofstream(folder / "key") << text;
  return folder / "key";
}

}  // namespace

// By another HMAC-SHA-256 (Python's hmac) over "uid\n1.2.3", "patient\nClinic\nP1" and "dates\nClinic\nP1".
TEST(Secret, givesWhatItsKeyGivesElsewhere) {
  const support::TemporaryFolder folder;
  const auto secret = Secret::keptIn(keyFile(folder, kKey + "\n"));
  ASSERT_TRUE(secret);
  EXPECT_EQ(secret->uid("1.2.3"), "2.25.21495382442896168780176030173756850363");
  EXPECT_EQ(secret->pseudonym(patient("P1", "Clinic")), "NP-SMF9922F9R");
  EXPECT_EQ(secret->daysEarlier(patient("P1", "Clinic")), 3096);
}

TEST(Secret, ofAFileIsTheSameLaterAndItsOwnersAlone) {
  const support::TemporaryFolder folder;
  const auto first = Secret::keptIn(folder / "key");
  const auto later = Secret::keptIn(folder / "key");
  ASSERT_TRUE(first && later);
  EXPECT_EQ(first->uid("1.2.3"), later->uid("1.2.3"));
  EXPECT_EQ(fs::status(folder / "key").permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(support::fileBytes(folder / "key").size(), 65U);
}

TEST(Secret, isAnotherEachTime) {
  EXPECT_NE(Secret().uid("1.2.3"), Secret().uid("1.2.3"));
}

TEST(Secret, movesDatesByOneToElevenYears) {
  const Secret secret;
  std::set<int> days;
  for (int n = 0; n < 200; ++n) days.insert(secret.daysEarlier(patient("P" + std::to_string(n), "")));
  EXPECT_GE(*days.begin(), 366);
  EXPECT_LE(*days.rbegin(), 4015);
  EXPECT_GT(days.size(), 150U);
}

TEST(Secret, tellsIssuersApart) {
  const Secret secret;
  EXPECT_NE(secret.pseudonym(patient("P1", "Clinic")), secret.pseudonym(patient("P1", "Ward")));
}

TEST(Secret, ofAFileThatHoldsNoneIsRefusedAndTheFileStays) {
  const support::TemporaryFolder folder;
  for (const std::string& text : {std::string(), std::string("word"), kKey.substr(1), kKey + "0", "0x" + kKey.substr(2),
                                  kKey.substr(0, 62) + "g0", kKey.substr(0, 62) + "0g"}) {
    const auto file = keyFile(folder, text);
    const auto secret = Secret::keptIn(file);
    ASSERT_FALSE(secret) << text;
    EXPECT_EQ(secret.error().code, "bad-key-file");
    EXPECT_EQ(support::fileBytes(file), support::bytesOf(text));
  }
  EXPECT_FALSE(Secret::keptIn(folder.path()));
  const auto nowhere = Secret::keptIn(folder / "none" / "key");
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().code, "cannot-write");
}

}  // namespace io::deidentification
