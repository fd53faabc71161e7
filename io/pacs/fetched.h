#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace io::pacs {

/// What came of a fetch. Everything in `files` is whole and is what was asked for.
struct Fetched {
  std::vector<std::filesystem::path> files;
  std::vector<std::string> missing;  ///< SOP Instance UIDs that the archive lists and did not send
  int refused = 0;                   ///< objects that were sent and not asked for, or contradict themselves
};

}  // namespace io::pacs
