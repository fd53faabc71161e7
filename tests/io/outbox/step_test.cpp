#include "io/outbox/step.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>

#include "io/files/file_calls.h"
#include "tests/io/outbox/outbox_fixture.h"

namespace {

using namespace outbox_fixture;
using Steps = OutboxTest;
using planning::Error;
using planning::refuse;
using std::chrono::seconds;

TEST(Pause, doublesFromFiveSecondsToAQuarterOfAnHour) {
  const int expected[] = {5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900};
  for (int i = 0; i < 11; ++i) EXPECT_EQ(pauseAfter(i + 1, 0.5).count(), expected[i]);
  EXPECT_EQ(pauseAfter(1'000'000, 0.5).count(), 900);
  EXPECT_EQ(pauseAfter(1, 0).count(), 4);
  EXPECT_EQ(pauseAfter(1, 1).count(), 6);
  EXPECT_EQ(pauseAfter(20, 0).count(), 720);
  EXPECT_EQ(pauseAfter(20, 1).count(), 1080);
}

TEST_F(Steps, sendThenCompareThenAreDone) {
  added(1);
  EXPECT_FALSE(steps());
  const auto entry = listed().entries.at(0);
  EXPECT_EQ(entry.state, State::Verified);
  EXPECT_EQ(entry.proof, Proof::ReadBack);
  EXPECT_EQ(entry.tries, 1);
  EXPECT_FALSE(entry.nextTry);
  EXPECT_FALSE(entry.answer);
  steps();
  EXPECT_EQ(archive_.sends, 1) << "and never again";
}

// An object by which the program ends would else end it again at every start.
TEST_F(Steps, areOnTheDiskBeforeTheyBegin) {
  const auto id = added(1).id;
  Entry seen;
  archive_.onSend = [&](const Entry&, const fs::path&) {
    seen = listed().entries.at(0);
    return refuse("pacs-aborted", "main");
  };
  EXPECT_TRUE(steps());
  EXPECT_EQ(seen.id, id);
  EXPECT_EQ(seen.tries, 1);
  EXPECT_EQ(seen.nextTry, kNow + seconds(5));
}

// Section "permanent and temporary" of io/outbox/README.md.
TEST_F(Steps, tryAgainWhatPassesAndWaitForAPersonWithTheRest) {
  struct Row {
    Error error;
    bool person;
  };
  const Row rows[] = {{{"pacs-unreachable", "main", "closed port"}, false},
                      {{"pacs-silent", "main", "h"}, false},
                      {{"pacs-aborted", "main", {}}, false},
                      {{"pacs-busy", "main", {}}, false},
                      {{"pacs-wrong-answer", "main", "C-STORE"}, false},
                      {{"pacs-status", "main", "A700, out of resources"}, false},
                      {{"cannot-write", "main", "No space left on device"}, false},
                      {{"pacs-status", "main", "A900"}, true},
                      {{"pacs-status", "main", "C000"}, true},
                      {{"pacs-status", "main", "0122"}, true},
                      {{"pacs-association-refused", "main", "called AE title not recognized"}, true},
                      {{"pacs-no-context", "main", "1.2.840.10008.5.1.4.1.1.88.34"}, true},
                      {{"pacs-tls", "main", "certificate has expired"}, true},
                      {{"no-such-site", "main", "other"}, true}};
  int number = 0;
  for (const auto& row : rows) {
    const auto id = added(++number).id;
    archive_.onSend = [&](const Entry&, const fs::path&) { return refuse(row.error.code, "main", row.error.detail); };
    const Held sender = held();
    const auto tried = tryOnce(
        sender, *sender.find(id), [&] { return now_; }, 0.5, archive_);
    ASSERT_TRUE(tried);
    EXPECT_EQ(tried->state, row.person ? State::Waits : State::Queued) << row.error.code << row.error.detail;
    EXPECT_EQ(tried->nextTry.has_value(), !row.person) << row.error.code << row.error.detail;
    ASSERT_TRUE(tried->answer);
    EXPECT_EQ(tried->answer->code, row.error.code);
    EXPECT_EQ(tried->proof, Proof::None) << "nothing is said to be there";
    ASSERT_TRUE(sender.drop(id, "test"));
  }
}

TEST_F(Steps, goOnForEverWithPausesThatGrow) {
  added(1);
  archive_.onSend = [](const Entry&, const fs::path&) { return refuse("pacs-unreachable", "main"); };
  std::vector<long> pauses;
  for (int i = 0; i < 40; ++i) {
    const Time before = now_;
    ASSERT_TRUE(steps());
    pauses.push_back((now_ - before).count());
  }
  EXPECT_EQ((std::vector<long>(pauses.begin(), pauses.begin() + 4)), (std::vector<long>{5, 10, 20, 40}));
  EXPECT_EQ(pauses.back(), 900);
  EXPECT_EQ(listed().entries.at(0).tries, 40);
  archive_.onSend = {};
  EXPECT_FALSE(steps());
  EXPECT_EQ(listed().entries.at(0).state, State::Verified);
}

TEST_F(Steps, sendAgainWhatTheArchiveTookAndHasNot) {
  added(1);
  archive_.takesNothing = true;
  archive_.onSend = [](const Entry&, const fs::path&) { return std::string(); };
  EXPECT_TRUE(steps());
  auto entry = listed().entries.at(0);
  EXPECT_EQ(entry.state, State::Queued);
  EXPECT_EQ(entry.proof, Proof::None);
  EXPECT_EQ(entry.answer->code, "pacs-not-there");
  archive_.takesNothing = false;
  archive_.onSend = {};
  EXPECT_FALSE(steps());
  EXPECT_EQ(archive_.sends, 2);
  EXPECT_EQ(listed().entries.at(0).state, State::Verified);
}

TEST_F(Steps, waitForAPersonWhereTheArchiveHasOtherContent) {
  const auto entry = added(1);
  archive_.keep(entry, object(1, "P2"));
  EXPECT_FALSE(steps());
  const auto after = listed().entries.at(0);
  EXPECT_EQ(after.state, State::Waits);
  EXPECT_EQ(after.answer->code, "pacs-other-content");
  EXPECT_EQ(after.proof, Proof::Answered) << "it did say that it took it";
}

TEST_F(Steps, compareOnlyWhatIsSentAlready) {
  added(1);
  archive_.onProve = [](const Entry&, const fs::path&) { return refuse("pacs-silent", "main"); };
  EXPECT_TRUE(steps());
  EXPECT_TRUE(steps());
  EXPECT_EQ(listed().entries.at(0).state, State::Sent);
  archive_.onProve = {};
  EXPECT_FALSE(steps());
  EXPECT_EQ(archive_.sends, 1);
  EXPECT_EQ(archive_.proofs, 3);
  EXPECT_EQ(listed().entries.at(0).state, State::Verified);
}

TEST_F(Steps, neverCallAWeakerProofVerified) {
  for (const Proof weaker : {Proof::Answered, Proof::Listed}) {
    const auto id = added(static_cast<int>(weaker)).id;
    archive_.onProve = [&](const Entry&, const fs::path&) { return weaker; };
    EXPECT_FALSE(steps()) << "asking again does not help";
    const auto entry = held().find(id);
    EXPECT_EQ(entry->state, State::Sent);
    EXPECT_EQ(entry->proof, weaker);
  }
}

TEST_F(Steps, recordAWarningAndLetTheComparisonDecide) {
  added(1);
  archive_.onSend = [&](const Entry& entry, const fs::path& object) {
    archive_.keep(entry, object);
    return std::string("B000");
  };
  archive_.takesNothing = true;
  EXPECT_FALSE(steps());
  EXPECT_EQ(listed().entries.at(0).state, State::Verified);
  EXPECT_EQ(listed().entries.at(0).warning, "B000");
}

TEST_F(Steps, sendNothingThatIsNotAsItWasAdded) {
  const auto entry = added(1);
  fs::permissions(outbox_.objectOf(entry.id), fs::perms::owner_all);
  std::fstream(outbox_.objectOf(entry.id), std::ios::in | std::ios::out | std::ios::binary).seekp(700).put('x');
  EXPECT_FALSE(steps());
  EXPECT_EQ(archive_.sends, 0);
  EXPECT_EQ(listed().entries.at(0).state, State::Waits);
  EXPECT_EQ(listed().entries.at(0).answer->code, "outbox-object-changed");
}

TEST_F(Steps, sayThatAnObjectCannotBeReadAndNotThatItIsAnother) {
  const auto entry = added(1);
  fs::permissions(outbox_.folder() / entry.id, fs::perms::owner_all);
  fs::remove(outbox_.objectOf(entry.id));
  fs::create_directory(outbox_.objectOf(entry.id));  // nobody, root neither, reads it
  const Held sender = held();
  const auto tried = tryOnce(
      sender, entry, [&] { return now_; }, 0.5, archive_);
  ASSERT_TRUE(tried);
  EXPECT_EQ(tried->state, State::Waits);
  EXPECT_EQ(tried->answer->code, "outbox-object-unreadable");
  EXPECT_EQ(archive_.sends, 0);
}

TEST_F(Steps, askAgainForABetterProofWhereItWasRefusedThisTime) {
  added(1);
  archive_.onProve = [](const Entry&, const fs::path&) {
    return Shown(Proof::Listed, {"pacs-status", "main", "C000"});
  };
  EXPECT_TRUE(steps());
  auto entry = listed().entries.at(0);
  EXPECT_EQ(entry.state, State::Sent);
  EXPECT_EQ(entry.proof, Proof::Listed);
  EXPECT_EQ(entry.answer->detail, "C000");
  archive_.onProve = {};
  EXPECT_FALSE(steps());
  entry = listed().entries.at(0);
  EXPECT_EQ(entry.state, State::Verified);
  EXPECT_FALSE(entry.answer);
  EXPECT_EQ(archive_.sends, 1);
}

TEST_F(Steps, leaveAsItWasWhatIsStopped) {
  const auto before = added(1);
  archive_.onSend = [](const Entry&, const fs::path&) { return refuse("cancelled"); };
  {
    const Held sender = held();
    ASSERT_TRUE(step(
        sender, [&] { return now_; }, 0.5, archive_));
  }
  EXPECT_EQ(toText(listed().entries.at(0)), toText(before));
}

TEST_F(Steps, goOnWhenAPersonSaysSo) {
  const auto id = added(1).id;
  archive_.onSend = [](const Entry&, const fs::path&) { return refuse("pacs-status", "main", "A900"); };
  EXPECT_FALSE(steps());
  archive_.onSend = {};
  {
    const Held sender = held();
    const auto entry = sender.retry(id, now_);
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->state, State::Queued);
  }
  EXPECT_FALSE(steps());
  EXPECT_EQ(listed().entries.at(0).state, State::Verified);
  EXPECT_EQ(held().retry(id, now_)->state, State::Verified) << "what is verified stays so";
}

TEST_F(Steps, areDueAgainWhenTheClockHasGoneBack) {
  auto entry = added(1);
  entry.nextTry = now_ + seconds(900);
  EXPECT_FALSE(isDue(entry, now_));
  EXPECT_TRUE(isDue(entry, now_ - std::chrono::hours(24 * 365)));
  EXPECT_EQ(nextDue({{entry}, {}, {}}, now_), entry.nextTry);
}

TEST_F(Steps, takeTheLongestDueFirst) {
  for (int number = 1; number <= 3; ++number) {
    added(number);
    now_ += seconds(1);
  }
  std::vector<std::string> order;
  archive_.onSend = [&](const Entry& entry, const fs::path&) {
    order.push_back(entry.label);
    return std::string();
  };
  EXPECT_FALSE(steps());
  EXPECT_EQ(order, (std::vector<std::string>{"object 1", "object 2", "object 3"}));
}

TEST_F(Steps, takeCopiesAwayAWeekAfterTheyWereVerified) {
  const auto verified = added(1).id;
  EXPECT_FALSE(steps());
  archive_.onProve = [](const Entry&, const fs::path&) { return Proof::Listed; };
  const auto listedOnly = added(2).id;
  EXPECT_FALSE(steps());
  now_ += kKeptVerified - seconds(1);
  steps();
  EXPECT_EQ(listed().entries.size(), 2U);
  now_ += seconds(2);
  steps();
  ASSERT_EQ(listed().entries.size(), 1U);
  EXPECT_EQ(listed().entries.front().id, listedOnly) << "what was never compared stays";
  EXPECT_FALSE(fs::exists(outbox_.folder() / verified));
  EXPECT_TRUE(listed().odd.empty());
}

/// A disk that is full at one call of a whole way from queued to verified.
class FullAt : public io::FileCalls {
 public:
  explicit FullAt(int& left) : left_(left) {}
  ssize_t write(int file, const void* bytes, std::size_t count) override {
    return full() ? -1 : io::FileCalls::write(file, bytes, count);
  }
  int fsync(int file) override { return full() ? -1 : io::FileCalls::fsync(file); }
  int exchange(const char* a, const char* b) override { return full() ? -1 : io::FileCalls::exchange(a, b); }

 private:
  bool full() {
    if (--left_ != 0) return false;
    errno = ENOSPC;
    return true;
  }
  int& left_;
};

TEST_F(Steps, loseNothingWhicheverWriteFindsTheDiskFull) {
  bool reached = true;
  for (int k = 1; reached; ++k) {
    int left = 0;
    const auto number = 100 + k;
    const Outbox full(folder_ / ("full-" + std::to_string(k)), std::make_shared<FullAt>(left));
    ASSERT_TRUE(full.add(object(number), {"main"}, "", now_));
    left = k;
    archive_.sends = 0;
    for (int tries = 0; tries < 3; ++tries, now_ += seconds(3600)) {
      const auto sender = Held::take(full);
      ASSERT_TRUE(sender);
      const auto tried = step(
          *sender, [&] { return now_; }, 0.5, archive_);
      EXPECT_EQ(tried ? "cannot-write" : tried.error().code, "cannot-write") << k;
      const auto entry = full.list()->entries.at(0);
      EXPECT_TRUE(entry.state == State::Queued || fs::exists(folder_ / "archive" / entry.sopInstanceUid)) << k;
    }
    EXPECT_EQ(full.list()->entries.at(0).state, State::Verified) << k;
    EXPECT_LE(archive_.sends, 2) << k;
    reached = left <= 0;
  }
}

/// Sends until it is killed; the archive fails now and then.
[[noreturn]] void sendUntilKilled(const Outbox& outbox, FakeArchive& archive, unsigned seed) {
  std::mt19937 random(seed);
  long time = 0;
  int idle = 0;
  archive.onSend = [&](const Entry& entry, const fs::path& object) -> planning::Expected<std::string> {
    if (random() % 3 == 0) return refuse("pacs-aborted", "main");
    if (random() % 3 == 0) return archive.keep(entry, object), refuse("pacs-silent", "main");  // the answer was lost
    return std::string();
  };
  for (;;) {
    const auto sender = Held::take(outbox);
    if (!sender) ::_exit(2);
    const auto tried = step(
        *sender, [&] { return kNow + seconds(time); }, 0.5, archive);
    if (!tried) ::_exit(3);
    time += 2000;
    idle = *tried ? 0 : idle + 1;
    // Twice nothing is due: all is verified. Where the clock ran on, a week would be over, and they would be taken
    // away.
    while (idle > 1) ::pause();
  }
}

TEST_F(Steps, loseAndDoubleNothingHoweverOftenTheyAreKilled) {
  constexpr int kObjects = 30;
  for (int number = 1; number <= kObjects; ++number) added(number);
  std::mt19937 random(7);
  for (unsigned round = 0; round < 40; ++round) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) sendUntilKilled(outbox_, archive_, round);
    ::poll(nullptr, 0, static_cast<int>(random() % 25));  // any moment will do
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFSIGNALED(status)) << "ended by itself: " << status;
    const auto listing = listed();
    ASSERT_EQ(listing.entries.size(), static_cast<std::size_t>(kObjects)) << "round " << round;
    ASSERT_TRUE(listing.odd.empty()) << "round " << round;
    for (const auto& entry : listing.entries)
      EXPECT_TRUE(entry.state != State::Verified || archive_.compare(entry, outbox_.objectOf(entry.id)))
          << "round " << round;
  }
  while (steps()) {
  }
  for (const auto& entry : listed().entries) {
    EXPECT_EQ(entry.state, State::Verified);
    EXPECT_TRUE(archive_.compare(entry, outbox_.objectOf(entry.id)));
  }
}

}  // namespace
