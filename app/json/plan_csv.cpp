#include "app/json/plan_csv.h"

#include <span>

#include "app/json/csv_field.h"
#include "app/json/plan_json.h"

namespace app {
namespace {

/// Of the plan, the needle and the row of its clearances, in the JSON's words.
constexpr const char* kPlanColumns[] = {"plan_uid", "frame_of_reference_uid", "near_band_mm"};
constexpr const char* kNeedleColumns[] = {"label",
                                          "route",
                                          "level",
                                          "side",
                                          "verdict",
                                          "entry_mm",
                                          "target_mm",
                                          "imported.source",
                                          "imported.entry_mm",
                                          "imported.target_mm",
                                          "imported.seen_by",
                                          "needle.gauge",
                                          "needle.length_mm",
                                          "needle.outer_diameter_mm",
                                          "path_length_mm",
                                          "depth_mm",
                                          "outside_skin_mm",
                                          "in_plane_deg",
                                          "cranio_caudal_deg",
                                          "carm_primary_deg",
                                          "carm_secondary_deg",
                                          "gantry_tilt_deg",
                                          "in_tilted_slice_deg",
                                          "from_midline_mm",
                                          "site.lateral_mm",
                                          "breach_probability",
                                          "breach_standard_error",
                                          "placement_error.tip_mm",
                                          "placement_error.tip_deviation_mm",
                                          "placement_error.angle_deg",
                                          "placement_error.angle_deviation_deg"};
constexpr const char* kClearanceColumns[] = {"structure",
                                             "kind",
                                             "role",
                                             "source",
                                             "confirmed",
                                             "verdict",
                                             "distance_mm",
                                             "error_bound_mm",
                                             "margin_mm",
                                             "unseen_distance_mm",
                                             "depth_mm",
                                             "closest_point_mm",
                                             "breach_probability",
                                             "breach_standard_error",
                                             "accepted_by"};

bool isPlace(const QString& column) {
  return column.endsWith("entry_mm") || column.endsWith("target_mm") || column == "closest_point_mm";
}

void addNames(QByteArrayList& header, const QString& prefix, std::span<const char* const> columns) {
  for (const QString column : columns) {
    if (!isPlace(column)) {
      header += (prefix + column).toUtf8();
      continue;
    }
    for (const char* axis : {"_x_mm", "_y_mm", "_z_mm"}) header += (prefix + column.chopped(3) + axis).toUtf8();
  }
}

QByteArray valueField(const QJsonValue& value) {
  if (value.isBool()) return value.toBool() ? "yes" : "no";
  if (value.isDouble()) return csvField(std::optional(value.toDouble()));
  return csvField(value.toString().toStdString());
}

/// "needle.gauge": the member of a member.
QJsonValue valueAt(const QJsonObject& json, const QString& column) {
  QJsonValue value = json;
  for (const QString& key : column.split('.')) value = value.toObject().value(key);
  return value;
}

void addValues(QByteArrayList& line, const QJsonObject& json, std::span<const char* const> columns) {
  for (const QString column : columns) {
    const QJsonValue value = valueAt(json, column);
    if (!isPlace(column)) {
      line += valueField(value);
      continue;
    }
    for (int axis = 0; axis < 3; ++axis) line += valueField(value.toArray().at(axis));
  }
}

}  // namespace

QByteArray toCsv(const planning::Plan& plan) {
  const QJsonObject json = toJson(plan);
  QByteArrayList header;
  addNames(header, "", kPlanColumns);
  addNames(header, "needle.", kNeedleColumns);
  addNames(header, "clearance.", kClearanceColumns);
  QByteArray csv = header.join(',') + "\r\n";
  for (const auto& needle : json["needles"].toArray()) {
    QByteArrayList start;
    addValues(start, json, kPlanColumns);
    addValues(start, needle.toObject(), kNeedleColumns);
    QJsonArray rows = needle.toObject()["clearances"].toArray();
    if (rows.isEmpty()) rows.append(QJsonObject());
    for (const auto& row : rows) {
      QByteArrayList line = start;
      addValues(line, row.toObject(), kClearanceColumns);
      csv += line.join(',') + "\r\n";
    }
  }
  return csv;
}

}  // namespace app
