#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace support {

/// An empty folder that is there for one test and removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  /// Sorted names of all entries, hidden ones too.
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

/// The whole file; empty when there is none.
std::vector<std::byte> fileBytes(const std::filesystem::path& file);
std::vector<std::byte> bytesOf(const std::string& text);

}  // namespace support
