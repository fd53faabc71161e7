#include "planning/plan/own_choices.h"

#include <algorithm>
#include <utility>

#include "planning/procedure/roles.h"

namespace planning {
namespace {

std::vector<OwnSite> sitesOf(const PlanChoices& choices) {
  std::vector<OwnSite> sites;
  for (const NeedleChoice& needle : choices.needles) sites.push_back(ownSiteOf(choices, needle));
  return sites;
}

/// The plan's where they are the first needle's, or none where one has none.
template <class Value, class Own>
void settle(PlanChoices& choices, const std::vector<OwnSite>& sites, Value OwnSite::*of, Value PlanChoices::*plans,
            Own NeedleChoice::*own) {
  const Value none{};
  const bool lacks = std::any_of(sites.begin(), sites.end(), [&](const OwnSite& site) { return site.*of == none; });
  choices.*plans = lacks || sites.empty() ? none : sites.front().*of;
  for (std::size_t n = 0; n < sites.size(); ++n) {
    choices.needles[n].*own = {};
    if (sites[n].*of != choices.*plans) choices.needles[n].*own = sites[n].*of;
  }
}

void settle(PlanChoices& choices, const std::vector<OwnSite>& sites) {
  settle(choices, sites, &OwnSite::routeId, &PlanChoices::routeId, &NeedleChoice::routeId);
  settle(choices, sites, &OwnSite::level, &PlanChoices::level, &NeedleChoice::level);
  settle(choices, sites, &OwnSite::side, &PlanChoices::side, &NeedleChoice::side);
}

}  // namespace

OwnSite ownSiteOf(const PlanChoices& choices, const NeedleChoice& needle) {
  return {needle.routeId.value_or(choices.routeId), needle.level.value_or(choices.level),
          needle.side ? needle.side : choices.side};
}

void giveSite(PlanChoices& choices, std::size_t which, const OwnSite& site) {
  auto sites = sitesOf(choices);
  sites.at(which) = site;
  settle(choices, sites);
}

void addNeedle(PlanChoices& choices, NeedleChoice needle) {
  choices.needles.push_back(std::move(needle));
  settle(choices, sitesOf(choices));
}

void removeNeedle(PlanChoices& choices, std::size_t which) {
  auto sites = sitesOf(choices);
  const auto at = static_cast<std::ptrdiff_t>(which);
  sites.erase(sites.begin() + at);
  choices.needles.erase(choices.needles.begin() + at);
  if (!sites.empty()) settle(choices, sites);
}

PlanChoices ownChoices(const PlanChoices& choices, const NeedleChoice& needle) {
  const OwnSite site = ownSiteOf(choices, needle);
  PlanChoices own = choices;
  own.routeId = site.routeId, own.level = site.level, own.side = site.side;
  return own;
}

std::vector<anatomy::MeasuredStructure> ownStructures(const std::vector<anatomy::MeasuredStructure>& structures,
                                                      const PlanChoices& choices, const NeedleChoice& needle,
                                                      const procedure::Routes& routes) {
  std::vector<anatomy::MeasuredStructure> own = structures;
  if (!needle.routeId || *needle.routeId == choices.routeId) return own;
  std::vector<anatomy::MeasuredStructure> ofPlan = structures;
  procedure::assignRoles(ofPlan, routes.rulesFor(choices.routeId), targetsOf(choices));
  std::vector<Point> target;
  if (needle.target) target.push_back(*needle.target);
  procedure::assignRoles(own, routes.rulesFor(*needle.routeId), target);
  for (std::size_t i = 0; i < own.size(); ++i)
    if (structures[i].structure.role != ofPlan[i].structure.role) own[i].structure.role = structures[i].structure.role;
  return own;
}

std::vector<Point> targetsOf(const PlanChoices& choices) {
  std::vector<Point> targets;
  for (const NeedleChoice& needle : choices.needles)
    if (needle.target) targets.push_back(*needle.target);
  return targets;
}

}  // namespace planning
