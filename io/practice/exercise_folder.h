#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "io/reading/scan.h"
#include "planning/error.h"
#include "planning/finding.h"
#include "planning/practice/attempt.h"
#include "planning/practice/exercise.h"
#include "planning/progress.h"
#include "planning/volume.h"

/// An exercise is one folder: exercise.txt (planning/practice/exercise_text.h), scan/ with the de-identified CT, and
/// answers.seal with the experts' reports, the structures as DICOM SEG and the list of zones.
namespace io::practice {

struct ExerciseFolder {
  std::filesystem::path folder;
  planning::practice::Exercise exercise;
  std::string seal;  ///< its digest, as it states it
};

/// What lies open. The seal is not checked. Errors: "not-an-exercise", "cannot-read", "bad-exercise-file" (file and
/// line), "unknown-route", "seal-missing", "seal-broken".
planning::Expected<ExerciseFolder> readExercise(const std::filesystem::path& folder);

/// Folders in `folder`, and itself, that have an exercise.txt, in the order of their names; with why one cannot be
/// used.
struct ListedExercise {
  std::filesystem::path folder;
  planning::Expected<ExerciseFolder> exercise;
};
std::vector<ListedExercise> listExercises(const std::filesystem::path& folder);

/// The exercise's scan, once the seal has been found whole. Errors: those of openSeal() and scan(); "exercise-scan"
/// when its series is not there.
planning::Expected<dicom::SeriesInfo> findScan(const ExerciseFolder& exercise, planning::Progress& progress);

/// What was sealed, read for the exercise's scan: with the experts' word on the structures.
struct OpenedAnswers {
  planning::practice::Answers answers;
  std::vector<planning::anatomy::MeasuredStructure> structures;
  std::vector<planning::Finding> findings;  ///< of the structures' files
};
/// Errors: those of openSeal(), readPlan(), readStructures(); "bad-exercise-file"; "exercise-expert" for a plan of
/// another scan or without a placed needle; "cancelled".
planning::Expected<OpenedAnswers> openAnswers(const ExerciseFolder& exercise, const planning::Volume& scan,
                                              planning::Progress& progress);

/// A saved attempt. Errors: "cannot-read", "bad-attempt-file" with file and line, those of courseOf(); "cannot-write".
planning::Expected<planning::practice::Attempt> readAttempt(const std::filesystem::path& file);
planning::Expected<void> writeAttempt(const planning::practice::Attempt& attempt, const std::filesystem::path& file);

}  // namespace io::practice
