#include "app/fluoroscopy/route_step.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/look/quiet_combo.h"
#include "app/panels/route_panel.h"

namespace app::fluoroscopy {

using planning::anatomy::Side;

RouteStep::RouteStep(FluoroscopyCase& model, QWidget* parent)
    : Section(tr("Route"), false, parent),
      model_(model),
      route_(new panels::QuietCombo("fluoroscopyRoute")),
      level_(new panels::QuietCombo("fluoroscopyLevel")),
      side_(new panels::QuietCombo("fluoroscopySide")),
      operator_(new QLineEdit) {
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(4);
  grid->addWidget(route_, 0, 0, 1, 4);
  grid->addWidget(new QLabel(tr("Level")), 1, 0);
  grid->addWidget(level_, 1, 1);
  grid->addWidget(new QLabel(tr("Side")), 1, 2);
  grid->addWidget(side_, 1, 3);
  grid->addWidget(new QLabel(tr("Operator")), 2, 0);
  grid->addWidget(operator_, 2, 1, 1, 3);
  grid->setColumnStretch(1, 1);
  grid->setColumnStretch(3, 2);
  body()->addLayout(grid);
  panels::fillRoutes(*route_);
  panels::fillSides(*side_);
  level_->setEditable(true);
  operator_->setObjectName("fluoroscopyOperator");
  connect(route_, &QComboBox::activated, this,
          [this] { model_.setRoute(route_->currentData().toString().toStdString()); });
  connect(level_, &QComboBox::activated, this, [this] { model_.setLevel(level_->currentText()); });
  connect(level_->lineEdit(), &QLineEdit::editingFinished, this, [this] { model_.setLevel(level_->currentText()); });
  connect(side_, &QComboBox::activated, this, [this] {
    if (const int side = side_->currentData().toInt(); side >= 0) model_.setSide(static_cast<Side>(side));
    refresh();
  });
  connect(operator_, &QLineEdit::editingFinished, this, [this] { model_.setOperator(operator_->text()); });
  connect(&model_, &FluoroscopyCase::planChanged, this, &RouteStep::refresh);
  refresh();
}

void RouteStep::refresh() {
  const auto& plan = model_.plan();
  panels::showRoute(plan, *route_, *level_, *side_);
  if (!operator_->hasFocus()) operator_->setText(QString::fromStdString(plan.choices.operatorName));
  setEnabled(!model_.isEmpty());
}

}  // namespace app::fluoroscopy
