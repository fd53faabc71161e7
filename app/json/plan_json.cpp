#include "app/json/plan_json.h"

#include <cmath>

#include "app/json/field_json.h"
#include "app/text/sentences.h"
#include "io/report/plan_fields.h"
#include "io/report/record_fields.h"
#include "planning/plan/imported.h"

namespace app {
namespace {

using planning::PlannedNeedle;

QJsonValue pointOrNull(const std::optional<planning::Point>& place) {
  return place ? QJsonValue(toJson(*place)) : QJsonValue();
}

QJsonValue verdictOrNull(const std::optional<planning::needle::Verdict>& verdict) {
  return verdict ? QJsonValue(word(*verdict)) : QJsonValue();
}

QJsonValue needleOrNull(const std::optional<planning::needle::Needle>& needle) {
  if (!needle) return {};
  return QJsonObject{{"gauge", needle->gauge},
                     {"length_mm", rounded(needle->lengthMm)},
                     {"outer_diameter_mm", rounded(needle->outerDiameterMm)}};
}

QJsonValue placementOrNull(const std::optional<planning::needle::PlacementError>& error) {
  if (!error) return {};
  return QJsonObject{{"tip_mm", rounded(error->meanTipMm)},
                     {"tip_deviation_mm", numberOrNull(error->deviationTipMm)},
                     {"angle_deg", degreesOrNull(error->meanAngle)},
                     {"angle_deviation_deg", degreesOrNull(error->deviationAngle)},
                     {"source", QString::fromStdString(error->source)}};
}

void addAngles(QJsonObject& json, const std::optional<planning::needle::TrajectoryAngles>& angles) {
  using Angles = planning::needle::TrajectoryAngles;
  const auto put = [&](const char* key, std::optional<planning::Angle> (*get)(const Angles&)) {
    json[key] = angles ? degreesOrNull(get(*angles)) : QJsonValue();
  };
  put("in_plane_deg", [](const Angles& a) { return a.inPlane; });
  put("cranio_caudal_deg", [](const Angles& a) { return std::optional(a.cranioCaudal); });
  put("carm_primary_deg", [](const Angles& a) { return a.carmPrimary; });
  put("carm_secondary_deg", [](const Angles& a) { return std::optional(a.carmSecondary); });
  put("gantry_tilt_deg", [](const Angles& a) { return a.tilted ? std::optional(a.tilted->tilt) : std::nullopt; });
  put("in_tilted_slice_deg",
      [](const Angles& a) { return a.tilted ? std::optional(a.tilted->inSlice) : std::nullopt; });
}

QJsonArray checksJson(const std::vector<planning::procedure::CheckAnswer>& answers) {
  QJsonArray json;
  for (const auto& check : answers) {
    QJsonObject row{{"id", QString::fromStdString(check.id)}, {"answer", QString::fromStdString(check.answer)}};
    if (!check.date.empty()) row["date"] = QString::fromStdString(check.date);
    if (!check.by.empty()) row["by"] = QString::fromStdString(check.by);
    if (!check.text.empty()) row["text"] = QString::fromStdString(check.text);
    json.append(row);
  }
  return json;
}

QJsonValue sideOrNull(const std::optional<planning::anatomy::Side>& side) {
  return side ? QJsonValue(word(*side)) : QJsonValue();
}

QJsonObject siteJson(const planning::MeasuredSite& site) {
  QJsonArray levels;
  for (const auto& level : site.levels) levels.append(QString::fromStdString(level));
  return {{"lateral_mm", numberOrNull(site.lateralMm)},
          {"against", site.against ? QJsonValue(word(*site.against)) : QJsonValue()},
          {"side", site.side ? QJsonValue(word(*site.side)) : QJsonValue()},
          {"levels", levels}};
}

QJsonArray seenJson(const std::vector<planning::SeenBySight>& seen) {
  QJsonArray json;
  for (const auto& one : seen)
    json.append(QJsonObject{{"what", textOrNull(one.what)},
                            {"by", textOrNull(one.by)},
                            {"how", textOrNull(one.how)},
                            {"at", textOrNull(one.at)}});
  return json;
}

QJsonArray acceptedJson(const std::vector<planning::AcceptedUnknown>& accepted) {
  QJsonArray json;
  for (const auto& one : accepted)
    json.append(QJsonObject{{"id", textOrNull(one.requirement)},
                            {"side", sideOrNull(one.side)},
                            {"level", textOrNull(one.level)},
                            {"by", textOrNull(one.by)},
                            {"reason", textOrNull(one.reason)},
                            {"modality", textOrNull(one.modality)},
                            {"date", textOrNull(one.date)}});
  return json;
}

QJsonValue siteCheckOrNull(const std::optional<planning::SiteCheck>& check) {
  if (!check) return {};
  QJsonArray needles;
  for (const auto& site : check->needles)
    needles.append(QJsonObject{{"label", textOrNull(site.needle)},
                               {"route", textOrNull(site.routeId)},
                               {"level", textOrNull(site.level)},
                               {"side", sideOrNull(site.side)},
                               {"entry_mm", pointOrNull(site.entry)},
                               {"target_mm", pointOrNull(site.target)}});
  return QJsonObject{{"by", textOrNull(check->by)},
                     {"at", textOrNull(check->at)},
                     {"patient_id", textOrNull(check->patientId)},
                     {"needles", needles}};
}

/// Null where the needle's places came from no other program, or were all set anew since.
QJsonValue importedOrNull(const planning::NeedleChoice& needle) {
  if (!planning::isImported(needle)) return {};
  const auto& from = *needle.imported;
  return QJsonObject{{"source", textOrNull(from.source)},
                     {"entry_mm", pointOrNull(from.entry)},
                     {"target_mm", pointOrNull(from.target)},
                     {"seen_by", textOrNull(from.seenBy)},
                     {"seen_at", textOrNull(from.seenAt)}};
}

/// What a person vouches for by name.
void addAttested(QJsonObject& json, const planning::PlanChoices& choices) {
  json["levels_seen"] = seenJson(choices.levelsSeen);
  json["sides_seen"] = seenJson(choices.sidesSeen);
  json["structures_seen"] = seenJson(choices.structuresSeen);
  json["accepted_unknowns"] = acceptedJson(choices.acceptedUnknowns);
  json["site_check"] = siteCheckOrNull(choices.siteCheck);
}

/// What was done, and what somebody must see of it.
QJsonObject recordJson(const planning::procedure::ProcedureRecord& record,
                       const std::vector<planning::procedure::CheckAnswer>& checks) {
  QJsonArray patterns;
  for (const auto pattern : record.opacifications) patterns.append(word(pattern));
  QJsonObject json{{"opacifications", patterns}, {"findings", toJson(judge(record, checks))}};
  for (const auto& field : io::report::recordFields()) addField(json, field, record);
  return json;
}

QJsonValue markOrNull(const std::optional<planning::fluoroscopy::ImagePoint>& mark) {
  return mark ? QJsonValue(QJsonArray{rounded(mark->column), rounded(mark->row)}) : QJsonValue();
}

const char* scaleWord(planning::fluoroscopy::Scale::Source source) {
  using Source = planning::fluoroscopy::Scale::Source;
  if (source == Source::Calibrated) return "calibrated";
  return source == Source::File ? "file" : "nominal-at-isocentre";
}

QJsonObject viewJson(const planning::fluoroscopy::MarkedView& marked) {
  const auto whole = completed(marked);
  const auto angles = whole.anglesOf(marked.frame);
  const auto scale = scaleOf(marked);
  QJsonObject json{{"series_uid", textOrNull(marked.view.identity.seriesUid)},
                   {"instance_uid", textOrNull(marked.view.identity.instances.empty()
                                                   ? std::string()
                                                   : marked.view.identity.instances.front().sopInstanceUid)},
                   {"frame", marked.frame + 1},
                   {"target_px", markOrNull(marked.target)},
                   {"entry_px", markOrNull(marked.entry)},
                   {"primary_deg", numberOrNull(angles.primaryDeg)},
                   {"secondary_deg", numberOrNull(angles.secondaryDeg)},
                   {"given_by_operator", usesGiven(marked)},
                   {"scale", scale ? QJsonValue(scaleWord(scale->source)) : QJsonValue()},
                   {"projected_length_px", QJsonValue()},
                   {"projected_length_mm", QJsonValue()},
                   {"projected_length_error_mm", QJsonValue()}};
  if (!marked.target || !marked.entry) return json;
  const auto length = lengthBetween(marked, *marked.entry, *marked.target);
  json["projected_length_px"] = rounded(length.pixels);
  json["projected_length_mm"] = numberOrNull(length.mm);
  json["projected_length_error_mm"] = numberOrNull(length.errorMm);
  return json;
}

QJsonValue foundOrNull(const std::optional<planning::fluoroscopy::Triangulated>& found) {
  if (!found) return {};
  QJsonArray residuals, ellipse;
  for (const double px : found->residualsPx) residuals.append(rounded(px));
  for (const double mm : found->errorMm) ellipse.append(rounded(mm));
  return QJsonObject{{"residuals_px", residuals},
                     {"ray_gap_mm", rounded(found->rayGapMm)},
                     {"error_ellipse_mm", ellipse},
                     {"angle_between_views_deg", rounded(found->betweenViews.degrees())}};
}

QJsonObject fluoroscopyJson(const planning::fluoroscopy::FluoroscopyPlan& plan) {
  QJsonArray views;
  for (const auto& view : plan.views) views.append(viewJson(view));
  return {{"frame", "isocentre"},
          {"views", views},
          {"nothing_moved_confirmed", plan.nothingMoved},
          {"target", foundOrNull(plan.target)},
          {"entry", foundOrNull(plan.entry)},
          {"not_placed_because", plan.refusal ? QJsonValue(QString::fromStdString(plan.refusal->code)) : QJsonValue()}};
}

}  // namespace

planning::Plan withEnglishFindings(planning::Plan plan) {
  for (auto& finding : plan.assessment.findings)
    if (finding.text.empty()) finding.text = englishSentence(finding);
  return plan;
}

QJsonValue numberOrNull(const std::optional<double>& value) {
  return value ? QJsonValue(rounded(*value)) : QJsonValue();
}

QJsonValue degreesOrNull(const std::optional<planning::Angle>& angle) {
  return angle ? QJsonValue(rounded(angle->degrees())) : QJsonValue();
}

QJsonArray toJson(const planning::Point& place) {
  return {rounded(place[0]), rounded(place[1]), rounded(place[2])};
}

QJsonObject toJson(const planning::Finding& finding) {
  const char* severity = finding.severity == planning::Severity::Error     ? "error"
                         : finding.severity == planning::Severity::Warning ? "warning"
                                                                           : "info";
  return {{"code", QString::fromStdString(finding.code)},
          {"severity", severity},
          {"text", QString::fromStdString(englishSentence(finding))}};
}

QJsonArray toJson(const std::vector<planning::Finding>& findings) {
  QJsonArray json;
  for (const auto& finding : findings) json.append(toJson(finding));
  return json;
}

QJsonObject toJson(const planning::needle::Clearance& clearance) {
  return {{"structure", QString::fromStdString(clearance.structure)},
          {"kind", word(clearance.kind)},
          {"role", word(clearance.role)},
          {"source", textOrNull(textOf(clearance.source))},
          {"confirmed", clearance.confirmed},
          {"distance_mm", numberOrNull(clearance.distanceMm)},
          {"unseen_distance_mm", numberOrNull(clearance.unseenDistanceMm)},
          {"accepted_by", textOrNull(clearance.acceptedBy)},
          {"error_bound_mm", clearance.distanceMm ? QJsonValue(rounded(clearance.errorBoundMm)) : QJsonValue()},
          {"margin_mm", rounded(clearance.marginMm)},
          {"closest_point_mm", pointOrNull(clearance.closestOnStructure)},
          {"depth_mm", numberOrNull(clearance.depthMm)},
          {"breach_probability", numberOrNull(clearance.breachProbability)},
          {"breach_standard_error", numberOrNull(clearance.breachStandardError)},
          {"verdict", verdictOrNull(clearance.verdict)}};
}

QJsonObject toJson(const PlannedNeedle& planned) {
  QJsonArray clearances;
  for (const auto& clearance : planned.clearances) clearances.append(toJson(clearance));
  QJsonObject json{{"label", QString::fromStdString(planned.label)},
                   {"route", planned.routeId ? textOrNull(*planned.routeId) : QJsonValue()},
                   {"level", planned.level ? textOrNull(*planned.level) : QJsonValue()},
                   {"side", sideOrNull(planned.side)},
                   {"site", siteJson(planned.site)},
                   {"target_mm", pointOrNull(planned.target)},
                   {"entry_mm", pointOrNull(planned.entry)},
                   {"imported", importedOrNull(planned)},
                   {"needle", needleOrNull(planned.needle)},
                   {"path_length_mm", numberOrNull(planned.pathLengthMm)},
                   {"needle_too_short", planned.tooShort ? QJsonValue(*planned.tooShort) : QJsonValue()},
                   {"verdict", verdictOrNull(planned.verdict)},
                   {"placement_error", placementOrNull(planned.placementError)},
                   {"from_midline_mm", numberOrNull(planned.fromMidlineMm)},
                   {"clearances", clearances}};
  addAngles(json, planned.angles);
  for (const auto& field : io::report::needleFields()) addField<planning::NeedleAssessment>(json, field, planned);
  return json;
}

QJsonArray levelsJson(const std::vector<planning::anatomy::CountedLevel>& levels) {
  QJsonArray json;
  for (const auto& level : levels)
    json.append(QJsonObject{{"name", QString::fromStdString(level.name)},
                            {"middle_mm", pointOrNull(level.middle)},
                            {"by_click", level.byClick},
                            {"sure", level.sure},
                            {"clicked_mm", pointOrNull(level.clicked)},
                            {"in_canal_mm", pointOrNull(level.inCanal)}});
  return json;
}

QJsonObject toJson(const planning::Plan& plan) {
  QJsonArray needles;
  for (const auto& planned : plan.needles()) needles.append(toJson(planned));
  QJsonObject json{{"patient_id", textOrNull(plan.choices.scan.patient.id)},
                   {"study_uid", textOrNull(plan.choices.scan.study.uid)},
                   {"series_uid", textOrNull(plan.choices.scan.seriesUid)},
                   {"frame_of_reference_uid", textOrNull(plan.choices.scan.frameOfReferenceUid)},
                   {"plan_uid", textOrNull(plan.report.sopInstanceUid)},
                   {"predecessor_uid", textOrNull(plan.report.predecessorUid)},
                   {"software_version", textOrNull(plan.report.softwareVersion)},
                   {"operator", textOrNull(plan.choices.operatorName)},
                   {"vertebrae", levelsJson(plan.choices.levels)},
                   {"near_band_mm", rounded(plan.choices.nearBandMm.value_or(planning::needle::kNearBandMm))},
                   {"complete", plan.report.complete},
                   {"needles", needles},
                   {"verdict", verdictOrNull(plan.assessment.verdict)},
                   {"ready", plan.assessment.ready},
                   {"findings", toJson(plan.assessment.findings)},
                   {"checks", checksJson(plan.choices.checks)}};
  for (const auto& row : io::report::choiceFields()) addField(json, row.field, plan.choices);
  addAttested(json, plan.choices);
  if (plan.choices.record) json["record"] = recordJson(*plan.choices.record, plan.choices.checks);
  if (plan.choices.fluoroscopy) json["fluoroscopy"] = fluoroscopyJson(*plan.choices.fluoroscopy);
  return json;
}

}  // namespace app
