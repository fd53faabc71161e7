#include "io/dicom/encode.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcostrmb.h>

#include <array>
#include <charconv>
#include <cmath>

#include "planning/check.h"

namespace io::dicom {
namespace {

constexpr std::size_t kChunkBytes = 1 << 20;
constexpr std::size_t kLongestDecimal = 16;  // PS3.5 6.2, DS

void drain(DcmOutputBufferStream& stream, std::vector<std::byte>& bytes) {
  void* chunk = nullptr;
  offile_off_t length = 0;
  stream.flushBuffer(chunk, length);
  const auto* begin = static_cast<const std::byte*>(chunk);
  bytes.insert(bytes.end(), begin, begin + length);
}

planning::Expected<std::vector<std::byte>> encoded(DcmFileFormat& file, E_TransferSyntax syntax) {
  std::vector<std::byte> chunk(kChunkBytes), bytes;
  DcmOutputBufferStream stream(chunk.data(), static_cast<offile_off_t>(chunk.size()));
  file.transferInit();
  OFCondition status = EC_StreamNotifyClient;
  while (status == EC_StreamNotifyClient) {
    status =
        file.write(stream, syntax, EET_ExplicitLength, nullptr, EGL_recalcGL, EPD_noChange, 0, 0, 0, EWM_createNewMeta);
    drain(stream, bytes);
  }
  file.transferEnd();
  if (status.bad()) return planning::refuse("cannot-encode", {}, status.text());
  return bytes;
}

}  // namespace

planning::Expected<std::vector<std::byte>> encode(DcmFileFormat& file) {
  return encoded(file, EXS_LittleEndianExplicit);
}

planning::Expected<std::vector<std::byte>> encodeAsCompressed(DcmFileFormat& file) {
  const E_TransferSyntax syntax = file.getDataset()->getOriginalXfer();
  return encoded(file, DcmXfer(syntax).isEncapsulated() ? syntax : EXS_LittleEndianExplicit);
}

std::string decimalString(double value) {
  planning::check(std::isfinite(value), "a decimal string is a finite number");
  if (value == 0) return "0";  // never "-0"
  std::array<char, 40> text{};
  const auto shortest = std::to_chars(text.begin(), text.end(), value);
  if (static_cast<std::size_t>(shortest.ptr - text.begin()) <= kLongestDecimal) return {text.begin(), shortest.ptr};
  for (int digits = 15;; --digits) {
    const auto end = std::to_chars(text.begin(), text.end(), value, std::chars_format::general, digits).ptr;
    if (static_cast<std::size_t>(end - text.begin()) <= kLongestDecimal) return {text.begin(), end};
  }
}

std::string decimalStrings(const std::vector<double>& values) {
  std::string all;
  for (const double value : values) all += (all.empty() ? "" : "\\") + decimalString(value);
  return all;
}

}  // namespace io::dicom
