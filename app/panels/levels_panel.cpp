#include "app/panels/levels_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

#include "app/case/counted_levels.h"
#include "app/case/shown_scan.h"
#include "app/look/quiet_combo.h"
#include "planning/plan/own_choices.h"

namespace app::panels {
namespace {

QPushButton* button(const QString& objectName, const QString& text, const QString& tip) {
  auto* made = new QPushButton(text);
  made->setObjectName(objectName);
  made->setToolTip(tip);
  return made;
}

}  // namespace

LevelsPanel::LevelsPanel(ShownScan& scan, CountedLevels& counting, QWidget* parent)
    : Section(tr("Vertebrae"), true, parent),
      scan_(scan),
      counting_(counting),
      name_(new QuietCombo("levelToClick")),
      counted_(caption({})),
      click_(button("levelClick", tr("Click it"), tr("Then click this vertebra's body in a view (L)"))),
      here_(button("levelHere", tr("Name the one at the crosshair"),
                   tr("The vertebra at the crosshair has the name above; the others are counted from it"))),
      forget_(button("levelForget", tr("Forget"), tr("Forgets the count"))),
      expect_(button("expectNerves", tr("Propose root and sac"),
                     tr("Where the bone lets expect them, for the route's level and side; to be confirmed by you"))) {
  const auto& names = planning::anatomy::levelNames();
  for (auto name = names.rbegin(); name != names.rend(); ++name) name_->addItem(QString::fromStdString(*name));
  name_->setMinimumContentsLength(3);
  counted_->setObjectName("levelsCounted");
  auto* row = new QHBoxLayout;
  row->addWidget(name_, 1);
  row->addWidget(click_);
  row->addWidget(forget_);
  body()->addLayout(row);
  body()->addWidget(here_);
  body()->addWidget(counted_);
  body()->addWidget(expect_);
  connect(click_, &QPushButton::clicked, this, [this] { Q_EMIT clickAsked(chosenName()); });
  connect(here_, &QPushButton::clicked, this, [this] { counting_.count(scan_.crosshair(), chosenName()); });
  connect(name_, &QComboBox::activated, this, [this] { chosen_ = true; });
  connect(name_, &QComboBox::currentTextChanged, this, [this] { Q_EMIT nameChosen(chosenName()); });
  connect(forget_, &QPushButton::clicked, this, [this] { counting_.forget(); });
  connect(expect_, &QPushButton::clicked, this, [this] { counting_.expectNerves(); });
  connect(&scan_, &ShownScan::levelsChanged, this, &LevelsPanel::refresh);
  connect(&scan_, &ShownScan::planChanged, this, &LevelsPanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &LevelsPanel::refresh);
  refresh();
}

QWidget* LevelsPanel::controlFor(const planning::NextStep& step) const {
  return step.step == planning::Step::CountLevels ? name_ : nullptr;
}

std::string LevelsPanel::chosenName() const {
  return name_->currentText().toStdString();
}

/// Until the operator chooses: the lowest vertebra of the region that the current needle's route is for.
void LevelsPanel::startAtRegion() {
  const auto& choices = scan_.plan().choices;
  const auto current = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  if (current >= choices.needles.size()) return;  // not assessed yet
  const auto* route =
      planning::procedure::routesInUse().find(planning::ownSiteOf(choices, choices.needles[current]).routeId);
  const bool neck = route && !route->levels.empty() && route->levels.front().starts_with('C');
  if (!chosen_) name_->setCurrentText(neck ? "C7" : "L5");
}

QString LevelsPanel::countedText() const {
  const auto& counted = scan_.levels();
  if (counted.levels.empty() && counted.spine)
    return tr("%n vertebra(e) found, none named: click one.", nullptr, static_cast<int>(counted.spine->vertebrae()));
  QStringList names;
  bool allSure = true;
  for (auto level = counted.levels.rbegin(); level != counted.levels.rend(); ++level) {
    names += QString::fromStdString(level->name) + (level->sure ? QString() : QStringLiteral("?"));
    allSure = allSure && level->sure;
  }
  if (names.isEmpty()) return tr("none named yet");
  return allSure ? tr("as counted: %1").arg(names.join(' ')) : tr("as counted: %1 (? unsure)").arg(names.join(' '));
}

void LevelsPanel::refresh() {
  setVisible(scan_.volume() != nullptr);
  counted_->setText(countedText());
  for (QPushButton* needsCount : {forget_, expect_}) needsCount->setEnabled(!scan_.levels().levels.empty());
  startAtRegion();
}

}  // namespace app::panels
