#pragma once

#include <filesystem>
#include <vector>

#include "planning/error.h"

namespace io {

/// A folder that grows beside the one it will be, as NAME.unfinished- and twelve digits, readable by its owner alone.
/// It is gone again unless it was put in place. It is locked (flock) while its process lives, so that what a killed one
/// left can be told.
class GrowingFolder {
 public:
  explicit GrowingFolder(const std::filesystem::path& place);
  GrowingFolder(const GrowingFolder&) = delete;
  GrowingFolder& operator=(const GrowingFolder&) = delete;
  ~GrowingFolder();

  const std::filesystem::path& folder() const { return folder_; }
  /// Replaces nothing but an empty folder. Errors: "cannot-write".
  planning::Expected<void> putInPlace();

 private:
  bool begin();
  void unlock();

  std::filesystem::path place_, folder_;
  int lock_ = -1;
  bool placed_ = false;
};

/// Removes what grew towards `place` and was left there by a process that was killed: folders of that name, the user's
/// own, that no living process holds. Returns those that are gone.
std::vector<std::filesystem::path> removeUnfinished(const std::filesystem::path& place);

}  // namespace io
