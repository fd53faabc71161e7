#include "tests/support/reader.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

#include "tests/support/run_program.h"

namespace support {

bool isThere(const Reader& reader) {
  const auto ran = runProgram(reader.program, reader.arguments);
  const std::string said = ran.out.empty() ? ran.err : ran.out;
  if (ran.exitCode == 0) {
    std::cout << "READER " << reader.name << ": " << said.substr(0, said.find('\n')) << '\n';
    return true;
  }
  const std::string missing = "READER MISSING: " + reader.name + " (package " + reader.packages + ")";
  std::cout << missing << '\n';
  const char* required = std::getenv("NEEDLEPLAN_READERS");
  if (required != nullptr && std::string(required) == "required") ADD_FAILURE() << missing;
  return false;
}

}  // namespace support
