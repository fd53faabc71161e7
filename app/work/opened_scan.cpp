#include "app/work/opened_scan.h"

#include "app/work/console_progress.h"
#include "io/reading/ct_reader.h"
#include "io/reading/report_reader.h"
#include "io/reading/structure_reader.h"

namespace app::commands {
namespace {

namespace fs = std::filesystem;
using io::dicom::SeriesInfo;
using planning::Expected;
using planning::refuse;

/// The tubes that were traced in a saved plan of this patient, in this scan's frame.
Expected<void> addTubes(OpenedScan& opened, const fs::path& file, const planning::Plan& plan) {
  const auto& scan = opened.volume.identity;
  if (!ofSamePatient(plan.choices.scan, scan))
    return refuse("another-patient", file.string(), bothShown(plan.choices.scan.patient, scan.patient));
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

Expected<void> mustBeTheScanOf(const planning::Plan& plan, const planning::SeriesIdentity& scan,
                               const NamedScan& series) {
  if (!ofSamePatient(scan, plan.choices.scan))
    return refuse("another-patient", series.path.string(), bothShown(plan.choices.scan.patient, scan.patient));
  if (scan.seriesUid != plan.choices.scan.seriesUid)
    return refuse("another-series", series.path.string(), plan.choices.scan.seriesUid + " / " + scan.seriesUid);
  return {};
}

Expected<SeriesInfo> findScan(const NamedScan& named) {
  std::error_code ignored;
  const bool oneFile = fs::is_regular_file(named.path, ignored) && named.path.filename() != "DICOMDIR";
  ConsoleProgress progress("scanning");
  const auto found = io::dicom::scan(oneFile ? fs::absolute(named.path).parent_path() : named.path, progress);
  if (!found) return tl::unexpected(found.error());
  return chooseSeries(*found, named);
}

Expected<OpenedScan> openScan(const NamedScan& named, const std::vector<fs::path>& structureFiles) {
  const auto found = findScan(named);
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
