#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace app::commands {

// What the package says of the command line, made of the tables that parse it, so that neither is ever behind.

/// A completion script for bash: commands, their options, and the words that an option may have; else file names.
std::string bashCompletion(const CLI::App& program);

/// The commands with all their options, as sections of a manual page (man(7)).
std::string manualOfCommands(const CLI::App& program);

}  // namespace app::commands
