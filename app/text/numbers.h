#pragma once

#include <QString>

#include <optional>

#include "planning/geometry.h"

namespace app {

// Numbers as the window shows them: one decimal, a point in every language (as in the report), the unit beside it.

QString number(double value, int decimals = 1);  ///< "−210.5"; never "−0.0"
QString mm(double value);                        ///< "71.4 mm"
QString mm(const std::optional<double>& value);  ///< "–" when absent
QString degrees(const planning::Angle& angle);   ///< "23.5°"
QString degrees(const std::optional<planning::Angle>& angle);

/// "LAO 12.0°  CRA 3.5°": where a C-arm stands, in the letters of the lab; "0.0°" without one.
QString carmText(double primaryDeg, double secondaryDeg);

/// The side letters of an axis: L R, P A, S I.
QString axisLetter(int axis, double value);
/// "L 12.3"
QString coordinate(int axis, double value);
/// "L 12.3  P 40.1  I 210.5 mm"
QString place(const planning::Point& p);
/// What coordinate() wrote, or a plain number (point or comma, either minus): mm in LPS. Absent for anything else.
std::optional<double> parseCoordinate(int axis, const QString& text);
/// A plain number, point or comma.
std::optional<double> parseNumber(const QString& text);

/// YYYYMMDD as "1957-03-04"; any other text as it is.
QString date(const std::string& dicomDate);
/// Family^Given^Middle^Prefix^Suffix as "Family, Given Middle".
QString personName(const std::string& dicomName);

}  // namespace app
