#include "app/panels/path_panel.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/text/numbers.h"
#include "planning/needle/trajectory.h"
#include "planning/plan/console_numbers.h"

namespace app::panels {
namespace {

std::optional<planning::PlannedNeedle> current(const ShownScan& scan) {
  const auto& plan = scan.plan();
  if (plan.choices.needles.empty()) return std::nullopt;
  return plan.needle(static_cast<std::size_t>(scan.currentNeedle()));
}

/// A caption with its value below it.
QLabel* put(QGridLayout* grid, int row, int column, const QString& name, QLabel* value, const QString& tip = {}) {
  auto* cell = new QVBoxLayout;
  cell->setSpacing(0);
  auto* what = new QLabel(name);
  what->setProperty("role", "caption");
  what->setToolTip(tip);
  value->setToolTip(tip);
  cell->addWidget(what);
  cell->addWidget(value);
  grid->addLayout(cell, row, column);
  return value;
}

QLabel* smallValue(const QString& objectName) {
  auto* label = new QLabel;
  label->setObjectName(objectName);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  return label;
}

QGridLayout* twoColumns() {
  auto* grid = new QGridLayout;
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(6);
  grid->setColumnStretch(0, 1);
  grid->setColumnStretch(1, 1);
  return grid;
}

/// (0020,1041) of the slice that holds the place, as the scanner printed it.
std::optional<double> sliceLocationOf(const ShownScan& scan, const planning::Point& place) {
  const auto volume = scan.volume();
  planning::Volume::Image::IndexType index;
  if (!volume || !volume->hu->TransformPhysicalPointToIndex(place, index)) return std::nullopt;
  const auto k = static_cast<std::size_t>(index[2]);
  return k < volume->sliceLocationsMm.size() ? std::optional(volume->sliceLocationsMm[k]) : std::nullopt;
}

}  // namespace

QString signedAngle(const planning::Angle& angle, const QString& positive, const QString& negative) {
  const QString size = number(std::abs(angle.degrees())) + QStringLiteral("°");
  if (size == QStringLiteral("0.0°")) return size;
  return size + ' ' + (angle.degrees() > 0 ? positive : negative);
}

PathPanel::PathPanel(ShownScan& scan, QWidget* parent) : QWidget(parent), scan_(scan) {
  auto* grid = twoColumns();
  grid->setContentsMargins(8, 0, 0, 4);
  setLayout(grid);
  depth_ = put(grid, 0, 0, tr("Depth, from the skin"), bigValue("depth"), tr("Skin to target, along the path"));
  path_ = put(grid, 0, 1, tr("Path, from the entry"), bigValue("pathLength"), tr("Entry to target"));
  inPlane_ = put(grid, 1, 0, tr("In-plane, axial"), bigValue("inPlane"),
                 tr("In the axial plane, from the patient's antero-posterior line; L: toward the patient's left"));
  cranioCaudal_ = put(grid, 1, 1, tr("Cranio-caudal"), bigValue("cranioCaudal"),
                      tr("Out of the axial plane; toward the head or the feet"));
  connect(&scan_, &ShownScan::planChanged, this, &PathPanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &PathPanel::refresh);
  refresh();
}

void PathPanel::refresh() {
  const auto needle = current(scan_);
  depth_->setText(mm(needle ? needle->depthMm : std::nullopt));
  path_->setText(mm(needle ? needle->pathLengthMm : std::nullopt));
  inPlane_->setText(mm(std::nullopt));
  cranioCaudal_->setText(mm(std::nullopt));
  if (!needle || !needle->angles) return;
  if (needle->angles->inPlane) inPlane_->setText(signedAngle(*needle->angles->inPlane, tr("L"), tr("R")));
  cranioCaudal_->setText(signedAngle(needle->angles->cranioCaudal, tr("head"), tr("feet")));
}

AnglesPanel::AnglesPanel(ShownScan& scan, PlanDocument& document, QWidget* parent)
    : Section(tr("Other angles, entry's slice"), true, parent),
      scan_(scan),
      document_(document),
      midline_(new QPushButton) {
  auto* grid = twoColumns();
  vertical_ = put(grid, 0, 0, tr("From the vertical"), smallValue("fromVertical"),
                  tr("In the axial plane, from gravity, as the patient lies in the scan: what a goniometer reads"));
  sliceLocation_ =
      put(grid, 0, 1, tr("Entry's slice location"), smallValue("sliceLocation"), tr("As the scanner prints it"));
  const QString tip =
      tr("To hold the needle in one slice of a tilted gantry: another pair of angles, never to be mixed");
  tilt_ = put(grid, 1, 0, tr("Gantry tilt"), smallValue("gantryTilt"), tip);
  inTiltedSlice_ = put(grid, 1, 1, tr("In the tilted slice"), smallValue("inTiltedSlice"), tip);
  fromMidline_ = put(grid, 2, 0, tr("Entry from the midline"), smallValue("fromMidline"),
                     tr("Lateral distance of the skin point from the line over the spinous processes"));
  body()->addLayout(grid);
  makeMidline();
  connect(&scan_, &ShownScan::planChanged, this, &AnglesPanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &AnglesPanel::refresh);
  setFolded(true);
  refresh();
}

QWidget* AnglesPanel::controlFor(const planning::NextStep& step) const {
  return step.step == planning::Step::MarkMidline ? midline_ : nullptr;
}

void AnglesPanel::makeMidline() {
  midline_->setObjectName("midline");
  midline_->setToolTip(
      tr("Bring the crosshair to a spinous process and confirm; a second place, higher or lower, gives the line its "
         "course. A third press takes it back."));
  body()->addWidget(midline_);
  connect(midline_, &QPushButton::clicked, this, &AnglesPanel::confirmMidline);
}

void AnglesPanel::confirmMidline() {
  auto places = scan_.plan().choices.midline;
  if (places.size() >= 2)
    places.clear();
  else
    places.push_back(scan_.crosshair());
  document_.setMidline(places);
}

void AnglesPanel::refresh() {
  const auto needle = current(scan_);
  const auto& midline = scan_.plan().choices.midline;
  midline_->setText(midline.empty()       ? tr("Midline: at the crosshair")
                    : midline.size() == 1 ? tr("Midline: a second place at the crosshair")
                                          : tr("Midline: take it back"));
  midline_->setEnabled(scan_.volume() != nullptr);
  const auto lateral = needle ? needle->fromMidlineMm : std::nullopt;
  fromMidline_->setText(lateral ? mm(std::abs(*lateral)) + ' ' +
                                      (*lateral > 0   ? PathPanel::tr("L")
                                       : *lateral < 0 ? PathPanel::tr("R")
                                                      : QString())
                                : mm(std::nullopt));
  sliceLocation_->setText(mm(needle && needle->entry ? sliceLocationOf(scan_, *needle->entry) : std::nullopt));
  refreshAngles();
}

void AnglesPanel::refreshAngles() {
  const auto needle = current(scan_);
  for (QLabel* label : {vertical_, tilt_, inTiltedSlice_}) label->setText(mm(std::nullopt));
  if (!needle || !needle->angles) return;
  const planning::needle::Trajectory line{*needle->entry, *needle->target};
  const auto& position = scan_.plan().choices.scan.patientPosition;
  vertical_->setText(degrees(angleFromVertical(line, position)));
  const auto tilted = planning::tiltedSlice(line, position);
  if (!tilted) return;
  tilt_->setText(signedAngle(tilted->tilt, PathPanel::tr("head"), PathPanel::tr("feet")));
  const bool onSide = tilted->across[0] == 0;
  inTiltedSlice_->setText(onSide ? signedAngle(tilted->inSlice, axisLetter(1, 1), axisLetter(1, -1))
                                 : signedAngle(tilted->inSlice, PathPanel::tr("L"), PathPanel::tr("R")));
}

}  // namespace app::panels
