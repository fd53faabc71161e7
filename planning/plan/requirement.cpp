#include "planning/plan/requirement.h"

#include <algorithm>

namespace planning {
namespace {

using anatomy::MeasuredStructure;
using anatomy::Side;
using needle::Clearance;
using needle::Verdict;
using procedure::Place;

Requirement resolve(const procedure::RequiredStructure& required, std::optional<Side> side, const std::string& level,
                    const std::vector<MeasuredStructure>& structures) {
  Requirement requirement{&required, required.ofSide ? side.value_or(Side::None) : Side::None, {}, true};
  std::vector<std::size_t> unsure;
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (!procedure::meets(required, structures[i].structure)) continue;
    const Place place = procedure::placeOf(required, structures[i].structure, side, level);
    if (place == Place::Here) requirement.metBy.push_back(i);
    if (place == Place::CannotTell) unsure.push_back(i);
  }
  if (requirement.metBy.empty() && !unsure.empty()) {
    requirement.metBy = unsure;
    requirement.placeTold = false;
  }
  return requirement;
}

bool usable(const Clearance& row) {
  return row.confirmed && row.distanceMm && row.role != anatomy::Role::Crossable;
}

Clearance absentRow(const Requirement& requirement, const procedure::Route* route) {
  Clearance row;
  row.structure = requirement.required->name.english;
  row.kind = requirement.required->kinds.front();
  row.side = requirement.side;
  row.source = needle::Required{requirement.required->id};
  row.marginMm = route->marginsMm.at(row.kind);
  row.verdict = Verdict::Unknown;
  return row;
}

void makeUnknown(Clearance& row) {
  row.verdict = needle::worse(row.verdict.value_or(Verdict::Unknown), Verdict::Unknown);
}

}  // namespace

std::vector<Requirement> requirementsOf(const procedure::Route* route, const PlanChoices& choices,
                                        const std::vector<MeasuredStructure>& structures) {
  std::vector<Requirement> all;
  if (!route) return all;
  for (const procedure::RequiredStructure& required : route->required) {
    std::vector<std::optional<Side>> sides{choices.side};
    if (required.ofSide && choices.side == Side::Bilateral) sides = {Side::Left, Side::Right};
    for (const auto& side : sides) all.push_back(resolve(required, side, choices.level, structures));
  }
  return all;
}

void applyRequirements(std::vector<Clearance>& rows, const std::vector<Requirement>& requirements,
                       const procedure::Route* route) {
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
    if (metBy.empty()) rows.push_back(absentRow(requirement, route));
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
    if (metBy.empty()) {
      add("required-absent", {id});
      continue;
    }
    if (!requirement.placeTold) add("required-place-unknown", {structures[metBy.front()].structure.name, id});
    if (std::none_of(metBy.begin(), metBy.end(), [&](std::size_t i) { return structures[i].structure.confirmed; }))
      add("required-unconfirmed", {structures[metBy.front()].structure.name, id});
  }
  return findings;
}

}  // namespace planning
