#include "app/panels/point_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/panels/coordinate_box.h"
#include "app/text/numbers.h"
#include "app/views/volume_image.h"

namespace app::panels {
namespace {

constexpr const char* kAxisNames[] = {"X", "Y", "Z"};

}  // namespace

PointPanel::PointPanel(ShownScan& scan, PlanDocument& document, Which which, QWidget* parent)
    : Section(which == Which::Target ? tr("3  Target") : tr("4  Entry"), false, parent),
      scan_(scan),
      document_(document),
      which_(which),
      note_(new QLabel),
      value_(new QLabel) {
  const QString name = which == Which::Target ? "target" : "entry";
  auto* row = new QHBoxLayout;
  row->setSpacing(4);
  for (int axis = 0; axis < 3; ++axis) {
    auto* box = new CoordinateBox(axis);
    box->setObjectName(name + kAxisNames[axis]);
    boxes_[static_cast<std::size_t>(axis)] = box;
    row->addWidget(box, 1);
    connect(box, &CoordinateBox::entered, this, [this, axis](double mm) { enter(axis, mm); });
  }
  row->addWidget(new QLabel("mm"));
  note_->setObjectName(name + "Note");
  note_->setWordWrap(true);
  value_->setObjectName(name + "Hu");
  auto* below = new QHBoxLayout;
  below->addWidget(note_, 1);
  below->addWidget(value_);
  body()->addLayout(row);
  body()->addLayout(below);
  connect(&scan_, &ShownScan::planChanged, this, &PointPanel::refresh);
  connect(&scan_, &ShownScan::currentNeedleChanged, this, &PointPanel::refresh);
  refresh();
}

QWidget* PointPanel::controlFor(const planning::NextStep& step) const {
  using planning::Step;
  const bool entry = step.step == Step::SetEntry || step.step == Step::MoveNeedle;
  const bool here = which_ == Which::Target ? step.step == Step::SetTarget : entry;
  return here ? boxes_[0] : nullptr;
}

std::optional<planning::Point> PointPanel::point() const {
  const auto& needles = scan_.plan().choices.needles;
  if (needles.empty()) return std::nullopt;
  const auto& needle = needles[static_cast<std::size_t>(scan_.currentNeedle())];
  return which_ == Which::Target ? needle.target : needle.entry;
}

void PointPanel::enter(int axis, double mm) {
  planning::Point place =
      point().value_or(scan_.crosshair());  // a first coordinate typed: the others are the crosshair's
  place[static_cast<unsigned>(axis)] = mm;
  which_ == Which::Target ? document_.setTarget(place) : document_.setEntry(place);
}

void PointPanel::refresh() {
  setEnabled(!scan_.plan().choices.needles.empty());
  const auto place = point();
  for (unsigned axis = 0; axis < 3; ++axis) boxes_[axis]->display(place ? std::optional((*place)[axis]) : std::nullopt);
  const auto volume = scan_.volume();
  const bool asksHu = place && volume && which_ == Which::Target;
  const auto hu = asksHu ? views::huAt(*volume, *place) : std::nullopt;
  value_->setText(hu ? number(*hu, 0) + " HU" : QString());
  if (which_ == Which::Entry) refreshEntry();
}

void PointPanel::refreshEntry() {
  const auto place = point();
  const auto skin = scan_.skin();
  if (!place || !skin) return note_->setText(place ? tr("no skin known: no depth") : QString());
  const double offMm = skin->field->signedDistance(*place);
  // However far the skin's error bound reaches: what is said here must not contradict depth and path.
  if (mm(std::abs(offMm)) == mm(0)) return note_->setText(tr("on the skin"));
  note_->setText(offMm > 0 ? tr("%1 outside the skin").arg(mm(offMm)) : tr("%1 inside the body").arg(mm(-offMm)));
}

}  // namespace app::panels
