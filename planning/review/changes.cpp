#include "planning/review/changes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace planning::review {
namespace {

template <class T>
std::optional<Change<T>> changed(const T& before, const T& after) {
  if (before == after) return std::nullopt;
  return Change<T>{before, after};
}

std::optional<double> movedMm(const std::optional<Point>& before, const std::optional<Point>& after) {
  if (!before || !after) return std::nullopt;
  const double mm = (*after - *before).GetNorm();
  return mm < kSameMm ? std::nullopt : std::optional(mm);
}

bool differs(const std::optional<double>& before, const std::optional<double>& after) {
  if (before.has_value() != after.has_value()) return true;
  return before && std::abs(*before - *after) >= kSameMm;
}

NeedleChanges needleChanges(const PlannedNeedle& before, const PlannedNeedle& after) {
  NeedleChanges changes;
  changes.label = after.label;
  changes.targetMm = movedMm(before.target, after.target);
  changes.entryMm = movedMm(before.entry, after.entry);
  changes.targetPlaced = before.target.has_value() != after.target.has_value();
  changes.entryPlaced = before.entry.has_value() != after.entry.has_value();
  changes.needle = changed(before.needle, after.needle);
  if (differs(before.depthMm, after.depthMm))
    changes.depthMm = Change<std::optional<double>>{before.depthMm, after.depthMm};
  changes.verdict = changed(before.verdict, after.verdict);
  return changes;
}

bool isNone(const NeedleChanges& c) {
  return !c.added && !c.removed && !c.targetMm && !c.entryMm && !c.targetPlaced && !c.entryPlaced && !c.needle &&
         !c.depthMm && !c.verdict;
}

std::vector<NeedleChanges> changesOfNeedles(const Plan& before, const Plan& after) {
  const std::vector<PlannedNeedle> former = before.needles(), present = after.needles();
  std::vector<NeedleChanges> all;
  for (const auto& needle : present) {
    NeedleChanges changes;
    if (const auto* same = sameNeedle(former, needle))
      changes = needleChanges(*same, needle);
    else
      changes.label = needle.label, changes.added = true;
    if (!isNone(changes)) all.push_back(changes);
  }
  for (const auto& needle : former) {
    if (sameNeedle(present, needle) != nullptr) continue;
    NeedleChanges changes;
    changes.label = needle.label;
    changes.removed = true;
    all.push_back(changes);
  }
  return all;
}

std::string answerIn(const PlanChoices& plan, const std::string& id) {
  for (const auto& check : plan.checks)
    if (check.id == id) return check.answer;
  return {};
}

std::vector<PlanChanges::Check> changesOfChecks(const PlanChoices& before, const PlanChoices& after) {
  std::set<std::string> ids;
  for (const auto* plan : {&before, &after})
    for (const auto& check : plan->checks) ids.insert(check.id);
  std::vector<PlanChanges::Check> all;
  for (const auto& id : ids)
    if (const auto answer = changed(answerIn(before, id), answerIn(after, id))) all.push_back({id, *answer});
  return all;
}

std::set<std::string> structuresOf(const Assessment& plan) {
  std::set<std::string> names;
  for (const auto& needle : plan.needles)
    for (const auto& row : needle.clearances)
      if (needle::isStructure(row.source)) names.insert(row.structure);
  return names;
}

std::vector<std::string> without(const std::set<std::string>& names, const std::set<std::string>& others) {
  std::vector<std::string> rest;
  std::set_difference(names.begin(), names.end(), others.begin(), others.end(), std::back_inserter(rest));
  return rest;
}

}  // namespace

bool PlanChanges::none() const {
  return !routeId && !level && !operatorName && !side && !verdict && !ready && !complete && needles.empty() &&
         checks.empty() && structuresAdded.empty() && structuresRemoved.empty();
}

PlanChanges changesBetween(const Plan& before, const Plan& after) {
  PlanChanges changes;
  changes.routeId = changed(before.choices.routeId, after.choices.routeId);
  changes.level = changed(before.choices.level, after.choices.level);
  changes.operatorName = changed(before.choices.operatorName, after.choices.operatorName);
  changes.side = changed(before.choices.side, after.choices.side);
  changes.verdict = changed(before.assessment.verdict, after.assessment.verdict);
  changes.ready = changed(before.assessment.ready, after.assessment.ready);
  changes.complete = changed(before.report.complete, after.report.complete);
  changes.needles = changesOfNeedles(before, after);
  changes.checks = changesOfChecks(before.choices, after.choices);
  const auto former = structuresOf(before.assessment), present = structuresOf(after.assessment);
  changes.structuresAdded = without(present, former);
  changes.structuresRemoved = without(former, present);
  return changes;
}

const PlannedNeedle* sameNeedle(const std::vector<PlannedNeedle>& needles, const PlannedNeedle& needle) {
  for (const auto& one : needles)
    if (!needle.trackingUid.empty() && one.trackingUid == needle.trackingUid) return &one;
  for (const auto& one : needles)
    if (one.label == needle.label) return &one;
  return nullptr;
}

const needle::Clearance* sameRow(const PlannedNeedle& needle, const needle::Clearance& row) {
  for (const auto& one : needle.clearances)
    if (!row.structureTrackingUid.empty() && one.structureTrackingUid == row.structureTrackingUid) return &one;
  for (const auto& one : needle.clearances)
    if (one.structure == row.structure && one.source == row.source) return &one;
  for (const auto& one : needle.clearances)
    if (one.structure == row.structure) return &one;
  return nullptr;
}

}  // namespace planning::review
