#include "planning/procedure/route_table.h"

namespace planning::procedure::table {
namespace {

using anatomy::Kind;

constexpr const char* kAdamkiewiczSeries = "Mayo series, 113 arteries (Pain Medicine 2010, 11: 1756)";

/// The artery of Adamkiewicz lies high in the foramen, beside or in front of the root.
GeometricRule awayFromTheUpperThird() {
  GeometricRule rule;
  rule.id = "away-from-upper-third";
  rule.text = {
      "The target lies behind the exiting root or below it, in the posterior or lower foramen, away from its "
      "upper third.",
      "La cible est en arrière de la racine sortante ou au-dessous d'elle, dans la partie postérieure ou "
      "inférieure du foramen, à distance du tiers supérieur."};
  rule.source = kAdamkiewiczSeries;
  rule.what = GeometricRule::What::Target;
  rule.required = "exiting-root";
  rule.toward = {Toward::Behind, Toward::Feet};
  return rule;
}

/// The same by the pedicles that were measured, whether or not a root is known.
GeometricRule belowTheUpperThird() {
  GeometricRule rule;
  rule.id = "below-upper-third";
  rule.text = {"The target lies below the foramen's upper third, measured from the pedicles (not judged at S1).",
               "La cible est au-dessous du tiers supérieur du foramen, mesuré depuis les pédicules (non jugé en S1)."};
  rule.source = kAdamkiewiczSeries;
  rule.what = GeometricRule::What::BelowUpperThird;
  rule.needsWord = true;
  return rule;
}

GeometricRule throughTheHiatus() {
  GeometricRule rule = comesFromBehind(25, -80, -30);
  rule.id = "through-hiatus";
  rule.text = {
      "The needle comes through the hiatus from behind and below, 30 to 80 degrees toward the head so that it lies "
      "along the canal, at most 25 degrees off the midline.",
      "L'aiguille passe par le hiatus, d'arrière et d'en bas, de 30 à 80 degrés vers la tête pour suivre le canal, "
      "à 25 degrés au plus de la ligne médiane."};
  return rule;
}

GeometricRule beyondTheLigament() {
  GeometricRule rule;
  rule.id = "caudal-advance";
  rule.text = {"Beyond the far face of the sacrococcygeal ligament the needle advances at most 5 mm.",
               "Au-delà de la face profonde du ligament sacro-coccygien, l'aiguille avance d'au plus 5 mm."};
  rule.source = "PMID 19637298";
  rule.what = GeometricRule::What::Advance;
  rule.kind = Kind::Ligament;
  rule.mostMm = 5;
  return rule;
}

GeometricRule angleToTheSkin() {
  GeometricRule rule;
  rule.id = "skin-angle";
  rule.text = {"The needle goes in at 58 to 78 degrees to the skin (65.7 in the mean).",
               "L'aiguille entre à un angle de 58 à 78 degrés avec la peau (65,7 en moyenne)."};
  rule.source = "PMID 19637298, the same group";
  rule.what = GeometricRule::What::SkinAngle;
  rule.leastDeg = 58;
  rule.mostDeg = 78;
  return rule;
}

GeometricRule behindTheRoot() {
  GeometricRule rule;
  rule.id = "along-joint-line";
  rule.text = {"The needle reaches the joint line from behind: it stays behind the nerve root.",
               "L'aiguille atteint l'interligne par l'arrière : elle reste en arrière de la racine."};
  rule.source = kSiteDefault;
  rule.what = GeometricRule::What::Needle;
  rule.required = "nerve-root";
  rule.toward = {Toward::Behind};
  return rule;
}

Route interlaminar() {
  Route route;
  route.id = "lumbar-interlaminar";
  route.name = {"Interlaminar epidural", "Épidurale interlamaire"};
  route.level = {"thoraco-lumbar", "thoraco-lombaire"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"posterior epidural space", "espace épidural postérieur"};
  route.required = {dura()};
  route.usualNeedle = needleOf(22, 90);
  route.mayCross = softTissue();
  route.mayTouchAtTarget = {Kind::Bone};  // the lamina as depth stop
  route.marginsMm = margins(kEpidural);
  route.limits = withCommonLimits({skinToEpiduralSpace()});
  route.rules = {comesFromBehind(30, -40, 40), betweenTheLaminae()};
  route.placement = needle::publishedFiguresByPath();
  route.levels = {"T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
  route.positions = {"prone"};
  route.sideOf = SideOf::Nothing;
  return route;
}

/// An epidural by its name and its spread, so its dura margin is 0.
Route foraminal() {
  Route route;
  route.id = "lumbar-foraminal";
  route.name = {"Transforaminal epidural", "Épidurale foraminale"};
  route.level = {"thoraco-lumbar", "thoraco-lombaire"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"neural foramen", "foramen intervertébral"};
  route.required = {exitingRootOfLevel(), dura(), radicularArtery(), aorta(), venaCava()};
  route.usualNeedle = needleOf(22, 90);
  route.otherNeedles = {needleOf(25, 90)};
  route.mayCross = softTissue();
  route.marginsMm = margins(kEpidural);
  route.limits = withCommonLimits(
      {{"adamkiewicz-upper-third",
        {"Artery of Adamkiewicz, T2 to L3: in the upper third of the foramen in 88 %, on the left in 88 %",
         "Artère d'Adamkiewicz, de T2 à L3 : dans le tiers supérieur du foramen dans 88 % des cas, à gauche dans 88 %"},
        kAdamkiewiczSeries},
       {"tip-error-transforaminal",
        {"Freehand tip error under fluoroscopy, lumbar transforaminal, cadaver: 7.6 ± 2.8 mm, angle 9.9 ± 4.7 degrees",
         "Erreur de pointe à main levée sous radioscopie, foraminale lombaire, cadavre : 7,6 ± 2,8 mm, angle 9,9 ± 4,7 "
         "degrés"},
        "PMC10544812"}});
  route.rules = {comesFromTheSide(10, 75, 30), awayFromTheUpperThird(), belowTheUpperThird()};
  route.placement = needle::publishedFiguresByPath();
  route.placement.push_back(needle::transforaminalFigure());
  route.levels = {"T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1"};
  route.needsSide = true;
  route.foraminal = true;
  route.positions = {"prone"};
  route.sideOf = SideOf::Target;
  return route;
}

Route caudal() {
  Route route;
  route.id = "caudal";
  route.name = {"Caudal, through the sacrococcygeal hiatus", "Hiatus sacro-coccygien"};
  route.level = {"sacral", "sacré"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"sacral canal", "canal sacré"};
  route.required = {dura()};
  route.required.front().name = {"Dura (tip of the thecal sac)", "Dure-mère (pointe du sac dural)"};
  route.usualNeedle = needleOf(22, 90);
  route.mayCross = softTissue();
  route.marginsMm = margins(kEpidural);
  route.limits =
      withCommonLimits({{"caudal-advance",
                         {"Advance beyond the ligament: at most 5 mm", "Avancée au-delà du ligament : au plus 5 mm"},
                         "PMID 19637298"}});
  route.rules = {throughTheHiatus(), angleToTheSkin(), beyondTheLigament()};
  route.placement = needle::publishedFiguresByPath();
  route.stopBeforeTargetMm = 5;
  route.layout = "sagittal";
  route.levels = {"S4-S5"};
  route.positions = {"prone"};
  route.sideOf = SideOf::Nothing;
  return route;
}

Route facet() {
  Route route;
  route.id = "lumbar-facet";
  route.name = {"Lumbar facet joint (arthrosis, synovial cyst)", "Articulaire postérieure lombaire (arthrose, kyste)"};
  route.level = {"lumbar", "lombaire"};
  route.guidance = ctOrFluoroscopy();
  route.target = {"facet joint", "articulation postérieure"};
  route.required = {nerveRoot()};
  route.usualNeedle = needleOf(22, 90);
  route.mayCross = softTissue();
  route.mayTouchAtTarget = {Kind::Bone};
  route.marginsMm = margins(kNotEpidural);
  route.limits = withCommonLimits({});
  route.rules = {comesFromTheSide(0, 70, 30), behindTheRoot()};
  route.placement = needle::publishedFiguresByPath();
  route.levels = {"L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
  route.needsSide = true;
  route.positions = {"prone"};
  route.sideOf = SideOf::Target;
  return route;
}

}  // namespace

std::vector<Route> lumbar() {
  return {interlaminar(), foraminal(), caudal(), facet()};
}

}  // namespace planning::procedure::table
