#include "io/reading/scan.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "io/dicom/file_list.h"
#include "io/dicom/instance_reader.h"
#include "io/dicom/series_grouping.h"
#include "io/dicom/series_info.h"
#include "io/dicom/series_parts.h"
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
  std::map<std::filesystem::path, std::vector<std::string>> unreadable;  // by folder
  for (const auto& rejected : result.rejectedFiles)
    if (rejected.reason.code != "not-dicom")
      unreadable[rejected.file.parent_path()].push_back(rejected.file.filename().string());
  for (auto& series : result.series) {
    std::set<std::filesystem::path> folders;
    for (const auto& file : series.files) folders.insert(file.parent_path());
    std::vector<std::string> beside;
    for (const auto& folder : folders)
      if (const auto found = unreadable.find(folder); found != unreadable.end())
        beside.insert(beside.end(), found->second.begin(), found->second.end());
    if (!beside.empty() && !series.slices.empty())
      series.findings.push_back({"unreadable-files-beside",
                                 planning::Severity::Warning,
                                 {std::to_string(beside.size()), listed(beside)},
                                 {}});
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

/// The parts of a series stay in the order of what tells them apart.
void orderForReading(std::vector<SeriesInfo>& series) {
  std::stable_sort(series.begin(), series.end(), [](const SeriesInfo& a, const SeriesInfo& b) {
    return std::tuple(a.identity.patient.id, a.identity.study.date, a.identity.study.uid, a.seriesNumber,
                      a.identity.seriesUid) < std::tuple(b.identity.patient.id, b.identity.study.date,
                                                         b.identity.study.uid, b.seriesNumber, b.identity.seriesUid);
  });
}

std::set<std::string> instancesOf(const planning::SeriesIdentity& identity) {
  std::set<std::string> uids;
  for (const auto& instance : identity.instances) uids.insert(instance.sopInstanceUid);
  return uids;
}

}  // namespace

const planning::Finding* fragmentFinding(const SeriesInfo& series) {
  const auto found = std::find_if(series.findings.begin(), series.findings.end(),
                                  [](const auto& finding) { return finding.code == "other-parts-refused"; });
  return found == series.findings.end() ? nullptr : &*found;
}

const SeriesInfo* seriesOf(const std::vector<SeriesInfo>& found, const planning::SeriesIdentity& scan) {
  std::vector<const SeriesInfo*> fitting;
  for (const auto& series : found)
    if (series.loadable && series.identity.seriesUid == scan.seriesUid) fitting.push_back(&series);
  if (fitting.size() > 1)
    std::erase_if(fitting, [wanted = instancesOf(scan)](const SeriesInfo* series) {
      return instancesOf(series->identity) != wanted;
    });
  return fitting.size() == 1 ? fitting.front() : nullptr;
}

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
  sayOtherParts(result.series);
  warnOfUnreadable(result);
  return result;
}

}  // namespace io::dicom
