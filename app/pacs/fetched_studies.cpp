#include "app/pacs/fetched_studies.h"

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

#include "io/files/uid.h"

namespace app::pacs {
namespace {

namespace fs = std::filesystem;

/// UID.dcm, or what grew towards it (io/pacs/fetch.h).
bool isFetchedObject(const fs::directory_entry& entry) {
  std::error_code failed;
  const auto name = entry.path().filename();
  const bool named =
      (name.extension() == ".dcm" && io::isUid(name.stem().string())) || name.string().starts_with(".growing-");
  return named && fs::is_regular_file(entry.symlink_status(failed));
}

bool isOld(const fs::path& folder, fs::file_time_type now) {
  std::error_code failed;
  if (!io::isUid(folder.filename().string()) || !fs::is_directory(fs::symlink_status(folder, failed))) return false;
  const auto used = fs::last_write_time(folder, failed);
  if (failed || now - used < kKeptFetched) return false;
  const fs::directory_iterator entries(folder, failed);
  return !failed && std::all_of(fs::begin(entries), fs::end(entries), isFetchedObject);
}

}  // namespace

void useFetched(const fs::path& folder, const fs::path& fetched) {
  std::error_code ignored;
  if (folder.parent_path() == fetched) fs::last_write_time(folder, fs::file_time_type::clock::now(), ignored);
}

void removeOldFetched(const fs::path& fetched, fs::file_time_type now) {
  std::error_code failed;
  std::vector<fs::path> old;
  for (fs::directory_iterator at(fetched, failed), end; !failed && at != end; at.increment(failed))
    if (isOld(at->path(), now)) old.push_back(at->path());
  for (const auto& folder : old) fs::remove_all(folder, failed);
}

}  // namespace app::pacs
