// What the hand does in a slice with the tool Trace.
#include <QApplication>

#include <algorithm>
#include <cmath>

#include "app/case/tracing.h"
#include "app/views/slice_view.h"

namespace app::views {
namespace {

using planning::anatomy::Tube;

constexpr double kGrabPixels = 10, kCoursePixels = 6;
constexpr double kOffPlaneMm = 3;      ///< a vertex at most so far from the plane, or its radius, is grabbed in it
constexpr double kRadiusStepMm = 0.2;  ///< of one notch of the wheel

}  // namespace

planning::Point withinScan(const planning::Volume& volume, const planning::Point& place) {
  itk::ContinuousIndex<double, 3> index;
  if (volume.hu->TransformPhysicalPointToContinuousIndex(place, index)) return place;
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  for (unsigned i = 0; i < 3; ++i) index[i] = std::clamp(index[i], 0.0, static_cast<double>(size[i]) - 1);
  planning::Point inside;
  volume.hu->TransformContinuousIndexToPhysicalPoint(index, inside);
  return inside;
}

bool isTraceKey(int key) {
  return key == Qt::Key_Escape || key == Qt::Key_Delete || key == Qt::Key_Backspace || key == Qt::Key_Return ||
         key == Qt::Key_Enter;
}

bool SliceView::traces() const {
  return pointing_.tool() == Tool::Trace && pointing_.edited().tracing != nullptr && scan_.volume();
}

std::optional<std::size_t> SliceView::vertexUnder(const QPointF& screen) const {
  const auto shown = plane();
  const Tube* tube = pointing_.edited().tracing->tube();
  if (!shown || tube == nullptr) return std::nullopt;
  double nearest = kGrabPixels;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < tube->centreline.size(); ++i) {
    if (std::abs(shown->heightMm(tube->centreline[i])) > std::max(kOffPlaneMm, tube->radiiMm[i])) continue;
    const QPointF gap = shown->toScreen(tube->centreline[i]) - screen;
    const double apart = std::hypot(gap.x(), gap.y());
    if (apart < nearest) nearest = apart, found = i;
  }
  return found;
}

/// A click on the course puts a vertex there; one inside another tube chooses that.
bool SliceView::grabCourse(const planning::Point& place) {
  auto& tracing = *pointing_.edited().tracing;
  if (const Tube* tube = tracing.tube()) {
    const auto on = planning::anatomy::nearestOnCourse(*tube, place);
    const double reach = std::max(kOffPlaneMm, on.radiusMm);
    const QPointF gap = plane()->toScreen(on.place) - plane()->toScreen(place);
    if (std::abs(plane()->heightMm(on.place)) <= reach && std::hypot(gap.x(), gap.y()) < kCoursePixels) {
      tracing.insert(on);
      return true;
    }
  }
  const auto& structures = scan_.structures();
  for (std::size_t i = 0; i < structures.size(); ++i) {
    const int index = static_cast<int>(i);
    if (!std::holds_alternative<Tube>(structures[i].structure.shape) || !scan_.display(index).visible) continue;
    if (structures[i].field->signedDistance(place) > 0) continue;
    if (tracing.structure() != index) tracing.choose(index);
    return true;
  }
  return false;
}

void SliceView::beginTraceDrag(const QPointF& screen) {
  auto& tracing = *pointing_.edited().tracing;
  const auto shown = plane();
  const auto place = shown->toPatient(screen);
  if (const auto grabbed = vertexUnder(screen)) {
    tracing.chooseVertex(*grabbed);
  } else if (tracing.grows() || !grabCourse(place)) {
    tracing.add(place);
    if (!followsNeedle(kind_)) scan_.setCrosshair(withinScan(*scan_.volume(), place));
  }
  const Tube* tube = tracing.tube();
  if (tube == nullptr || !vertexUnder(screen)) return;
  const auto& vertex = tube->centreline[*tracing.vertex()];
  grabOffset_ = shown->toScreen(vertex) - screen;
  grabHeightMm_ = shown->heightMm(vertex);
  heldPlane_ = shown;
  drag_ = Drag::Vertex;
  vertexMoved_ = false;
}

/// A vertex keeps its distance from the plane; a shaky click does not move it.
void SliceView::dragVertex(const QPointF& screen, bool dragging) {
  const auto shown = plane();
  auto& tracing = *pointing_.edited().tracing;
  const auto vertex = tracing.vertex();
  if (!shown || !vertex) return;
  const QPointF from = shown->toScreen(tracing.tube()->centreline[*vertex]), to = screen + grabOffset_;
  if (!vertexMoved_ && (to - from).manhattanLength() < QApplication::startDragDistance() / 2.0) return;
  vertexMoved_ = true;
  tracing.move(shown->toPatient(to) + shown->axes.into() * grabHeightMm_, dragging);
}

bool SliceView::turnRadius(int steps) {
  if (!traces()) return false;
  auto& tracing = *pointing_.edited().tracing;
  const auto chosen = tracing.vertex();
  const double now = chosen ? tracing.tube()->radiiMm[*chosen] : tracing.wish().radiusMm;
  tracing.setRadius(now + steps * kRadiusStepMm);
  return true;
}

bool SliceView::endTrace() {
  if (!traces() || !pointing_.edited().tracing->grows()) return false;
  pointing_.edited().tracing->end();
  return true;
}

bool SliceView::traceKey(int key) {
  if (!traces() || !isTraceKey(key)) return false;
  auto& tracing = *pointing_.edited().tracing;
  if (key == Qt::Key_Return || key == Qt::Key_Enter) tracing.end();
  if (key == Qt::Key_Delete || key == Qt::Key_Backspace) tracing.removeVertex();
  if (key == Qt::Key_Escape) {
    const bool grew = tracing.grows();
    tracing.giveUp();
    if (!grew) pointing_.setTool(Tool::Crosshair);
  }
  return true;
}

}  // namespace app::views
