#include "io/dicom/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace io::dicom {

namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kPiece = 128 << 10;  ///< stays in the core's own cache

}  // namespace

planning::Expected<InputFile> InputFile::open(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return planning::refuse("cannot-read", path.string(), std::strerror(errno));
  InputFile file(descriptor);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return planning::refuse("cannot-read", path.string(), std::strerror(errno));
  if (!S_ISREG(status.st_mode)) return planning::refuse("cannot-read", path.string(), "not a regular file");
  file.stamp_ = {static_cast<std::uint64_t>(status.st_size),
                 static_cast<std::int64_t>(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec};
  return file;
}

InputFile::~InputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool InputFile::readAt(std::uint64_t offset, void* bytes, std::size_t size) const {
  auto* to = static_cast<std::byte*>(bytes);
  if (size > kPiece)
    return readPieces(*this, offset, size, [&](std::span<const std::byte> piece) {
      std::memcpy(to, piece.data(), piece.size());
      to += piece.size();
    });
  while (size > 0) {
    const auto got = ::pread(descriptor_, to, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
    offset += static_cast<std::uint64_t>(got);
  }
  return true;
}

// Whole pages into an aligned buffer: the kernel copies out of its page cache with rep movsb, which is three times
// slower between places that lie differently against a cache line (140 instead of 48 ms for 262 MB, AMD EPYC).
bool readPieces(const InputFile& file, std::uint64_t offset, std::uint64_t size,
                const std::function<void(std::span<const std::byte>)>& take) {
  alignas(kPage) thread_local std::array<std::byte, kPiece> buffer;
  while (size > 0) {
    const auto before = static_cast<std::size_t>(offset % kPage);
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(size, kPiece - before));
    if (!file.readAt(offset - before, buffer.data(), before + count)) return false;
    take({buffer.data() + before, count});
    size -= count;
    offset += count;
  }
  return true;
}

bool FileBytes::read(void* bytes, std::size_t size) {
  if (!mayHold(size)) return false;
  auto* to = static_cast<std::byte*>(bytes);
  while (size > 0) {
    if (position_ < bufferStart_ || position_ >= bufferStart_ + bufferSize_) {
      const auto left = file_.stamp().size - position_;
      bufferSize_ = static_cast<std::size_t>(std::min<std::uint64_t>(buffer_.size(), left));
      bufferStart_ = position_;
      if (bufferSize_ == 0 || !file_.readAt(position_, buffer_.data(), bufferSize_)) {
        bufferSize_ = 0;
        return false;
      }
    }
    const auto from = static_cast<std::size_t>(position_ - bufferStart_);
    const auto count = std::min(size, bufferSize_ - from);
    std::memcpy(to, buffer_.data() + from, count);
    to += count;
    size -= count;
    position_ += count;
  }
  return true;
}

bool FileBytes::skip(std::uint64_t size) {
  if (!mayHold(size)) return false;
  position_ += size;
  return true;
}

struct InflatedBytes::Stream {
  z_stream z{};
  std::array<std::byte, 16384> input;
  bool ended = false;
};

InflatedBytes::InflatedBytes(const InputFile& file, std::uint64_t start, std::uint64_t limit)
    : compressed_(file, start),
      compressedLeft_(file.stamp().size - start),
      limit_(limit),
      stream_(std::make_unique<Stream>()) {
  stream_->ended = inflateInit2(&stream_->z, -15) != Z_OK;
}

InflatedBytes::~InflatedBytes() {
  inflateEnd(&stream_->z);
}

std::size_t InflatedBytes::inflateSome(std::byte* bytes, std::size_t size) {
  auto& z = stream_->z;
  z.next_out = reinterpret_cast<Bytef*>(bytes);
  z.avail_out = static_cast<uInt>(size);
  while (z.avail_out > 0 && !stream_->ended) {
    if (z.avail_in == 0) {
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(stream_->input.size(), compressedLeft_));
      if (count == 0 || !compressed_.read(stream_->input.data(), count)) break;
      compressedLeft_ -= count;
      z.next_in = reinterpret_cast<Bytef*>(stream_->input.data());
      z.avail_in = static_cast<uInt>(count);
    }
    stream_->ended = inflate(&z, Z_NO_FLUSH) != Z_OK;
  }
  return size - z.avail_out;
}

bool InflatedBytes::read(void* bytes, std::size_t size) {
  if (!mayHold(size)) return false;
  auto* to = static_cast<std::byte*>(bytes);
  if (size > 0 && peeked_ >= 0) {
    *to++ = static_cast<std::byte>(peeked_);
    peeked_ = -1;
    --size, ++position_;
  }
  while (size > 0) {
    const auto got = inflateSome(to, std::min<std::size_t>(size, 1u << 30));
    if (got == 0) return false;
    to += got;
    size -= got;
    position_ += got;
  }
  return true;
}

bool InflatedBytes::skip(std::uint64_t size) {
  std::array<std::byte, 16384> discarded;
  while (size > 0) {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(size, discarded.size()));
    if (!read(discarded.data(), count)) return false;
    size -= count;
  }
  return true;
}

bool InflatedBytes::atEnd() {
  if (peeked_ >= 0) return false;
  std::byte next{};
  if (inflateSome(&next, 1) == 0) return true;
  peeked_ = static_cast<int>(next);
  return false;
}

}  // namespace io::dicom
