#pragma once

#include <QFrame>

class QLabel;

namespace app::panels {

/// What was refused, above the views and in front of nothing; stays until it is read and closed.
class MessageStrip : public QFrame {
  Q_OBJECT

 public:
  explicit MessageStrip(QWidget* parent = nullptr);
  void tell(const QString& text);

 private:
  QLabel* text_;
};

}  // namespace app::panels
