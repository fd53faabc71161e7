#include "app/panels/imported_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/panels/attest.h"
#include "app/text/numbers.h"
#include "planning/plan/imported.h"
#include "planning/plan/session.h"
#include "planning/procedure/said.h"

namespace app::panels {

ImportedRow::ImportedRow(PlanDocument& document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      from_(new QLabel),
      say_(new QPushButton(tr("I have seen it on the scan"))),
      takeBack_(new QPushButton(tr("Take back"))) {
  from_->setObjectName("importedFrom");
  from_->setTextFormat(Qt::PlainText);
  from_->setWordWrap(true);
  say_->setObjectName("importedSeen");
  takeBack_->setObjectName("importedSeenBack");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(from_, 1);
  row->addWidget(say_);
  row->addWidget(takeBack_);
  connect(say_, &QPushButton::clicked, this, &ImportedRow::say);
  connect(takeBack_, &QPushButton::clicked, this, [this] { document_.setImportedSeen({}, {}); });
  connect(&document_, &PlanDocument::planChanged, this, &ImportedRow::refresh);
  connect(&document_, &PlanDocument::currentNeedleChanged, this, &ImportedRow::refresh);
  refresh();
}

void ImportedRow::say() {
  if (!nameOperator(document_, this)) return;
  document_.setImportedSeen(document_.plan().choices.operatorName, today());
}

QWidget* ImportedRow::controlFor(const planning::NextStep& step) const {
  return step.step == planning::Step::SeeImported ? say_ : nullptr;
}

void ImportedRow::refresh() {
  const auto& needles = document_.plan().choices.needles;
  const auto index = static_cast<std::size_t>(std::max(0, document_.currentNeedle()));
  const bool imported = index < needles.size() && planning::isImported(needles[index]);
  setVisible(imported);
  if (!imported) return;
  const auto& from = *needles[index].imported;
  const auto made = planning::derivationOf(from);
  const bool seen = planning::isSaid(from.seenBy);
  const QString source = QString::fromStdString(made ? made->from : from.source);
  if (made && made->how == planning::Derivation::How::Mirrored)
    from_->setText(seen ? tr("Mirrored from %1, seen on the scan by %2").arg(source, personName(from.seenBy))
                        : tr("Not verified: mirrored from %1").arg(source));
  else if (made)
    from_->setText(seen
                       ? tr("As %1 at the level beside it, seen on the scan by %2").arg(source, personName(from.seenBy))
                       : tr("Not verified: as %1, at the level beside it").arg(source));
  else if (from.source == planning::kProposedHere)
    from_->setText(seen ? tr("Proposed by the program, seen on the scan by %1").arg(personName(from.seenBy))
                        : tr("Not verified: proposed by the program"));
  else
    from_->setText(seen ? tr("From %1, seen on the scan by %2").arg(source, personName(from.seenBy))
                        : tr("Not verified: from %1").arg(source));
  say_->setVisible(!seen);
  takeBack_->setVisible(seen);
}

}  // namespace app::panels
