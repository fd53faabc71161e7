#include <algorithm>
#include <cmath>
#include <iostream>
#include <set>

#include "app/commands/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "app/json/plan_json.h"
#include "app/work/opened_scan.h"
#include "io/reading/report_reader.h"
#include "planning/plan/assess.h"
#include "planning/plan/preparation.h"
#include "planning/plan/taken_choices.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::Plan;
using planning::refuse;
using planning::needle::Clearance;

// A report keeps places as 32-bit floats and numbers to 0.001 (io/report/README.md, "Numbers"): recomputing may differ
// by that much.
constexpr double kLengthToleranceMm = 0.01;
constexpr double kAngleToleranceDeg = 0.01;
constexpr double kProbabilityTolerance = 0.02;  ///< of a sampled estimate for places that differ by the rounding

/// The largest difference of each kind between a plan as written and as computed again.
struct Differences {
  std::map<std::string, double> largest;   ///< by kind, in the unit of its name
  std::vector<std::string> disagreements;  ///< in words: verdicts, structures missing on one side

  void add(const std::string& kind, double difference) {
    auto& worst = largest[kind];
    worst = std::max(worst, std::abs(difference));
  }
  void add(const std::string& kind, const std::optional<double>& a, const std::optional<double>& b) {
    if (a.has_value() != b.has_value())
      disagreements.push_back(kind + " is known only " + (a ? "in the report" : "now"));
    else if (a)
      add(kind, *a - *b);
  }
  bool agree() const {
    return disagreements.empty() && std::all_of(largest.begin(), largest.end(), [](const auto& one) {
             return one.second <= (one.first.ends_with("_deg")           ? kAngleToleranceDeg
                                   : one.first.ends_with("_probability") ? kProbabilityTolerance
                                                                         : kLengthToleranceMm);
           });
  }
};

std::optional<double> degrees(const std::optional<planning::Angle>& angle) {
  return angle ? std::optional(angle->degrees()) : std::nullopt;
}

void compareAngles(const planning::NeedleAssessment& before, const planning::NeedleAssessment& now,
                   Differences& differences) {
  if (!before.angles || !now.angles) return;
  differences.add("in_plane_deg", degrees(before.angles->inPlane), degrees(now.angles->inPlane));
  differences.add("cranio_caudal_deg", before.angles->cranioCaudal.degrees() - now.angles->cranioCaudal.degrees());
  differences.add("carm_primary_deg", degrees(before.angles->carmPrimary), degrees(now.angles->carmPrimary));
  differences.add("carm_secondary_deg", before.angles->carmSecondary.degrees() - now.angles->carmSecondary.degrees());
}

void compareClearance(const Clearance& before, const Clearance& now, Differences& differences) {
  differences.add("distance_mm", before.distanceMm, now.distanceMm);
  differences.add("clearance_depth_mm", before.depthMm, now.depthMm);
  if (before.distanceMm) differences.add("error_bound_mm", before.errorBoundMm - now.errorBoundMm);
  differences.add("margin_mm", before.marginMm - now.marginMm);
  if (before.verdict != now.verdict)
    differences.disagreements.push_back("verdict of " + before.structure + ": " +
                                        (before.verdict ? word(*before.verdict) : "none") + " in the report, " +
                                        (now.verdict ? word(*now.verdict) : "none") + " now");
}

/// By object and number, because two may have one name; else by what the structure is tracked with, else by name.
bool areOfOneStructure(const Clearance& a, const Clearance& b) {
  if (!a.sourceSopInstanceUid.empty() && !b.sourceSopInstanceUid.empty() && a.sourceNumber && b.sourceNumber)
    return a.sourceSopInstanceUid == b.sourceSopInstanceUid && a.sourceNumber == b.sourceNumber;
  if (!a.structureTrackingUid.empty() && !b.structureTrackingUid.empty())
    return a.structureTrackingUid == b.structureTrackingUid;
  return a.structure == b.structure && a.source == b.source;
}

void compareNeedle(const planning::NeedleAssessment& before, const planning::NeedleAssessment& now,
                   Differences& differences) {
  differences.add("path_length_mm", before.pathLengthMm, now.pathLengthMm);
  differences.add("depth_mm", before.depthMm, now.depthMm);
  differences.add("outside_skin_mm", before.outsideSkinMm, now.outsideSkinMm);
  if (before.breachProbability) differences.add("breach_probability", before.breachProbability, now.breachProbability);
  compareAngles(before, now, differences);
  std::vector<const Clearance*> fresh;
  for (const auto& clearance : now.clearances) fresh.push_back(&clearance);
  for (const auto& clearance : before.clearances) {
    const auto found =
        std::ranges::find_if(fresh, [&](const Clearance* one) { return areOfOneStructure(clearance, *one); });
    if (found == fresh.end()) {
      differences.disagreements.push_back(clearance.structure + " is in the report and was not given now");
      continue;
    }
    compareClearance(clearance, **found, differences);
    fresh.erase(found);
  }
  for (const auto* clearance : fresh)
    differences.disagreements.push_back(clearance->structure + " was given now and is not in the report");
}

Expected<Differences> computeAgain(const Plan& plan, const NamedScan& series,
                                   const std::vector<std::string>& structures) {
  auto opened = openScan(series, {structures.begin(), structures.end()});
  if (!opened) return tl::unexpected(opened.error());
  const auto& scan = opened->volume.identity;
  if (!samePatient(scan.patient, plan.choices.scan.patient))
    return refuse("another-patient", series.path.string(), plan.choices.scan.patient.id + " / " + scan.patient.id);
  if (scan.seriesUid != plan.choices.scan.seriesUid)
    return refuse("another-series", series.path.string(), plan.choices.scan.seriesUid + " / " + scan.seriesUid);
  takeChoices(opened->structures, plan);
  planning::Scene scene = opened->scene();
  scene.date = plan.report.savedDate;
  const auto now = planning::assess(placedFromViews(plan.choices), scene, planning::procedure::routesInUse());
  Differences differences;
  for (std::size_t i = 0; i < now.needles.size(); ++i)
    compareNeedle(plan.assessment.needles[i], now.needles[i], differences);
  if (plan.assessment.verdict != now.verdict) differences.disagreements.push_back("the plan's verdict differs");
  return differences;
}

QJsonObject toJson(const Differences& differences) {
  QJsonObject largest;
  for (const auto& [kind, difference] : differences.largest)
    largest[QString::fromStdString(kind)] = rounded(difference);
  QJsonArray disagreements;
  for (const auto& text : differences.disagreements) disagreements.append(QString::fromStdString(text));
  return {{"agrees", differences.agree()}, {"largest_difference", largest}, {"disagreements", disagreements}};
}

void print(const Differences& differences) {
  for (const auto& [kind, difference] : differences.largest)
    std::cout << kind << "  largest difference " << rounded(difference) << "\n";
  for (const auto& text : differences.disagreements) std::cout << "x " << text << "\n";
  std::cout << (differences.agree() ? "agrees" : "DISAGREES") << "\n";
}

int verify(const std::string& file, const NamedScan& series, const std::vector<std::string>& structures, bool json) {
  const auto plan = io::report::readPlan(file);
  if (!plan) return printRefusal(plan.error());
  const auto differences = computeAgain(*plan, series, structures);
  if (!differences) return printRefusal(differences.error());
  if (json)
    printJson(toJson(*differences));
  else
    print(*differences);
  return differences->agree() ? kDone : kRefused;
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
