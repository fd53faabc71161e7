#include "app/panels/coordinate_box.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QWheelEvent>

#include "app/text/numbers.h"

namespace app::panels {
namespace {

constexpr double kFarthestMm = 5000;
constexpr double kAbsent = -kFarthestMm - 1;  // below what can be typed: shown as a dash

}  // namespace

CoordinateBox::CoordinateBox(int axis, QWidget* parent) : QDoubleSpinBox(parent), axis_(axis) {
  setRange(kAbsent, kFarthestMm);
  setDecimals(1);
  setSingleStep(1);
  setKeyboardTracking(false);
  setSpecialValueText(QStringLiteral("–"));
  setValue(kAbsent);
  setButtonSymbols(QAbstractSpinBox::NoButtons);
  setAlignment(Qt::AlignRight);
  connect(this, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    if (value > kAbsent) Q_EMIT entered(value);
  });
}

void CoordinateBox::display(const std::optional<double>& lpsMm) {
  if (hasFocus() && lineEdit()->isModified()) return;  // somebody is typing
  const QSignalBlocker quiet(this);
  setValue(lpsMm.value_or(kAbsent));
}

void CoordinateBox::stepBy(int steps) {
  if (value() > kAbsent) QDoubleSpinBox::stepBy(steps);
}

void CoordinateBox::wheelEvent(QWheelEvent* event) {
  event->ignore();
}  // scrolling past must never move a needle

QString CoordinateBox::textFromValue(double value) const {
  return coordinate(axis_, value);
}

double CoordinateBox::valueFromText(const QString& text) const {
  return parseCoordinate(axis_, text).value_or(kAbsent);
}

QValidator::State CoordinateBox::validate(QString& text, int&) const {
  const auto value = parseCoordinate(axis_, text);
  if (!value) return QValidator::Intermediate;
  return *value >= -kFarthestMm && *value <= kFarthestMm ? QValidator::Acceptable : QValidator::Invalid;
}

NumberBox::NumberBox(QWidget* parent) : QDoubleSpinBox(parent) {
  setDecimals(1);
  setKeyboardTracking(false);
}

void NumberBox::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

QString NumberBox::textFromValue(double value) const {
  return number(value);
}

double NumberBox::valueFromText(const QString& text) const {
  QString plain = text;
  if (!suffix().isEmpty() && plain.endsWith(suffix())) plain.chop(suffix().size());
  return parseNumber(plain).value_or(minimum());
}

QValidator::State NumberBox::validate(QString& text, int&) const {
  if (!specialValueText().isEmpty() && text == specialValueText()) return QValidator::Acceptable;
  QString plain = text;
  if (!suffix().isEmpty() && plain.endsWith(suffix())) plain.chop(suffix().size());
  const auto value = parseNumber(plain);
  if (!value) return QValidator::Intermediate;
  return *value >= minimum() && *value <= maximum() ? QValidator::Acceptable : QValidator::Intermediate;
}

}  // namespace app::panels
