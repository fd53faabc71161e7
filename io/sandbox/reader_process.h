#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "io/sandbox/channel.h"
#include "planning/error.h"

namespace io::sandbox {

/// One running reader, with the socket to it. Ends with this object.
class ReaderProcess {
 public:
  /// Errors: "no-reader-program" with the program and the system's reason.
  static planning::Expected<ReaderProcess> start(const std::filesystem::path& program);
  ReaderProcess(ReaderProcess&& other) noexcept;
  ReaderProcess& operator=(ReaderProcess&& other) noexcept;
  ~ReaderProcess();

  int socket() const { return socket_; }
  /// Kills it if it still runs, and says how it ended: "signal 11", "exit 1", "processor time".
  std::string end();

 private:
  ReaderProcess(pid_t process, int socket) : process_(process), socket_(socket) {}
  pid_t process_ = -1;
  int socket_ = -1;
};

}  // namespace io::sandbox
