#pragma once

#include "app/look/section.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace app {
class AutoNeedles;
}

namespace app::panels {

/// Asks for target and entry together, and lists the best few needles with their reasons, or what blocks and what would
/// free it. The row under the mouse is drawn in the slices; the chosen one (arrows, click) also brings them to its
/// target. Enter, or a double click, takes it over.
class AutoPanel : public Section {
  Q_OBJECT

 public:
  explicit AutoPanel(AutoNeedles& needles, QWidget* parent = nullptr);

  void ask();  ///< as the button does

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();
  void fill();
  void choose(int row);
  QString note() const;

  AutoNeedles& needles_;
  bool filled_ = false;  ///< with the answer that is there
  QPushButton* ask_;
  QLabel *note_, *reasons_;
  QListWidget* list_;
};

}  // namespace app::panels
