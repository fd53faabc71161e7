#include "app/window/field_keys.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace app {
namespace {

/// Null where nothing is typed.
QLineEdit* lineOf(QWidget& field) {
  if (auto* combo = qobject_cast<QComboBox*>(&field)) return combo->lineEdit();
  if (qobject_cast<QAbstractSpinBox*>(&field)) return field.findChild<QLineEdit*>();
  return qobject_cast<QLineEdit*>(&field);
}

bool isTheWindows(const QKeyEvent& key, const QLineEdit& line) {
  const bool redo =
      key.matches(QKeySequence::Redo) || (key.key() == Qt::Key_Y && key.modifiers() == Qt::ControlModifier);
  if (redo) return !line.isRedoAvailable();
  return key.matches(QKeySequence::Undo) && !line.isUndoAvailable();
}

}  // namespace

FieldKeys::FieldKeys(QWidget& window, const QWidget& page) : QObject(&window), window_(window), page_(page) {
  qApp->installEventFilter(this);
}

bool FieldKeys::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress) return false;
  auto* field = qobject_cast<QWidget*>(watched);
  const QLineEdit* line = field && field->window() == &window_ ? lineOf(*field) : nullptr;
  if (!line) return false;
  const auto& key = *static_cast<QKeyEvent*>(event);
  if (event->type() == QEvent::ShortcutOverride) {
    if (!isTheWindows(key, *line)) return false;
    event->ignore();
    return true;
  }
  const bool ends = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
  if (ends && page_.isAncestorOf(field))  // once the field itself has taken the key
    QMetaObject::invokeMethod(field, &QWidget::clearFocus, Qt::QueuedConnection);
  return false;
}

}  // namespace app
