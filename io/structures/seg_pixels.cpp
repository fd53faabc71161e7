#include "io/structures/seg_pixels.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcrledec.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cstring>
#include <optional>

namespace io::structures {
namespace {

std::string subject(const std::filesystem::path& file) {
  return file.string() + " (7fe0,0010)";
}

tl::unexpected<planning::Error> cut(const std::filesystem::path& file, std::size_t found, std::size_t expected) {
  return planning::refuse("pixel-data-cut", subject(file),
                          std::to_string(found) + " bytes, expected " + std::to_string(expected));
}

std::span<const std::uint8_t> nativeBytes(DcmElement& pixelData) {
  const std::size_t length = pixelData.getLength();
  Uint8* bytes = nullptr;
  if (pixelData.getVR() != EVR_OW && pixelData.getUint8Array(bytes).good() && bytes) return {bytes, length};
  Uint16* words = nullptr;  // on a little-endian machine the words' bytes are the stream's, in order
  if (pixelData.getUint16Array(words).good() && words) return {reinterpret_cast<const std::uint8_t*>(words), length};
  return {};
}

/// One frame of one byte or one bit a pixel: an RLE segment after the 64-byte header (PS3.5 annex G).
std::optional<std::vector<std::uint8_t>> decodeRle(DcmPixelItem& fragment, std::size_t frameBytes) {
  const std::size_t length = fragment.getLength();
  Uint8* bytes = nullptr;
  if (length <= 64 || fragment.getUint8Array(bytes).bad() || !bytes) return std::nullopt;
  std::uint32_t header[2];
  std::memcpy(header, bytes, sizeof header);
  if (header[0] != 1 || header[1] != 64) return std::nullopt;
  DcmRLEDecoder decoder(frameBytes);
  decoder.decompress(bytes + 64, length - 64);
  if (decoder.size() != frameBytes) return std::nullopt;
  const auto* decoded = static_cast<const std::uint8_t*>(decoder.getOutputBuffer());
  return std::vector<std::uint8_t>(decoded, decoded + frameBytes);
}

planning::Expected<std::vector<std::vector<std::uint8_t>>> decodeRle(DcmElement& element, const SegPixelLayout& layout,
                                                                     const std::filesystem::path& file) {
  auto& pixelData = static_cast<DcmPixelData&>(element);
  DcmPixelSequence* sequence = nullptr;
  pixelData.getEncapsulatedRepresentation(EXS_RLELossless, nullptr, sequence);
  const std::size_t fragments = sequence && sequence->card() > 0 ? sequence->card() - 1 : 0;  // less the offset table
  if (fragments != layout.frames)
    return planning::refuse(
        "pixel-data-cut", subject(file),
        std::to_string(fragments) + " RLE fragments for " + std::to_string(layout.frames) + " frames");
  const std::size_t pixels = layout.rows * layout.columns;
  std::vector<std::vector<std::uint8_t>> frames;
  DcmObject* item = sequence->nextInContainer(nullptr);
  while ((item = sequence->nextInContainer(item))) {
    auto frame = decodeRle(*static_cast<DcmPixelItem*>(item), layout.fractional ? pixels : (pixels + 7) / 8);
    if (!frame)
      return planning::refuse("pixel-data-cut", subject(file), "RLE of frame " + std::to_string(frames.size() + 1));
    frames.push_back(std::move(*frame));
  }
  return frames;
}

}  // namespace

planning::Expected<SegPixels> SegPixels::open(DcmDataset& dataset, const SegPixelLayout& layout,
                                              const std::filesystem::path& file) {
  SegPixels pixels;
  pixels.layout_ = layout;
  DcmElement* element = nullptr;
  if (dataset.findAndGetElement(DCM_PixelData, element).bad() || !element || element->ident() != EVR_PixelData)
    return planning::refuse("pixel-data-cut", subject(file), "no pixel data");
  const DcmXfer syntax(dataset.getOriginalXfer());
  if (syntax.getXfer() == EXS_RLELossless) {
    auto decoded = decodeRle(*element, layout, file);
    if (!decoded) return tl::unexpected(decoded.error());
    pixels.decoded_ = std::move(*decoded);
    return pixels;
  }
  if (syntax.isEncapsulated())
    return planning::refuse("unsupported-transfer-syntax", file.string(), syntax.getXferName());
  const std::size_t count = layout.frames * layout.rows * layout.columns;
  const std::size_t expected = layout.fractional ? count : (count + 7) / 8;
  pixels.native_ = nativeBytes(*element);
  if (pixels.native_.size() < expected) return cut(file, pixels.native_.size(), expected);
  return pixels;
}

}  // namespace io::structures
