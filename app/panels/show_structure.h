#pragma once

namespace app {
class ShownScan;
}

namespace app::panels {

/// Shows a structure, and brings the crosshair to it: to its nearest place to the current needle, else to the place of
/// its surface that is nearest to its middle. Nothing for one that is not there or has no surface yet.
void jumpTo(ShownScan& scan, int structure);

}  // namespace app::panels
