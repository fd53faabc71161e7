#pragma once

#include "app/look/section.h"
#include "app/review/review_case.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app::review {

/// What is odd or open about the control, as sentences.
class ControlFindingsPanel : public panels::Section {
  Q_OBJECT

 public:
  explicit ControlFindingsPanel(ReviewCase& review, QWidget* parent = nullptr);

 private:
  void refresh();

  ReviewCase& review_;
  QLabel* text_;
};

/// What is recorded with the numbers, and where they are saved. Stays on the screen.
class RecordPanel : public QWidget {
  Q_OBJECT

 public:
  explicit RecordPanel(ReviewCase& review, QWidget* parent = nullptr);

 Q_SIGNALS:
  void saveAsked();

 private:
  void refresh();

  ReviewCase& review_;
  QLabel *route_, *saved_;
  QComboBox* contrast_;
  QLineEdit* timePoint_;
  QPushButton* save_;
};

}  // namespace app::review
