#pragma once

#include <filesystem>
#include <vector>

#include "io/practice/exercise_folder.h"
#include "testdata/lumbar_phantom.h"

namespace app::practice {

/// One exercise for each route that the demo case has a path for, each in a folder of `folder` named after its route.
/// The expert's needle is the one the case was made for; where that does not keep the margins as this case is drawn
/// (coarse options only), the program's best proposal to the same target, and the exercise says so. A route for which
/// neither keeps them is left out. Errors: those of makeExercises(), "cancelled".
planning::Expected<std::vector<io::practice::ExerciseFolder>> makeDemoExercises(const std::filesystem::path& folder,
                                                                                const testdata::PhantomOptions& options,
                                                                                planning::Progress& progress);

}  // namespace app::practice
