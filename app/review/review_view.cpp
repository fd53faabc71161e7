#include "app/review/review_view.h"

#include "app/review/review_overlay.h"

namespace app::review {

ReviewView::ReviewView(ReviewCase& review, views::Pointing& pointing, Scan scan, views::SliceKind kind, QWidget* parent)
    : SliceView(scan == Scan::Control ? review.shownControl() : review.shownPlanned(), pointing, kind, parent),
      review_(review),
      scan_(scan) {
  connect(&review_, &ReviewCase::changed, this, [this] { update(); });
}

void ReviewView::setTool(MarkTool tool) {
  tool_ = tool;
}

void ReviewView::setSteering(bool shown) {
  steering_ = shown;
  update();
}

/// The actual needle's; while there is none, the planned one's.
std::optional<planning::needle::Trajectory> ReviewView::trajectory() const {
  const auto marks = marksOf(review_, scan_ == Scan::Control, false);
  if (marks.actual.size() >= 2) return planning::needle::Trajectory{marks.actual.front(), marks.actual.back()};
  return marks.planned;
}

void ReviewView::paintMarks(QPainter& painter, const views::SliceScene& scene) {
  paintReview(painter, scene, marksOf(review_, scan_ == Scan::Control, steering_));
}

bool ReviewView::useClick(const planning::Point& place) {
  if (tool_ == MarkTool::None || (scan_ == Scan::Planned && tool_ != MarkTool::Landmark)) return false;
  const MarkTool tool = tool_;
  if (tool == MarkTool::Landmark) review_.markLandmark(scan_ == Scan::Control, place);
  if (tool == MarkTool::Entry) review_.showEntry(place);
  if (tool == MarkTool::Tip) review_.showTip(place);
  Q_EMIT marked();
  return true;
}

QString ReviewView::hint() const {
  return tr("Along the needle: once the plan and the control are brought together");
}

}  // namespace app::review
