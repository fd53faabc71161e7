#include "io/outbox/step.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "io/files/plain_file.h"
#include "io/files/sha256.h"
#include "io/pacs/association.h"

namespace io::outbox {
namespace {

namespace fs = std::filesystem;
using planning::Error;
using planning::Expected;
using std::chrono::seconds;

constexpr double kFirstPauseS = 5, kLongestPauseS = 15 * 60, kSpread = 0.2;
constexpr int kMostDoublings = 10;

Expected<std::string> digestOf(const fs::path& file) {
  auto stream = openPlainFile(file);
  if (!stream) return planning::refuse("outbox-object-unreadable", file.string(), stream.error().detail);
  Sha256 digest;
  std::array<char, 1 << 16> part;
  do {
    stream->read(part.data(), part.size());
    digest.add(std::as_bytes(std::span(part.data(), static_cast<std::size_t>(stream->gcount()))));
  } while (*stream);
  if (!stream->eof()) return planning::refuse("outbox-object-unreadable", file.string(), "read error");
  return digest.hex();
}

void waitForPerson(Entry& entry) {
  entry.state = State::Waits;
  entry.nextTry.reset();
}

/// What a try that did not end well means for the entry; its next time is set already.
void take(Entry& entry, const Error& error, const Entry& before, Time now) {
  if (error.code == "cancelled") {
    entry.tries = before.tries;
    entry.tried = before.tried;
    entry.nextTry = now;
    return;
  }
  entry.answer = error;
  if (needsPerson(error)) return waitForPerson(entry);
  if (error.code == "pacs-not-there") {  // it said that it took it: once more, under the same UID
    entry.state = State::Queued;
    entry.proof = Proof::None;
  }
}

void take(Entry& entry, const Shown& shown) {
  entry.answer = shown.doubt;
  if (!shown.doubt) entry.nextTry.reset();  // no better proof can be had: asking again does not help
  entry.proof = shown.proof;
  if (shown.proof == Proof::ReadBack) entry.state = State::Verified;
}

}  // namespace

seconds pauseAfter(int tries, double chance) {
  const double doubled = kFirstPauseS * std::exp2(std::clamp(tries - 1, 0, kMostDoublings));
  return seconds(std::lround(std::min(doubled, kLongestPauseS) * (1 - kSpread + 2 * kSpread * chance)));
}

bool needsPerson(const Error& error) {
  return pacs::wantsPerson(error) || error.code == "no-such-site" || error.code == "outbox-object-changed" ||
         error.code == "outbox-object-unreadable";
}

bool isDue(const Entry& entry, Time now) {
  const seconds longest(std::lround(kLongestPauseS * (1 + kSpread)));
  const bool open = entry.state == State::Queued || entry.state == State::Sent;
  return open && entry.nextTry && (*entry.nextTry <= now || *entry.nextTry > now + longest);
}

std::optional<Time> nextDue(const Listing& listing, Time now) {
  std::optional<Time> next;
  for (const auto& entry : listing.entries) {
    if (entry.state == State::Verified || entry.state == State::Waits || !entry.nextTry) continue;
    const Time due = isDue(entry, now) ? now : *entry.nextTry;
    next = next ? std::min(*next, due) : due;
  }
  return next;
}

Expected<Entry> tryOnce(const Held& held, Entry entry, const Clock& now, double chance, Sender& sender) {
  const Entry before = entry;
  const auto object = held.outbox().objectOf(entry.id);
  const auto saved = [&]() -> Expected<Entry> {
    if (auto written = held.save(entry); !written) return tl::unexpected(written.error());
    return entry;
  };
  ++entry.tries;
  entry.tried = now();
  entry.nextTry = *entry.tried + pauseAfter(entry.tries, chance);
  if (auto begun = saved(); !begun) return begun;
  const auto digest = digestOf(object);
  if (!digest || *digest != entry.sha256) {
    take(entry, digest ? Error{"outbox-object-changed", object.string(), {}} : digest.error(), before, now());
    return saved();
  }
  if (entry.state != State::Sent) {
    const auto sent = sender.send(entry, object);
    entry.nextTry = now() + pauseAfter(entry.tries, chance);
    if (!sent) {
      take(entry, sent.error(), before, now());
      return saved();
    }
    entry.state = State::Sent;
    entry.proof = Proof::Answered;
    entry.warning = *sent;
    entry.answer.reset();
    if (auto kept = saved(); !kept) return kept;
  }
  const auto proof = sender.prove(entry, object);
  entry.nextTry = now() + pauseAfter(entry.tries, chance);
  proof ? take(entry, *proof) : take(entry, proof.error(), before, now());
  return saved();
}

Expected<std::optional<Entry>> step(const Held& held, const Clock& now, double chance, Sender& sender) {
  (void)held.clearVerified(now());  // what cannot be cleared today is cleared another day
  const auto listing = held.outbox().list();
  if (!listing) return tl::unexpected(listing.error());
  const Entry* longest = nullptr;
  for (const auto& entry : listing->entries)
    if (isDue(entry, now()) && (longest == nullptr || *entry.nextTry < *longest->nextTry)) longest = &entry;
  if (longest == nullptr) return std::nullopt;
  auto tried = tryOnce(held, *longest, now, chance, sender);
  if (!tried) return tl::unexpected(tried.error());
  return std::optional(std::move(*tried));
}

}  // namespace io::outbox
