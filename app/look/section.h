#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace app::panels {

/// One step of the plan: its number and title, and what belongs to it. Some can be folded away.
class Section : public QWidget {
  Q_OBJECT

 public:
  Section(const QString& title, bool folds, QWidget* parent = nullptr);
  QVBoxLayout* body() const { return body_; }
  void setSummary(const QString& text);  ///< to the right of the title, seen also when folded
  void setFolded(bool folded);

 private:
  QToolButton* title_;
  QLabel* summary_;
  QWidget* content_;
  QVBoxLayout* body_;
};

/// A label for a value that is read at a distance.
QLabel* bigValue(const QString& objectName);
/// A small label that says what a value is; wraps.
QLabel* caption(const QString& text);

}  // namespace app::panels
