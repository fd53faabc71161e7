#include "app/practice/score_sheet.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include "app/look/section.h"
#include "app/practice/score_pictures.h"
#include "app/practice/score_words.h"
#include "app/text/numbers.h"

namespace app::practice {
namespace {

constexpr int kRowsWidth = 380;

}  // namespace

PartRow::PartRow(const planning::practice::ScorePart& part, QWidget* parent) : QFrame(parent) {
  setObjectName(QString("part-") + word(part.part));
  setFocusPolicy(Qt::TabFocus);
  setCursor(Qt::PointingHandCursor);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(10, 5, 10, 5);
  layout->setSpacing(2);
  auto* head = new QHBoxLayout;
  auto* name = new QLabel("<b>" + partName(part.part).toHtmlEscaped() + "</b>");
  name->setTextFormat(Qt::RichText);
  auto* points = new QLabel(pointsText(part));
  points->setObjectName("partPoints");
  head->addWidget(name);
  head->addStretch();
  head->addWidget(points);
  layout->addLayout(head);
  auto* reason = panels::caption(reasonSentence(part));
  reason->setObjectName("partReason");
  layout->addWidget(reason);
  setChosen(false);
}

void PartRow::setChosen(bool chosen) {
  setStyleSheet(chosen ? "app--practice--PartRow { background: #24303a; border-left: 3px solid #56b4e9; }"
                       : "app--practice--PartRow { border-left: 3px solid transparent; }");
}

void PartRow::mousePressEvent(QMouseEvent*) {
  Q_EMIT chosen();
}

void PartRow::keyPressEvent(QKeyEvent* event) {
  const bool chooses = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  chooses ? void(Q_EMIT chosen()) : QFrame::keyPressEvent(event);
}

ScoreSheet::ScoreSheet(QWidget* parent)
    : QWidget(parent),
      name_(new QLabel),
      total_(panels::bigValue("practiceTotal")),
      note_(panels::caption({})),
      rowsLayout_(new QVBoxLayout),
      picture_(new SlicePicture) {
  setObjectName("scoreSheet");
  name_->setObjectName("practiceName");
  name_->setWordWrap(true);
  note_->setObjectName("practiceNote");
  picture_->setObjectName("scorePicture");
  auto* holder = new QWidget;
  rowsLayout_->setContentsMargins(0, 0, 0, 0);
  rowsLayout_->setSpacing(2);
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(0, 0, 6, 0);
  column->addWidget(name_);
  column->addWidget(total_);
  column->addWidget(note_);
  column->addLayout(rowsLayout_);
  column->addStretch();
  auto* scroll = new QScrollArea;
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(holder);
  scroll->setMinimumWidth(kRowsWidth);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(scroll, 2);
  layout->addWidget(picture_, 3);
}

void ScoreSheet::show(const ScoredAttempt& scored) {
  scored_ = scored;
  for (PartRow* row : rows_) row->deleteLater();
  rows_.clear();
  name_->setTextFormat(Qt::RichText);
  name_->setText("<b>" + exerciseName(scored.exercise.exercise).toHtmlEscaped() + "</b>");
  total_->setText(tr("%1 of 100").arg(number(scored.score.total())));
  note_->setText(scored.proposed ? tr("No expert chose the way in: the program's best proposal stands for one.")
                                 : QString());
  note_->setVisible(scored.proposed);
  for (const auto& part : scored.score.parts) {
    auto* row = new PartRow(part);
    rowsLayout_->addWidget(row);
    rows_.push_back(row);
    connect(row, &PartRow::chosen, this, [this, which = part.part] { choose(which); });
  }
  choose(scored.score.parts.front().points > 0 ? planning::practice::Part::Margins : planning::practice::Part::Target);
}

void ScoreSheet::choose(planning::practice::Part part) {
  if (!scored_) return;
  for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i]->setChosen(scored_->score.parts[i].part == part);
  picture_->show(pictureOf(*scored_, part));
}

}  // namespace app::practice
