#include "io/structures/voxel_stream.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace io::structures {
namespace {

gzFile openPacked(const std::filesystem::path& file, std::uint64_t offset) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return nullptr;
  const bool placed = ::lseek(descriptor, static_cast<off_t>(offset), SEEK_SET) >= 0;
  const gzFile packed = placed ? gzdopen(descriptor, "rb") : nullptr;
  if (packed == nullptr) ::close(descriptor);
  if (packed != nullptr) gzbuffer(packed, 1 << 17);
  return packed;
}

}  // namespace

VoxelStream::VoxelStream(const std::filesystem::path& file, std::uint64_t offset, Packing packing)
    : packed_(packing == Packing::None ? nullptr : openPacked(file, offset), gzclose) {
  if (packing == Packing::None) {
    plain_.open(file, std::ios::binary);
    plain_.seekg(static_cast<std::streamoff>(offset));
  }
  // zlib hands on as it is what has no gzip header.
  if (packing == Packing::Gzip && packed_ && gzdirect(packed_.get()) != 0) packed_.reset();
}

bool VoxelStream::read(char* to, std::size_t length) {
  if (plain_.is_open()) return static_cast<bool>(plain_.read(to, static_cast<std::streamsize>(length)));
  constexpr std::size_t kPiece = std::size_t{1} << 28;
  for (std::size_t done = 0; packed_ && done < length;) {
    const auto piece = static_cast<unsigned>(std::min(kPiece, length - done));
    if (gzread(packed_.get(), to + done, piece) != static_cast<int>(piece)) return false;
    done += piece;
  }
  return static_cast<bool>(packed_);
}

bool VoxelStream::skip(std::uint64_t length) {
  std::array<char, 4096> passed;
  for (std::uint64_t done = 0; done < length;) {
    const auto piece = static_cast<std::size_t>(std::min<std::uint64_t>(passed.size(), length - done));
    if (!read(passed.data(), piece)) return false;
    done += piece;
  }
  return true;
}

std::optional<std::uint64_t> VoxelStream::length(std::uint64_t most) {
  if (plain_.is_open()) {
    const auto start = plain_.tellg();
    const auto end = plain_.seekg(0, std::ios::end).tellg();
    return start >= 0 && end >= start ? std::optional(static_cast<std::uint64_t>(end - start)) : std::nullopt;
  }
  std::array<char, 1 << 16> passed;
  std::uint64_t all = 0;
  for (int got = 1; packed_ && got > 0 && all <= most; all += static_cast<std::uint64_t>(got))
    got = std::max(0, gzread(packed_.get(), passed.data(), passed.size()));
  return all <= most && endsWell() ? std::optional(all) : std::nullopt;
}

bool VoxelStream::endsWell() {
  if (!packed_) return plain_.is_open();
  std::array<char, 4096> rest;
  while (gzread(packed_.get(), rest.data(), rest.size()) > 0) continue;
  int error = Z_OK;
  gzerror(packed_.get(), &error);
  return error == Z_OK || error == Z_STREAM_END;
}

}  // namespace io::structures
