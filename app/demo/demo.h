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

/// What a phantom's scan and structures were written as.
struct WrittenScan {
  planning::SeriesIdentity scan, structures;
};
/// The scan into the folder `ct`, its structures as the SEG `seg`: all but the skin, which the program finds in the
/// scan itself. Errors: "cannot-write".
planning::Expected<WrittenScan> writeDemoScan(const testdata::Phantom& phantom, const std::filesystem::path& ct,
                                              const std::filesystem::path& seg);

}  // namespace app::commands
