#include "io/files/safe_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>
#include <vector>

#include "io/files/file_calls.h"
#include "io/files/uid.h"

namespace io {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
  return std::generic_category().message(error);
}

constexpr const char* kTemporaryStart = ".needleplan-";
constexpr const char* kTemporaryEnd = ".tmp";
constexpr std::chrono::hours kAbandonedAfter{1};  // no save lasts that long: its program was killed

/// Runs a call again while a signal interrupts it.
template <class Call>
auto uninterrupted(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

/// The rights that a new file gets. Read, not set and set back: that would be seen by other threads.
mode_t rightsOfNewFiles() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;)
    if (unsigned mask = 0; word == "Umask:" && status >> std::oct >> mask) return 0666 & ~mask;
  return 0600;
}

/// An open file that is closed when the save goes wrong before it is closed for good.
class Descriptor {
 public:
  Descriptor(FileCalls& calls, const fs::path& path, int flags, mode_t mode = 0)
      : calls_(calls), number_(uninterrupted([&] { return calls.open(path.c_str(), flags | O_CLOEXEC, mode); })) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    const int why = errno;
    if (isOpen()) calls_.close(number_);
    errno = why;
  }

  bool isOpen() const { return number_ >= 0; }
  int number() const { return number_; }
  /// A close that fails may be the first word of a write that failed (network file systems). The descriptor is gone in
  /// every case, EINTR included.
  bool close() {
    const bool closed = calls_.close(number_) == 0 || errno == EINTR;
    number_ = -1;
    return closed;
  }

 private:
  FileCalls& calls_;
  int number_;
};

/// One save: each step answers whether it went well, and errno says why not.
class Save {
 public:
  Save(fs::path file, std::span<const std::byte> bytes, FileCalls& calls)
      : file_(std::move(file)), bytes_(bytes), calls_(calls) {
    folder_ = file_.has_parent_path() ? file_.parent_path() : fs::path(".");
    temporary_ =
        folder_ / (kTemporaryStart + newUid() + kTemporaryEnd);  // a short name: beside a name of 255 bytes too
  }

  /// The reason when it went wrong.
  std::optional<std::string> run() {
    if (!mayReplace()) return reason(errno);
    Descriptor folder(calls_, folder_, O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen()) return reason(errno);
    if (!writeTemporary() || !readsBack() || !putInPlace()) return withoutTemporary(errno);
    if (!flushFolder(folder)) return undo(errno);
    if (exchanged_) calls_.unlink(temporary_.c_str());
    ::chmod(file_.c_str(), existed_ ? mode_ : rightsOfNewFiles());  // where it fails, its owner alone may read it
    return std::nullopt;
  }

 private:
  /// Never over something that is not a plain file, nor over one that was made read-only.
  bool mayReplace() {
    struct stat old {};
    if (::stat(file_.c_str(), &old) != 0) return errno == ENOENT;
    existed_ = true;
    mode_ = old.st_mode & 0777;
    if (S_ISREG(old.st_mode)) return ::access(file_.c_str(), W_OK) == 0;
    errno = S_ISDIR(old.st_mode) ? EISDIR : EEXIST;
    return false;
  }

  /// Its owner's alone until it is in place: a save that is killed leaves nothing that others may read.
  bool writeTemporary() {
    Descriptor out(calls_, temporary_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (!out.isOpen()) return false;
    return writeAll(out.number()) && uninterrupted([&] { return calls_.fsync(out.number()); }) == 0 && out.close();
  }

  bool writeAll(int out) {
    for (std::size_t done = 0; done < bytes_.size();) {
      const auto n = uninterrupted([&] { return calls_.write(out, bytes_.data() + done, bytes_.size() - done); });
      if (n == 0) errno = EIO;
      if (n <= 0) return false;
      done += static_cast<std::size_t>(n);
    }
    return true;
  }

  /// What the disk has is what was meant; also the length.
  bool readsBack() {
    Descriptor in(calls_, temporary_, O_RDONLY);
    if (!in.isOpen()) return false;
    ::posix_fadvise(in.number(), 0, 0, POSIX_FADV_DONTNEED);  // from the disk where the kernel agrees
    std::vector<std::byte> part(1 << 16);
    for (std::size_t done = 0;;) {
      const auto n = uninterrupted([&] { return calls_.read(in.number(), part.data(), part.size()); });
      if (n < 0) return false;
      if (n == 0 && done == bytes_.size()) return in.close();
      const auto count = static_cast<std::size_t>(n);
      const bool same = n > 0 && count <= bytes_.size() - done && std::memcmp(part.data(), &bytes_[done], count) == 0;
      if (!same) return errno = EIO, false;
      done += count;
    }
  }

  /// By exchange where the file system can, so that the old file still exists if the folder cannot be flushed.
  bool putInPlace() {
    if (existed_ && calls_.exchange(temporary_.c_str(), file_.c_str()) == 0) return exchanged_ = true;
    const bool otherwise = errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP || errno == ENOENT;
    if (existed_ && !otherwise) return false;
    return calls_.rename(temporary_.c_str(), file_.c_str()) == 0;
  }

  bool flushFolder(Descriptor& folder) {
    if (uninterrupted([&] { return calls_.fsync(folder.number()); }) == 0) return true;
    return errno == EINVAL || errno == ENOTSUP;  // this file system has nothing to flush for a folder
  }

  std::string undo(int error) {
    if (exchanged_) {
      if (calls_.rename(temporary_.c_str(), file_.c_str()) == 0) return reason(error);
    } else if (!existed_) {
      calls_.unlink(file_.c_str());
      return reason(error);
    }
    return reason(error) + " (the new file is in place, but may not survive a power cut)";
  }

  std::string withoutTemporary(int error) {
    calls_.unlink(temporary_.c_str());
    return reason(error);
  }

  fs::path file_;
  std::span<const std::byte> bytes_;
  FileCalls& calls_;
  fs::path folder_;
  fs::path temporary_;
  bool existed_ = false;
  bool exchanged_ = false;
  mode_t mode_ = 0;  ///< of the file that existed
};

/// What saves that were killed left in the folder: patient data that nobody would look for.
void removeAbandoned(const fs::path& folder) {
  std::error_code walking, ignored;
  const auto now = fs::file_time_type::clock::now();
  for (fs::directory_iterator entry(folder, walking), end; !walking && entry != end; entry.increment(walking)) {
    const std::string name = entry->path().filename().string();
    const bool ours = name.starts_with(kTemporaryStart) && name.ends_with(kTemporaryEnd);
    if (!ours || entry->is_symlink(ignored) || !entry->is_regular_file(ignored)) continue;
    const auto changed = entry->last_write_time(ignored);
    if (!ignored && now - changed > kAbandonedAfter) fs::remove(entry->path(), ignored);
  }
}

/// A link is kept and what it points to is replaced.
fs::path followLinks(const fs::path& file) {
  std::error_code ignored;
  if (!fs::is_symlink(file, ignored)) return file;
  const auto real = fs::weakly_canonical(file, ignored);
  return ignored ? file : real;
}

}  // namespace

planning::Expected<void> writeSafely(const fs::path& file, std::span<const std::byte> bytes, FileCalls& calls) {
  const fs::path real = followLinks(file);
  if (auto why = Save(real, bytes, calls).run())
    return planning::refuse("cannot-write", file.string(), std::move(*why));
  removeAbandoned(real.has_parent_path() ? real.parent_path() : fs::path("."));
  return {};
}

planning::Expected<void> writeSafely(const fs::path& file, std::span<const std::byte> bytes) {
  FileCalls calls;
  return writeSafely(file, bytes, calls);
}

}  // namespace io
