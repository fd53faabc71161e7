#include "app/panels/route_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/look/quiet_combo.h"
#include "app/panels/route_fields.h"
#include "app/text/words.h"
#include "planning/plan/own_choices.h"

namespace app::panels {

RoutePanel::RoutePanel(ShownScan& scan, PlanDocument& document, QWidget* parent)
    : Section(tr("1  Route"), false, parent),
      scan_(scan),
      document_(document),
      guidance_(new QuietCombo("guidance")),
      counted_(new QPushButton) {
  counted_->setObjectName("countedLevel");
  auto* grid = new QGridLayout;
  fields_ = new RouteFields(document_, {"route", "level", "side"}, *grid, this);
  fields_->showLevelHint(tr("as counted"));
  grid->addWidget(counted_, 4, 0, 1, 4);
  grid->addWidget(new QLabel(tr("Guidance")), 5, 0);
  grid->addWidget(guidance_, 5, 1, 1, 3);
  body()->addLayout(grid);
  guidance_->addItem(tr("not chosen"), QString());
  for (const char* word : {"CT", "fluoroscopy"}) guidance_->addItem(guidanceWord(word), QString(word));

  connect(fields_, &RouteFields::routeChosen, this, [this](const std::string& id) {
    if (const auto* route = planning::procedure::routesInUse().find(id))
      Q_EMIT layoutAsked(QString::fromStdString(route->layout));
  });
  connect(guidance_, &QComboBox::activated, this,
          [this] { document_.setGuidance(guidance_->currentData().toString().toStdString()); });
  connect(counted_, &QPushButton::clicked, this,
          [this] { document_.setLevel(counted_->property("level").toString()); });
  connect(&scan_, &ShownScan::planChanged, this, &RoutePanel::refresh);
  connect(&scan_, &ShownScan::levelsChanged, this, &RoutePanel::offerCounted);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &RoutePanel::offerCounted);
  refresh();
}

QWidget* RoutePanel::controlFor(const planning::NextStep& step) const {
  return step.step == planning::Step::ChooseGuidance ? guidance_ : fields_->controlFor(step);
}

/// What was counted at the target, in the route's way to name levels: a disc, or the root that leaves there.
void RoutePanel::offerCounted() {
  const auto& plan = scan_.plan();
  const auto index = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  counted_->hide();
  if (index >= plan.choices.needles.size() || !plan.choices.needles[index].target) return;
  const auto at = planning::anatomy::levelAt(scan_.levels(), *plan.choices.needles[index].target);
  if (!at) return;
  const auto site = planning::ownSiteOf(plan.choices, plan.choices.needles[index]);
  const auto* route = planning::procedure::routesInUse().find(site.routeId);
  const bool discs = route && !route->levels.empty() && route->levels.front().find('-') != std::string::npos;
  const std::string& level = discs ? at->disc : at->foramen;
  if (level.empty() || level == site.level) return;
  const QString name = QString::fromStdString(level);
  counted_->setProperty("level", name);
  counted_->setText(at->sure ? tr("Target at %1, as counted: take it").arg(name)
                             : tr("Target at %1?, unsure count: take it").arg(name));
  counted_->show();
}

void RoutePanel::refresh() {
  offerCounted();
  guidance_->setCurrentIndex(std::max(0, guidance_->findData(QString::fromStdString(scan_.plan().choices.guidance))));
  setEnabled(scan_.volume() != nullptr);
}

}  // namespace app::panels
