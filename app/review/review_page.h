#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "app/look/page.h"
#include "app/review/review_case.h"
#include "app/review/review_view.h"
#include "app/views/pointing.h"

class QButtonGroup;
class QLabel;
class QStackedWidget;

namespace app {
class Reporter;
}

namespace app::review {

class NeedlePanel;
class RegistrationPanel;

/// How near did the needle come: a plan and a control CT on the left, the control's slices in the middle, and at the
/// right the errors of the needle, or what corrects it while it is still on its way.
class ReviewPage : public Page {
  Q_OBJECT

 public:
  ReviewPage(const ShownScan& scan, const PlanDocument& document, Reporter& reporter, QWidget* parent = nullptr);

  QString title() const override;
  QUndoStack* undoStack() override;
  bool save(bool complete) override;
  void setWindow(double centreHu, double widthHu) override;  ///< of all views
  QString unsaved() const override;

  ReviewCase& review() { return review_; }
  /// A plan from a file; its scan and structures are also looked for in the folders.
  void reviewPlan(const QString& file, const std::vector<std::filesystem::path>& scanFolders);
  void showMode(bool correction);
  void setTool(MarkTool tool);

 Q_SIGNALS:
  void saved(const QString& file);
  void savedInArchive(const std::string& controlSeriesUid, const QString& scanFolder);
  void recordAsked();  ///< to take a saved control up again
  void hovered(const planning::Point& place, std::optional<int> hu);
  void hoverEnded();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeLeft();
  QWidget* makeMiddle();
  QWidget* makeRight();
  QWidget* tile(const QString& title, ReviewView* view);
  ReviewView* view(ReviewView::Scan scan, views::SliceKind kind, const QString& objectName);
  void makeKeys();
  void refreshBanner();
  void zoomToNeedle();

  const ShownScan& scan_;
  const PlanDocument& document_;
  ReviewCase review_;
  views::Pointing pointing_;
  std::vector<ReviewView*> views_;
  ReviewView* axial_ = nullptr;  ///< among them
  QStackedWidget *beside_, *modes_;
  QButtonGroup* modeButtons_;
  RegistrationPanel* registration_ = nullptr;
  NeedlePanel* needle_ = nullptr;
  QLabel *patient_, *details_;
};

}  // namespace app::review
