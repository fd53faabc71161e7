#include "tests/support/growing_child.h"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "io/files/growing_folder.h"
#include "planning/check.h"

namespace support {

GrowingChild::GrowingChild(const std::filesystem::path& place) {
  int ends[2];
  planning::check(::pipe(ends) == 0, "a pipe can be made");
  process_ = ::fork();
  if (process_ == 0) {
    const io::GrowingFolder growing(place);
    std::ofstream(growing.folder() / "half") << "half a file";
    if (::write(ends[1], "x", 1) != 1) ::_exit(1);
    while (true) ::pause();
  }
  char begun = 0;
  ::close(ends[1]);  // so that a child that died is not waited for
  planning::check(process_ > 0 && ::read(ends[0], &begun, 1) == 1, "the child has begun");
  ::close(ends[0]);
}

void GrowingChild::kill() {
  if (process_ <= 0) return;
  planning::check(::kill(process_, SIGKILL) == 0 && ::waitpid(process_, nullptr, 0) == process_, "the child is dead");
  process_ = 0;
}

}  // namespace support
