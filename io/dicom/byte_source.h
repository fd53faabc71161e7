#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "planning/error.h"

namespace io::dicom {

/// What tells that a file is still the one that was scanned.
struct FileStamp {
  std::uint64_t size = 0;       ///< bytes
  std::int64_t modifiedNs = 0;  ///< time of the last change, ns since 1970

  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// An open regular file, read by position. Never a pipe, a device or a folder: opening one of those could wait for
/// ever.
class InputFile {
 public:
  /// Errors: "cannot-read" with the file and the system's reason.
  static planning::Expected<InputFile> open(const std::filesystem::path& path);
  InputFile(InputFile&& other) noexcept : descriptor_(other.descriptor_), stamp_(other.stamp_) {
    other.descriptor_ = -1;
  }
  InputFile& operator=(InputFile&&) = delete;
  ~InputFile();

  const FileStamp& stamp() const { return stamp_; }
  /// All `size` bytes from `offset`, or false.
  bool readAt(std::uint64_t offset, void* bytes, std::size_t size) const;

 private:
  explicit InputFile(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
  FileStamp stamp_;
};

/// All `size` bytes from `offset`, handed on piece by piece, each while it is still in the core's own cache; or false.
bool readPieces(const InputFile& file, std::uint64_t offset, std::uint64_t size,
                const std::function<void(std::span<const std::byte>)>& take);

/// Bytes in order, of unknown or known end.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual bool read(void* bytes, std::size_t size) = 0;  ///< false at the end: then nothing more can be read
  virtual bool skip(std::uint64_t size) = 0;             ///< false when fewer are left
  virtual std::uint64_t position() const = 0;
  /// Whether `size` more bytes can be there; an inflating source cannot know before it gets there, and says true.
  virtual bool mayHold(std::uint64_t size) const = 0;
  virtual bool atEnd() = 0;
};

/// The bytes of a file from an offset on; skipping reads nothing.
class FileBytes : public ByteSource {
 public:
  explicit FileBytes(const InputFile& file, std::uint64_t start = 0) : file_(file), position_(start) {}
  bool read(void* bytes, std::size_t size) override;
  bool skip(std::uint64_t size) override;
  std::uint64_t position() const override { return position_; }
  bool mayHold(std::uint64_t size) const override { return size <= file_.stamp().size - position_; }
  bool atEnd() override { return position_ >= file_.stamp().size; }

 private:
  const InputFile& file_;
  std::uint64_t position_;
  std::uint64_t bufferStart_ = 0;
  std::size_t bufferSize_ = 0;
  std::array<std::byte, 16384> buffer_;
};

/// The data set of a deflated file (PS3.5 A.5), inflated as it is asked for and never further than `limit` bytes.
class InflatedBytes : public ByteSource {
 public:
  InflatedBytes(const InputFile& file, std::uint64_t start, std::uint64_t limit);
  ~InflatedBytes() override;
  bool read(void* bytes, std::size_t size) override;
  bool skip(std::uint64_t size) override;
  std::uint64_t position() const override { return position_; }  ///< in the inflated stream
  bool mayHold(std::uint64_t size) const override { return size <= limit_ - position_; }
  bool atEnd() override;

 private:
  std::size_t inflateSome(std::byte* bytes, std::size_t size);
  struct Stream;
  FileBytes compressed_;
  std::uint64_t compressedLeft_;
  std::uint64_t limit_;
  std::uint64_t position_ = 0;
  std::unique_ptr<Stream> stream_;
  int peeked_ = -1;  ///< one byte read ahead by atEnd()
};

}  // namespace io::dicom
