#include "io/structures/seg_pixels.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>
#include <zlib.h>

#include "io/dicom/jpeg2000.h"
#include "io/dicom/rle.h"
#include "io/dicom/transfer_syntax.h"

namespace io::structures {
namespace {

using namespace dicom::transfer_syntax;

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

std::vector<std::uint8_t> bytesOf(const std::vector<std::uint16_t>& words, std::size_t bytesAWord) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(words.size() * bytesAWord);
  for (const auto word : words)
    for (std::size_t i = 0; i < bytesAWord; ++i) bytes.push_back(static_cast<std::uint8_t>(word >> (8 * i)));
  return bytes;
}

/// One frame deflated by itself (PS3.5 A.4.14): `size` bytes, and one more where that makes their number even.
planning::Expected<std::vector<std::uint8_t>> inflateFrame(std::span<const std::byte> stream, std::size_t size,
                                                           const std::string& subject) {
  std::vector<std::uint8_t> bytes(size + size % 2 + 1);  // room to see that there is more
  z_stream z{};
  if (inflateInit2(&z, -MAX_WBITS) != Z_OK) return planning::refuse("decoding-failed", subject, "no memory to inflate");
  z.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(stream.data()));  // zlib only reads it
  z.avail_in = static_cast<uInt>(stream.size());
  z.next_out = bytes.data();
  z.avail_out = static_cast<uInt>(bytes.size());
  const bool ended = inflate(&z, Z_FINISH) == Z_STREAM_END;
  const auto found = static_cast<std::size_t>(z.total_out);
  inflateEnd(&z);
  if (!ended || found < size || found > size + size % 2)
    return planning::refuse("decoding-failed", subject,
                            std::to_string(found) + " bytes inflated, expected " + std::to_string(size));
  bytes.resize(size);
  return bytes;
}

/// Decodes one compressed frame into packed bits (each frame starts a byte of its own) or bytes.
planning::Expected<std::vector<std::uint8_t>> decodeFrame(std::span<const std::byte> stream, std::string_view syntax,
                                                          const SegPixelLayout& layout, const std::string& subject) {
  const std::size_t pixels = layout.rows * layout.columns;
  const bool binary = layout.kind == SegKind::Binary;
  if (syntax == kDeflatedFrames)
    return inflateFrame(stream, binary ? (pixels + 7) / 8 : pixels * layout.bytesAPixel, subject);
  dicom::PixelFormat format;
  format.columns = static_cast<int>(layout.columns);
  format.rows = static_cast<int>(layout.rows);
  format.bitsAllocated = format.bitsStored = static_cast<int>(8 * layout.bytesAPixel);
  format.highBit = format.bitsStored - 1;
  if (syntax == kRle) {  // RLE packs bytes, whatever the bits in them mean
    std::vector<std::uint16_t> words(binary ? (pixels + 7) / 8 : pixels);
    if (auto done = dicom::decodeRle(stream, format, words, subject); !done) return tl::unexpected(done.error());
    return bytesOf(words, layout.bytesAPixel);
  }
  std::vector<std::uint16_t> words(pixels);
  if (auto done = dicom::decodeJpeg2000(stream, format, words, subject); !done) return tl::unexpected(done.error());
  if (!binary) return bytesOf(words, layout.bytesAPixel);
  std::vector<std::uint8_t> packed((pixels + 7) / 8);
  for (std::size_t i = 0; i < pixels; ++i)
    if (words[i] != 0) packed[i / 8] = static_cast<std::uint8_t>(packed[i / 8] | (1u << (i % 8)));
  return packed;
}

planning::Expected<std::vector<std::span<const std::uint8_t>>> streamsOf(DcmElement& element, std::size_t frames,
                                                                         const std::filesystem::path& file) {
  auto& pixelData = static_cast<DcmPixelData&>(element);
  E_TransferSyntax original = EXS_Unknown;
  const DcmRepresentationParameter* parameters = nullptr;
  pixelData.getOriginalRepresentationKey(original, parameters);
  DcmPixelSequence* sequence = nullptr;
  pixelData.getEncapsulatedRepresentation(original, parameters, sequence);
  const std::size_t fragments = sequence && sequence->card() > 0 ? sequence->card() - 1 : 0;  // less the offset table
  if (fragments != frames)
    return planning::refuse("pixel-data-cut", subject(file),
                            std::to_string(fragments) + " fragments for " + std::to_string(frames) + " frames");
  std::vector<std::span<const std::uint8_t>> streams;
  DcmObject* item = sequence->nextInContainer(nullptr);
  while ((item = sequence->nextInContainer(item))) {
    auto& fragment = *static_cast<DcmPixelItem*>(item);
    Uint8* bytes = nullptr;
    fragment.getUint8Array(bytes);
    streams.emplace_back(bytes, bytes ? fragment.getLength() : 0);
  }
  return streams;
}

}  // namespace

planning::Expected<SegPixels> SegPixels::open(DcmDataset& dataset, const std::string& syntax,
                                              const SegPixelLayout& layout, const std::filesystem::path& file) {
  SegPixels pixels;
  pixels.layout_ = layout;
  pixels.subject_ = subject(file);
  pixels.syntax_ = syntax;
  DcmElement* element = nullptr;
  if (dataset.findAndGetElement(DCM_PixelData, element).bad() || !element || element->ident() != EVR_PixelData)
    return planning::refuse("pixel-data-cut", subject(file), "no pixel data");
  if (syntax == kRle || syntax == kJpeg2000Lossless || syntax == kJpeg2000 || syntax == kDeflatedFrames) {
    auto streams = streamsOf(*element, layout.frames, file);
    if (!streams) return tl::unexpected(streams.error());
    pixels.streams_ = std::move(*streams);
    return pixels;
  }
  if (DcmXfer(syntax.c_str()).isEncapsulated())
    return planning::refuse("unsupported-transfer-syntax", file.string(), syntax);
  const std::size_t count = layout.frames * layout.rows * layout.columns;
  const std::size_t expected = layout.kind == SegKind::Binary ? (count + 7) / 8 : count * layout.bytesAPixel;
  pixels.native_ = nativeBytes(*element);
  if (pixels.native_.size() < expected) return cut(file, pixels.native_.size(), expected);
  return pixels;
}

planning::Expected<SegFramePixels> SegPixels::frame(std::size_t index) const {
  if (streams_.empty()) return SegFramePixels(layout_, native_, index * layout_.rows * layout_.columns);
  auto decoded =
      decodeFrame(std::as_bytes(streams_[index]), syntax_, layout_, subject_ + " frame " + std::to_string(index + 1));
  if (!decoded) return tl::unexpected(decoded.error());
  return SegFramePixels(layout_, {}, 0, std::move(*decoded));
}

}  // namespace io::structures
