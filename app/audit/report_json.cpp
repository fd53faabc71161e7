#include <QJsonArray>

#include <cmath>

#include "app/audit/report.h"
#include "app/json/csv_field.h"
#include "app/json/plan_json.h"
#include "app/text/sentences.h"

namespace app::audit {
namespace {

using planning::review::AuditChart;
using planning::review::AuditedNeedle;
using planning::review::AuditGroup;
using planning::review::Grouping;
using planning::review::Interval;
using planning::review::kGroupings;
using planning::review::kMeasures;
using planning::review::Measure;
using planning::review::ProcedureGroup;
using planning::review::Proportion;
using planning::review::Summary;

QJsonValue textOrNull(const std::string& text) {
  return text.empty() ? QJsonValue() : QJsonValue(QString::fromStdString(text));
}

QJsonValue intervalJson(const std::optional<Interval>& interval) {
  return interval ? QJsonValue(QJsonArray{rounded(interval->low), rounded(interval->high)}) : QJsonValue();
}

QJsonValue summaryJson(const std::optional<Summary>& summary) {
  if (!summary) return {};
  return QJsonObject{{"needles", static_cast<qint64>(summary->count)},
                     {"mean", rounded(summary->mean)},
                     {"standard_deviation", numberOrNull(summary->deviation)},
                     {"mean_interval_95", intervalJson(summary->meanInterval)},
                     {"least", rounded(summary->least)},
                     {"lower_quartile", rounded(summary->lowerQuartile)},
                     {"median", rounded(summary->median)},
                     {"upper_quartile", rounded(summary->upperQuartile)},
                     {"largest", rounded(summary->largest)}};
}

QJsonValue shareJson(const std::optional<Proportion>& share) {
  if (!share) return {};
  return QJsonObject{{"count", static_cast<qint64>(share->count)},
                     {"of", static_cast<qint64>(share->of)},
                     {"share", rounded(share->share)},
                     {"share_interval_95", intervalJson(share->interval)}};
}

QJsonObject groupJson(const AuditGroup& group) {
  QJsonObject json{{"needles", static_cast<qint64>(group.needles)}};
  for (const Measure measure : kMeasures) json[word(measure)] = summaryJson(group.summary(measure));
  json["verdict_unknown"] = static_cast<qint64>(group.verdictUnknown);
  json["breaches"] = shareJson(group.breaches);
  return json;
}

QString operatorName(const Report& report, const std::string& name) {
  const QString plain = QString::fromStdString(name);
  return report.blinded && !name.empty() ? "Operator " + plain : plain;
}

QJsonArray groupsJson(const Report& report, Grouping grouping) {
  QJsonArray all;
  for (const auto& group : report.audit.groups.at(grouping)) {
    QJsonObject json = groupJson(group);
    const QString name =
        grouping == Grouping::Operator ? operatorName(report, group.name) : QString::fromStdString(group.name);
    json[word(grouping)] = name.isEmpty() ? QJsonValue() : QJsonValue(name);
    all.append(json);
  }
  return all;
}

QJsonObject chartJson(const AuditChart& audit) {
  QJsonArray values, needles;
  for (const double value : audit.chart.values) values.append(rounded(value));
  for (const std::size_t needle : audit.needles) needles.append(static_cast<qint64>(needle));
  return {{"centre", rounded(audit.chart.centre)},
          {"lower_limit", rounded(audit.chart.lowerLimit)},
          {"upper_limit", rounded(audit.chart.upperLimit)},
          {"mean_moving_range", rounded(audit.chart.meanMovingRange)},
          {"moving_range_limit", rounded(audit.chart.movingRangeLimit)},
          {"values", values},
          {"needles", needles}};
}

/// "too_few" where a rate rests on fewer procedures than can be compared.
QJsonObject procedureGroupJson(const ProcedureGroup& group) {
  QJsonObject json{{"procedures", static_cast<qint64>(group.procedures)}};
  for (const auto& [key, rate] : planning::review::ratesOf(group)) {
    QJsonValue value = shareJson(rate);
    if (rate) {
      QJsonObject said = value.toObject();
      said["too_few"] = rate->of < planning::review::kLeastForRate;
      value = said;
    }
    json[key] = value;
  }
  return json;
}

QJsonObject proceduresJson(const planning::review::ProcedureAudit& audit) {
  QJsonArray routes;
  for (const auto& group : audit.byRoute) {
    QJsonObject json = procedureGroupJson(group);
    json["route"] = textOrNull(group.routeId);
    routes.append(json);
  }
  return {{"all", procedureGroupJson(audit.all)},
          {"by_route", routes},
          {"left_out", QJsonObject{{"copies", static_cast<qint64>(audit.copies)},
                                   {"replaced", static_cast<qint64>(audit.replaced)}}}};
}

QJsonObject needleJson(const Report& report, std::size_t place) {
  const AuditedNeedle& needle = report.audit.needles[place];
  const auto& file = report.files[place];
  QJsonObject json{{"control_uid", textOrNull(needle.controlUid)},
                   {"file", textOrNull(file.string())},
                   {"label", textOrNull(needle.label)},
                   {"route", textOrNull(needle.routeId)},
                   {"level", textOrNull(needle.level)},
                   {"gauge", needle.gauge ? QJsonValue(*needle.gauge) : QJsonValue()},
                   {"operator", textOrNull(operatorName(report, needle.operatorName).toStdString())},
                   {"month", textOrNull(needle.month())},
                   {"verdict", needle.verdict ? QJsonValue(word(*needle.verdict)) : QJsonValue()},
                   {"registration_residual_mm", rounded(needle.registrationResidualMm)}};
  for (const Measure measure : kMeasures) json[word(measure)] = numberOrNull(needle.value(measure));
  return json;
}

}  // namespace

QJsonObject toJson(const Report& report) {
  const auto& counts = report.counts;
  QJsonArray needles, refused, outliers;
  for (std::size_t i = 0; i < report.audit.needles.size(); ++i) needles.append(needleJson(report, i));
  for (const auto& one : report.refused)
    refused.append(QJsonObject{{"file", QString::fromStdString(one.file.string())}, {"reason", sentence(one.reason)}});
  for (const auto& one : report.audit.outliers)
    outliers.append(QJsonObject{{"needle", static_cast<qint64>(one.needle)},
                                {"measure", word(one.measure)},
                                {"value", rounded(one.value)},
                                {"limit", rounded(one.limit)}});
  QJsonObject json{{"blinded", report.blinded},
                   {"needles", needles},
                   {"all", groupJson(report.audit.all)},
                   {"left_out", QJsonObject{{"copies", static_cast<qint64>(counts.copies)},
                                            {"replaced", static_cast<qint64>(counts.replaced)},
                                            {"earlier_controls", static_cast<qint64>(counts.earlierControls)},
                                            {"unplanned", static_cast<qint64>(counts.unplanned)},
                                            {"registration_not_accepted", static_cast<qint64>(counts.notAccepted)}}},
                   {"rejected_files", refused},
                   {"outliers", outliers}};
  for (const Grouping grouping : kGroupings)
    json[QStringLiteral("by_") + word(grouping)] = groupsJson(report, grouping);
  QJsonObject charts;
  for (const auto& [measure, chart] : report.audit.charts) charts[word(measure)] = chartJson(chart);
  json["charts"] = charts;
  json["procedures"] = proceduresJson(report.procedures);
  return json;
}

QByteArray toCsv(const Report& report) {
  QByteArray csv = "month,date,route,level,gauge,operator,label,verdict";
  for (const Measure measure : kMeasures) csv += QByteArray(",") + word(measure);
  csv += ",registration_residual_mm,control_uid,file\r\n";
  for (std::size_t i = 0; i < report.audit.needles.size(); ++i) {
    const AuditedNeedle& needle = report.audit.needles[i];
    const std::string day = report.blinded ? std::string() : needle.scanned.substr(0, 8);
    QByteArrayList fields{csvField(needle.month()),
                          csvField(day),
                          csvField(needle.routeId),
                          csvField(needle.level),
                          needle.gauge ? QByteArray::number(*needle.gauge) : QByteArray(),
                          csvField(operatorName(report, needle.operatorName).toStdString()),
                          csvField(needle.label),
                          needle.verdict ? QByteArray(word(*needle.verdict)) : QByteArray()};
    for (const Measure measure : kMeasures) fields += csvField(needle.value(measure));
    fields += csvField(std::optional(needle.registrationResidualMm));
    fields += csvField(needle.controlUid);
    fields += csvField(report.files[i].string());
    csv += fields.join(',') + "\r\n";
  }
  return csv;
}

}  // namespace app::audit
