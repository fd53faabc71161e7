#include "io/outbox/archive_sender.h"

#include "tests/io/outbox/outbox_fixture.h"
#include "tests/support/silent_peer.h"

namespace {

using namespace outbox_fixture;
using ArchiveSenders = OutboxTest;

/// What becomes of an entry for this archive when the sites file has those; nobody listens there.
Entry tried(const Outbox& outbox, const std::vector<io::pacs::Site>& sites) {
  const auto held = Held::take(outbox);
  const planning::Progress none;
  ArchiveSender sender(sites, held->reading(), none);
  const auto entry = held->retry(outbox.list()->entries.at(0).id, kNow);
  return *tryOnce(
      *held, *entry, [] { return kNow; }, 0.5, sender);
}

TEST_F(ArchiveSenders, knowAnArchiveThatIsCalledOtherwiseMeanwhile) {
  const int closed = support::SilentPeer().port();
  const io::pacs::Site site{"Old name", "127.0.0.1", closed, "ARCHIVE", "NEEDLE", std::nullopt};
  ASSERT_TRUE(outbox_.add(object(1), {site.name, addressOf(site)}, "", kNow));
  auto renamed = site;
  renamed.name = "New name";
  const Entry entry = tried(outbox_, {renamed});
  EXPECT_EQ(entry.answer->code, "pacs-unreachable") << "it was asked";
  EXPECT_EQ(entry.answer->subject, "New name");
  EXPECT_EQ(entry.state, State::Queued);
  auto moved = site;
  ++moved.port;
  EXPECT_EQ(tried(outbox_, {moved}).answer->code, "pacs-unreachable") << "the same name, wherever it is now";
  moved.name = "New name";
  const Entry other = tried(outbox_, {moved});
  EXPECT_EQ(other.answer->code, "no-such-site") << "perhaps another archive";
  EXPECT_EQ(other.state, State::Waits) << "visibly";
}

TEST_F(ArchiveSenders, sendToNoOtherArchiveThatWasGivenTheName) {
  const int closed = support::SilentPeer().port();
  const io::pacs::Site site{"PACS", "127.0.0.1", closed, "ARCHIVE", "NEEDLE", std::nullopt};
  ASSERT_TRUE(outbox_.add(object(1), {site.name, addressOf(site)}, "", kNow));
  io::pacs::Site old = site, other = site;
  old.name = "OLD";
  ++other.port;
  EXPECT_EQ(tried(outbox_, {other, old}).answer->subject, "OLD") << "where the person sent it";
  other.called = "RESEARCH";
  const Entry entry = tried(outbox_, {other});
  EXPECT_EQ(entry.answer->code, "no-such-site");
  EXPECT_EQ(entry.state, State::Waits);
}

}  // namespace
