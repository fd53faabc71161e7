#pragma once

#include "app/worksheet/planned_scan.h"

namespace app {
class Paper;
}

namespace app::worksheet {

/// The sheet for the console, of one placed needle, from the top of the current page: who, side and level, what is
/// dialled, pictures as lying and across, the nearest structures, checks, what the physician writes in, time-out, what
/// is odd. The pictures take what room is left on the page.
void paintConsolePage(Paper& paper, const PlannedScan& planned, std::size_t which);

}  // namespace app::worksheet
