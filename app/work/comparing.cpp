#include "app/work/comparing.h"

#include <algorithm>

#include "app/text/sentences.h"
#include "app/work/opened_scan.h"
#include "io/files/uid.h"
#include "io/reading/structure_reader.h"
#include "io/report/control_report.h"
#include "planning/plan/taken_choices.h"

namespace app::review {

using planning::Expected;
using planning::anatomy::MeasuredStructure;

Compared compared(const PlannedSide& planned, const planning::Volume& control, const planning::anatomy::Skin* skin,
                  const planning::review::Registration& registration, planning::review::NeedlesInControl found,
                  const planning::review::ReviewNotes& notes) {
  for (auto& needle : found.needles) {
    needle.found = io::report::asKept(std::move(needle.found));
    if (needle.trackingUid.empty()) needle.trackingUid = io::newUid();
  }
  planning::Scene scene{&control, skin,
                        planning::review::structuresInControl(planned.structures, registration, found.needles)};
  scene.chances = false;  // they are of a hand that still has to place the needle
  auto all = notes;
  all.missing = found.missing;
  const auto& routes = planning::procedure::routesInUse();
  Compared result;
  result.control = planning::review::reviewOf(planned.plan, scene, routes, registration, found.needles, all);
  for (const std::string& name : planned.missing)
    result.control.actual.assessment.findings.push_back(
        {"structure-not-reopened", planning::Severity::Warning, {name}, {}});
  for (const auto& needle : found.needles)
    result.steering.push_back(planning::review::steeringOf(planned.plan.choices, scene, routes, registration, needle));
  for (auto& finding : result.control.actual.assessment.findings) finding.text = englishSentence(finding);
  result.needles = std::move(found.needles);
  return result;
}

Expected<std::vector<MeasuredStructure>> plannedStructures(const planning::Plan& plan, const planning::Volume* planned,
                                                           const std::vector<std::filesystem::path>& files,
                                                           planning::Progress& progress) {
  std::vector<MeasuredStructure> structures;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const double share = 1.0 / static_cast<double>(files.size());
    planning::ProgressPart part(progress, static_cast<double>(i) * share, static_cast<double>(i + 1) * share);
    auto set =
        planned ? io::readStructures(files[i], *planned, part) : io::readStructures(files[i], plan.choices.scan, part);
    if (!set) return tl::unexpected(set.error());
    for (auto& structure : set->structures) {
      if (progress.stopRequested()) return planning::refuse("cancelled");
      structures.push_back(planning::anatomy::measure(std::move(structure)));
    }
  }
  planning::takeChoices(structures, plan, planning::procedure::routesInUse());
  return structures;
}

std::vector<std::string> missingStructures(const planning::Plan& plan,
                                           const std::vector<MeasuredStructure>& structures) {
  std::vector<std::string> missing;
  for (const auto& needle : plan.assessment.needles)
    for (const auto& row : needle.clearances) {
      const auto hasName = [&row](const MeasuredStructure& m) { return m.structure.name == row.structure; };
      if (!planning::needle::isStructure(row.source)) continue;
      if (std::any_of(structures.begin(), structures.end(), hasName)) continue;
      if (std::find(missing.begin(), missing.end(), row.structure) == missing.end()) missing.push_back(row.structure);
    }
  return missing;
}

}  // namespace app::review
