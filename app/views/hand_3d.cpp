// What the mouse and the keys do in 3D.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "app/case/counted_levels.h"
#include "app/case/plan_document.h"
#include "app/case/skin_risk.h"
#include "app/text/risk_words.h"
#include "app/views/view_3d.h"

namespace app::views {
namespace {

constexpr double kGrabPixels = 10;
constexpr double kFarMm = 5000;

}  // namespace

std::optional<planning::Point> View3D::skinUnder(const QPointF& screen) const {
  const auto skin = scan_.skin();
  if (!skin || !skin->field) return std::nullopt;
  const auto ray = camera_.rayThrough(screen, kFarMm);
  const auto crossings = skin->field->crossingsMm(ray);
  return crossings.empty() ? std::nullopt : std::optional(ray.at(crossings.front()));
}

std::optional<planning::Point> View3D::structureUnder(const QPointF& screen) const {
  const auto ray = camera_.rayThrough(screen, kFarMm);
  double nearest = kFarMm;
  const auto& structures = scan_.structures();
  for (std::size_t i = 0; i < structures.size(); ++i) {
    if (!structures[i].field || !scan_.display(static_cast<int>(i)).visible) continue;
    const auto crossings = structures[i].field->crossingsMm(ray);
    if (!crossings.empty()) nearest = std::min(nearest, crossings.front());
  }
  return nearest < kFarMm ? std::optional(ray.at(nearest)) : std::nullopt;
}

std::optional<View3D::Drag> View3D::markUnder(const QPointF& screen) const {
  const auto chosen = needle();
  if (!chosen) return std::nullopt;
  const auto near = [&](const std::optional<planning::Point>& place) {
    if (!place) return false;
    const QPointF gap = camera_.toScreen(*place) - screen;
    return std::hypot(gap.x(), gap.y()) < kGrabPixels;
  };
  if (near(chosen->target)) return Drag::Target;
  if (near(chosen->entry)) return Drag::Entry;
  return std::nullopt;
}

/// The entry goes along the skin. The target goes to the structure that is clicked; one that is dragged keeps its
/// depth.
void View3D::placeUnder(const QPointF& screen) {
  auto* document = pointing_.edited().document;
  if (document == nullptr) return;
  if (drag_ == Drag::Entry)
    if (const auto place = skinUnder(screen)) document->setEntry(*place, true);
  if (drag_ != Drag::Target) return;
  if (pointing_.tool() == Tool::Target) {
    if (const auto place = structureUnder(screen)) document->setTarget(*place, true);
  } else if (needle() && needle()->target) {
    document->setTarget(camera_.atDepthOf(*needle()->target, screen), true);
  }
}

void View3D::mousePressEvent(QMouseEvent* event) {
  lastMouse_ = event->position();
  if (!scan_.volume() || drag_ != Drag::None) return;
  if (event->button() == Qt::MiddleButton) drag_ = Drag::Pan;
  if (event->button() == Qt::RightButton) drag_ = Drag::Zoom;
  if (event->button() != Qt::LeftButton) return;
  const Tool tool = pointing_.tool();
  drag_ = tool == Tool::Target  ? Drag::Target
          : tool == Tool::Entry ? Drag::Entry
                                : markUnder(event->position()).value_or(Drag::Turn);
  if (tool == Tool::Level) {
    drag_ = Drag::None;
    const auto place = structureUnder(event->position());
    if (auto* levels = pointing_.edited().levels; levels && place) levels->count(*place, pointing_.levelToClick());
    return pointing_.setTool(Tool::Crosshair);
  }
  if (drag_ == Drag::Target) pointing_.choose(Chosen::Target);
  if (drag_ == Drag::Entry) pointing_.choose(Chosen::Entry);
  if (tool == Tool::Target || tool == Tool::Entry) placeUnder(event->position());
}

void View3D::mouseMoveEvent(QMouseEvent* event) {
  const QPointF moved = event->position() - lastMouse_;
  lastMouse_ = event->position();
  if (drag_ == Drag::Turn) camera_.turnBy(moved);
  if (drag_ == Drag::Pan) camera_.panBy(moved);
  if (drag_ == Drag::Zoom) zoomBy(std::exp(moved.y() * 0.006));
  if (drag_ == Drag::Target || drag_ == Drag::Entry) placeUnder(event->position());
  if (drag_ != Drag::None) return move();
  const QString reason = riskUnder(event->position());
  QToolTip::showText(event->globalPosition().toPoint(), reason, this);
  Q_EMIT explained(reason);
}

void View3D::leaveEvent(QEvent*) {
  Q_EMIT explained({});
}

QString View3D::riskUnder(const QPointF& screen) const {
  const auto map = scan_.riskMap();
  const auto place = map ? skinUnder(screen) : std::nullopt;
  return place ? riskSentence(map->search, planning::reasonFor(map->search, *place)) : QString();
}

void View3D::mouseReleaseEvent(QMouseEvent*) {
  if (drag_ == Drag::Target || drag_ == Drag::Entry) {
    if (auto* document = pointing_.edited().document) document->endDrag();
    pointing_.setTool(Tool::Crosshair);
  }
  drag_ = Drag::None;
}

void View3D::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) Q_EMIT maximiseAsked();
}

void View3D::wheelEvent(QWheelEvent* event) {
  event->accept();
  zoomBy(std::pow(1.15, event->angleDelta().y() / 120.0));
}

void View3D::zoomBy(double factor) {
  camera_.distanceMm = std::clamp(camera_.distanceMm / factor, 20.0, 4000.0);
  move();
}

void View3D::resizeEvent(QResizeEvent* event) {
  camera_.size = QSizeF(size());  // first: the base draws at once
  VtkWidget::resizeEvent(event);
}

void View3D::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_F) return Q_EMIT maximiseAsked();
  if (event->key() == Qt::Key_Escape) return pointing_.setTool(Tool::Crosshair);
  VtkWidget::keyPressEvent(event);
}

}  // namespace app::views
