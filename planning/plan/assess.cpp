#include "planning/plan/assess.h"

#include <algorithm>
#include <deque>
#include <set>

#include "planning/needle/midline.h"
#include "planning/needle/pair.h"
#include "planning/needle/worst_first.h"
#include "planning/plan/blocking.h"
#include "planning/plan/chances.h"
#include "planning/plan/findings.h"
#include "planning/plan/imported.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/requirement.h"
#include "planning/plan/rules.h"
#include "planning/plan/site_check.h"
#include "planning/plan/site_findings.h"
#include "planning/plan/structure_place.h"

namespace planning {
namespace {

using anatomy::MeasuredStructure;
using needle::Clearance;
using needle::Verdict;

bool placed(const NeedleChoice& planned) {
  return planned.target && planned.entry && (*planned.target - *planned.entry).GetNorm() >= kSamePlaceMm;
}

void computeLengths(PlannedNeedle& planned, const Scene& scene, const std::string& patientPosition) {
  const needle::Trajectory trajectory{*planned.entry, *planned.target};
  planned.pathLengthMm = trajectory.pathLengthMm();
  planned.angles = needle::anglesOf(trajectory, patientPosition);
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

/// Absent where they are the plan's.
std::optional<PlanChoices> otherChoices(const PlanChoices& ofPlan, const NeedleChoice& needle) {
  if (!needle.routeId && !needle.level && !needle.side) return std::nullopt;
  return ownChoices(ofPlan, needle);
}

/// Absent where the structures are the scene's.
std::optional<Scene> otherScene(const Scene& scene, const PlanChoices& ofPlan, const NeedleChoice& needle,
                                const procedure::Routes& routes) {
  if (!needle.routeId || *needle.routeId == ofPlan.routeId) return std::nullopt;
  return Scene{scene.volume,   scene.skin,    ownStructures(scene.structures, ofPlan, needle, routes),
               scene.findings, scene.chances, scene.date};
}

/// What one needle is judged by: the plan, the scene and the requirements as the needle has them.
class Ground {
  std::optional<PlanChoices> ownChoices_;
  std::optional<Scene> ownScene_;

 public:
  const PlanChoices& choices;
  const Scene& scene;
  const procedure::Route* route;          ///< null: none chosen
  std::vector<Requirement> requirements;  ///< they point into `choices`

  Ground(const PlanChoices& ofPlan, const NeedleChoice& needle, const Scene& ofScene, const procedure::Routes& routes)
      : ownChoices_(otherChoices(ofPlan, needle)),
        ownScene_(otherScene(ofScene, ofPlan, needle, routes)),
        choices(ownChoices_ ? *ownChoices_ : ofPlan),
        scene(ownScene_ ? *ownScene_ : ofScene),
        route(routes.find(choices.routeId)),
        requirements(
            requirementsOf(route, choices, scene.structures, needle, scene.skin ? scene.skin->lung.get() : nullptr)) {}
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;
};

/// One assessment under way.
class Assessor {
 public:
  Assessor(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes)
      : choices_(choices), scene_(scene), routes_(routes) {
    for (const NeedleChoice& needle : choices.needles) grounds_.emplace_back(choices, needle, scene, routes);
  }

  Assessment all();

 private:
  NeedleAssessment assessed(std::size_t index);
  void judge(PlannedNeedle& planned, std::size_t index);
  void addRequirements(const Ground& ground, const NeedleChoice& needle);
  void addAbsentPlaces(const NeedleChoice& planned);
  void addLengthFindings(const PlannedNeedle& planned);
  void addNothingListed();
  void addChecks();
  /// What the scan has said already is not said again.
  void append(const std::vector<Finding>& more);
  void add(const char* code, const NeedleChoice& planned) {
    result_.findings.push_back({code, Severity::Error, {planned.label}, {}});
  }

  const PlanChoices& choices_;
  const Scene& scene_;
  const procedure::Routes& routes_;
  std::deque<Ground> grounds_;  ///< one for each needle
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
  const Ground& ground = grounds_[index];
  computeLengths(planned, scene_, choices_.scan.patientPosition);
  const double bandMm = choices_.nearBandMm.value_or(needle::kNearBandMm);
  for (const MeasuredStructure& measured : ground.scene.structures)
    planned.clearances.push_back(structureRow(planned, measured, ground.route, bandMm));
  if (planned.needle && scene_.chances) addChances(planned, ground.choices, ground.scene, routes_);
  append(ruleFindings(planned, ground.choices, ground.scene, ground.route, ground.requirements));
  append(chanceFindings(planned, ground.route));
  if (planned.needle) append(stopFindings(planned, controlStops(planned, ground.choices, ground.scene, ground.route)));
  append(reserveFindings(planned, ground.route, choices_.reserveAccepted));
  append(cutFindings(planned));
  applyRequirements(planned.clearances, ground.requirements, ground.route,
                    planned.needle ? planned.needle->radiusMm() : 0.0);
  addNeedleRows(planned.clearances, choices_, index);
  needle::sortWorstFirst(planned.clearances);
  planned.verdict = worstOf(planned.clearances);
}

NeedleAssessment Assessor::assessed(std::size_t index) {
  const Ground& ground = grounds_[index];
  PlannedNeedle planned{choices_.needles[index], {}};
  addAbsentPlaces(planned);
  if (planned.entry) planned.fromMidlineMm = fromMidlineMm(choices_.midline, *planned.entry);
  planned.site = measuredSite(planned, ground.choices, ground.route, scene_.skin);
  append(siteFindings(planned, planned.site, ground.choices, ground.route));
  if (planned.target && planned.entry) append(pointFindings(planned, scene_));
  if (placed(planned)) judge(planned, index);
  addLengthFindings(planned);
  return planned;
}

/// No plan is clear of nothing: somebody must have said what to keep clear of.
void Assessor::addNothingListed() {
  const auto judged = [](const Clearance& row) {
    return row.verdict && !std::holds_alternative<needle::OtherNeedle>(row.source) && row.confirmed;
  };
  for (std::size_t i = 0; i < result_.needles.size(); ++i) {
    const auto& rows = result_.needles[i].clearances;
    if (grounds_[i].route && grounds_[i].route->required.empty() && std::none_of(rows.begin(), rows.end(), judged))
      append({{"no-structure-listed", Severity::Error, {}, {}}});
  }
}

void Assessor::addRequirements(const Ground& ground, const NeedleChoice& needle) {
  append(requirementFindings(ground.requirements, ground.scene.structures));
  append(acceptanceFindings(ground.route, ground.choices));
  for (const Requirement& requirement : ground.requirements)
    for (const MeasuredStructure& measured : ground.scene.structures)
      if (procedure::meets(*requirement.required, measured.structure))
        append(nameFindings(*requirement.required, measured, ground.choices, needle.target));
}

/// What the needles' routes ask, each route once.
void Assessor::addChecks() {
  std::set<const procedure::Route*> routes;
  for (const Ground& ground : grounds_) routes.insert(ground.route);
  if (routes.empty()) routes.insert(routes_.find(choices_.routeId));
  for (const procedure::Route* route : routes)
    append(procedure::judgeChecks(choices_.checks, route, choices_.guidance, scene_.date, choices_.scan.patient));
}

Assessment Assessor::all() {
  append(scanFindings(choices_, scene_));
  if (choices_.fluoroscopy) append(fluoroscopy::viewFindings(*choices_.fluoroscopy));
  if (grounds_.empty()) append(procedureFindings(choices_, routes_.find(choices_.routeId)));
  for (const Ground& ground : grounds_) append(procedureFindings(ground.choices, ground.route));
  for (std::size_t i = 0; i < choices_.needles.size(); ++i) result_.needles.push_back(assessed(i));
  for (std::size_t i = 0; i < choices_.needles.size(); ++i) addRequirements(grounds_[i], choices_.needles[i]);
  append(structureFindings(scene_));
  append(scene_.findings);
  addNothingListed();
  addChecks();
  append(importedFindings(choices_));
  append(siteCheckFindings(choices_));
  for (const NeedleAssessment& planned : result_.needles)
    if (planned.verdict) result_.verdict = needle::worse(*planned.verdict, result_.verdict.value_or(*planned.verdict));
  result_.ready = !result_.needles.empty() && whatBlocks(choices_, result_).empty();
  return std::move(result_);
}

}  // namespace

Assessment assess(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes) {
  return Assessor(choices, scene, routes).all();
}

}  // namespace planning
