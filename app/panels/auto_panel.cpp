#include "app/panels/auto_panel.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/case/auto_needles.h"
#include "app/look/style.h"
#include "app/text/auto_words.h"
#include "app/text/numbers.h"
#include "app/text/sentences.h"
#include "planning/search/auto_findings.h"

namespace app::panels {
namespace {

using State = AutoNeedles::State;

QString sentences(const std::vector<planning::Finding>& findings) {
  QStringList all;
  for (const auto& finding : findings) all += sentence(finding);
  return all.join(QLatin1Char('\n'));
}

/// "1  ! near · room 2.3 mm · path 71.3 mm"
QString headline(const planning::Proposal& proposal, int number) {
  QStringList parts;
  if (proposal.needle.verdict)
    parts += verdictSign(*proposal.needle.verdict) + ' ' + verdictWord(*proposal.needle.verdict);
  parts += AutoPanel::tr("room %1").arg(mm(proposal.roomMm));
  parts += AutoPanel::tr("path %1").arg(mm(*proposal.needle.pathLengthMm));
  return QString::number(number) + QStringLiteral("  ") + parts.join(QStringLiteral(" · "));
}

QString why(const planning::Error& error) {
  if (error.code == "levels-not-named") return AutoPanel::tr("Click one vertebra first and name it (L).");
  return sentence(error);
}

bool isTyping() {
  return qobject_cast<QLineEdit*>(QApplication::focusWidget()) != nullptr;
}

}  // namespace

AutoPanel::AutoPanel(AutoNeedles& needles, QWidget* parent)
    : Section(tr("Target and entry together"), true, parent),
      needles_(needles),
      ask_(new QPushButton(tr("Propose target and entry (A)"))),
      note_(caption({})),
      reasons_(caption({})),
      list_(new QListWidget) {
  setObjectName("together");
  ask_->setObjectName("proposeTogether");
  note_->setObjectName("togetherNote");
  list_->setObjectName("togetherList");
  reasons_->setObjectName("togetherReasons");
  list_->setAccessibleName(tr("Proposed needles"));
  list_->setToolTip(tr("Arrows and mouse show one in the slices; Enter takes target and entry over"));
  list_->setMouseTracking(true);
  list_->setWordWrap(true);
  list_->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->viewport()->installEventFilter(this);
  for (QLabel* label : {note_, reasons_}) label->setTextFormat(Qt::PlainText);
  for (QWidget* widget : std::initializer_list<QWidget*>{ask_, note_, list_, reasons_}) body()->addWidget(widget);
  connect(ask_, &QPushButton::clicked, this, &AutoPanel::ask);
  connect(list_, &QListWidget::currentRowChanged, this, &AutoPanel::choose);
  connect(list_, &QListWidget::itemEntered, this,
          [this](QListWidgetItem* item) { needles_.show(static_cast<std::size_t>(list_->row(item)), false); });
  connect(list_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) {
    const auto which = static_cast<std::size_t>(list_->row(item));
    list_->setCurrentRow(-1);  // none is to be drawn over the needle that was taken
    needles_.take(which);
  });
  connect(&needles_, &AutoNeedles::changed, this, &AutoPanel::refresh);
  refresh();
}

void AutoPanel::ask() {
  setFolded(false);
  needles_.begin();
}

/// When the mouse leaves the list the chosen row is drawn again, or none.
bool AutoPanel::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Leave && list_->count() > 0) {
    const int row = list_->currentRow();
    needles_.show(row < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row)), false);
  }
  return Section::eventFilter(watched, event);
}

QString AutoPanel::note() const {
  switch (needles_.state()) {
    case State::NoScan:
      return {};
    case State::NoTarget:
      return tr("The program looks for no target of this route by itself.");
    case State::Unstated:
      return tr("State route, level and side first.");
    case State::MayBegin:
      return {};
    case State::OutOfDate:
      return tr("What was proposed no longer fits: ask again.");
    case State::Looking:
      return tr("Looking for target and entry…");
    case State::Answered:
      break;
  }
  const auto& answer = *needles_.answer();
  if (!answer) return why(answer.error());
  const auto about = sentences(answerFindings(*answer));
  if (!answer->proposal.block) return about;
  return sentences(planning::findingsOf(*answer->proposal.block, answer->choices.side)) +
         (about.isEmpty() ? about : QLatin1Char('\n') + about);
}

void AutoPanel::refresh() {
  const State state = needles_.state();
  ask_->setEnabled(state != State::NoScan && state != State::NoTarget && state != State::Unstated &&
                   state != State::Looking);
  const QString text = note();
  note_->setText(text);
  note_->setVisible(!text.isEmpty());
  const bool answered = needles_.answer() != nullptr;
  if (answered && filled_) return;
  filled_ = answered;
  fill();
}

void AutoPanel::fill() {
  const QSignalBlocker quiet(list_);
  list_->clear();
  const auto* answer = needles_.answer();
  if (answer && *answer) {
    for (const auto& needle : (*answer)->proposal.needles)
      list_->addItem(headline(needle.proposal, list_->count() + 1));
  }
  const bool any = list_->count() > 0;
  list_->setVisible(any);
  reasons_->setVisible(any);
  setSummary(any ? QString::number(list_->count()) : QString());
  if (!any) return;
  list_->setCurrentRow(0);
  choose(0);
  if (!isTyping() && isVisible()) list_->setFocus(Qt::OtherFocusReason);
}

void AutoPanel::choose(int row) {
  const auto* answer = needles_.answer();
  if (row < 0 || !answer || !*answer) return;
  const auto which = static_cast<std::size_t>(row);
  if (which >= (*answer)->proposal.needles.size()) return;
  reasons_->setText(sentences((*answer)->proposal.needles[which].reasons));
  needles_.show(which, true);
}

}  // namespace app::panels
