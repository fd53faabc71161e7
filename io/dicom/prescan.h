#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "io/dicom/byte_source.h"
#include "io/dicom/dataset_walker.h"
#include "io/dicom/plain_values.h"
#include "planning/error.h"

namespace io::dicom {

/// A run of bytes of a file (of the inflated data set where the file is deflated).
struct ByteRange {
  std::uint64_t offset = 0;
  std::uint64_t length = 0;

  friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

/// Where things lie in a file that the pre-scan found safe to hand to a parser.
struct FileMap {
  FileStamp stamp;
  std::string transferSyntaxUid;     ///< as the file says, or what its data set was recognised as
  std::uint64_t dataSetOffset = 0;   ///< where the data set begins in the file
  bool pixelDataLast = true;         ///< nothing of the header comes after the pixel data
  bool floatingPoint = false;        ///< pixels are Float or Double Float Pixel Data (7fe0,0008) (7fe0,0009)
  std::optional<ByteRange> pixels;   ///< native pixel data
  std::vector<ByteRange> fragments;  ///< encapsulated pixel data; the first is the offset table
  std::vector<std::size_t>
      frameStarts;  ///< fragments that start a JPEG or JPEG 2000 code stream, where fragments outnumber frames
  std::optional<planning::Error> cut;  ///< the file ends inside its pixel data; the header is whole

  bool encapsulated() const { return !fragments.empty(); }
};

/// Reads no value but a few numbers: proves, in time that grows with the file's element count and in constant memory,
/// that the file can be parsed safely, and finds its pixel data. Errors: "cannot-read", "not-dicom", "dicomdir",
/// "malformed", "truncated", "nested-too-deep", "too-many-elements", "duplicate-element", "image-too-large",
/// "unsupported-transfer-syntax"; with file and tag.
planning::Expected<FileMap> prescan(const std::filesystem::path& path);
/// The same, noting the plain values of a header as it passes them.
planning::Expected<FileMap> prescan(const std::filesystem::path& path, PlainValues& plain);

/// The file meta information of a DICOM file.
struct FileMeta {
  std::string sopClassUid;  ///< (0002,0002); empty when absent
  std::string transferSyntaxUid;
  std::uint64_t dataSetOffset = 0;
};

/// Errors: "not-dicom", "malformed", "truncated".
planning::Expected<FileMeta> readFileMeta(const InputFile& file, const std::string& name);

/// Errors: "unsupported-transfer-syntax".
planning::Expected<Encoding> encodingOf(const std::string& transferSyntaxUid, const std::string& name);

}  // namespace io::dicom
