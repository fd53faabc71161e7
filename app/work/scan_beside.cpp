#include "app/work/scan_beside.h"

#include <algorithm>
#include <vector>

#include "io/reading/scan.h"

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesOfAFolder = 8, kFolders = 100;

/// In the order of their names.
std::vector<fs::path> entriesOf(const fs::path& folder, bool folders, std::size_t most) {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (folders ? entry.is_directory(ignored) : entry.is_regular_file(ignored)) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  found.resize(std::min(found.size(), most));
  return found;
}

bool holds(const fs::path& folder, const std::string& seriesUid) {
  for (const auto& file : entriesOf(folder, false, kFilesOfAFolder)) {
    planning::Progress quiet;
    const auto scanned = io::dicom::scan(file, quiet);
    if (!scanned) continue;
    if (std::any_of(scanned->series.begin(), scanned->series.end(),
                    [&](const auto& series) { return series.identity.seriesUid == seriesUid; }))
      return true;
  }
  return false;
}

}  // namespace

planning::Expected<fs::path> scanBeside(const fs::path& planFile, const planning::SeriesIdentity& scan,
                                        planning::Progress& progress) {
  const fs::path own = fs::absolute(planFile).parent_path();
  auto folders = entriesOf(own, true, kFolders);
  folders.push_back(own);  // last: it holds the others too, and is searched with them
  for (const auto& folder : folders) {
    if (progress.stopRequested()) return planning::refuse("cancelled");
    if (holds(folder, scan.seriesUid)) return folder;
  }
  return planning::refuse("scan-not-beside", planFile.string());
}

}  // namespace app
