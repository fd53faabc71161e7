#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include "planning/error.h"
#include "planning/finding.h"
#include "planning/geometry.h"
#include "planning/needle/clearance.h"
#include "planning/plan/plan.h"
#include "planning/rounding.h"

namespace app {

/// JSON of the command-line contract (app/json/README.md): snake_case, units in the keys, LPS mm, rounded to 0.001;
/// null where a value is absent.
QJsonObject toJson(const planning::Plan& plan);
/// The plan with the English sentence of every finding beside its code, as a report keeps it.
planning::Plan withEnglishFindings(planning::Plan plan);
QJsonObject toJson(const planning::PlannedNeedle& planned);
QJsonObject toJson(const planning::needle::Clearance& clearance);
QJsonObject toJson(const planning::Finding& finding);  ///< with its English sentence
QJsonArray toJson(const std::vector<planning::Finding>& findings);
QJsonArray toJson(const planning::Point& place);
QJsonValue numberOrNull(const std::optional<double>& value);
QJsonValue degreesOrNull(const std::optional<planning::Angle>& angle);
using planning::rounded;  ///< to 0.001, never -0

}  // namespace app
