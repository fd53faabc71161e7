#pragma once

#include <QKeySequence>
#include <QWidget>

#include <array>
#include <functional>
#include <vector>

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;
class QUndoStack;

namespace app {
class Case;
}

namespace app::fluoroscopy {

class FluoroscopyCase;
class FrameTile;
class MarksPanel;

/// The page for everything under the C-arm. Its modes share the left column; each fills the middle and the column at
/// the right with its own widgets.
class FluoroscopyPage : public QWidget {
  Q_OBJECT

 public:
  explicit FluoroscopyPage(Case& openCase, QWidget* parent = nullptr);

  /// The first mode added is shown first. `column` is put into a scrolling column of the width of the plan's; `undo` is
  /// what the mode's edits go to.
  void addMode(const QString& name, const QString& title, QWidget* centre, QWidget* column, QUndoStack& undo);
  void showMode(const QString& name);
  QString mode() const;
  const std::vector<QUndoStack*>& undoStacks() const { return undoStacks_; }
  QUndoStack& undoStack() const;  ///< of the mode that is shown

 Q_SIGNALS:
  void openFolderAsked();
  void saveAsked();
  void modeChanged(const QString& name);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  QWidget* makeLeft();
  QWidget* makeFrames();
  QWidget* makeSteps();
  void makeScanMode();
  std::string patientPosition() const;
  void makeKeys();
  void addKey(const QString& name, const QString& text, const QKeySequence& key, const std::function<void()>& action);
  void fill(int view);

  Case& case_;
  FluoroscopyCase& model_;
  std::array<FrameTile*, 2> tiles_{};
  MarksPanel* marks_ = nullptr;
  QHBoxLayout* modeRow_;
  QButtonGroup* modeButtons_;
  QStackedWidget* centre_;
  QStackedWidget* columns_;
  std::vector<QUndoStack*> undoStacks_;  ///< of each mode, in the order of the buttons
};

}  // namespace app::fluoroscopy
