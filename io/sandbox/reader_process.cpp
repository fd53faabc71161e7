#include "io/sandbox/reader_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "io/sandbox/service.h"

namespace io::sandbox {

namespace {

planning::Error noReader(const std::filesystem::path& program, int why) {
  return {"no-reader-program", program.string(), std::strerror(why)};
}

int spawn(const std::filesystem::path& program, int socket, pid_t& process) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, socket, kReaderSocket);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::string name = program.string();
  std::array<char*, 2> arguments{name.data(), nullptr};
  const int result = posix_spawn(&process, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return result;
}

}  // namespace

planning::Expected<ReaderProcess> ReaderProcess::start(const std::filesystem::path& program) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
    return tl::unexpected(noReader(program, errno));
  // A descriptor that is 3 already would keep its close-on-exec flag through dup2.
  const int far = ::fcntl(ends[1], F_DUPFD_CLOEXEC, kReaderSocket + 1);
  ::close(ends[1]);
  pid_t process = -1;
  const int failed = far < 0 ? errno : spawn(program, far, process);
  if (far >= 0) ::close(far);
  if (failed != 0) {
    ::close(ends[0]);
    return tl::unexpected(noReader(program, failed));
  }
  const timeval longest{10, 0};  // in the middle of a message; the wait for one has its own limit
  ::setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
  ::setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest);
  return ReaderProcess(process, ends[0]);
}

ReaderProcess::ReaderProcess(ReaderProcess&& other) noexcept
    : process_(std::exchange(other.process_, -1)), socket_(std::exchange(other.socket_, -1)) {}

ReaderProcess& ReaderProcess::operator=(ReaderProcess&& other) noexcept {
  std::swap(process_, other.process_);
  std::swap(socket_, other.socket_);
  return *this;
}

ReaderProcess::~ReaderProcess() {
  end();
}

std::string ReaderProcess::end() {
  if (socket_ >= 0) ::close(std::exchange(socket_, -1));
  if (process_ < 0) return {};
  // One that has died already keeps its own status; a kill cannot change it any more.
  ::kill(process_, SIGKILL);
  int status = 0;
  while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  process_ = -1;
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGPROF) return "too much processor time";
  if (WIFSIGNALED(status)) return "signal " + std::to_string(WTERMSIG(status));
  return "exit " + std::to_string(WEXITSTATUS(status));
}

}  // namespace io::sandbox
