#pragma once

#include "app/practice/scored_attempt.h"
#include "app/practice/slice_picture.h"

namespace app::practice {

/// What was near, for one part of a score: the needle's ways, the expert's path beside them, the zone and the
/// structures' outlines, in the plane that shows the part best.
SliceScene pictureOf(const ScoredAttempt& scored, planning::practice::Part part);

/// A control slice on the way: the needle in the axial slice at its tip, the trainee's own plan beside it; no answers.
SliceScene controlSlice(std::shared_ptr<const planning::Volume> volume, const planning::practice::Course& course);

}  // namespace app::practice
