#include "io/dicom/pixel_check.h"

#include "io/dicom/candidate.h"
#include "io/dicom/pixel_decoder.h"
#include "io/dicom/transfer_syntax.h"

namespace io::dicom {
namespace {

using planning::Error;
using Refusal = std::optional<Error>;

std::string subject(const Instance& instance, const char* tag) {
  return instance.file.string() + " " + tag;
}

bool isReadableColour(const Instance& instance) {
  const auto& format = instance.format;
  const std::string& syntax = instance.map.transferSyntaxUid;
  const bool native = !instance.map.encapsulated(), jpeg = syntax == transfer_syntax::kJpegBaseline;
  return format.samples == 3 && format.bitsAllocated == 8 && (native || jpeg) &&
         (format.photometric == "RGB" || format.photometric == "YBR_FULL" ||
          (format.photometric == "YBR_FULL_422" && jpeg));
}

Refusal checkFormat(const Instance& instance, bool colour) {
  const auto& format = instance.format;
  const auto refused = [&](const char* tag, const std::string& what) {
    return Error{"unsupported-pixel-format", subject(instance, tag), what};
  };
  if (!(colour && isReadableColour(instance))) {
    if (format.samples != 1) return refused("(0028,0002)", std::to_string(format.samples) + " samples a pixel");
    if (format.photometric != "MONOCHROME2" && format.photometric != "MONOCHROME1")
      return refused("(0028,0004)", format.photometric);
  }
  if (format.rows < 1 || format.columns < 1)
    return refused("(0028,0010)", std::to_string(format.columns) + " x " + std::to_string(format.rows) + " pixels");
  if (format.bitsAllocated != 8 && format.bitsAllocated != 16)
    return refused("(0028,0100)", std::to_string(format.bitsAllocated) + " bits allocated");
  if (format.bitsStored < 1 || format.bitsStored > format.bitsAllocated)
    return refused("(0028,0101)", std::to_string(format.bitsStored) + " bits stored");
  if (format.highBit < format.bitsStored - 1 || format.highBit >= format.bitsAllocated)
    return refused("(0028,0102)", "high bit " + std::to_string(format.highBit));
  return {};
}

}  // namespace

Refusal checkPixels(const Instance& instance, int frame, bool colour) {
  const auto& map = instance.map;
  if (map.cut) return map.cut;
  if (map.floatingPoint)
    return Error{"unsupported-pixel-format", subject(instance, "(7fe0,0008)"), "floating point pixels"};
  if (!map.pixels && !map.encapsulated()) return Error{"no-pixel-data", subject(instance, "(7fe0,0010)"), ""};
  if (auto wrong = checkFormat(instance, colour)) return wrong;
  if (!canDecode(map.transferSyntaxUid))
    return Error{"unsupported-transfer-syntax", subject(instance, "(0002,0010)"), map.transferSyntaxUid};
  if (map.encapsulated() && frameOf(instance, frame).fragments.empty())
    return Error{"unsupported-pixel-format", subject(instance, "(7fe0,0010)"), "frames in several fragments"};
  return {};
}

}  // namespace io::dicom
