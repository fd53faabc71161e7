#pragma once

#include "planning/error.h"
#include "planning/progress.h"
#include "planning/review/found_needle.h"
#include "planning/review/needle_search.h"
#include "planning/volume.h"

namespace planning::review {

/// Finds the metal needle nearest to the planned line: thin bright pieces (their brightness against what lies across
/// them, so that bone, sheets and streaks drop out), followed along their axis, a smooth curve through the middles of
/// the cross-sections (a line for a short one), and the tip where the profile along it falls to one half. The profile
/// is the needle's own height in each cross-section, beside the bone that is fitted with it (CrossSection). It must
/// come from outside the skin, or from the scan's end, and end in the scan. The tip lies within tipBoundMm and the
/// direction within angleBound of the truth on made-up scans (tests): a bound holds every place for the tip that the
/// profile leaves open, by how far it is from a whole shaft with nothing beyond. A needle whose tip is not known to
/// 3 mm is refused. Errors: "no-needle-found", "several-needles" (how many: another one lies nearly as near to the
/// planned line), "needle-tip-not-seen", "needle-too-faint" (bone or streaks leave the tip open), "cancelled".
Expected<FoundNeedle> findNeedle(const Volume& control, const NeedleSearch& search, Progress& progress);

/// A needle that the operator showed by two places: its bounds are a voxel's diagonal. Precondition: two places.
FoundNeedle clickedNeedle(const Volume& control, const Point& entry, const Point& tip);

}  // namespace planning::review
