#include "app/panels/structure_editor.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include "app/case/shown_scan.h"
#include "app/case/structure_shop.h"
#include "app/look/quiet_combo.h"
#include "app/look/style.h"
#include "app/panels/coordinate_box.h"
#include "app/panels/show_structure.h"
#include "app/text/words.h"

namespace app::panels {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Role;
using planning::anatomy::Side;

constexpr double kUsualMargin = -0.1;  ///< the box's lowest value: that of route and kind
constexpr std::array kSwatches{palette::kOrange, palette::kSky,        palette::kGreen,  palette::kYellow,
                               palette::kBlue,   palette::kVermillion, palette::kPurple, palette::kGrey};

QString css(const std::array<std::uint8_t, 3>& c) {
  return QStringLiteral("background: rgb(%1,%2,%3); border: none").arg(c[0]).arg(c[1]).arg(c[2]);
}

}  // namespace

StructureEditor::StructureEditor(ShownScan& scan, StructureShop& shop, int index, QWidget* parent)
    : QWidget(parent),
      scan_(scan),
      shop_(shop),
      index_(index),
      name_(new QLineEdit),
      kind_(new QuietCombo("kind" + QString::number(index))),
      role_(new QuietCombo("role" + QString::number(index))),
      side_(new QuietCombo("side" + QString::number(index))),
      margin_(new NumberBox),
      opacity_(new QSlider(Qt::Horizontal)),
      confirmed_(new QCheckBox(tr("Confirmed by me"))) {
  build();
  connectAll();
  refresh();
}

void StructureEditor::build() {
  const QString number = QString::number(index_);
  name_->setObjectName("name" + number);
  margin_->setObjectName("margin" + number);
  opacity_->setObjectName("opacity" + number);
  confirmed_->setObjectName("confirmed" + number);
  for (int kind = 0; kind <= static_cast<int>(Kind::Other); ++kind)
    kind_->addItem(kindWord(static_cast<Kind>(kind)), kind);
  for (const Role role : {Role::Avoid, Role::Target, Role::Crossable})
    role_->addItem(roleWord(role), static_cast<int>(role));
  for (const Side side : {Side::None, Side::Left, Side::Right, Side::Bilateral})
    side_->addItem(sideWord(side), static_cast<int>(side));
  margin_->setRange(kUsualMargin, 30);
  margin_->setSingleStep(0.5);
  margin_->setSuffix(" mm");
  margin_->setSpecialValueText(tr("usual"));
  margin_->setToolTip(tr("Kept from the needle's surface; the lowest step is that of route and kind"));
  opacity_->setRange(5, 100);
  auto* form = new QFormLayout(this);
  form->setContentsMargins(22, 0, 0, 6);
  form->setVerticalSpacing(3);
  form->addRow(tr("Name"), name_);
  form->addRow(tr("Kind"), kind_);
  form->addRow(tr("Side"), side_);
  form->addRow(tr("Role"), role_);
  form->addRow(tr("Margin"), margin_);
  form->addRow(tr("Opacity"), opacity_);
  form->addRow(tr("Colour"), swatches());
  form->addRow(confirmed_);
  auto* remove = new QPushButton(tr("Remove from the case"));
  remove->setObjectName("remove" + number);
  form->addRow(remove);
  connect(remove, &QPushButton::clicked, this, [this] { shop_.remove(index_); });
}

QWidget* StructureEditor::swatches() {
  auto* holder = new QWidget;
  auto* row = new QHBoxLayout(holder);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(3);
  for (const auto& colour : kSwatches) {
    auto* button = new QToolButton;
    button->setFixedSize(16, 16);
    button->setStyleSheet(css(colour));
    connect(button, &QToolButton::clicked, this, [this, colour] { shop_.setColour(index_, colour); });
    row->addWidget(button);
  }
  row->addStretch();
  return holder;
}

void StructureEditor::connectAll() {
  connect(name_, &QLineEdit::editingFinished, this, [this] { shop_.rename(index_, name_->text()); });
  connect(kind_, &QComboBox::activated, this,
          [this] { shop_.setKind(index_, static_cast<Kind>(kind_->currentData().toInt())); });
  connect(role_, &QComboBox::activated, this,
          [this] { shop_.setRole(index_, static_cast<Role>(role_->currentData().toInt())); });
  connect(side_, &QComboBox::activated, this,
          [this] { shop_.setSide(index_, static_cast<Side>(side_->currentData().toInt())); });
  connect(margin_, &QDoubleSpinBox::valueChanged, this,
          [this](double mm) { shop_.setMargin(index_, mm < 0 ? std::nullopt : std::optional(mm)); });
  connect(confirmed_, &QCheckBox::clicked, this, [this](bool yes) {
    if (yes) jumpTo(scan_, index_);  // confirmed is what was seen
    shop_.setConfirmed(index_, yes);
  });
  connect(opacity_, &QSlider::valueChanged, this, [this](int percent) {
    auto display = scan_.display(index_);
    display.opacity = percent / 100.0;
    scan_.setDisplay(index_, display);
  });
}

void StructureEditor::refresh() {
  const auto& structure = scan_.structures()[static_cast<std::size_t>(index_)].structure;
  if (!name_->hasFocus()) name_->setText(QString::fromStdString(structure.name));
  kind_->setItemText(kind_->findData(static_cast<int>(structure.kind)),
                     kindWord(structure.kind) + (structure.kindGuessed ? QStringLiteral(" ?") : QString()));
  kind_->setCurrentIndex(kind_->findData(static_cast<int>(structure.kind)));
  role_->setCurrentIndex(role_->findData(static_cast<int>(structure.role)));
  side_->setCurrentIndex(side_->findData(static_cast<int>(structure.side)));
  confirmed_->setChecked(structure.confirmed);
  const QSignalBlocker quietMargin(margin_), quietOpacity(opacity_);
  margin_->setValue(structure.marginMm.value_or(kUsualMargin));
  opacity_->setValue(static_cast<int>(scan_.display(index_).opacity * 100 + 0.5));
}

}  // namespace app::panels
