#include "app/work/scan_beside.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "app/work/copy_names.h"
#include "io/reading/scan.h"

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFilesOfAFolder = 8, kFolders = 100;

/// In the order of their names; without the copies of plans, which may be many.
std::vector<fs::path> entriesOf(const fs::path& folder, bool folders, std::size_t most) {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored))
    if (folders ? entry.is_directory(ignored) : entry.is_regular_file(ignored) && !isCopyOfPlan(entry.path()))
      found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  found.resize(std::min(found.size(), most));
  return found;
}

/// A file of the series, by which it is told from others in the same folder.
std::optional<fs::path> fileOf(const std::string& seriesUid, const fs::path& folder) {
  for (const auto& file : entriesOf(folder, false, kFilesOfAFolder)) {
    planning::Progress quiet;
    const auto scanned = io::dicom::scan(file, quiet);
    if (!scanned) continue;
    if (std::any_of(scanned->series.begin(), scanned->series.end(),
                    [&](const auto& series) { return series.identity.seriesUid == seriesUid; }))
      return file;
  }
  return std::nullopt;
}

}  // namespace

planning::Expected<fs::path> scanBeside(const fs::path& planFile, const planning::SeriesIdentity& scan,
                                        planning::Progress& progress) {
  const fs::path own = fs::absolute(planFile).parent_path();
  auto folders = entriesOf(own, true, kFolders);
  folders.push_back(own);  // last: it holds the others too, and is searched with them
  for (const auto& folder : folders) {
    if (progress.stopRequested()) return planning::refuse("cancelled");
    if (const auto file = fileOf(scan.seriesUid, folder)) return *file;
  }
  return planning::refuse("scan-not-beside", planFile.string());
}

}  // namespace app
