#include "planning/procedure/route_table.h"

namespace planning::procedure::table {
namespace {

using anatomy::Kind;

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
  route.levels = {"T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
  route.positions = {"prone"};
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
        {"Artery of Adamkiewicz: in the upper third of the foramen in 88 %",
         "Artère d'Adamkiewicz : dans le tiers supérieur du foramen dans 88 % des cas"},
        "Mayo series, 113 arteries"},
       {"tip-error-transforaminal",
        {"Freehand tip error, lumbar transforaminal, cadaver: 7.6 ± 2.8 mm, angle 9.9 ± 4.7 degrees",
         "Erreur de pointe à main levée, foraminale lombaire, cadavre : 7,6 ± 2,8 mm, angle 9,9 ± 4,7 degrés"},
        "PMC10544812"}});
  route.levels = {"T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1"};
  route.needsSide = true;
  route.foraminal = true;
  route.positions = {"prone"};
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
  route.levels = {"S4-S5"};
  route.positions = {"prone"};
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
  route.levels = {"L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
  route.needsSide = true;
  route.positions = {"prone"};
  return route;
}

}  // namespace

std::vector<Route> lumbar() {
  return {interlaminar(), foraminal(), caudal(), facet()};
}

}  // namespace planning::procedure::table
