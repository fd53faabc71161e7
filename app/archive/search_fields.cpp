#include "app/archive/search_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>

#include "app/look/quiet_combo.h"
#include "app/look/style.h"
#include "app/text/words.h"

namespace app::archive {
namespace {

using planning::needle::Verdict;

/// The date that stands at the beginning or the end of what was typed.
std::optional<std::string> day(const QString& typed, bool last) {
  const QString text = typed.trimmed();
  if (text.isEmpty()) return std::string();
  static const QRegularExpression form("^(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?$");
  const auto match = form.match(text);
  if (!match.hasMatch()) return std::nullopt;
  const int year = match.captured(1).toInt();
  const int month = match.captured(2).isEmpty() ? (last ? 12 : 1) : match.captured(2).toInt();
  const int lastOfMonth = QDate(year, month, 1).daysInMonth();
  const int date = match.captured(3).isEmpty() ? (last ? lastOfMonth : 1) : match.captured(3).toInt();
  const QDate found(year, month, date);
  if (!found.isValid()) return std::nullopt;
  return found.toString("yyyyMMdd").toStdString();
}

QComboBox* choice(const QString& name, const QString& any) {
  auto* combo = new panels::QuietCombo(name);
  combo->addItem(any);
  return combo;
}

}  // namespace

std::optional<std::string> firstDay(const QString& text) {
  return day(text, false);
}
std::optional<std::string> lastDay(const QString& text) {
  return day(text, true);
}

QLineEdit* SearchFields::text(const QString& name, const QString& hint) {
  auto* field = new QLineEdit;
  field->setObjectName(name);
  field->setPlaceholderText(hint);
  field->setToolTip(hint);
  field->setClearButtonEnabled(true);
  connect(field, &QLineEdit::textChanged, this, [this] {
    if (!quiet_) Q_EMIT changed();
  });
  return field;
}

SearchFields::SearchFields(QWidget* parent)
    : QWidget(parent),
      patient_(text("searchPatient", tr("Patient's name or ID"))),
      from_(text("searchFrom", tr("From YYYY-MM-DD"))),
      to_(text("searchTo", tr("To YYYY-MM-DD"))),
      level_(text("searchLevel", tr("Level"))),
      operator_(text("searchOperator", tr("Operator"))),
      route_(choice("searchRoute", tr("Any route"))),
      verdict_(choice("searchVerdict", tr("Any verdict"))),
      kind_(choice("searchKind", tr("Plans and controls"))),
      allVersions_(new QCheckBox(tr("Earlier versions too"))) {
  for (const auto& route : planning::procedure::routesInUse())
    route_->addItem(inLanguage(route.name), QString::fromStdString(route.id));
  for (const auto verdict : {Verdict::Breach, Verdict::Unknown, Verdict::Near, Verdict::Clear})
    verdict_->addItem(verdictSign(verdict) + ' ' + verdictWord(verdict), static_cast<int>(verdict));
  kind_->addItem(tr("Plans"), static_cast<int>(Kind::Plan));
  kind_->addItem(tr("Controls"), static_cast<int>(Kind::Control));
  kind_->addItem(tr("Files that are no report"), static_cast<int>(Kind::Refused));
  allVersions_->setObjectName("searchVersions");
  auto* clearAll = new QPushButton(tr("Clear"));
  clearAll->setObjectName("searchClear");
  auto* layout = new QGridLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  const std::vector<std::vector<QWidget*>> lines{{patient_, from_, to_, kind_, allVersions_},
                                                 {route_, level_, operator_, verdict_, clearAll}};
  for (int line = 0; line < 2; ++line)
    for (int column = 0; column < 5; ++column)
      layout->addWidget(lines[static_cast<std::size_t>(line)][static_cast<std::size_t>(column)], line, column);
  for (int column = 0; column < 4; ++column) layout->setColumnStretch(column, column == 0 ? 2 : 1);
  for (auto* combo : {route_, verdict_, kind_})
    connect(combo, &QComboBox::currentIndexChanged, this, [this] {
      if (!quiet_) Q_EMIT changed();
    });
  connect(allVersions_, &QCheckBox::toggled, this, [this] {
    if (!quiet_) Q_EMIT changed();
  });
  connect(clearAll, &QPushButton::clicked, this, &SearchFields::clear);
}

Query SearchFields::query() const {
  Query query;
  query.patient = patient_->text();
  query.from = firstDay(from_->text()).value_or("99999999");  // what is no date finds nothing
  query.to = lastDay(to_->text()).value_or("00000000");
  query.routeId = route_->currentData().toString().toStdString();
  query.level = level_->text();
  query.operatorName = operator_->text();
  if (verdict_->currentIndex() > 0) query.verdict = static_cast<Verdict>(verdict_->currentData().toInt());
  if (kind_->currentIndex() > 0) query.kind = static_cast<Kind>(kind_->currentData().toInt());
  query.latestOnly = !allVersions_->isChecked();
  return query;
}

QString SearchFields::words() const {
  QStringList asked;
  for (const auto* field : {patient_, from_, to_, level_, operator_})
    if (!field->text().trimmed().isEmpty()) asked += field->text().trimmed();
  for (const auto* combo : {route_, verdict_})
    if (combo->currentIndex() > 0) asked += combo->currentText();
  return asked.join(", ");
}

void SearchFields::clear() {
  quiet_ = true;
  for (auto* field : {patient_, from_, to_, level_, operator_}) field->clear();
  for (auto* combo : {route_, verdict_, kind_}) combo->setCurrentIndex(0);
  quiet_ = false;
  Q_EMIT changed();
}

void SearchFields::askRefused() {
  quiet_ = true;
  clear();
  quiet_ = false;
  kind_->setCurrentIndex(kind_->findData(static_cast<int>(Kind::Refused)));
}

}  // namespace app::archive
