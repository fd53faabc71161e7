#include "app/panels/unseen_rows.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/panels/attest.h"
#include "app/text/numbers.h"
#include "app/text/words.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/routes.h"

namespace app::panels {
namespace {

using planning::needle::Clearance;

std::size_t current(const PlanDocument& document) {
  return static_cast<std::size_t>(std::max(0, document.currentNeedle()));
}

/// The route's requirement that an absent row stands for, if it may be invisible; else null.
const planning::procedure::RequiredStructure* mayBeUnseen(const Clearance& row, const std::string& routeId) {
  const auto* absent = std::get_if<planning::needle::Required>(&row.source);
  const auto* route = planning::procedure::routesInUse().find(routeId);
  if (!absent || !route) return nullptr;
  for (const auto& required : route->required)
    if (required.id == absent->id) return required.mayBeInvisible ? &required : nullptr;
  return nullptr;
}

/// Of the requirement that a shown row stands for.
const std::string& idOf(const Clearance& row) {
  return std::get<planning::needle::Required>(row.source).id;
}

/// The row's requirement, on its side, at the stated level.
planning::AcceptedUnknown about(const Clearance& row, const planning::PlanChoices& own) {
  return {idOf(row), row.side, own.level, {}, {}, {}, {}};
}

/// The name, with the side where one of two is meant.
QString nameOf(const planning::procedure::RequiredStructure& required, planning::anatomy::Side side) {
  const QString name = inLanguage(required.name);
  return side == planning::anatomy::Side::None ? name : UnseenRows::tr("%1, %2").arg(name, sideWord(side));
}

bool sameRow(const Clearance& a, const Clearance& b) {
  return a.structure == b.structure && a.side == b.side && a.acceptedBy == b.acceptedBy;
}

}  // namespace

UnseenDialog::UnseenDialog(const QString& structure, QWidget* parent)
    : QDialog(parent), reason_(new QLineEdit), modality_(new QComboBox) {
  setObjectName("unseenDialog");
  setWindowTitle(tr("Looked for, not visible"));
  reason_->setObjectName("unseenReason");
  modality_->setObjectName("unseenModality");
  modality_->setEditable(true);
  modality_->addItems({"CT", "CTA", "MR"});
  auto* what = new QLabel(structure);
  what->setTextFormat(Qt::PlainText);
  what->setWordWrap(true);
  auto* form = new QFormLayout(this);
  form->addRow(what);
  form->addRow(tr("Why it is not seen"), reason_);
  form->addRow(tr("Looked for in"), modality_);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  take_ = buttons->addButton(tr("Accept by name"), QDialogButtonBox::AcceptRole);
  take_->setObjectName("unseenAccept");
  form->addRow(buttons);
  const auto allow = [this] { take_->setEnabled(!reason().isEmpty() && !modality().isEmpty()); };
  connect(reason_, &QLineEdit::textChanged, this, allow);
  connect(modality_, &QComboBox::editTextChanged, this, allow);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  allow();
}

QString UnseenDialog::reason() const {
  return reason_->text().trimmed();
}

QString UnseenDialog::modality() const {
  return modality_->currentText().trimmed();
}

UnseenRows::UnseenRows(PlanDocument& document, QWidget* parent)
    : QWidget(parent), document_(document), list_(new QVBoxLayout(this)) {
  setObjectName("unseenRows");
  list_->setContentsMargins(0, 0, 0, 0);
  list_->setSpacing(2);
  connect(&document_, &PlanDocument::planChanged, this, &UnseenRows::refresh);
  connect(&document_, &PlanDocument::currentNeedleChanged, this, &UnseenRows::refresh);
  refresh();
}

/// Of what the route requires, the row that nobody has accepted.
QWidget* UnseenRows::controlFor(const planning::NextStep& step) const {
  if (step.step != planning::Step::GiveStructure) return nullptr;
  for (std::size_t n = 0; n < shown_.size(); ++n)
    if (idOf(shown_[n]) == step.about && shown_[n].acceptedBy.empty()) return buttons_[n];
  return nullptr;
}

/// The rows are made again only where they have changed: a button that is being pressed stays.
void UnseenRows::refresh() {
  const auto& plan = document_.plan();
  const std::size_t index = current(document_);
  std::vector<Clearance> rows;
  std::string routeId;
  if (index < plan.assessment.needles.size()) {
    routeId = planning::ownChoices(plan.choices, plan.choices.needles[index]).routeId;
    for (const auto& row : plan.assessment.needles[index].clearances)
      if (mayBeUnseen(row, routeId)) rows.push_back(row);
  }
  setVisible(!rows.empty());
  if (std::equal(rows.begin(), rows.end(), shown_.begin(), shown_.end(), sameRow)) return;
  while (QLayoutItem* item = list_->takeAt(0)) {
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  buttons_.clear();
  shown_ = std::move(rows);
  for (const auto& row : shown_) list_->addWidget(makeRow(row, nameOf(*mayBeUnseen(row, routeId), row.side)));
}

QWidget* UnseenRows::makeRow(const Clearance& row, const QString& name) {
  auto* holder = new QWidget;
  auto* layout = new QHBoxLayout(holder);
  layout->setContentsMargins(0, 0, 0, 0);
  const QString id = QString::fromStdString(idOf(row));
  auto* text =
      new QLabel(row.acceptedBy.empty() ? name : tr("%1: accepted by %2").arg(name, personName(row.acceptedBy)));
  text->setObjectName("unseenBy-" + id);
  text->setTextFormat(Qt::PlainText);
  text->setWordWrap(true);
  auto* button = new QPushButton(row.acceptedBy.empty() ? tr("Looked for, not visible...") : tr("Take back"));
  button->setObjectName("unseen-" + id);
  layout->addWidget(text, 1);
  layout->addWidget(button);
  buttons_.push_back(button);
  connect(button, &QPushButton::clicked, this, [this, row, name] {
    const auto& choices = document_.plan().choices;
    const auto accepted = about(row, planning::ownChoices(choices, choices.needles[current(document_)]));
    row.acceptedBy.empty() ? ask(accepted, name) : document_.clearAcceptedUnknown(accepted);
  });
  return holder;
}

void UnseenRows::ask(const planning::AcceptedUnknown& about, const QString& name) {
  UnseenDialog dialog(name, this);
  if (dialog.exec() != QDialog::Accepted || !nameOperator(document_, this)) return;
  planning::AcceptedUnknown accepted = about;
  accepted.by = document_.plan().choices.operatorName;
  accepted.reason = dialog.reason().toStdString();
  accepted.modality = dialog.modality().toStdString();
  accepted.date = today();
  document_.setAcceptedUnknown(accepted);
}

}  // namespace app::panels
