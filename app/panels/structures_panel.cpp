#include "app/panels/structures_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/shown_scan.h"
#include "app/case/structure_shop.h"
#include "app/look/style.h"
#include "app/panels/structure_editor.h"
#include "app/text/numbers.h"
#include "app/text/words.h"

namespace app::panels {
namespace {

QString colourCss(const std::array<std::uint8_t, 3>& c) {
  return QStringLiteral("background: rgb(%1,%2,%3); border-radius: 3px").arg(c[0]).arg(c[1]).arg(c[2]);
}

const planning::needle::Clearance* clearanceOf(const ShownScan& scan, const planning::anatomy::Structure& structure) {
  const auto& needles = scan.plan().assessment.needles;
  if (needles.empty()) return nullptr;
  for (const auto& row : needles[static_cast<std::size_t>(scan.currentNeedle())].clearances)
    if (row.structureTrackingUid == structure.trackingUid) return &row;
  return nullptr;
}

}  // namespace

StructureRow::StructureRow(ShownScan& scan, StructureShop& shop, int index, QWidget* parent)
    : QWidget(parent),
      scan_(scan),
      shop_(shop),
      index_(index),
      visible_(new QCheckBox),
      name_(new QToolButton),
      swatch_(new QLabel),
      verdict_(new QLabel) {
  const QString number = QString::number(index);
  visible_->setObjectName("visible" + number);
  name_->setObjectName("structure" + number);
  verdict_->setObjectName("verdict" + number);
  visible_->setToolTip(tr("Shown in the views; measured either way"));
  swatch_->setFixedSize(14, 14);
  name_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  name_->setArrowType(Qt::RightArrow);
  name_->setAutoRaise(true);
  name_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(2);
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  row->addWidget(visible_);
  row->addWidget(swatch_);
  row->addWidget(name_, 1);
  row->addWidget(verdict_);
  layout->addLayout(row);
  connect(visible_, &QCheckBox::clicked, this, [this](bool visible) {
    auto display = scan_.display(index_);
    display.visible = visible;
    scan_.setDisplay(index_, display);
  });
  connect(name_, &QToolButton::clicked, this, [this] {
    unfold(!editor_ || editor_->isHidden());
    scan_.setCurrentStructure(index_);
  });
  refresh();
}

void StructureRow::unfold(bool unfolded) {
  if (!editor_) {
    editor_ = new StructureEditor(scan_, shop_, index_);
    layout()->addWidget(editor_);
  }
  editor_->setVisible(unfolded);
  name_->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
}

void StructureRow::refresh() {
  const auto& measured = scan_.structures()[static_cast<std::size_t>(index_)];
  const auto& structure = measured.structure;
  const QString name = QString::fromStdString(structure.name);
  const QString kind = kindWord(structure.kind) + (structure.kindGuessed ? QStringLiteral("?") : QString());
  const QString unsure = structure.confirmed ? QString() : QStringLiteral("? ");
  name_->setText(unsure + name);
  QFont font = name_->font();
  font.setBold(scan_.currentStructure() == index_);
  name_->setFont(font);
  name_->setToolTip(QStringList{name, kind + ", " + roleWord(structure.role),
                                QString::fromStdString(structure.source.text()),
                                tr("error bound %1").arg(mm(measured.errorBoundMm)),
                                structure.confirmed ? tr("confirmed by a person") : tr("not confirmed by a person")}
                        .join('\n'));
  swatch_->setStyleSheet(colourCss(structure.colour));
  visible_->setChecked(scan_.display(index_).visible);
  refreshVerdict();
  if (editor_) editor_->refresh();
}

void StructureRow::refreshVerdict() {
  const auto& measured = scan_.structures()[static_cast<std::size_t>(index_)];
  const auto& structure = measured.structure;
  const auto* row = clearanceOf(scan_, structure);
  if (measured.beingMeasured) {
    verdict_->setStyleSheet({});
    return verdict_->setText(tr("being measured"));
  }
  if (!row || !row->verdict) return verdict_->setText(row ? roleWord(structure.role) : QString());
  const QString distance = row->distanceMm ? ' ' + number(*row->distanceMm) : QString();
  verdict_->setText(verdictSign(*row->verdict) + distance);
  verdict_->setToolTip(verdictWord(*row->verdict));
  verdict_->setStyleSheet("font-weight: bold; color: " + verdictColour(*row->verdict).name());
}

StructuresPanel::StructuresPanel(ShownScan& scan, StructureShop& shop, QWidget* parent)
    : Section(tr("Structures"), true, parent),
      scan_(scan),
      shop_(shop),
      list_(new QVBoxLayout),
      add_(new QPushButton(tr("Add a structure"))) {
  list_->setSpacing(1);
  body()->addLayout(list_);
  auto* open = new QPushButton(tr("Open structures"));
  open->setObjectName("openStructures");
  add_->setObjectName("addStructure");
  body()->addWidget(add_);
  body()->addWidget(open);
  connect(open, &QPushButton::clicked, this, &StructuresPanel::openAsked);
  connect(&scan_, &ShownScan::structuresChanged, this, &StructuresPanel::refresh);
  connect(&scan_, &ShownScan::planChanged, this, &StructuresPanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &StructuresPanel::refresh);
  connect(&scan_, &ShownScan::currentStructureChanged, this, &StructuresPanel::refresh);
  connect(&scan_, &ShownScan::displayChanged, this, &StructuresPanel::refresh);
  refresh();
}

QWidget* StructuresPanel::controlFor(const planning::NextStep& step) const {
  return step.step == planning::Step::GiveStructure ? add_ : nullptr;
}

void StructuresPanel::setAddMenu(QMenu* menu) {
  add_->setMenu(menu);
}

std::vector<std::string> StructuresPanel::shownUids() const {
  std::vector<std::string> uids;
  for (const auto& measured : scan_.structures()) uids.push_back(measured.structure.trackingUid);
  return uids;
}

void StructuresPanel::refresh() {
  setVisible(scan_.volume() != nullptr);
  auto uids = shownUids();
  if (uids == uids_) {
    for (StructureRow* row : rows_) row->refresh();
    return;
  }
  for (StructureRow* row : rows_) {
    list_->removeWidget(row);
    row->hide();
    row->deleteLater();
  }
  rows_.clear();
  uids_ = std::move(uids);
  for (int i = 0; i < static_cast<int>(uids_.size()); ++i) {
    rows_.push_back(new StructureRow(scan_, shop_, i));
    list_->addWidget(rows_.back());
  }
  setSummary(uids_.empty() ? QString() : QString::number(uids_.size()));
}

}  // namespace app::panels
