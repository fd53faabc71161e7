#pragma once

#include <string>
#include <vector>

#include "planning/procedure/route.h"

namespace planning::procedure {

/// The routes to choose from, a value: the built-in ones, with a site's own on top (parseRoutes).
class Routes {
 public:
  /// Must hold the route "general", which is taken where none is chosen.
  explicit Routes(std::vector<Route> all);

  const Route* find(const std::string& id) const;      ///< null for an unknown one
  const Route& rulesFor(const std::string& id) const;  ///< the general route for an unknown one

  /// A geometric rule's sentence by "route/rule"; the text itself for an unknown one.
  Bilingual ruleText(const std::string& routeAndRule) const;
  /// The name of a requirement by its id, over all routes; the id itself for an unknown one.
  Bilingual requiredName(const std::string& id) const;

  auto begin() const { return all_.begin(); }
  auto end() const { return all_.end(); }
  std::size_t size() const { return all_.size(); }
  const Route& operator[](std::size_t place) const { return all_.at(place); }
  const Route& back() const { return all_.back(); }

 private:
  std::vector<Route> all_;
};

/// Those of planning/procedure/README.md, in its order.
Routes builtInRoutes();

/// The routes of this run of the program, for what only names them; what judges by a route takes it as argument.
const Routes& routesInUse();
/// Puts a site's routes in the place of the built-in ones. Once, at the program's start: references that routesInUse()
/// gave before are void after.
void useRoutes(Routes routes);

}  // namespace planning::procedure
