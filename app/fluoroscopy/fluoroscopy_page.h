#pragma once

#include <QKeySequence>

#include <array>
#include <functional>
#include <vector>

#include "app/look/page.h"
#include "planning/plan/plan.h"

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;

namespace app {
class Reporter;
class ScanWork;
class ShownScan;
}  // namespace app

namespace app::fluoroscopy {

class FluoroscopyCase;
class FrameTile;
class MarksPanel;

/// The page for everything under the C-arm. Its modes share the left column; each fills the middle and the column at
/// the right with its own widgets.
class FluoroscopyPage : public Page {
  Q_OBJECT

 public:
  FluoroscopyPage(ShownScan& scan, ScanWork& work, FluoroscopyCase& model, Reporter& reporter,
                  QWidget* parent = nullptr);

  QString title() const override;
  QUndoStack* undoStack() override;  ///< of the mode that is shown
  bool save(bool complete) override;
  void setWindow(double centreHu, double widthHu) override;  ///< of the scan's images
  QString unsaved() const override;
  void leave() override;

  /// As FluoroscopyCase::openPlan(); the next version of what was saved is saved there again.
  void openPlan(const QString& file, const planning::Plan& plan, bool recovers);

 Q_SIGNALS:
  void openFolderAsked();

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  /// The first mode added is shown first. `column` is put into a scrolling column of the width of the plan's; `undo` is
  /// what the mode's edits go to.
  void addMode(const QString& objectName, const QString& title, QWidget* centre, QWidget* column, QUndoStack& undo);
  void showMode(int index);  ///< in the order in which they were added
  QWidget* makeLeft();
  QWidget* makeFrames();
  QWidget* makeSteps();
  void makeScanMode();
  std::string patientPosition() const;
  void makeKeys();
  void addKey(const QString& name, const QString& text, const QKeySequence& key, const std::function<void()>& action);
  void fill(int view);

  ShownScan& scan_;
  ScanWork& work_;
  FluoroscopyCase& model_;
  QString file_;  ///< where the plan was last saved or opened from
  std::array<FrameTile*, 2> tiles_{};
  MarksPanel* marks_ = nullptr;
  QHBoxLayout* modeRow_;
  QButtonGroup* modeButtons_;
  QStackedWidget* centre_;
  QStackedWidget* columns_;
  std::vector<QUndoStack*> undoStacks_;  ///< of each mode, in the order of the buttons
};

}  // namespace app::fluoroscopy
