#include "planning/plan/taken_choices.h"

#include <set>

#include "planning/plan/own_choices.h"
#include "planning/procedure/roles.h"

namespace planning {
namespace {

using anatomy::MeasuredStructure;
using anatomy::Role;
using anatomy::Structure;

/// The row's own object and number, or its tracking UID: the operator may have given the structure another name, and
/// two may have one.
bool isFrom(const needle::Clearance& row, const Structure& structure) {
  if (row.sourceSopInstanceUid.empty())
    return !row.structureTrackingUid.empty() && row.structureTrackingUid == structure.trackingUid;
  return row.sourceNumber && row.sourceSopInstanceUid == structure.sourceSopInstanceUid &&
         row.sourceNumber == structure.sourceNumber;
}

/// The one that the row came from; where it is not at hand, those of its name.
std::vector<std::size_t> measuredIn(const needle::Clearance& row, const std::vector<MeasuredStructure>& structures) {
  std::vector<std::size_t> itself, named;
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (isFrom(row, structures[i].structure)) itself.push_back(i);
    if (needle::isStructure(row.source) && row.structure == structures[i].structure.name) named.push_back(i);
  }
  return itself.empty() ? named : itself;
}

/// Margin and role of a row are those of its needle's own route, unless the operator set them for the structure.
void take(Structure& structure, const needle::Clearance& row, const procedure::Route* route) {
  structure.name = row.structure;
  structure.side = row.side;
  structure.kindGuessed = structure.kindGuessed && structure.kind == row.kind;
  structure.kind = row.kind;
  structure.confirmed = row.confirmed;
  Structure usual = structure;
  usual.marginMm.reset();
  if (row.marginMm != effectiveMarginMm(usual, route)) structure.marginMm = row.marginMm;
}

std::vector<Role> usualRoles(std::vector<MeasuredStructure> structures, const procedure::Route& route,
                             const std::vector<Point>& targets) {
  procedure::assignRoles(structures, route, targets);
  std::vector<Role> roles;
  for (const auto& measured : structures) roles.push_back(measured.structure.role);
  return roles;
}

bool hasOwnRoute(const NeedleChoice& needle, const PlanChoices& choices) {
  return needle.routeId && *needle.routeId != choices.routeId;
}

/// The rows with the structures that they are of, one list a needle.
using Rows = std::vector<std::vector<std::pair<const needle::Clearance*, std::size_t>>>;

/// What the operator chose for all needles: where a needle has a route of its own, its usual role stands for the
/// plan's.
void takeRoles(std::vector<MeasuredStructure>& structures, const Rows& rows, const PlanChoices& choices,
               const procedure::Routes& routes) {
  const auto ofPlan = usualRoles(structures, routes.rulesFor(choices.routeId), targetsOf(choices));
  for (const bool own : {true, false})  // the plan's own route has the last word
    for (std::size_t n = 0; n < rows.size(); ++n) {
      const NeedleChoice& needle = choices.needles[n];
      if (hasOwnRoute(needle, choices) != own) continue;
      std::vector<Role> usual;
      if (own)
        usual = usualRoles(structures, routes.rulesFor(*needle.routeId),
                           needle.target ? std::vector{*needle.target} : std::vector<Point>{});
      for (const auto& [row, i] : rows[n])
        structures[i].structure.role = own && row->role == usual[i] ? ofPlan[i] : row->role;
    }
}

}  // namespace

void takeChoices(std::vector<MeasuredStructure>& structures, const Plan& plan, const procedure::Routes& routes) {
  for (const auto& traced : plan.choices.tracedStructures) structures.push_back(anatomy::measure(traced));
  Rows rows;
  std::set<std::size_t> taken;
  for (std::size_t n = 0; n < plan.assessment.needles.size(); ++n) {
    const auto* route = routes.find(ownChoices(plan.choices, plan.choices.needles[n]).routeId);
    auto& own = rows.emplace_back();
    for (const auto& row : plan.assessment.needles[n].clearances)
      for (const std::size_t i : measuredIn(row, structures)) {
        if (taken.insert(i).second) structures[i].structure.marginMm.reset();
        take(structures[i].structure, row, route);
        own.emplace_back(&row, i);
      }
  }
  takeRoles(structures, rows, plan.choices, routes);
}

}  // namespace planning
