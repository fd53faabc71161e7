#include "app/panels/proposals_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
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

QWidget* rowFor(ShownScan& scan, PlanDocument& document, const planning::Proposal& proposal, int number) {
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
  QObject::connect(take, &QToolButton::clicked, &scan, [&scan, &document, entry = *proposal.needle.entry] {
    document.setEntry(entry);
    scan.setCrosshair(entry);
  });
  layout->addWidget(text, 1);
  layout->addWidget(take, 0, Qt::AlignTop);
  return row;
}

}  // namespace

ProposalsPanel::ProposalsPanel(ShownScan& scan, PlanDocument& document, SkinRisk& skinRisk, QWidget* parent)
    : Section(tr("Best ways in"), true, parent),
      scan_(scan),
      document_(document),
      skinRisk_(skinRisk),
      note_(caption({})),
      list_(new QVBoxLayout) {
  setObjectName("proposals");
  note_->setObjectName("proposalsNote");
  body()->addWidget(note_);
  body()->addLayout(list_);
  skinRisk_.want();
  connect(&skinRisk_, &SkinRisk::proposalsChanged, this, &ProposalsPanel::refresh);
  connect(&scan_, &ShownScan::planChanged, this, &ProposalsPanel::refresh);
  refresh();
}

void ProposalsPanel::refresh() {
  const auto& risk = skinRisk_;
  const auto& proposals = risk.proposals();
  const bool searching = risk.isWorking() && proposals.empty() && !risk.whyNone();
  const bool waits = planning::anatomy::firstBeingMeasured(scan_.structures()) != nullptr;
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
    list_->addWidget(rowFor(scan_, document_, proposals[i], static_cast<int>(i + 1)));
}

}  // namespace app::panels
