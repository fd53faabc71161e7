#pragma once

#include <filesystem>
#include <vector>

#include "io/practice/exercise_folder.h"
#include "testdata/phantom.h"

namespace app::practice {

/// One exercise for each route that a demo case (lumbar; neck, prone and supine) has a path for in a position of the
/// procedure, each in a folder of `folder` named after its route.
/// The expert's needle is the one the case was made for; where that does not keep the margins as this case is drawn
/// (coarse options only), the program's best proposal to the same target, and the exercise says so. A route for which
/// neither keeps them is left out. Errors: those of makeExercises(), "cancelled".
planning::Expected<std::vector<io::practice::ExerciseFolder>> makeDemoExercises(const std::filesystem::path& folder,
                                                                                const testdata::PhantomOptions& options,
                                                                                planning::Progress& progress);

}  // namespace app::practice
