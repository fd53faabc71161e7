#include "app/panels/proposals_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/case/case.h"
#include "app/case/skin_risk.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/risk_words.h"

namespace app::panels {
namespace {

/// "! 6.2 mm · 71.3 mm · 4.0° · 12 %"
QString headline(const planning::Proposal& proposal) {
  QStringList parts;
  if (proposal.needle.verdict)
    parts += verdictSign(*proposal.needle.verdict) + ' ' + verdictWord(*proposal.needle.verdict);
  parts += ProposalsPanel::tr("room %1").arg(mm(proposal.roomMm));
  parts += ProposalsPanel::tr("path %1").arg(mm(*proposal.needle.pathLengthMm));
  return parts.join(QStringLiteral(" · "));
}

QWidget* rowFor(Case& openCase, const planning::Proposal& proposal, int number) {
  auto* row = new QWidget;
  auto* layout = new QHBoxLayout(row);
  layout->setContentsMargins(0, 0, 0, 4);
  auto* text = new QLabel(
      QStringLiteral("<b style='color:%1'>%2</b><br>%3")
          .arg(proposal.needle.verdict ? verdictColour(*proposal.needle.verdict).name() : QStringLiteral("#aeb6be"),
               headline(proposal).toHtmlEscaped(), tradeOffs(proposal).toHtmlEscaped()));
  text->setObjectName(QStringLiteral("proposal%1").arg(number));
  text->setTextFormat(Qt::RichText);
  text->setWordWrap(true);
  auto* take = new QToolButton;
  take->setObjectName(QStringLiteral("take%1").arg(number));
  take->setText(ProposalsPanel::tr("Take"));
  take->setToolTip(ProposalsPanel::tr("Puts the entry there"));
  QObject::connect(take, &QToolButton::clicked, &openCase, [&openCase, entry = *proposal.needle.entry] {
    openCase.setEntry(entry);
    openCase.setCrosshair(entry);
  });
  layout->addWidget(text, 1);
  layout->addWidget(take, 0, Qt::AlignTop);
  return row;
}

}  // namespace

ProposalsPanel::ProposalsPanel(Case& openCase, QWidget* parent)
    : Section(tr("Best ways in"), true, parent), case_(openCase), note_(caption({})), list_(new QVBoxLayout) {
  setObjectName("proposals");
  note_->setObjectName("proposalsNote");
  body()->addWidget(note_);
  body()->addLayout(list_);
  case_.skinRisk().want();
  connect(&case_.skinRisk(), &SkinRisk::proposalsChanged, this, &ProposalsPanel::refresh);
  connect(&case_, &Case::planChanged, this, &ProposalsPanel::refresh);
  refresh();
}

void ProposalsPanel::refresh() {
  const auto& risk = case_.skinRisk();
  const auto& proposals = risk.proposals();
  const bool searching = risk.isWorking() && proposals.empty() && !risk.whyNone();
  const bool waits = planning::anatomy::firstBeingMeasured(case_.structures()) != nullptr;
  note_->setText(risk.whyNone() ? noWayIn(*risk.whyNone())
                 : waits        ? tr("Here once the changed shape is measured.")
                 : searching    ? tr("Searching the skin…")
                                : tr("Here once there are a target, a needle and the skin."));
  note_->setVisible(proposals.empty());
  setSummary(proposals.empty() ? QString() : QString::number(proposals.size()));
  const QVariant shown = property("shown");
  QStringList now;
  for (const auto& proposal : proposals) now += place(*proposal.needle.entry) + tradeOffs(proposal);
  if (shown.toStringList() == now && list_->count() == static_cast<int>(proposals.size())) return;
  setProperty("shown", now);
  while (auto* item = list_->takeAt(0)) {
    item->widget()->deleteLater();
    item->widget()->hide();
    delete item;
  }
  for (std::size_t i = 0; i < proposals.size(); ++i)
    list_->addWidget(rowFor(case_, proposals[i], static_cast<int>(i + 1)));
}

}  // namespace app::panels
