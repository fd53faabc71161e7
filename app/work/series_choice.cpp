#include "app/work/series_choice.h"

#include <algorithm>

#include "app/text/sentences.h"

namespace app {
namespace {

namespace fs = std::filesystem;
using io::dicom::SeriesInfo;
using planning::Error;
using planning::Expected;
using planning::refuse;
using Several = std::vector<SeriesInfo>;

bool holds(const SeriesInfo& series, const fs::path& file) {
  return std::any_of(series.files.begin(), series.files.end(), [&](const fs::path& candidate) {
    std::error_code ignored;
    return fs::equivalent(candidate, file, ignored);
  });
}

bool isOneFile(const fs::path& path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) && path.filename() != "DICOMDIR";
}

bool isCalled(const SeriesInfo& series, const std::string& part) {
  return QString::fromStdString(series.part).compare(QString::fromStdString(part), Qt::CaseInsensitive) == 0;
}

/// One a line.
template <class Text>
std::string listOf(const Several& series, const Text& text) {
  std::string lines;
  for (const auto& one : series) lines += (lines.empty() ? "" : "\n") + text(one);
  return lines;
}

std::string partOf(const SeriesInfo& series) {
  return "\"" + series.part + "\"";
}

std::string lineOf(const SeriesInfo& series) {
  const std::string part = series.part.empty() ? "" : ", " + partOf(series);
  return series.identity.seriesUid + " (" + series.identity.description + part + ", " + series.files.front().string() +
         ")";
}

bool isLocalizer(const SeriesInfo& series) {
  return series.refusal && series.refusal->code == "localizer-image";
}

/// The refused series that `only` may have come out of: what is missing there may be here, under another series UID.
const SeriesInfo* tornFrom(const SeriesInfo& only, const Several& volumes) {
  const auto torn = std::find_if(volumes.begin(), volumes.end(), [&](const SeriesInfo& other) {
    const auto& frame = other.identity.frameOfReferenceUid;
    return other.refusal && (other.refusal->code == "missing-slices" || other.refusal->code == "uneven-slices") &&
           !frame.empty() && frame == only.identity.frameOfReferenceUid;
  });
  return torn == volumes.end() ? nullptr : &*torn;
}

Error severalError(const Several& loadable, const fs::path& path) {
  const bool one = std::all_of(loadable.begin(), loadable.end(), [&](const SeriesInfo& series) {
    return !series.part.empty() && series.identity.seriesUid == loadable.front().identity.seriesUid;
  });
  if (one) return {"several-parts", path.string(), listOf(loadable, partOf)};
  return {"several-series", path.string(), listOf(loadable, lineOf)};
}

Error refusalOf(const Several& volumes) {
  const auto first = std::find_if_not(volumes.begin(), volumes.end(), isLocalizer);
  const auto& shown = first == volumes.end() ? volumes.front() : *first;
  return shown.refusal.value_or(Error{"not-loadable", shown.files.front().string(), {}});
}

}  // namespace

Several volumesIn(const io::dicom::ScanResult& found) {
  Several volumes;
  for (const auto& series : found.series)
    if (series.isVolume && !series.files.empty()) volumes.push_back(series);
  return volumes;
}

Expected<SeriesInfo> chooseSeries(const io::dicom::ScanResult& found, const NamedScan& named) {
  auto volumes = volumesIn(found);
  if (isOneFile(named.path)) std::erase_if(volumes, [&](const auto& series) { return !holds(series, named.path); });
  if (volumes.empty()) return refuse("no-ct", named.path.string());
  if (!named.part.empty()) {
    const auto all = listOf(volumes, partOf);
    std::erase_if(volumes, [&](const auto& series) { return !isCalled(series, named.part); });
    if (volumes.empty()) return refuse("no-such-part", named.part, all);
  }
  Several loadable;
  std::copy_if(volumes.begin(), volumes.end(), std::back_inserter(loadable), [](const auto& s) { return s.loadable; });
  if (loadable.size() > 1) return tl::unexpected(severalError(loadable, named.path));
  if (loadable.empty()) return tl::unexpected(refusalOf(volumes));
  auto& only = loadable.front();
  if (!named.part.empty()) return std::move(only);
  if (const auto* fragment = fragmentFinding(only))
    return refuse("only-a-part", named.path.string(), sentence(*fragment).toStdString());
  if (const auto* torn = tornFrom(only, volumes))
    return refuse("only-a-part", named.path.string(), sentence(*torn->refusal).toStdString());
  return std::move(only);
}

}  // namespace app
