#include "app/panels/trace_panel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

#include "app/case/shown_scan.h"
#include "app/case/structure_shop.h"
#include "app/case/tracing.h"
#include "app/look/quiet_combo.h"
#include "app/panels/coordinate_box.h"
#include "app/panels/show_structure.h"
#include "app/text/words.h"

namespace app::panels {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Side;
using planning::anatomy::Structure;
using planning::anatomy::Tube;

NumberBox* mmBox(const QString& objectName, double low, double high, double step) {
  auto* box = new NumberBox;
  box->setObjectName(objectName);
  box->setRange(low, high);
  box->setSingleStep(step);
  box->setSuffix(" mm");
  return box;
}

QPushButton* button(const QString& objectName, const QString& text) {
  auto* made = new QPushButton(text);
  made->setObjectName(objectName);
  return made;
}

const Structure* structureOf(const ShownScan& scan, const Tracing& tracing) {
  const auto index = tracing.structure();
  return index ? &scan.structures()[static_cast<std::size_t>(*index)].structure : nullptr;
}

}  // namespace

TracePanel::TracePanel(ShownScan& scan, StructureShop& shop, Tracing& tracing, QWidget* parent)
    : Section(tr("Trace"), true, parent),
      scan_(scan),
      shop_(shop),
      tracing_(tracing),
      which_(new QuietCombo("traceWhich")),
      kind_(new QuietCombo("traceKind")),
      side_(new QuietCombo("traceSide")),
      name_(new QLineEdit),
      radius_(mmBox("traceRadius", 0.2, 40, 0.5)),
      uncertainty_(mmBox("traceUncertainty", 0, 10, 0.1)),
      everywhere_(button("traceEverywhere", tr("All points"))),
      removePoint_(button("traceRemovePoint", tr("Remove point"))),
      end_(button("traceEnd", tr("End"))),
      confirm_(button("traceConfirm", tr("Confirm: checked on the image"))) {
  build();
  connectAll();
  refresh();
}

void TracePanel::build() {
  name_->setObjectName("traceName");
  for (const Kind kind : {Kind::Nerve, Kind::Dura, Kind::Artery, Kind::Vein})
    kind_->addItem(kindWord(kind), static_cast<int>(kind));
  for (const Side side : {Side::None, Side::Left, Side::Right}) side_->addItem(sideWord(side), static_cast<int>(side));
  radius_->setToolTip(tr("At the chosen point; Shift + wheel in a slice changes it too"));
  everywhere_->setToolTip(tr("This radius at every point"));
  uncertainty_->setToolTip(tr("How far the traced wall may lie from the true one; part of the distance's error bound"));
  auto* form = new QFormLayout;
  form->setContentsMargins(0, 0, 0, 0);
  form->setVerticalSpacing(3);
  form->addRow(tr("Tube"), which_);
  form->addRow(tr("Kind"), kind_);
  form->addRow(tr("Side"), side_);
  form->addRow(tr("Name"), name_);
  form->addRow(tr("Radius"), radius_);
  form->addRow(everywhere_);
  form->addRow(tr("Uncertain by"), uncertainty_);
  body()->addLayout(form);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(removePoint_);
  buttons->addWidget(end_);
  body()->addLayout(buttons);
  body()->addWidget(confirm_);
}

void TracePanel::connectAll() {
  connect(which_, &QComboBox::activated, this, [this](int row) {
    row == 0 ? tracing_.letGo() : tracing_.choose(which_->itemData(row).toInt());
    Q_EMIT toolAsked();
  });
  connect(kind_, &QComboBox::activated, this, &TracePanel::chooseKind);
  connect(side_, &QComboBox::activated, this, &TracePanel::chooseSide);
  connect(name_, &QLineEdit::editingFinished, this, &TracePanel::takeName);
  connect(radius_, &QDoubleSpinBox::valueChanged, &tracing_, &Tracing::setRadius);
  connect(uncertainty_, &QDoubleSpinBox::valueChanged, &tracing_, &Tracing::setUncertainty);
  connect(everywhere_, &QPushButton::clicked, this, [this] { tracing_.setRadiusEverywhere(radius_->value()); });
  connect(removePoint_, &QPushButton::clicked, &tracing_, &Tracing::removeVertex);
  connect(end_, &QPushButton::clicked, &tracing_, &Tracing::end);
  connect(confirm_, &QPushButton::clicked, this, [this] {
    const auto index = tracing_.structure();
    if (!index) return;
    jumpTo(scan_, *index);  // confirmed is what was seen
    shop_.setConfirmed(*index, true);
  });
  connect(&tracing_, &Tracing::changed, this, &TracePanel::refresh);
  connect(&scan_, &ShownScan::planChanged, this, &TracePanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &TracePanel::refresh);
}

void TracePanel::chooseKind() {
  const auto kind = static_cast<Kind>(kind_->currentData().toInt());
  if (const auto index = tracing_.structure()) return shop_.setKind(*index, kind);
  auto wish = tracing_.wish();
  wish.kind = kind;
  tracing_.wishFor(wish);
}

void TracePanel::chooseSide() {
  const auto side = static_cast<Side>(side_->currentData().toInt());
  if (const auto index = tracing_.structure()) return shop_.setSide(*index, side);
  auto wish = tracing_.wish();
  wish.side = side;
  tracing_.wishFor(wish);
}

void TracePanel::takeName() {
  if (!name_->isModified()) return;
  name_->setModified(false);
  if (const auto index = tracing_.structure()) return shop_.rename(*index, name_->text());
  auto wish = tracing_.wish();
  wish.name = name_->text();
  tracing_.wishFor(wish);
}

void TracePanel::offerTubes() {
  const QSignalBlocker quiet(which_);
  which_->clear();
  which_->addItem(tr("a new one"), -1);
  const auto& all = scan_.structures();
  for (int i = 0; i < static_cast<int>(all.size()); ++i)
    if (const auto& structure = all[static_cast<std::size_t>(i)].structure;
        std::holds_alternative<Tube>(structure.shape))
      which_->addItem(QString::fromStdString(structure.name), i);
  which_->setCurrentIndex(std::max(0, which_->findData(tracing_.structure().value_or(-1))));
}

void TracePanel::refresh() {
  setVisible(scan_.volume() != nullptr);
  offerTubes();
  const auto* structure = structureOf(scan_, tracing_);
  const auto* tube = tracing_.tube();
  const auto& wish = tracing_.wish();
  kind_->setCurrentIndex(kind_->findData(static_cast<int>(structure ? structure->kind : wish.kind)));
  side_->setCurrentIndex(side_->findData(static_cast<int>(structure ? structure->side : wish.side)));
  if (!name_->hasFocus()) {
    name_->setText(structure ? QString::fromStdString(structure->name) : wish.name);
    name_->setPlaceholderText(tracing_.nameOfNext());
  }
  const QSignalBlocker quietRadius(radius_), quietUncertainty(uncertainty_);
  radius_->setValue(tube ? tube->radiiMm[*tracing_.vertex()] : wish.radiusMm);
  uncertainty_->setValue(tube ? tube->radiusUncertaintyMm : wish.uncertaintyMm);
  everywhere_->setEnabled(tube != nullptr);
  removePoint_->setEnabled(tube != nullptr);
  end_->setEnabled(tracing_.grows());
  confirm_->setVisible(structure && !structure->confirmed);
}

}  // namespace app::panels
