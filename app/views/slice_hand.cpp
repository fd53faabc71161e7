// What the mouse and the keys do in a slice.
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

#include "app/case/counted_levels.h"
#include "app/case/plan_document.h"
#include "app/case/skin_risk.h"
#include "app/case/tracing.h"
#include "app/text/risk_words.h"
#include "app/views/slice_view.h"
#include "app/views/volume_image.h"

namespace app::views {
namespace {

constexpr double kGrabPixels = 10;
constexpr int kWheelStep = 120;
constexpr double kHuPerPixel = 2;

double apart(const QPointF& a, const QPointF& b) {
  return std::hypot(a.x() - b.x(), a.y() - b.y());
}

}  // namespace

/// The current needle's point whose mark is under the mouse.
std::optional<Chosen> SliceView::pointUnder(const QPointF& screen) const {
  const auto shown = plane();
  const auto chosen = needle();
  if (!shown || !chosen) return std::nullopt;
  double nearest = kGrabPixels;
  std::optional<Chosen> found;
  const auto consider = [&](const std::optional<planning::Point>& place, Chosen which) {
    if (!place) return;
    const double distance = apart(shown->toScreen(*place), screen);
    if (distance < nearest) nearest = distance, found = which;
  };
  consider(chosen->entry, Chosen::Entry);
  consider(chosen->target, Chosen::Target);
  return found;
}

/// An entry stays in the plane that it was placed in: the skin's nearest place there, not the nearest of all. As given
/// where no skin is known or the plane misses it.
planning::Point SliceView::onSkinInPlane(const planning::Point& place) {
  const auto skin = scan_.skin();
  const auto turned = axes();
  if (!skin || !skin->surface || !turned) return place;
  if (skinSurface_ != skin->surface) {
    skinSurface_ = skin->surface;
    skinCut_ = std::make_unique<SurfaceCut>(skinSurface_);
  }
  const auto normal = heldPlane_ ? heldPlane_->axes.into() : turned->into();
  return nearestOn(skinCut_->by(place, normal), place).value_or(place);
}

void SliceView::dragChosen(const QPointF& screen) {
  const auto shown = plane();
  if (!shown) return;
  const auto inPlane = shown->toPatient(screen + grabOffset_);
  const auto place = inPlane + shown->axes.into() * grabHeightMm_;
  auto* document = pointing_.edited().document;
  if (document && pointing_.chosen() == Chosen::Target) document->setTarget(place, true);
  if (document && pointing_.chosen() == Chosen::Entry) document->setEntry(onSkinInPlane(place), true);
  if (!followsNeedle(kind_) || pointing_.chosen() == Chosen::Crosshair)
    scan_.setCrosshair(withinScan(*scan_.volume(), inPlane));
}

void SliceView::beginLeftDrag(const QPointF& screen) {
  const auto shown = plane();
  if (!shown || useClick(shown->toPatient(screen)) || useShapeTool(screen)) return;
  grabOffset_ = {};
  grabHeightMm_ = 0;
  if (traces()) return beginTraceDrag(screen);
  if (pointing_.tool() == Tool::Level) {
    if (auto* levels = pointing_.edited().levels) levels->count(shown->toPatient(screen), pointing_.levelToClick());
    return pointing_.setTool(Tool::Crosshair);  // one click names one vertebra
  }
  drag_ = Drag::Point;
  if (pointing_.tool() == Tool::Measure) {
    drag_ = Drag::Ruler;
    pointing_.setRuler(planning::Segment{shown->toPatient(screen), shown->toPatient(screen)});
    return;
  }
  const auto grabbed = pointing_.tool() == Tool::Crosshair ? pointUnder(screen) : std::nullopt;
  heldPlane_ = shown;
  if (grabbed) {
    const auto place = *grabbed == Chosen::Target ? *needle()->target : *needle()->entry;
    grabOffset_ = shown->toScreen(place) - screen;
    grabHeightMm_ = shown->heightMm(place);
    pointing_.choose(*grabbed);
    return;  // a click on a mark chooses it; only a move moves it
  }
  pointing_.choose(pointing_.tool() == Tool::Target  ? Chosen::Target
                   : pointing_.tool() == Tool::Entry ? Chosen::Entry
                                                     : Chosen::Crosshair);
  dragChosen(screen);
}

void SliceView::endDrag() {
  if (drag_ == Drag::Vertex && vertexMoved_) dragVertex(lastMouse_, false);
  if (drag_ == Drag::Brush) endStroke();
  if (drag_ == Drag::Point) {
    if (auto* document = pointing_.edited().document) document->endDrag();
    pointing_.setTool(Tool::Crosshair);  // one click places one point
  }
  drag_ = Drag::None;
  heldPlane_.reset();
  update();
}

void SliceView::mousePressEvent(QMouseEvent* event) {
  lastMouse_ = event->position();
  if (!scan_.volume() || drag_ != Drag::None) return;
  if (event->button() == Qt::LeftButton) beginLeftDrag(event->position());
  if (event->button() == Qt::MiddleButton) drag_ = Drag::Pan;
  if (event->button() == Qt::RightButton) drag_ = Drag::Window;
}

void SliceView::mouseMoveEvent(QMouseEvent* event) {
  const QPointF moved = event->position() - lastMouse_;
  lastMouse_ = event->position();
  if (drag_ == Drag::Point) dragChosen(event->position());
  if (drag_ == Drag::Vertex) dragVertex(event->position(), true);
  if (drag_ == Drag::Ruler && plane())
    pointing_.setRuler(planning::Segment{pointing_.ruler()->start, plane()->toPatient(event->position())});
  if (drag_ == Drag::Pan) panBy(moved);
  if (drag_ == Drag::Window) windowBy(moved);
  if (drag_ == Drag::Brush) paintTo(event->position());
  mouseInside_ = true;
  if (isBrush(pointing_.tool())) update();
  if (drag_ == Drag::None && traces())
    setCursor(vertexUnder(event->position()) ? Qt::OpenHandCursor : Qt::CrossCursor);
  else if (drag_ == Drag::None)
    setCursor(pointUnder(event->position()) ? Qt::OpenHandCursor : Qt::CrossCursor);
  hover(event->position());
}

void SliceView::mouseReleaseEvent(QMouseEvent* event) {
  const bool ours = (event->button() == Qt::LeftButton &&
                     (drag_ == Drag::Point || drag_ == Drag::Ruler || drag_ == Drag::Vertex || drag_ == Drag::Brush)) ||
                    (event->button() == Qt::MiddleButton && drag_ == Drag::Pan) ||
                    (event->button() == Qt::RightButton && drag_ == Drag::Window);
  if (ours) endDrag();
}

void SliceView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && !endTrace() && !isBrush(pointing_.tool())) Q_EMIT maximiseAsked();
}

void SliceView::wheelEvent(QWheelEvent* event) {
  event->accept();
  wheel_ += event->angleDelta().y();
  const int steps = wheel_ / kWheelStep;
  wheel_ -= steps * kWheelStep;
  if (steps == 0) return;
  if ((event->modifiers() & Qt::ShiftModifier) && turnRadius(steps)) return;
  if (event->modifiers() & Qt::ShiftModifier && isBrush(pointing_.tool()))
    pointing_.setBrushRadiusMm(pointing_.brushRadiusMm() * std::pow(1.15, steps));
  else if (event->modifiers() & Qt::ControlModifier)
    zoomBy(std::pow(1.15, steps), event->position());
  else
    scroll(steps);
}

/// Away from the viewer for positive steps: toward the head in an axial slice.
void SliceView::scroll(int steps) {
  const auto turned = axes();
  if (!turned || heldPlane_) return;
  if (followsNeedle(kind_)) {
    const double length = trajectory()->pathLengthMm();
    scan_.setDepthAlongPathMm(std::clamp(scan_.depthAlongPathMm() + steps, 0.0, length));
    return;
  }
  const auto& volume = *scan_.volume();
  const auto into = turned->into();
  const double step = stepAcrossMm(volume, into);
  auto place = scan_.crosshair() + into * (steps * step);
  // Onto the centres of the slices, where the plane is one of the scan's own.
  const auto origin = volume.hu->GetOrigin();
  const double fromFirst = planning::dot(place - origin, into);
  if (isOwnPlane(volume, into)) place += into * (std::round(fromFirst / step) * step - fromFirst);
  itk::ContinuousIndex<double, 3> index;
  if (volume.hu->TransformPhysicalPointToContinuousIndex(place, index)) scan_.setCrosshair(place);
}

void SliceView::zoomBy(double factor, const QPointF& fixed) {
  const auto before = plane();
  if (!before) return;
  const double wanted = std::clamp(zoom_ * factor, 0.2, 60.0);
  const double used = wanted / zoom_;
  zoom_ = wanted;
  const QPointF fromMiddle = fixed - QPointF(width(), height()) / 2;
  panRightMm_ += fromMiddle.x() * before->mmPerPixel * (1 - 1 / used);
  panDownMm_ += fromMiddle.y() * before->mmPerPixel * (1 - 1 / used);
  update();
}

void SliceView::panBy(const QPointF& pixels) {
  if (const auto shown = plane()) {
    panRightMm_ -= pixels.x() * shown->mmPerPixel;
    panDownMm_ -= pixels.y() * shown->mmPerPixel;
    update();
  }
}

/// To the right: more grey levels; up: brighter.
void SliceView::windowBy(const QPointF& pixels) {
  const double gentle = std::max(0.25, scan_.windowWidthHu() / 800);
  scan_.setWindow(scan_.windowCentreHu() + pixels.y() * kHuPerPixel * gentle,
                  scan_.windowWidthHu() + pixels.x() * kHuPerPixel * gentle);
}

void SliceView::hover(const QPointF& screen) {
  if (const auto shown = plane()) {
    const auto place = shown->toPatient(screen);
    if (traces()) pointing_.edited().tracing->hoverAt(place);
    Q_EMIT hovered(place, huAt(*scan_.volume(), place));
    const QString reason = drag_ == Drag::None ? riskUnder(screen) : QString();
    QToolTip::showText(mapToGlobal(screen.toPoint()), reason, this);
    Q_EMIT explained(reason);
  }
}

/// Near the skin's line only: elsewhere the slice is what matters.
QString SliceView::riskUnder(const QPointF& screen) {
  const auto map = scan_.riskMap();
  const auto shown = plane();
  if (!map || !shown) return {};
  const auto place = nearestOn(contours_.of(map->surface, *shown), shown->toPatient(screen));
  if (!place || apart(shown->toScreen(*place), screen) > kGrabPixels) return {};
  return riskSentence(map->search, planning::reasonFor(map->search, *place));
}

void SliceView::leaveEvent(QEvent*) {
  if (traces()) pointing_.edited().tracing->hoverAt(std::nullopt);
  mouseInside_ = false;
  if (isBrush(pointing_.tool())) update();
  Q_EMIT hoverEnded();
}

void SliceView::nudge(const QPointF& pixels, double mm) {
  const auto turned = axes();
  if (!turned) return;
  const planning::Vector step = (turned->right * pixels.x() + turned->down * pixels.y()) * mm;
  const auto chosen = needle();
  auto* document = chosen ? pointing_.edited().document : nullptr;
  if (document && pointing_.chosen() == Chosen::Target && chosen->target) document->setTarget(*chosen->target + step);
  if (document && pointing_.chosen() == Chosen::Entry && chosen->entry)
    document->setEntry(onSkinInPlane(*chosen->entry + step));
  if (pointing_.chosen() == Chosen::Crosshair)
    scan_.setCrosshair(withinScan(*scan_.volume(), scan_.crosshair() + step));
}

/// Arrows are taken before the window's own shortcuts and focus moves.
bool SliceView::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down ||
        key == Qt::Key_PageUp || key == Qt::Key_PageDown || (traces() && isTraceKey(key)))
      event->accept();
  }
  return VtkWidget::event(event);
}

void SliceView::keyPressEvent(QKeyEvent* event) {
  const double mm = event->modifiers() & Qt::ShiftModifier ? 0.2 : 1.0;
  if (traceKey(event->key())) return;
  switch (event->key()) {
    case Qt::Key_PageUp:
      return scroll(1);
    case Qt::Key_PageDown:
      return scroll(-1);
    case Qt::Key_Left:
      return nudge({-1, 0}, mm);
    case Qt::Key_Right:
      return nudge({1, 0}, mm);
    case Qt::Key_Up:
      return nudge({0, -1}, mm);
    case Qt::Key_Down:
      return nudge({0, 1}, mm);
    case Qt::Key_F:
      return Q_EMIT maximiseAsked();
    case Qt::Key_Escape:
      pointing_.setRuler(std::nullopt);
      pointing_.setTool(Tool::Crosshair);
      return;
    default:
      VtkWidget::keyPressEvent(event);
  }
}

}  // namespace app::views
