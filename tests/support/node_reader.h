#pragma once

#include <string>
#include <vector>

#include "tests/support/run_program.h"

namespace support {

/// Whether the readers of tests/readers/node are in build/readers, where `./dev test` installs them from npm. Says so
/// either way; their absence fails a test where every reader must be there (NEEDLEPLAN_READERS=required) and `./dev`
/// could reach npm.
bool areNodeReadersThere();

/// Runs a script of tests/readers/node with them.
ProgramRun runNodeReader(const std::string& script, const std::vector<std::string>& arguments);

}  // namespace support
