#include "app/panels/shape_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/case/case.h"
#include "app/look/quiet_combo.h"
#include "app/panels/coordinate_box.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "app/views/pointing.h"
#include "planning/anatomy/mask_grid.h"

namespace app::panels {
namespace {

using planning::anatomy::Mask;

const planning::anatomy::MeasuredStructure* currentMask(const Case& openCase) {
  const int current = openCase.currentStructure();
  if (current < 0) return nullptr;
  const auto& measured = openCase.structures()[static_cast<std::size_t>(current)];
  return std::holds_alternative<Mask::Pointer>(measured.structure.shape) ? &measured : nullptr;
}

NumberBox* lengthBox(const char* name, double least, double largest, double value) {
  auto* box = new NumberBox;
  box->setObjectName(name);
  box->setRange(least, largest);
  box->setSingleStep(0.5);
  box->setSuffix(" mm");
  box->setValue(value);
  return box;
}

}  // namespace

ShapePanel::ShapePanel(Case& openCase, QWidget* parent)
    : Section(tr("Shape"), true, parent),
      case_(openCase),
      facts_(caption({})),
      brush_(lengthBox("brushRadius", views::Pointing::kLeastBrushMm, views::Pointing::kLargestBrushMm, 4)),
      amount_(lengthBox("shapeAmount", 0.5, 20, 1)),
      other_(new QuietCombo("shapeOther")) {
  facts_->setObjectName("shapeFacts");
  build();
  connectAll();
  refresh();
}

QPushButton* ShapePanel::button(const char* name, const QString& text) {
  auto* made = new QPushButton(text);
  made->setObjectName(name);
  made->setMinimumWidth(20);
  return made;
}

void ShapePanel::build() {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(4);
  grid->setVerticalSpacing(3);
  int row = 0;
  const auto two = [&](QWidget* left, QWidget* right) {
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row++, 1);
  };
  two(button("paint", tr("Paint")), button("erase", tr("Erase")));
  two(caption(tr("Radius of the ball")), brush_);
  for (QPushButton* wide : {button("keepPiece", tr("Keep one piece")), button("fillCavities", tr("Fill holes"))})
    grid->addWidget(wide, row++, 0, 1, 2);
  two(button("grow", tr("Grow")), button("shrink", tr("Shrink")));
  two(button("smooth", tr("Smooth")), amount_);
  two(caption(tr("With another structure")), other_);
  two(button("unite", tr("Unite")), button("subtract", tr("Subtract")));
  two(button("intersect", tr("Common part")), new QWidget);
  body()->addWidget(facts_);
  body()->addLayout(grid);
}

void ShapePanel::connectAll() {
  const auto onClick = [this](const char* name, auto act) {
    connect(findChild<QPushButton*>(name), &QPushButton::clicked, this, act);
  };
  onClick("paint", [this] { Q_EMIT toolAsked("toolPaint"); });
  onClick("erase", [this] { Q_EMIT toolAsked("toolErase"); });
  onClick("keepPiece", [this] { Q_EMIT toolAsked("toolKeepPiece"); });
  onClick("fillCavities", [this] { edit(fillCavities()); });
  onClick("grow", [this] { edit(growBy(amount_->value())); });
  onClick("shrink", [this] { edit(growBy(-amount_->value())); });
  onClick("smooth", [this] { edit(smoothBy(amount_->value())); });
  onClick("unite", [this] { combine(Combination::Unite); });
  onClick("subtract", [this] { combine(Combination::Subtract); });
  onClick("intersect", [this] { combine(Combination::Intersect); });
  connect(brush_, &QDoubleSpinBox::valueChanged, this, &ShapePanel::brushRadiusChosen);
  connect(&case_, &Case::structuresChanged, this, &ShapePanel::refresh);
  connect(&case_, &Case::currentStructureChanged, this, &ShapePanel::refresh);
  connect(&case_, &Case::volumeChanged, this, &ShapePanel::refresh);
}

void ShapePanel::showBrushRadius(double mm) {
  const QSignalBlocker quiet(brush_);
  brush_->setValue(mm);
}

void ShapePanel::edit(const ShapeEdit& edit) {
  case_.editShape(case_.currentStructure(), edit);
}

void ShapePanel::combine(Combination how) {
  for (const auto& measured : case_.structures()) {
    const auto* mask = std::get_if<Mask::Pointer>(&measured.structure.shape);
    if (mask && QString::fromStdString(measured.structure.trackingUid) == other_->currentData().toString())
      return edit(combineWith(how, *mask));
  }
}

QString ShapePanel::factsText() const {
  const auto* current = currentMask(case_);
  if (!current) return {};
  const Mask& mask = *std::get<Mask::Pointer>(current->structure.shape);
  if (measured_ != &mask) {
    measured_ = &mask;
    volumeMm3_ = planning::anatomy::volumeMm3(mask);
  }
  const QString volume = number(volumeMm3_ / 1000) + QStringLiteral(" cm³");
  const QString confirmed =
      current->structure.confirmed ? tr("confirmed by a person") : tr("not confirmed by a person");
  return QStringList{QString::fromStdString(current->structure.name), sourceWord(current->structure.source),
                     QStringLiteral("± ") + mm(current->errorBoundMm), volume, confirmed}
      .join(QStringLiteral(" · "));
}

void ShapePanel::refresh() {
  setVisible(case_.volume() && currentMask(case_));
  facts_->setText(factsText());
  refreshOthers();
}

void ShapePanel::refreshOthers() {
  const QString chosen = other_->currentData().toString();
  other_->clear();
  const int current = case_.currentStructure();
  for (int i = 0; i < static_cast<int>(case_.structures().size()); ++i) {
    const auto& structure = case_.structures()[static_cast<std::size_t>(i)].structure;
    if (i != current && std::holds_alternative<Mask::Pointer>(structure.shape))
      other_->addItem(QString::fromStdString(structure.name), QString::fromStdString(structure.trackingUid));
  }
  other_->setCurrentIndex(std::max(0, other_->findData(chosen)));
  for (const char* name : {"unite", "subtract", "intersect"})
    findChild<QPushButton*>(name)->setEnabled(other_->count() > 0);
}

}  // namespace app::panels
