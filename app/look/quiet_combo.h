#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace app::panels {

/// A combo box that scrolling past does not change, and that may grow narrower than its longest entry.
class QuietCombo : public QComboBox {
 public:
  explicit QuietCombo(const QString& objectName) {
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
  }
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace app::panels
