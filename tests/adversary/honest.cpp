#include "tests/adversary/honest.h"

#include <algorithm>
#include <cmath>

#include "io/files/uid.h"
#include "planning/check.h"
#include "planning/plan/assess.h"
#include "planning/plan/preparation.h"
#include "planning/plan/site_check.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/routes.h"
#include "testdata/answers.h"

namespace adversary {
namespace {

using planning::Point;
using planning::Segment;
using planning::anatomy::MeasuredStructure;
using planning::procedure::Route;

const Route& routeOf(const std::string& id) {
  const Route* route = planning::procedure::routesInUse().find(id);
  planning::check(route != nullptr, "the route of a phantom's path is there");
  return *route;
}

/// The truth keeps every margin with room for the error bounds: what is measured may be one bound nearer, and is judged
/// another bound nearer than that.
bool isSound(const Body& body, const Route& route, const Segment& axis, double radiusMm) {
  return std::all_of(body.structures.begin(), body.structures.end(), [&](const TrueStructure& one) {
    const double needed = route.marginsMm.at(one.measured.structure.kind) + 2 * one.measured.errorBoundMm + 0.05;
    return testdata::leastDistanceMm(*one.shape, axis) - radiusMm > needed;
  });
}

/// The path with another target near by and another direction, from where that leaves the skin.
Segment moved(const Body& body, const testdata::PhantomAnswer& path, Random& random) {
  Point target = path.target;
  for (unsigned i = 0; i < 3; ++i) target[i] += between(random, -0.6, 0.6);
  auto way = path.entry - path.target;
  for (unsigned i = 0; i < 3; ++i) way[i] += between(random, -3, 3);
  way.Normalize();
  const double depthMm = testdata::skinDepthMm(*body.trueSkin, {target + way * 1.0, target});
  return {target + way * depthMm, target};
}

planning::needle::Needle needleFor(const std::string& usual, double depthMm, Random& random) {
  auto needle = planning::needle::parseNeedle(usual).value();
  needle.lengthMm = 10 * std::ceil((depthMm + between(random, 13, 40)) / 10);
  return needle;
}

}  // namespace

const Route& Case::route() const {
  return routeOf(choices.routeId);
}

std::string Case::text() const {
  const auto side = choices.side ? std::string(" ") + word(*choices.side) : "";
  return choices.routeId + " " + choices.level + side + " of " + body->name;
}

void answerHonestly(planning::PlanChoices& choices) {
  choices.guidance = "CT";
  choices.operatorName = "Roe^Ann";
  choices.nearAccepted = true;
  choices.checks.clear();
  for (const auto& question : planning::procedure::checkQuestions())
    choices.checks.push_back({question.id, "no", "2026-11-30", "Roe^Ann", {}});
}

Case honestCase(const Body& body, const testdata::PhantomAnswer& path, Random& random) {
  Case made;
  made.body = &body;
  auto& choices = made.choices;
  choices.routeId = path.routeId;
  choices.level = path.level;
  choices.side = planning::anatomy::sideFromWord(path.side);
  choices.levels = body.levels;
  choices.needles.emplace_back();
  made.needle().label = "Needle 1";
  made.needle().trackingUid = io::newUid();
  const double radiusMm = planning::needle::parseNeedle(path.needle).value().radiusMm();
  Segment axis{path.entry, path.target};
  for (int tries = 0; tries < 40; ++tries)
    if (const Segment other = moved(body, path, random); isSound(body, made.route(), other, radiusMm)) {
      axis = other;
      break;
    }
  made.isSound = isSound(body, made.route(), axis, radiusMm);
  made.needle().target = axis.end, made.needle().entry = axis.start;
  made.needle().needle = needleFor(path.needle, axis.lengthMm(), random);
  for (const auto& one : body.structures) made.structures.push_back(one.measured);
  answerHonestly(choices);
  for (const auto& required : made.route().required)
    if (required.id == "radicular-artery")
      choices.acceptedUnknowns.push_back({required.id, {}, {}, "Roe^Ann", "not opacified", "CT", "2026-11-30"});
  choices = prepared(std::move(choices), body.volume->identity, {}, made.structures);
  return made;
}

Judged judge(Case made) {
  const auto& routes = planning::procedure::routesInUse();
  followRoute(made.choices, made.structures, planning::overruledBy(made.choices), routes);
  if (made.checkedLast) made.choices.siteCheck = planning::siteCheckOf(made.choices, "Second^Person", made.date);
  planning::Scene scene{made.body->volume.get(), made.skinKnown ? made.body->skin.get() : nullptr, made.structures};
  scene.chances = false;
  scene.date = made.date;
  Judged judged;
  judged.plan.choices = made.choices;
  judged.plan.assessment = planning::assess(made.choices, scene, routes);
  judged.completion = planning::mayComplete(judged.plan);
  for (const auto& finding : judged.plan.assessment.findings) judged.codes.insert(finding.code);
  for (const auto& finding : judged.completion.reasons) judged.codes.insert(finding.code);
  for (const auto& needle : judged.plan.assessment.needles)
    for (const auto& row : needle.clearances)
      if (row.verdict && *row.verdict < planning::needle::Verdict::Near && row.acceptedBy.empty())
        judged.codes.insert(std::string("verdict:") + word(*row.verdict));
  return judged;
}

}  // namespace adversary
