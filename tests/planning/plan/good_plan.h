#pragma once

#include <string>
#include <vector>

#include "planning/plan/plan.h"
#include "tests/support/sphere_field.h"

/// A plan that is ready, and what it is made on.
namespace support {

/// A prone block of body, 300 x 160 x 200 mm around the origin in air: its skin lies at y = 80 behind and -80 in front.
planning::Scene sceneWith(std::vector<planning::anatomy::MeasuredStructure> structures);
planning::SeriesIdentity blockIdentity();
const planning::Volume& blockVolume();

/// Everything in order: an interlaminar epidural straight down from the back at L4-L5, on the spine of lumbarColumn().
planning::Plan goodPlan();
/// A left facet of L4-L5 in its place, the needle straight down from the back.
planning::Plan leftFacetPlan(const planning::Point& target);
/// What it must know: a ball in front of the target.
planning::anatomy::MeasuredStructure dura();

planning::Plan assessed(const planning::Plan& plan, const planning::Scene& scene,
                        const planning::procedure::Routes& routes = planning::procedure::routesInUse());

std::vector<std::string> codes(const planning::Plan& plan);
bool tells(const planning::Plan& plan, const std::string& code);
/// The finding of a code. Throws where there is none.
const planning::Finding& finding(const planning::Plan& plan, const std::string& code);
/// The first needle's row of a structure. Throws where there is none.
const planning::needle::Clearance& row(const planning::Plan& plan, const std::string& structure);

}  // namespace support
