#include "app/panels/carm_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/case/shown_scan.h"
#include "app/panels/carm_drawing.h"
#include "app/panels/path_panel.h"
#include "app/text/numbers.h"
#include "planning/needle/carm_position.h"

namespace app::panels {
namespace {

using planning::needle::CArmPosition;
using planning::needle::CArmPurpose;
using planning::needle::CArmView;
using planning::needle::Trajectory;

constexpr double kUsualSodMm = 700;

std::optional<Trajectory> currentNeedle(const ShownScan& scan) {
  const auto& needles = scan.plan().choices.needles;
  const auto index = static_cast<std::size_t>(std::max(0, scan.currentNeedle()));
  return index < needles.size() ? wayOf(needles[index]) : std::nullopt;
}

QString titleOf(const CArmView& view) {
  return view.purpose == CArmPurpose::BullsEye ? CArmPanel::tr("Down the needle: bull's eye")
                                               : CArmPanel::tr("From the side: progress");
}

/// Below the angles: the detector's side, what the machine shows, and whether it gets there.
QString factsOf(const CArmView& view, const CArmPosition& position) {
  QStringList facts;
  if (view.purpose == CArmPurpose::BullsEye)
    facts << (position.detectorOnEntrySide ? CArmPanel::tr("detector on the entry's side")
                                           : CArmPanel::tr("detector on the target's side"));
  if (position.machine)
    facts << CArmPanel::tr("machine shows %1")
                 .arg(carmText(position.machine->primary.degrees(), position.machine->secondary.degrees()));
  else
    facts << CArmPanel::tr("patient position unknown: reach not known");
  if (position.machine && !position.withinReach) facts << CArmPanel::tr("beyond the usual reach");
  return facts.join('\n');
}

QString parallaxText(const Trajectory& needle, const CArmPosition& position) {
  return CArmPanel::tr("1° off: entry %1 beside the target")
      .arg(mm(planning::needle::parallaxMm(needle, planning::Angle::degrees(1), kUsualSodMm,
                                           position.detectorOnEntrySide)));
}

}  // namespace

std::optional<Trajectory> wayOf(const planning::NeedleChoice& needle) {
  if (!needle.target || !needle.entry) return std::nullopt;
  const Trajectory way{*needle.entry, *needle.target};
  return way.pathLengthMm() > 0.1 ? std::optional(way) : std::nullopt;
}

CArmPanel::CArmPanel(QWidget* parent)
    : Section(tr("C-arm: bull's eye and progress"), true, parent), turnsRadiograph_(false) {
  setObjectName("carmPanelOfViews");
  setFolded(true);
  show(std::nullopt, {});
}

CArmPanel::CArmPanel(ShownScan& scan, QWidget* parent)
    : Section(tr("C-arm: bull's eye and progress"), true, parent), turnsRadiograph_(true) {
  setObjectName("carmPanel");
  const auto follow = [this, &scan] { show(currentNeedle(scan), scan.plan().choices.scan.patientPosition); };
  connect(&scan, &ShownScan::planChanged, this, follow);
  connect(&scan, &ShownScan::currentNeedleChanged, this, follow);
  setFolded(true);
  follow();
}

void CArmPanel::show(const std::optional<Trajectory>& needle, const std::string& lies) {
  delete rows_;
  rows_ = new QWidget;
  auto* grid = new QGridLayout(rows_);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setColumnStretch(1, 1);
  body()->addWidget(rows_);
  if (!needle) {
    grid->addWidget(caption(tr("Place target and entry to see where the C-arm should stand.")), 0, 0, 1, 2);
    return;
  }
  int row = 0;
  for (const auto& view : planning::needle::carmViews(*needle, lies)) {
    grid->addWidget(caption(titleOf(view)), row++, 0, 1, 2);
    auto* drawing = new CArmDrawing(*needle, view, lies);
    grid->addWidget(drawing, row, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    for (const auto& position : view.positions) {
      auto* look = new QToolButton;
      look->setObjectName("lookFromHere");
      look->setText(carmText(position.patient.primary.degrees(), position.patient.secondary.degrees()));
      look->setEnabled(turnsRadiograph_);
      if (turnsRadiograph_) look->setToolTip(tr("Turns the simulated radiograph to these angles"));
      connect(look, &QToolButton::clicked, this, [this, angles = position.patient] { Q_EMIT lookAsked(angles); });
      column->addWidget(look);
      column->addWidget(caption(factsOf(view, position)));
    }
    if (view.purpose == CArmPurpose::BullsEye)
      column->addWidget(caption(parallaxText(*needle, view.positions.front())));
    grid->addLayout(column, row++, 1);
  }
}

}  // namespace app::panels
