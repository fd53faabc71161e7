#include "app/views/radiograph_view.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "app/text/numbers.h"
#include "app/text/site_words.h"
#include "app/views/ink.h"
#include "app/views/overlay_text.h"
#include "app/views/projected_plan.h"
#include "app/views/site_band.h"
#include "planning/needle/carm_position.h"

namespace app::views {
namespace {

using planning::Angle;
using planning::fluoroscopy::CArmGeometry;
using planning::fluoroscopy::Projection;

constexpr int kDetectorPixels = 512;
constexpr double kUsualFieldMm = 350, kLeastFieldMm = 80, kMostFieldMm = 600;
constexpr double kDegreesPerPixel = 0.4;

bool sameView(const CArmGeometry& a, const CArmGeometry& b) {
  return a.primary == b.primary && a.secondary == b.secondary && a.columnSpacingMm == b.columnSpacingMm &&
         a.isocentre == b.isocentre;
}

}  // namespace

RadiographView::RadiographView(ShownScan& scan, Pointing& pointing, QWidget* parent)
    : QWidget(parent), scan_(scan), pointing_(pointing), fieldMm_(kUsualFieldMm) {
  setCursor(Qt::SizeAllCursor);
  for (auto signal : {&ShownScan::volumeChanged, &ShownScan::structuresChanged, &ShownScan::planChanged,
                      &ShownScan::crosshairChanged, &ShownScan::currentNeedleChanged})
    connect(&scan_, signal, this, [this] { askAgain(); });
  connect(&scan_, &ShownScan::displayChanged, this, [this] { askAgain(); });
  connect(&pointing_, &Pointing::carmChanged, this, [this] { askAgain(); });
  connect(&pointing_, &Pointing::chosenChanged, this, [this] { update(); });
  connect(&maker_, &RadiographMaker::answered, this, &RadiographView::take);
  askAgain();
}

CArmGeometry RadiographView::geometry() const {
  CArmGeometry view;
  view.primary = pointing_.carm().primary;
  view.secondary = pointing_.carm().secondary;
  view.sourceToDetectorMm = kUsualSidMm;
  view.sourceToIsocentreMm = kUsualSodMm;
  view.columns = view.rows = kDetectorPixels;
  view.columnSpacingMm = view.rowSpacingMm = fieldMm_ / kDetectorPixels;
  const auto& needles = scan_.plan().choices.needles;
  const auto current = static_cast<std::size_t>(std::max(0, scan_.currentNeedle()));
  const bool hasTarget = current < needles.size() && needles[current].target;
  view.isocentre = hasTarget ? *needles[current].target : scan_.crosshair();
  return view;
}

/// While the tile is hidden nothing is asked: showEvent() does.
void RadiographView::askAgain() {
  update();
  if (!scan_.volume() || scan_.isLoading()) {
    maker_.forget();
    shown_.reset();
    return;
  }
  if (!isVisible()) return;
  RadiographMaker::Question question{scan_.volume(), geometry(), {}};
  const auto& structures = scan_.structures();
  for (std::size_t i = 0; i < structures.size(); ++i)
    question.surfaces.push_back(scan_.display(static_cast<int>(i)).visible ? structures[i].surface : nullptr);
  if (shown_ && shown_->fine && shown_->volume == question.volume && sameView(shown_->view, question.view) &&
      shown_->surfaces == question.surfaces)
    return maker_.forget();  // what an older question would answer is not wanted either
  maker_.ask(std::move(question));
}

void RadiographView::showEvent(QShowEvent*) {
  askAgain();
}

void RadiographView::take(const std::shared_ptr<const RadiographMaker::Answer>& answer) {
  shown_ = answer;
  makePicture();
  update();
}

void RadiographView::makePicture() {
  picture_ = greyPicture(shown_->image, contrast_, brightness_);
}

QRectF RadiographView::pictureArea() const {
  const double side = std::min(width(), height());
  return {(width() - side) / 2, (height() - side) / 2, side, side};
}

std::optional<QPointF> RadiographView::onScreen(const planning::Point& place) const {
  return shown_ ? onPicture(shown_->view, place, pictureArea()) : std::nullopt;
}

void RadiographView::resetView() {
  fieldMm_ = kUsualFieldMm;
  contrast_ = 1;
  brightness_ = 0;
  if (shown_) makePicture();
  askAgain();
}

void RadiographView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  painter.fillRect(rect(), ink::kBackground);
  if (!shown_) {
    if (scan_.isLoading()) paintHint(painter, rect(), tr("The radiograph follows once the scan is loaded"));
    return;
  }
  painter.setClipRect(pictureArea());
  painter.drawImage(pictureArea(), picture_);
  paintOutlines(painter, scan_, *shown_, pictureArea());
  paintNeedlesOnPicture(painter, scan_, shown_->view, pictureArea(), pointing_.chosen());
  paintWords(painter);
  painter.setClipping(false);
  paintSiteBand(painter, width(), pictureBand(scan_.plan()));
  Q_EMIT painted();
}

void RadiographView::paintWords(QPainter& painter) const {
  const QRectF area = pictureArea();
  const Projection projection(shown_->view);
  const double mmPerPixel = projection.mmPerColumnAt(shown_->view.isocentre) * shown_->view.columns / area.width();
  painter.save();
  painter.translate(area.topLeft());
  const ViewPlane plane{
      {projection.columnDirection(), projection.rowDirection()}, shown_->view.isocentre, mmPerPixel, area.size()};
  paintLetters(painter, plane);
  paintScaleBar(painter, plane);
  painter.restore();
  const auto& angles = pointing_.carm();
  QString text = carmText(shown_->view.primary.degrees(), shown_->view.secondary.degrees());
  const auto machine = planning::needle::machineAngles(angles, scan_.plan().choices.scan.patientPosition);
  if (machine)
    text += '\n' + tr("machine shows %1").arg(carmText(machine->primary.degrees(), machine->secondary.degrees()));
  const QRectF inner = area.adjusted(8, 6, -8, -6);
  paintText(painter, inner, Qt::AlignLeft | Qt::AlignTop, text, ink::kText);
  paintText(
      painter, inner, Qt::AlignLeft | Qt::AlignBottom,
      tr("Simulated from CT\nassumed: source to detector %1, to isocentre %2").arg(mm(kUsualSidMm), mm(kUsualSodMm)),
      ink::kFaint);
}

void RadiographView::turnBy(double primaryDeg, double secondaryDeg) {
  const auto now = pointing_.carm();
  const double primary = std::remainder(now.primary.degrees() + primaryDeg, 360.0);
  const double secondary = std::clamp(now.secondary.degrees() + secondaryDeg, -90.0, 90.0);
  pointing_.setCArm({Angle::degrees(primary), Angle::degrees(secondary)});
}

void RadiographView::fieldBy(double factor) {
  fieldMm_ = std::clamp(fieldMm_ * factor, kLeastFieldMm, kMostFieldMm);
  askAgain();
}

void RadiographView::mousePressEvent(QMouseEvent* event) {
  lastMouse_ = event->position();
}

void RadiographView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF moved = event->position() - lastMouse_;
  lastMouse_ = event->position();
  if (!scan_.volume()) return;
  if (event->buttons() == Qt::LeftButton) return turnBy(moved.x() * kDegreesPerPixel, -moved.y() * kDegreesPerPixel);
  if (event->buttons() != Qt::RightButton || !shown_) return;
  contrast_ = std::clamp(contrast_ * std::exp(moved.x() / 200), 0.2, 8.0);
  brightness_ = std::clamp(brightness_ - moved.y() / 300, -2.0, 2.0);
  makePicture();
  update();
}

void RadiographView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) Q_EMIT maximiseAsked();
}

void RadiographView::wheelEvent(QWheelEvent* event) {
  wheel_ += event->angleDelta().y() + event->angleDelta().x();  // with Shift some systems turn it sideways
  const int notches = wheel_ / 120;
  wheel_ -= notches * 120;
  if (notches == 0 || !scan_.volume()) return;
  if ((event->modifiers() & Qt::ControlModifier) != 0) return fieldBy(std::pow(0.9, notches));
  (event->modifiers() & Qt::ShiftModifier) != 0 ? turnBy(0, notches) : turnBy(notches, 0);
}

}  // namespace app::views
