#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "io/outbox/entry.h"
#include "io/pacs/site.h"
#include "planning/error.h"

namespace io {
class FileCalls;
}

namespace io::outbox {

/// Something in the folder that is no entry: it is told, and stays as it is.
struct Odd {
  std::filesystem::path path;
  planning::Error why;  ///< "outbox-foreign", "outbox-half-written", "outbox-bad-state", "cannot-read"
};

struct Listing {
  std::vector<Entry> entries;  ///< the oldest first
  std::vector<Entry> dropped;
  std::vector<Odd> odd;
};

/// An archive as the outbox knows it.
struct Destination {
  std::string name;       ///< in the sites file
  std::string address{};  ///< addressOf() its site; empty: it is known by its name alone
};
/// What stays the same when an archive is called otherwise: "host:port/CALLED".
std::string addressOf(const pacs::Site& site);

/// A folder of objects that are on their way to an archive, its owner's alone:
///
///     ID/object.dcm    never written again
///     ID/state         Entry, by the safe saver
///     dropped/ID/      what a person gave up: still there
///     aside/NAME       what was no entry and a person set aside: still there
///     reading/         what is being compared; empty while nobody sends
///     lock             whoever sends or changes holds it
///     adding           whoever adds holds it, for as long as it takes to look and to rename
///
/// Entries come as a whole, by a rename, from any number of programs and threads; everything else is Held's.
class Outbox {
 public:
  explicit Outbox(std::filesystem::path folder);
  Outbox(std::filesystem::path folder, std::shared_ptr<FileCalls> calls);  ///< for tests

  const std::filesystem::path& folder() const { return folder_; }

  /// Copies the DICOM file in. On the disk when it returns; due at once. An object that is there already for this
  /// archive, with the same bytes, is not added twice: that entry is the answer, whoever else adds meanwhile. Errors:
  /// "not-dicom", "cannot-read", "cannot-write", "outbox-other-content" where the archive is to get other bytes under
  /// this UID, "outbox-demo" for what is of a demo case.
  planning::Expected<Entry> add(const std::filesystem::path& file, const Destination& archive, const std::string& label,
                                Time now) const;
  /// The same of a file that was opened: as it was then, whatever has taken its name since.
  planning::Expected<Entry> add(std::istream& opened, const std::filesystem::path& file, const Destination& archive,
                                const std::string& label, Time now) const;
  /// All that is there; nothing where the folder is not. Errors: "cannot-read".
  planning::Expected<Listing> list() const;
  std::filesystem::path objectOf(const std::string& id) const { return folder_ / id / "object.dcm"; }

 private:
  friend class Held;

  planning::Expected<void> save(const std::filesystem::path& folder, const Entry& entry) const;

  std::filesystem::path folder_;
  std::shared_ptr<FileCalls> calls_;
};

/// The right to send, and to change entries: one at a time over all programs, by a lock that a crash releases.
class Held {
 public:
  /// Errors: "outbox-in-use" where another has it; "cannot-write".
  static planning::Expected<Held> take(const Outbox& outbox);
  Held(Held&& other) noexcept;
  Held& operator=(Held&&) = delete;
  ~Held();

  const Outbox& outbox() const { return outbox_; }
  std::filesystem::path reading() const { return outbox_.folder() / "reading"; }

  planning::Expected<void> save(const Entry& entry) const;
  /// Errors: "outbox-no-such-entry"; of an odd one, what is wrong with it.
  planning::Expected<Entry> find(const std::string& id) const;
  /// Due now, whatever it waited for. One that is verified stays as it is.
  planning::Expected<Entry> retry(const std::string& id, Time now) const;
  /// It is not sent any more, and lies in dropped/ with the reason.
  planning::Expected<void> drop(const std::string& id, const std::string& why) const;
  /// Moves what is no entry (Odd, of this name in the folder or in dropped/) into aside/, replacing nothing there.
  /// Errors: "outbox-no-such-entry" for what is none of the odd, "cannot-write".
  planning::Expected<void> setAside(const std::string& name) const;
  /// Takes away the copies that have been verified for kKeptVerified: the archive gave each of them back equal.
  planning::Expected<void> clearVerified(Time now) const;

 private:
  Held(Outbox outbox, int lock) : outbox_(std::move(outbox)), lock_(lock) {}

  Outbox outbox_;
  int lock_;
};

inline constexpr std::chrono::days kKeptVerified{7};

}  // namespace io::outbox
