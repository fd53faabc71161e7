// What the tools for shapes do in a slice: paint, erase, keep a piece, grow a vessel.
#include "app/case/shape_edit.h"
#include "app/case/structure_shop.h"
#include "app/views/slice_view.h"

namespace app::views {

/// True when the tool is one of these.
bool SliceView::useShapeTool(const QPointF& screen) {
  const auto shown = plane();
  auto* structures = pointing_.edited().structures;
  if (!shown || structures == nullptr) return false;
  const Tool tool = pointing_.tool();
  const auto place = shown->toPatient(screen);
  if (isBrush(tool)) {
    if (!scan_.currentStructure()) return structures->shapes().edit(std::nullopt, {}), true;
    drag_ = Drag::Brush;
    pointing_.beginStroke(place);
    return true;
  }
  if (tool != Tool::KeepPiece && tool != Tool::Vessel) return false;
  pointing_.setTool(Tool::Crosshair);
  if (tool == Tool::Vessel)
    structures->finder().growVessel(place);
  else
    structures->shapes().edit(scan_.currentStructure(), keepPieceAt(place));
  return true;
}

void SliceView::paintTo(const QPointF& screen) {
  if (const auto shown = plane()) pointing_.extendStroke(shown->toPatient(screen));
}

void SliceView::endStroke() {
  const Stroke stroke = pointing_.endStroke();
  auto& shapes = pointing_.edited().structures->shapes();
  shapes.edit(scan_.currentStructure(), paintStroke(stroke.centres, stroke.radiusMm, stroke.in));
  if (!shapes.isBusy()) pointing_.clearStrokes();  // refused
}

}  // namespace app::views
