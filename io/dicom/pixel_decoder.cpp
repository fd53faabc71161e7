#include "io/dicom/pixel_decoder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <stdexcept>
#include <vector>

#include "io/dicom/byte_source.h"
#include "io/dicom/jpeg2000.h"
#include "io/dicom/library.h"
#include "io/dicom/rle.h"
#include "io/dicom/transfer_syntax.h"

namespace io::dicom {

namespace {

using namespace transfer_syntax;
using Done = planning::Expected<void>;

std::string pixelsOf(const Slice& slice) {
  return slice.file.string() + " (7fe0,0010)";
}

bool isJpeg2000(std::string_view uid) {
  return uid == kJpeg2000Lossless || uid == kJpeg2000;
}

Done cut(const Slice& slice) {
  return planning::refuse("pixel-data-cut", pixelsOf(slice), "the file ends inside its pixel data");
}

void swapBytes(std::span<std::uint16_t> words) {
  for (auto& word : words) word = static_cast<std::uint16_t>((word << 8) | (word >> 8));
}

/// Bytes as read to words, in place: the bytes fill the first half of the span.
void widen(std::span<std::uint16_t> words) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(words.data());
  for (std::size_t i = words.size(); i-- > 0;) words[i] = bytes[i];
}

/// Colours as read, to the brightness of each pixel.
Done toGrey(const Slice& slice, std::span<const std::byte> colours, std::string_view photometric,
            std::span<std::uint16_t> words) {
  if (colours.size() < 3 * words.size()) return planning::refuse("decoding-failed", pixelsOf(slice), "too few colours");
  const std::size_t next = slice.format.planar ? words.size() : 1, step = slice.format.planar ? 1 : 3;
  const bool isRgb = photometric == "RGB";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto at = [&](std::size_t sample) { return static_cast<unsigned>(colours[i * step + sample * next]); };
    // Rec. 601; of YBR the first sample is the brightness.
    words[i] = static_cast<std::uint16_t>(isRgb ? (299 * at(0) + 587 * at(1) + 114 * at(2) + 500) / 1000 : at(0));
  }
  return {};
}

Done readNativeColours(const Slice& slice, const InputFile& file, std::span<std::uint16_t> words) {
  std::vector<std::byte> colours(static_cast<std::size_t>(slice.bytes.length));
  if (slice.transferSyntaxUid == kDeflated) {
    InflatedBytes bytes(file, slice.dataSetOffset, slice.bytes.offset + slice.bytes.length);
    if (!bytes.skip(slice.bytes.offset) || !bytes.read(colours.data(), colours.size())) return cut(slice);
  } else if (!file.readAt(slice.bytes.offset, colours.data(), colours.size())) {
    return cut(slice);
  }
  return toGrey(slice, colours, slice.format.photometric, words);
}

/// Native pixels as they stand in the data set.
Done toWords(const Slice& slice, std::span<std::uint16_t> words) {
  const bool fileIsBig = slice.transferSyntaxUid == kExplicitBig;
  if (slice.format.bitsAllocated == 8) {
    widen(words);
  } else if (fileIsBig != (std::endian::native == std::endian::big)) {
    swapBytes(words);
  }
  return {};
}

Done readNative(const Slice& slice, const InputFile& file, std::span<std::uint16_t> words) {
  if (!file.readAt(slice.bytes.offset, words.data(), static_cast<std::size_t>(slice.bytes.length))) return cut(slice);
  return toWords(slice, words);
}

Done readDeflated(const Slice& slice, const InputFile& file, std::span<std::uint16_t> words) {
  InflatedBytes bytes(file, slice.dataSetOffset, slice.bytes.offset + slice.bytes.length);
  const bool whole =
      bytes.skip(slice.bytes.offset) && bytes.read(words.data(), static_cast<std::size_t>(slice.bytes.length));
  return whole ? toWords(slice, words) : cut(slice);
}

planning::Expected<std::vector<std::byte>> readFragments(const Slice& slice, const InputFile& file) {
  std::vector<std::byte> all;
  for (const auto& fragment : slice.fragments) {
    const auto start = all.size();
    all.resize(start + static_cast<std::size_t>(fragment.length));
    if (!file.readAt(fragment.offset, all.data() + start, static_cast<std::size_t>(fragment.length)))
      return tl::unexpected(cut(slice).error());
  }
  return all;
}

/// What the frame header of a JPEG or JPEG-LS stream says (ITU T.81 B.2.2, T.87 C.2.2).
struct JpegFrame {
  int precision = 0, rows = 0, columns = 0, components = 0;
};

std::optional<JpegFrame> jpegFrame(std::span<const std::byte> stream) {
  const auto at = [&](std::size_t i) { return static_cast<int>(stream[i]); };
  std::size_t i = 2;
  while (i + 10 < stream.size()) {
    if (at(i) != 0xff) return std::nullopt;
    const int marker = at(i + 1);
    if (marker == 0xff) {
      ++i;  // fill
      continue;
    }
    const bool isFrame =
        (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) || marker == 0xf7;
    if (isFrame) return JpegFrame{at(i + 4), at(i + 5) * 256 + at(i + 6), at(i + 7) * 256 + at(i + 8), at(i + 9)};
    const int length = at(i + 2) * 256 + at(i + 3);
    const bool bare = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd9);
    if (bare || length < 2) return std::nullopt;
    i += static_cast<std::size_t>(length) + 2;
  }
  return std::nullopt;
}

Done checkJpeg(const Slice& slice, std::span<const std::byte> stream) {
  const auto frame = jpegFrame(stream);
  if (!frame) return planning::refuse("decoding-failed", pixelsOf(slice), "no JPEG frame header");
  const auto& format = slice.format;
  const bool agrees = frame->rows == format.rows && frame->columns == format.columns &&
                      frame->components == format.samples && (frame->precision > 8) == (format.bitsAllocated > 8) &&
                      frame->precision <= format.bitsAllocated;
  if (agrees) return {};
  return planning::refuse("decoding-failed", pixelsOf(slice),
                          "JPEG of " + std::to_string(frame->columns) + " x " + std::to_string(frame->rows) + ", " +
                              std::to_string(frame->precision) + " bits, " + std::to_string(frame->components) +
                              " components");
}

/// A data set with nothing but what DCMTK's decoders ask for, around the fragments of one frame.
std::unique_ptr<DcmDataset> frameDataset(const Slice& slice, std::vector<std::byte>& stream, DcmPixelData*& pixels) {
  const auto& format = slice.format;
  auto dataset = std::make_unique<DcmDataset>();
  const std::array<std::pair<DcmTagKey, int>, 8> words{{{DCM_SamplesPerPixel, format.samples},
                                                        {DCM_Rows, format.rows},
                                                        {DCM_Columns, format.columns},
                                                        {DCM_BitsAllocated, format.bitsAllocated},
                                                        {DCM_BitsStored, format.bitsStored},
                                                        {DCM_HighBit, format.highBit},
                                                        {DCM_PixelRepresentation, format.isSigned ? 1 : 0},
                                                        {DCM_PlanarConfiguration, format.planar ? 1 : 0}}};
  for (const auto& [key, value] : words) dataset->putAndInsertUint16(key, static_cast<Uint16>(value));
  dataset->putAndInsertString(DCM_PhotometricInterpretation, format.photometric.c_str());
  auto sequence = std::make_unique<DcmPixelSequence>(DcmTag(DCM_PixelData, EVR_OB));
  sequence->insert(new DcmPixelItem(DcmTag(DCM_Item, EVR_OB)));  // an empty offset table
  std::size_t start = 0;
  for (const auto& fragment : slice.fragments) {
    auto* item = new DcmPixelItem(DcmTag(DCM_Item, EVR_OB));
    sequence->insert(item);
    item->putUint8Array(reinterpret_cast<const Uint8*>(stream.data() + start),
                        static_cast<unsigned long>(fragment.length));
    start += static_cast<std::size_t>(fragment.length);
  }
  pixels = new DcmPixelData(DCM_PixelData);
  pixels->putOriginalRepresentation(DcmXfer(slice.transferSyntaxUid.c_str()).getXfer(), nullptr, sequence.release());
  dataset->insert(pixels, OFTrue);
  return dataset;
}

Done decodeByDcmtk(const Slice& slice, std::vector<std::byte>& stream, std::span<std::uint16_t> words) {
  useDcmtk();
  if (auto checked = checkJpeg(slice, stream); !checked) return checked;
  const bool colours = slice.format.samples > 1;
  const auto bytes = words.size() * static_cast<std::size_t>(slice.format.samples * slice.format.bitsAllocated / 8);
  std::vector<std::uint16_t> padded;  // the decoders want an even number of bytes
  auto* target = words.data();
  if (bytes % 2 != 0 || colours) {
    padded.resize(bytes / 2 + 1);
    target = padded.data();
  }
  DcmPixelData* pixels = nullptr;
  Uint32 fragment = 0;
  OFString colour;
  const auto dataset = frameDataset(slice, stream, pixels);
  const auto result =
      pixels->getUncompressedFrame(dataset.get(), 0, fragment, target, static_cast<Uint32>(bytes + bytes % 2), colour);
  if (result.bad()) return planning::refuse("decoding-failed", pixelsOf(slice), result.text());
  if (colours) {
    Slice interleaved = slice;  // what DCMTK's JPEG decoders give
    interleaved.format.planar = false;
    return toGrey(interleaved, std::as_bytes(std::span(padded)), colour.c_str(), words);
  }
  if (!padded.empty()) std::copy_n(reinterpret_cast<const char*>(target), bytes, reinterpret_cast<char*>(words.data()));
  if (slice.format.bitsAllocated == 8) widen(words);
  return {};
}

Done decode(const Slice& slice, const InputFile& file, std::span<std::uint16_t> words) {
  auto stream = readFragments(slice, file);
  if (!stream) return tl::unexpected(stream.error());
  if (slice.transferSyntaxUid == kRle) return decodeRle(*stream, slice.format, words, pixelsOf(slice));
  if (isJpeg2000(slice.transferSyntaxUid)) return decodeJpeg2000(*stream, slice.format, words, pixelsOf(slice));
  try {
    return decodeByDcmtk(slice, *stream, words);
  } catch (const std::exception& error) {
    return planning::refuse("decoding-failed", pixelsOf(slice), error.what());
  }
}

/// The slice's file, where it is still what was scanned. `pixels`: how many the slice has.
planning::Expected<InputFile> openFor(const Slice& slice, std::size_t pixels) {
  if (!canDecode(slice.transferSyntaxUid))
    return planning::refuse("unsupported-transfer-syntax", slice.file.string() + " (0002,0010)",
                            slice.transferSyntaxUid);
  auto file = InputFile::open(slice.file);
  if (!file) return file;
  if (file->stamp() != slice.stamp)
    return planning::refuse("file-changed", slice.file.string(), "it is not the file that was scanned");
  const auto bytes = pixels * static_cast<std::size_t>(slice.format.samples * slice.format.bitsAllocated / 8);
  if (slice.fragments.empty() && slice.bytes.length != bytes)
    return planning::refuse("pixel-data-cut", pixelsOf(slice), std::to_string(slice.bytes.length) + " bytes a frame");
  return file;
}

/// Whether the pixels lie in the file as this machine's own words: nearly every uncompressed CT.
bool areWords(const Slice& slice) {
  const bool little = slice.transferSyntaxUid == kImplicitLittle || slice.transferSyntaxUid == kExplicitLittle;
  return little && std::endian::native == std::endian::little && slice.fragments.empty() && slice.format.samples == 1 &&
         slice.format.bitsAllocated == 16 && slice.bytes.offset % 2 == 0;
}

/// Converts while it reads: no pixel goes twice through memory.
planning::Expected<ConversionCounts> readWordsAsHu(const Slice& slice, bool isHu, std::span<std::uint16_t> hu) {
  const auto file = openFor(slice, hu.size());
  if (!file) return tl::unexpected(file.error());
  ConversionCounts counts;
  const bool whole = readPieces(*file, slice.bytes.offset, slice.bytes.length, [&](std::span<const std::byte> piece) {
    const std::span words(reinterpret_cast<const std::uint16_t*>(piece.data()), piece.size() / 2);
    const auto part = convertToHu(words, hu.first(words.size()), slice.format, slice.rescale, isHu);
    counts.clamped += part.clamped;
    counts.belowAir += part.belowAir;
    hu = hu.subspan(words.size());
  });
  if (!whole) return tl::unexpected(cut(slice).error());
  return counts;
}

}  // namespace

bool canDecode(std::string_view uid) {
  static constexpr std::array kKnown{kImplicitLittle,
                                     kExplicitLittle,
                                     kDeflated,
                                     kExplicitBig,
                                     kRle,
                                     kJpegBaseline,
                                     kJpegExtended,
                                     kJpegLossless,
                                     kJpegLosslessFirstOrder,
                                     kJpegLsLossless,
                                     kJpegLsNearLossless,
                                     kJpeg2000Lossless,
                                     kJpeg2000};
  return std::find(kKnown.begin(), kKnown.end(), uid) != kKnown.end();
}

planning::Expected<void> readStoredWords(const Slice& slice, std::span<std::uint16_t> words) {
  const auto file = openFor(slice, words.size());
  if (!file) return tl::unexpected(file.error());
  if (!slice.fragments.empty()) return decode(slice, *file, words);
  if (slice.format.samples > 1) return readNativeColours(slice, *file, words);
  if (slice.transferSyntaxUid == kDeflated) return readDeflated(slice, *file, words);
  return readNative(slice, *file, words);
}

planning::Expected<ConversionCounts> readHu(const Slice& slice, bool isHu, std::span<std::uint16_t> hu) {
  if (areWords(slice)) return readWordsAsHu(slice, isHu, hu);
  if (auto read = readStoredWords(slice, hu); !read) return tl::unexpected(read.error());
  return convertToHu(hu, hu, slice.format, slice.rescale, isHu);
}

}  // namespace io::dicom
