#include "app/panels/route_fields.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/look/quiet_combo.h"
#include "app/panels/attest.h"
#include "app/text/words.h"
#include "planning/anatomy/level_span.h"
#include "planning/plan/own_choices.h"

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

/// The level of the route's list that the current needle's target is at, by the counted vertebrae; empty for none.
QString countedOf(const PlanDocument& document, const planning::procedure::Route* route) {
  const auto& needles = document.plan().assessment.needles;
  const auto index = static_cast<std::size_t>(std::max(0, document.currentNeedle()));
  if (!route || index >= needles.size() || needles[index].site.levels.empty()) return {};
  const auto at = planning::anatomy::boundsOf(needles[index].site.levels.front());
  for (const std::string& offered : route->levels) {
    const auto own = planning::anatomy::boundsOf(offered);
    if (at && own && own->upper == at->upper && own->lower == at->lower) return QString::fromStdString(offered);
  }
  return {};
}

/// The current needle's; empty where no plan is open.
planning::OwnSite siteOf(const PlanDocument& document) {
  const auto& choices = document.plan().choices;
  const auto index = static_cast<std::size_t>(std::max(0, document.currentNeedle()));
  return index < choices.needles.size() ? planning::ownSiteOf(choices, choices.needles[index]) : planning::OwnSite{};
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
  auto* panel = qobject_cast<QWidget*>(parent);
  grid.addWidget(new SeenRow(document_, SeenRow::Which::Level, QString(names.level) + "Seen", panel), 2, 0, 1, 4);
  grid.addWidget(new SeenRow(document_, SeenRow::Which::Side, QString(names.side) + "Seen", panel), 3, 0, 1, 4);
  grid.setColumnStretch(1, 1);
  grid.setColumnStretch(3, 2);
  fillRoutes(*route_);
  fillSides(*side_);
  connectAll();
  refresh();
}

QWidget* RouteFields::controlFor(const planning::NextStep& step) const {
  switch (step.step) {
    case planning::Step::ChooseRoute:
      return route_;
    case planning::Step::StateLevel:
      return level_;
    case planning::Step::StateSide:
      return side_;
    default:
      return nullptr;
  }
}

void RouteFields::showLevelHint(const QString& hint) {
  levelHint_ = hint;
  if (level_->isEditable()) level_->lineEdit()->setPlaceholderText(hint);
}

void RouteFields::connectAll() {
  connect(route_, &QComboBox::activated, this, [this] {
    const std::string id = route_->currentData().toString().toStdString();
    document_.setRoute(id);
    Q_EMIT routeChosen(id);
  });
  connect(level_, &QComboBox::activated, this, &RouteFields::takeLevel);
  connect(&document_, &PlanDocument::currentNeedleChanged, this, &RouteFields::refresh);
  connect(side_, &QComboBox::activated, this, [this] {
    if (const int side = side_->currentData().toInt(); side >= 0) document_.setSide(static_cast<Side>(side));
    refresh();
  });
  connect(&document_, &PlanDocument::planChanged, this, &RouteFields::refresh);
}

void RouteFields::takeLevel() {
  document_.setLevel(level_->isEditable() ? level_->currentText() : level_->currentData().toString());
}

/// The counted level stands first, below none, apart from the others; the data is the level, empty for none.
void RouteFields::offerLevels(const QStringList& levels, const QString& counted) {
  const QStringList offered = QStringList{counted} + levels;
  if (const QVariant known = level_->property("offered"); known.isValid() && known.toStringList() == offered) return;
  level_->setProperty("offered", offered);
  level_->clear();
  level_->setEditable(levels.isEmpty());
  if (level_->isEditable()) {
    level_->lineEdit()->setPlaceholderText(levelHint_);
    connect(level_->lineEdit(), &QLineEdit::editingFinished, this, &RouteFields::takeLevel, Qt::UniqueConnection);
    return;
  }
  level_->addItem(QString(), QString());
  if (!counted.isEmpty()) {
    level_->addItem(counted, counted);
    level_->setItemData(1, tr("The target's, as counted"), Qt::ToolTipRole);
    level_->insertSeparator(2);
  }
  for (const QString& level : levels)
    if (level != counted) level_->addItem(level, level);
}

/// A level that is being typed stays.
void RouteFields::showFreeLevel(const QString& level) {
  if (!level_->lineEdit()->hasFocus() || !level_->lineEdit()->isModified()) level_->setEditText(level);
}

void RouteFields::refreshLevels() {
  const auto site = siteOf(document_);
  const QSignalBlocker quiet(level_);
  const auto* route = planning::procedure::routesInUse().find(site.routeId);
  QStringList levels;
  if (route)
    for (const auto& name : route->levels) levels += QString::fromStdString(name);
  offerLevels(levels, countedOf(document_, route));
  const QString stated = QString::fromStdString(site.level);
  if (level_->isEditable()) return showFreeLevel(stated);
  if (level_->findData(stated) < 0) level_->addItem(stated, stated);  // of another list: shown until it is changed
  level_->setCurrentIndex(level_->findData(stated));
}

void RouteFields::refresh() {
  const auto site = siteOf(document_);
  refreshLevels();
  route_->setCurrentIndex(std::max(0, route_->findData(QString::fromStdString(site.routeId))));
  route_->setToolTip(route_->currentData(Qt::ToolTipRole).toString());
  side_->setCurrentIndex(std::max(0, side_->findData(site.side ? static_cast<int>(*site.side) : -1)));
}

}  // namespace app::panels
