#pragma once

#include <map>
#include <string>
#include <vector>

#include "io/report/content_item.h"

namespace io::report {

/// One thing that two reports do not say alike, in words of the report (English).
struct Disagreement {
  std::string where;  ///< tracking identifiers and names of the items around it: "Needle 1 / Nerve root"
  std::string what;   ///< the concept's meaning
  std::string said;   ///< in the first; empty: it does not say it
  std::string now;    ///< in the second
};

struct Comparison {
  std::vector<Disagreement> disagreements;
  /// By the concept's value ("121206"): in its unit, for places in mm.
  std::map<std::string, double> largest;
};

/// A report as it was saved beside the report that would be written for the same choices now: item by item, all that a
/// reader would see, so that no field is forgotten that a writer adds.
///
/// Groups are paired by their names and by the object and number of their structure, series by their UID, findings by
/// code, everything else by its place among the items of its name. Lengths, angles and places may differ by what
/// rounding does to the places that they are computed from (0.01 mm, 0.01 degrees), sampled chances by 0.02, the
/// numbers in a finding by one of their last digit. Passed over: who and which device wrote the report, with which
/// version; the tracking UIDs of rows and structures, which de-identification replaces; a finding's sentence, which is
/// its code's; a text that de-identification took out; chances that versions before did not work out; the report's own
/// digests.
Comparison compare(const ContentItem& said, const ContentItem& now);

}  // namespace io::report
