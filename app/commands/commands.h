#pragma once

#include <CLI/CLI.hpp>

#include "app/commands/exit_codes.h"

namespace app::commands {

/// Each adds one subcommand; running it sets `exitCode` to kDone or kRefused.
void addCompare(CLI::App& program, int& exitCode);
void addAnatomy(CLI::App& program, int& exitCode);
void addAudit(CLI::App& program, int& exitCode);
void addAuto(CLI::App& program, int& exitCode);
void addDemo(CLI::App& program, int& exitCode);
void addDeidentify(CLI::App& program, int& exitCode);
void addExport(CLI::App& program, int& exitCode);
void addExercise(CLI::App& program, int& exitCode);
void addPacs(CLI::App& program, int& exitCode);
void addOutbox(CLI::App& program, int& exitCode);
void addLevels(CLI::App& program, int& exitCode);
void addScan(CLI::App& program, int& exitCode);
void addPlan(CLI::App& program, int& exitCode);
void addRadiograph(CLI::App& program, int& exitCode);
void addRecord(CLI::App& program, int& exitCode);
void addSegment(CLI::App& program, int& exitCode);
void addShow(CLI::App& program, int& exitCode);
void addTriangulate(CLI::App& program, int& exitCode);
void addPropose(CLI::App& program, int& exitCode);
void addVerify(CLI::App& program, int& exitCode);
void addWorksheet(CLI::App& program, int& exitCode);

/// True when the first argument names a subcommand or is an option: then no window is wanted.
bool isCommand(int argc, char** argv);

/// True where the first argument is neither a subcommand nor an option nor a path: nothing can be done with it.
bool isUnknownWord(int argc, char** argv);
/// Says so of the first argument in one line on standard error. Returns the exit code.
int refuseUnknownWord(char** argv);

/// Runs the command line (README.md, "Commands"); needs no display. Returns the exit code.
int runCommand(int argc, char** argv);

}  // namespace app::commands
