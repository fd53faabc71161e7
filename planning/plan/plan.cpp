#include "planning/plan/plan.h"

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

bool placed(const PlannedNeedle& planned) {
  return planned.target && planned.entry && (*planned.target - *planned.entry).GetNorm() >= kSamePlaceMm;
}

void clearResults(Plan& plan) {
  plan.verdict.reset();
  plan.ready = false;
  plan.findings.clear();
  for (PlannedNeedle& planned : plan.needles) {
    PlannedNeedle chosen;
    chosen.label = planned.label;
    chosen.trackingUid = planned.trackingUid;
    chosen.target = planned.target;
    chosen.entry = planned.entry;
    chosen.needle = planned.needle;
    planned = std::move(chosen);
  }
}

void placeFromViews(Plan& plan) {
  fluoroscopy::locate(*plan.fluoroscopy);
  if (plan.needles.empty()) return;
  const auto placeOf = [](const std::optional<fluoroscopy::Triangulated>& found) {
    return found ? std::optional(found->place) : std::nullopt;
  };
  plan.needles.front().target = placeOf(plan.fluoroscopy->target);
  plan.needles.front().entry = placeOf(plan.fluoroscopy->entry);
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
void addNeedleRows(std::vector<Clearance>& rows, const Plan& plan, std::size_t own) {
  const PlannedNeedle& planned = plan.needles[own];
  for (std::size_t other = 0; other < plan.needles.size(); ++other) {
    const PlannedNeedle& neighbour = plan.needles[other];
    if (other == own || !planned.needle || !neighbour.needle || !placed(neighbour)) continue;
    Clearance row = needle::clearanceBetween({*planned.entry, *planned.target}, *planned.needle,
                                             {*neighbour.entry, *neighbour.target}, *neighbour.needle);
    row.structure = neighbour.label;
    row.structureTrackingUid = neighbour.trackingUid;
    row.source = kNeedleSource;
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

/// What the scan has said already is not said again.
void append(std::vector<Finding>& all, const std::vector<Finding>& more) {
  for (const Finding& finding : more)
    if (std::none_of(all.begin(), all.end(), [&](const Finding& said) {
          return said.code == finding.code && said.arguments == finding.arguments;
        }))
      all.push_back(finding);
}

void add(Plan& plan, const char* code, Severity severity, const PlannedNeedle& planned) {
  plan.findings.push_back({code, severity, {planned.label}, {}});
}

/// What the computed lengths say.
void addLengthFindings(Plan& plan, const PlannedNeedle& planned, const Scene& scene) {
  if (!planned.needle) add(plan, "needle-absent", Severity::Error, planned);
  if (placed(planned) && scene.skin && !planned.depthMm) add(plan, "depth-unknown", Severity::Error, planned);
  if (planned.tooShort.value_or(false)) add(plan, "needle-too-short", Severity::Error, planned);
}

void assessNeedle(Plan& plan, std::size_t index, const Scene& scene, const procedure::Route* route,
                  const std::vector<Requirement>& requirements) {
  PlannedNeedle& planned = plan.needles[index];
  const auto marked = [&](auto mark) {
    return plan.fluoroscopy && std::any_of(plan.fluoroscopy->views.begin(), plan.fluoroscopy->views.end(),
                                           [&](const auto& view) { return (view.*mark).has_value(); });
  };
  if (!planned.target && !marked(&fluoroscopy::MarkedView::target))
    add(plan, "target-absent", Severity::Error, planned);
  if (!planned.entry && !marked(&fluoroscopy::MarkedView::entry)) add(plan, "entry-absent", Severity::Error, planned);
  if (planned.entry) planned.fromMidlineMm = fromMidlineMm(plan.midline, *planned.entry);
  if (planned.target && planned.entry) append(plan.findings, pointFindings(planned, scene));
  if (placed(planned)) {
    computeLengths(planned, scene);
    const double bandMm = plan.nearBandMm.value_or(needle::kNearBandMm);
    for (const MeasuredStructure& measured : scene.structures)
      planned.clearances.push_back(structureRow(planned, measured, route, bandMm));
    if (planned.needle && scene.chances) addChances(planned, plan, scene, route);
    append(plan.findings, ruleFindings(planned, plan, scene, route, requirements));
    append(plan.findings, chanceFindings(planned, route));
    if (planned.needle) append(plan.findings, stopFindings(planned, controlStops(planned, plan, scene, route)));
    applyRequirements(planned.clearances, requirements, route);
    addNeedleRows(planned.clearances, plan, index);
    needle::sortWorstFirst(planned.clearances);
    planned.verdict = worstOf(planned.clearances);
  }
  addLengthFindings(plan, planned, scene);
}

/// No plan is clear of nothing: somebody must have said what to keep clear of.
void addNothingListed(Plan& plan, const procedure::Route* route, const std::vector<Requirement>& requirements) {
  const auto judged = [](const PlannedNeedle& planned) {
    return std::any_of(planned.clearances.begin(), planned.clearances.end(),
                       [](const Clearance& row) { return row.verdict && row.source != kNeedleSource; });
  };
  if (!route || !requirements.empty() || plan.needles.empty()) return;
  if (std::none_of(plan.needles.begin(), plan.needles.end(), judged))
    plan.findings.push_back({"no-structure-listed", Severity::Error, {}, {}});
}

bool isReady(const Plan& plan) {
  const bool verdictStands = plan.verdict == Verdict::Clear || (plan.verdict == Verdict::Near && plan.nearAccepted);
  const bool needlesStand = std::all_of(plan.needles.begin(), plan.needles.end(), [](const PlannedNeedle& planned) {
    return planned.verdict && planned.depthMm && planned.tooShort == false;
  });
  return verdictStands && needlesStand &&
         std::none_of(plan.findings.begin(), plan.findings.end(),
                      [](const Finding& f) { return f.severity == Severity::Error; });
}

}  // namespace

double effectiveMarginMm(const anatomy::Structure& structure, const procedure::Route* route) {
  if (structure.marginMm) return *structure.marginMm;
  return route ? route->marginsMm.at(structure.kind) : procedure::defaultMarginMm(structure.kind);
}

Plan assess(Plan plan, const Scene& scene) {
  clearResults(plan);
  if (plan.fluoroscopy) placeFromViews(plan);
  const procedure::Route* route = procedure::findRoute(plan.routeId);
  const std::vector<Requirement> requirements = requirementsOf(route, plan, scene.structures);
  append(plan.findings, scanFindings(plan, scene));
  if (plan.fluoroscopy) append(plan.findings, fluoroscopy::viewFindings(*plan.fluoroscopy));
  append(plan.findings, procedureFindings(plan, route));
  for (std::size_t i = 0; i < plan.needles.size(); ++i) assessNeedle(plan, i, scene, route, requirements);
  append(plan.findings, requirementFindings(requirements, scene.structures));
  append(plan.findings, structureFindings(scene));
  append(plan.findings, scene.findings);
  addNothingListed(plan, route, requirements);
  append(plan.findings,
         procedure::judgeChecks(plan.checks, route, plan.guidance, scene.date.empty() ? plan.savedDate : scene.date));
  for (const PlannedNeedle& planned : plan.needles)
    if (planned.verdict) plan.verdict = needle::worse(*planned.verdict, plan.verdict.value_or(*planned.verdict));
  plan.ready = isReady(plan);
  return plan;
}

}  // namespace planning
