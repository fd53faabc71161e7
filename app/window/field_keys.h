#pragma once

#include <QObject>

class QWidget;

namespace app {

/// Keys while a field of `window` has the focus, a line, a number or an editable list. Undo and redo are the window's
/// unless something was typed that the field itself can take back. Enter on `page` ends the typing: the field lets go
/// of the focus, so that the next letter is a command of the window and not more text.
class FieldKeys : public QObject {
 public:
  FieldKeys(QWidget& window, const QWidget& page);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget& window_;
  const QWidget& page_;
};

}  // namespace app
