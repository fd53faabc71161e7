#include "planning/plan/rules.h"

#include <algorithm>
#include <cmath>

#include "planning/anatomy/bone.h"
#include "planning/anatomy/level_names.h"
#include "planning/anatomy/level_span.h"
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

/// Where the path leaves a structure, mm from the entry: its far face; of a traced course, which stands for a sheet
/// that the needle pierces, the place nearest to it. Absent where it does not meet it.
std::optional<double> farFaceMm(const anatomy::MeasuredStructure& measured, const Segment& axis) {
  constexpr double kMeetsCourseMm = 10;  // half the width of a wide sacral hiatus (ours)
  if (std::holds_alternative<anatomy::Tube>(measured.structure.shape)) {
    const auto nearest = measured.field->distanceWithin(axis, kMeetsCourseMm);
    return nearest ? std::optional(nearest->alongMm) : std::nullopt;
  }
  if (!measured.field->firstContactMm(axis, 0)) return std::nullopt;
  const bool inside = measured.field->signedDistance(axis.start) < 0;
  const auto crossings = measured.field->crossingsMm(axis);
  const std::size_t out = inside ? 0 : 1;
  return crossings.size() > out ? crossings[out] : axis.lengthMm();
}

Outcome judgeAdvance(const Judged& judged, const GeometricRule& rule) {
  bool given = false;
  std::optional<double> firstMm;  // less its error bound: the farther the needle may be beyond it
  for (const auto& measured : judged.scene.structures) {
    if (measured.structure.kind != rule.kind || !measured.field) continue;
    given = true;
    const auto faceMm = farFaceMm(measured, judged.axis());
    if (faceMm) firstMm = std::min(firstMm.value_or(*faceMm), *faceMm - measured.errorBoundMm);
  }
  if (!firstMm) return given ? Outcome::Broken : Outcome::NotJudged;  // it misses the one that is there
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

Outcome judgeApproach(const Judged& judged, const GeometricRule& rule) {
  const Vector out = *judged.planned.entry - *judged.planned.target;
  const auto all = procedure::approachesOf(rule);
  const bool kept =
      std::any_of(all.begin(), all.end(), [&](const auto& one) { return comesFrom(one, judged.choices.side, out); });
  return kept ? Outcome::Kept : Outcome::Broken;
}

/// Between the path and the skin at the entry: 90 straight in. Absent where no skin is known there.
std::optional<double> skinAngleDeg(const PlannedNeedle& planned, const anatomy::Skin* skin) {
  constexpr double kAroundMm = 5;  // folds of the skin that are smaller than this do not turn it
  if (!skin || !skin->field) return std::nullopt;
  Vector outward;
  for (unsigned axis = 0; axis < 3; ++axis) {
    Vector step = makeVector(0, 0, 0);
    step[axis] = kAroundMm;
    outward[axis] =
        skin->field->signedDistance(*planned.entry + step) - skin->field->signedDistance(*planned.entry - step);
  }
  const Vector in = *planned.target - *planned.entry;
  const double lengths = outward.GetNorm() * in.GetNorm();
  if (!(lengths > 0)) return std::nullopt;
  return Angle::radians(std::asin(std::clamp(-dot(in, outward) / lengths, -1.0, 1.0))).degrees();
}

Outcome judgeSkinAngle(const Judged& judged, const GeometricRule& rule) {
  const auto angle = skinAngleDeg(judged.planned, judged.scene.skin);
  if (!angle) return Outcome::NotJudged;
  return *angle >= rule.leastDeg && *angle <= rule.mostDeg ? Outcome::Kept : Outcome::Broken;
}

/// Not judged below S1, which bounds no foramen that the pedicles measure: Kept.
Outcome judgeThird(const Judged& judged) {
  const auto level = procedure::statedLevel(judged.choices.level);
  const auto bounds = level ? anatomy::boundsOf(*level) : std::nullopt;
  if (bounds && bounds->lower.empty()) return Outcome::Kept;
  const auto place = level ? anatomy::inForamen(judged.choices.levels, *level, *judged.planned.target) : std::nullopt;
  if (!place) return Outcome::NotJudged;
  return place->belowMm - anatomy::kPedicleEdgeMm >= place->heightMm / 3 ? Outcome::Kept : Outcome::Broken;
}

/// A level that is not stated, or is no level at all, is said by other findings.
Outcome judgeHighest(const Judged& judged, const GeometricRule& rule) {
  const auto placeOf = [](const std::string& level) -> std::optional<std::ptrdiff_t> {
    const auto bounds = anatomy::boundsOf(level);
    const auto& names = anatomy::levelNames();
    const auto found = bounds ? std::find(names.begin(), names.end(), bounds->upper) : names.end();
    return found == names.end() ? std::nullopt : std::optional(found - names.begin());
  };
  const auto stated = procedure::statedLevel(judged.choices.level);
  const auto own = stated ? placeOf(*stated) : std::nullopt, highest = placeOf(rule.highestLevel);
  if (!own || !highest) return Outcome::Kept;
  return *own >= *highest ? Outcome::Kept : Outcome::Broken;
}

Outcome judge(const Judged& judged, const GeometricRule& rule) {
  switch (rule.what) {
    case GeometricRule::What::Approach:
      return judgeApproach(judged, rule);
    case GeometricRule::What::Needle:
    case GeometricRule::What::Target:
      return judgeBeside(judged, rule);
    case GeometricRule::What::Advance:
      return judgeAdvance(judged, rule);
    case GeometricRule::What::OffBone:
      return judgeOffBone(judged, rule);
    case GeometricRule::What::BelowUpperThird:
      return judgeThird(judged);
    case GeometricRule::What::SkinAngle:
      return judgeSkinAngle(judged, rule);
    case GeometricRule::What::NotAbove:
      return judgeHighest(judged, rule);
  }
  return Outcome::Kept;
}

}  // namespace

std::vector<Finding> ruleFindings(const PlannedNeedle& planned, const PlanChoices& choices, const Scene& scene,
                                  const procedure::Route* route, const std::vector<Requirement>& requirements) {
  std::vector<Finding> findings;
  if (!route) return findings;
  const Judged judged{planned, choices, scene, *route, requirements};
  const std::string position = procedure::bodyPosition(choices.scan.patientPosition);
  for (const GeometricRule& rule : route->rules) {
    if (!procedure::holdsIn(rule, position)) continue;
    const Outcome outcome = judge(judged, rule);
    if (outcome == Outcome::Kept) continue;
    const bool third = rule.what == GeometricRule::What::BelowUpperThird;
    const bool broken = outcome == Outcome::Broken;
    const char* code =
        broken ? (rule.needsWord ? "rule-needs-word" : "rule-broken") : (third ? "rule-unknown" : "rule-not-judged");
    Severity severity = broken || third || rule.needsWord ? Severity::Warning : Severity::Info;
    if (rule.needsWord && !choices.rulesAccepted) severity = Severity::Error;
    findings.push_back({code, severity, {planned.label, route->id + "/" + rule.id}, {}});
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
