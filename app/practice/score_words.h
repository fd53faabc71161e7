#pragma once

#include <QJsonObject>
#include <QString>

#include "planning/practice/exercise.h"
#include "planning/practice/score.h"

namespace app::practice {

QString partName(planning::practice::Part part);  ///< "Target", in the language of the window
/// Why the part has its points, with the numbers behind it.
QString reasonSentence(const planning::practice::ScorePart& part);
/// "12.5 / 30"
QString pointsText(const planning::practice::ScorePart& part);
/// "Transforaminal epidural, L4-L5, left"
QString exerciseName(const planning::practice::Exercise& exercise);
/// "1 min 40 s"
QString duration(double seconds);

/// For other programs: snake_case, units in the keys, LPS mm.
QJsonObject toJson(const planning::practice::Score& score);
QJsonObject toJson(const planning::practice::Exercise& exercise);

}  // namespace app::practice
