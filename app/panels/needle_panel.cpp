#include "app/panels/needle_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

#include "app/case/plan_document.h"
#include "app/look/quiet_combo.h"
#include "app/look/style.h"
#include "app/panels/imported_row.h"
#include "app/text/numbers.h"
#include "planning/needle/bending.h"

namespace app::panels {
namespace {

constexpr double kShortestMm = 10, kLongestMm = 300;  // planning/needle/needle.h

QString lengthText(double mm) {
  return number(mm, mm == std::floor(mm) ? 0 : 1) + QStringLiteral(" mm");
}

std::optional<double> lengthFrom(QString text) {
  const auto value = parseNumber(text.remove("mm"));
  return value && *value >= kShortestMm && *value <= kLongestMm ? value : std::nullopt;
}

/// What the choice of needle means for the path; empty while it is not known.
QString outsideText(const planning::PlannedNeedle& needle) {
  if (!needle.tooShort) return {};
  if (*needle.tooShort) {
    const double path = needle.depthMm.value_or(needle.pathLengthMm.value_or(0));
    return NeedlePanel::tr("%1 Too short by %2")
        .arg(verdictSign(planning::needle::Verdict::Breach), mm(path - needle.needle->lengthMm));
  }
  return needle.outsideSkinMm ? NeedlePanel::tr("%1 stay outside the skin").arg(mm(*needle.outsideSkinMm)) : QString();
}

/// How far its tip may stray by its bevel.
QString bendingText(int gauge) {
  const auto& all = planning::needle::bendingOf(gauge);
  if (all.empty()) return NeedlePanel::tr("%1G: how much it bends was not measured").arg(gauge);
  QStringList tips;
  for (const auto& one : all) tips += QString::fromLatin1(one.tip) + ' ' + number(one.meanMm);
  return NeedlePanel::tr("%1G bends, %2 deep: %3 mm")
      .arg(QString::number(gauge), number(planning::needle::kBendingDepthMm, 0) + QStringLiteral(" mm"),
           tips.join(QStringLiteral(", ")));
}

QToolButton* smallButton(const QString& objectName, const QString& text, const QString& tip) {
  auto* button = new QToolButton;
  button->setObjectName(objectName);
  button->setText(text);
  button->setToolTip(tip);
  return button;
}

}  // namespace

NeedlePanel::NeedlePanel(PlanDocument& document, QWidget* parent)
    : Section(tr("2  Needle"), false, parent),
      document_(document),
      needles_(new QuietCombo("needles")),
      gauge_(new QuietCombo("gauge")),
      length_(new QuietCombo("length")),
      add_(smallButton("addNeedle", "+", tr("Add a needle"))),
      remove_(smallButton("removeNeedle", QStringLiteral("−"), tr("Remove this needle"))),
      imported_(new ImportedRow(document_, this)),
      outside_(new QLabel),
      bending_(caption({})) {
  outside_->setObjectName("outsideSkin");
  outside_->setWordWrap(true);
  needles_->setEditable(true);
  needles_->setInsertPolicy(QComboBox::NoInsert);
  needles_->setToolTip(tr("The needle that is shown and edited; type to rename it"));
  auto* which = new QHBoxLayout;
  which->addWidget(needles_, 1);
  which->addWidget(add_);
  which->addWidget(remove_);
  auto* what = new QHBoxLayout;
  what->addWidget(gauge_, 1);
  what->addWidget(new QLabel(QStringLiteral("×")));
  what->addWidget(length_, 1);
  body()->addLayout(which);
  body()->addLayout(what);
  body()->addWidget(imported_);
  body()->addWidget(outside_);
  bending_->setObjectName("bending");
  bending_->setToolTip(tr("Measured in gel: %1. Turn the bevel, or bend against it.")
                           .arg(QString::fromUtf8(planning::needle::kBendingSource)));
  body()->addWidget(bending_);

  gauge_->addItem(tr("gauge"), 0);
  for (const int gauge : planning::needle::gauges())
    gauge_->addItem(QStringLiteral("%1G  %2 mm").arg(gauge).arg(number(*planning::needle::outerDiameterMm(gauge), 2)),
                    gauge);
  length_->setEditable(true);
  length_->setInsertPolicy(QComboBox::NoInsert);
  length_->lineEdit()->setPlaceholderText(tr("length"));
  for (const double length : planning::needle::usualLengthsMm()) length_->addItem(lengthText(length));

  connect(needles_, &QComboBox::activated, &document_, &PlanDocument::setCurrentNeedle);
  connect(needles_->lineEdit(), &QLineEdit::editingFinished, this,
          [this] { document_.renameNeedle(document_.currentNeedle(), needles_->currentText()); });
  connect(add_, &QToolButton::clicked, &document_, &PlanDocument::addNeedle);
  connect(remove_, &QToolButton::clicked, this, [this] { document_.removeNeedle(document_.currentNeedle()); });
  connect(gauge_, &QComboBox::activated, this, &NeedlePanel::choose);
  connect(length_, &QComboBox::activated, this, &NeedlePanel::choose);
  connect(length_->lineEdit(), &QLineEdit::editingFinished, this, &NeedlePanel::choose);
  connect(&document_, &PlanDocument::planChanged, this, &NeedlePanel::refresh);
  connect(&document_, &PlanDocument::currentNeedleChanged, this, &NeedlePanel::refresh);
  refresh();
}

QWidget* NeedlePanel::controlFor(const planning::NextStep& step) const {
  return step.step == planning::Step::ChooseNeedle ? length_ : imported_->controlFor(step);
}

void NeedlePanel::choose() {
  const int gauge = gauge_->currentData().toInt();
  const auto length = lengthFrom(length_->currentText());
  const auto diameter = planning::needle::outerDiameterMm(gauge);
  if (diameter && length)
    document_.setNeedle({gauge, *length, *diameter});
  else if (!length && !length_->currentText().isEmpty())
    refresh();
}

void NeedlePanel::refreshNeedles() {
  const QSignalBlocker quiet(needles_);
  const auto& planned = document_.plan().choices.needles;
  if (needles_->lineEdit()->hasFocus() && needles_->lineEdit()->isModified()) return;
  needles_->clear();
  for (const auto& needle : planned) needles_->addItem(QString::fromStdString(needle.label));
  needles_->setCurrentIndex(document_.currentNeedle());
}

void NeedlePanel::refresh() {
  refreshNeedles();
  const auto planned = document_.plan().needles();
  setEnabled(!planned.empty());
  remove_->setEnabled(planned.size() > 1);
  if (planned.empty()) return outside_->clear();
  const auto& needle = planned[static_cast<std::size_t>(document_.currentNeedle())];
  const QSignalBlocker quiet(length_);
  const bool typing = length_->lineEdit()->hasFocus() && length_->lineEdit()->isModified();
  if (needle.needle) gauge_->setCurrentIndex(std::max(0, gauge_->findData(needle.needle->gauge)));
  if (!typing) length_->setEditText(needle.needle ? lengthText(needle.needle->lengthMm) : QString());
  outside_->setText(outsideText(needle));
  outside_->setVisible(!outside_->text().isEmpty());
  bending_->setText(needle.needle ? bendingText(needle.needle->gauge) : QString());
  bending_->setVisible(!bending_->text().isEmpty());
  outside_->setProperty("alarm", needle.tooShort.value_or(false) ? "breach" : "");
}

}  // namespace app::panels
