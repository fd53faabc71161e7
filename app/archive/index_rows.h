#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <vector>

#include "app/archive/query.h"
#include "app/archive/record.h"

/// The index's tables: how records lie in them. Private to the index.
namespace app::archive::rows {

/// What the database said when it could not. Stays within the index.
struct Failure {
  QString why;
  bool broken = false;  ///< the file is no database, or a damaged one
};
Failure failureOf(const QSqlError& error);

/// Runs a statement with its values, or throws Failure.
QSqlQuery run(const QSqlDatabase& database, const QString& statement, const QVariantList& values = {});

/// Makes the tables of this version in an empty database; true when they are there already.
bool isOurs(const QSqlDatabase& database);
void create(const QSqlDatabase& database);

void insert(const QSqlDatabase& database, const Record& record);
void remove(const QSqlDatabase& database, const QString& file);

/// A statement's condition behind WHERE, with its values.
struct Condition {
  QStringList parts;
  QVariantList values;
  void add(const QString& part, const QVariantList& of = {});
  QString text() const;  ///< "1" when nothing is asked
};
Condition conditionOf(const Query& query);

/// The records for which the condition holds, without their needles.
std::vector<Record> records(const QSqlDatabase& database, const Condition& condition, const QString& order);
std::vector<planning::review::AuditedNeedle> needles(const QSqlDatabase& database, const Condition& condition);

}  // namespace app::archive::rows
