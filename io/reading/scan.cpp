#include "io/reading/scan.h"

#include <algorithm>
#include <mutex>
#include <set>

#include "io/dicom/file_list.h"
#include "io/dicom/instance_reader.h"
#include "io/dicom/series_grouping.h"
#include "io/dicom/series_info.h"
#include "io/files/parallel.h"
#include "io/reading/questions.h"
#include "io/reading/reading.h"
#include "io/reading/slice_values.h"

namespace io::dicom {

namespace {

using planning::Expected;

using Read = std::vector<Expected<Instance>>;

Expected<void> readHere(const std::vector<std::filesystem::path>& files, planning::Progress& progress, Read& read) {
  std::mutex guard;
  std::size_t finished = 0;
  forEachInParallel(files.size(), [&](std::size_t i) {
    read[i] = readInstance(files[i]);
    const std::lock_guard lock(guard);
    progress.advance(static_cast<double>(++finished) / static_cast<double>(files.size()));
    return !progress.stopRequested();
  });
  if (progress.stopRequested()) return planning::refuse("cancelled");
  return {};
}

Expected<void> readInReaders(const std::vector<std::filesystem::path>& files, planning::Progress& progress,
                             Read& read) {
  std::size_t finished = 0;
  reading::Questions questions;
  questions.count = files.size();
  questions.request = [&](std::size_t i) { return reading::HeaderRequest{files[i]}; };
  questions.answered = [&](std::size_t i, reading::Reply reply) {
    if (auto* refused = std::get_if<planning::Error>(&reply)) {
      read[i] = tl::unexpected(std::move(*refused));
    } else {
      read[i] = std::get<Instance>(std::move(reply));
    }
    progress.advance(static_cast<double>(++finished) / static_cast<double>(files.size()));
    return true;
  };
  return reading::ask(questions, progress);
}

/// Every file's header, or why it has none; in the order of the files.
Expected<Read> readAll(const std::vector<std::filesystem::path>& files, planning::Progress& progress) {
  Read read(files.size(), planning::refuse("cancelled"));
  const auto done = readsInThisProcess() ? readHere(files, progress, read) : readInReaders(files, progress, read);
  if (!done) return tl::unexpected(done.error());
  return read;
}

/// Whether both decode to the same values; false where one does not decode.
bool sameValues(const Slice& a, const Slice& b) {
  const std::vector<Slice> both{a, b};
  const auto count = static_cast<std::size_t>(a.format.rows) * static_cast<std::size_t>(a.format.columns);
  const auto memory = VoxelMemory::allocate(2 * count, needReaders(both));
  planning::Progress progress;
  if (!memory || !readSlices(both, false, *memory, progress, [](std::size_t, const ConversionCounts&) {})) return false;
  const auto first = memory->voxels().first(count);
  return std::equal(first.begin(), first.end(), memory->voxels().begin() + static_cast<std::ptrdiff_t>(count));
}

/// A file that could not be read may be a slice of the series in its folder; then the series may be short.
void warnOfUnreadable(ScanResult& result) {
  std::set<std::filesystem::path> folders;
  for (const auto& rejected : result.rejectedFiles)
    if (rejected.reason.code != "not-dicom") folders.insert(rejected.file.parent_path());
  for (auto& series : result.series) {
    const bool beside = std::any_of(series.files.begin(), series.files.end(),
                                    [&](const auto& file) { return folders.contains(file.parent_path()); });
    if (beside && !series.slices.empty())
      series.findings.push_back({"unreadable-files-beside", planning::Severity::Warning, {}, {}});
  }
}

/// Of a path without one readable object: the file's own reason where it is one file.
planning::Error whyNothing(const std::vector<RejectedFile>& rejected, const std::filesystem::path& path) {
  if (rejected.size() == 1) return rejected.front().reason;
  const auto broken = std::find_if(rejected.begin(), rejected.end(),
                                   [](const RejectedFile& file) { return file.reason.code != "not-dicom"; });
  if (broken == rejected.end()) return {"no-dicom", path.string(), {}};
  return broken->reason;
}

void orderForReading(std::vector<SeriesInfo>& series) {
  std::stable_sort(series.begin(), series.end(), [](const SeriesInfo& a, const SeriesInfo& b) {
    return std::tuple(a.identity.patient.id, a.identity.study.date, a.identity.study.uid, a.seriesNumber,
                      a.identity.seriesUid, a.part) < std::tuple(b.identity.patient.id, b.identity.study.date,
                                                                 b.identity.study.uid, b.seriesNumber,
                                                                 b.identity.seriesUid, b.part);
  });
}

}  // namespace

Expected<ScanResult> scan(const std::filesystem::path& path, planning::Progress& progress) {
  auto list = listFiles(path);
  if (!list) return tl::unexpected(list.error());
  auto all = readAll(list->files, progress);
  if (!all) return tl::unexpected(all.error());
  auto& read = *all;
  ScanResult result;
  result.rejectedFiles = std::move(list->rejected);
  std::vector<Instance> instances;
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read[i]) {
      instances.push_back(std::move(*read[i]));
    } else if (read[i].error().code != "dicomdir") {  // an index of files that are found anyway
      result.rejectedFiles.push_back({list->files[i], read[i].error()});
    }
  }
  if (instances.empty()) return tl::unexpected(whyNothing(result.rejectedFiles, path));
  for (auto& group : groupIntoSeries(instances)) result.series.push_back(describeSeries(std::move(group), sameValues));
  orderForReading(result.series);
  warnOfUnreadable(result);
  return result;
}

}  // namespace io::dicom
