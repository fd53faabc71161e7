#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/measured_structure.h"
#include "planning/finding.h"
#include "planning/plan/choices.h"
#include "planning/procedure/route.h"

/// Where a structure that a route needs lies, by its own places and not by its name.
namespace planning {

/// The side that a structure lies on near a place (within 25 mm of its height; all of it where none is there): most of
/// it is farther than 3 mm from the middle there, and at most a tenth on the other side. Bilateral: a good part is on
/// either. Absent: cannot be told.
std::optional<anatomy::Side> lyingOn(const anatomy::MeasuredStructure& structure, const Point& near,
                                     const PlanChoices& choices);

/// The roots through whose foramina it runs, as a list that begins with the one that holds most of it: a foramen
/// reaches from one pedicle's middle to the next, from 5 mm inside to 10 mm outside the upper pedicle's middle. Empty:
/// cannot be told (not counted, or in no foramen; C2's root has none: its name tells it).
std::vector<std::string> foraminaOf(const anatomy::MeasuredStructure& structure, const PlanChoices& choices);

/// Is it the structure that is required, by where it lies? `target` may be absent: cannot be told.
procedure::Place placeByLying(const procedure::RequiredStructure& required, const anatomy::MeasuredStructure& structure,
                              const std::optional<anatomy::Side>& side, const PlanChoices& choices,
                              const std::optional<Point>& target);

/// Errors where a structure's name, read whole, or its stated side says another side or level than where it lies:
/// "name-contradicts-side" (name, named side, side it lies on), "name-contradicts-level" (name, named root, root of the
/// foramen it lies in).
std::vector<Finding> nameFindings(const procedure::RequiredStructure& required,
                                  const anatomy::MeasuredStructure& structure, const PlanChoices& choices,
                                  const std::optional<Point>& target);

}  // namespace planning
