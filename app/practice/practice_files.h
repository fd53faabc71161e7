#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

#include "io/practice/exercise_folder.h"

namespace app::practice {

/// Where exercises are looked for: in the settings, else below the user's data folder.
QString exercisesFolder();
void setExercisesFolder(const QString& folder);
/// Where attempts are kept, for their owner alone: below the user's data folder. Made when it is not there.
QString attemptsFolder();
/// For tests, which may run beside each other: these instead of the user's, until empty ones are given.
void useFolders(const QString& exercises, const QString& attempts);
/// A name that no attempt has.
QString freshAttemptFile(const planning::practice::Exercise& exercise);

/// An attempt as it lies in its file.
struct SavedAttempt {
  QString file;
  planning::practice::Attempt attempt;
  bool finished = false;
  std::optional<double> total;  ///< as it was last scored; kept beside it, and computed again whenever it is shown
};
/// Those of all exercises in the order in which they were begun. Files that cannot be read are left out, with the
/// reason in `refused`.
std::vector<SavedAttempt> savedAttempts(std::vector<planning::Error>& refused);
/// Keeps the total beside the attempt.
void rememberTotal(const QString& attemptFile, double total);

}  // namespace app::practice
