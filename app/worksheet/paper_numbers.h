#pragma once

#include <QString>

#include <optional>

#include "planning/geometry.h"

namespace app::worksheet {

// Numbers as paper shows them: those of app/text/numbers.h, with the decimal sign of the window's language.

/// A number, and what stands with it, that numbers.h has written: no name, no date.
QString printed(QString number);
QString paperMm(double value);
QString paperMm(const std::optional<double>& value);
QString paperDegrees(const planning::Angle& angle);

}  // namespace app::worksheet
