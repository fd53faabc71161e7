#pragma once

#include <functional>
#include <optional>

#include "io/outbox/outbox.h"

namespace io::outbox {

/// What could be shown.
struct Shown {
  Shown(Proof best) : proof(best) {}  // NOLINT(google-explicit-constructor): a proof alone is the rule
  Shown(Proof best, planning::Error why) : proof(best), doubt(std::move(why)) {}
  Proof proof;
  std::optional<planning::Error> doubt{};  ///< why no better one could be had now: it is asked for again
};

/// An archive as step() sees it. "cancelled" of either leaves the entry as it was.
class Sender {
 public:
  Sender() = default;
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;
  virtual ~Sender() = default;

  /// The status that the archive warned with (empty: none) once it answered that it took the object.
  virtual planning::Expected<std::string> send(const Entry& entry, const std::filesystem::path& object) = 0;
  /// The best proof that can be had that it is there. Errors: those of io::pacs::readBack(); it is asked again later,
  /// and what is not there is sent again.
  virtual planning::Expected<Shown> prove(const Entry& entry, const std::filesystem::path& object) = 0;
};

using Clock = std::function<Time()>;

/// 5 s, 10 s, 20 s, ... to 15 min behind the first, second, third, ... try, each 20 % shorter (chance 0) to 20 % longer
/// (chance 1), so that many programs do not ask a restarted archive at once.
std::chrono::seconds pauseAfter(int tries, double chance);

/// Only a person can mend it; all else is tried again.
bool needsPerson(const planning::Error& error);

/// Not due: verified, waiting for a person or for its time. A next try that lies beyond any pause was set by a clock
/// that has gone back since: it is due.
bool isDue(const Entry& entry, Time now);
/// When the next of them is due; absent: none by itself.
std::optional<Time> nextDue(const Listing& listing, Time now);

/// One try of one entry, whether it is due or not: sends it where it is queued, then asks for the proof. The try is on
/// the disk before it begins, so that an object by which a program ends is not tried again at once. The same UID is
/// sent again whenever it is not known that the archive has it. Errors: those of Held::save(); the entry is then as it
/// was before or further on, never verified.
planning::Expected<Entry> tryOnce(const Held& held, Entry entry, const Clock& now, double chance, Sender& sender);

/// tryOnce() of the entry that has been due for the longest. Absent: none is due.
planning::Expected<std::optional<Entry>> step(const Held& held, const Clock& now, double chance, Sender& sender);

}  // namespace io::outbox
