#pragma once

#include <optional>
#include <vector>

#include "app/review/review_case.h"
#include "app/views/slice_scene.h"

namespace app::review {

/// What is drawn over a slice, all in that slice's scan, LPS mm.
struct OverlayMarks {
  std::optional<planning::needle::Trajectory> planned;
  std::vector<planning::Point> actual;                 ///< the needle's course, entry to tip; empty: none is known
  std::optional<planning::needle::Clearance> nearest;  ///< of the actual needle, the worst one
  std::optional<planning::Segment> toTarget, straightOn;
  std::optional<planning::Point> entry, tip;  ///< clicked, while the other one is missing
  std::vector<std::optional<planning::Point>> landmarks;
  double diameterMm = 0;
};

/// `control`: of the control's slices; else of the planned scan's.
OverlayMarks marksOf(const ReviewCase& review, bool control, bool steering);

/// Planned: yellow, dashed, a ring at its tip. Actual: white, solid in the slice and dotted off it, a diamond at its
/// tip. Each with its name.
void paintReview(QPainter& painter, const views::SliceScene& scene, const OverlayMarks& marks);

}  // namespace app::review
