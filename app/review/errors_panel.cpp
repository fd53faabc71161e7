#include "app/review/errors_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include "app/look/style.h"
#include "app/panels/clearances_panel.h"
#include "app/review/review_words.h"
#include "app/text/numbers.h"

namespace app::review {
namespace {

using planning::needle::Clearance;

/// "L 1.2  A 0.3  S 2.0 mm": where the actual tip lies from the planned one.
QString towardText(const planning::Vector& off) {
  return place(planning::makePoint(off[0], off[1], off[2]));
}

}  // namespace

QListView* distancesList(const QString& objectName, panels::ClearancesModel* model) {
  auto* list = new QListView;
  list->setObjectName(objectName);
  list->setModel(model);
  list->setItemDelegate(new panels::ClearanceDelegate(list));
  list->setFrameShape(QFrame::NoFrame);
  list->setSelectionMode(QAbstractItemView::NoSelection);
  list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // the column around it scrolls
  list->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  return list;
}

void fitHeight(QListView* list) {
  int height = 2;
  for (int row = 0; row < list->model()->rowCount(); ++row) height += list->sizeHintForRow(row);
  list->setFixedHeight(height);
  list->setVisible(list->model()->rowCount() > 0);
}

ErrorsPanel::ErrorsPanel(ReviewCase& review, QWidget* parent)
    : Section(tr("Errors of the needle"), false, parent), review_(review), grid_(new QGridLayout), note_(new QLabel) {
  note_->setObjectName("reviewNote");
  note_->setWordWrap(true);
  body()->addWidget(note_);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setHorizontalSpacing(10);
  grid_->setVerticalSpacing(3);
  grid_->setColumnStretch(0, 1);
  body()->addLayout(grid_);
  tip_ = row(tr("Tip, in all"), "reviewTip", tr("From the planned target to the actual tip"));
  lateral_ = row(tr("Tip, lateral"), "reviewLateral", tr("Of the actual tip from the planned line"));
  depth_ = row(tr("Tip, in depth (+ too deep)"), "reviewDepth", tr("Along the planned direction; − : too shallow"));
  toward_ = row(tr("Tip lies toward"), "reviewToward", tr("From the planned target, in the control's axes"));
  toward_.value->setProperty("role", {});
  entry_ = row(tr("Entry"), "reviewEntry", tr("Between the two entries, where each needle goes through the skin"));
  angle_ = row(tr("Angle"), "reviewAngle", tr("Between the two directions, 0° to 180°"));
  bend_ = row(tr("Bend"), "reviewBend", tr("Largest distance of the needle from a straight line"));
  connect(&review_, &ReviewCase::changed, this, &ErrorsPanel::refresh);
  refresh();
}

ErrorsPanel::Row ErrorsPanel::row(const QString& text, const QString& objectName, const QString& tip) {
  Row made{panels::caption(text), panels::bigValue(objectName), new QLabel};
  made.bound->setObjectName(objectName + "Bound");
  made.bound->setProperty("role", "caption");
  for (QLabel* label : {made.name, made.value, made.bound}) label->setToolTip(tip);
  made.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  const int line = grid_->rowCount();
  grid_->addWidget(made.name, line, 0);
  grid_->addWidget(made.value, line, 1);
  grid_->addWidget(made.bound, line, 2);
  return made;
}

void ErrorsPanel::clear() {
  for (const Row& each : {tip_, toward_, lateral_, depth_, entry_, angle_, bend_}) {
    each.value->setText(mm(std::nullopt));
    each.bound->clear();
  }
}

void ErrorsPanel::refresh() {
  clear();
  const QString note = stateText(review_);
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
  setSummary(needleText(review_));
  const auto at = review_.shownNeedle();
  const bool shown = at && !review_.isRejected() && !review_.isWorking();
  if (!shown) return;
  const auto& result = *review_.result();
  const auto& deviation = result.control.needles[*at].deviation;
  const auto& actual = result.needles[*at];
  if (!deviation) return;
  const auto bounds = errorBoundsOf(actual, result.control.registration);
  const auto put = [](const Row& to, const QString& value, const QString& bound) {
    to.value->setText(value);
    to.bound->setText(bound.isEmpty() ? QString() : QStringLiteral("± ") + bound);
  };
  put(tip_, mm(deviation->tipMm), mm(bounds.tipMm));
  put(lateral_, mm(deviation->lateralMm), mm(bounds.tipMm));
  put(depth_, signedMm(deviation->depthMm), mm(bounds.tipMm));
  put(toward_, towardText(deviation->tip), {});
  put(entry_, mm(deviation->entryMm), bounds.entryMm ? mm(*bounds.entryMm) : tr("not in the control"));
  if (!bounds.entryMm) entry_.bound->setText(tr("not in the control"));
  put(angle_, degrees(deviation->angle), degrees(bounds.angle));
  if (bounds.bendMm)
    put(bend_, mm(actual.found.bendMm), mm(*bounds.bendMm));
  else
    bend_.bound->setText(tr("not known, clicked"));
}

DistancesPanel::DistancesPanel(ReviewCase& review, QWidget* parent)
    : Section(tr("What the needle passes"), false, parent),
      review_(review),
      model_(new panels::ClearancesModel(this)),
      list_(distancesList("reviewDistances", model_)),
      missing_(panels::caption({})) {
  missing_->setObjectName("reviewMissing");
  body()->addWidget(list_);
  body()->addWidget(missing_);
  connect(list_, &QListView::clicked, this, [this](const QModelIndex& index) {
    if (const auto& place = model_->at(index.row()).closestOnStructure) review_.lookAt(*place);
  });
  connect(&review_, &ReviewCase::changed, this, &DistancesPanel::refresh);
  refresh();
}

void DistancesPanel::refresh() {
  const auto at = review_.shownNeedle();
  const bool shown = at && !review_.isRejected() && !review_.isWorking();
  std::vector<Clearance> rows;
  std::optional<planning::needle::Verdict> verdict;
  if (shown) {
    const auto& needle = review_.result()->control.actual.assessment.needles[*at];
    rows = needle.clearances;
    verdict = needle.verdict;
  }
  model_->show(rows);
  fitHeight(list_);
  setSummary(verdict ? verdictSign(*verdict) + ' ' + verdictWord(*verdict) : QString());
  QStringList names;
  if (review_.planned())
    for (const auto& name : review_.planned()->missing) names += QString::fromStdString(name);
  missing_->setText(names.isEmpty()
                        ? QString()
                        : tr("? Not measured, as their file was not found: %1").arg(names.join(QStringLiteral(", "))));
  missing_->setVisible(!names.isEmpty());
}

}  // namespace app::review
