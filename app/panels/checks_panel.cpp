#include "app/panels/checks_panel.h"

#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

#include "app/case/plan_document.h"
#include "app/look/quiet_combo.h"
#include "app/text/words.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/dates.h"

namespace app::panels {
namespace {

using planning::procedure::CheckAnswer;
using planning::procedure::CheckQuestion;

const QString kOnDate = QStringLiteral("date");  ///< the combo's entry for an answer that is a date

bool areDates(const std::string& answer) {
  return !planning::procedure::datesIn(answer).empty();
}

std::string typed(const QLineEdit& edit) {
  return edit.text().trimmed().toStdString();
}

QLineEdit* field(const QString& objectName, const QString& placeholder) {
  auto* edit = new QLineEdit;
  edit->setObjectName(objectName);
  edit->setPlaceholderText(placeholder);
  return edit;
}

/// By the route of any needle.
bool isAskedOf(const planning::PlanChoices& choices, const std::string& checkId) {
  const auto asks = [&](const std::string& routeId) {
    return planning::procedure::isAsked(planning::procedure::routesInUse().find(routeId), checkId);
  };
  if (choices.needles.empty()) return asks(choices.routeId);
  return std::any_of(choices.needles.begin(), choices.needles.end(),
                     [&](const auto& needle) { return asks(planning::ownSiteOf(choices, needle).routeId); });
}

}  // namespace

CheckRow::CheckRow(PlanDocument& document, const CheckQuestion& question, QWidget* parent)
    : QWidget(parent),
      document_(document),
      question_(question),
      answer_(new QuietCombo("check-" + QString::fromStdString(question.id))),
      by_(field("by-" + QString::fromStdString(question.id), tr("agreed with"))),
      date_(field("date-" + QString::fromStdString(question.id), tr("YYYY-MM-DD"))),
      drug_(field("drug-" + QString::fromStdString(question.id), tr("drug"))),
      lastDose_(field("last-dose-" + QString::fromStdString(question.id), tr("last dose, YYYY-MM-DD"))),
      note_(field("note-" + QString::fromStdString(question.id), tr("note"))) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 2, 0, 4);
  layout->setSpacing(3);
  layout->addWidget(caption(inLanguage(question.question)));
  layout->addWidget(answer_);
  if (question.takesDate) date_->setPlaceholderText(tr("YYYY-MM-DD, YYYY-MM-DD"));
  auto *details = new QHBoxLayout, *treatment = new QHBoxLayout;
  for (auto* edit : {by_, date_, note_}) details->addWidget(edit);
  for (auto* edit : {drug_, lastDose_}) treatment->addWidget(edit);
  for (auto* edit : {by_, date_, note_, drug_, lastDose_})
    connect(edit, &QLineEdit::editingFinished, this, &CheckRow::answer);
  layout->addLayout(details);
  layout->addLayout(treatment);
  setToolTip(inLanguage(question.effect));
  answer_->addItem(tr("not asked yet"), QString());
  for (const auto& choice : question.choices)
    answer_->addItem(inLanguage(choice.label), QString::fromStdString(choice.word));
  if (question.takesDate) answer_->addItem(tr("Yes, on"), kOnDate);
  connect(answer_, &QComboBox::activated, this, &CheckRow::answer);
  showDetails();
}

QWidget* CheckRow::control() const {
  return answer_;
}

const CheckAnswer* CheckRow::given() const {
  const auto& checks = document_.plan().choices.checks;
  const auto found = std::find_if(checks.begin(), checks.end(), [&](const auto& c) { return c.id == question_.id; });
  return found == checks.end() ? nullptr : &*found;
}

void CheckRow::answer() {
  showDetails();
  const QString word = answer_->currentData().toString();
  if (word.isEmpty()) return document_.clearCheck(question_.id);
  const std::string date = typed(*date_);
  CheckAnswer answer{question_.id, word.toStdString(), {}, {}, {}};
  if (word == kOnDate) {
    if (!areDates(date)) return;  // nothing is recorded before the dates are
    answer.answer = date;
  } else if (word == "relay-recorded") {
    answer.date = date;
    answer.text = planning::procedure::Relay{typed(*drug_), typed(*lastDose_)}.text();
  }
  if (by_->isVisibleTo(this)) answer.by = typed(*by_);
  if (note_->isVisibleTo(this)) answer.text = typed(*note_);
  document_.setCheck(answer);
}

void CheckRow::showDetails() {
  const QString word = answer_->currentData().toString();
  const bool relay = word == "relay-recorded";
  const bool wantsWord = question_.id == "pregnancy" && (word == "yes" || word == "unknown");
  by_->setVisible(relay || wantsWord);
  by_->setPlaceholderText(wantsWord ? tr("operator's word: name") : tr("agreed with"));
  for (auto* edit : {drug_, lastDose_}) edit->setVisible(relay);
  date_->setVisible(relay || word == kOnDate);
  note_->setVisible(word == "minor" || word == "severe");
}

void CheckRow::refresh() {
  const CheckAnswer* now = given();
  const bool pending = !now && answer_->currentData().toString() == kOnDate && date_->hasFocus();
  if (pending) return;
  const bool onDate = now && areDates(now->answer);
  const QString word = !now ? QString() : onDate ? kOnDate : QString::fromStdString(now->answer);
  answer_->setCurrentIndex(std::max(0, answer_->findData(word)));
  showDetails();
  if (!now) return;
  const auto put = [](QLineEdit* edit, const std::string& text) {
    if (!edit->hasFocus()) edit->setText(QString::fromStdString(text));
  };
  put(by_, now->by);
  put(date_, onDate ? now->answer : now->date);
  const bool relay = now->answer == "relay-recorded";
  const auto treatment = relay ? planning::procedure::relayOf(now->text) : planning::procedure::Relay{};
  put(drug_, treatment.drug);
  put(lastDose_, treatment.lastDose);
  put(note_, relay ? std::string() : now->text);
}

ChecksPanel::ChecksPanel(const QString& title, PlanDocument& document, QWidget* parent)
    : Section(title, true, parent), document_(document) {
  for (const auto& question : planning::procedure::checkQuestions()) {
    rows_.push_back(new CheckRow(document_, question));
    body()->addWidget(rows_.back());
  }
  connect(&document_, &PlanDocument::planChanged, this, &ChecksPanel::refresh);
  refresh();
}

/// The check that the step names; where it names none, the first that is asked and has no answer.
QWidget* ChecksPanel::controlFor(const planning::NextStep& step) const {
  if (step.step != planning::Step::AnswerCheck) return nullptr;
  for (const CheckRow* row : rows_) {
    const bool open = !row->isHidden() && !row->isAnswered();
    if (step.about.empty() ? open : row->id() == step.about) return row->control();
  }
  return nullptr;
}

void ChecksPanel::refresh() {
  setEnabled(document_.isOpen());
  const bool mayBePregnant = planning::procedure::mayBePregnant(
      document_.plan().choices.scan.patient, QDate::currentDate().toString(Qt::ISODate).toStdString());
  std::vector<planning::procedure::CheckQuestion> questions;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i]->refresh();
    const auto& question = planning::procedure::checkQuestions()[i];
    const bool asked =
        isAskedOf(document_.plan().choices, question.id) && (question.id != "pregnancy" || mayBePregnant);
    rows_[i]->setVisible(asked);
    if (asked) questions.push_back(question);
  }
  const auto& checks = document_.plan().choices.checks;
  const auto answered = std::count_if(questions.begin(), questions.end(), [&](const auto& question) {
    return std::any_of(checks.begin(), checks.end(), [&](const auto& c) { return c.id == question.id; });
  });
  setSummary(tr("%1 of %2").arg(answered).arg(questions.size()));
}

}  // namespace app::panels
