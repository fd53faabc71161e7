#include "planning/plan/assess.h"

#include <algorithm>

#include "planning/needle/midline.h"
#include "planning/needle/pair.h"
#include "planning/needle/worst_first.h"
#include "planning/plan/chances.h"
#include "planning/plan/findings.h"
#include "planning/plan/requirement.h"
#include "planning/plan/rules.h"

namespace planning {
namespace {

using anatomy::MeasuredStructure;
using needle::Clearance;
using needle::Verdict;

bool placed(const NeedleChoice& planned) {
  return planned.target && planned.entry && (*planned.target - *planned.entry).GetNorm() >= kSamePlaceMm;
}

void computeLengths(PlannedNeedle& planned, const Scene& scene) {
  const needle::Trajectory trajectory{*planned.entry, *planned.target};
  planned.pathLengthMm = trajectory.pathLengthMm();
  planned.angles = needle::anglesOf(trajectory);
  if (scene.skin) planned.depthMm = anatomy::skinDepthMm(*scene.skin, *planned.target, *planned.entry);
  if (!planned.needle) return;
  if (planned.depthMm) planned.outsideSkinMm = planned.needle->lengthMm - *planned.depthMm;
  planned.tooShort = planned.depthMm.value_or(*planned.pathLengthMm) > planned.needle->lengthMm;
}

Clearance structureRow(const PlannedNeedle& planned, MeasuredStructure measured, const procedure::Route* route,
                       double nearBandMm) {
  if (!planned.needle) measured.field = nullptr;  // no radius, no distance from a surface
  const double freeLastMm = route ? route->touchLastMm : procedure::Route().touchLastMm;
  return needle::clearanceOf({*planned.entry, *planned.target}, planned.needle.value_or(needle::Needle{}), measured,
                             effectiveMarginMm(measured.structure, route), freeLastMm, nearBandMm);
}

/// Against every other needle of the plan that is placed and chosen.
void addNeedleRows(std::vector<Clearance>& rows, const PlanChoices& choices, std::size_t own) {
  const NeedleChoice& planned = choices.needles[own];
  for (std::size_t other = 0; other < choices.needles.size(); ++other) {
    const NeedleChoice& neighbour = choices.needles[other];
    if (other == own || !planned.needle || !neighbour.needle || !placed(neighbour)) continue;
    Clearance row = needle::clearanceBetween({*planned.entry, *planned.target}, *planned.needle,
                                             {*neighbour.entry, *neighbour.target}, *neighbour.needle);
    row.structure = neighbour.label;
    row.structureTrackingUid = neighbour.trackingUid;
    rows.push_back(std::move(row));
  }
}

/// Unknown where nothing is judged: no structure was given.
Verdict worstOf(const std::vector<Clearance>& rows) {
  std::optional<Verdict> worst;
  for (const Clearance& row : rows)
    if (row.verdict) worst = needle::worse(*row.verdict, worst.value_or(*row.verdict));
  return worst.value_or(Verdict::Unknown);
}

/// One assessment under way.
class Assessor {
 public:
  Assessor(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes)
      : choices_(choices),
        scene_(scene),
        routes_(routes),
        route_(routes.find(choices.routeId)),
        requirements_(requirementsOf(route_, choices, scene.structures)) {}

  Assessment all();

 private:
  NeedleAssessment assessed(std::size_t index);
  void judge(PlannedNeedle& planned, std::size_t index);
  void addAbsentPlaces(const NeedleChoice& planned);
  void addLengthFindings(const PlannedNeedle& planned);
  void addNothingListed();
  bool isReady() const;
  /// What the scan has said already is not said again.
  void append(const std::vector<Finding>& more);
  void add(const char* code, const NeedleChoice& planned) {
    result_.findings.push_back({code, Severity::Error, {planned.label}, {}});
  }

  const PlanChoices& choices_;
  const Scene& scene_;
  const procedure::Routes& routes_;
  const procedure::Route* route_;  ///< null: none chosen
  std::vector<Requirement> requirements_;
  Assessment result_;
};

void Assessor::append(const std::vector<Finding>& more) {
  auto& all = result_.findings;
  for (const Finding& finding : more)
    if (std::none_of(all.begin(), all.end(), [&](const Finding& said) {
          return said.code == finding.code && said.arguments == finding.arguments;
        }))
      all.push_back(finding);
}

void Assessor::addAbsentPlaces(const NeedleChoice& planned) {
  const auto marked = [&](auto mark) {
    return choices_.fluoroscopy && std::any_of(choices_.fluoroscopy->views.begin(), choices_.fluoroscopy->views.end(),
                                               [&](const auto& view) { return (view.*mark).has_value(); });
  };
  if (!planned.target && !marked(&fluoroscopy::MarkedView::target)) add("target-absent", planned);
  if (!planned.entry && !marked(&fluoroscopy::MarkedView::entry)) add("entry-absent", planned);
}

/// What the computed lengths say.
void Assessor::addLengthFindings(const PlannedNeedle& planned) {
  if (!planned.needle) add("needle-absent", planned);
  if (placed(planned) && scene_.skin && !planned.depthMm) add("depth-unknown", planned);
  if (planned.tooShort.value_or(false)) add("needle-too-short", planned);
}

/// Of a needle that is placed.
void Assessor::judge(PlannedNeedle& planned, std::size_t index) {
  computeLengths(planned, scene_);
  const double bandMm = choices_.nearBandMm.value_or(needle::kNearBandMm);
  for (const MeasuredStructure& measured : scene_.structures)
    planned.clearances.push_back(structureRow(planned, measured, route_, bandMm));
  if (planned.needle && scene_.chances) addChances(planned, choices_, scene_, routes_);
  append(ruleFindings(planned, choices_, scene_, route_, requirements_));
  append(chanceFindings(planned, route_));
  if (planned.needle) append(stopFindings(planned, controlStops(planned, choices_, scene_, route_)));
  applyRequirements(planned.clearances, requirements_, route_);
  addNeedleRows(planned.clearances, choices_, index);
  needle::sortWorstFirst(planned.clearances);
  planned.verdict = worstOf(planned.clearances);
}

NeedleAssessment Assessor::assessed(std::size_t index) {
  PlannedNeedle planned{choices_.needles[index], {}};
  addAbsentPlaces(planned);
  if (planned.entry) planned.fromMidlineMm = fromMidlineMm(choices_.midline, *planned.entry);
  if (planned.target && planned.entry) append(pointFindings(planned, scene_));
  if (placed(planned)) judge(planned, index);
  addLengthFindings(planned);
  return planned;
}

/// No plan is clear of nothing: somebody must have said what to keep clear of.
void Assessor::addNothingListed() {
  const auto judged = [](const NeedleAssessment& planned) {
    return std::any_of(planned.clearances.begin(), planned.clearances.end(), [](const Clearance& row) {
      return row.verdict && !std::holds_alternative<needle::OtherNeedle>(row.source);
    });
  };
  if (!route_ || !requirements_.empty() || result_.needles.empty()) return;
  if (std::none_of(result_.needles.begin(), result_.needles.end(), judged))
    result_.findings.push_back({"no-structure-listed", Severity::Error, {}, {}});
}

bool Assessor::isReady() const {
  const bool verdictStands =
      result_.verdict == Verdict::Clear || (result_.verdict == Verdict::Near && choices_.nearAccepted);
  const bool needlesStand = std::all_of(
      result_.needles.begin(), result_.needles.end(),
      [](const NeedleAssessment& planned) { return planned.verdict && planned.depthMm && planned.tooShort == false; });
  return verdictStands && needlesStand &&
         std::none_of(result_.findings.begin(), result_.findings.end(),
                      [](const Finding& f) { return f.severity == Severity::Error; });
}

Assessment Assessor::all() {
  append(scanFindings(choices_, scene_));
  if (choices_.fluoroscopy) append(fluoroscopy::viewFindings(*choices_.fluoroscopy));
  append(procedureFindings(choices_, route_));
  for (std::size_t i = 0; i < choices_.needles.size(); ++i) result_.needles.push_back(assessed(i));
  append(requirementFindings(requirements_, scene_.structures));
  append(structureFindings(scene_));
  append(scene_.findings);
  addNothingListed();
  append(procedure::judgeChecks(choices_.checks, route_, choices_.guidance, scene_.date));
  for (const NeedleAssessment& planned : result_.needles)
    if (planned.verdict) result_.verdict = needle::worse(*planned.verdict, result_.verdict.value_or(*planned.verdict));
  result_.ready = isReady();
  return std::move(result_);
}

}  // namespace

Assessment assess(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes) {
  return Assessor(choices, scene, routes).all();
}

}  // namespace planning
