#include "app/work/opened_scan.h"

#include <algorithm>

#include "app/commands/console.h"
#include "io/reading/ct_reader.h"
#include "io/reading/report_reader.h"
#include "io/reading/structure_reader.h"

namespace app::commands {
namespace {

namespace fs = std::filesystem;
using io::dicom::SeriesInfo;
using planning::Expected;
using planning::refuse;

bool holds(const SeriesInfo& series, const fs::path& file) {
  return std::any_of(series.files.begin(), series.files.end(), [&](const fs::path& candidate) {
    std::error_code ignored;
    return fs::equivalent(candidate, file, ignored);
  });
}

/// One a line.
std::string listOf(const std::vector<SeriesInfo>& series) {
  std::string text;
  for (const auto& one : series) {
    if (!text.empty()) text += '\n';
    text += one.identity.seriesUid + " (" + one.identity.description + ", " + one.files.front().string() + ")";
  }
  return text;
}

Expected<std::vector<SeriesInfo>> ctSeries(const fs::path& path) {
  std::error_code ignored;  // the scan says what is wrong with it
  const bool oneFile = fs::is_regular_file(path, ignored) && path.filename() != "DICOMDIR";
  ConsoleProgress progress("scanning");
  auto found = io::dicom::scan(oneFile ? fs::absolute(path).parent_path() : path, progress);
  if (!found) return tl::unexpected(found.error());
  std::erase_if(found->series, [&](const SeriesInfo& series) {
    return series.identity.modality != "CT" || !series.views.empty() || series.files.empty() ||
           (oneFile && !holds(series, path));
  });
  return std::move(found->series);
}

/// The tubes that were traced in a saved plan of this patient, in this scan's frame.
Expected<void> addTubes(OpenedScan& opened, const fs::path& file, const planning::Plan& plan) {
  const auto& scan = opened.volume.identity;
  if (!samePatient(plan.choices.scan.patient, scan.patient))
    return refuse("another-patient", file.string(), plan.choices.scan.patient.id + " / " + scan.patient.id);
  if (plan.choices.scan.frameOfReferenceUid != scan.frameOfReferenceUid)
    return refuse("another-frame", file.string(),
                  plan.choices.scan.frameOfReferenceUid + " / " + scan.frameOfReferenceUid);
  for (const auto& traced : plan.choices.tracedStructures)
    opened.structures.push_back(planning::anatomy::measure(traced));
  return {};
}

Expected<void> addStructures(OpenedScan& opened, const fs::path& file) {
  ConsoleProgress progress("reading " + file.filename().string());
  auto set = io::readStructures(file, opened.volume, progress);
  if (!set) {
    const auto plan = io::report::readPlan(file);
    return plan ? addTubes(opened, file, *plan) : tl::unexpected(set.error());
  }
  for (auto& structure : set->structures) opened.structures.push_back(planning::anatomy::measure(std::move(structure)));
  if (!set->identity.instances.empty()) opened.structureEvidence.push_back(std::move(set->identity));
  opened.findings.insert(opened.findings.end(), set->findings.begin(), set->findings.end());
  return {};
}

}  // namespace

planning::Scene OpenedScan::scene() const {
  return {&volume, skin ? &*skin : nullptr, structures, findings};
}

Expected<SeriesInfo> findCt(const fs::path& path) {
  auto series = ctSeries(path);
  if (!series) return tl::unexpected(series.error());
  if (series->empty()) return refuse("no-ct", path.string());
  std::vector<SeriesInfo> loadable;
  std::copy_if(series->begin(), series->end(), std::back_inserter(loadable), [](const auto& s) { return s.loadable; });
  if (loadable.size() > 1) return refuse("several-series", path.string(), listOf(loadable));
  if (loadable.size() == 1) return loadable.front();
  const auto& refusal = series->front().refusal;
  return refusal ? tl::unexpected(*refusal) : refuse("not-loadable", series->front().files.front().string());
}

Expected<OpenedScan> openScan(const fs::path& series, const std::vector<fs::path>& structureFiles) {
  const auto found = findCt(series);
  if (!found) return tl::unexpected(found.error());
  ConsoleProgress loading("loading");
  auto volume = io::readCt(*found, loading);
  if (!volume) return tl::unexpected(volume.error());
  OpenedScan opened;
  opened.volume = std::move(*volume);
  ConsoleProgress searching("finding the skin");
  if (auto skin = planning::anatomy::findSkin(opened.volume, searching)) opened.skin = std::move(*skin);
  for (const auto& file : structureFiles)
    if (auto added = addStructures(opened, file); !added) return tl::unexpected(added.error());
  return opened;
}

}  // namespace app::commands
