#include "app/panels/route_fields.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/look/quiet_combo.h"
#include "app/text/words.h"

namespace app::panels {
namespace {

using planning::anatomy::Side;

QString fact(const QString& what, const planning::procedure::Bilingual& value) {
  return what.arg(inLanguage(value));
}

QString aboutRoute(const planning::procedure::Route& route) {
  QStringList lines{inLanguage(route.name), fact(RouteFields::tr("Level: %1"), route.level),
                    fact(RouteFields::tr("Guidance: %1"), route.guidance),
                    fact(RouteFields::tr("Target: %1"), route.target)};
  for (const auto& rule : route.rules)
    lines += inLanguage(rule.text) + " [" + QString::fromStdString(rule.source) + ']';
  for (const auto& limit : route.limits)
    lines += inLanguage(limit.text) + " [" + QString::fromStdString(limit.source) + ']';
  return lines.join('\n');
}

/// Every route, in the person's language, its facts as tool tips; the data is the route's identifier, empty for none.
void fillRoutes(QComboBox& combo) {
  combo.addItem(RouteFields::tr("Choose a route"), QString());
  for (const auto& route : planning::procedure::routesInUse()) {
    combo.addItem(inLanguage(route.name), QString::fromStdString(route.id));
    combo.setItemData(combo.count() - 1, aboutRoute(route), Qt::ToolTipRole);
  }
}

/// The data is the Side, -1 for not stated.
void fillSides(QComboBox& combo) {
  combo.addItem(RouteFields::tr("not stated"), -1);
  for (const Side side : {Side::Left, Side::Right, Side::Bilateral, Side::None})
    combo.addItem(sideWord(side), static_cast<int>(side));
}

}  // namespace

RouteFields::RouteFields(PlanDocument& document, const Names& names, QGridLayout& grid, QObject* parent)
    : QObject(parent),
      document_(document),
      route_(new QuietCombo(names.route)),
      level_(new QuietCombo(names.level)),
      side_(new QuietCombo(names.side)) {
  grid.setContentsMargins(0, 0, 0, 0);
  grid.setVerticalSpacing(4);
  grid.addWidget(route_, 0, 0, 1, 4);
  grid.addWidget(new QLabel(tr("Level")), 1, 0);
  grid.addWidget(level_, 1, 1);
  grid.addWidget(new QLabel(tr("Side")), 1, 2);
  grid.addWidget(side_, 1, 3);
  grid.setColumnStretch(1, 1);
  grid.setColumnStretch(3, 2);
  fillRoutes(*route_);
  fillSides(*side_);
  level_->setEditable(true);
  connectAll();
  refresh();
}

void RouteFields::showLevelHint(const QString& hint) {
  level_->lineEdit()->setPlaceholderText(hint);
}

void RouteFields::connectAll() {
  connect(route_, &QComboBox::activated, this, [this] {
    const std::string id = route_->currentData().toString().toStdString();
    document_.setRoute(id);
    Q_EMIT routeChosen(id);
  });
  const auto takeLevel = [this] { document_.setLevel(level_->currentText()); };
  connect(level_, &QComboBox::activated, this, takeLevel);
  connect(level_->lineEdit(), &QLineEdit::editingFinished, this, takeLevel);
  connect(side_, &QComboBox::activated, this, [this] {
    if (const int side = side_->currentData().toInt(); side >= 0) document_.setSide(static_cast<Side>(side));
    refresh();
  });
  connect(&document_, &PlanDocument::planChanged, this, &RouteFields::refresh);
}

/// A level that is being typed stays.
void RouteFields::refreshLevels() {
  const auto& plan = document_.plan();
  const QSignalBlocker quiet(level_);
  const QString id = QString::fromStdString(plan.choices.routeId);
  if (const QVariant offered = level_->property("levelsOf"); !offered.isValid() || offered.toString() != id) {
    level_->setProperty("levelsOf", id);
    level_->clear();
    if (const auto* chosen = planning::procedure::routesInUse().find(plan.choices.routeId))
      for (const auto& name : chosen->levels) level_->addItem(QString::fromStdString(name));
  }
  if (level_->lineEdit()->hasFocus() && level_->lineEdit()->isModified()) return;
  const QString text = QString::fromStdString(plan.choices.level);
  level_->setCurrentIndex(level_->findText(text));
  level_->setEditText(text);
}

void RouteFields::refresh() {
  const auto& plan = document_.plan();
  refreshLevels();
  route_->setCurrentIndex(std::max(0, route_->findData(QString::fromStdString(plan.choices.routeId))));
  route_->setToolTip(route_->currentData(Qt::ToolTipRole).toString());
  side_->setCurrentIndex(std::max(0, side_->findData(plan.choices.side ? static_cast<int>(*plan.choices.side) : -1)));
}

}  // namespace app::panels
