#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "io/files/growing_folder.h"
#include "planning/error.h"

namespace io::deidentification {

/// A folder that grows beside the one it will be, of files under names that tell nothing.
class ExportFolder {
 public:
  explicit ExportFolder(const std::filesystem::path& place) : growing_(place) {}

  /// Writes a file at PATnnnnn/STUnnnnn/SERnnnnn/OBJnnnnn; the same key has the same folder. Errors: "cannot-write".
  planning::Expected<std::filesystem::path> add(const std::string& patient, const std::string& study,
                                                const std::string& series, std::span<const std::byte> bytes);
  /// A DICOMDIR of what was added; classes that DCMTK's directories cannot name are left out of it.
  /// Errors: "cannot-write".
  planning::Expected<void> addDirectory();
  const std::vector<std::filesystem::path>& files() const { return files_; }
  const std::filesystem::path& growing() const { return growing_.folder(); }
  planning::Expected<void> putInPlace() { return growing_.putInPlace(); }

 private:
  std::string numbered(const std::string& prefix, const std::string& key);

  GrowingFolder growing_;
  std::vector<std::filesystem::path> files_;
  std::map<std::string, int> numbers_, used_;
};

}  // namespace io::deidentification
