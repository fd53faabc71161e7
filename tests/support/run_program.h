#pragma once

#include <string>
#include <vector>

namespace support {

struct ProgramRun {
  int exitCode = -1;  ///< 128 + signal when it was killed
  std::string out;
  std::string err;
};

/// Runs a program with these arguments and no display, and waits for it. The path may be a name found in PATH;
/// `environment` is "NAME=value" of what differs from ours.
ProgramRun runProgram(const std::string& program, const std::vector<std::string>& arguments,
                      const std::vector<std::string>& environment = {});

}  // namespace support
