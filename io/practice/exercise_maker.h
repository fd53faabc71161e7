#pragma once

#include <filesystem>
#include <vector>

#include "io/practice/exercise_folder.h"

namespace io::practice {

/// One exercise to make of a planned case.
struct ExerciseWish {
  std::filesystem::path folder;                       ///< where; must not be there, or be empty
  std::vector<std::filesystem::path> plans;           ///< the experts' reports, all of one route, level and side
  std::vector<planning::practice::TargetZone> zones;  ///< beside one around each expert's target
  double zoneRadiusMm = 5.0;
  planning::procedure::Bilingual task;  ///< in words; needed where the route's target is free
  planning::practice::Scale seconds{120.0, 600.0};
  bool proposed = false;  ///< see Answers
};

/// The files of a case: one CT series, and the structures made on it (DICOM SEG or RTSTRUCT).
struct CaseFiles {
  std::vector<std::filesystem::path> scan;
  std::vector<std::filesystem::path> structures;
};

/// Makes exercises of one case. Everything is de-identified together first (io::deidentify), what is left out or
/// quarantined there ends the making; all that an exercise tells is read from the de-identified files. Its scan is a
/// link to that of the first one where the file system can. An exercise's folder appears only when it is whole, its
/// seal opens, and each expert's needle is known to keep the margins: no verdict breach, none unknown.
/// Errors: those of deidentify(), readPlan(), readCt(), readStructures(), seal(); "output-not-empty";
/// "exercise-not-anonymous" with the file that was left out; "exercise-expert" (a plan without a placed needle, of
/// another scan, or of another route, level or side than the first); "exercise-expert-breach" and
/// "exercise-expert-unknown" with the structure; "exercise-no-route";
/// "exercise-no-task"; "exercise-task" (more than one line, more than 300 bytes, or a word of patient or staff in it);
/// "exercise-scan"; "cancelled".
planning::Expected<std::vector<ExerciseFolder>> makeExercises(const CaseFiles& files,
                                                              const std::vector<ExerciseWish>& wishes,
                                                              planning::Progress& progress);

}  // namespace io::practice
