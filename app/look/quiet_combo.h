#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace app::panels {

/// A combo box that scrolling past does not change, and that may grow narrower than its longest entry. An editable one
/// lets go of the focus once an entry is chosen: the next letter is a command, not more text.
class QuietCombo : public QComboBox {
 public:
  explicit QuietCombo(const QString& objectName) {
    setObjectName(objectName);
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(6);
    connect(
        this, &QComboBox::activated, this,
        [this] {
          if (isEditable()) clearFocus();
        },
        Qt::QueuedConnection);
  }
  void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

}  // namespace app::panels
