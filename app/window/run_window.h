#pragma once

#include <QString>

namespace app {

/// Opens the window, on `path` when there is one (a folder, a scan, a plan), and runs until it is closed. Returns the
/// program's exit status. Needs a display.
int runWindow(int argc, char** argv, const QString& path);

}  // namespace app
