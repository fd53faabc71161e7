#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <future>
#include <random>

#include "io/dicom/library.h"
#include "io/files/uid.h"
#include "io/outbox/archive_sender.h"
#include "io/pacs/association.h"
#include "io/pacs/find.h"
#include "io/pacs/send.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/paths.h"
#include "tests/support/temporary_folder.h"

// The outbox against real archives and peers that misbehave, in the namespace of tests/pacs/lab.sh: in the end exactly
// one equal copy is there, whatever happened on the way.
namespace {

namespace fs = std::filesystem;
using namespace io::outbox;
using std::chrono::seconds;

constexpr Time kNow{seconds(1'900'000'000)};
const planning::Progress kNoProgress;

io::pacs::Site siteAt(int port, const std::string& called = "ORTHANC") {
  return {"main", "127.0.0.1", port, called, "NEEDLE", std::nullopt};
}
io::pacs::Site orthanc() {
  return siteAt(14242);
}

std::string textIn(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Waits for another process, a minute at most.
bool eventually(const std::function<bool()>& is) {
  for (int i = 0; i < 1200; ++i) {
    if (is()) return true;
    ::poll(nullptr, 0, 50);
  }
  return false;
}

/// tests/pacs/faulty_peer.py in one of its modes, on a port of its own.
class FaultyPeer {
 public:
  FaultyPeer(const fs::path& folder, const std::string& mode) : port(++lastPort_) {
    const fs::path log = folder / ("peer-" + std::to_string(port) + ".log");
    const std::string script = std::string(NEEDLEPLAN_SOURCE_DIR) + "/tests/pacs/faulty_peer.py";
    child_ = ::fork();
    if (child_ == 0) {
      if (std::freopen(log.c_str(), "w", stderr) == nullptr || std::freopen("/dev/null", "w", stdout) == nullptr)
        ::_exit(1);
      ::execlp("python3", "python3", script.c_str(), std::to_string(port).c_str(), mode.c_str(), nullptr);
      ::_exit(127);
    }
    EXPECT_TRUE(eventually([&] {
      const auto said = textIn(log);
      return said.find("listening") != std::string::npos || said.find("full") != std::string::npos;
    })) << mode;
  }
  FaultyPeer(const FaultyPeer&) = delete;
  FaultyPeer& operator=(const FaultyPeer&) = delete;
  ~FaultyPeer() {
    ::kill(child_, SIGKILL);
    ::waitpid(child_, nullptr, 0);
  }
  int port;

 private:
  static inline int lastPort_ = 14300;
  pid_t child_;
};

/// A study of the test alone.
class SentStudy {
 public:
  SentStudy() {
    io::dicom::useDcmtk();
    ct_.studyUid = io::newUid();
    ct_.seriesUid = io::newUid();
    ct_.patientId = "O-" + io::newUid().substr(5, 20);
  }
  /// A file of an object with a UID of its own; `pixels` wide and high.
  fs::path object(int number, const char* sopClass = UID_CTImageStorage, const std::string& description = "sent",
                  int pixels = 16) {
    made_ct::Ct ct = ct_;
    ct.rows = ct.columns = pixels;
    auto slice = ct.slice(0);
    auto& dataset = *slice->getDataset();
    dataset.putAndInsertString(DCM_SOPClassUID, sopClass);
    dataset.putAndInsertString(DCM_SOPInstanceUID, uid(number).c_str());
    dataset.putAndInsertString(DCM_SeriesDescription, description.c_str());
    const auto file = folder_ / (std::to_string(number) + description + ".dcm");
    made_ct::save(*slice, file);
    return file;
  }
  std::string uid(int number) const { return ct_.seriesUid.substr(0, 58) + "." + std::to_string(number); }
  /// How many objects of that UID the archive lists.
  long copies(int number) const {
    long count = 0;
    const auto series = io::pacs::seriesOf(orthanc(), {ct_.studyUid, ct_.seriesUid}, kNoProgress);
    if (!series) return -1;
    for (const auto& one : *series)
      for (const auto& instance : one.instances) count += instance.sopInstanceUid == uid(number) ? 1 : 0;
    return count;
  }
  bool isInArchive(int number, const fs::path& file) const {
    return io::pacs::readBack(orthanc(), {file, ct_.studyUid, ct_.seriesUid, uid(number)}, folder_.path(), kNoProgress)
        .has_value();
  }
  const fs::path& folder() const { return folder_.path(); }

 private:
  support::TemporaryFolder folder_;
  made_ct::Ct ct_;
};

/// One try over the net, whatever the entry waits for.
Entry tried(const Outbox& outbox, const io::pacs::Site& site) {
  const auto held = Held::take(outbox);
  if (!held) return {};
  ArchiveSender sender({site}, held->reading(), kNoProgress);
  const auto listing = outbox.list();
  const auto entry = held->retry(listing->entries.at(0).id, kNow);
  auto after = tryOnce(
      *held, *entry, [] { return kNow; }, 0.5, sender);
  return after ? *after : Entry{};
}

struct Fault {
  const char* mode;  ///< of the peer; empty: nobody listens
  State state;
  std::vector<std::string> codes;  ///< one of them is the answer
  const char* sopClass = UID_CTImageStorage;
};

const Fault kFaults[] = {
    {"", State::Queued, {"pacs-unreachable"}},                                        // 1 closed port
    {"full", State::Queued, {"pacs-unreachable", "pacs-silent"}},                     // 2 black hole
    {"silent", State::Queued, {"pacs-silent"}},                                       // 3
    {"garbage", State::Queued, {"pacs-unreachable", "pacs-silent", "pacs-aborted"}},  // 4
    {"reset", State::Queued, {"pacs-unreachable", "pacs-aborted"}},                   // 5
    {"abort", State::Queued, {"pacs-aborted"}},                                       // 6
    {"busy", State::Queued, {"pacs-busy"}},                                           // 7
    {"wrong-ae", State::Waits, {"pacs-association-refused"}},                         // 8
    {"no-sr", State::Waits, {"pacs-no-context"}, UID_Comprehensive3DSRStorage},       // 9
    {"implicit-only", State::Queued, {"pacs-not-there"}},                             // 10 taken; it keeps nothing
    {"status-a700", State::Queued, {"pacs-status"}},                                  // 14
    {"status-a900", State::Waits, {"pacs-status"}},                                   // 15
    {"status-c000", State::Waits, {"pacs-status"}},                                   // 16
    {"status-0122", State::Waits, {"pacs-status"}},                                   // 17
    {"wrong-id", State::Queued, {"pacs-wrong-answer"}},                               // 19
    {"wrong-command", State::Queued, {"pacs-wrong-answer"}},                          // 20
    {"lost", State::Queued, {"pacs-aborted"}},                                        // 21
    {"late-12", State::Queued, {"pacs-silent"}},                                      // 22
    {"die-100000", State::Queued, {"pacs-aborted", "pacs-unreachable"}},              // 23
    {"freeze-100000", State::Queued, {"pacs-silent"}},                                // 24
    {"drip", State::Queued, {"pacs-silent"}},                                         // 25
    {"abort-after", State::Queued, {"pacs-aborted"}},
    {"garbage-after", State::Queued, {"pacs-wrong-answer", "pacs-unreachable", "pacs-aborted", "pacs-silent"}},
};

TEST(OutboxFaults, eachIsToldForWhatItIsAndOneCopyIsThereInTheEnd) {
  SentStudy study;
  struct Case {
    const Fault& fault;
    int number;
    std::unique_ptr<FaultyPeer> peer;
    Outbox outbox;
    std::future<Entry> first{};
  };
  std::vector<Case> cases;
  for (const auto& fault : kFaults) {
    const int number = static_cast<int>(cases.size()) + 1;
    auto peer = *fault.mode == '\0' ? nullptr : std::make_unique<FaultyPeer>(study.folder(), fault.mode);
    Outbox outbox(study.folder() / ("outbox-" + std::to_string(number)));
    const int pixels =
        std::string(fault.mode).ends_with("100000") ? 512 : 16;  // the fault must come in the middle of it
    ASSERT_TRUE(outbox.add(study.object(number, fault.sopClass, "sent", pixels), {"main"}, fault.mode, kNow));
    cases.push_back({fault, number, std::move(peer), std::move(outbox)});
  }
  const auto begun = std::chrono::steady_clock::now();
  for (auto& one : cases)  // all at once: most of them are waited for
    one.first =
        std::async(std::launch::async, [&one] { return tried(one.outbox, siteAt(one.peer ? one.peer->port : 14299)); });
  for (auto& one : cases) {
    const Entry entry = one.first.get();
    EXPECT_EQ(entry.state, one.fault.state) << one.fault.mode << " " << (entry.answer ? entry.answer->detail : "");
    const auto& codes = one.fault.codes;
    ASSERT_TRUE(entry.answer) << one.fault.mode;
    EXPECT_NE(std::find(codes.begin(), codes.end(), entry.answer->code), codes.end())
        << one.fault.mode << " " << entry.answer->code << " " << entry.answer->detail;
    EXPECT_EQ(entry.nextTry.has_value(), entry.state != State::Waits) << one.fault.mode;
    EXPECT_EQ(entry.proof, Proof::None) << one.fault.mode;
  }
  RecordProperty("seconds",
                 std::to_string(std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count()));
  for (const auto& one : cases) {
    const Entry entry = tried(one.outbox, orthanc());
    EXPECT_EQ(entry.state, State::Verified) << one.fault.mode << " " << (entry.answer ? entry.answer->code : "");
    EXPECT_EQ(study.copies(one.number), 1) << one.fault.mode;
  }
}

TEST(OutboxFaults, ofTlsWaitForAPerson) {  // 11
  const fs::path lab = std::getenv("PACS_LAB");
  SentStudy study;
  const Outbox outbox(study.folder() / "outbox");
  ASSERT_TRUE(outbox.add(study.object(1), {"main"}, "", kNow));
  auto site = siteAt(14243, "ORTHANCTLS");
  site.tls = io::pacs::Tls{lab / "ca.pem", lab / "client.pem", lab / "client.key", {}};
  auto otherName = site;
  otherName.host = "localhost";
  const Entry entry = tried(outbox, otherName);
  EXPECT_EQ(entry.state, State::Waits);
  EXPECT_EQ(entry.answer->code, "pacs-tls");
  EXPECT_EQ(tried(outbox, site).state, State::Verified);
}

// A connection that is cut while TLS begins says nothing of the peer's certificate. A plain archive cuts it too.
TEST(OutboxFaults, ofTlsThatWasOnlyCutAreTriedAgain) {  // 13
  const fs::path lab = std::getenv("PACS_LAB");
  SentStudy study;
  const Outbox outbox(study.folder() / "outbox");
  ASSERT_TRUE(outbox.add(study.object(1), {"main"}, "", kNow));
  auto site = siteAt(14243, "ORTHANCTLS");
  site.tls = io::pacs::Tls{lab / "ca.pem", lab / "client.pem", lab / "client.key", {}};
  for (const char* mode : {"reset", "close", "silent"}) {
    const FaultyPeer peer(study.folder(), mode);
    auto cut = site;
    cut.port = peer.port;
    const Entry entry = tried(outbox, cut);
    EXPECT_EQ(entry.state, State::Queued) << mode;
    ASSERT_TRUE(entry.answer) << mode;
    EXPECT_NE(entry.answer->code, "pacs-tls") << mode << " " << entry.answer->detail;
    EXPECT_TRUE(entry.nextTry) << mode;
  }
  auto plain = site;
  plain.port = 14242;
  const Entry entry = tried(outbox, plain);
  EXPECT_EQ(entry.state, State::Queued);
  EXPECT_EQ(entry.answer->code, "pacs-tls-cut");
  EXPECT_EQ(entry.proof, Proof::None) << "nothing went there";
  EXPECT_EQ(tried(outbox, site).state, State::Verified);
}

// Listed is not compared: an archive that could not give the object back this time is asked again.
TEST(OutboxFaults, oneThatDoesNotGiveBackNowIsAskedAgain) {
  SentStudy study;
  const Outbox outbox(study.folder() / "outbox");
  ASSERT_TRUE(outbox.add(study.object(1), {"main"}, "", kNow));
  const FaultyPeer between(study.folder(), "get-c000-14242");
  const Entry entry = tried(outbox, siteAt(between.port));
  EXPECT_EQ(entry.state, State::Sent);
  EXPECT_EQ(entry.proof, Proof::Listed);
  ASSERT_TRUE(entry.answer);
  EXPECT_EQ(entry.answer->code + " " + entry.answer->detail.substr(0, 4), "pacs-status C000");
  EXPECT_TRUE(entry.nextTry) << "by itself";
  EXPECT_EQ(tried(outbox, orthanc()).state, State::Verified);
  EXPECT_EQ(study.copies(1), 1);
}

TEST(OutboxFaults, aWarningIsRecordedAndIsNoProof) {  // 18
  SentStudy study;
  for (const char* mode : {"status-b000", "status-b006", "status-b007"}) {
    const Outbox outbox(study.folder() / mode);
    ASSERT_TRUE(outbox.add(study.object(1), {"main"}, "", kNow));
    const FaultyPeer peer(study.folder(), mode);
    const Entry entry = tried(outbox, siteAt(peer.port));
    EXPECT_NE(entry.state, State::Verified) << mode;
    EXPECT_EQ(entry.warning.substr(0, 1), "B") << mode;
  }
}

TEST(OutboxFaults, aByteChangedOnTheWayIsFound) {  // 30
  SentStudy study;
  const Outbox outbox(study.folder() / "outbox");
  ASSERT_TRUE(outbox.add(study.object(1, UID_CTImageStorage, "PLAN LEFT"), {"main"}, "", kNow));
  const FaultyPeer between(study.folder(), "through-14242-PLAN LEFT-PLAN LEFU");
  const Entry entry = tried(outbox, siteAt(between.port));
  EXPECT_EQ(entry.state, State::Waits);
  ASSERT_TRUE(entry.answer);
  EXPECT_EQ(entry.answer->code, "pacs-other-content");
  EXPECT_EQ(study.copies(1), 1) << "the archive took it for good";
  EXPECT_EQ(tried(outbox, orthanc()).state, State::Waits) << "and keeps what it has under this UID";
}

TEST(OutboxFaults, oldContentUnderTheUidIsFound) {  // 30
  SentStudy study;
  const auto old = io::pacs::send(
      orthanc(), {study.object(1, UID_CTImageStorage, "old")}, [](const io::pacs::Sent&) {}, kNoProgress);
  ASSERT_FALSE(old.front().error);
  const Outbox outbox(study.folder() / "outbox");
  ASSERT_TRUE(outbox.add(study.object(1, UID_CTImageStorage, "new"), {"main"}, "", kNow));
  EXPECT_EQ(tried(outbox, orthanc()).answer->code, "pacs-other-content");
}

/// Sends to Orthanc until all is verified; ends the process with 0.
[[noreturn]] void sendAll(const Outbox& outbox) {
  long time = 0;
  for (;;) {
    if (const auto held = Held::take(outbox); held) {
      ArchiveSender sender({orthanc()}, held->reading(), kNoProgress);
      const auto stepped = step(
          *held, [&] { return kNow + seconds(time += 2000); }, 0.5, sender);
      if (!stepped) ::_exit(2);
      if (!*stepped) ::_exit(0);
    } else if (held.error().code != "outbox-in-use") {
      ::_exit(3);
    }
  }
}

pid_t startSending(const Outbox& outbox) {
  const pid_t child = ::fork();
  if (child == 0) sendAll(outbox);
  return child;
}

int endOf(pid_t child) {
  int status = -1;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

class OutboxToTheEnd : public testing::Test {
 protected:
  static constexpr int kObjects = 20;
  OutboxToTheEnd() {
    for (int number = 1; number <= kObjects; ++number)
      EXPECT_TRUE(
          outbox_.add(files_.emplace_back(study_.object(number, UID_CTImageStorage, "sent", 256)), {"main"}, "", kNow));
  }
  /// Exactly one equal copy of each is there. (What a clock that runs fast called a week ago is out of the outbox.)
  void expectAllThere() {
    const auto listing = outbox_.list();
    ASSERT_TRUE(listing);
    EXPECT_TRUE(listing->odd.empty());
    for (const auto& entry : listing->entries) EXPECT_EQ(entry.state, State::Verified);
    for (int number = 1; number <= kObjects; ++number) {
      EXPECT_EQ(study_.copies(number), 1) << number;
      const auto& file = files_.at(static_cast<std::size_t>(number) - 1);
      EXPECT_TRUE(study_.isInArchive(number, file)) << number;
    }
  }
  SentStudy study_;
  std::vector<fs::path> files_;
  Outbox outbox_{study_.folder() / "outbox"};
};

TEST_F(OutboxToTheEnd, thoughWeAreKilledAtAnyMoment) {  // 26
  std::mt19937 random(11);
  for (int round = 0; round < 25; ++round) {
    const pid_t child = startSending(outbox_);
    ::poll(nullptr, 0, static_cast<int>(random() % 120));  // any moment will do
    ::kill(child, SIGKILL);
    endOf(child);
    const auto listing = outbox_.list();
    ASSERT_TRUE(listing && listing->odd.empty() && listing->entries.size() == kObjects) << round;
  }
  EXPECT_EQ(endOf(startSending(outbox_)), 0);
  expectAllThere();
}

TEST_F(OutboxToTheEnd, thoughTwoSendAtOnce) {  // 29
  const pid_t first = startSending(outbox_), second = startSending(outbox_);
  EXPECT_EQ(endOf(first), 0);
  EXPECT_EQ(endOf(second), 0);
  expectAllThere();
}

TEST_F(OutboxToTheEnd, thoughTheArchiveIsKilled) {  // 27
  const fs::path lab = std::getenv("PACS_LAB");
  const pid_t sending = startSending(outbox_);
  ASSERT_TRUE(eventually([&] { return study_.copies(1) == 1; }));
  ::kill(std::atoi(textIn(lab / "plain.pid").c_str()), SIGKILL);
  EXPECT_TRUE(eventually([&] { return !io::pacs::echo(orthanc(), kNoProgress); }));
  const std::string again =
      "cd '" + lab.string() + "' && { Orthanc plain.json >> plain.log 2>&1 & echo $! > plain.pid; }";
  ASSERT_EQ(std::system(again.c_str()), 0);
  ASSERT_TRUE(eventually([&] { return io::pacs::echo(orthanc(), kNoProgress).has_value(); }));
  EXPECT_EQ(endOf(sending), 0);
  expectAllThere();
}

}  // namespace
