#include "app/review/correction_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

#include "app/look/style.h"
#include "app/panels/clearances_panel.h"
#include "app/panels/path_panel.h"
#include "app/review/errors_panel.h"
#include "app/review/review_words.h"
#include "app/text/numbers.h"

namespace app::review {
namespace {

using panels::PathPanel;
using planning::review::Steering;
using planning::review::SteeringBounds;

/// A larger turn is not asked of a needle that lies in tissue. Ours: no source gives one.
const planning::Angle kLargestTurn = planning::Angle::degrees(20);

QLabel* put(QGridLayout* grid, int row, int column, const QString& name, const QString& objectName) {
  auto* value = panels::bigValue(objectName);
  grid->addWidget(panels::caption(name), 2 * row, column);
  grid->addWidget(value, 2 * row + 1, column);
  return value;
}

/// All that is not clear, and the nearest that is; worst first as they come. What may be crossed is left out.
std::vector<planning::needle::Clearance> worstOf(const std::vector<planning::needle::Clearance>& all) {
  using planning::needle::Verdict;
  std::vector<planning::needle::Clearance> worst;
  bool hasClear = false;
  for (const auto& row : all) {
    if (!row.verdict || (row.verdict == Verdict::Clear && hasClear)) continue;
    hasClear = hasClear || row.verdict == Verdict::Clear;
    worst.push_back(row);
  }
  return worst;
}

QString bounded(const QString& value, const QString& bound) {
  return value + QStringLiteral(" ± ") + bound;
}

/// In words: is the tip there, what to do otherwise, and what the present direction misses by.
QString whatToDo(const Steering& steering, const SteeringBounds& bounds) {
  if (isThere(steering, bounds))
    return CorrectionPanel::tr("The tip is at the target, as well as can be told (± %1).").arg(mm(bounds.remainingMm));
  const auto& correction = steering.correction;
  if (correction.straightOnMm <= 0)
    return CorrectionPanel::tr("The tip is past the target: draw back by %1.").arg(mm(-correction.straightOnMm));
  if (correction.missMm <= bounds.missMm)
    return CorrectionPanel::tr("Straight on: the present direction meets the target, as well as can be told (± %1).")
        .arg(mm(bounds.missMm));
  if (correction.turn > kLargestTurn)
    return CorrectionPanel::
        tr("The target is %1 from the tip, a turn of %2: too much for a needle in tissue. Draw it back and aim anew "
           "from the same entry.")
            .arg(bounded(number(correction.remainingMm), mm(bounds.remainingMm)),
                 bounded(number(correction.turn.degrees()), degrees(bounds.turn)));
  return CorrectionPanel::tr("Turn by %1: pushed straight on, the tip would miss the target by %2.")
      .arg(bounded(number(correction.turn.degrees()), degrees(bounds.turn)),
           bounded(number(correction.missMm), mm(bounds.missMm)));
}

}  // namespace

CorrectionPanel::CorrectionPanel(ReviewCase& review, QWidget* parent)
    : QWidget(parent), review_(review), note_(new QLabel), verdict_(new QLabel) {
  setObjectName("correctionPanel");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  note_->setObjectName("correctionNote");
  verdict_->setObjectName("correctionVerdict");
  verdict_->setProperty("role", "bigValue");
  for (QLabel* label : {note_, verdict_}) label->setWordWrap(true), layout->addWidget(label);
  toTarget_ = makeWay(layout, tr("Change to: from the tip to the target"), "toTarget", tr("Remaining depth"), true);
  for (QLabel* value : {toTarget_.inPlane, toTarget_.cranioCaudal, toTarget_.length})
    value->setStyleSheet(QStringLiteral("font-size: 24px"));
  straightOn_ =
      makeWay(layout, tr("Pushed straight on as it points now"), "straightOn", tr("As deep as the target"), true);
  fromEntry_ =
      makeWay(layout, tr("Or drawn back to the skin: from the same entry"), "fromEntry", tr("Depth then"), false);
  connect(&review_, &ReviewCase::changed, this, &CorrectionPanel::refresh);
  refresh();
}

CorrectionPanel::Way CorrectionPanel::makeWay(QVBoxLayout* layout, const QString& title, const QString& name,
                                              const QString& lengthName, bool fromTip) {
  Way way{};
  way.section = new panels::Section(title, false);
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  way.inPlane = put(grid, 0, 0, PathPanel::tr("In-plane, axial"), name + "InPlane");
  way.cranioCaudal = put(grid, 0, 1, PathPanel::tr("Cranio-caudal"), name + "CranioCaudal");
  way.length = put(grid, 1, 0, lengthName, name + "Length");
  way.bound = put(grid, 1, 1, tr("Angles sure to"), name + "Bound");
  way.section->body()->addLayout(grid);
  way.passes = new panels::ClearancesModel(this);
  way.list = distancesList(name + "Passes", way.passes);
  way.more = panels::caption({});
  for (QWidget* widget : std::initializer_list<QWidget*>{way.list, way.more}) way.section->body()->addWidget(widget);
  layout->addWidget(way.section);
  if (fromTip) way.passes->countFromTip();
  return way;
}

void CorrectionPanel::showWay(const Way& way, const planning::NeedleAssessment& needle, const QString& bound) {
  const auto& angles = needle.angles;
  way.inPlane->setText(angles && angles->inPlane
                           ? panels::signedAngle(*angles->inPlane, PathPanel::tr("L"), PathPanel::tr("R"))
                           : mm(std::nullopt));
  way.cranioCaudal->setText(
      angles ? panels::signedAngle(angles->cranioCaudal, PathPanel::tr("head"), PathPanel::tr("feet"))
             : mm(std::nullopt));
  way.bound->setText(bound);
  const auto rows = worstOf(needle.clearances);
  way.passes->show(rows);
  fitHeight(way.list);
  const auto judged = std::count_if(needle.clearances.begin(), needle.clearances.end(),
                                    [](const auto& row) { return row.verdict.has_value(); });
  const auto more = static_cast<int>(judged) - static_cast<int>(rows.size());
  way.more->setText(tr("%n more, all clear and farther", nullptr, more));
  way.more->setVisible(more > 0);
  way.section->setSummary(needle.verdict ? verdictSign(*needle.verdict) + ' ' + verdictWord(*needle.verdict)
                                         : QString());
}

void CorrectionPanel::refresh() {
  const QString note = stateText(review_);
  note_->setText(note);
  note_->setVisible(!note.isEmpty());
  const auto at = review_.shownNeedle();
  const bool shown = at && !review_.isRejected() && !review_.isWorking();
  verdict_->setVisible(shown);
  for (const Way& way : {toTarget_, straightOn_, fromEntry_}) way.section->setVisible(shown);
  if (shown) showSteering(*at);
}

void CorrectionPanel::showSteering(std::size_t which) {
  const auto& result = *review_.result();
  const auto& steering = result.steering[which];
  const auto bounds = steeringBoundsOf(steering, result.needles[which], result.control.registration);
  verdict_->setText(whatToDo(steering, bounds));
  const auto sure = [](const planning::Angle& angle) { return QStringLiteral("± ") + degrees(angle); };
  showWay(toTarget_, steering.toTarget, sure(bounds.toTarget));
  toTarget_.length->setText(bounded(number(steering.correction.remainingMm), mm(bounds.remainingMm)));
  showWay(straightOn_, steering.straightOn, sure(bounds.present));
  straightOn_.length->setText(bounded(number(std::max(0.0, steering.correction.straightOnMm)), mm(bounds.remainingMm)));
  showWay(fromEntry_, steering.fromEntry, bounds.fromEntry ? sure(*bounds.fromEntry) : mm(std::nullopt));
  const double boundMm = errorBoundsOf(result.needles[which], result.control.registration).entryMm.value_or(0);
  fromEntry_.length->setText(bounds.fromEntry && steering.fromEntry.pathLengthMm
                                 ? bounded(number(*steering.fromEntry.pathLengthMm), mm(boundMm))
                                 : mm(std::nullopt));
  const bool there = isThere(steering, bounds);
  const bool turns = steering.correction.turn <= kLargestTurn;
  toTarget_.section->setVisible(!there && turns);
  // What is to be done stands above what would happen otherwise.
  auto* order = static_cast<QVBoxLayout*>(layout());
  order->removeWidget(fromEntry_.section);
  order->insertWidget(order->indexOf(straightOn_.section) + (turns ? 1 : 0), fromEntry_.section);
  straightOn_.section->setVisible(!there && steering.correction.straightOnMm > 0);
  fromEntry_.section->setVisible(!there && bounds.fromEntry.has_value());
}

}  // namespace app::review
