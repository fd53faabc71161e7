#include "io/files/growing_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "io/files/uid.h"

namespace io {
namespace {

namespace fs = std::filesystem;

constexpr const char* kUnfinished = ".unfinished-";
constexpr std::size_t kDigits = 12;
constexpr int kMostTries = 8;

/// "OUT/" is OUT: what grows must lie beside it, not in it.
fs::path withoutSlash(const fs::path& folder) {
  std::error_code ignored;
  const fs::path whole = fs::absolute(folder, ignored).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

int openFolder(const fs::path& folder) {
  return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/// Locked, the user's own, and still there: whoever removes a folder holds its lock while it does.
bool take(int folder) {
  struct stat facts {};
  return ::flock(folder, LOCK_EX | LOCK_NB) == 0 && ::fstat(folder, &facts) == 0 && facts.st_nlink > 0 &&
         facts.st_uid == ::geteuid();
}

bool isUnfinished(const std::string& name, const std::string& start) {
  return name.starts_with(start) && name.size() == start.size() + kDigits &&
         name.find_first_not_of("0123456789", start.size()) == std::string::npos;
}

bool removeIfLeft(const fs::path& folder) {
  const int lock = openFolder(folder);
  if (lock < 0) return false;
  std::error_code failed;
  const bool gone = take(lock) && fs::remove_all(folder, failed) > 0 && !failed;
  ::close(lock);
  return gone;
}

}  // namespace

GrowingFolder::GrowingFolder(const fs::path& place) : place_(withoutSlash(place)) {
  for (int i = 0; i < kMostTries && !begin(); ++i) unlock();
}

/// False when a removal came between making the folder and locking it.
bool GrowingFolder::begin() {
  std::error_code failed;
  folder_ = place_.string() + kUnfinished + newUid().substr(5, kDigits);
  fs::create_directories(folder_, failed);
  fs::permissions(folder_, fs::perms::owner_all, failed);
  lock_ = openFolder(folder_);
  if (lock_ < 0) return !fs::exists(place_.parent_path(), failed);  // the first file in it will say why
  // Where nothing can be locked, nothing is removed either.
  return take(lock_) || (errno != EWOULDBLOCK && fs::exists(folder_, failed));
}

void GrowingFolder::unlock() {
  if (lock_ >= 0) ::close(lock_);
  lock_ = -1;
}

GrowingFolder::~GrowingFolder() {
  std::error_code ignored;
  if (!placed_) fs::remove_all(folder_, ignored);
  unlock();
}

planning::Expected<void> GrowingFolder::putInPlace() {
  std::error_code failed;
  fs::rename(folder_, place_, failed);  // over an empty folder, and over nothing else
  if (failed) return planning::refuse("cannot-write", place_.string(), failed.message());
  placed_ = true;
  unlock();
  const int parent = openFolder(place_.parent_path());  // its new name survives a power cut
  if (parent >= 0) ::fsync(parent), ::close(parent);
  return {};
}

std::vector<fs::path> removeUnfinished(const fs::path& place) {
  std::error_code ignored;
  const fs::path whole = withoutSlash(place);
  const std::string start = whole.filename().string() + kUnfinished;
  std::vector<fs::path> left;
  for (const auto& entry : fs::directory_iterator(whole.parent_path(), ignored))
    if (isUnfinished(entry.path().filename().string(), start)) left.push_back(entry.path());
  std::erase_if(left, [](const fs::path& folder) { return !removeIfLeft(folder); });
  return left;
}

}  // namespace io
