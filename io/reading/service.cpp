#include "io/reading/service.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>

#include "io/dicom/library.h"
#include "io/dicom/pixel_decoder.h"
#include "io/files/mapped_memory.h"
#include "io/reading/messages.h"
#include "io/sandbox/channel.h"
#include "io/structures/structure_file.h"

namespace io::sandbox {

namespace {

/// Heap above what the idle reader has. A header of kMostElements elements fits, and so does a frame of the largest
/// size the pre-scan lets through, with what its decoder needs beside it.
constexpr rlim_t kMostBytes = 224ull << 20;
/// More where a large file of structures needs it, at most: DCMTK keeps what it reads, and contours become numbers.
constexpr rlim_t kMostBytesBeside = 2048ull << 20;
constexpr rlim_t kHeapBytesPerByte = 3;

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
  limit(RLIMIT_DATA, idle + kMostBytes + kMostBytesBeside);
  return idle;
}

std::uint64_t fileBytes(const Request& request) {
  std::error_code absent;
  const auto size = std::filesystem::file_size(request.file, absent);
  return absent ? 0 : size;
}

/// What a request may take beside kMostBytes.
rlim_t bytesBeside(const Request& request) {
  if (request.task != Task::ReadStructures) return 0;
  return std::min<rlim_t>(kHeapBytesPerByte * fileBytes(request), kMostBytesBeside);
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

long cpuMsFor(const Request& request) {
  constexpr long kEach = 1500, kMost = 45000;
  if (request.task == Task::ReadSlice)
    return kEach + static_cast<long>(request.slice.format.rows) * request.slice.format.columns / 2000;
  if (request.task != Task::ReadStructures) return kEach;
  // Contours are drawn and label maps inflated: the work is a multiple of the file.
  return std::min(kMost, kEach + static_cast<long>(fileBytes(request) / 256));
}

/// Memory that the program shares with us: voxels of a volume, or of masks.
class Shared {
 public:
  bool map(int descriptor, std::uint64_t bytes) {
    release();
    auto mapped = MappedMemory::of(descriptor, bytes);
    if (mapped) memory_ = std::move(*mapped);
    return mapped.has_value();
  }
  std::span<std::byte> bytes() const { return memory_ ? memory_->bytes() : std::span<std::byte>(); }
  std::span<std::uint16_t> slice(std::uint64_t offset, std::uint64_t count) const {
    const auto all = bytes();
    const auto words = all.size() / sizeof(std::uint16_t), first = offset / sizeof(std::uint16_t);
    if (first > words || count > words - first) return {};
    return {reinterpret_cast<std::uint16_t*>(all.data()) + first, count};
  }
  void release() { memory_.reset(); }

 private:
  std::optional<MappedMemory> memory_;
};

Reply readSlice(const Request& request, const Shared& shared) {
  Reply reply;
  const auto& slice = request.slice;
  const auto words = shared.slice(
      request.offset, static_cast<std::uint64_t>(slice.format.rows) * static_cast<std::uint64_t>(slice.format.columns));
  if (const auto read = dicom::readHu(slice, request.isHu, words)) {
    reply.counts = *read;
  } else {
    reply.error = read.error();
  }
  return reply;
}

Reply readStructures(const Request& request, const Shared& shared) {
  Reply reply;
  planning::Volume scan;  // its grid
  scan.identity = request.scan;
  scan.hu = planning::Volume::Image::New();
  const bool placed = request.grid && request.grid->putInto(*scan.hu);
  structures::SharedMaskMemory memory(shared.bytes());
  planning::Progress progress;
  auto set = structures::parseStructures({request.file, request.scan, placed ? &scan : nullptr, memory, progress});
  if (!set) {
    reply.error = set.error();
    return reply;
  }
  reply.structures.emplace();
  for (const auto& structure : set->structures) {
    const auto& mask = *std::get<planning::anatomy::Mask::Pointer>(structure.shape);
    reply.structures->masks.push_back({memory.offsetOf(mask), Grid::of(mask)});
  }
  reply.structures->set = std::move(*set);
  return reply;
}

template <class Value, class Target>
Reply replyWith(planning::Expected<Value> read, Target Reply::*target) {
  Reply reply;
  if (read)
    reply.*target = std::move(*read);
  else
    reply.error = read.error();
  return reply;
}

Reply answer(const Request& request, const Shared& shared) {
  Reply reply;
  try {
    switch (request.task) {
      case Task::ReadInstance:
        return replyWith(dicom::readInstance(request.file), &Reply::instance);
      case Task::ReadSlice:
        return readSlice(request, shared);
      case Task::ReadStructures:
        return readStructures(request, shared);
      case Task::ReadReport:
        return replyWith(report::parseReport(request.file), &Reply::report);
      case Task::Forget:
        break;
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
  const auto idle = limitMyself();
  allowHeap(idle + kMostBytes);
  Shared shared;
  while (auto received = receiveMessage(socket)) {
    const auto request = requestFrom(received->message);
    if (!request) return 1;
    if (request->task == Task::Forget) {
      shared.release();
      continue;
    }
    if (request->sharedBytes > 0 && !shared.map(received->descriptor, request->sharedBytes)) return 1;
    const auto beside = bytesBeside(*request);
    allowHeap(idle + kMostBytes + beside);
    allowCpuMs(cpuMsFor(*request));
    auto reply = answer(*request, shared);
    allowCpuMs(0);
    // What was given back stays in the heap: a reader that grew beyond its limit is good for nothing more.
    if (!sendMessage(socket, toBytes(reply)) || beside > kMostBytes) break;
  }
  return 0;
}

}  // namespace io::sandbox
