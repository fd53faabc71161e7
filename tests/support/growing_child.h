#pragma once

#include <sys/types.h>

#include <filesystem>

namespace support {

/// A process that began a folder towards `place` (io::GrowingFolder), put a file into it and waits to be killed.
class GrowingChild {
 public:
  explicit GrowingChild(const std::filesystem::path& place);
  GrowingChild(const GrowingChild&) = delete;
  GrowingChild& operator=(const GrowingChild&) = delete;
  ~GrowingChild() { kill(); }
  void kill();  ///< with SIGKILL; it is gone when this returns

 private:
  pid_t process_ = 0;
};

}  // namespace support
