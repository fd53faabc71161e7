#include "app/panels/confirm_panel.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/case/structure_shop.h"
#include "app/panels/attest.h"
#include "app/panels/show_structure.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "planning/plan/next_step.h"

namespace app::panels {
namespace {

std::size_t currentNeedle(const ShownScan& scan) {
  return static_cast<std::size_t>(std::max(0, scan.currentNeedle()));
}

QString distanceText(const ShownScan& scan, const std::string& trackingUid) {
  const auto& needles = scan.plan().assessment.needles;
  if (currentNeedle(scan) >= needles.size()) return {};
  for (const auto& row : needles[currentNeedle(scan)].clearances)
    if (row.structureTrackingUid == trackingUid && row.distanceMm)
      return ConfirmPanel::tr("%1 from the needle").arg(mm(*row.distanceMm));
  return {};
}

bool isOneOf(int key, std::initializer_list<int> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

ConfirmPanel::ConfirmPanel(ShownScan& scan, StructureShop& shop, PlanDocument& document, QWidget* parent)
    : QWidget(parent),
      scan_(scan),
      shop_(shop),
      document_(document),
      name_(new QLabel),
      facts_(new QLabel),
      confirm_(new QPushButton(tr("Confirm (Enter)"))),
      refuse_(new QPushButton(tr("Not there (Backspace)"))),
      later_(new QPushButton(tr("Later (Esc)"))) {
  setObjectName("confirmPanel");
  name_->setObjectName("confirmName");
  facts_->setObjectName("confirmFacts");
  confirm_->setObjectName("confirmSeen");
  refuse_->setObjectName("confirmRefuse");
  later_->setObjectName("confirmLater");
  refuse_->setToolTip(tr("Removes it from the case; can be undone"));
  for (QLabel* label : {name_, facts_}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  name_->setStyleSheet("font-weight: bold");
  setFocusPolicy(Qt::StrongFocus);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(10, 8, 10, 0);
  grid->addWidget(name_, 0, 0, 1, 2);
  grid->addWidget(facts_, 1, 0, 1, 2);
  grid->addWidget(confirm_, 2, 0, 1, 2);
  grid->addWidget(refuse_, 3, 0);
  grid->addWidget(later_, 3, 1);
  connect(confirm_, &QPushButton::clicked, this, &ConfirmPanel::confirm);
  connect(refuse_, &QPushButton::clicked, this, &ConfirmPanel::refuse);
  connect(later_, &QPushButton::clicked, this, [this] { end(false); });
  connect(&scan_, &ShownScan::planChanged, this, &ConfirmPanel::refresh);
  hide();
}

void ConfirmPanel::askNext() {
  const auto left = planning::leftToConfirm(scan_.plan(), currentNeedle(scan_), scan_.structures());
  if (left.empty()) return end(true);
  const auto now = std::find(left.begin(), left.end(), asked_);
  ask(now == left.end() || now + 1 == left.end() ? left.front() : *(now + 1));
}

void ConfirmPanel::ask(const std::string& trackingUid) {
  const auto index = indexOf(scan_.structures(), trackingUid);
  if (!index) return;
  asked_ = trackingUid;
  jumpTo(scan_, *index);
  scan_.setCurrentStructure(index);
  refresh();
  show();
  setFocus(Qt::ShortcutFocusReason);
}

/// What is no longer there, or is confirmed elsewhere meanwhile, is not asked about.
void ConfirmPanel::refresh() {
  if (!isAsking()) return;
  const auto index = indexOf(scan_.structures(), asked_);
  if (!index || scan_.structures()[static_cast<std::size_t>(*index)].structure.confirmed) return end(false);
  const auto& measured = scan_.structures()[static_cast<std::size_t>(*index)];
  const auto& structure = measured.structure;
  name_->setText(tr("Is this “%1”?").arg(QString::fromStdString(structure.name)));
  QStringList facts{kindWord(structure.kind), sourceWord(structure.source),
                    tr("error bound %1").arg(mm(measured.errorBoundMm)), distanceText(scan_, asked_)};
  facts.removeAll(QString());
  facts_->setText(facts.join(QStringLiteral(" · ")));
}

void ConfirmPanel::confirm() {
  const auto index = indexOf(scan_.structures(), asked_);
  if (!index || !nameOperator(document_, this)) return;
  asked_.clear();
  shop_.setConfirmed(*index, true);
  goOn();
}

void ConfirmPanel::refuse() {
  const auto index = indexOf(scan_.structures(), asked_);
  asked_.clear();
  if (index) shop_.remove(*index);
  goOn();
}

void ConfirmPanel::goOn() {
  const auto left = planning::leftToConfirm(scan_.plan(), currentNeedle(scan_), scan_.structures());
  left.empty() ? end(true) : ask(left.front());
}

void ConfirmPanel::end(bool nothingLeft) {
  asked_.clear();
  hide();
  Q_EMIT ended(nothingLeft);
}

/// The window has shortcuts of its own on these keys.
bool ConfirmPanel::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && isAsking() &&
      isOneOf(static_cast<QKeyEvent*>(event)->key(),
              {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Backspace, Qt::Key_Escape}))
    event->accept();
  return QWidget::event(event);
}

void ConfirmPanel::keyPressEvent(QKeyEvent* event) {
  if (event->isAutoRepeat() || !isAsking()) return;
  const bool enter = isOneOf(event->key(), {Qt::Key_Return, Qt::Key_Enter});
  if (enter && refuse_->hasFocus()) return refuse();  // a button leaves Enter to the panel around it
  if (enter && later_->hasFocus()) return end(false);
  if (enter) return confirm();
  if (event->key() == Qt::Key_Backspace) return refuse();
  if (event->key() == Qt::Key_Escape) return end(false);
  QWidget::keyPressEvent(event);
}

}  // namespace app::panels
