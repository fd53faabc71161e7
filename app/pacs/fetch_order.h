#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "io/pacs/find.h"

namespace app::pacs {

/// A study's series in the order in which they are fetched: what lies beside a scan (SEG, RTSTRUCT, SR), which is
/// small, then the wanted scan, then the rest. With the first `toOpen` of them the scan can be opened.
struct FetchOrder {
  std::vector<io::pacs::SeriesAnswer> series;
  std::size_t toOpen = 0;  ///< 0: there is nothing to open
};

/// `wanted`: a Series Instance UID; empty, or not in the study: likelyScan().
FetchOrder fetchOrder(const std::vector<io::pacs::SeriesAnswer>& series, const std::string& wanted);

/// The CT series of the most objects; without one that of an angiography, or of any other modality that can be opened.
/// Empty where there is none.
std::string likelyScan(const std::vector<io::pacs::SeriesAnswer>& series);

}  // namespace app::pacs
