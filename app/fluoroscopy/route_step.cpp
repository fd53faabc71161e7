#include "app/fluoroscopy/route_step.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "app/fluoroscopy/fluoroscopy_case.h"
#include "app/panels/route_fields.h"

namespace app::fluoroscopy {

RouteStep::RouteStep(FluoroscopyCase& model, QWidget* parent)
    : Section(tr("Route"), false, parent), model_(model), operator_(new QLineEdit) {
  auto* grid = new QGridLayout;
  new panels::RouteFields(model_.document(), {"fluoroscopyRoute", "fluoroscopyLevel", "fluoroscopySide"}, *grid, this);
  grid->addWidget(new QLabel(tr("Operator")), 4, 0);
  grid->addWidget(operator_, 4, 1, 1, 3);
  body()->addLayout(grid);
  operator_->setObjectName("fluoroscopyOperator");
  connect(operator_, &QLineEdit::editingFinished, this, [this] {
    auto& document = model_.document();
    document.setOperator(operator_->text(), QString::fromStdString(document.plan().choices.operatorOrganization));
  });
  connect(&model_, &FluoroscopyCase::planChanged, this, &RouteStep::refresh);
  refresh();
}

void RouteStep::refresh() {
  if (!operator_->hasFocus()) operator_->setText(QString::fromStdString(model_.document().plan().choices.operatorName));
  setEnabled(!model_.isEmpty());
}

}  // namespace app::fluoroscopy
