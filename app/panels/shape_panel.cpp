#include "app/panels/shape_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/case/shape_work.h"
#include "app/case/shown_scan.h"
#include "app/look/quiet_combo.h"
#include "app/panels/coordinate_box.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "planning/anatomy/mask_grid.h"

namespace app::panels {
namespace {

using planning::anatomy::Mask;

const planning::anatomy::MeasuredStructure* currentMask(const ShownScan& scan) {
  const auto current = scan.currentStructure();
  if (!current) return nullptr;
  const auto& measured = scan.structures()[static_cast<std::size_t>(*current)];
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

ShapePanel::ShapePanel(ShownScan& scan, ShapeWork& shapes, QWidget* parent)
    : Section(tr("Shape"), true, parent),
      scan_(scan),
      shapes_(shapes),
      facts_(caption({})),
      brush_(lengthBox("brushRadius", views::Pointing::kLeastBrushMm, views::Pointing::kLargestBrushMm, 4)),
      amount_(lengthBox("shapeAmount", 0.5, 20, 1)),
      other_(new QuietCombo("shapeOther")) {
  facts_->setObjectName("shapeFacts");
  build();
  connect(brush_, &QDoubleSpinBox::valueChanged, this, &ShapePanel::brushRadiusChosen);
  connect(&scan_, &ShownScan::structuresChanged, this, &ShapePanel::refresh);
  connect(&scan_, &ShownScan::currentStructureChanged, this, &ShapePanel::refresh);
  connect(&scan_, &ShownScan::volumeChanged, this, &ShapePanel::refresh);
  refresh();
}

QPushButton* ShapePanel::button(const char* name, const QString& text, const std::function<void()>& act) {
  auto* made = new QPushButton(text);
  made->setObjectName(name);
  made->setMinimumWidth(20);
  connect(made, &QPushButton::clicked, this, act);
  return made;
}

void ShapePanel::build() {
  using views::Tool;
  const auto tool = [this](const char* name, const QString& text, Tool which) {
    return button(name, text, [this, which] { Q_EMIT toolAsked(which); });
  };
  const auto combining = [this](const char* name, const QString& text, Combination how) {
    return button(name, text, [this, how] { combine(how); });
  };
  withOther_ = {combining("unite", tr("Unite"), Combination::Unite),
                combining("subtract", tr("Subtract"), Combination::Subtract),
                combining("intersect", tr("Common part"), Combination::Intersect)};
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(4);
  grid->setVerticalSpacing(3);
  int row = 0;
  const auto two = [&](QWidget* left, QWidget* right) {
    grid->addWidget(left, row, 0);
    grid->addWidget(right, row++, 1);
  };
  const auto wide = [&](QWidget* one) { grid->addWidget(one, row++, 0, 1, 2); };
  two(tool("paint", tr("Paint"), Tool::Paint), tool("erase", tr("Erase"), Tool::Erase));
  two(caption(tr("Radius of the ball")), brush_);
  wide(tool("keepPiece", tr("Keep one piece"), Tool::KeepPiece));
  wide(button("fillCavities", tr("Fill holes"), [this] { edit(fillCavities()); }));
  two(button("grow", tr("Grow"), [this] { edit(growBy(amount_->value())); }),
      button("shrink", tr("Shrink"), [this] { edit(growBy(-amount_->value())); }));
  two(button("smooth", tr("Smooth"), [this] { edit(smoothBy(amount_->value())); }), amount_);
  two(caption(tr("With another structure")), other_);
  two(withOther_[0], withOther_[1]);
  two(withOther_[2], new QWidget);
  body()->addWidget(facts_);
  body()->addLayout(grid);
}

void ShapePanel::showBrushRadius(double mm) {
  const QSignalBlocker quiet(brush_);
  brush_->setValue(mm);
}

void ShapePanel::edit(const ShapeEdit& edit) {
  shapes_.edit(scan_.currentStructure(), edit);
}

void ShapePanel::combine(Combination how) {
  for (const auto& measured : scan_.structures()) {
    const auto* mask = std::get_if<Mask::Pointer>(&measured.structure.shape);
    if (mask && QString::fromStdString(measured.structure.trackingUid) == other_->currentData().toString())
      return edit(combineWith(how, *mask));
  }
}

QString ShapePanel::factsText() const {
  const auto* current = currentMask(scan_);
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
  setVisible(scan_.volume() && currentMask(scan_));
  facts_->setText(factsText());
  refreshOthers();
}

void ShapePanel::refreshOthers() {
  const QString chosen = other_->currentData().toString();
  other_->clear();
  const auto current = scan_.currentStructure();
  for (int i = 0; i < static_cast<int>(scan_.structures().size()); ++i) {
    const auto& structure = scan_.structures()[static_cast<std::size_t>(i)].structure;
    if (i != current && std::holds_alternative<Mask::Pointer>(structure.shape))
      other_->addItem(QString::fromStdString(structure.name), QString::fromStdString(structure.trackingUid));
  }
  other_->setCurrentIndex(std::max(0, other_->findData(chosen)));
  for (QPushButton* button : withOther_) button->setEnabled(other_->count() > 0);
}

}  // namespace app::panels
