#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "planning/error.h"

namespace io::deidentification {

/// A folder that grows beside the one it will be, readable by its owner alone, under names that tell nothing. It is
/// gone again unless it was put in place.
class ExportFolder {
 public:
  explicit ExportFolder(const std::filesystem::path& place);
  ExportFolder(const ExportFolder&) = delete;
  ExportFolder& operator=(const ExportFolder&) = delete;
  ~ExportFolder();

  /// Writes a file at PATnnnnn/STUnnnnn/SERnnnnn/OBJnnnnn; the same key has the same folder. Errors: "cannot-write".
  planning::Expected<std::filesystem::path> add(const std::string& patient, const std::string& study,
                                                const std::string& series, std::span<const std::byte> bytes);
  /// A DICOMDIR of what was added; classes that DCMTK's directories cannot name are left out of it.
  /// Errors: "cannot-write".
  planning::Expected<void> addDirectory();
  const std::vector<std::filesystem::path>& files() const { return files_; }
  const std::filesystem::path& growing() const { return growing_; }
  planning::Expected<void> putInPlace();
  /// Removes every folder that grew towards `place` and was left there by a process that was killed.
  static void removeUnfinished(const std::filesystem::path& place);

 private:
  std::string numbered(const std::string& prefix, const std::string& key);

  std::filesystem::path place_, growing_;
  std::vector<std::filesystem::path> files_;
  std::map<std::string, int> numbers_, used_;
};

}  // namespace io::deidentification
