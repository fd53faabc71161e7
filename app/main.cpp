#include <QString>

#include <csignal>
#include <cstdlib>

#include "app/commands/commands.h"
#include "app/window/run_window.h"

/// `needleplan` alone, or with a path, opens the window; with a subcommand it needs no display, nor to refuse a word.
int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);    // a file beyond the user's limit is an error of its write, not the program's end
  ::setenv("TCP_NODELAY", "1", 0);  // read by DCMTK: else each message to an archive waits 45 ms; before any thread
  if (app::commands::isCommand(argc, argv)) return app::commands::runCommand(argc, argv);
  if (app::commands::isUnknownWord(argc, argv)) return app::commands::refuseUnknownWord(argv);
  return app::runWindow(argc, argv, argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
}
