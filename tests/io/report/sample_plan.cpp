#include "tests/io/report/sample_plan.h"

#include <sstream>

#include "planning/plan/site_check.h"
#include "planning/rounding.h"

namespace sample {
namespace {

using planning::makePoint;
using planning::Plan;
using planning::anatomy::Kind;
using planning::anatomy::Role;
using planning::anatomy::Side;
using planning::needle::Clearance;
using planning::needle::Verdict;

constexpr const char* kSeg = "1.2.840.10008.5.1.4.1.1.66.4";
constexpr const char* kRtStruct = "1.2.840.10008.5.1.4.1.1.481.3";

planning::SeriesIdentity scan() {
  planning::SeriesIdentity scan;
  scan.patient = {"PAT-7", "Hôpital Nord", "Lefèvre^Zoé", "19610229", "F"};
  scan.study = {"1.2.826.0.1.3680043.9.1.1", "S1", "20240229", "101500", "ACC1", "Scanner du rachis", "Müller^Jörg"};
  scan.seriesUid = "1.2.826.0.1.3680043.9.1.2";
  scan.frameOfReferenceUid = "1.2.826.0.1.3680043.9.1.3";
  scan.modality = "CT";
  scan.description = "Rachis lombaire, 1 mm";
  scan.patientPosition = "FFDR";
  for (int k = 1; k <= 4; ++k)
    scan.instances.push_back({"1.2.840.10008.5.1.4.1.1.2", "1.2.826.0.1.3680043.9.1.4." + std::to_string(9 - k)});
  return scan;
}

planning::SeriesIdentity evidence(const std::string& modality, const std::string& sopClass, const std::string& uid) {
  planning::SeriesIdentity series = scan();
  series.seriesUid = uid + ".1";
  series.modality = modality;
  series.description = "Structures; a=b | 100 %";
  series.patientPosition.clear();
  series.instances = {{sopClass, uid}};
  if (modality == "RTSTRUCT") series.study.uid = "1.2.826.0.1.3680043.9.9.1";  // the study may differ
  return series;
}

Clearance measured(const std::string& name, Kind kind, double distance, double margin, Verdict verdict) {
  Clearance c;
  c.structure = name;
  c.structureTrackingUid = "2.25.77000" + std::to_string(static_cast<int>(kind));
  c.kind = kind;
  c.source = planning::anatomy::Origin{planning::anatomy::Origin::Kind::Segmentation, "2.25.4001"};
  c.sourceSopClassUid = kSeg;
  c.sourceSopInstanceUid = "2.25.4001";
  c.sourceNumber = 3;
  c.confirmed = true;
  c.distanceMm = distance;
  c.errorBoundMm = 0.612;
  c.marginMm = margin;
  c.closestOnStructure = makePoint(-12.125, 20.5, -301.333);
  c.closestOnNeedle = makePoint(-10.001, 22.75, -300);
  c.depthMm = 60.25;
  c.verdict = verdict;
  return c;
}

std::vector<Clearance> clearances() {
  auto breach = measured("Artère radiculaire; gauche", Kind::Artery, -0.4, 2, Verdict::Breach);
  breach.code = {"34635009", "SCT", "Lumbar artery"};
  breach.side = Side::Left;
  breach.breachProbability = 0.734;
  breach.breachStandardError = 0.012;
  Clearance absent;  // the route needs it and nobody gave it
  absent.structure = "Dura / thecal sac";
  absent.source = planning::needle::Required{"dura"};
  absent.kind = Kind::Dura;
  absent.marginMm = 2;
  absent.verdict = Verdict::Unknown;
  auto near = measured("Racine L5", Kind::Nerve, 4.1, 2, Verdict::Near);
  near.sourceSopClassUid = kRtStruct;
  near.sourceSopInstanceUid = "2.25.4002";
  near.source = planning::anatomy::Origin{planning::anatomy::Origin::Kind::RtStruct, "2.25.4002"};
  near.sourceNumber = 12;
  near.confirmed = false;
  auto clear = measured("Aorta", Kind::Artery, 55.5, 2, Verdict::Clear);
  clear.structureTrackingUid = "2.25.770099";
  clear.code = {"15825003", "SCT", "Aorta"};
  auto crossable = measured("Muscle", Kind::Muscle, -20.75, 0, Verdict::Clear);
  crossable.verdict.reset();
  crossable.role = Role::Crossable;
  auto target = measured("Facet joint", Kind::Other, 0.75, 0, Verdict::Clear);
  target.role = Role::Target;
  target.side = Side::Bilateral;
  target.closestOnStructure.reset();
  target.closestOnNeedle.reset();
  target.distanceMm.reset();
  target.errorBoundMm = 0;
  target.verdict = Verdict::Unknown;
  target.depthMm.reset();
  return {breach, absent, near, clear, crossable, target};
}

planning::PlannedNeedle placed(const std::string& label, const planning::Point& entry, const planning::Point& target) {
  planning::PlannedNeedle needle;
  needle.label = label;
  needle.trackingUid = "2.25.6" + std::to_string(label.size());
  needle.entry = entry;
  needle.target = target;
  needle.needle = planning::needle::Needle{23, 90.5, 0.641};
  needle.pathLengthMm = planning::rounded((target - entry).GetNorm());
  needle.angles = planning::needle::anglesOf({entry, target}, scan().patientPosition);
  needle.verdict = Verdict::Breach;
  return needle;
}

planning::anatomy::Structure tube() {
  planning::anatomy::Structure structure;
  structure.name = "Nerf tracé";
  structure.trackingUid = "2.25.5001";
  structure.kind = Kind::Nerve;
  structure.kindGuessed = false;
  structure.code = {"3169005", "SCT", "Spinal nerve structure"};
  structure.side = Side::Right;
  structure.role = Role::Avoid;
  structure.confirmed = true;
  structure.source = {planning::anatomy::Origin::Kind::Traced};
  structure.marginMm = 2.5;
  structure.registrationResidualMm = 0.75;
  structure.colour = {230, 159, 1};
  structure.shape = planning::anatomy::Tube{
      {makePoint(1, -2.5, -300.125), makePoint(4.001, 2, -305), makePoint(8, 3, -310.999)}, {1.5, 2, 1.25}, 0.5};
  return structure;
}

std::string number(double value) {
  std::ostringstream text;
  text.precision(12);
  text << planning::rounded(value);
  return text.str();
}

std::string show(const std::optional<double>& value) {
  return value ? number(*value) : "absent";
}
std::string show(const std::optional<planning::Angle>& angle) {
  return angle ? number(angle->degrees()) : "absent";
}
std::string show(const std::optional<bool>& value) {
  return value ? (*value ? "yes" : "no") : "absent";
}
std::string show(const std::optional<int>& value) {
  return value ? std::to_string(*value) : "absent";
}
std::string show(const std::optional<Verdict>& verdict) {
  return verdict ? std::to_string(int(*verdict)) : "absent";
}
std::string show(const std::optional<planning::anatomy::Code>& code) {
  return code ? code->value + "/" + code->scheme + "/" + code->meaning : "absent";
}
std::string show(const std::optional<planning::Point>& p) {
  return p ? number((*p)[0]) + " " + number((*p)[1]) + " " + number((*p)[2]) : "absent";
}

class Lines {
 public:
  void add(const std::string& name, const std::string& value) { lines.push_back(prefix + name + ": " + value); }
  std::string prefix;
  std::vector<std::string> lines;
};

void add(Lines& out, const planning::SeriesIdentity& series) {
  const auto& [patient, study] = std::tie(series.patient, series.study);
  for (const auto& text :
       {patient.id, patient.issuer, patient.name, patient.birthDate, patient.sex, study.uid, study.id, study.date,
        study.time, study.accessionNumber, study.description, study.referringPhysician, series.seriesUid,
        series.frameOfReferenceUid, series.modality, series.description, series.patientPosition})
    out.add("identity", text);
  for (const auto& instance : series.instances) out.add(instance.sopClassUid, instance.sopInstanceUid);
}

template <class StructureLike>
void addCommon(Lines& out, const StructureLike& s) {
  out.add("kind", word(s.kind));
  out.add("role", word(s.role));
  out.add("side", word(s.side));
  out.add("code", show(s.code));
  out.add("source", planning::needle::textOf(s.source) + " " + s.sourceSopClassUid + " " + s.sourceSopInstanceUid +
                        " " + show(s.sourceNumber));
  out.add("confirmed", show(std::optional(s.confirmed)));
}

void add(Lines& out, const Clearance& c) {
  out.add("structure", c.structure + " " + c.structureTrackingUid);
  addCommon(out, c);
  out.add("distance", show(c.distanceMm));
  out.add("bound, margin", number(c.errorBoundMm) + " " + number(c.marginMm));
  out.add("closest", show(c.closestOnStructure) + ", " + show(c.closestOnNeedle) + ", " + show(c.depthMm));
  out.add("probability", show(c.breachProbability) + " " + show(c.breachStandardError));
  out.add("verdict", show(c.verdict));
  out.add("unseen, accepted by", show(c.unseenDistanceMm) + ", " + c.acceptedBy);
}

void add(Lines& out, const planning::PlannedNeedle& n) {
  out.add("label", n.label + " " + n.trackingUid);
  out.add("target", show(n.target));
  out.add("entry", show(n.entry));
  out.add("needle", n.needle ? show(std::optional(n.needle->gauge)) + "G " + number(n.needle->lengthMm) + " " +
                                   number(n.needle->outerDiameterMm)
                             : "absent");
  out.add("length, depth, outside", show(n.pathLengthMm) + " " + show(n.depthMm) + " " + show(n.outsideSkinMm));
  out.add("too short", show(n.tooShort));
  if (n.angles) {
    const auto& a = *n.angles;
    for (const auto& angle : {a.inPlane, std::optional(a.cranioCaudal), a.carmPrimary, std::optional(a.carmSecondary)})
      out.add("angle", show(angle));
    if (a.tilted) out.add("tilted", show(std::optional(a.tilted->tilt)) + " " + show(std::optional(a.tilted->inSlice)));
  }
  out.add("verdict", show(n.verdict) + " " + show(n.breachProbability) + " " + show(n.breachStandardError));
  if (n.placementError) {
    const auto& e = *n.placementError;
    out.add("placement", number(e.meanTipMm) + " " + show(e.deviationTipMm) + " " + show(e.meanAngle) + " " +
                             show(e.deviationAngle) + " " + e.source);
  }
  out.add("from midline", show(n.fromMidlineMm));
  out.add("own", n.routeId.value_or("absent") + ", " + n.level.value_or("absent") + ", " +
                     (n.side ? word(*n.side) : "absent"));
  out.add("site", show(n.site.lateralMm) + " " + (n.site.against ? word(*n.site.against) : "absent") + " " +
                      (n.site.side ? word(*n.site.side) : "absent"));
  for (const auto& level : n.site.levels) out.add("site's level", level);
  for (const auto& clearance : n.clearances) add(out, clearance);
}

void add(Lines& out, const planning::anatomy::Structure& s) {
  out.add("structure", s.name + " " + s.trackingUid);
  addCommon(out, s);
  out.add("guessed", show(std::optional(s.kindGuessed)));
  out.add("margin", show(s.marginMm) + " " + number(s.registrationResidualMm));
  for (const auto part : s.colour) out.add("colour", std::to_string(part));
  const auto& tube = std::get<planning::anatomy::Tube>(s.shape);
  for (std::size_t i = 0; i < tube.centreline.size(); ++i)
    out.add("vertex", show(std::optional(tube.centreline[i])) + " " + number(tube.radiiMm[i]));
  out.add("uncertainty", number(tube.radiusUncertaintyMm));
}

std::string showSide(const std::optional<Side>& side) {
  return side ? word(*side) : "absent";
}

void addAttested(Lines& out, const planning::PlanChoices& choices) {
  out.add("reserve accepted", show(std::optional(choices.reserveAccepted)));
  out.add("rules accepted", show(std::optional(choices.rulesAccepted)));
  for (const auto* list : {&choices.levelsSeen, &choices.sidesSeen, &choices.structuresSeen})
    for (const auto& seen : *list) out.add("seen", seen.what + "," + seen.by + "," + seen.how + "," + seen.at);
  for (const auto& a : choices.acceptedUnknowns)
    out.add("accepted", a.requirement + "," + showSide(a.side) + "," + a.level + "," + a.by + "," + a.reason + "," +
                            a.modality + "," + a.date);
  if (!choices.siteCheck) return;
  out.add("site check", choices.siteCheck->by + "," + choices.siteCheck->at + "," + choices.siteCheck->patientId);
  for (const auto& site : choices.siteCheck->needles)
    out.add("checked", site.needle + "," + site.routeId + "," + site.level + "," + showSide(site.side) + "," +
                           show(site.entry) + "," + show(site.target));
}

}  // namespace

Plan attestedPlan() {
  Plan plan = richPlan();
  plan.choices.reserveAccepted = true;
  plan.choices.rulesAccepted = true;
  plan.choices.levelsSeen = {{"L4-L5", "Dupré^Éloïse", "fluoroscopy", "2024-02-29"}, {"C7; =", "B", "images", ""}};
  plan.choices.sidesSeen = {{"left", "Dupré^Éloïse", "fluoroscopy", "2024-02-29 10:15"}};
  plan.choices.structuresSeen = {{"Bone; =", "Dupré^Éloïse", "images", "2024-02-29 10:15"}};
  plan.choices.acceptedUnknowns = {
      {"radicular-artery", Side::Left, "L4-L5", "Dupré^Éloïse", "non injecté ; 50 %", "CT", "2024-02-29"},
      {"nerve-root", std::nullopt, "", "B", "", "", ""}};
  plan.choices.levels[1].inCanal = makePoint(0.5, 45.125, -299.001);
  auto& second = plan.choices.needles[2];
  second.routeId = "lumbar-facet";
  second.level = "";
  second.side = Side::Right;
  plan.choices.needles[1].level = "L3-L4";  // the one without a place
  plan.choices.siteCheck = planning::siteCheckOf(plan.choices, "Martin^Luc", "2024-02-29");
  auto& first = plan.assessment.needles[0];
  first.site = {-21.375, planning::Middle::Canal, planning::MeasuredSide::Right, {"L4-L5", "L3-L4"}};
  first.clearances[1].acceptedBy = "Dupré^Éloïse";
  first.clearances[3].unseenDistanceMm = 12.25;
  plan.assessment.needles[2].site.levels = {"L5"};  // no middle: no side
  return plan;
}

Plan richPlan() {
  Plan plan;
  plan.choices.scan = scan();
  plan.choices.routeId = "lumbar-foraminal";
  plan.choices.level = "L4-L5";
  plan.choices.side = Side::Left;
  plan.choices.guidance = "CT";
  plan.choices.scanDigest = std::string(32, 'a') + std::string(32, '7');
  plan.choices.label = "Séance n° 1 ; L5 | gauche";
  plan.choices.operatorName = "Dupré^Éloïse";
  plan.choices.operatorOrganization = "Centre d'imagerie";
  auto first = placed("Aiguille 1", makePoint(-31.5, 95.125, -290.001), makePoint(-10.001, 20.002, -301.5));
  first.depthMm = 77.4;
  first.outsideSkinMm = -2.5;
  first.tooShort = true;
  first.breachProbability = 0.031;
  first.breachStandardError = 0.004;
  first.placementError = {7.6, 2.8, planning::Angle::degrees(9.9), {}, "PMC10544812; notre série"};
  first.fromMidlineMm = -32.5;
  first.clearances = clearances();
  auto second = placed("Needle 2", makePoint(1.5, 99, -300), makePoint(1.5, 20, -300));  // straight: no tilt in z
  second.needle.reset();
  second.fromMidlineMm = 0.5;
  second.verdict = Verdict::Unknown;
  auto neighbour = measured("Aiguille 1", Kind::Other, 12.5, 0, Verdict::Clear);
  neighbour.structureTrackingUid = first.trackingUid;
  neighbour.source = planning::needle::OtherNeedle{};
  neighbour.sourceSopClassUid.clear();
  neighbour.sourceSopInstanceUid.clear();
  neighbour.sourceNumber.reset();
  second.clearances = {neighbour};
  planning::PlannedNeedle unplaced;
  unplaced.label = "Trois = 3; ";
  unplaced.trackingUid = "2.25.63";
  unplaced.needle = planning::needle::Needle{25, 50, 0.514};
  for (const auto& needle : {first, unplaced, second}) plan.add(needle);
  plan.choices.checks = {
      {"anticoagulant", "relay-recorded", "2024-02-28", "Dr. Müller; cardiologue", "arrêt = 5 jours\nrelais"},
      {"contrast-allergy", "severe", "", "", ""},
      {"infection", "no", "", "", ""},
      {"operated-spine", "yes", "", "Dupré", ""},
      {"diabetes", "unknown", "", "", "50 %"},
      {"earlier-infiltration", "2024-01-31", "", "", ""}};
  plan.choices.tracedStructures = {tube()};
  plan.choices.structureEvidence = {evidence("SEG", kSeg, "2.25.4001"), evidence("RTSTRUCT", kRtStruct, "2.25.4002")};
  plan.choices.nearAccepted = true;
  plan.choices.nearBandMm = 2.5;
  plan.choices.midline = {makePoint(1, 60, -250), makePoint(1, 62, -310)};
  plan.choices.levels = {{"S1", makePoint(2, 20, -330.5), false, false, {}},
                         {"L5", makePoint(1, 21, -300), true, true, {}, makePoint(3, 12.5, -298)},
                         {"L4", makePoint(0.125, 22, -265), false, true, {}}};
  plan.report.complete = true;
  plan.assessment.verdict = Verdict::Breach;
  plan.assessment.findings = {
      {"entry-off-skin", planning::Severity::Warning, {"12.5 mm", "", " a;b|c "}, "L'entrée ; 100 %"},
      {"check-unknown", planning::Severity::Error, {}, ""},
      {"note", planning::Severity::Info, {""}, "x"}};
  return plan;
}

planning::procedure::ProcedureRecord fullRecord() {
  using planning::procedure::Opacification;
  planning::procedure::ProcedureRecord record;
  record.date = "2026-05-17";
  record.performedBy = "Dupré^Éloïse";
  record.guidance = "CT";
  record.position = planning::procedure::PatientPosition::RightLateral;
  record.asepsis = true;
  record.opacifications = {Opacification::Vascular, Opacification::Vascular, Opacification::Epidural};
  record.medium = planning::procedure::Medium::Air;
  record.anaestheticTestRelieved = false;
  record.drug = "Hydrocortancyl 2,5 %; lidocaïne = 1 %";
  record.lot = "A|12";
  record.volumeMl = 4.125;
  record.doseAreaProductDgyCm2 = 12.5;
  record.doseLengthProductMgyCm = 210.25;
  record.durationMin = 9.5;
  record.complications = "malaise vagal";
  record.noComplications = true;  // a contradiction, which a record may hold
  record.painBefore = 7;
  record.painAfter = 0;
  record.painDay4 = 3;
  record.painDay30 = 2.5;
  record.followUpDate = "2026-06-16";
  record.timeOutBy = "Martin^Luc";
  record.patientRead = record.sideRead = record.levelRead = record.allergyRead = record.coagulationRead = true;
  return record;
}

Plan recordedPlan() {
  Plan plan = richPlan();
  plan.choices.record = fullRecord();
  return plan;
}

Plan emptyDraft() {
  Plan plan;
  plan.choices.scan = scan();
  plan.add({});
  plan.choices.needles[0].label = "Needle 1";
  return plan;
}

Plan targetOnly() {
  Plan plan = emptyDraft();
  plan.choices.needles[0].target = makePoint(-10.001, 20.002, -301.5);
  plan.choices.needles[0].needle = planning::needle::Needle{22, 90, 0.718};
  return plan;
}

std::vector<std::string> lines(const Plan& plan) {
  Lines out;
  add(out, plan.choices.scan);
  out.add("route, level", plan.choices.routeId + ", " + plan.choices.level);
  out.add("side", plan.choices.side ? word(*plan.choices.side) : "absent");
  out.add("guidance", plan.choices.guidance);
  out.add("scan digest", plan.choices.scanDigest);
  out.add("label", plan.choices.label);
  out.add("operator", plan.choices.operatorName + ", " + plan.choices.operatorOrganization);
  for (std::size_t i = 0; i < plan.choices.needles.size(); ++i) {
    out.prefix = "needle " + std::to_string(i) + " ";
    add(out, plan.needle(i));
  }
  out.prefix.clear();
  for (const auto& check : plan.choices.checks)
    out.add("check", check.id + "," + check.answer + "," + check.date + "," + check.by + "," + check.text);
  for (const auto& structure : plan.choices.tracedStructures) add(out, structure);
  for (const auto& series : plan.choices.structureEvidence) add(out, series);
  out.add("accepted, complete, ready", show(std::optional(plan.choices.nearAccepted)) +
                                           show(std::optional(plan.report.complete)) +
                                           show(std::optional(plan.assessment.ready)));
  out.add("verdict", show(plan.assessment.verdict));
  out.add("near band", show(plan.choices.nearBandMm));
  for (const auto& place : plan.choices.midline) out.add("midline", show(std::optional(place)));
  for (const auto& level : plan.choices.levels)
    out.add("level", level.name + " " + show(std::optional(level.middle)) + (level.byClick ? " clicked" : "") +
                         (level.sure ? " sure" : "") + " " + show(level.clicked) + " " + show(level.inCanal));
  addAttested(out, plan.choices);
  for (const auto& finding : plan.assessment.findings) {
    out.add("finding", finding.code + " " + std::to_string(int(finding.severity)) + " " + finding.text);
    for (const auto& argument : finding.arguments) out.add("argument", "[" + argument + "]");
  }
  return out.lines;
}

}  // namespace sample
