#include <algorithm>
#include <iostream>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/plan_json.h"
#include "app/work/opened_scan.h"
#include "io/reading/report_reader.h"
#include "io/report/comparison.h"
#include "io/report/plan_document.h"
#include "io/report/scan_digest.h"
#include "planning/plan/assess.h"
#include "planning/plan/preparation.h"
#include "planning/plan/taken_choices.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/routes.h"

namespace app::commands {
namespace {

using io::report::CodedConcept;
using io::report::kCodes;
using planning::Expected;
using planning::Plan;
using planning::Seal;

constexpr std::size_t kMostShown = 20;

/// How the JSON names the largest difference of a concept (app/json/README.md).
constexpr std::pair<CodedConcept, const char*> kKinds[] = {{kCodes.pathLength, "path_length_mm"},
                                                           {kCodes.depth, "depth_mm"},
                                                           {kCodes.outsideSkin, "outside_skin_mm"},
                                                           {kCodes.inPlaneAngle, "in_plane_deg"},
                                                           {kCodes.cranioCaudalAngle, "cranio_caudal_deg"},
                                                           {kCodes.positionerPrimary, "carm_primary_deg"},
                                                           {kCodes.positionerSecondary, "carm_secondary_deg"},
                                                           {kCodes.gantryTilt, "gantry_tilt_deg"},
                                                           {kCodes.angleInTiltedSlice, "in_tilted_slice_deg"},
                                                           {kCodes.breachProbability, "breach_probability"},
                                                           {kCodes.breachStandardError, "breach_standard_error"},
                                                           {kCodes.distance, "distance_mm"},
                                                           {kCodes.clearance, "clearance_beyond_margin_mm"},
                                                           {kCodes.closestDepth, "clearance_depth_mm"},
                                                           {kCodes.unseenDistance, "unseen_distance_mm"},
                                                           {kCodes.errorBound, "error_bound_mm"},
                                                           {kCodes.margin, "margin_mm"},
                                                           {kCodes.closestOnStructure, "closest_point_mm"},
                                                           {kCodes.closestOnNeedle, "closest_point_on_needle_mm"},
                                                           {kCodes.targetPoint, "target_mm"},
                                                           {kCodes.entryPoint, "entry_mm"},
                                                           {kCodes.path, "path_mm"}};

enum class ScanDigest { Same, Differs, Absent };

/// A plan as written beside what its scan makes of it now.
struct Verified {
  Seal seal = Seal::Absent;
  ScanDigest scan = ScanDigest::Absent;
  io::report::Comparison comparison;

  bool agrees() const {
    return seal != Seal::Broken && scan != ScanDigest::Differs && comparison.disagreements.empty();
  }
};

std::string kindOf(const std::string& concept_) {
  for (const auto& [coded, kind] : kKinds)
    if (concept_ == coded.value) return kind;
  return concept_;
}

std::string lineOf(const io::report::Disagreement& one) {
  const auto side = [](const std::string& value) { return value.empty() ? "nothing" : value; };
  return (one.where.empty() ? "" : one.where + ": ") + one.what + ": " + side(one.said) + " in the report, " +
         side(one.now) + " now";
}

/// Seal and scan first, then at most kMostShown of the rest, and how many more there are.
std::vector<std::string> linesOf(const Verified& verified) {
  std::vector<std::string> lines;
  if (verified.seal == Seal::Broken)
    lines.emplace_back("the report was changed after it was saved: its seal is broken");
  if (verified.scan == ScanDigest::Differs)
    lines.emplace_back("the scan's pixels or their place are not those that the plan was made on");
  const auto& all = verified.comparison.disagreements;
  for (std::size_t i = 0; i < std::min(all.size(), kMostShown); ++i) lines.push_back(lineOf(all[i]));
  if (all.size() > kMostShown) lines.push_back("and " + std::to_string(all.size() - kMostShown) + " more");
  return lines;
}

/// What the report's header says of patient and study, field by field.
void compareIdentity(const planning::SeriesIdentity& said, const planning::SeriesIdentity& scan,
                     io::report::Comparison& comparison) {
  const auto now = planning::fitted(scan);
  const auto compare = [&](const char* what, const std::string& before, const std::string& after) {
    if (before != after) comparison.disagreements.push_back({{}, what, before, after});
  };
  compare("Patient's Name", said.patient.name, now.patient.name);
  compare("Patient's Birth Date", said.patient.birthDate, now.patient.birthDate);
  compare("Patient's Sex", said.patient.sex, now.patient.sex);
  compare("Study Instance UID", said.study.uid, now.study.uid);
  compare("Study ID", said.study.id, now.study.id);
  compare("Study Date", said.study.date, now.study.date);
  compare("Study Time", said.study.time, now.study.time);
  compare("Accession Number", said.study.accessionNumber, now.study.accessionNumber);
  compare("Study Description", said.study.description, now.study.description);
  compare("Referring Physician's Name", said.study.referringPhysician, now.study.referringPhysician);
}

/// Whether the report says so: as an answer, or among the checks that are open.
bool saysPregnancyWasAsked(const Plan& plan) {
  const auto& checks = plan.choices.checks;
  if (std::ranges::any_of(checks, [](const auto& check) { return check.id == "pregnancy"; })) return true;
  const auto& route = planning::procedure::routesInUse().rulesFor(plan.choices.routeId);
  const auto all = std::ranges::count_if(planning::procedure::checkQuestions(), [&](const auto& question) {
    return planning::procedure::isAsked(&route, question.id);
  });
  return std::ranges::any_of(plan.assessment.findings, [&](const planning::Finding& finding) {
    return finding.code == "checks-open" && !finding.arguments.empty() &&
           finding.arguments.back() == std::to_string(all);
  });
}

/// The plan as it would be written for its choices on this scan.
Plan assessedAgain(const Plan& plan, OpenedScan& opened) {
  takeChoices(opened.structures, plan, planning::procedure::routesInUse());
  Plan again{placedFromViews(plan.choices), {}, plan.report};
  again.choices.scan = opened.volume.identity;
  again.choices.structureEvidence = opened.structureEvidence;
  // Of a patient without sex and birth date (de-identified) nobody can tell any more who was to be asked.
  auto& patient = again.choices.scan.patient;
  if (patient.sex.empty() && patient.birthDate.empty() && !saysPregnancyWasAsked(plan)) patient.sex = "M";
  planning::Scene scene = opened.scene();
  scene.date = plan.report.savedDate;
  again.assessment = planning::assess(again.choices, scene, planning::procedure::routesInUse());
  return again;
}

Expected<Verified> computeAgain(const io::report::ReportTree& tree, const std::string& file, const NamedScan& series,
                                const std::vector<std::string>& structures) {
  const auto plan = io::report::asPlan(io::report::reportOf(tree, file), file);
  if (!plan) return tl::unexpected(plan.error());
  auto opened = openScan(series, {structures.begin(), structures.end()});
  if (!opened) return tl::unexpected(opened.error());
  if (auto ours = mustBeTheScanOf(*plan, opened->volume.identity, series); !ours) return tl::unexpected(ours.error());
  const auto now = io::report::contentOf(io::report::prepared(assessedAgain(*plan, *opened)));
  if (!now) return tl::unexpected(now.error());
  Verified verified{plan->report.seal, ScanDigest::Absent, io::report::compare(tree.content, *now)};
  if (!plan->choices.scanDigest.empty())
    verified.scan =
        plan->choices.scanDigest == io::report::digestOf(opened->volume) ? ScanDigest::Same : ScanDigest::Differs;
  compareIdentity(plan->choices.scan, opened->volume.identity, verified.comparison);
  if (tree.leftOut)
    verified.comparison.disagreements.push_back(
        {{}, "items that no reader understands", std::to_string(*tree.leftOut), {}});
  return verified;
}

QJsonObject toJson(const Verified& verified) {
  QJsonObject largest;
  for (const auto& [concept_, difference] : verified.comparison.largest)
    largest[QString::fromStdString(kindOf(concept_))] = rounded(difference);
  QJsonArray disagreements;
  for (const auto& line : linesOf(verified)) disagreements.append(QString::fromStdString(line));
  const char* seals[] = {"absent", "holds", "broken"};
  const char* digests[] = {"same", "differs", "absent"};
  return {{"agrees", verified.agrees()},
          {"seal", seals[static_cast<std::size_t>(verified.seal)]},
          {"scan_digest", digests[static_cast<std::size_t>(verified.scan)]},
          {"largest_difference", largest},
          {"disagreements", disagreements}};
}

void print(const Verified& verified) {
  for (const auto& [concept_, difference] : verified.comparison.largest)
    std::cout << kindOf(concept_) << "  largest difference " << rounded(difference) << "\n";
  for (const auto& line : linesOf(verified)) std::cout << "x " << line << "\n";
  if (verified.seal == Seal::Absent)
    std::cout << "! the report carries no seal: a change that its scan cannot contradict goes unnoticed\n";
  if (verified.scan == ScanDigest::Absent)
    std::cout << "! the report carries no digest of its scan: other pixels under the same UIDs may go unnoticed\n";
  std::cout << (verified.agrees() ? "agrees" : "DISAGREES") << "\n";
}

int verify(const std::string& file, const NamedScan& series, const std::vector<std::string>& structures, bool json) {
  const auto tree = io::report::readTree(file);
  if (!tree) return printRefusal(tree.error());
  const auto verified = computeAgain(*tree, file, series, structures);
  if (!verified) return printRefusal(verified.error());
  if (json)
    printJson(toJson(*verified));
  else
    print(*verified);
  return verified->agrees() ? kDone : kRefused;
}

}  // namespace

void addVerify(CLI::App& program, int& exitCode) {
  struct Arguments {
    NamedScan scan;
    std::string file;
    std::vector<std::string> structures;
    bool json = false;
  };
  auto arguments = std::make_shared<Arguments>();
  auto* command = program.add_subcommand("verify", "Computes a plan again from its scan and compares");
  command->add_option("PLAN", arguments->file, "The report (DICOM)")->required();
  addScanOptions(*command, arguments->scan, "SERIES", "CT series");
  command->add_option("--structures", arguments->structures, "SEG, RTSTRUCT or label map")->allow_extra_args(false);
  command->add_flag("--json", arguments->json, "Print one JSON object");
  command->callback([arguments, &exitCode] {
    exitCode = verify(arguments->file, arguments->scan, arguments->structures, arguments->json);
  });
}

}  // namespace app::commands
