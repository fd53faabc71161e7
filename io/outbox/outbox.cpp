#include "io/outbox/outbox.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>
#include <iterator>
#include <span>
#include <system_error>
#include <utility>

#include "io/files/file_calls.h"
#include "io/files/growing_folder.h"
#include "io/files/plain_file.h"
#include "io/files/safe_file.h"
#include "io/files/sha256.h"
#include "io/files/text_file.h"
#include "io/files/uid.h"
#include "io/pacs/file_uids.h"
#include "planning/identity.h"

namespace io::outbox {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::refuse;

constexpr std::uintmax_t kLargestState = 1 << 16;
constexpr std::array kOurs{"lock", "adding", "dropped", "aside", "reading"};
constexpr std::chrono::hours kAbandonedAfter{1};  // no copying in lasts that long: its program was killed

/// The date comes first, so that names sort by it.
std::string newId(Time now) {
  const std::time_t seconds = now.time_since_epoch().count();
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::array<char, 16> text{};
  std::strftime(text.data(), text.size(), "%Y%m%d-%H%M%S", &utc);
  return std::string(text.data()) + "-" + newUid().substr(5, 6);
}

Expected<std::vector<std::byte>> bytesIn(std::istream& stream, const fs::path& file) {
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) return refuse("cannot-read", file.string(), "read error");
  const auto bytes = std::as_bytes(std::span(text));
  return std::vector<std::byte>(bytes.begin(), bytes.end());
}

std::string digestOf(std::span<const std::byte> bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.hex();
}

Expected<void> makeFolder(const fs::path& folder) {
  std::error_code failed;
  if (fs::is_directory(folder, failed)) return {};
  fs::create_directories(folder, failed);
  if (!failed) fs::permissions(folder, fs::perms::owner_all, failed);
  if (failed) return refuse("cannot-write", folder.string(), failed.message());
  return {};
}

Expected<Entry> entryIn(const fs::path& folder) {
  std::error_code ignored;
  const bool whole = fs::is_regular_file(folder / "object.dcm", ignored) && fs::exists(folder / "state", ignored);
  if (!whole) return refuse("outbox-half-written", folder.string());
  const auto text = readText(folder / "state", kLargestState);
  if (!text) return tl::unexpected(text.error());
  return entryFrom(*text, folder.filename().string());
}

bool isGrowing(const fs::path& folder) {
  std::error_code failed;
  const auto changed = fs::last_write_time(folder, failed);
  return folder.filename().string().find(".unfinished-") != std::string::npos && !failed &&
         fs::file_time_type::clock::now() - changed < kAbandonedAfter;
}

void takeIn(const fs::path& path, std::vector<Entry>& entries, std::vector<Odd>& odd) {
  std::error_code ignored;
  if (isGrowing(path)) return;
  if (fs::is_symlink(path, ignored) || !fs::is_directory(path, ignored))
    return odd.push_back({path, {"outbox-foreign", path.string(), {}}});
  auto entry = entryIn(path);
  entry ? entries.push_back(std::move(*entry)) : odd.push_back({path, entry.error()});
}

Expected<void> walk(const fs::path& folder, std::vector<Entry>& entries, std::vector<Odd>& odd) {
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string name = at->path().filename().string();
    if (std::find(kOurs.begin(), kOurs.end(), name) == kOurs.end()) takeIn(at->path(), entries, odd);
  }
  if (failed && failed != std::errc::no_such_file_or_directory)
    return refuse("cannot-read", folder.string(), failed.message());
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.id < b.id; });
  return {};
}

Expected<void> move(const fs::path& from, const fs::path& to) {
  if (auto made = makeFolder(to.parent_path()); !made) return made;
  std::error_code failed;
  fs::rename(from, to, failed);
  if (failed) return refuse("cannot-write", from.string(), failed.message());
  return {};
}

/// A lock file that is held; a crash releases it.
class Lock {
 public:
  /// `how`: of flock(). Errors: "outbox-in-use" where it is not waited for, "cannot-write".
  static Expected<Lock> take(const fs::path& file, int how) {
    Lock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    if (lock.file_ < 0) return refuse("cannot-write", file.string(), std::generic_category().message(errno));
    while (::flock(lock.file_, how) != 0) {
      if (errno == EINTR) continue;
      if (errno == EWOULDBLOCK) return refuse("outbox-in-use", file.parent_path().string());
      return refuse("cannot-write", file.string(), std::generic_category().message(errno));
    }
    return lock;
  }
  Lock(Lock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  Lock& operator=(Lock&&) = delete;
  ~Lock() {
    if (file_ >= 0) ::close(file_);
  }
  int release() { return std::exchange(file_, -1); }

 private:
  explicit Lock(int file) : file_(file) {}
  int file_;
};

/// A name that nothing in the folder has.
fs::path freeName(const fs::path& folder, const std::string& name) {
  std::error_code ignored;
  fs::path free = folder / name;
  for (int again = 2; fs::exists(fs::symlink_status(free, ignored)); ++again)
    free = folder / (name + "-" + std::to_string(again));
  return free;
}

}  // namespace

std::string addressOf(const pacs::Site& site) {
  return site.host + ":" + std::to_string(site.port) + "/" + site.called;
}

Outbox::Outbox(fs::path folder) : Outbox(std::move(folder), std::make_shared<FileCalls>()) {}
Outbox::Outbox(fs::path folder, std::shared_ptr<FileCalls> calls)
    : folder_(std::move(folder)), calls_(std::move(calls)) {}

Expected<void> Outbox::save(const fs::path& folder, const Entry& entry) const {
  const std::string text = toText(entry);
  return writeSafely(folder / "state", std::as_bytes(std::span(text)), *calls_);
}

Expected<Entry> Outbox::add(const fs::path& file, const Destination& archive, const std::string& label,
                            Time now) const {
  auto opened = openPlainFile(file);
  if (!opened) return refuse("cannot-read", file.string(), opened.error().detail);
  return add(*opened, file, archive, label, now);
}

Expected<Entry> Outbox::add(std::istream& opened, const fs::path& file, const Destination& archive,
                            const std::string& label, Time now) const {
  const auto bytes = bytesIn(opened, file);
  if (!bytes) return tl::unexpected(bytes.error());
  if (auto made = makeFolder(folder_); !made) return tl::unexpected(made.error());
  const std::string id = newId(now);
  GrowingFolder growing(folder_ / id);
  const fs::path object = growing.folder() / "object.dcm";
  if (auto written = writeSafely(object, *bytes, *calls_); !written) return tl::unexpected(written.error());
  std::error_code ignored;
  fs::permissions(object, fs::perms::owner_read, ignored);
  const auto uids = pacs::uidsIn(object);  // of the copy: the file may change meanwhile
  if (!isUid(uids.instance) || !isUid(uids.series) || !isUid(uids.study) || uids.sopClass.empty())
    return refuse("not-dicom", file.string());
  if (planning::isDemoPatient({uids.patientId, uids.issuer, {}, {}, {}})) return refuse("outbox-demo", file.string());
  Entry entry;
  entry.id = id;
  entry.site = archive.name;
  entry.address = archive.address;
  entry.label = label;
  entry.sha256 = digestOf(*bytes);
  entry.sopInstanceUid = uids.instance;
  entry.seriesUid = uids.series;
  entry.studyUid = uids.study;
  entry.queued = now;
  entry.nextTry = now;
  if (auto saved = save(growing.folder(), entry); !saved) return tl::unexpected(saved.error());
  // Two that add the same object look one after the other: the second sees what the first has put in place.
  const auto lock = Lock::take(folder_ / "adding", LOCK_EX);
  if (!lock) return tl::unexpected(lock.error());
  const auto there = list();
  if (!there) return tl::unexpected(there.error());
  for (const auto& one : there->entries) {
    const bool sameArchive = one.site == entry.site || (!entry.address.empty() && one.address == entry.address);
    if (!sameArchive || one.sopInstanceUid != entry.sopInstanceUid) continue;
    if (one.sha256 == entry.sha256) return one;
    return refuse("outbox-other-content", file.string(), one.id);
  }
  if (auto placed = growing.putInPlace(); !placed) return tl::unexpected(placed.error());
  return entry;
}

Expected<Listing> Outbox::list() const {
  Listing listing;
  if (auto walked = walk(folder_, listing.entries, listing.odd); !walked) return tl::unexpected(walked.error());
  if (auto walked = walk(folder_ / "dropped", listing.dropped, listing.odd); !walked)
    return tl::unexpected(walked.error());
  return listing;
}

Held::Held(Held&& other) noexcept : outbox_(std::move(other.outbox_)), lock_(std::exchange(other.lock_, -1)) {}

Held::~Held() {
  if (lock_ < 0) return;
  std::error_code ignored;
  fs::remove_all(reading(), ignored);
  ::close(lock_);
}

Expected<Held> Held::take(const Outbox& outbox) {
  if (auto made = makeFolder(outbox.folder()); !made) return tl::unexpected(made.error());
  auto lock = Lock::take(outbox.folder() / "lock", LOCK_EX | LOCK_NB);
  if (!lock) return tl::unexpected(lock.error());
  Held held(outbox, lock->release());
  std::error_code ignored;
  fs::remove_all(held.reading(), ignored);  // what a killed one was comparing
  return held;
}

Expected<void> Held::save(const Entry& entry) const {
  return outbox_.save(outbox_.folder() / entry.id, entry);
}

Expected<Entry> Held::find(const std::string& id) const {
  std::error_code ignored;
  const bool isName = !id.empty() && fs::path(id).filename() == id && id != "." && id != "..";
  if (!isName || !fs::is_directory(outbox_.folder() / id, ignored)) return refuse("outbox-no-such-entry", {}, id);
  return entryIn(outbox_.folder() / id);
}

Expected<Entry> Held::retry(const std::string& id, Time now) const {
  auto entry = find(id);
  if (!entry || entry->state == State::Verified) return entry;
  if (entry->state == State::Waits) {
    entry->state = State::Queued;
    entry->proof = Proof::None;
  }
  entry->nextTry = now;
  if (auto saved = save(*entry); !saved) return tl::unexpected(saved.error());
  return entry;
}

Expected<void> Held::drop(const std::string& id, const std::string& why) const {
  auto entry = find(id);
  if (!entry) return tl::unexpected(entry.error());
  const fs::path dropped = outbox_.folder() / "dropped" / id;
  // First: whatever cuts this off, what was dropped is not sent, and nothing stays that waits without a next try.
  if (auto moved = move(outbox_.folder() / id, dropped); !moved) return moved;
  entry->droppedWhy = why;
  entry->nextTry.reset();
  return outbox_.save(dropped, *entry);
}

Expected<void> Held::setAside(const std::string& name) const {
  const auto listing = outbox_.list();
  if (!listing) return tl::unexpected(listing.error());
  for (const auto& odd : listing->odd)
    if (odd.path.filename() == name) return move(odd.path, freeName(outbox_.folder() / "aside", name));
  return refuse("outbox-no-such-entry", {}, name);
}

Expected<void> Held::clearVerified(Time now) const {
  const auto listing = outbox_.list();
  if (!listing) return tl::unexpected(listing.error());
  for (const auto& entry : listing->entries) {
    if (entry.state != State::Verified || !entry.tried || now - *entry.tried < kKeptVerified) continue;
    // First away as a whole: an entry is never half there.
    if (auto moved = move(outbox_.folder() / entry.id, reading() / entry.id); !moved) return moved;
    std::error_code failed;
    fs::remove_all(reading() / entry.id, failed);
  }
  return {};
}

}  // namespace io::outbox
