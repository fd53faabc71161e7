#pragma once

#include <sys/types.h>

#include <cstddef>
#include <filesystem>
#include <span>

#include "planning/error.h"

namespace io {

/// The system calls that a save makes, as they are (errno, -1), so that a test can let any of them fail.
class FileCalls {
 public:
  FileCalls() = default;
  FileCalls(const FileCalls&) = delete;
  FileCalls& operator=(const FileCalls&) = delete;
  virtual ~FileCalls() = default;

  virtual int open(const char* path, int flags, mode_t mode);
  virtual ssize_t write(int file, const void* bytes, std::size_t count);
  virtual ssize_t read(int file, void* bytes, std::size_t count);
  virtual int fsync(int file);
  virtual int close(int file);
  virtual int rename(const char* from, const char* to);
  virtual int exchange(const char* a, const char* b);  ///< renameat2 with RENAME_EXCHANGE
  virtual int unlink(const char* path);
};

/// writeSafely() of safe_file.h through these calls.
planning::Expected<void> writeSafely(const std::filesystem::path& file, std::span<const std::byte> bytes,
                                     FileCalls& calls);

}  // namespace io
