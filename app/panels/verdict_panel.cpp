#include "app/panels/verdict_panel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/look/section.h"
#include "app/look/style.h"
#include "app/text/numbers.h"
#include "app/text/risk_words.h"

namespace app::panels {
namespace {

using planning::needle::Verdict;

/// The plan as a whole, in two or three words.
QString overallWord(const planning::Plan& plan) {
  if (plan.assessment.ready) return VerdictPanel::tr("READY");
  if (!plan.assessment.verdict) return VerdictPanel::tr("NO NEEDLE YET");
  switch (*plan.assessment.verdict) {
    case Verdict::Breach:
    case Verdict::Unknown:
      return VerdictPanel::tr("NOT CLEAR");
    case Verdict::Near:
      return VerdictPanel::tr("NEAR");
    case Verdict::Clear:
      break;
  }
  return VerdictPanel::tr("NOT READY");
}

/// The sign is that of the geometry, except where that is clear and something else is open.
Verdict shownVerdict(const planning::Plan& plan) {
  if (plan.assessment.ready || !plan.assessment.verdict) return plan.assessment.verdict.value_or(Verdict::Unknown);
  return *plan.assessment.verdict == Verdict::Clear ? Verdict::Unknown : *plan.assessment.verdict;
}

QString whyText(const planning::Plan& plan) {
  if (plan.choices.needles.empty()) return {};
  const auto open = static_cast<int>(
      std::count_if(plan.assessment.findings.begin(), plan.assessment.findings.end(),
                    [](const auto& finding) { return finding.severity == planning::Severity::Error; }));
  return open > 0 ? VerdictPanel::tr("%n open point(s)", nullptr, open) : QString();
}

}  // namespace

VerdictPanel::VerdictPanel(ShownScan& scan, PlanDocument& document, QWidget* parent)
    : QWidget(parent),
      scan_(scan),
      document_(document),
      sign_(new QLabel),
      word_(new QLabel),
      why_(new QLabel),
      chance_(new QLabel),
      acceptNear_(new QCheckBox(tr("This nearness is wanted"))),
      save_(new QPushButton(tr("Save draft"))),
      approve_(new QPushButton(tr("Approve and save"))) {
  setObjectName("verdictPanel");
  sign_->setObjectName("verdictSign");
  word_->setObjectName("verdictWord");
  why_->setObjectName("verdictWhy");
  acceptNear_->setObjectName("acceptNear");
  save_->setObjectName("saveDraft");
  approve_->setObjectName("approve");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  auto* verdict = new QHBoxLayout;
  verdict->addWidget(sign_);
  verdict->addWidget(word_, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(save_, 1);
  buttons->addWidget(approve_, 1);
  layout->addLayout(verdict);
  layout->addWidget(why_);
  chance_->setObjectName("chance");
  chance_->setWordWrap(true);
  layout->addWidget(chance_);
  layout->addWidget(acceptNear_);
  layout->addLayout(buttons);
  approve_->setToolTip(tr("Possible when the plan is ready and the operator is named"));
  connect(acceptNear_, &QCheckBox::clicked, &document_, &PlanDocument::setNearAccepted);
  connect(save_, &QPushButton::clicked, this, [this] { Q_EMIT saveAsked(false); });
  connect(approve_, &QPushButton::clicked, this, [this] { Q_EMIT saveAsked(true); });
  connect(&scan_, &ShownScan::planChanged, this, &VerdictPanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &VerdictPanel::refresh);
  refresh();
}

void VerdictPanel::refresh() {
  const auto& plan = scan_.plan();
  const bool hasScan = scan_.volume() != nullptr && !scan_.isLoading();
  const QString colour = plan.assessment.verdict ? verdictColour(shownVerdict(plan)).name() : QStringLiteral("#8a9096");
  sign_->setText(plan.assessment.verdict ? verdictSign(shownVerdict(plan)) : QString());
  word_->setText(hasScan ? overallWord(plan) : QString());
  why_->setText(hasScan ? whyText(plan) : QString());
  for (QLabel* label : {sign_, word_}) label->setStyleSheet("font-size: 22px; font-weight: bold; color: " + colour);
  showChance();
  acceptNear_->setVisible(plan.assessment.verdict == Verdict::Near);
  acceptNear_->setChecked(plan.choices.nearAccepted);
  save_->setEnabled(hasScan);
  approve_->setEnabled(hasScan && plan.assessment.ready && !plan.choices.operatorName.empty() &&
                       !plan.choices.operatorOrganization.empty());
}

/// A number of its own: it never turns the verdict.
void VerdictPanel::showChance() {
  const auto& needles = scan_.plan().assessment.needles;
  const auto index = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  const bool known = index < needles.size() && needles[index].breachProbability.has_value();
  chance_->setVisible(known);
  if (!known) return;
  const auto& needle = needles[index];
  chance_->setText(tr("Chance of touching a structure but bone: %1")
                       .arg(chanceText(needle.breachProbability, needle.breachStandardError)));
  if (!needle.placementError) return;
  const auto& error = *needle.placementError;
  const QString tip = error.deviationTipMm ? number(error.meanTipMm) + QStringLiteral(" ± ") + mm(*error.deviationTipMm)
                                           : mm(error.meanTipMm);
  chance_->setToolTip(
      tr("By a placement error of %1 at the tip [%2]. In the views, half of all needles pass inside the shade, 95 % "
         "inside the dotted line.")
          .arg(tip, QString::fromStdString(error.source)));
}

OperatorPanel::OperatorPanel(PlanDocument& document, QWidget* parent)
    : QWidget(parent), document_(document), name_(new QLineEdit), organization_(new QLineEdit) {
  name_->setObjectName("operatorName");
  organization_->setObjectName("operatorOrganization");
  auto* form = new QFormLayout(this);
  form->setContentsMargins(8, 0, 0, 4);
  form->setVerticalSpacing(4);
  form->addRow(tr("Operator"), name_);
  form->addRow(tr("Institution"), organization_);
  for (auto* edit : {name_, organization_})
    connect(edit, &QLineEdit::editingFinished, this,
            [this] { document_.setOperator(name_->text(), organization_->text()); });
  connect(&document_, &PlanDocument::planChanged, this, &OperatorPanel::refresh);
  refresh();
}

void OperatorPanel::refresh() {
  setEnabled(document_.isOpen());
  const auto put = [](QLineEdit* edit, const std::string& text) {
    if (!edit->hasFocus()) edit->setText(QString::fromStdString(text));
  };
  put(name_, document_.plan().choices.operatorName);
  put(organization_, document_.plan().choices.operatorOrganization);
}

}  // namespace app::panels
