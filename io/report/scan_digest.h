#pragma once

#include <string>

#include "planning/volume.h"

namespace io::report {

/// What a scan shows and where, told by 64 hexadecimal digits: SHA-256 over the size of the grid, its place (origin to
/// 0.001 mm, spacings to 0.000001 mm, directions to 0.000001), whether its values are Hounsfield units, and the decoded
/// values slice by slice, in the order in which they lie in the patient.
///
/// The same for the same picture in another transfer syntax that loses nothing, in files of other names or in another
/// order, under other UIDs, dates and names: it tells a scan, not its identity. Takes about 0.3 s for 150 MB on one
/// core.
std::string digestOf(const planning::Volume& scan);

}  // namespace io::report
