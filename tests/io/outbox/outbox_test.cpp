#include "io/outbox/outbox.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "io/files/file_calls.h"
#include "io/files/safe_file.h"
#include "testdata/lumbar_phantom.h"
#include "tests/io/outbox/outbox_fixture.h"

namespace {

using namespace outbox_fixture;
using Outboxes = OutboxTest;

mode_t rightsOf(const fs::path& file) {
  struct stat facts {};
  return ::stat(file.c_str(), &facts) == 0 ? facts.st_mode & 0777 : 0;
}

void write(const fs::path& file, const std::string& text) {
  fs::create_directories(file.parent_path());
  std::ofstream(file) << text;
}

TEST_F(Outboxes, keepWhatWasAddedAsItWas) {
  const auto file = object(1);
  const auto entry = outbox_.add(file, {"main"}, "Plan of Müller", kNow);
  ASSERT_TRUE(entry) << entry.error().code;
  EXPECT_EQ(support::fileBytes(outbox_.objectOf(entry->id)), support::fileBytes(file));
  const auto listing = listed();
  ASSERT_EQ(listing.entries.size(), 1U);
  const auto& read = listing.entries.front();
  EXPECT_EQ(toText(read), toText(*entry));
  EXPECT_EQ(read.id, entry->id);
  EXPECT_EQ(read.label, "Plan of Müller");
  EXPECT_EQ(read.sopInstanceUid, "1.2.3.4.1");
  EXPECT_EQ(read.studyUid, "1.2.3.20");
  EXPECT_EQ(read.seriesUid, "1.2.3.30");
  EXPECT_EQ(read.state, State::Queued);
  EXPECT_EQ(read.nextTry, kNow);
  EXPECT_TRUE(listing.odd.empty());
}

TEST_F(Outboxes, areTheirOwnersAlone) {
  const auto entry = added(1);
  EXPECT_EQ(rightsOf(outbox_.folder()), 0700U);
  EXPECT_EQ(rightsOf(outbox_.folder() / entry.id), 0700U);
  EXPECT_EQ(rightsOf(outbox_.objectOf(entry.id)), 0400U) << "never written again";
}

TEST_F(Outboxes, areEmptyWhereThereIsNoFolder) {
  EXPECT_TRUE(listed().entries.empty());
  EXPECT_FALSE(fs::exists(outbox_.folder()));
}

TEST_F(Outboxes, takeTheSameObjectOnceAndNoOtherUnderItsUid) {
  const auto first = added(1);
  const auto again = outbox_.add(object(1), {"main"}, "again", kNow + std::chrono::seconds(9));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->id, first.id);
  const auto other = outbox_.add(object(1, "P2"), {"main"}, "other", kNow);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, "outbox-other-content");
  EXPECT_TRUE(outbox_.add(object(1), {"second archive"}, "", kNow)) << "each archive gets its own";
  EXPECT_EQ(listed().entries.size(), 2U);
}

TEST_F(Outboxes, knowOneArchiveUnderTwoNames) {
  const auto first = outbox_.add(object(1), {"PACS", "10.0.0.1:104/ARCHIVE"}, "", kNow);
  ASSERT_TRUE(first);
  const io::outbox::Destination renamed{"ARCHIVE", "10.0.0.1:104/ARCHIVE"};
  const auto same = outbox_.add(object(1), renamed, "", kNow);
  ASSERT_TRUE(same);
  EXPECT_EQ(same->id, first->id);
  const auto other = outbox_.add(object(1, "P2"), renamed, "", kNow);
  ASSERT_FALSE(other) << "both would go to one archive";
  EXPECT_EQ(other.error().code, "outbox-other-content");
  EXPECT_TRUE(outbox_.add(object(1, "P2"), {"SECOND", "10.0.0.2:104/ARCHIVE"}, "", kNow));
}

TEST_F(Outboxes, refuseWhatIsNoObjectAndLeaveNothing) {
  write(folder_ / "text.dcm", "no DICOM");
  EXPECT_EQ(outbox_.add(folder_ / "text.dcm", {"main"}, "", kNow).error().code, "not-dicom");
  EXPECT_EQ(outbox_.add(folder_ / "absent.dcm", {"main"}, "", kNow).error().code, "cannot-read");
  EXPECT_EQ(outbox_.add(folder_.path(), {"main"}, "", kNow).error().code, "cannot-read");
  EXPECT_TRUE(fs::is_empty(outbox_.folder()));
}

TEST_F(Outboxes, tellWhatIsNoEntryAndLeaveItThere) {
  const auto good = added(1);
  const auto& at = outbox_.folder();
  write(at / "notes.txt", "x");
  write(at / "no-state" / "object.dcm", "x");
  write(at / "no-object" / "state", "{}");
  write(at / "bad-state" / "object.dcm", "x");
  write(at / "bad-state" / "state", "{\"version\": 1, \"tries\": \"many\"}");
  write(at / "later-version" / "object.dcm", "x");
  write(at / "later-version" / "state", "{\"version\": 2}");
  fs::create_directory_symlink(good.id, at / "link");
  write(at / "killed.unfinished-123456789012" / "object.dcm", "x");
  fs::last_write_time(at / "killed.unfinished-123456789012", fs::file_time_type::clock::now() - std::chrono::hours(2));
  write(at / "growing.unfinished-123456789012" / "object.dcm", "x");  // another program, now
  const auto listing = listed();
  std::map<std::string, std::string> odd;
  for (const auto& one : listing.odd) odd[one.path.filename()] = one.why.code;
  EXPECT_EQ(odd, (std::map<std::string, std::string>{{"notes.txt", "outbox-foreign"},
                                                     {"link", "outbox-foreign"},
                                                     {"no-state", "outbox-half-written"},
                                                     {"no-object", "outbox-half-written"},
                                                     {"bad-state", "outbox-bad-state"},
                                                     {"later-version", "outbox-bad-state"},
                                                     {"killed.unfinished-123456789012", "outbox-half-written"}}));
  ASSERT_EQ(listing.entries.size(), 1U);
  EXPECT_FALSE(steps()) << "and none of them is sent";
  EXPECT_EQ(archive_.sends, 1);
  for (const auto& one : listing.odd) EXPECT_TRUE(fs::exists(one.path)) << one.path;
}

TEST_F(Outboxes, refuseAStateThatNoProgramOfOursWrote) {
  const auto text = toText(added(1));
  const auto with = [&](const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return entryFrom(std::string(text).replace(at, from.size(), to), "x").has_value();
  };
  EXPECT_TRUE(with("queued", "queued"));
  EXPECT_FALSE(with("\"queued\"", "\"done\""));
  EXPECT_FALSE(with("\"none\"", "\"sworn\""));
  EXPECT_FALSE(with("1.2.3.4.1", "../../x"));
  EXPECT_FALSE(with("\"sha256\": \"", "\"sha256\": \"x"));
  EXPECT_FALSE(with("\"tries\": 0", "\"tries\": -1"));
  EXPECT_FALSE(with("\"site\": \"main\"", "\"site\": \"\""));
  EXPECT_FALSE(with("\"next_try_s\"", "\"next\""));
  EXPECT_FALSE(entryFrom(text.substr(0, text.size() / 2), "x"));
  EXPECT_FALSE(entryFrom("", "x"));
}

TEST_F(Outboxes, keepWhatAnArchiveSaidInAnyCharacters) {
  auto entry = added(1);
  entry.answer = planning::Error{"pacs-status", "main", "C000, Name \xFC unbekannt"};
  const Held sender = held();
  ASSERT_TRUE(sender.save(entry));
  EXPECT_EQ(listed().entries.at(0).answer->code, "pacs-status");
}

TEST_F(Outboxes, haveOneSenderAndAnyNumberOfProgramsThatAdd) {
  auto first = std::make_unique<Held>(held());
  const auto second = Held::take(outbox_);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, "outbox-in-use");
  added(1);
  EXPECT_EQ(listed().entries.size(), 1U);
  first.reset();
  EXPECT_TRUE(Held::take(outbox_));
}

/// Another program adds while this one has written its entry's state and not put it in place.
class AnotherAdds : public io::FileCalls {
 public:
  std::function<void()> adds;
  int fsync(int file) override {
    if (++flushed_ == 4 && adds) adds();  // object, its folder, state, its folder
    return io::FileCalls::fsync(file);
  }

 private:
  int flushed_ = 0;
};

TEST_F(Outboxes, takeAnObjectOnceThoughTwoProgramsAddItAtOnce) {
  const auto calls = std::make_shared<AnotherAdds>();
  std::string other;
  calls->adds = [&] { other = outbox_.add(object(1), {"main"}, "other", kNow)->id; };
  const auto entry = Outbox(outbox_.folder(), calls).add(object(1), {"main"}, "this", kNow);
  ASSERT_TRUE(entry);
  ASSERT_FALSE(other.empty()) << "it did come between";
  EXPECT_EQ(entry->id, other);
  EXPECT_EQ(listed().entries.size(), 1U);
  EXPECT_TRUE(listed().odd.empty());
}

TEST_F(Outboxes, takeInAFileAsItWasOpened) {
  const auto file = object(1);
  std::ifstream opened(file, std::ios::binary);
  const auto bytes = support::fileBytes(file);
  fs::copy_file(object(2), file.string() + ".next");
  fs::rename(file.string() + ".next", file);  // as the safe saver does it
  const auto entry = outbox_.add(opened, file, {"main"}, "", kNow);
  ASSERT_TRUE(entry);
  EXPECT_EQ(support::fileBytes(outbox_.objectOf(entry->id)), bytes);
}

TEST_F(Outboxes, takeNothingOfADemoCase) {
  made_ct::Ct ct;
  const auto add = [&](const char* id, const char* issuer) {
    ct.patientId = id;
    auto slice = ct.slice(0);
    slice->getDataset()->putAndInsertString(DCM_IssuerOfPatientID, issuer);
    made_ct::save(*slice, folder_ / "case.dcm");
    const auto entry = outbox_.add(folder_ / "case.dcm", {"main"}, "", kNow);
    return entry ? "" : entry.error().code;
  };
  const auto demo = testdata::makeLumbarScan({8, 8, 4}).identity.patient;
  EXPECT_EQ(add(demo.id.c_str(), demo.issuer.c_str()), "outbox-demo");
  EXPECT_EQ(add("NEEDLEPLAN-DEMO-NECK", "NEEDLEPLAN"), "outbox-demo");
  EXPECT_TRUE(listed().entries.empty());
  EXPECT_EQ(add("NEEDLEPLAN-DEMO", "HOSPITAL"), "") << "a hospital's patient, however he is called";
}

TEST_F(Outboxes, loseNothingOfWhatIsSetAside) {
  const auto good = added(1);
  const auto& at = outbox_.folder();
  const auto breaks = [&] { write(at / "bad" / "state", "{}"); };
  breaks();
  write(at / "dropped" / "gone" / "state", "x");
  const Held sender = held();
  EXPECT_EQ(sender.setAside(good.id).error().code, "outbox-no-such-entry")
      << "what can be read is dropped, with a reason";
  EXPECT_EQ(sender.setAside("../outbox").error().code, "outbox-no-such-entry");
  EXPECT_EQ(sender.setAside("lock").error().code, "outbox-no-such-entry");
  ASSERT_TRUE(sender.setAside("bad"));
  breaks();
  ASSERT_TRUE(sender.setAside("bad"));
  ASSERT_TRUE(sender.setAside("gone"));
  EXPECT_TRUE(listed().odd.empty());
  EXPECT_EQ(listed().entries.size(), 1U);
  for (const char* name : {"bad", "bad-2", "gone"}) EXPECT_TRUE(fs::exists(at / "aside" / name / "state")) << name;
}

TEST_F(Outboxes, areFreeAgainWhenTheirSenderIsKilled) {
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const auto taken = Held::take(outbox_);
    write(outbox_.folder() / "reading" / "left.dcm", "a patient's");
    (void)!::write(ready[1], taken ? "y" : "n", 1);
    for (;;) ::pause();
  }
  char said = 0;
  ASSERT_EQ(::read(ready[0], &said, 1), 1);
  EXPECT_EQ(said, 'y');
  EXPECT_FALSE(Held::take(outbox_));
  ::kill(child, SIGKILL);
  ASSERT_EQ(::waitpid(child, nullptr, 0), child);
  const Held sender = held();
  EXPECT_FALSE(fs::exists(sender.reading())) << "what it was comparing is gone";
}

TEST_F(Outboxes, loseNothingOfWhatIsDropped) {
  const auto entry = added(1);
  {
    const Held sender = held();
    EXPECT_EQ(sender.drop("../outbox", "x").error().code, "outbox-no-such-entry");
    ASSERT_TRUE(sender.drop(entry.id, "sent by hand"));
    EXPECT_EQ(sender.find(entry.id).error().code, "outbox-no-such-entry");
  }
  const auto listing = listed();
  EXPECT_TRUE(listing.entries.empty());
  ASSERT_EQ(listing.dropped.size(), 1U);
  EXPECT_EQ(listing.dropped.front().droppedWhy, "sent by hand");
  EXPECT_EQ(support::fileBytes(outbox_.folder() / "dropped" / entry.id / "object.dcm"), support::fileBytes(object(1)));
  EXPECT_FALSE(steps());
  EXPECT_EQ(archive_.sends, 0);
  const auto back = outbox_.add(outbox_.folder() / "dropped" / entry.id / "object.dcm", {"main"}, "again", kNow);
  EXPECT_TRUE(back) << "and it can be added again";
}

/// Lets the k-th call that writes to the disk fail as on a full disk.
class FullDisk : public io::FileCalls {
 public:
  explicit FullDisk(int k) : k_(k) {}
  int open(const char* path, int flags, mode_t mode) override {
    return (flags & O_CREAT) != 0 && fails() ? -1 : io::FileCalls::open(path, flags, mode);
  }
  ssize_t write(int file, const void* bytes, std::size_t count) override {
    return fails() ? -1 : io::FileCalls::write(file, bytes, count);
  }
  int fsync(int file) override { return fails() ? -1 : io::FileCalls::fsync(file); }
  int rename(const char* from, const char* to) override { return fails() ? -1 : io::FileCalls::rename(from, to); }
  int exchange(const char* a, const char* b) override { return fails() ? -1 : io::FileCalls::exchange(a, b); }
  bool failed = false;

 private:
  bool fails() {
    if (++made_ != k_) return false;
    failed = true;
    errno = ENOSPC;
    return true;
  }
  int k_, made_ = 0;
};

TEST_F(Outboxes, sayNothingIsInThemThatIsNotOnTheDisk) {
  int failures = 0;
  for (int k = 1;; ++k) {
    const auto calls = std::make_shared<FullDisk>(k);
    const Outbox full(folder_ / ("outbox-" + std::to_string(k)), calls);
    const auto entry = full.add(object(1), {"main"}, "", kNow);
    const auto listing = full.list();
    ASSERT_TRUE(listing);
    EXPECT_EQ(listing->entries.size(), entry ? 1U : 0U) << "call " << k;
    EXPECT_TRUE(listing->odd.empty()) << "call " << k;
    failures += entry ? 0 : 1;
    EXPECT_EQ(entry ? "cannot-write" : entry.error().code, "cannot-write");
    if (!calls->failed) break;
  }
  EXPECT_GE(failures, 8);  // of object and state: made, written, flushed, put in place, folder flushed
}

TEST_F(Outboxes, sendNoMoreWhatWasDroppedThoughTheReasonCannotBeWritten) {
  const auto entry = added(1);
  {
    const auto sender = Held::take(Outbox(outbox_.folder(), std::make_shared<FullDisk>(1)));
    ASSERT_TRUE(sender);
    const auto dropped = sender->drop(entry.id, "sent by hand");
    ASSERT_FALSE(dropped);
    EXPECT_EQ(dropped.error().code, "cannot-write");
  }
  EXPECT_TRUE(listed().entries.empty()) << "nothing stays that waits without a next try";
  EXPECT_EQ(listed().dropped.size(), 1U);
  EXPECT_FALSE(steps());
  EXPECT_EQ(archive_.sends, 0);
}

TEST_F(Outboxes, sayThatTheUsersLimitIsReached) {
  const auto file = object(1);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{100, 100};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto entry = outbox_.add(file, {"main"}, "", kNow);
    ::_exit(!entry && entry.error().code == "cannot-write" ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(fs::is_empty(outbox_.folder()));
}

}  // namespace
