#include "planning/procedure/route_table.h"

namespace planning::procedure::table {
namespace {

using anatomy::Kind;

constexpr double kRingToCentreMm = 30.0;  ///< the needle's way through the disc that is its target

/// The triangle between the exiting root, the dura and the vertebra below.
GeometricRule kambin() {
  GeometricRule rule;
  rule.id = "kambin";
  rule.text = {"The needle passes through Kambin's triangle: behind the exiting root or below it.",
               "L'aiguille passe par le triangle de Kambin : en arrière de la racine sortante ou au-dessous d'elle."};
  rule.source = kCentresPage;
  rule.what = GeometricRule::What::Needle;
  rule.required = "exiting-root";
  rule.toward = {Toward::Behind, Toward::Feet};
  return rule;
}

GeometricRule lateralToTheDura() {
  GeometricRule rule;
  rule.id = "lateral-to-dura";
  rule.text = {"The needle passes lateral to the dura.", "L'aiguille passe en dehors de la dure-mère."};
  rule.source = kSiteDefault;
  rule.what = GeometricRule::What::Needle;
  rule.required = "dura";
  rule.toward = {Toward::Outward};
  return rule;
}

Route intradiscal() {
  Route route;
  route.id = "intradiscal";
  route.name = {"Intradiscal (inflammatory Modic 1 disc disease)", "Intradiscale (discopathie Modic 1)"};
  route.level = {"lumbar", "lombaire"};
  route.guidance = {"operating room, strict asepsis, day hospital, 1 h of monitoring",
                    "bloc opératoire, asepsie stricte, hôpital de jour, 1 h de surveillance"};
  route.target = {"disc centre", "centre du disque"};
  route.required = {exitingRootOfLevel(), traversingRoot(), dura(), aorta(), venaCava()};
  route.required.front().name = {"Exiting root (Kambin's triangle)", "Racine sortante (triangle de Kambin)"};
  route.usualNeedle = needleOf(22, 150);
  route.mayCross = softTissue();
  route.mayCross.push_back(Kind::Disc);  // its ring
  route.mayTouchAtTarget = {Kind::Disc};
  route.touchLastMm = kRingToCentreMm;
  route.marginsMm = margins(kNotEpidural);
  route.limits = withCommonLimits({});
  route.rules = {comesFromTheSide(25, 75, 40), kambin(), lateralToTheDura()};
  route.placement = needle::publishedFiguresByPath();
  route.levels = {"L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
  route.needsSide = true;
  route.positions = {"prone"};
  route.sideOf = SideOf::Entry;
  return route;
}

Route bloodPatch() {
  Route route;
  route.id = "blood-patch";
  route.name = {"Epidural blood patch (30 ml of the patient's blood, for persistent post-puncture headache)",
                "Blood patch épidural"};
  route.level = {"the punctured level", "le niveau ponctionné"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"posterior epidural space", "espace épidural postérieur"};
  route.required = {dura()};
  route.usualNeedle = needleOf(18, 90);
  route.mayCross = softTissue();
  route.mayTouchAtTarget = {Kind::Bone};  // the lamina as depth stop
  route.marginsMm = margins(kEpidural);
  route.limits = withCommonLimits({skinToEpiduralSpace()});
  route.rules = {comesFromBehind(30, -40, 40), betweenTheLaminae()};
  route.placement = needle::publishedFiguresByPath();
  route.checks = {"anticoagulant", "contrast-allergy", "infection", "operated-spine", "diabetes", "pregnancy"};
  route.levels = {"T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
  route.positions = {"prone", "decubitus"};
  route.sideOf = SideOf::Nothing;
  return route;
}

Route general() {
  Route route;
  route.id = "general";
  route.name = {"Any other percutaneous needle", "Autre ponction percutanée"};
  route.level = {"any", "au choix"};
  route.guidance = {"any", "au choix"};
  route.target = {"free", "libre"};
  route.mayCross = softTissue();
  route.marginsMm = margins(kNotEpidural);
  route.limits = withCommonLimits({});
  route.placement = needle::publishedFiguresByPath();
  route.requiresAllGiven = true;
  return route;
}

}  // namespace

std::vector<Route> others() {
  return {intradiscal(), bloodPatch(), general()};
}

}  // namespace planning::procedure::table
