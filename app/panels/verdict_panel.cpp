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
#include "app/text/site_words.h"
#include "app/text/step_words.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/site_check.h"
#include "planning/procedure/said.h"

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

bool isNamed(const planning::PlanChoices& choices) {
  return planning::isSaid(choices.operatorName) && planning::isSaid(choices.operatorOrganization);
}

/// The needles of a session that something blocks, by name.
QStringList blockedNeedles(const planning::Plan& plan, const std::vector<planning::Blocking>& blocking) {
  QStringList names;
  const auto& needles = plan.choices.needles;
  for (std::size_t n = 0; n < needles.size() && needles.size() > 1; ++n)
    if (std::any_of(blocking.begin(), blocking.end(), [&](const planning::Blocking& one) {
          if (one.row) return one.needle == n;
          const auto& about = one.finding->arguments;
          return !about.empty() && about.front() == needles[n].label;
        }))
      names += QString::fromStdString(needles[n].label);
  return names;
}

/// How much keeps the plan from being ready, findings and rows; of several needles also which.
QString whyText(const planning::Plan& plan) {
  const auto blocking = planning::whatBlocks(plan.choices, plan.assessment);
  if (blocking.empty()) return {};
  const QString count = VerdictPanel::tr("%n thing(s) block", nullptr, static_cast<int>(blocking.size()));
  const QStringList names = blockedNeedles(plan, blocking);
  return names.isEmpty() ? count : count + '\n' + VerdictPanel::tr("Not ready: %1").arg(names.join(", "));
}

bool finds(const planning::Plan& plan, const char* code) {
  return std::any_of(plan.assessment.findings.begin(), plan.assessment.findings.end(),
                     [&](const auto& finding) { return finding.code == code; });
}

/// What the word about rules is a word of: broken, not to be judged, or both, of whatever needles.
QString wordOfRules(bool broken, bool unknown) {
  if (!broken) return VerdictPanel::tr("I have looked: the rule is kept");
  if (!unknown) return VerdictPanel::tr("I know the rule and depart from it");
  return VerdictPanel::tr("I know the broken rule and depart from it,\nand I have looked: the other rule is kept");
}

/// Of the current needle.
bool siteContradicted(const planning::Plan& plan, const planning::NeedleChoice& needle) {
  return std::any_of(plan.assessment.findings.begin(), plan.assessment.findings.end(), [&](const auto& finding) {
    const bool site =
        finding.code == "side-contradicts" || finding.code == "target-on-midline" || finding.code == "entry-on-midline";
    return site && finding.arguments.front() == needle.label;
  });
}

/// Whatever the whole verdict: beside an unknown that was accepted a near row blocks until its own word is given.
bool hasNearRow(const planning::Plan& plan) {
  return std::ranges::any_of(plan.assessment.needles, [](const auto& needle) {
    return std::ranges::any_of(needle.clearances, [](const auto& row) { return row.verdict == Verdict::Near; });
  });
}

}  // namespace

VerdictPanel::VerdictPanel(ShownScan& scan, PlanDocument& document, QWidget* parent)
    : QWidget(parent),
      scan_(scan),
      document_(document),
      sign_(new QLabel),
      word_(new QLabel),
      why_(new QLabel),
      next_(new QLabel),
      chance_(new QLabel),
      measured_(new QLabel),
      stated_(new QLabel),
      siteCheck_(new QLabel),
      acceptNear_(new QCheckBox(tr("This nearness is wanted"))),
      acceptReserve_(new QCheckBox(tr("This short reserve is wanted"))),
      acceptRules_(new QCheckBox(tr("I know the rule and depart from it"))),
      clickMidline_(new QPushButton(tr("Click the midline"))),
      save_(new QPushButton(tr("Save draft"))),
      approve_(new QPushButton(tr("Approve and save"))) {
  setObjectName("verdictPanel");
  name();
  arrange();
  connect(next_, &QLabel::linkActivated, this, [this] { Q_EMIT stepAsked(planning::nextStep(scan_.plan())); });
  connect(clickMidline_, &QPushButton::clicked, this, &VerdictPanel::midlineAsked);
  connect(acceptNear_, &QCheckBox::clicked, &document_, &PlanDocument::setNearAccepted);
  connect(acceptReserve_, &QCheckBox::clicked, &document_, &PlanDocument::setReserveAccepted);
  connect(acceptRules_, &QCheckBox::clicked, &document_, &PlanDocument::setRulesAccepted);
  connect(save_, &QPushButton::clicked, this, [this] { Q_EMIT saveAsked(false); });
  connect(approve_, &QPushButton::clicked, this, [this] { Q_EMIT saveAsked(true); });
  connect(&scan_, &ShownScan::planChanged, this, &VerdictPanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &VerdictPanel::refresh);
  refresh();
}

QWidget* VerdictPanel::controlFor(const planning::NextStep& step) const {
  using planning::Step;
  switch (step.step) {
    case Step::AcceptNear:
      return acceptNear_;
    case Step::AcceptReserve:
      return acceptReserve_;
    case Step::AcceptRule:
      return acceptRules_;
    case Step::Approve:
      return approve_;
    default:
      return nullptr;
  }
}

void VerdictPanel::name() {
  sign_->setObjectName("verdictSign");
  word_->setObjectName("verdictWord");
  why_->setObjectName("verdictWhy");
  next_->setObjectName("nextStep");
  chance_->setObjectName("chance");
  measured_->setObjectName("measuredSide");
  stated_->setObjectName("statedSite");
  siteCheck_->setObjectName("siteCheck");
  acceptNear_->setObjectName("acceptNear");
  acceptReserve_->setObjectName("acceptReserve");
  acceptRules_->setObjectName("acceptRules");
  clickMidline_->setObjectName("clickMidline");
  save_->setObjectName("saveDraft");
  approve_->setObjectName("approve");
}

void VerdictPanel::arrange() {
  stated_->setProperty("role", "caption");
  for (QLabel* label : {stated_, siteCheck_, why_}) label->setTextFormat(Qt::PlainText);
  for (QLabel* label : {stated_, siteCheck_, chance_, why_, next_}) label->setWordWrap(true);
  next_->setTextFormat(Qt::RichText);
  next_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  next_->setToolTip(tr("Goes to where it is done (G)"));
  acceptReserve_->setToolTip(tr("Little of the needle stays outside the skin"));
  acceptRules_->setToolTip(tr("The open points name the rule"));
  approve_->setToolTip(tr("Possible when the plan is ready, and operator and institution are named"));
  auto* verdict = new QHBoxLayout;
  verdict->addWidget(sign_);
  verdict->addWidget(word_, 1);
  auto* site = new QHBoxLayout;
  site->addWidget(measured_);
  site->addWidget(stated_, 1);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(save_, 1);
  buttons->addWidget(approve_, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 8, 10, 8);
  layout->addLayout(verdict);
  layout->addLayout(site);
  for (QWidget* widget : std::initializer_list<QWidget*>{why_, next_, clickMidline_, chance_, acceptNear_,
                                                         acceptReserve_, acceptRules_, siteCheck_})
    layout->addWidget(widget);
  layout->addLayout(buttons);
}

void VerdictPanel::refresh() {
  const auto& plan = scan_.plan();
  const bool hasScan = scan_.volume() != nullptr && !scan_.isLoading();
  const QString colour = plan.assessment.verdict ? verdictColour(shownVerdict(plan)).name() : QStringLiteral("#8a9096");
  sign_->setText(plan.assessment.verdict ? verdictSign(shownVerdict(plan)) : QString());
  word_->setText(hasScan ? overallWord(plan) : QString());
  why_->setText(hasScan ? whyText(plan) : QString());
  why_->setVisible(!why_->text().isEmpty());
  showNext(hasScan);
  for (QLabel* label : {sign_, word_}) label->setStyleSheet("font-size: 22px; font-weight: bold; color: " + colour);
  showChance();
  refreshSite();
  refreshWords();
  save_->setEnabled(hasScan);
  approve_->setEnabled(hasScan && plan.assessment.ready && isNamed(plan.choices));
}

void VerdictPanel::showNext(bool hasScan) {
  const auto next = planning::nextStep(scan_.plan());
  const QString text = hasScan ? stepText(next, scan_.plan()).toHtmlEscaped() : QString();
  next_->setVisible(!text.isEmpty());
  next_->setText(next.step == planning::Step::Done
                     ? text
                     : QStringLiteral("<a href='next' style='color:#56b4e9'>%1</a>").arg(text));
}

void VerdictPanel::refreshSite() {
  const auto& plan = scan_.plan();
  const auto index = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  const bool placed = scan_.volume() && index < plan.choices.needles.size() &&
                      (plan.choices.needles[index].target || plan.choices.needles[index].entry);
  measured_->setVisible(placed);
  stated_->setVisible(placed);
  const bool measured = !placed || plan.assessment.needles[index].site.side;
  clickMidline_->setVisible(!measured);
  if (!placed) return;
  const auto& needle = plan.choices.needles[index];
  const auto& site = plan.assessment.needles[index].site;
  measured_->setText(measuredSideText(site));
  measured_->setToolTip(measuredAgainstText(site));
  const QString colour = siteContradicted(plan, needle) ? "color: " + verdictColour(Verdict::Breach).name()
                         : site.side                    ? QString()
                                                        : "color: " + verdictColour(Verdict::Unknown).name();
  measured_->setStyleSheet("font-size: 20px; font-weight: bold; " + colour);
  clickMidline_->setToolTip(measuredAgainstText(site));
  stated_->setText(statedSiteText(planning::ownChoices(plan.choices, needle)));
}

/// What the operator has given his word for.
void VerdictPanel::refreshWords() {
  const auto& plan = scan_.plan();
  acceptNear_->setVisible(hasNearRow(plan));
  acceptNear_->setChecked(plan.choices.nearAccepted);
  acceptReserve_->setVisible(finds(plan, "reserve-short"));
  acceptReserve_->setChecked(plan.choices.reserveAccepted);
  const bool broken = finds(plan, "rule-needs-word"), unknown = finds(plan, "rule-unknown");
  acceptRules_->setVisible(broken || unknown);
  acceptRules_->setText(wordOfRules(broken, unknown));
  acceptRules_->setChecked(plan.choices.rulesAccepted);
  const auto& check = plan.choices.siteCheck;
  siteCheck_->setVisible(check.has_value());
  if (!check) return;
  const bool stands = planning::siteCheckFindings(plan.choices).empty();
  siteCheck_->setText((stands ? tr("Site checked by %1") : tr("Site check by %1 is void: the plan has changed since"))
                          .arg(personName(check->by)));
  siteCheck_->setStyleSheet(stands ? QString() : "color: " + verdictColour(Verdict::Breach).name());
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

QWidget* OperatorPanel::controlFor(const planning::NextStep& step) const {
  if (step.step != planning::Step::NameOperator) return nullptr;
  return name_->text().isEmpty() ? name_ : organization_;
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
