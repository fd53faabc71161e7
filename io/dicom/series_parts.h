#pragma once

#include <vector>

#include "io/dicom/candidate.h"
#include "io/dicom/series.h"

namespace io::dicom {

/// Names the groups of slices that one DICOM series falls into: keywords and values that tell them apart, as few as
/// do, "TemporalPosition 2"; no two alike. The part of a series in one piece has no name.
void nameParts(std::vector<Group>& groups);

/// Says beside every volume what else its DICOM series holds, so that nothing is left out in silence.
///
/// Findings (arguments): "other-parts-left-out" (this part's name, images, names): they can be opened;
/// "other-parts-refused" (this part's name, images, names, files, refusal): this may be a fragment;
/// "localizers-left-out" (images, files).
void sayOtherParts(std::vector<SeriesInfo>& series);

/// "a, b, c, d, e, … (+3)": the first five of them.
std::string listed(const std::vector<std::string>& names);

}  // namespace io::dicom
