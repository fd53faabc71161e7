#include "planning/plan/rules.h"

#include <algorithm>
#include <cmath>

#include "planning/anatomy/bone.h"
#include "planning/needle/approach.h"

namespace planning {
namespace {

using procedure::GeometricRule;
using procedure::Toward;

/// All that a rule is judged by.
struct Judged {
  const PlannedNeedle& planned;
  const PlanChoices& choices;
  const Scene& scene;
  const procedure::Route& route;
  const std::vector<Requirement>& requirements;

  Segment axis() const { return {*planned.entry, *planned.target}; }
};

bool liesToward(Toward toward, const Vector& way, const std::optional<anatomy::Side>& side) {
  constexpr double kLevelMm = 1e-6;
  const double toSide = side == anatomy::Side::Right ? -way[0] : way[0];
  switch (toward) {
    case Toward::Behind:
      return way[1] > kLevelMm;
    case Toward::Front:
      return way[1] < -kLevelMm;
    case Toward::Head:
      return way[2] > kLevelMm;
    case Toward::Feet:
      return way[2] < -kLevelMm;
    case Toward::Outward:
      return toSide > kLevelMm;
    case Toward::Inward:
      return toSide < -kLevelMm;
  }
  return false;
}

bool sided(const std::vector<Toward>& towards) {
  return std::any_of(towards.begin(), towards.end(),
                     [](Toward toward) { return toward == Toward::Outward || toward == Toward::Inward; });
}

/// From the structure's nearest place to the needle's, or to the target. Absent when they overlap or nobody gave it.
std::optional<Vector> wayFrom(const Judged& judged, const GeometricRule& rule) {
  for (const Requirement& requirement : judged.requirements) {
    if (requirement.required->id != rule.required || requirement.metBy.empty()) continue;
    const std::size_t index = requirement.metBy.front();
    const auto& field = judged.scene.structures[index].field;
    if (!field) return std::nullopt;
    if (rule.what == GeometricRule::What::Target) {
      const auto nearest = field->distance({*judged.planned.target, *judged.planned.target});
      return nearest.distanceMm > 0 ? std::optional(nearest.onAxis - nearest.onStructure) : std::nullopt;
    }
    const needle::Clearance& row = judged.planned.clearances[index];
    if (!row.closestOnNeedle || !row.closestOnStructure || row.distanceMm.value_or(0) <= 0) return std::nullopt;
    return *row.closestOnNeedle - *row.closestOnStructure;
  }
  return std::nullopt;
}

enum class Outcome { Kept, Broken, NotJudged };

Outcome judgeBeside(const Judged& judged, const GeometricRule& rule) {
  const bool noSide = judged.choices.side != anatomy::Side::Left && judged.choices.side != anatomy::Side::Right;
  const auto way = wayFrom(judged, rule);
  if (!way || (noSide && sided(rule.toward))) return Outcome::Kept;  // said by other findings already
  const bool kept = std::any_of(rule.toward.begin(), rule.toward.end(),
                                [&](Toward toward) { return liesToward(toward, *way, judged.choices.side); });
  return kept ? Outcome::Kept : Outcome::Broken;
}

Outcome judgeAdvance(const Judged& judged, const GeometricRule& rule) {
  std::optional<double> firstMm;
  for (const auto& measured : judged.scene.structures) {
    if (measured.structure.kind != rule.kind || !measured.field) continue;
    const auto contactMm = measured.field->firstContactMm(judged.axis(), 0);
    if (contactMm) firstMm = std::min(firstMm.value_or(*contactMm), *contactMm);
  }
  if (!firstMm) return Outcome::NotJudged;
  return judged.axis().lengthMm() - *firstMm <= rule.mostMm ? Outcome::Kept : Outcome::Broken;
}

Outcome judgeOffBone(const Judged& judged, const GeometricRule& rule) {
  const auto& structures = judged.scene.structures;
  const bool known = std::any_of(structures.begin(), structures.end(), [](const auto& measured) {
    return measured.structure.kind == anatomy::Kind::Bone && measured.field;
  });
  if (known || !judged.scene.volume) return Outcome::Kept;  // its own row tells
  const auto boneMm =
      throughBoneMm(*judged.scene.volume, judged.axis(), judged.axis().lengthMm() - judged.route.touchLastMm);
  if (!boneMm) return Outcome::NotJudged;
  return *boneMm <= rule.mostMm ? Outcome::Kept : Outcome::Broken;
}

Outcome judge(const Judged& judged, const GeometricRule& rule) {
  switch (rule.what) {
    case GeometricRule::What::Approach: {
      const bool kept = comesFrom(rule.approach, judged.choices.side, *judged.planned.entry - *judged.planned.target);
      return kept ? Outcome::Kept : Outcome::Broken;
    }
    case GeometricRule::What::Needle:
    case GeometricRule::What::Target:
      return judgeBeside(judged, rule);
    case GeometricRule::What::Advance:
      return judgeAdvance(judged, rule);
    case GeometricRule::What::OffBone:
      return judgeOffBone(judged, rule);
  }
  return Outcome::Kept;
}

}  // namespace

std::vector<Finding> ruleFindings(const PlannedNeedle& planned, const PlanChoices& choices, const Scene& scene,
                                  const procedure::Route* route, const std::vector<Requirement>& requirements) {
  std::vector<Finding> findings;
  if (!route) return findings;
  const Judged judged{planned, choices, scene, *route, requirements};
  for (const GeometricRule& rule : route->rules) {
    const Outcome outcome = judge(judged, rule);
    const std::vector<std::string> arguments{planned.label, route->id + "/" + rule.id};
    if (outcome == Outcome::Broken) findings.push_back({"rule-broken", Severity::Warning, arguments, {}});
    if (outcome == Outcome::NotJudged) findings.push_back({"rule-not-judged", Severity::Info, arguments, {}});
  }
  return findings;
}

std::optional<double> throughBoneMm(const Volume& volume, const Segment& axis, double uptoMm) {
  constexpr double kStepMm = 0.25;
  if (!volume.hu || !volume.isHu) return std::nullopt;
  double boneMm = 0;
  for (double mm = 0; mm <= uptoMm; mm += kStepMm) {
    Volume::Image::IndexType index;
    if (volume.hu->TransformPhysicalPointToIndex(axis.at(mm), index) && volume.hu->GetPixel(index) >= anatomy::kBoneHu)
      boneMm += kStepMm;
  }
  return boneMm;
}

std::vector<ControlStop> controlStops(const PlannedNeedle& planned, const PlanChoices& choices, const Scene& scene,
                                      const procedure::Route* route) {
  const Segment axis{*planned.entry, *planned.target};
  const double bandMm = choices.nearBandMm.value_or(needle::kNearBandMm);
  if (anatomy::firstBeingMeasured(scene.structures)) return {};
  std::optional<ControlStop> first;
  for (const auto& measured : scene.structures) {
    const anatomy::Structure& structure = measured.structure;
    if (!measured.field || structure.role != anatomy::Role::Avoid || stopsTheNeedle(structure.kind)) continue;
    const double withinMm =
        planned.needle->radiusMm() + measured.errorBoundMm + effectiveMarginMm(structure, route) + bandMm;
    const auto atMm = measured.field->firstContactMm(axis, withinMm);
    if (atMm && (!first || *atMm < first->atMm)) first = ControlStop{*atMm, structure.name};
  }
  std::vector<ControlStop> stops;
  if (first && first->atMm > 0) stops.push_back(*first);
  const auto before = route ? route->stopBeforeTargetMm : procedure::Route().stopBeforeTargetMm;
  if (before && axis.lengthMm() > *before) stops.push_back({axis.lengthMm() - *before, {}});
  std::stable_sort(stops.begin(), stops.end(), [](const auto& a, const auto& b) { return a.atMm < b.atMm; });
  return stops;
}

std::vector<Finding> stopFindings(const PlannedNeedle& planned, const std::vector<ControlStop>& stops) {
  std::vector<Finding> findings;
  for (const ControlStop& stop : stops)
    if (!stop.structure.empty())
      findings.push_back({"control-stop", Severity::Info, {planned.label, mmText(stop.atMm), stop.structure}, {}});
  return findings;
}

}  // namespace planning
