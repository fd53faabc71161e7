#pragma once

#include <cstddef>
#include <vector>

namespace planning::anatomy {

/// How dark each place is as a part of the clear discs' darkness (the tenth part of all places that is darkest), from
/// -1 to 1.5; -10 within 5 places of the ends, where a disc cannot be told.
std::vector<double> clearnessOf(const std::vector<double>& darkness);

/// The places of discs along a spine, one value a millimetre from the feet to the head: `clearness` of a disc there,
/// and how far the canal's sides are `closed` (0 to 1). By dynamic programming over all rows whose neighbouring
/// distances are 18 to 48 mm and differ by less than 40 %. Empty when nothing is clear.
std::vector<std::size_t> bestDiscRow(const std::vector<double>& clearness, const std::vector<double>& closed);

}  // namespace planning::anatomy
