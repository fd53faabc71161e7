#include "app/json/control_json.h"

#include "app/json/plan_json.h"

namespace app {
namespace {

using planning::review::Control;
using planning::review::Deviation;

QJsonValue textOrNull(const std::string& text) {
  return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

void addErrors(QJsonObject& json, const std::optional<Deviation>& deviation) {
  const auto put = [&](const char* key, std::optional<double> value) { json[key] = numberOrNull(value); };
  put("tip_error_mm", deviation ? std::optional(deviation->tipMm) : std::nullopt);
  put("lateral_error_mm", deviation ? std::optional(deviation->lateralMm) : std::nullopt);
  put("depth_error_mm", deviation ? std::optional(deviation->depthMm) : std::nullopt);
  put("entry_error_mm", deviation ? deviation->entryMm : std::nullopt);
  put("angle_error_deg", deviation ? std::optional(deviation->angle.degrees()) : std::nullopt);
}

QJsonArray landmarksJson(const std::vector<planning::review::Landmark>& landmarks) {
  QJsonArray all;
  for (const auto& landmark : landmarks)
    all.append(QJsonObject{{"name", QStringLiteral("Landmark %1").arg(all.size() + 1)},
                           {"in_control_mm", toJson(landmark.inControl)},
                           {"in_plan_mm", toJson(landmark.inPlan)}});
  return all;
}

QJsonObject registrationJson(const planning::review::Registration& registration) {
  QJsonArray matrix;
  for (const double value : registration.controlToPlan) matrix.append(value);
  return {{"kind", word(registration.kind)},
          {"residual_mm", rounded(registration.residualMm)},
          {"accepted", registration.accepted},
          {"control_to_plan", matrix},
          {"landmarks", landmarksJson(registration.landmarks)}};
}

/// How it was seen; null where an old control does not say it. A click says nothing of a bend.
void addSeen(QJsonObject& json, const planning::review::ReviewedNeedle& reviewed,
             const planning::review::Registration& registration) {
  const auto& found = reviewed.found;
  const auto bounds = found ? std::optional(errorBoundsOf(*found, reviewed.clicked, registration)) : std::nullopt;
  json["error_bound_mm"] = bounds ? QJsonValue(rounded(bounds->tipMm)) : QJsonValue();
  json["entry_error_bound_mm"] = numberOrNull(bounds ? bounds->entryMm : std::nullopt);
  json["angle_error_bound_deg"] = degreesOrNull(bounds ? std::optional(bounds->angle) : std::nullopt);
  json["bend_mm"] = bounds && bounds->bendMm ? QJsonValue(rounded(found->bendMm)) : QJsonValue();
  json["bend_error_bound_mm"] = numberOrNull(bounds ? bounds->bendMm : std::nullopt);
  json["entry_seen"] = found ? QJsonValue(found->entrySeen) : QJsonValue();
  QJsonArray course;
  for (std::size_t i = 0; found && i < found->course.size(); ++i) course.append(toJson(found->course[i]));
  json["course_mm"] = found ? QJsonValue(course) : QJsonValue();
}

QJsonObject needleJson(const planning::PlannedNeedle& actual, const planning::review::ReviewedNeedle& reviewed,
                       const planning::review::Registration& registration) {
  QJsonObject json = toJson(actual);
  json["tip_mm"] = json.take("target_mm");
  json["clicked"] = reviewed.clicked;
  json["planned_tracking_uid"] = textOrNull(reviewed.plannedTrackingUid);
  json["planned_tip_mm"] = reviewed.plannedTip ? QJsonValue(toJson(*reviewed.plannedTip)) : QJsonValue();
  addErrors(json, reviewed.deviation);
  addSeen(json, reviewed, registration);
  return json;
}

QJsonObject correctionJson(const planning::review::Steering& steering, const planning::review::SteeringBounds& bounds) {
  const auto& correction = steering.correction;
  return {{"turn_deg", rounded(correction.turn.degrees())},
          {"turn_error_bound_deg", rounded(bounds.turn.degrees())},
          {"remaining_mm", rounded(correction.remainingMm)},
          {"remaining_error_bound_mm", rounded(bounds.remainingMm)},
          {"miss_straight_on_mm", rounded(correction.missMm)},
          {"miss_error_bound_mm", rounded(bounds.missMm)},
          {"straight_on_mm", rounded(correction.straightOnMm)},
          {"from_tip_error_bound_deg", rounded(bounds.toTarget.degrees())},
          {"from_entry_error_bound_deg", degreesOrNull(bounds.fromEntry)},
          {"from_tip", toJson(steering.toTarget)},
          {"straight_on", toJson(steering.straightOn)},
          {"from_entry", toJson(steering.fromEntry)}};
}

}  // namespace

QJsonObject toJson(const Control& control) {
  QJsonArray needles;
  for (std::size_t i = 0; i < control.actual.choices.needles.size(); ++i)
    needles.append(needleJson(control.actual.needle(i), control.needles[i], control.registration));
  const auto& actual = control.actual;
  QJsonObject json{{"control", true},
                   {"patient_id", textOrNull(actual.choices.scan.patient.id)},
                   {"study_uid", textOrNull(actual.choices.scan.study.uid)},
                   {"series_uid", textOrNull(actual.choices.scan.seriesUid)},
                   {"frame_of_reference_uid", textOrNull(actual.choices.scan.frameOfReferenceUid)},
                   {"control_uid", textOrNull(actual.report.sopInstanceUid)},
                   {"predecessor_uid", textOrNull(actual.report.predecessorUid)},
                   {"plan_uid", textOrNull(control.plan.sopInstanceUid)},
                   {"route", textOrNull(actual.choices.routeId)},
                   {"level", textOrNull(actual.choices.level)},
                   {"side", actual.choices.side ? QJsonValue(word(*actual.choices.side)) : QJsonValue()},
                   {"operator", textOrNull(actual.choices.operatorName)},
                   {"time_point", textOrNull(control.timePoint)},
                   {"contrast_test", textOrNull(control.contrastTest)},
                   {"registration", registrationJson(control.registration)},
                   {"needles", needles},
                   {"verdict", actual.assessment.verdict ? QJsonValue(word(*actual.assessment.verdict)) : QJsonValue()},
                   {"findings", toJson(actual.assessment.findings)}};
  addErrors(json, control.needles.empty() ? std::nullopt : control.needles.front().deviation);
  const auto first = needles.first().toObject();
  for (const char* key : {"error_bound_mm", "angle_error_bound_deg", "bend_mm"}) json[key] = first[key];
  return json;
}

QJsonObject toJson(const review::Compared& result) {
  QJsonObject json = toJson(result.control);
  QJsonArray needles = json["needles"].toArray();
  for (std::size_t i = 0; i < result.needles.size(); ++i) {
    const auto& actual = result.needles[i];
    auto needle = needles[static_cast<qsizetype>(i)].toObject();
    needle["correction"] =
        correctionJson(result.steering[i], steeringBoundsOf(result.steering[i], actual, result.control.registration));
    needles[static_cast<qsizetype>(i)] = needle;
  }
  json["needles"] = needles;
  return json;
}

}  // namespace app
