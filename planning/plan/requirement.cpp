#include "planning/plan/requirement.h"

#include <algorithm>
#include <limits>

#include "planning/anatomy/level_span.h"
#include "planning/plan/structure_place.h"
#include "planning/procedure/dates.h"
#include "planning/procedure/said.h"

namespace planning {
namespace {

using anatomy::MeasuredStructure;
using anatomy::Side;
using needle::Clearance;
using needle::Verdict;
using procedure::Place;

/// Every field that makes it a person's answer is there.
bool isWhole(const AcceptedUnknown& accepted) {
  return isSaid(accepted.by) && isSaid(accepted.reason) && isSaid(accepted.modality) &&
         procedure::daysBetween(accepted.date, accepted.date);
}

const AcceptedUnknown* acceptedFor(const Requirement& requirement, const PlanChoices& choices) {
  if (!requirement.required->mayBeInvisible || !requirement.metBy.empty()) return nullptr;
  const auto found = std::find_if(choices.acceptedUnknowns.begin(), choices.acceptedUnknowns.end(),
                                  [&](const AcceptedUnknown& accepted) {
                                    return accepted.requirement == requirement.required->id && isWhole(accepted) &&
                                           (!accepted.side || *accepted.side == requirement.side) &&
                                           (accepted.level.empty() || accepted.level == choices.level);
                                  });
  return found == choices.acceptedUnknowns.end() ? nullptr : &*found;
}

/// From corner to corner of its bounds, mm, or at least so much where that is enough; absent where nothing is measured.
std::optional<double> extentMm(const MeasuredStructure& structure,
                               double enoughMm = std::numeric_limits<double>::infinity()) {
  if (!structure.surface || structure.surface->vertices.empty()) return std::nullopt;
  const auto& first = structure.surface->vertices.front();
  Point low = makePoint(double(first[0]), double(first[1]), double(first[2])), high = low;
  for (const auto& vertex : structure.surface->vertices) {
    for (unsigned i = 0; i < 3; ++i)
      low[i] = std::min(low[i], double(vertex[i])), high[i] = std::max(high[i], double(vertex[i]));
    if ((high - low).GetNorm() >= enoughMm) break;
  }
  return (high - low).GetNorm();
}

bool isSpeck(const MeasuredStructure& structure) {
  return extentMm(structure, kLeastExtentMm).value_or(kLeastExtentMm) < kLeastExtentMm;
}

Requirement resolve(const procedure::RequiredStructure& required, std::optional<Side> side, const PlanChoices& choices,
                    const std::vector<MeasuredStructure>& structures, const std::optional<Point>& target) {
  Requirement requirement{&required, required.ofSide ? side.value_or(Side::None) : Side::None, {}, true};
  std::vector<std::size_t> unsure;
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (!procedure::meets(required, structures[i].structure) || isSpeck(structures[i])) continue;
    Place place = placeByLying(required, structures[i], side, choices, target);
    if (place == Place::CannotTell) place = procedure::placeOf(required, structures[i].structure, side, choices.level);
    if (place == Place::Here) requirement.metBy.push_back(i);
    if (place == Place::CannotTell) unsure.push_back(i);
  }
  if (requirement.metBy.empty() && !unsure.empty()) {
    requirement.metBy = unsure;
    requirement.placeTold = false;
  }
  requirement.accepted = acceptedFor(requirement, choices);
  return requirement;
}

/// True also where nothing tells.
bool reachesFront(const NeedleChoice& needle, const PlanChoices& choices) {
  if (!needle.target || !needle.entry) return true;
  const Segment path{*needle.entry, *needle.target};
  constexpr double kStepMm = 1;
  for (double mm = 0; mm <= path.lengthMm(); mm += kStepMm) {
    const Point p = path.lengthMm() > 0 ? path.at(path.lengthMm() - mm) : path.start;
    const auto inFront = anatomy::inFrontOfBodiesMm(choices.levels, p);
    if (mm == 0 && !inFront) return true;
    if (inFront && *inFront > -procedure::kInFrontMm) return true;
  }
  return false;
}

/// Whatever the route: a lung near the path.
std::optional<Requirement> lungRequirement(const std::vector<MeasuredStructure>& structures, const NeedleChoice& needle,
                                           const anatomy::FoundLung* lung) {
  if (!needle.target || !needle.entry) return std::nullopt;
  const Segment path{*needle.entry, *needle.target};
  Requirement requirement;
  requirement.required = &procedure::lungNearby();
  bool near = false;
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (!procedure::meets(*requirement.required, structures[i].structure)) continue;
    requirement.metBy.push_back(i);
    const double withinMm = procedure::kLungNearMm + structures[i].errorBoundMm;
    near |= !structures[i].field || structures[i].field->comesNearerThan(path, withinMm);
  }
  if (lung != nullptr) requirement.foundMm = toLungMm(*lung, path, procedure::kLungNearMm + lung->boundMm);
  if (lung != nullptr) requirement.foundBoundMm = lung->boundMm;
  if (requirement.foundMm)  // what lies farther away is another lung than the one that was found
    std::erase_if(requirement.metBy, [&](std::size_t i) {
      const double withinMm = *requirement.foundMm + lung->boundMm + structures[i].errorBoundMm;
      return structures[i].field && !structures[i].field->comesNearerThan(path, withinMm);
    });
  near |= requirement.foundMm.has_value();
  return near ? std::optional(std::move(requirement)) : std::nullopt;
}

bool usable(const Clearance& row) {
  return row.confirmed && row.distanceMm && row.role != anatomy::Role::Crossable;
}

Clearance absentRow(const Requirement& requirement, const procedure::Route* route, double radiusMm) {
  Clearance row;
  row.structure = requirement.required->name.english;
  row.kind = requirement.required->kinds.front();
  row.side = requirement.side;
  row.source = needle::Required{requirement.required->id};
  row.marginMm = route->marginsMm.at(row.kind);
  row.verdict = Verdict::Unknown;
  if (requirement.foundMm)
    row.distanceMm = *requirement.foundMm - radiusMm, row.errorBoundMm = requirement.foundBoundMm;
  if (requirement.accepted) row.acceptedBy = requirement.accepted->by;
  return row;
}

void makeUnknown(Clearance& row) {
  row.verdict = needle::worse(row.verdict.value_or(Verdict::Unknown), Verdict::Unknown);
}

}  // namespace

std::vector<Requirement> requirementsOf(const procedure::Route* route, const PlanChoices& choices,
                                        const std::vector<MeasuredStructure>& structures, const NeedleChoice& needle,
                                        const anatomy::FoundLung* lung) {
  std::vector<Requirement> all;
  if (!route) return all;
  const bool inFront = reachesFront(needle, choices);
  for (const procedure::RequiredStructure& required : route->required) {
    if (required.onlyInFront && !inFront) continue;
    std::vector<std::optional<Side>> sides{choices.side};
    if (required.ofSide && choices.side == Side::Bilateral) sides = {Side::Left, Side::Right};
    for (const auto& side : sides) all.push_back(resolve(required, side, choices, structures, needle.target));
  }
  if (auto lungs = lungRequirement(structures, needle, lung)) all.push_back(std::move(*lungs));
  return all;
}

void applyRequirements(std::vector<Clearance>& rows, const std::vector<Requirement>& requirements,
                       const procedure::Route* route, double radiusMm) {
  // What is only expected is no evidence, whatever the route requires.
  for (Clearance& row : rows)
    if (isExpectedOnly(row) && row.role != anatomy::Role::Crossable) makeUnknown(row);
  if (route && route->requiresAllGiven)
    for (Clearance& row : rows)
      if (row.role != anatomy::Role::Crossable && !usable(row)) makeUnknown(row);
  for (const Requirement& requirement : requirements) {
    const auto& metBy = requirement.metBy;
    if (std::any_of(metBy.begin(), metBy.end(), [&](std::size_t i) { return usable(rows[i]); })) continue;
    for (const std::size_t i : metBy) makeUnknown(rows[i]);
    if (metBy.empty()) rows.push_back(absentRow(requirement, route, radiusMm));
  }
}

std::vector<Finding> requirementFindings(const std::vector<Requirement>& requirements,
                                         const std::vector<MeasuredStructure>& structures) {
  std::vector<Finding> findings;
  const auto add = [&findings](const char* code, std::vector<std::string> arguments) {
    findings.push_back({code, Severity::Warning, std::move(arguments), {}});
  };
  for (const Requirement& requirement : requirements) {
    const std::string& id = requirement.required->id;
    const auto& metBy = requirement.metBy;
    for (const MeasuredStructure& measured : structures)
      if (metBy.empty() && procedure::meets(*requirement.required, measured.structure) && isSpeck(measured))
        add("required-too-small", {measured.structure.name, id, mmText(*extentMm(measured))});
    if (const AcceptedUnknown* accepted = requirement.accepted) {
      add("unknown-accepted", {id, accepted->by, accepted->reason, accepted->modality, accepted->date});
      findings.back().severity = Severity::Info;
      continue;
    }
    if (metBy.empty()) {
      if (requirement.foundMm)
        add("lung-found", {mmText(*requirement.foundMm)});
      else
        add("required-absent", {id});
      continue;
    }
    if (!requirement.placeTold) add("required-place-unknown", {structures[metBy.front()].structure.name, id});
    if (std::none_of(metBy.begin(), metBy.end(), [&](std::size_t i) { return structures[i].structure.confirmed; }))
      add("required-unconfirmed", {structures[metBy.front()].structure.name, id});
  }
  return findings;
}

std::vector<Finding> acceptanceFindings(const procedure::Route* route, const PlanChoices& choices) {
  std::vector<Finding> findings;
  if (!route) return findings;
  for (const AcceptedUnknown& accepted : choices.acceptedUnknowns)
    for (const procedure::RequiredStructure& required : route->required) {
      if (required.id != accepted.requirement) continue;
      if (!required.mayBeInvisible)
        findings.push_back({"acceptance-not-allowed", Severity::Error, {required.id, accepted.by}, {}});
      else if (!isWhole(accepted))
        findings.push_back({"acceptance-incomplete", Severity::Error, {required.id}, {}});
    }
  return findings;
}

}  // namespace planning
