#include "app/archive/index_rows.h"

#include "planning/procedure/words.h"

namespace app::archive::rows {
namespace {

using planning::review::AuditedNeedle;
using planning::review::kMeasures;

constexpr int kVersion = 2;

const char* const kTables[] = {
    "CREATE TABLE reports(file TEXT PRIMARY KEY, bytes INTEGER, modified INTEGER, kind INTEGER, refusal_code TEXT, "
    "refusal_subject TEXT, refusal_detail TEXT, uid TEXT, predecessor_uid TEXT, plan_uid TEXT, patient_id TEXT, "
    "patient_issuer TEXT, patient_name TEXT, patient_words TEXT, birth_date TEXT, sex TEXT, series_uid TEXT, "
    "frame_uid TEXT, saved TEXT, route TEXT, level TEXT, level_words TEXT, side TEXT, operator TEXT, "
    "operator_words TEXT, label TEXT, verdict INTEGER, complete INTEGER, ready INTEGER, tip_mm REAL)",
    "CREATE INDEX reports_uid ON reports(uid)",
    "CREATE INDEX reports_predecessor ON reports(predecessor_uid)",
    "CREATE TABLE needles(file TEXT, tracking_uid TEXT, planned_tracking_uid TEXT, route TEXT, level TEXT, "
    "label TEXT, scanned TEXT, gauge INTEGER, accepted INTEGER, residual_mm REAL, verdict INTEGER, v0 REAL, v1 REAL, "
    "v2 REAL, v3 REAL, v4 REAL, "
    "v5 REAL, v6 REAL)",
    "CREATE INDEX needles_file ON needles(file)",
    "CREATE TABLE IF NOT EXISTS scans(series_uid TEXT PRIMARY KEY, folder TEXT)"};
static_assert(kMeasures.size() == 7, "one column of needles for each measure");

const QString kIsReplaced =
    QStringLiteral("EXISTS (SELECT 1 FROM reports later WHERE later.predecessor_uid = reports.uid)");
const QString kReportColumns =
    QStringLiteral(
        "file, bytes, modified, kind, refusal_code, refusal_subject, refusal_detail, uid, predecessor_uid, plan_uid, "
        "patient_id, patient_issuer, patient_name, birth_date, sex, series_uid, frame_uid, saved, route, level, side, "
        "operator, label, verdict, complete, ready, tip_mm, "
        "reports.uid <> '' AND ") +
    kIsReplaced;

QVariant text(const std::string& utf8) {
  return QString::fromStdString(utf8);
}
/// Words as plainWords() writes them, to be searched in.
QVariant words(const std::string& utf8) {
  return QString::fromStdString(planning::procedure::plainWords(utf8));
}
template <class T>
QVariant orNull(const std::optional<T>& value) {
  return value ? QVariant(*value) : QVariant();
}
template <class Enum>
QVariant numberOrNull(const std::optional<Enum>& value) {
  return value ? QVariant(static_cast<int>(*value)) : QVariant();
}

/// Reads one row's columns in their order.
class Row {
 public:
  explicit Row(const QSqlQuery& query) : query_(query) {}
  std::string text() { return next().toString().toStdString(); }
  int number() { return next().toInt(); }
  qint64 large() { return next().toLongLong(); }
  std::optional<double> real() {
    const QVariant value = next();
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
  }
  std::optional<int> numberOrNone() {
    const QVariant value = next();
    return value.isNull() ? std::nullopt : std::optional(value.toInt());
  }
  std::optional<planning::needle::Verdict> verdict() {
    const auto value = numberOrNone();
    return value && *value >= 0 && *value <= 3 ? std::optional(static_cast<planning::needle::Verdict>(*value))
                                               : std::nullopt;
  }

 private:
  QVariant next() { return query_.value(column_++); }
  const QSqlQuery& query_;
  int column_ = 0;
};

Record recordOf(const QSqlQuery& query) {
  Row row(query);
  Record record;
  record.file = row.text();
  record.bytes = static_cast<std::uint64_t>(row.large());
  record.modified = row.large();
  record.kind = static_cast<Kind>(row.number());
  for (auto* part :
       {&record.refusal.code, &record.refusal.subject, &record.refusal.detail, &record.uid, &record.predecessorUid,
        &record.planUid, &record.patient.id, &record.patient.issuer, &record.patient.name, &record.patient.birthDate,
        &record.patient.sex, &record.scanSeriesUid, &record.frameOfReferenceUid, &record.saved, &record.routeId,
        &record.level, &record.side, &record.operatorName, &record.label})
    *part = row.text();
  record.verdict = row.verdict();
  record.complete = row.number() != 0;
  record.ready = row.number() != 0;
  record.tipMm = row.real();
  record.superseded = row.number() != 0;
  return record;
}

void insertNeedle(const QSqlDatabase& database, const QVariant& file, const AuditedNeedle& needle) {
  QVariantList values{file,
                      text(needle.trackingUid),
                      text(needle.plannedTrackingUid),
                      text(needle.routeId),
                      text(needle.level),
                      text(needle.label),
                      text(needle.scanned),
                      orNull(needle.gauge),
                      needle.registrationAccepted ? 1 : 0,
                      needle.registrationResidualMm,
                      numberOrNull(needle.verdict)};
  for (const auto& value : needle.values) values += orNull(value);
  run(database, "INSERT INTO needles VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", values);
}

AuditedNeedle needleOf(const QSqlQuery& query) {
  Row row(query);
  AuditedNeedle needle;
  for (auto* part :
       {&needle.controlUid, &needle.predecessorUid, &needle.planUid, &needle.saved, &needle.routeId, &needle.level,
        &needle.operatorName, &needle.trackingUid, &needle.plannedTrackingUid, &needle.label, &needle.scanned})
    *part = row.text();
  needle.gauge = row.numberOrNone();
  needle.registrationAccepted = row.number() != 0;
  needle.registrationResidualMm = row.real().value_or(0);
  needle.verdict = row.verdict();
  for (auto& value : needle.values) value = row.real();
  return needle;
}

/// Every word of what was typed, as a beginning of a word in a column of words.
void addWords(Condition& condition, const QString& column, const QString& typed) {
  const auto plain = QString::fromStdString(planning::procedure::plainWords(typed.toStdString()));
  for (const QString& word : plain.split(' ', Qt::SkipEmptyParts))
    condition.add("instr(reports." + column + ", ?) > 0", {' ' + word});
}

}  // namespace

Failure failureOf(const QSqlError& error) {
  const QString code = error.nativeErrorCode();  // SQLITE_CORRUPT, SQLITE_NOTADB
  return {error.text(), code == QStringLiteral("11") || code == QStringLiteral("26")};
}

QSqlQuery run(const QSqlDatabase& database, const QString& statement, const QVariantList& values) {
  QSqlQuery query(database);
  query.setForwardOnly(true);
  bool done = query.prepare(statement);
  for (const QVariant& value : values) query.addBindValue(value);
  done = done && query.exec();
  if (!done) throw failureOf(query.lastError());
  return query;
}

bool isOurs(const QSqlDatabase& database) {
  auto query = run(database, "PRAGMA user_version");
  return query.next() && query.value(0).toInt() == kVersion;
}

void create(const QSqlDatabase& database) {
  for (const char* table : {"reports", "needles"}) run(database, QStringLiteral("DROP TABLE IF EXISTS ") + table);
  for (const char* table : kTables) run(database, table);
  run(database, "PRAGMA user_version = " + QString::number(kVersion));
}

void insert(const QSqlDatabase& database, const Record& record) {
  const QVariant file = text(record.file.string());
  remove(database, file.toString());
  const auto& patient = record.patient;
  run(database, "INSERT INTO reports VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      {file,
       static_cast<qint64>(record.bytes),
       static_cast<qint64>(record.modified),
       static_cast<int>(record.kind),
       text(record.refusal.code),
       text(record.refusal.subject),
       text(record.refusal.detail),
       text(record.uid),
       text(record.predecessorUid),
       text(record.planUid),
       text(patient.id),
       text(patient.issuer),
       text(patient.name),
       words(patient.id + " " + patient.name),
       text(patient.birthDate),
       text(patient.sex),
       text(record.scanSeriesUid),
       text(record.frameOfReferenceUid),
       text(record.saved),
       text(record.routeId),
       text(record.level),
       words(record.level),
       text(record.side),
       text(record.operatorName),
       words(record.operatorName),
       text(record.label),
       numberOrNull(record.verdict),
       record.complete ? 1 : 0,
       record.ready ? 1 : 0,
       orNull(record.tipMm)});
  for (const auto& needle : record.needles) insertNeedle(database, file, needle);
}

void remove(const QSqlDatabase& database, const QString& file) {
  for (const char* table : {"reports", "needles"})
    run(database, QStringLiteral("DELETE FROM %1 WHERE file = ?").arg(table), {file});
}

void Condition::add(const QString& part, const QVariantList& of) {
  parts += part;
  values += of;
}

QString Condition::text() const {
  return parts.isEmpty() ? QStringLiteral("1") : parts.join(" AND ");
}

Condition conditionOf(const Query& query) {
  Condition condition;
  addWords(condition, "patient_words", query.patient);
  addWords(condition, "operator_words", query.operatorName);
  addWords(condition, "level_words", query.level);
  if (!query.from.empty()) condition.add("reports.saved >= ?", {text(query.from)});
  if (!query.to.empty()) condition.add("reports.saved <> '' AND substr(reports.saved, 1, 8) <= ?", {text(query.to)});
  if (!query.routeId.empty())
    condition.add("instr(', ' || reports.route || ',', ?) > 0", {text(", " + query.routeId + ",")});
  if (query.verdict) condition.add("reports.verdict = ?", {static_cast<int>(*query.verdict)});
  if (query.kind) condition.add("reports.kind = ?", {static_cast<int>(*query.kind)});
  if (query.latestOnly) condition.add("(reports.uid = '' OR NOT " + kIsReplaced + ")");
  return condition;
}

std::vector<Record> records(const QSqlDatabase& database, const Condition& condition, const QString& order) {
  auto query =
      run(database, "SELECT " + kReportColumns + " FROM reports WHERE " + condition.text() + " ORDER BY " + order,
          condition.values);
  std::vector<Record> found;
  while (query.next()) found.push_back(recordOf(query));
  return found;
}

std::vector<AuditedNeedle> needles(const QSqlDatabase& database, const Condition& condition) {
  auto query =
      run(database,
          "SELECT reports.uid, predecessor_uid, plan_uid, saved, needles.route, needles.level, operator, tracking_uid, "
          "planned_tracking_uid, needles.label, scanned, gauge, accepted, residual_mm, needles.verdict, v0, "
          "v1, v2, v3, v4, v5, v6 FROM needles JOIN reports ON reports.file = needles.file WHERE " +
              condition.text() + " ORDER BY scanned, needles.rowid",
          condition.values);
  std::vector<AuditedNeedle> found;
  while (query.next()) found.push_back(needleOf(query));
  return found;
}

}  // namespace app::archive::rows
