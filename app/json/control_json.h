#pragma once

#include <QJsonObject>

#include "app/work/comparing.h"

namespace app {

/// JSON of a control (app/json/README.md, "Controls"): the errors of its first needle at the top, each needle with its
/// errors, their bounds (the registration's residual in them), its course and distances, the registration with its
/// landmarks. LPS mm of the control scan, rounded to 0.001; null where a value is absent.
QJsonObject toJson(const planning::review::Control& control);

/// JSON of `compare`: that of the control, and beside each needle's errors what would correct it.
QJsonObject toJson(const review::Compared& result);

}  // namespace app
