#include "planning/procedure/routes.h"

#include <algorithm>

#include "planning/check.h"
#include "planning/procedure/route_table.h"

namespace planning::procedure {
namespace {

Routes& inUse() {
  static Routes routes = builtInRoutes();
  return routes;
}

}  // namespace

Routes::Routes(std::vector<Route> all) : all_(std::move(all)) {
  check(find("general") != nullptr, "the general route is always there");
}

const Route* Routes::find(const std::string& id) const {
  const auto found = std::find_if(begin(), end(), [&](const Route& route) { return route.id == id; });
  return found == end() ? nullptr : &*found;
}

const Route& Routes::rulesFor(const std::string& id) const {
  const Route* route = find(id);
  return route ? *route : *find("general");
}

Bilingual Routes::requiredName(const std::string& id) const {
  for (const Route& route : all_)
    for (const RequiredStructure& required : route.required)
      if (required.id == id) return required.name;
  if (id == lungNearby().id) return lungNearby().name;
  return {id, id};
}

Bilingual Routes::ruleText(const std::string& routeAndRule) const {
  const auto slash = routeAndRule.find('/');
  const Route* route = find(routeAndRule.substr(0, slash));
  if (route && slash != std::string::npos)
    for (const GeometricRule& rule : route->rules)
      if (rule.id == routeAndRule.substr(slash + 1)) return rule.text;
  return {routeAndRule, routeAndRule};
}

Routes builtInRoutes() {
  std::vector<Route> all = table::lumbar();
  for (auto* region : {table::cervical, table::others})
    for (Route& route : region()) all.push_back(std::move(route));
  return Routes(std::move(all));
}

const Routes& routesInUse() {
  return inUse();
}

void useRoutes(Routes routes) {
  inUse() = std::move(routes);
}

}  // namespace planning::procedure
