#pragma once

#include <filesystem>
#include <vector>

#include "io/dicom/series.h"

namespace io::dicom {

/// The files that a scan of a path looks into, and those it will not open.
struct FileList {
  std::vector<std::filesystem::path> files;
  std::vector<RejectedFile> rejected;
};

/// All regular files under a folder at any depth, the files a DICOMDIR lists, or the file itself, sorted by name.
/// Nothing outside the folder (for a DICOMDIR: outside its own) is listed, however a link or a file ID names it.
/// Errors: "no-such-path", "empty-folder", "cannot-read".
planning::Expected<FileList> listFiles(const std::filesystem::path& path);

}  // namespace io::dicom
