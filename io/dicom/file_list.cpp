#include "io/dicom/file_list.h"

#include <algorithm>
#include <system_error>

#include "io/dicom/dicomdir.h"
#include "io/files/plain_file.h"

namespace io::dicom {

namespace fs = std::filesystem;

namespace {

bool isInside(const fs::path& file, const fs::path& folder) {
  const auto end = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
  return end.first == folder.end();
}

/// The file with all links followed, where it is a regular file inside the (canonical) folder.
planning::Expected<fs::path> safeFile(const fs::path& file, const fs::path& folder) {
  std::error_code failed;
  const auto real = fs::canonical(file, failed);
  if (failed) return planning::refuse("cannot-read", file.string(), failed.message());
  if (!isInside(real, folder)) return planning::refuse("outside-folder", file.string(), "it leads out of the folder");
  if (!fs::is_regular_file(real, failed)) return planning::refuse("cannot-read", file.string(), "not a regular file");
  return file;
}

void addFile(const fs::path& file, const fs::path& folder, FileList& list) {
  if (auto safe = safeFile(file, folder)) {
    list.files.push_back(*safe);
  } else {
    list.rejected.push_back({file, safe.error()});
  }
}

planning::Expected<FileList> listFolder(const fs::path& path) {
  FileList list;
  std::error_code failed;
  const auto folder = fs::canonical(path, failed);
  if (failed) return planning::refuse("cannot-read", path.string(), failed.message());
  fs::recursive_directory_iterator entry(path, fs::directory_options::skip_permission_denied, failed), end;
  if (failed) return planning::refuse("cannot-read", path.string(), failed.message());
  while (entry != end) {
    const bool isFolder = entry->is_directory(failed) && !entry->is_symlink(failed);
    if (entry->is_symlink(failed)) {
      addFile(entry->path(), folder,
              list);  // a linked folder is rejected as no regular file: its files are found in place
    } else if (!isFolder) {
      if (entry->is_regular_file(failed)) list.files.push_back(entry->path());
    }
    entry.increment(failed);
    if (failed) return planning::refuse("cannot-read", path.string(), failed.message());
  }
  std::sort(list.files.begin(), list.files.end());
  if (list.files.empty() && list.rejected.empty()) return planning::refuse("empty-folder", path.string(), "");
  return list;
}

planning::Expected<FileList> listDicomdir(const fs::path& path) {
  const auto ids = readDicomdir(path);
  if (!ids) return tl::unexpected(ids.error());
  std::error_code failed;
  const auto folder = fs::canonical(path, failed).parent_path();
  FileList list;
  for (const auto& id : *ids) {
    fs::path file = path.parent_path();
    bool plain = true;
    for (const auto& part : id) {
      plain = plain && !part.empty() && part != "." && part != ".." && part.find('/') == std::string::npos;
      file /= plain ? part : "";
    }
    if (plain) {
      addFile(file, folder, list);
    } else {
      list.rejected.push_back({file, {"outside-folder", path.string() + " (0004,1500)", "not a file ID"}});
    }
  }
  std::sort(list.files.begin(), list.files.end());
  list.files.erase(std::unique(list.files.begin(), list.files.end()), list.files.end());
  return list;
}

}  // namespace

planning::Expected<FileList> listFiles(const fs::path& path) {
  std::error_code failed;
  const auto status = fs::status(path, failed);
  if (status.type() != fs::file_type::not_found && failed)
    return planning::refuse("cannot-read", path.string(), failed.message());
  if (fs::is_directory(status)) return listFolder(path);
  if (const auto plain = mustBePlainFile(path); !plain) return tl::unexpected(plain.error());
  if (isDicomdir(path)) return listDicomdir(path);
  return FileList{{path}, {}};
}

}  // namespace io::dicom
