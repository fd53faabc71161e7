#include <QString>

#include "app/commands/commands.h"
#include "app/window/run_window.h"

/// `needleplan` alone, or with a path, opens the window; with a subcommand it needs no display, nor to refuse a word.
int main(int argc, char** argv) {
  if (app::commands::isCommand(argc, argv)) return app::commands::runCommand(argc, argv);
  if (app::commands::isUnknownWord(argc, argv)) return app::commands::refuseUnknownWord(argv);
  return app::runWindow(argc, argv, argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
}
