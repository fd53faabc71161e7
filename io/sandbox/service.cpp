#include "io/sandbox/service.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "io/files/mapped_memory.h"
#include "io/sandbox/channel.h"

namespace io::sandbox {

namespace {

/// Heap above what the idle reader has. A header of the most elements that the pre-scan lets through fits, and so does
/// a frame of the largest size, with what its decoder needs beside it.
constexpr rlim_t kMostBytes = 224ull << 20;

void limit(__rlimit_resource resource, rlim_t most) {
  const rlimit both{most, most};
  setrlimit(resource, &both);
}

rlim_t dataBytesNow() {
  unsigned long size = 0, resident = 0, shared = 0, text = 0, library = 0, data = 0;
  if (FILE* status = std::fopen("/proc/self/statm", "r")) {
    const int read = std::fscanf(status, "%lu %lu %lu %lu %lu %lu", &size, &resident, &shared, &text, &library, &data);
    if (read != 6) data = 0;
    std::fclose(status);
  }
  return static_cast<rlim_t>(data) * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

/// Returns the heap that the idle reader has.
rlim_t limitMyself() {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);  // may write no file
  limit(RLIMIT_NPROC, 0);  // may start no process (binds everybody but root)
  const auto idle = dataBytesNow();
  limit(RLIMIT_DATA, idle + kMostBytes + kMostHeapBytesBeside);
  return idle;
}

void allowHeap(rlim_t bytes) {
  rlimit both{};
  getrlimit(RLIMIT_DATA, &both);
  both.rlim_cur = std::min(bytes, both.rlim_max);
  setrlimit(RLIMIT_DATA, &both);
}

/// Ends the process (SIGPROF) when one request takes more processor time than any honest one.
void allowCpuMs(long ms) {
  itimerval timer{};
  timer.it_value.tv_sec = ms / 1000;
  timer.it_value.tv_usec = ms % 1000 * 1000;
  setitimer(ITIMER_PROF, &timer, nullptr);
}

/// Memory that the program shares with us.
class Shared {
 public:
  bool map(int descriptor) {
    release();
    auto mapped = MappedMemory::of(descriptor);
    if (mapped) memory_ = std::move(*mapped);
    return mapped.has_value();
  }
  std::span<std::byte> bytes() const { return memory_ ? memory_->bytes() : std::span<std::byte>(); }
  void release() { memory_.reset(); }

 private:
  std::optional<MappedMemory> memory_;
};

}  // namespace

int serve(int socket, const Understand& understand) {
  const auto idle = limitMyself();
  allowHeap(idle + kMostBytes);
  Shared shared;
  while (auto received = receiveMessage(socket)) {
    if (received->descriptor >= 0 && !shared.map(received->descriptor)) return 1;
    if (received->message.empty()) {
      shared.release();
      continue;
    }
    const auto work = understand(received->message);
    if (!work) return 1;
    const auto beside = std::min(work->heapBytesBeside, kMostHeapBytesBeside);
    allowHeap(idle + kMostBytes + beside);
    allowCpuMs(work->processorMs);
    const auto answer = work->answer(shared.bytes());
    allowCpuMs(0);
    // What was given back stays in the heap: a reader that grew beyond its limit is good for nothing more.
    if (!sendMessage(socket, answer) || beside > kMostBytes) break;
  }
  return 0;
}

}  // namespace io::sandbox
