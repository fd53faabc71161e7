#pragma once

#include <QJsonObject>

#include "planning/review/control.h"
#include "planning/review/steering.h"

namespace app {

/// JSON of a control (design.md, `compare`): the errors of its first needle at the top, each needle with its errors and
/// distances, the registration. LPS mm of the control scan, rounded to 0.001; null where a value is absent.
QJsonObject toJson(const planning::review::Control& control);

/// What would bring the needle onto the target.
QJsonObject toJson(const planning::review::Steering& steering);

}  // namespace app
