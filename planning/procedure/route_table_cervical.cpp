#include "planning/procedure/route_table.h"

namespace planning::procedure::table {
namespace {

using anatomy::Kind;

GeometricRule posteriorForamen() {
  GeometricRule rule;
  rule.id = "posterior-foramen";
  rule.text = {"The target lies in the posterior foramen, behind the exiting root.",
               "La cible est dans la partie postérieure du foramen, en arrière de la racine sortante."};
  rule.source = kCentresPage;
  rule.what = GeometricRule::What::Target;
  rule.required = "exiting-root";
  rule.toward = {Toward::Behind};
  return rule;
}

/// From the plan's side, for a patient who lies so.
GeometricRule comesFromTheSideLying(const char* position, const Bilingual& lying, double leastDeg, double mostDeg) {
  GeometricRule rule = comesFromTheSide(leastDeg, mostDeg, 30);
  rule.id += std::string("-") + position;
  rule.text = {lying.english + ": " + rule.text.english, lying.french + " : " + rule.text.french};
  rule.positions = {position};
  return rule;
}

/// Along the joint's own slope, from behind and below, the needle running toward the head.
GeometricRule toTheFacet() {
  GeometricRule rule = comesFromTheSide(0, 110, 30);
  rule.otherApproaches = {{0, 30, -60, -30}};
  rule.text = {rule.text.english +
                   " Or by the posterior ascending approach: from behind, at most 30 degrees to the "
                   "side, the entry 30 to 60 degrees toward the feet.",
               rule.text.french +
                   " Ou par voie postérieure ascendante : de l'arrière, au plus 30 degrés de côté, "
                   "l'entrée de 30 à 60 degrés vers les pieds."};
  return rule;
}

GeometricRule notAboveTheSixth() {
  GeometricRule rule;
  rule.id = "not-above-c6-c7";
  rule.text = {"The needle goes in at C6-C7 or C7-T1, not above.",
               "L'aiguille entre en C6-C7 ou C7-T1, pas au-dessus."};
  rule.source = kSafeguards;
  rule.what = GeometricRule::What::NotAbove;
  rule.needsWord = true;
  rule.highestLevel = "C6-C7";
  return rule;
}

GeometricRule posterolateral() {
  GeometricRule rule = comesFromTheSide(5, 80, 30);
  rule.id = "posterolateral";
  return rule;
}

/// Between the sac, which lies medially, and the vertebral artery, which lies laterally.
GeometricRule lateralToTheSac() {
  GeometricRule rule;
  rule.id = "lateral-to-sac";
  rule.text = {"The needle passes lateral to the thecal sac, to the lateral part of the joint.",
               "L'aiguille passe en dehors du sac dural, vers la partie latérale de l'articulation."};
  rule.source = "PMID 31260064, 488 CT angiograms";
  rule.what = GeometricRule::What::Needle;
  rule.required = "dura";
  rule.toward = {Toward::Outward};
  return rule;
}

Route foraminal() {
  Route route;
  route.id = "cervical-foraminal";
  route.name = {"Cervical transforaminal", "Foraminale cervicale"};
  route.level = {"cervical", "cervical"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"posterior foramen", "partie postérieure du foramen"};
  route.required = {vertebralArtery(), exitingRootOfLevel(), dura(), carotid(), jugular()};
  route.usualNeedle = needleOf(25, 50);
  route.mayCross = softTissue();
  route.marginsMm = margins(kNotEpidural);
  route.limits = withCommonLimits({{"artery-near-ideal-tip",
                                    {"The vertebral artery lies within 2 mm of the ideal tip at any of C2-C3 to C6-C7 "
                                     "in 29 % of patients, at C4-C5 to C6-C7 in 18 %",
                                     "L'artère vertébrale se trouve à moins de 2 mm de la pointe idéale à l'un des "
                                     "étages C2-C3 à C6-C7 chez 29 % des patients, de C4-C5 à C6-C7 chez 18 %"},
                                    "doi 10.1111/pme.12121"}});
  route.rules = {comesFromTheSideLying("prone", {"Prone", "À plat ventre"}, 20, 90),
                 comesFromTheSideLying("supine", {"Supine", "Sur le dos"}, 60, 140),
                 comesFromTheSideLying("decubitus", {"On the side", "Sur le côté"}, 45, 120),
                 behindTheVertebralArtery(), posteriorForamen()};
  route.placement = needle::publishedFiguresByPath();
  route.levels = {"C3", "C4", "C5", "C6", "C7", "C8"};
  route.needsSide = true;
  route.foraminal = true;
  route.positions = {"prone", "supine", "decubitus"};
  route.sideOf = SideOf::Target;
  return route;
}

/// The needle stays in the joint, only the product spreads: not an epidural route, so the dura keeps its 2 mm.
Route facet() {
  Route route;
  route.id = "cervical-facet";
  route.name = {"Cervical facet with trans-epidural diffusion",
                "Articulaire postérieure cervicale avec diffusion transépidurale"};
  route.level = {"cervical", "cervical"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"facet joint", "articulation postérieure"};
  route.required = {vertebralArtery(), nerveRoot(), dura()};
  route.usualNeedle = needleOf(25, 50);
  route.mayCross = softTissue();
  route.mayTouchAtTarget = {Kind::Bone};
  route.marginsMm = margins(kNotEpidural);
  route.limits = withCommonLimits({});
  route.rules = {toTheFacet(), behindTheVertebralArtery()};
  route.placement = needle::publishedFiguresByPath();
  route.levels = {"C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1"};
  route.needsSide = true;
  route.positions = {"prone", "decubitus"};
  route.sideOf = SideOf::Target;
  return route;
}

Route interlaminar() {
  Route route;
  route.id = "cervical-interlaminar";
  route.name = {"Cervical interlaminar (less used: riskier at this level)",
                "Interlamaire cervicale (plus rarement utilisée : plus risquée)"};
  route.level = {"cervical", "cervical"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"posterior epidural space", "espace épidural postérieur"};
  route.required = {dura(), spinalCord()};
  route.usualNeedle = needleOf(22, 90);
  route.mayCross = softTissue();
  route.mayTouchAtTarget = {Kind::Bone};  // the lamina as depth stop
  route.marginsMm = margins(kEpidural);
  route.limits = withCommonLimits({});
  route.rules = {comesFromBehind(30, -50, 30), betweenTheLaminae(), notAboveTheSixth()};
  route.placement = needle::publishedFiguresByPath();
  route.layout = "sagittal";
  route.levels = {"C2-C3", "C3-C4", "C4-C5", "C5-C6", "C6-C7", "C7-T1"};
  route.positions = {"prone"};
  route.sideOf = SideOf::Nothing;
  return route;
}

Route atlantoAxial() {
  Route route;
  route.id = "c1-c2";
  route.name = {"C1-C2 lateral joint (Arnold's neuralgia, upper cervical arthrosis)",
                "Articulaire C1-C2 (névralgie d'Arnold, cervicarthrose)"};
  route.level = {"C1-C2", "C1-C2"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"lateral atlanto-axial joint", "articulation atlanto-axoïdienne latérale"};
  route.required = {vertebralArtery(), secondCervicalRoot(), dura()};
  route.usualNeedle = needleOf(25, 90);
  route.mayCross = softTissue();
  route.mayTouchAtTarget = {Kind::Bone};
  route.marginsMm = margins(kNotEpidural);
  const char* series = "PMID 31260064, 488 CT angiograms";
  route.limits = withCommonLimits(
      {{"c1-c2-to-vertebral-artery",
        {"Path to the vertebral artery: 7.1 ± 1.8 mm (2.2 to 14.4); 7 paths through the artery are not in it",
         "Du trajet à l'artère vertébrale : 7,1 ± 1,8 mm (2,2 à 14,4) ; sans 7 trajets à travers l'artère"},
        series},
       {"c1-c2-to-thecal-sac",
        {"Path to the thecal sac: 6.0 ± 2.2 mm (1.4 to 18); 11 paths through the sac are not in it",
         "Du trajet au sac dural : 6,0 ± 2,2 mm (1,4 à 18) ; sans 11 trajets à travers le sac"},
        series}});
  route.rules = {posterolateral(), lateralToTheSac()};
  route.placement = needle::publishedFiguresByPath();
  route.levels = {"C1-C2"};
  route.needsSide = true;
  route.positions = {"prone", "decubitus"};
  route.sideOf = SideOf::Target;
  return route;
}

}  // namespace

std::vector<Route> cervical() {
  return {foraminal(), facet(), interlaminar(), atlantoAxial()};
}

}  // namespace planning::procedure::table
