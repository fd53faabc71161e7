#include "io/pacs/listener.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "io/files/uid.h"
#include "io/pacs/association.h"
#include "io/pacs/intake.h"
#include "io/pacs/send.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using namespace io::pacs;
using support::TemporaryFolder;

/// A socket of 127.0.0.1: its port is free for a listener once it is closed.
class Socket {
 public:
  Socket() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() { ::close(socket_); }
  int bindAnywhere() {
    sockaddr_in here = at(0);
    socklen_t size = sizeof(here);
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&here), size), 0);
    EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&here), &size), 0);
    return ntohs(here.sin_port);
  }
  bool connects(int port) {
    sockaddr_in there = at(port);
    return ::connect(socket_, reinterpret_cast<sockaddr*>(&there), sizeof(there)) == 0;
  }
  void say(const std::string& bytes) {
    EXPECT_EQ(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL), ssize_t(bytes.size()));
  }
  /// True once the other side has closed; waits for it.
  bool isShut() {
    char byte = 0;
    return ::recv(socket_, &byte, 1, 0) <= 0;
  }

 private:
  static sockaddr_in at(int port) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port));
    place.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return place;
  }
  int socket_;
};

/// A listener for a study of made-up slices, all listed but the last.
class PacsListener : public testing::Test {
 protected:
  PacsListener() {
    ct_.studyUid = io::newUid();
    ct_.seriesUid = io::newUid();
    made_ct::write(ct_, folder_.path() / "ct", [&](DcmDataset& slice, int k) {
      const std::string uid = (ct_.seriesUid + "." + std::to_string(k)).substr(0, 64);
      slice.putAndInsertString(DCM_SOPInstanceUID, uid.c_str());
      uids_.push_back(uid);
    });
    for (const auto& entry : fs::directory_iterator(folder_.path() / "ct")) files_.push_back(entry.path());
    std::sort(files_.begin(), files_.end());
    for (const auto& uid : uids_) listed_[uid] = UID_CTImageStorage;
    listed_.erase(uids_.back());
    site_.name = "archive";
    site_.host = "127.0.0.1";
    site_.called = "ARCHIVE";
    site_.calling = "NEEDLE";
    site_.move = MoveTarget{"127.0.0.1", Socket().bindAnywhere()};
    fs::create_directory(folder_.path() / "in");
  }

  std::unique_ptr<Listener> listen() {
    auto opened = Listener::open(site_, {UID_CTImageStorage}, intake(), none_);
    EXPECT_TRUE(opened) << opened.error().code;
    return std::move(*opened);
  }
  Intake& intake() {
    if (!intake_) intake_.emplace(site_, part_, folder_.path() / "in", listed_, take_);
    return *intake_;
  }
  /// The archive's way to us.
  Site us() const {
    Site us;
    us.name = "us";
    us.host = "127.0.0.1";
    us.port = site_.move->port;
    us.called = "NEEDLE";
    us.calling = "ARCHIVE";
    return us;
  }

  planning::Progress none_;
  TemporaryFolder folder_;
  made_ct::Ct ct_;
  std::vector<std::string> uids_;
  std::vector<fs::path> files_;
  std::map<std::string, std::string> listed_;
  Site site_;
  StudyPart part_;
  const std::function<void(const fs::path&, std::size_t)> take_ = [](const fs::path&, std::size_t) {};
  std::optional<Intake> intake_;
};

TEST_F(PacsListener, takesWhatIsListedAndDropsTheRest) {
  part_.studyUid = ct_.studyUid;
  auto listener = listen();
  const auto sent = send(
      us(), files_, [](const Sent&) {}, none_);
  listener->close();
  int refused = 0;
  for (const auto& one : sent) refused += one.error ? 1 : 0;
  EXPECT_EQ(refused, 1);
  EXPECT_TRUE(intake().isComplete());
  const auto result = std::move(intake()).result();
  EXPECT_EQ(result.files.size(), files_.size() - 1);
  EXPECT_EQ(result.refused, 1);
  std::set<fs::path> there;
  for (const auto& entry : fs::directory_iterator(folder_.path() / "in")) there.insert(entry.path().filename());
  EXPECT_EQ(there.size(), files_.size() - 1);
  EXPECT_FALSE(there.contains(uids_.back() + ".dcm"));
}

TEST_F(PacsListener, dropsObjectsOfAnotherStudy) {
  part_.studyUid = "1.2.3";
  auto listener = listen();
  send(
      us(), files_, [](const Sent&) {}, none_);
  listener->close();
  EXPECT_TRUE(fs::is_empty(folder_.path() / "in"));
  EXPECT_TRUE(std::move(intake()).result().files.empty());
}

TEST_F(PacsListener, answersToItsOwnTitleAlone) {
  auto listener = listen();
  const auto answered = echo(us(), none_);
  EXPECT_TRUE(answered) << answered.error().code;
  Site other = us();
  other.called = "OTHER";
  const auto refused = echo(other, none_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "pacs-association-refused");
}

TEST_F(PacsListener, turnsAHostAwayThatIsNotTheSites) {
  site_.move->from = "127.0.0.2";
  auto listener = listen();
  EXPECT_FALSE(echo(us(), none_));
  listener->close();
  EXPECT_EQ(listener->stranger(), "127.0.0.1");
}

TEST_F(PacsListener, outlivesGarbageAndKeepsNoSocketOfIt) {
  const auto open = [] { return std::distance(fs::directory_iterator("/proc/self/fd"), fs::directory_iterator()); };
  auto listener = listen();
  ASSERT_TRUE(echo(us(), none_));
  listener->close();
  const auto before = open();
  listener = listen();
  for (int i = 0; i < 5; ++i) {
    Socket garbage;
    ASSERT_TRUE(garbage.connects(site_.move->port));
    garbage.say("GET / HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(garbage.isShut());
  }
  EXPECT_TRUE(echo(us(), none_));
  listener->close();
  EXPECT_EQ(open(), before);
}

TEST_F(PacsListener, isGoneWhenClosed) {
  auto listener = listen();
  EXPECT_TRUE(Socket().connects(site_.move->port));
  listener->close();
  EXPECT_FALSE(Socket().connects(site_.move->port));
}

TEST_F(PacsListener, saysThatAPortIsTakenAndThatAnAddressIsNotOurs) {
  auto listener = listen();
  const auto again = Listener::open(site_, {}, intake(), none_);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().code, "pacs-port-taken");
  site_.move->address = "192.0.2.1";  // for documentation (RFC 5737): no machine has it
  const auto elsewhere = Listener::open(site_, {}, intake(), none_);
  ASSERT_FALSE(elsewhere);
  EXPECT_EQ(elsewhere.error().code, "pacs-cannot-listen");
}

}  // namespace
