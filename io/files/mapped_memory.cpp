#include "io/files/mapped_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <utility>

namespace io {
namespace {

int sealedMemory(std::size_t bytes) {
  const int descriptor = ::memfd_create("needleplan-voxels", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (descriptor < 0) return -1;
  const bool ready = ::ftruncate(descriptor, static_cast<off_t>(bytes)) == 0 &&
                     ::fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
  if (ready) return descriptor;
  ::close(descriptor);
  return -1;
}

tl::unexpected<planning::Error> noMemory(std::size_t bytes) {
  return planning::refuse("no-memory", {}, std::to_string(bytes >> 20) + " MB for the volume");
}

}  // namespace

planning::Expected<MappedMemory> MappedMemory::allocate(std::size_t bytes, Kind kind) {
  MappedMemory memory;
  if (bytes == 0) return memory;
  if (kind == Kind::Shared) memory.descriptor_ = sealedMemory(bytes);
  if (kind == Kind::Shared && memory.descriptor_ < 0) return noMemory(bytes);
  const int flags = kind == Kind::Shared    ? MAP_SHARED
                    : kind == Kind::Scratch ? MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE
                                            : MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  void* mapped = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, flags, memory.descriptor_, 0);
  if (mapped == MAP_FAILED) return noMemory(bytes);
  memory.bytes_ = {static_cast<std::byte*>(mapped), bytes};
  return memory;
}

planning::Expected<MappedMemory> MappedMemory::of(int descriptor) {
  MappedMemory memory;
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || status.st_size <= 0) {
    ::close(descriptor);
    return noMemory(0);
  }
  const auto bytes = static_cast<std::size_t>(status.st_size);
  void* mapped = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  ::close(descriptor);
  if (mapped == MAP_FAILED) return noMemory(bytes);
  memory.bytes_ = {static_cast<std::byte*>(mapped), bytes};
  return memory;
}

MappedMemory::MappedMemory(MappedMemory&& other) noexcept
    : bytes_(std::exchange(other.bytes_, {})), descriptor_(std::exchange(other.descriptor_, -1)) {}

MappedMemory& MappedMemory::operator=(MappedMemory&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

MappedMemory::~MappedMemory() {
  closeDescriptor();
  if (!bytes_.empty()) ::munmap(bytes_.data(), bytes_.size());
}

void MappedMemory::closeDescriptor() {
  if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

}  // namespace io
