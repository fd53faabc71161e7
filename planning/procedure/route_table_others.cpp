#include "planning/procedure/route_table.h"

namespace planning::procedure::table {
namespace {

using anatomy::Kind;

constexpr double kRingToCentreMm = 30.0;  ///< the needle's way through the disc that is its target

Route intradiscal() {
  Route route;
  route.id = "intradiscal";
  route.name = {"Intradiscal (inflammatory Modic 1 disc disease)", "Intradiscale (discopathie Modic 1)"};
  route.level = {"lumbar", "lombaire"};
  route.guidance = {"operating room, strict asepsis, day hospital, 1 h of monitoring",
                    "bloc opératoire, asepsie stricte, hôpital de jour, 1 h de surveillance"};
  route.target = {"disc centre", "centre du disque"};
  route.required = {exitingRootOfLevel(), dura(), aorta(), venaCava()};
  route.required.front().name = {"Exiting root (Kambin's triangle)", "Racine sortante (triangle de Kambin)"};
  route.usualNeedle = needleOf(22, 150);
  route.mayCross = softTissue();
  route.mayCross.push_back(Kind::Disc);  // its ring
  route.mayTouchAtTarget = {Kind::Disc};
  route.touchLastMm = kRingToCentreMm;
  route.marginsMm = margins(kNotEpidural);
  route.limits = withCommonLimits({});
  route.levels = {"L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
  route.needsSide = true;
  route.positions = {"prone"};
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
  route.levels = {"T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
  route.positions = {"prone", "decubitus"};
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
  route.requiresAllGiven = true;
  return route;
}

}  // namespace

std::vector<Route> others() {
  return {intradiscal(), bloodPatch(), general()};
}

}  // namespace planning::procedure::table
