#pragma once

#include <filesystem>

#include "planning/error.h"
#include "planning/progress.h"
#include "testdata/phantom.h"

namespace app::commands {

/// Writes the demo case into `folder`: ct/ (prone), seg.dcm (its structures), fluoroscopy/ (two views
/// with their geometry, one without), ct_supine/ (the same patient in another
/// study and frame of reference, half as fine), control/ (a few slices of the prone scan with a needle in place) and
/// answers.json. The same options write the same UIDs, always.
/// `options.supine` is not used. Errors: "cannot-write", "cancelled".
planning::Expected<void> writeDemo(const std::filesystem::path& folder, const testdata::PhantomOptions& options,
                                   planning::Progress& progress);

/// Writes the neck's demo case: ct/ (prone) and seg.dcm, ct_supine/ and seg_supine.dcm (another study and frame of
/// reference, the same places), and answers.json. Errors: as writeDemo().
planning::Expected<void> writeNeckDemo(const std::filesystem::path& folder, const testdata::PhantomOptions& options,
                                       planning::Progress& progress);

/// The phantom's structures as one SEG; all but the skin, which the program finds in the scan itself.
planning::Expected<planning::SeriesIdentity> writeDemoStructures(const testdata::Phantom& phantom,
                                                                 const std::filesystem::path& file);

}  // namespace app::commands
