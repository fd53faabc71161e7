#pragma once

#include <QJsonObject>

#include "planning/search/auto_ground.h"

namespace app {

/// JSON of `anatomy` and `auto` (app/json/README.md).
QJsonObject toJson(const planning::LevelEvidence& evidence);
QJsonObject toJson(const planning::AutoAnswer& answer);

}  // namespace app
