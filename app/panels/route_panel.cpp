#include "app/panels/route_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/case.h"
#include "app/look/quiet_combo.h"
#include "app/text/words.h"

namespace app::panels {
namespace {

using planning::anatomy::Side;

QString fact(const QString& what, const planning::procedure::Bilingual& value) {
  return what.arg(inLanguage(value));
}

QString aboutRoute(const planning::procedure::Route& route) {
  QStringList lines{inLanguage(route.name), fact(RoutePanel::tr("Level: %1"), route.level),
                    fact(RoutePanel::tr("Guidance: %1"), route.guidance),
                    fact(RoutePanel::tr("Target: %1"), route.target)};
  for (const auto& rule : route.rules)
    lines += inLanguage(rule.text) + " [" + QString::fromStdString(rule.source) + ']';
  for (const auto& limit : route.limits)
    lines += inLanguage(limit.text) + " [" + QString::fromStdString(limit.source) + ']';
  return lines.join('\n');
}

}  // namespace

void fillRoutes(QComboBox& combo) {
  combo.addItem(RoutePanel::tr("Choose a route"), QString());
  for (const auto& route : planning::procedure::routesInUse()) {
    combo.addItem(inLanguage(route.name), QString::fromStdString(route.id));
    combo.setItemData(combo.count() - 1, aboutRoute(route), Qt::ToolTipRole);
  }
}

void fillSides(QComboBox& combo) {
  combo.addItem(RoutePanel::tr("not stated"), -1);
  for (const Side side : {Side::Left, Side::Right, Side::Bilateral, Side::None})
    combo.addItem(sideWord(side), static_cast<int>(side));
}

void showRoute(const planning::Plan& plan, QComboBox& route, QComboBox& level, QComboBox& side) {
  const QSignalBlocker quiet(level);
  const QString id = QString::fromStdString(plan.choices.routeId);
  if (const QVariant offered = level.property("levelsOf"); !offered.isValid() || offered.toString() != id) {
    level.setProperty("levelsOf", id);
    level.clear();
    if (const auto* chosen = planning::procedure::routesInUse().find(plan.choices.routeId))
      for (const auto& name : chosen->levels) level.addItem(QString::fromStdString(name));
  }
  route.setCurrentIndex(std::max(0, route.findData(id)));
  route.setToolTip(route.currentData(Qt::ToolTipRole).toString());
  if (!level.lineEdit()->hasFocus() || !level.lineEdit()->isModified()) {
    const QString text = QString::fromStdString(plan.choices.level);
    level.setCurrentIndex(level.findText(text));
    level.setEditText(text);
  }
  side.setCurrentIndex(std::max(0, side.findData(plan.choices.side ? static_cast<int>(*plan.choices.side) : -1)));
}

RoutePanel::RoutePanel(Case& openCase, QWidget* parent)
    : Section(tr("1  Route"), false, parent),
      case_(openCase),
      route_(new QuietCombo("route")),
      level_(new QuietCombo("level")),
      side_(new QuietCombo("side")),
      guidance_(new QuietCombo("guidance")),
      counted_(new QPushButton) {
  counted_->setObjectName("countedLevel");
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(4);
  grid->addWidget(route_, 0, 0, 1, 4);
  grid->addWidget(new QLabel(tr("Level")), 1, 0);
  grid->addWidget(level_, 1, 1);
  grid->addWidget(new QLabel(tr("Side")), 1, 2);
  grid->addWidget(side_, 1, 3);
  grid->addWidget(counted_, 2, 0, 1, 4);
  grid->addWidget(new QLabel(tr("Guidance")), 3, 0);
  grid->addWidget(guidance_, 3, 1, 1, 3);
  grid->setColumnStretch(1, 1);
  grid->setColumnStretch(3, 2);
  body()->addLayout(grid);

  fillRoutes(*route_);
  level_->setEditable(true);
  level_->lineEdit()->setPlaceholderText(tr("as counted"));
  fillSides(*side_);
  guidance_->addItem(tr("not chosen"), QString());
  for (const char* word : {"CT", "fluoroscopy"}) guidance_->addItem(guidanceWord(word), QString(word));

  connect(route_, &QComboBox::activated, this, [this] {
    const std::string id = route_->currentData().toString().toStdString();
    case_.setRoute(id);
    if (const auto* route = planning::procedure::routesInUse().find(id))
      Q_EMIT layoutAsked(QString::fromStdString(route->layout));
  });
  connect(level_, &QComboBox::activated, this, [this] { case_.setLevel(level_->currentText()); });
  connect(level_->lineEdit(), &QLineEdit::editingFinished, this, [this] { case_.setLevel(level_->currentText()); });
  connect(side_, &QComboBox::activated, this, [this] {
    if (const int side = side_->currentData().toInt(); side >= 0) case_.setSide(static_cast<Side>(side));
    refresh();
  });
  connect(guidance_, &QComboBox::activated, this,
          [this] { case_.setGuidance(guidance_->currentData().toString().toStdString()); });
  connect(counted_, &QPushButton::clicked, this, [this] { case_.setLevel(counted_->property("level").toString()); });
  connect(&case_, &Case::planChanged, this, &RoutePanel::refresh);
  connect(&case_, &Case::levelsChanged, this, &RoutePanel::offerCounted);
  connect(&case_, &Case::currentNeedleChanged, this, &RoutePanel::offerCounted);
  refresh();
}

/// What was counted at the target, in the route's way to name levels: a disc, or the root that leaves there.
void RoutePanel::offerCounted() {
  const auto& plan = case_.plan();
  const auto index = static_cast<std::size_t>(std::max(0, case_.currentNeedle()));
  counted_->hide();
  if (index >= plan.choices.needles.size() || !plan.choices.needles[index].target) return;
  const auto at = planning::anatomy::levelAt(case_.levels(), *plan.choices.needles[index].target);
  if (!at) return;
  const auto* route = planning::procedure::routesInUse().find(plan.choices.routeId);
  const bool discs = route && !route->levels.empty() && route->levels.front().find('-') != std::string::npos;
  const std::string& level = discs ? at->disc : at->foramen;
  if (level.empty() || level == plan.choices.level) return;
  const QString name = QString::fromStdString(level);
  counted_->setProperty("level", name);
  counted_->setText(at->sure ? tr("Target at %1, as counted: take it").arg(name)
                             : tr("Target at %1?, unsure count: take it").arg(name));
  counted_->show();
}

void RoutePanel::refresh() {
  offerCounted();
  const auto& plan = case_.plan();
  showRoute(plan, *route_, *level_, *side_);
  guidance_->setCurrentIndex(std::max(0, guidance_->findData(QString::fromStdString(plan.choices.guidance))));
  setEnabled(case_.volume() != nullptr);
}

}  // namespace app::panels
