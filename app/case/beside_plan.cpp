#include "app/case/beside_plan.h"

#include <algorithm>
#include <vector>

#include "io/reading/scan.h"

namespace app {
namespace {

/// Files that may hold structures, in the folder of a plan alone: those named after it first.
std::vector<std::filesystem::path> filesBeside(const std::filesystem::path& planFile) {
  constexpr std::size_t kMost = 500;
  std::vector<std::filesystem::path> files;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(planFile.parent_path(), ignored)) {
    const auto extension = entry.path().extension();
    if (entry.is_regular_file(ignored) && (extension == ".dcm" || extension == ".seg") && entry.path() != planFile)
      files.push_back(entry.path());
  }
  std::stable_partition(files.begin(), files.end(), [&](const auto& file) {
    return file.filename().string().starts_with(planFile.stem().string());
  });
  files.resize(std::min(files.size(), kMost));
  return files;
}

}  // namespace

planning::Expected<FilesByUid> findBeside(const std::filesystem::path& planFile, const std::set<std::string>& wanted,
                                          planning::Progress& progress) {
  FilesByUid found;
  for (const auto& file : filesBeside(planFile)) {
    if (progress.stopRequested()) return planning::refuse("cancelled");
    planning::Progress quiet;
    const auto scanned = io::dicom::scan(file, quiet);
    if (!scanned) continue;
    for (const auto& series : scanned->series)
      for (const auto& instance : series.identity.instances)
        if (wanted.contains(instance.sopInstanceUid))
          found[instance.sopInstanceUid] = QString::fromStdU16String(file.u16string());
    if (found.size() == wanted.size()) break;
  }
  return found;
}

}  // namespace app
