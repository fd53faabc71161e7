#include "app/review/marking_panels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

#include "app/look/quiet_combo.h"
#include "app/text/numbers.h"

namespace app::review {
namespace {

using planning::review::RegistrationKind;

QPushButton* button(const char* objectName, const QString& text, bool checkable = false) {
  auto* made = new QPushButton(text);
  made->setObjectName(objectName);
  made->setCheckable(checkable);
  return made;
}

QHBoxLayout* inRow(std::initializer_list<QWidget*> widgets) {
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  for (QWidget* widget : widgets) row->addWidget(widget, 1);
  return row;
}

QString kindText(const planning::review::Registration& registration) {
  switch (registration.kind) {
    case RegistrationKind::SameFrame:
      return RegistrationPanel::tr("One frame of reference: nothing is moved.");
    case RegistrationKind::Bone:
      return RegistrationPanel::tr("By bone. The bones' edges still lie apart by");
    case RegistrationKind::Landmarks:
      break;
  }
  return RegistrationPanel::tr("By landmarks. They still lie apart by");
}

/// "2 landmarks; mark 3 in the planned scan".
QString landmarksText(const ReviewMarks& marks) {
  if (marks.landmarks.empty()) return {};
  const auto whole = std::count_if(marks.landmarks.begin(), marks.landmarks.end(),
                                   [](const auto& pair) { return pair.inControl && pair.inPlan; });
  QString text = RegistrationPanel::tr("%n landmark(s) in both scans", nullptr, static_cast<int>(whole));
  for (std::size_t i = 0; i < marks.landmarks.size(); ++i) {
    if (!marks.landmarks[i].inPlan) text += '\n' + RegistrationPanel::tr("%1 is wanted in the planned scan").arg(i + 1);
    if (!marks.landmarks[i].inControl) text += '\n' + RegistrationPanel::tr("%1 is wanted in the control").arg(i + 1);
  }
  return text;
}

}  // namespace

RegistrationPanel::RegistrationPanel(ReviewCase& review, QWidget* parent)
    : Section(tr("3  Registration"), false, parent),
      review_(review),
      kind_(panels::caption({})),
      residual_(panels::bigValue("reviewResidual")),
      landmarks_(panels::caption({})),
      accept_(button("reviewAccept", tr("Acceptable"), true)),
      reject_(button("reviewReject", tr("Not acceptable"), true)),
      mark_(button("reviewLandmarks", tr("Mark landmarks"), true)),
      remove_(button("reviewNoLandmarks", tr("Remove the landmarks"))) {
  kind_->setObjectName("reviewRegistration");
  landmarks_->setObjectName("reviewLandmarksText");
  for (QWidget* widget :
       std::initializer_list<QWidget*>{kind_, residual_, accept_, reject_, mark_, landmarks_, remove_})
    body()->addWidget(widget);
  connect(accept_, &QPushButton::clicked, this,
          [this](bool on) { review_.setAcceptable(on ? std::optional(true) : std::nullopt); });
  connect(reject_, &QPushButton::clicked, this,
          [this](bool on) { review_.setAcceptable(on ? std::optional(false) : std::nullopt); });
  connect(mark_, &QPushButton::clicked, this, &RegistrationPanel::landmarksAsked);
  connect(remove_, &QPushButton::clicked, &review_, &ReviewCase::removeLandmarks);
  connect(&review_, &ReviewCase::changed, this, &RegistrationPanel::refresh);
  refresh();
}

void RegistrationPanel::showMarking(bool landmarks) {
  mark_->setChecked(landmarks);
}

void RegistrationPanel::refresh() {
  const auto& by = review_.registration();
  const bool moves = by && by->kind != RegistrationKind::SameFrame;
  kind_->setText(by ? kindText(*by) : tr("Once the plan and the control are open."));
  residual_->setText(moves ? mm(by->residualMm) : QString());
  for (QWidget* widget : std::initializer_list<QWidget*>{residual_, accept_, reject_}) widget->setVisible(moves);
  accept_->setChecked(review_.marks().acceptable == true);
  reject_->setChecked(review_.marks().acceptable == false);
  mark_->setEnabled(review_.planned() && review_.control());
  landmarks_->setText(landmarksText(review_.marks()));
  landmarks_->setVisible(!review_.marks().landmarks.empty());
  remove_->setVisible(!review_.marks().landmarks.empty());
}

NeedlePanel::NeedlePanel(ReviewCase& review, QWidget* parent)
    : Section(tr("4  Needle"), false, parent),
      review_(review),
      needles_(new panels::QuietCombo("reviewNeedle")),
      how_(panels::caption({})),
      entry_(button("reviewClickEntry", tr("Click the entry"), true)),
      tip_(button("reviewClickTip", tr("Click the tip"), true)),
      find_(button("reviewFind", tr("Find by itself"))),
      goEntry_(button("reviewGoEntry", tr("See the entry"))),
      goTip_(button("reviewGoTip", tr("See the tip"))) {
  how_->setObjectName("reviewHow");
  body()->addWidget(needles_);
  body()->addWidget(how_);
  for (QWidget* widget : std::initializer_list<QWidget*>{entry_, tip_, find_}) body()->addWidget(widget);
  body()->addLayout(inRow({goEntry_, goTip_}));
  connect(needles_, &QComboBox::activated, &review_, &ReviewCase::setNeedle);
  connect(entry_, &QPushButton::clicked, this,
          [this](bool on) { Q_EMIT toolAsked(on ? MarkTool::Entry : MarkTool::None); });
  connect(tip_, &QPushButton::clicked, this,
          [this](bool on) { Q_EMIT toolAsked(on ? MarkTool::Tip : MarkTool::None); });
  connect(find_, &QPushButton::clicked, this, [this] {
    review_.findItself();
    if (review_.why()) review_.compute();  // once more, after it was cancelled
  });
  const auto go = [this](bool tip) {
    const auto at = review_.shownNeedle();
    if (!at) return;
    const auto& way = review_.result()->needles[*at].found.trajectory;
    Q_EMIT placeAsked(tip ? way.target : way.entry);
  };
  connect(goEntry_, &QPushButton::clicked, this, [go] { go(false); });
  connect(goTip_, &QPushButton::clicked, this, [go] { go(true); });
  connect(&review_, &ReviewCase::changed, this, &NeedlePanel::refresh);
  refresh();
}

void NeedlePanel::showTool(MarkTool tool) {
  entry_->setChecked(tool == MarkTool::Entry);
  tip_->setChecked(tool == MarkTool::Tip);
}

void NeedlePanel::refresh() {
  const auto side = review_.planned();
  const bool ready = side && review_.control();
  const QSignalBlocker quiet(needles_);
  needles_->clear();
  if (side)
    for (const auto& needle : side->plan.choices.needles) needles_->addItem(QString::fromStdString(needle.label));
  needles_->setCurrentIndex(review_.needle());
  needles_->setVisible(needles_->count() > 1);
  for (QPushButton* each : {entry_, tip_}) each->setEnabled(ready);
  const auto& shown = review_.marks().shown;
  const auto which = static_cast<std::size_t>(review_.needle());
  const bool marked = which < shown.size() && (shown[which].entry || shown[which].tip);
  find_->setEnabled(ready && (marked || review_.why()) && !review_.isWorking());
  const auto at = review_.shownNeedle();
  for (QPushButton* each : {goEntry_, goTip_}) each->setEnabled(at.has_value());
  QString how;
  if (at)
    how = review_.result()->needles[*at].clicked ? tr("As you clicked it: straight from the entry to the tip.")
                                                 : tr("Found by itself, near the planned one.");
  if (marked && !(shown[which].entry && shown[which].tip))
    how = shown[which].entry ? tr("Now click the tip.") : tr("Now click the entry.");
  how_->setText(how);
  how_->setVisible(!how.isEmpty());
}

}  // namespace app::review
