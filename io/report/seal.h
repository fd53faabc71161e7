#pragma once

#include "planning/plan/plan.h"

class DcmItem;

namespace io::report {

/// What stands in a new report's seal until seal() fills it.
inline constexpr const char* kNotSealed = "none";

/// Puts the digest of all that a report says into its item NP-262 (io/report/README.md, "Digests"); nothing without
/// such an item. The last thing that is done to a data set.
void seal(DcmItem& dataset);

/// Whether the report says what it said when it was sealed. Broken too where the scan's digest stands without a seal:
/// the two are written together. Any data set may be asked; one that is no report of ours has none.
planning::Seal sealOf(DcmItem& dataset);

}  // namespace io::report
