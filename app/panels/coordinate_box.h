#pragma once

#include <QDoubleSpinBox>

#include <optional>

namespace app::panels {

/// One coordinate of a place in the patient, as "L 12.3": typed with or without its letter, with point or comma. Shows
/// a dash while there is none. Sends entered() only for what a person typed or stepped.
class CoordinateBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  explicit CoordinateBox(int axis, QWidget* parent = nullptr);
  void display(const std::optional<double>& lpsMm);
  void stepBy(int steps) override;
  void wheelEvent(QWheelEvent* event) override;

  QString textFromValue(double value) const override;
  double valueFromText(const QString& text) const override;
  QValidator::State validate(QString& text, int& position) const override;

 Q_SIGNALS:
  void entered(double lpsMm);

 private:
  int axis_;
};

/// A number of one decimal that reads a comma as a point and shows a point in every language.
class NumberBox : public QDoubleSpinBox {
  Q_OBJECT

 public:
  explicit NumberBox(QWidget* parent = nullptr);
  void wheelEvent(QWheelEvent* event) override;
  QString textFromValue(double value) const override;
  double valueFromText(const QString& text) const override;
  QValidator::State validate(QString& text, int& position) const override;
};

}  // namespace app::panels
