#include "planning/procedure/route_table.h"

#include <string>

#include "planning/check.h"

namespace planning::procedure::table {

using anatomy::Kind;

Bilingual ctOrFluoroscopy() {
  return {"CT or fluoroscopy", "Scanner ou radioscopie"};
}

needle::Needle needleOf(int gauge, double lengthMm) {
  const std::optional<double> diameter = needle::outerDiameterMm(gauge);
  check(diameter.has_value(), "a usual needle has a gauge of the chart");
  return {gauge, lengthMm, *diameter};
}

std::vector<Kind> softTissue() {
  return {Kind::Skin, Kind::Fat, Kind::Muscle, Kind::Ligament};
}

RequiredStructure dura() {
  RequiredStructure required{"dura", {"Dura / thecal sac", "Dure-mère / sac dural"}, {Kind::Dura}, {}, {}};
  required.codes = {"18545000", "35951006"};
  required.nameWords = {"dura",      "dural",          "thecal sac", "thecal",
                        "sac dural", "fourreau dural", "dure mere",  "subarachnoid"};
  required.anyOfKind = true;
  required.otherWords = {"cord", "moelle", "medulla"};
  return required;
}

RequiredStructure spinalCord() {
  RequiredStructure required{"spinal-cord", {"Spinal cord", "Moelle épinière"}, {}, {"2748008"}, {}};
  required.kinds = {Kind::Nerve, Kind::Dura, Kind::Organ, Kind::Other};
  required.nameWords = {"spinal cord", "cord", "moelle", "medulla spinalis", "myelon"};
  return required;
}

RequiredStructure exitingRootOfLevel() {
  RequiredStructure required{"exiting-root", {"Exiting nerve root", "Racine nerveuse sortante"}, {Kind::Nerve}, {}, {}};
  required.codes = {"3169005"};
  required.nameWords = {"root", "racine", "exiting", "spinal nerve", "nerf spinal", "ganglion", "drg"};
  required.otherWords = {"cord", "moelle", "traversing", "traversante"};
  required.ofSide = true;
  required.ofLevel = true;
  required.mayBeInvisible = true;
  return required;
}

RequiredStructure traversingRoot() {
  RequiredStructure required = exitingRootOfLevel();
  required.id = "traversing-root";
  required.name = {"Traversing nerve root", "Racine nerveuse traversante"};
  required.otherWords = {"cord", "moelle", "exiting", "sortante"};
  required.nameWords.insert(required.nameWords.end(), {"traversing", "traversante"});
  required.rootsBelow = 1;
  return required;
}

RequiredStructure nerveRoot() {
  RequiredStructure required = exitingRootOfLevel();
  required.id = "nerve-root";
  required.name = {"Nerve root", "Racine nerveuse"};
  return required;
}

RequiredStructure secondCervicalRoot() {
  RequiredStructure required = exitingRootOfLevel();
  required.id = "c2-root";
  required.name = {"C2 nerve root", "Racine C2"};
  required.nameWords.insert(required.nameWords.end(), {"greater occipital", "grand occipital", "arnold"});
  return required;
}

RequiredStructure radicularArtery() {
  RequiredStructure required{"radicular-artery", {"Radicular artery", "Artère radiculaire"}, {}, {}, {}};
  required.kinds = {Kind::Artery, Kind::Vessel};
  required.nameWords = {"radicular", "radiculaire", "radiculo", "adamkiewicz"};
  required.ofSide = true;
  required.ofLevel = true;
  required.mayBeInvisible = true;
  return required;
}

RequiredStructure aorta() {
  RequiredStructure required{"aorta", {"Aorta", "Aorte"}, {Kind::Artery, Kind::Vessel}, {"15825003"}, {}};
  required.nameWords = {"aorta", "aorte"};
  required.onlyInFront = true;
  return required;
}

RequiredStructure venaCava() {
  RequiredStructure required{"vena-cava", {"Inferior vena cava", "Veine cave inférieure"}, {}, {"64131007"}, {}};
  required.kinds = {Kind::Vein, Kind::Vessel};
  required.nameWords = {"vena cava", "veine cave", "inferior vena cava", "ivc", "vci", "cava"};
  required.otherWords = {"superior", "superieure"};
  required.onlyInFront = true;
  return required;
}

RequiredStructure vertebralArtery() {
  RequiredStructure required{"vertebral-artery", {"Vertebral artery", "Artère vertébrale"}, {}, {"85234005"}, {}};
  required.kinds = {Kind::Artery, Kind::Vessel};
  required.nameWords = {"vertebral artery", "artere vertebrale", "arteria vertebralis", "a vertebralis"};
  required.ofSide = true;
  return required;
}

RequiredStructure carotid() {
  RequiredStructure required{"carotid", {"Carotid artery", "Artère carotide"}, {Kind::Artery, Kind::Vessel}, {}, {}};
  required.codes = {"69105007"};
  required.nameWords = {"carotid", "carotide", "carotis"};
  required.ofSide = true;
  return required;
}

RequiredStructure jugular() {
  RequiredStructure required{"jugular", {"Jugular vein", "Veine jugulaire"}, {Kind::Vein, Kind::Vessel}, {}, {}};
  required.codes = {"12123001"};
  required.nameWords = {"jugular", "jugulaire", "jugularis"};
  required.ofSide = true;
  return required;
}

namespace {

std::string degreesText(double degrees) {
  return std::to_string(static_cast<int>(degrees));
}

}  // namespace

GeometricRule comesFromBehind(double mostSidewaysDeg, double leastHeadwardDeg, double mostHeadwardDeg) {
  GeometricRule rule;
  rule.id = "from-behind";
  rule.text = {
      "The needle comes from behind, at most " + degreesText(mostSidewaysDeg) + " degrees to the side, its entry " +
          degreesText(leastHeadwardDeg) + " to " + degreesText(mostHeadwardDeg) + " degrees toward the head.",
      "L'aiguille vient de l'arrière, au plus " + degreesText(mostSidewaysDeg) + " degrés de côté, son entrée de " +
          degreesText(leastHeadwardDeg) + " à " + degreesText(mostHeadwardDeg) + " degrés vers la tête."};
  rule.source = kSiteDefault;
  rule.what = GeometricRule::What::Approach;
  rule.approach = {0, mostSidewaysDeg, leastHeadwardDeg, mostHeadwardDeg};
  return rule;
}

GeometricRule comesFromTheSide(double leastSidewaysDeg, double mostSidewaysDeg, double mostHeadwardDeg) {
  GeometricRule rule;
  rule.id = "from-the-side";
  rule.text = {"The needle comes from the plan's side, " + degreesText(leastSidewaysDeg) + " to " +
                   degreesText(mostSidewaysDeg) + " degrees round from straight behind, at most " +
                   degreesText(mostHeadwardDeg) + " degrees out of the axial plane.",
               "L'aiguille vient du côté du plan, de " + degreesText(leastSidewaysDeg) + " à " +
                   degreesText(mostSidewaysDeg) + " degrés depuis l'arrière, au plus " + degreesText(mostHeadwardDeg) +
                   " degrés hors du plan axial."};
  rule.source = kSiteDefault;
  rule.what = GeometricRule::What::Approach;
  rule.approach = {leastSidewaysDeg, mostSidewaysDeg, -mostHeadwardDeg, mostHeadwardDeg};
  return rule;
}

GeometricRule betweenTheLaminae() {
  GeometricRule rule;
  rule.id = "between-laminae";
  rule.text = {"The needle passes between the laminae: its path runs through no bone.",
               "L'aiguille passe entre les lames : son trajet ne traverse aucun os."};
  rule.source = kCentresPage;
  rule.what = GeometricRule::What::OffBone;
  rule.mostMm = 2;
  return rule;
}

GeometricRule behindTheVertebralArtery() {
  GeometricRule rule;
  rule.id = "behind-vertebral-artery";
  rule.text = {"The needle stays behind the vertebral artery.", "L'aiguille reste en arrière de l'artère vertébrale."};
  rule.source = kSiteDefault;
  rule.what = GeometricRule::What::Needle;
  rule.required = "vertebral-artery";
  rule.toward = {Toward::Behind};
  return rule;
}

std::vector<SourcedLimit> withCommonLimits(std::vector<SourcedLimit> own) {
  own.push_back({"tip-error-phantom",
                 {"Freehand tip error, CT phantom: 6.3 ± 3.6 mm, angle 3.4 ± 3.1 degrees",
                  "Erreur de pointe à main levée, fantôme TDM : 6,3 ± 3,6 mm, angle 3,4 ± 3,1 degrés"},
                 "PMC4499536"});
  own.push_back({"tip-error-by-path",
                 {"Tip error under CT by path, in-plane / angled / double-angled: 3.3 / 4.4 / 6.7 mm",
                  "Erreur de pointe sous scanner selon le trajet, dans la coupe / oblique / double oblique : 3,3 / 4,4 "
                  "/ 6,7 mm"},
                 "doi 10.1259/bjr.20130310"});
  own.push_back({"margins",
                 {"Margins: no consensus exists; defaults from the needle's surface, editable",
                  "Marges : aucun consensus ; valeurs par défaut depuis la surface de l'aiguille, modifiables"},
                 kSiteDefault});
  return own;
}

SourcedLimit skinToEpiduralSpace() {
  return {"skin-to-epidural-space",
          {"Skin to epidural space at L3-L4: 57 ± 12 mm", "De la peau à l'espace épidural en L3-L4 : 57 ± 12 mm"},
          "preprint rs-6675174"};
}

}  // namespace planning::procedure::table
