#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <string>

#include "io/pacs/association.h"
#include "io/pacs/fetch.h"
#include "io/pacs/send.h"
#include "tests/pacs/lab_fixture.h"

// C-MOVE against real archives: tests/pacs/lab.sh starts them.
namespace {

namespace fs = std::filesystem;
using namespace io::pacs;

constexpr int kOurPort = 11113;

Site byMove(Site site) {
  site.move = MoveTarget{"127.0.0.1", kOurPort};
  return site;
}
Site orthanc() {
  return byMove(lab::orthanc());
}
Site dcmqrscp() {
  return byMove(lab::dcmqrscp());
}
Site encrypted() {
  return byMove(lab::encrypted());
}

planning::Expected<Fetched> fetchInto(const Site& site, const std::string& study, const fs::path& folder) {
  return fetch(
      site, {study}, folder, [](const fs::path&, std::size_t) {}, planning::Progress());
}

/// A socket at our port, or at any.
class Socket {
 public:
  explicit Socket(const char* address, int port = 0) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const int yes = 1;
    ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    sockaddr_in here = at(address, port);
    bound = ::bind(socket_, reinterpret_cast<sockaddr*>(&here), sizeof(here)) == 0;
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() { ::close(socket_); }
  bool listens() { return bound && ::listen(socket_, 1) == 0; }
  bool connects(const char* address, int port) {
    sockaddr_in there = at(address, port);
    return ::connect(socket_, reinterpret_cast<sockaddr*>(&there), sizeof(there)) == 0;
  }
  bool bound = false;

 private:
  static sockaddr_in at(const char* address, int port) {
    sockaddr_in place{};
    place.sin_family = AF_INET;
    place.sin_port = htons(static_cast<std::uint16_t>(port));
    inet_pton(AF_INET, address, &place.sin_addr);
    return place;
  }
  int socket_;
};

class Moved : public testing::TestWithParam<Site (*)()>, protected lab::MadeStudy {};

TEST_P(Moved, studiesComeWholeAndAsTheyWereSent) {
  const Site site = GetParam()();
  const auto sent = sendTo(site);
  const auto fetched = fetchInto(site, ct.studyUid, folder.path() / "back");
  ASSERT_TRUE(fetched) << fetched.error().code << " " << fetched.error().detail;
  EXPECT_EQ(fetched->files.size(), files.size());
  EXPECT_TRUE(fetched->missing.empty());
  EXPECT_EQ(fetched->refused, 0);
  for (const auto& one : sent)
    EXPECT_EQ(sameContent(one.file, folder.path() / "back" / (one.sopInstanceUid + ".dcm")), true);
}

TEST_P(Moved, nobodyListensBeforeOrAfter) {
  const Site site = GetParam()();
  sendTo(site);
  EXPECT_FALSE(Socket("127.0.0.1").connects("127.0.0.1", kOurPort));
  ASSERT_TRUE(fetchInto(site, ct.studyUid, folder.path() / "back"));
  EXPECT_FALSE(Socket("127.0.0.1").connects("127.0.0.1", kOurPort));
}

TEST_P(Moved, oneObjectIsReadBack) {
  const Site site = GetParam()();
  const auto sent = sendTo(site);
  const auto same = readBack(site, sent.front(), folder.path(), planning::Progress());
  EXPECT_TRUE(same) << same.error().code << " " << same.error().detail;
}

TEST_P(Moved, aPortThatIsTakenIsSaid) {
  const Site site = GetParam()();
  sendTo(site);
  Socket other("127.0.0.1", kOurPort);
  ASSERT_TRUE(other.listens());
  const auto fetched = fetchInto(site, ct.studyUid, folder.path() / "back");
  ASSERT_FALSE(fetched);
  EXPECT_EQ(fetched.error().code, "pacs-port-taken");
  EXPECT_EQ(fetched.error().detail, "127.0.0.1:11113");
}

TEST_P(Moved, aHostThatIsNotTheSitesIsTurnedAway) {
  Site site = GetParam()();
  sendTo(site);
  site.move->from = "127.0.0.2";  // the archive sends from 127.0.0.1
  const auto fetched = fetchInto(site, ct.studyUid, folder.path() / "back");
  ASSERT_FALSE(fetched);
  EXPECT_EQ(fetched.error().code, "pacs-stranger");
  EXPECT_EQ(fetched.error().detail, "127.0.0.1");
  EXPECT_TRUE(fs::is_empty(folder.path() / "back"));
}

TEST_P(Moved, whatIsSentElsewhereIsSaid) {
  Site site = GetParam()();
  sendTo(site);
  site.move->port = kOurPort + 1;  // the archive's table says another
  const auto fetched = fetchInto(site, ct.studyUid, folder.path() / "back");
  ASSERT_FALSE(fetched);
  EXPECT_TRUE(fetched.error().code == "pacs-nothing-came" || fetched.error().code == "pacs-status")
      << fetched.error().code;
}

INSTANTIATE_TEST_SUITE_P(Real, Moved, testing::Values(&orthanc, &dcmqrscp, &encrypted),
                         [](const auto& named) { return named.param().name; });

TEST(MoveDestination, thatTheArchiveDoesNotKnowIsSaid) {
  const lab::MadeStudy study;
  Site site = dcmqrscp();
  study.sendTo(site);
  site.calling = "NOBODY";
  const auto fetched = fetchInto(site, study.ct.studyUid, study.folder.path() / "back");
  ASSERT_FALSE(fetched);
  EXPECT_EQ(fetched.error().code, "pacs-unknown-destination");
  EXPECT_EQ(fetched.error().detail, "NOBODY");
}

}  // namespace
