#include "app/demo/demo_answers.h"

#include <QJsonArray>
#include <cmath>

namespace app::commands {
namespace {

QJsonArray json(const planning::Point& p) {
  return {p[0], p[1], p[2]};
}

QJsonObject json(const planning::SeriesIdentity& series, const char* path) {
  return {{"path", path},
          {"study_uid", QString::fromStdString(series.study.uid)},
          {"series_uid", QString::fromStdString(series.seriesUid)},
          {"frame_of_reference_uid", QString::fromStdString(series.frameOfReferenceUid)},
          {"patient_position", QString::fromStdString(series.patientPosition)}};
}

/// The angles are worked out here, not by the program's own anglesOf(), which they are to check.
QJsonObject json(const testdata::PhantomAnswer& answer) {
  const planning::Vector way = answer.target - answer.entry;
  const double length = way.GetNorm();
  const auto degrees = [](double radians) { return planning::Angle::radians(radians).degrees(); };
  QJsonObject distances;
  for (const auto& [structure, mm] : answer.distancesMm) distances[QString::fromStdString(structure)] = mm;
  return {{"route", QString::fromStdString(answer.routeId)},
          {"level", QString::fromStdString(answer.level)},
          {"side", QString::fromStdString(answer.side)},
          {"needle", QString::fromStdString(answer.needle)},
          {"crosses", answer.crosses.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(answer.crosses))},
          {"target_mm", json(answer.target)},
          {"entry_mm", json(answer.entry)},
          {"path_length_mm", length},
          {"depth_mm", answer.depthMm},
          {"in_plane_deg", degrees(std::atan2(way[0], std::abs(way[1])))},
          {"cranio_caudal_deg", degrees(std::asin(way[2] / length))},
          {"distances_mm", distances}};
}

}  // namespace

/// Worked out here, not by the program's own deviationOf(), which it is to check.
QJsonObject controlAnswer(const testdata::PhantomAnswer& planned, const testdata::DrawnNeedle& needle,
                          const planning::SeriesIdentity& series) {
  const planning::Vector off = needle.tip - planned.target, way = planned.target - planned.entry;
  const double depth = planning::dot(off, way) / way.GetNorm();
  const double cosine = planning::dot(needle.tip - needle.entry, way) / (needle.lengthMm() * way.GetNorm());
  QJsonObject answer = json(series, "control");
  answer["route"] = QString::fromStdString(planned.routeId);
  answer["level"] = QString::fromStdString(planned.level);
  answer["needle"] = "22G";
  answer["target_mm"] = json(planned.target);
  answer["planned_entry_mm"] = json(planned.entry);
  answer["tip_mm"] = json(needle.tip);
  answer["entry_mm"] = json(needle.entry);
  answer["bend_mm"] = needle.bend.GetNorm();
  answer["tip_error_mm"] = off.GetNorm();
  answer["depth_error_mm"] = depth;
  answer["lateral_error_mm"] = std::sqrt(std::max(0.0, off.GetSquaredNorm() - depth * depth));
  answer["angle_error_deg"] = planning::Angle::radians(std::acos(cosine)).degrees();
  answer["tolerance_mm"] = 1.0;
  answer["tolerance_deg"] = 1.0;
  return answer;
}

QJsonObject demoAnswers(const testdata::Phantom& prone, const planning::SeriesIdentity& structures,
                        const planning::SeriesIdentity& supine) {
  QJsonArray answers;
  for (const auto& answer : prone.answers) answers.append(json(answer));
  const auto spacing = prone.volume.hu->GetSpacing();
  return {
      {"patient_id", QString::fromStdString(prone.volume.identity.patient.id)},
      {"scan", json(prone.volume.identity, "ct")},
      {"structures", QJsonObject{{"path", "seg.dcm"},
                                 {"series_uid", QString::fromStdString(structures.seriesUid)},
                                 {"sop_instance_uid", QString::fromStdString(structures.instances[0].sopInstanceUid)}}},
      {"supine_scan", json(supine, "ct_supine")},
      {"voxel_mm", QJsonArray{spacing[0], spacing[1], spacing[2]}},
      {"error_bound_mm", spacing.GetNorm() / 2},
      {"answer_tolerance_mm", 0.001},
      {"answers", answers}};
}

}  // namespace app::commands
