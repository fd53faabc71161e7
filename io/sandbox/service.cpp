#include "io/sandbox/service.h"

#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <new>

#include "io/dicom/library.h"
#include "io/dicom/pixel_decoder.h"
#include "io/sandbox/channel.h"
#include "io/sandbox/messages.h"

namespace io::sandbox {

namespace {

/// Heap above what the idle reader has. A header of kMostElements elements fits, and so does a frame of the largest
/// size the pre-scan lets through, with what its decoder needs beside it.
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

void limitMyself() {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, 0);  // may write no file
  limit(RLIMIT_NPROC, 0);  // may start no process (binds everybody but root)
  limit(RLIMIT_DATA, dataBytesNow() + kMostBytes);
}

/// Ends the process (SIGPROF) when one request takes more processor time than any honest one.
void allowCpuMs(long ms) {
  itimerval timer{};
  timer.it_value.tv_sec = ms / 1000;
  timer.it_value.tv_usec = ms % 1000 * 1000;
  setitimer(ITIMER_PROF, &timer, nullptr);
}

long cpuMsFor(const Request& request) {
  constexpr long kEach = 1500;
  if (request.task != Task::ReadSlice) return kEach;
  return kEach + static_cast<long>(request.slice.format.rows) * request.slice.format.columns / 2000;
}

/// The volume, in memory that the program shares with us.
class SharedVolume {
 public:
  ~SharedVolume() { release(); }
  bool map(int descriptor, std::uint64_t bytes) {
    release();
    void* mapped = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    ::close(descriptor);
    if (mapped == MAP_FAILED) return false;
    words_ = {static_cast<std::uint16_t*>(mapped), bytes / sizeof(std::uint16_t)};
    return true;
  }
  std::span<std::uint16_t> slice(std::uint64_t offset, std::uint64_t count) const {
    const auto first = offset / sizeof(std::uint16_t);
    if (first > words_.size() || count > words_.size() - first) return {};
    return words_.subspan(first, count);
  }

  void release() {
    if (!words_.empty()) munmap(words_.data(), words_.size_bytes());
    words_ = {};
  }

 private:
  std::span<std::uint16_t> words_;
};

Reply readSlice(const Request& request, const SharedVolume& shared) {
  Reply reply;
  const auto& slice = request.slice;
  const auto words = shared.slice(
      request.offset, static_cast<std::uint64_t>(slice.format.rows) * static_cast<std::uint64_t>(slice.format.columns));
  if (auto read = dicom::readStoredWords(slice, words); !read) {
    reply.error = read.error();
  } else {
    reply.counts = dicom::convertToHu(words, slice.format, slice.rescale, request.isHu);
  }
  return reply;
}

Reply answer(const Request& request, const SharedVolume& shared) {
  Reply reply;
  try {
    if (request.task == Task::ReadSlice) return readSlice(request, shared);
    if (auto instance = dicom::readInstance(request.file)) {
      reply.instance = std::move(*instance);
    } else {
      reply.error = instance.error();
    }
  } catch (const std::bad_alloc&) {
    reply.error = planning::Error{"needs-too-much-memory", request.file.string(), {}};
  } catch (const std::exception& failure) {
    reply.error = planning::Error{"malformed", request.file.string(), failure.what()};
  }
  return reply;
}

}  // namespace

int serve(int socket) {
  dicom::useDcmtk();
  limitMyself();
  SharedVolume shared;
  while (auto received = receiveMessage(socket)) {
    const auto request = requestFrom(received->message);
    if (!request) return 1;
    if (request->task == Task::Forget) {
      shared.release();
      continue;
    }
    if (request->sharedBytes > 0 && !shared.map(received->descriptor, request->sharedBytes)) return 1;
    allowCpuMs(cpuMsFor(*request));
    auto reply = answer(*request, shared);
    allowCpuMs(0);
    if (!sendMessage(socket, toBytes(reply))) break;
  }
  return 0;
}

}  // namespace io::sandbox
