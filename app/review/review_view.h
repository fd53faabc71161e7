#pragma once

#include "app/review/review_case.h"
#include "app/views/slice_view.h"

namespace app::review {

/// What a left click in a slice marks.
enum class MarkTool { None, Entry, Tip, Landmark };

/// A slice of the control, or of the planned scan: the planned needle, the actual one, and what the operator marked.
class ReviewView : public views::SliceView {
  Q_OBJECT

 public:
  enum class Scan { Control, Planned };

  ReviewView(ReviewCase& review, views::Pointing& pointing, Scan scan, views::SliceKind kind,
             QWidget* parent = nullptr);

  void setTool(MarkTool tool);
  MarkTool tool() const { return tool_; }
  /// Also draws the ways from the tip: to the target, and straight on.
  void setSteering(bool shown);

 Q_SIGNALS:
  void marked();  ///< the tool has done its work

 protected:
  std::optional<planning::needle::Trajectory> trajectory() const override;
  void paintMarks(QPainter& painter, const views::SliceScene& scene) override;
  bool useClick(const planning::Point& place) override;
  QString hint() const override;

 private:
  ReviewCase& review_;
  Scan scan_;
  MarkTool tool_ = MarkTool::None;
  bool steering_ = false;
};

}  // namespace app::review
