#include "app/text/numbers.h"

#include <QStringList>

#include <cmath>

namespace app {
namespace {

constexpr const char* kPositive[] = {"L", "P", "S"};
constexpr const char* kNegative[] = {"R", "A", "I"};
const QChar kMinus(0x2212);
const QString kAbsent = QStringLiteral("–");

}  // namespace

QString number(double value, int decimals) {
  QString text = QString::number(std::abs(value), 'f', decimals);
  const bool isZero = text.toDouble() == 0;
  return value < 0 && !isZero ? kMinus + text : text;
}

QString mm(double value) {
  return number(value) + QStringLiteral(" mm");
}
QString mm(const std::optional<double>& value) {
  return value ? mm(*value) : kAbsent;
}
QString degrees(const planning::Angle& angle) {
  return number(angle.degrees()) + QStringLiteral("°");
}
QString degrees(const std::optional<planning::Angle>& angle) {
  return angle ? degrees(*angle) : kAbsent;
}

QString carmText(double primaryDeg, double secondaryDeg) {
  const auto half = [](double deg, const char* positive, const char* negative) {
    const QString size = number(std::abs(deg)) + QStringLiteral("°");
    if (size == QStringLiteral("0.0°")) return size;
    return QLatin1String(deg > 0 ? positive : negative) + ' ' + size;
  };
  return half(primaryDeg, "LAO", "RAO") + "  " + half(secondaryDeg, "CRA", "CAU");
}

QString axisLetter(int axis, double value) {
  const bool isNegative = number(value).startsWith(kMinus);
  return QString::fromLatin1(isNegative ? kNegative[axis] : kPositive[axis]);
}

QString coordinate(int axis, double value) {
  return axisLetter(axis, value) + ' ' + number(std::abs(value));
}

QString place(const planning::Point& p) {
  return coordinate(0, p[0]) + "  " + coordinate(1, p[1]) + "  " + coordinate(2, p[2]) + " mm";
}

std::optional<double> parseNumber(const QString& text) {
  QString plain = text.trimmed();
  plain.replace(kMinus, '-').replace(',', '.');
  bool ok = false;
  const double value = plain.toDouble(&ok);
  return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> parseCoordinate(int axis, const QString& text) {
  QString rest = text.trimmed().toUpper();
  if (rest.endsWith("MM")) rest.chop(2);
  double sign = 1;
  if (rest.startsWith(QLatin1String(kPositive[axis])))
    rest.remove(0, 1);
  else if (rest.startsWith(QLatin1String(kNegative[axis])))
    rest.remove(0, 1), sign = -1;
  const auto value = parseNumber(rest);
  return value ? std::optional(sign * *value) : std::nullopt;
}

QString date(const std::string& dicomDate) {
  const QString text = QString::fromStdString(dicomDate);
  return text.size() == 8 ? text.left(4) + '-' + text.mid(4, 2) + '-' + text.mid(6, 2) : text;
}

QString personName(const std::string& dicomName) {
  const QStringList groups = QString::fromStdString(dicomName).split('=');
  const QStringList parts = groups.front().split('^');
  const QString given = QStringList(parts.mid(1, 2)).join(' ').trimmed();
  return given.isEmpty() ? parts.front() : parts.front() + ", " + given;
}

}  // namespace app
