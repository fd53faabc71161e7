#include "app/panels/path_panel.h"

#include <QFormLayout>
#include <QLabel>

#include <cmath>

#include "app/case.h"
#include "app/numbers.h"
#include "app/panels/section.h"
#include "planning/needle/carm_position.h"

namespace app::panels {
namespace {

using planning::needle::CArmPosition;

const planning::PlannedNeedle* current(const Case& openCase) {
  const auto& needles = openCase.plan().needles;
  return needles.empty() ? nullptr : &needles[static_cast<std::size_t>(openCase.currentNeedle())];
}

/// "23.5° L": the side that the needle runs toward.
QString signedAngle(const planning::Angle& angle, const QString& positive, const QString& negative) {
  const QString size = number(std::abs(angle.degrees())) + QStringLiteral("°");
  if (size == QStringLiteral("0.0°")) return size;
  return size + ' ' + (angle.degrees() > 0 ? positive : negative);
}

QString positionText(const CArmPosition& position) {
  const QString side = position.detectorOnEntrySide ? PathPanel::tr("detector on the entry's side")
                                                    : PathPanel::tr("detector on the target's side");
  QString text = carmText(position.patient.primary.degrees(), position.patient.secondary.degrees()) + '\n' + side;
  if (position.machine)
    text += '\n' + PathPanel::tr("machine shows %1")
                       .arg(carmText(position.machine->primary.degrees(), position.machine->secondary.degrees()));
  if (!position.withinReach && position.machine) text += '\n' + PathPanel::tr("beyond the usual reach");
  return text;
}

/// (0020,1041) of the slice that holds the place, as the scanner printed it.
std::optional<double> sliceLocationOf(const Case& openCase, const planning::Point& place) {
  const auto volume = openCase.volume();
  planning::Volume::Image::IndexType index;
  if (!volume || !volume->hu->TransformPhysicalPointToIndex(place, index)) return std::nullopt;
  const auto k = static_cast<std::size_t>(index[2]);
  return k < volume->sliceLocationsMm.size() ? std::optional(volume->sliceLocationsMm[k]) : std::nullopt;
}

}  // namespace

QString carmText(double primaryDeg, double secondaryDeg) {
  const auto half = [](double deg, const char* positive, const char* negative) {
    const QString size = number(std::abs(deg)) + QStringLiteral("°");
    if (size == QStringLiteral("0.0°")) return size;
    return QLatin1String(deg > 0 ? positive : negative) + ' ' + size;
  };
  return half(primaryDeg, "LAO", "RAO") + "  " + half(secondaryDeg, "CRA", "CAU");
}

PathPanel::PathPanel(Case& openCase, QWidget* parent) : QWidget(parent), case_(openCase), form_(new QFormLayout(this)) {
  form_->setContentsMargins(8, 0, 0, 4);
  form_->setVerticalSpacing(2);
  form_->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
  form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
  depth_ = addRow(tr("Depth, skin to target"), "depth", true);
  path_ = addRow(tr("Path, entry to target"), "pathLength", true);
  inPlane_ = addRow(tr("In-plane, axial"), "inPlane", true);
  cranioCaudal_ = addRow(tr("Cranio-caudal"), "cranioCaudal", true);
  vertical_ = addRow(tr("From the vertical"), "fromVertical", false);
  tilt_ = addRow(tr("Gantry tilt; in that slice"), "gantryTilt", false);
  carmFirst_ = addRow(tr("C-arm, along the needle"), "carmFirst", false);
  carmSecond_ = addRow(tr("C-arm, from behind"), "carmSecond", false);
  sliceLocation_ = addRow(tr("Entry's slice location"), "sliceLocation", false);
  inPlane_->setToolTip(
      tr("In the axial plane, from the patient's antero-posterior line; L: toward the patient's left"));
  cranioCaudal_->setToolTip(tr("Out of the axial plane; toward the head or the feet"));
  vertical_->setToolTip(
      tr("In the axial plane, from gravity, as the patient lies in the scan: what a goniometer reads"));
  tilt_->setToolTip(
      tr("To hold the needle in one slice of a tilted gantry: another pair of angles, never to be mixed"));
  sliceLocation_->setToolTip(tr("As the scanner prints it"));
  connect(&case_, &Case::planChanged, this, &PathPanel::refresh);
  connect(&case_, &Case::currentNeedleChanged, this, &PathPanel::refresh);
  refresh();
}

QLabel* PathPanel::addRow(const QString& name, const QString& objectName, bool big) {
  auto* value = big ? bigValue(objectName) : new QLabel;
  value->setObjectName(objectName);
  value->setAlignment(Qt::AlignRight | Qt::AlignTop);
  value->setTextInteractionFlags(Qt::TextSelectableByMouse);
  form_->addRow(caption(name), value);
  return value;
}

void PathPanel::refresh() {
  const auto* needle = current(case_);
  depth_->setText(mm(needle ? needle->depthMm : std::nullopt));
  path_->setText(mm(needle ? needle->pathLengthMm : std::nullopt));
  const auto location = needle && needle->entry ? sliceLocationOf(case_, *needle->entry) : std::nullopt;
  sliceLocation_->setText(mm(location));
  refreshAngles();
  refreshCarm();
}

void PathPanel::refreshAngles() {
  const auto* needle = current(case_);
  const QString none = mm(std::nullopt);
  for (QLabel* label : {inPlane_, cranioCaudal_, vertical_, tilt_}) label->setText(none);
  if (!needle || !needle->angles) return;
  const auto& angles = *needle->angles;
  if (angles.inPlane) inPlane_->setText(signedAngle(*angles.inPlane, tr("L"), tr("R")));
  cranioCaudal_->setText(signedAngle(angles.cranioCaudal, tr("head"), tr("feet")));
  const planning::needle::Trajectory line{*needle->entry, *needle->target};
  vertical_->setText(degrees(angleFromVertical(line, case_.plan().scan.patientPosition)));
  if (angles.gantryTilt)
    tilt_->setText(signedAngle(*angles.gantryTilt, tr("head"), tr("feet")) + "; " +
                   signedAngle(angles.inTiltedSlice, tr("L"), tr("R")));
}

void PathPanel::refreshCarm() {
  const auto* needle = current(case_);
  std::vector<CArmPosition> both;
  if (needle && needle->angles) both = carmPositions(*needle->angles, case_.plan().scan.patientPosition);
  carmFirst_->setText(both.empty() ? mm(std::nullopt) : positionText(both[0]));
  carmSecond_->setText(both.empty() ? mm(std::nullopt) : positionText(both[1]));
}

}  // namespace app::panels
