#pragma once

#include "app/views/slice_scene.h"

namespace app::views {

/// Every needle of the plan with its points and its verdict; for the current one also the nearest point of the worst
/// structure. Solid within half a slice of the plane, dotted off it.
void paintNeedles(QPainter& painter, const SliceScene& scene);

/// Target: a ring with a cross. Entry: a triangle that points along the needle. Hollow when off the slice.
void paintTargetMark(QPainter& painter, const QPointF& at, bool inSlice, bool chosen);
void paintEntryMark(QPainter& painter, const QPointF& at, double turnedDegrees, bool inSlice, bool chosen);

/// "! 2.3 mm Thecal sac". The clearance has a distance and a verdict.
QString nearestText(const planning::needle::Clearance& clearance);

/// The distance that is being measured.
void paintRuler(QPainter& painter, const SliceScene& scene);

}  // namespace app::views
