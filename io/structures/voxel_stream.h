#pragma once

#include <zlib.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

namespace io::structures {

/// The voxels of a label map, read from front to back, so that the file is never whole in memory. Knows when a gzip
/// stream was cut.
class VoxelStream {
 public:
  /// `Either`: as the first bytes say. `None` is for numbers that might look like a gzip header.
  enum class Packing { None, Gzip, Either };
  /// From `offset` on, counted in the file as it lies on the disk.
  VoxelStream(const std::filesystem::path& file, std::uint64_t offset, Packing packing);

  /// All `length` bytes, or false.
  bool read(char* to, std::size_t length);
  /// False where fewer are left.
  bool skip(std::uint64_t length);
  /// Bytes until the end; absent where they are more than `most`, or the gzip stream was cut.
  std::optional<std::uint64_t> length(std::uint64_t most);
  /// Nothing is missing at the end: gzip's own check sum was there and right.
  bool endsWell();

 private:
  std::ifstream plain_;
  std::unique_ptr<gzFile_s, int (*)(gzFile)> packed_;
};

}  // namespace io::structures
