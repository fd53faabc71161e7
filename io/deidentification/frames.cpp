#include "io/deidentification/frames.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "io/deidentification/text_in_picture.h"
#include "io/dicom/jpeg2000.h"
#include "io/structures/dicom_header.h"

namespace io::deidentification {
namespace {

using planning::Expected;
using planning::refuse;
using structures::wordOf;

/// How the pixels lie, as the header says it.
struct Layout {
  std::size_t columns = 0, rows = 0, samples = 1, frames = 1;
  int allocated = 0, stored = 0;
  bool isSigned = false, planar = false;

  std::size_t pixels() const { return columns * rows; }
  std::size_t valuesOfFrame() const { return pixels() * samples; }
  /// Where a sample of a pixel lies in its frame.
  std::size_t at(std::size_t pixel, std::size_t sample) const {
    return planar ? sample * pixels() + pixel : pixel * samples + sample;
  }
};

std::optional<Layout> layoutOf(DcmItem& dataset) {
  Uint16 columns = 0, rows = 0, samples = 1, allocated = 0, stored = 0, sign = 0, planar = 0;
  Sint32 frames = 1;
  const bool said = dataset.findAndGetUint16(DCM_Columns, columns).good() &&
                    dataset.findAndGetUint16(DCM_Rows, rows).good() &&
                    dataset.findAndGetUint16(DCM_BitsAllocated, allocated).good();
  if (dataset.findAndGetUint16(DCM_SamplesPerPixel, samples).bad()) samples = 1;
  if (dataset.findAndGetSint32(DCM_NumberOfFrames, frames).bad()) frames = 1;
  if (dataset.findAndGetUint16(DCM_BitsStored, stored).bad()) stored = allocated;
  dataset.findAndGetUint16(DCM_PixelRepresentation, sign);
  dataset.findAndGetUint16(DCM_PlanarConfiguration, planar);
  if (!said || columns == 0 || rows == 0 || samples == 0 || frames < 1) return std::nullopt;
  if ((allocated != 8 && allocated != 16) || stored == 0 || stored > allocated) return std::nullopt;
  return Layout{columns, rows, samples, static_cast<std::size_t>(frames), allocated, stored, sign == 1, planar == 1};
}

float valueOf(const Layout& layout, unsigned word) {
  const unsigned sign = 1U << (layout.stored - 1), kept = word & ((sign << 1) - 1);
  const int value = static_cast<int>(kept);
  return static_cast<float>(layout.isSigned && (kept & sign) != 0 ? value - static_cast<int>(sign << 1) : value);
}

/// Uncompressed pixels as numbers in their place; empty where there are fewer than the header says.
template <class Number>
std::span<Number> numbersOf(DcmElement& pixels, const Layout& layout, OFCondition (DcmElement::*get)(Number*&)) {
  Number* all = nullptr;
  const std::size_t count = layout.valuesOfFrame() * layout.frames;
  if ((pixels.*get)(all).bad() || all == nullptr || pixels.getLength() / sizeof(Number) < count) return {};
  return {all, count};
}

DcmPixelData* pixelsOf(DcmDataset& dataset) {
  DcmElement* element = nullptr;
  return dataset.findAndGetElement(DCM_PixelData, element).good() ? dynamic_cast<DcmPixelData*>(element) : nullptr;
}

/// A frame as grey: colours are added.
template <class Number>
std::vector<float> greyOf(const Layout& layout, std::span<const Number> frame) {
  std::vector<float> grey(layout.pixels());
  for (std::size_t pixel = 0; pixel < grey.size(); ++pixel)
    for (std::size_t sample = 0; sample < layout.samples; ++sample)
      grey[pixel] += valueOf(layout, frame[layout.at(pixel, sample)]);
  return grey;
}

template <class Number>
void findText(const Layout& layout, std::span<const Number> all, std::size_t frames, std::vector<PictureBox>& found) {
  for (std::size_t i = 0; i < frames; ++i) {
    const auto grey = greyOf<Number>(layout, all.subspan(i * layout.valuesOfFrame(), layout.valuesOfFrame()));
    for (const auto& box : textIn(grey, static_cast<int>(layout.columns), static_cast<int>(layout.rows)))
      found.push_back(box);
  }
}

/// Frames of JPEG 2000, which DCMTK cannot decode, one fragment each.
std::vector<std::uint16_t> decodedJpeg2000(DcmPixelData& pixels, const Layout& layout, std::size_t frames) {
  E_TransferSyntax syntax = EXS_Unknown;
  const DcmRepresentationParameter* parameter = nullptr;
  DcmPixelSequence* fragments = nullptr;
  pixels.getOriginalRepresentationKey(syntax, parameter);
  const bool known = syntax == EXS_JPEG2000 || syntax == EXS_JPEG2000LosslessOnly;
  if (!known || layout.samples != 1 || pixels.getEncapsulatedRepresentation(syntax, parameter, fragments).bad() ||
      fragments->card() != layout.frames + 1)
    return {};
  dicom::PixelFormat format;
  format.columns = static_cast<int>(layout.columns);
  format.rows = static_cast<int>(layout.rows);
  format.bitsAllocated = layout.allocated;
  format.bitsStored = layout.stored;
  format.highBit = layout.stored - 1;
  format.isSigned = layout.isSigned;
  std::vector<std::uint16_t> words(layout.pixels() * frames);
  for (std::size_t i = 0; i < frames; ++i) {
    DcmPixelItem* fragment = nullptr;
    Uint8* bytes = nullptr;
    if (fragments->getItem(fragment, static_cast<unsigned long>(i + 1)).bad() || fragment->getUint8Array(bytes).bad() ||
        bytes == nullptr)
      return {};
    const std::span stream(reinterpret_cast<const std::byte*>(bytes), fragment->getLength());
    const std::span frame(words.data() + i * layout.pixels(), layout.pixels());
    if (!dicom::decodeJpeg2000(stream, format, frame, {})) return {};
  }
  return words;
}

bool isNative(DcmDataset& dataset) {
  return pixelsOf(dataset) != nullptr && dataset.chooseRepresentation(EXS_LittleEndianExplicit, nullptr).good();
}

template <class Number>
void fill(const Layout& layout, std::span<Number> frame, std::span<const PictureBox> boxes, Number black) {
  const auto within = [](int place, std::size_t size) {
    return static_cast<std::size_t>(std::clamp(place, 0, static_cast<int>(size)));
  };
  for (const auto& box : boxes)
    for (std::size_t row = within(box.row, layout.rows); row < within(box.row + box.height, layout.rows); ++row)
      for (std::size_t column = within(box.column, layout.columns);
           column < within(box.column + box.width, layout.columns); ++column)
        for (std::size_t sample = 0; sample < layout.samples; ++sample)
          frame[layout.at(row * layout.columns + column, sample)] = black;
}

template <class Number>
bool fillFrames(DcmDataset& dataset, const Layout& layout, std::span<Number> all, std::span<const PictureBox> boxes) {
  if (all.empty()) return false;
  const bool inverted = wordOf(dataset, DCM_PhotometricInterpretation) == "MONOCHROME1";
  Uint16 unsignedPadding = 0;
  Sint16 signedPadding = 0;
  std::optional<Number> padding;
  if (dataset.findAndGetUint16(DCM_PixelPaddingValue, unsignedPadding).good())
    padding = static_cast<Number>(unsignedPadding);
  else if (dataset.findAndGetSint16(DCM_PixelPaddingValue, signedPadding).good())
    padding = static_cast<Number>(signedPadding);
  for (std::size_t i = 0; i < layout.frames; ++i) {
    const auto frame = all.subspan(i * layout.valuesOfFrame(), layout.valuesOfFrame());
    const auto darker = [&](Number one, Number other) {
      return inverted ? valueOf(layout, one) > valueOf(layout, other) : valueOf(layout, one) < valueOf(layout, other);
    };
    const Number darkest = layout.samples > 1 ? Number{0} : *std::ranges::min_element(frame, darker);
    fill(layout, frame, boxes, padding.value_or(darkest));
  }
  return true;
}

}  // namespace

Expected<std::vector<PictureBox>> textInFrames(DcmDataset& dataset, bool firstAlone) {
  const auto layout = layoutOf(dataset);
  DcmPixelData* pixels = pixelsOf(dataset);
  if (!layout || pixels == nullptr) return refuse("decoding-failed");
  const std::size_t frames = firstAlone ? 1 : layout->frames;
  std::vector<PictureBox> found;
  if (!isNative(dataset)) {
    const auto words = decodedJpeg2000(*pixels, *layout, frames);
    if (words.empty()) return refuse("decoding-failed");
    findText<std::uint16_t>(*layout, words, frames, found);
  } else if (layout->allocated == 16) {
    const auto all = numbersOf<Uint16>(*pixels, *layout, &DcmElement::getUint16Array);
    if (all.empty()) return refuse("decoding-failed");
    findText<Uint16>(*layout, all, frames, found);
  } else {
    const auto all = numbersOf<Uint8>(*pixels, *layout, &DcmElement::getUint8Array);
    if (all.empty()) return refuse("decoding-failed");
    findText<Uint8>(*layout, all, frames, found);
  }
  return merged(std::move(found));
}

Expected<void> blacken(DcmDataset& dataset, std::span<const PictureBox> boxes) {
  if (!isNative(dataset)) return refuse("cannot-blacken");
  DcmPixelData* pixels = pixelsOf(dataset);
  const auto layout = layoutOf(dataset);  // a decoder may have changed it
  const bool grey = layout && layout->samples == 1;
  if (!layout || pixels == nullptr || (!grey && wordOf(dataset, DCM_PhotometricInterpretation) != "RGB"))
    return refuse("cannot-blacken");
  dataset.removeAllButCurrentRepresentations();
  const bool done =
      layout->allocated == 16
          ? fillFrames<Uint16>(dataset, *layout, numbersOf<Uint16>(*pixels, *layout, &DcmElement::getUint16Array),
                               boxes)
          : fillFrames<Uint8>(dataset, *layout, numbersOf<Uint8>(*pixels, *layout, &DcmElement::getUint8Array), boxes);
  if (!done) return refuse("cannot-blacken");
  return {};
}

}  // namespace io::deidentification
