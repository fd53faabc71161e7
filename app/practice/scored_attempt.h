#pragma once

#include <QString>

#include <memory>
#include <vector>

#include "io/practice/exercise_folder.h"
#include "planning/practice/score.h"
#include "planning/progress.h"

namespace app::practice {

/// A score with all that its sheet shows.
struct ScoredAttempt {
  io::practice::ExerciseFolder exercise;
  planning::practice::Course course;
  planning::practice::Score score;
  std::shared_ptr<const planning::Volume> volume;
  std::vector<planning::anatomy::MeasuredStructure> structures;
  bool proposed = false;  ///< the expert's way in was the program's proposal
  QString attemptFile;
};

/// Opens the exercise's answers and scores the saved attempt, always from its file. `open` is the exercise's scan where
/// it is open already, else null. Errors: those of readAttempt(), findScan(), readCt(), openAnswers(), scoreOf();
/// "attempt-of-another-exercise" for another seal.
planning::Expected<ScoredAttempt> scoreAttempt(const io::practice::ExerciseFolder& exercise, const QString& attemptFile,
                                               std::shared_ptr<const planning::Volume> open,
                                               planning::Progress& progress);

}  // namespace app::practice
