#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "planning/error.h"

namespace io::outbox {

using Time = std::chrono::sys_seconds;  ///< UTC

enum class State {
  Queued,    ///< to be sent
  Sent,      ///< the archive answered that it took it; compared as soon as it gives it back
  Verified,  ///< fetched again and equal
  Waits,     ///< a person must decide: Entry::answer says why
};

/// What shows that the archive has an object, the weakest first.
enum class Proof {
  None,
  Answered,  ///< it answered success, no more
  Listed,    ///< it lists an object of that UID; whatever its content
  ReadBack,  ///< it gave it back, and every value is equal
};

/// What is known of one object on its way to one archive: the file `state` beside it.
struct Entry {
  std::string id{};     ///< the name of its folder; not in the file
  std::string site{};   ///< the archive's name in the sites file
  std::string label{};  ///< what it is and of whom, for the person who reads the list
  std::string sha256{};
  std::string sopInstanceUid{}, seriesUid{}, studyUid{};
  Time queued{};
  State state = State::Queued;
  Proof proof = Proof::None;
  int tries = 0;
  std::optional<Time> tried{};              ///< last time; absent: never
  std::optional<Time> nextTry{};            ///< absent: not by itself
  std::optional<planning::Error> answer{};  ///< why the last try did not end well
  std::string warning{};                    ///< status that the archive warned with, hexadecimal; empty: none
  std::string droppedWhy{};                 ///< of one that was dropped
  std::string address{};  ///< of the archive, by which it is known when it is called otherwise; empty: not noted
};

const char* wordOf(State state);  ///< "queued", "sent", "verified", "waits"
const char* wordOf(Proof proof);  ///< "none", "answered", "listed", "read-back"

/// JSON, UTF-8.
std::string toText(const Entry& entry);
/// The entry of that id. Errors: "outbox-bad-state" (what is wrong in it).
planning::Expected<Entry> entryFrom(const std::string& text, const std::string& id);

}  // namespace io::outbox
