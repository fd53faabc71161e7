#include "io/deidentification/admission.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "io/report/codes.h"
#include "io/structures/dicom_header.h"

namespace io::deidentification {
namespace {

using structures::wordOf;

constexpr std::array kSlices{UID_CTImageStorage, UID_EnhancedCTImageStorage, UID_LegacyConvertedEnhancedCTImageStorage,
                             UID_XRay3DAngiographicImageStorage};
constexpr std::array kStructures{UID_SegmentationStorage, UID_RTStructureSetStorage};
/// Machines and programs write text into these.
constexpr std::array kPictures{UID_XRayAngiographicImageStorage,
                               UID_EnhancedXAImageStorage,
                               UID_XRayRadiofluoroscopicImageStorage,
                               UID_EnhancedXRFImageStorage,
                               UID_SecondaryCaptureImageStorage,
                               UID_MultiframeGrayscaleByteSecondaryCaptureImageStorage,
                               UID_MultiframeGrayscaleWordSecondaryCaptureImageStorage,
                               UID_MultiframeTrueColorSecondaryCaptureImageStorage,
                               UID_MultiframeSingleBitSecondaryCaptureImageStorage};

bool isOneOf(std::span<const char* const> classes, const std::string& uid) {
  return std::ranges::any_of(classes, [&](const char* one) { return uid == one; });
}

bool isOurs(DcmItem& report) {
  const auto schemes = structures::itemsOf(report, DCM_CodingSchemeIdentificationSequence);
  return std::ranges::any_of(
      schemes, [](DcmItem* scheme) { return wordOf(*scheme, DCM_CodingSchemeDesignator) == report::kPrivateScheme; });
}

bool hasOverlayInPixels(DcmItem& dataset) {
  for (Uint16 group = 0x6000; group <= 0x601e; group = static_cast<Uint16>(group + 2)) {
    Uint16 position = 0;
    if (dataset.findAndGetUint16(DcmTagKey(group, 0x0102), position).good() && position > 0) return true;
  }
  return false;
}

bool isCompressed(DcmItem& dataset) {
  DcmElement* pixels = nullptr;
  if (dataset.findAndGetElement(DCM_PixelData, pixels).bad() || !pixels) return false;
  E_TransferSyntax syntax = EXS_Unknown;
  const DcmRepresentationParameter* parameter = nullptr;
  static_cast<DcmPixelData*>(pixels)->getOriginalRepresentationKey(syntax, parameter);
  return DcmXfer(syntax).isEncapsulated();
}

}  // namespace

std::optional<planning::Error> whyLeftOut(DcmItem& dataset, const std::string& file) {
  const std::string sopClass = wordOf(dataset, DCM_SOPClassUID);
  if (sopClass == UID_Comprehensive3DSRStorage)
    return isOurs(dataset) ? std::nullopt : std::optional(planning::Error{"foreign-report", file, {}});
  if (!isOneOf(kSlices, sopClass) && !isOneOf(kStructures, sopClass) && !isOneOf(kPictures, sopClass))
    return planning::Error{"kind-not-deidentified", file, sopClass};
  if (hasOverlayInPixels(dataset) && isCompressed(dataset)) return planning::Error{"overlay-in-pixels", file, {}};
  return std::nullopt;
}

bool isPicture(DcmItem& dataset) {
  const std::string sopClass = wordOf(dataset, DCM_SOPClassUID);
  return isOneOf(kSlices, sopClass) || isOneOf(kPictures, sopClass);
}

std::optional<planning::Error> whyQuarantined(DcmItem& dataset, const std::string& file) {
  const std::string sopClass = wordOf(dataset, DCM_SOPClassUID), says = wordOf(dataset, DCM_BurnedInAnnotation);
  if (says == "YES") return planning::Error{"image-says-text", file, {}};
  if (!isPicture(dataset) || says == "NO") return std::nullopt;
  const bool secondary = wordOf(dataset, DCM_ImageType).find("\\SECONDARY") != std::string::npos;
  if (secondary || isOneOf(kPictures, sopClass)) return planning::Error{"image-may-hold-text", file, {}};
  return std::nullopt;
}

void dropOverlayBits(DcmItem& dataset) {
  Uint16 allocated = 0, stored = 0, high = 0;
  Uint16* pixels = nullptr;
  unsigned long count = 0;
  dataset.findAndGetUint16(DCM_BitsAllocated, allocated);
  dataset.findAndGetUint16(DCM_BitsStored, stored);
  dataset.findAndGetUint16(DCM_HighBit, high);
  if (!hasOverlayInPixels(dataset) || allocated != 16 || stored == 0 || stored >= 16 || high + 1 < stored) return;
  DcmElement* element = nullptr;
  if (dataset.findAndGetElement(DCM_PixelData, element).bad() || element->getUint16Array(pixels).bad() || !pixels)
    return;
  count = element->getLength() / sizeof(Uint16);
  const auto mask = static_cast<Uint16>(((1U << stored) - 1) << (high + 1 - stored));
  for (unsigned long i = 0; i < count; ++i) pixels[i] = static_cast<Uint16>(pixels[i] & mask);
}

namespace {

/// Of uncompressed pixels; absent where the header does not say it.
std::optional<std::size_t> bytesOfPixels(DcmItem& dataset) {
  Uint16 rows = 0, columns = 0, samples = 1, allocated = 0;
  Sint32 frames = 1;
  if (dataset.findAndGetUint16(DCM_SamplesPerPixel, samples).bad()) samples = 1;  // DCMTK sets 0 for what is absent
  if (dataset.findAndGetSint32(DCM_NumberOfFrames, frames).bad()) frames = 1;
  const bool said = dataset.findAndGetUint16(DCM_Rows, rows).good() &&
                    dataset.findAndGetUint16(DCM_Columns, columns).good() &&
                    dataset.findAndGetUint16(DCM_BitsAllocated, allocated).good();
  if (!said || frames < 1) return std::nullopt;
  const std::size_t bits = std::size_t{rows} * columns * samples * allocated * static_cast<std::size_t>(frames);
  const std::size_t bytes = (bits + 7) / 8;
  return bytes + bytes % 2;  // a value has an even length
}

template <class Number>
void shorten(DcmElement& element, const Number* all, std::size_t count,
             OFCondition (DcmElement::*put)(const Number*, unsigned long)) {
  const std::vector<Number> kept(all, all + count);
  (element.*put)(kept.data(), static_cast<unsigned long>(count));
}

void shorten(DcmElement& element, std::size_t bytes, bool inWords) {
  Uint16* words = nullptr;
  Uint8* all = nullptr;
  if (element.getLength() <= bytes) return;
  if (inWords && element.getUint16Array(words).good() && words != nullptr)
    shorten<Uint16>(element, words, bytes / 2, &DcmElement::putUint16Array);
  else if (!inWords && element.getUint8Array(all).good() && all != nullptr)
    shorten<Uint8>(element, all, bytes, &DcmElement::putUint8Array);
}

/// No end mark stands within compressed data, where FF is followed by 00 (ITU-T T.81 B.1.1.5) or by less than 90 (T.800
/// B.10.1). What follows the last one becomes zeros: the fragment keeps its length, which tables of offsets count on.
void blankBehindMark(DcmPixelItem& fragment) {
  Uint8* all = nullptr;
  const std::size_t length = fragment.getLength();
  if (fragment.getUint8Array(all).bad() || all == nullptr) return;
  for (std::size_t end = length; end >= 2; --end)
    if (all[end - 2] == 0xff && all[end - 1] == 0xd9) {
      std::fill(all + end, all + length, Uint8{0});
      return;
    }
}

/// JPEG, JPEG-LS, JPEG 2000: 50 to 93 (PS3.6 table A-1); video has three digits.
bool endsWithAMark(E_TransferSyntax syntax) {
  const std::string uid = DcmXfer(syntax).getXferID(), family = "1.2.840.10008.1.2.4.";
  return uid.starts_with(family) && uid.size() == family.size() + 2;
}

/// Of frames that are one fragment each: in a part of a frame the mark's two bytes may be anything.
void blankBehindFrames(DcmPixelData& pixels, Sint32 frames) {
  E_TransferSyntax syntax = EXS_Unknown;
  const DcmRepresentationParameter* parameter = nullptr;
  DcmPixelSequence* fragments = nullptr;
  pixels.getOriginalRepresentationKey(syntax, parameter);
  if (!endsWithAMark(syntax) || pixels.getEncapsulatedRepresentation(syntax, parameter, fragments).bad()) return;
  if (frames < 1 || fragments->card() != static_cast<unsigned long>(frames) + 1) return;  // the first is a table
  DcmPixelItem* fragment = nullptr;
  for (unsigned long i = 1; fragments->getItem(fragment, i).good(); ++i) blankBehindMark(*fragment);
}

}  // namespace

void dropBytesBehindPixels(DcmItem& dataset) {
  DcmElement* element = nullptr;
  if (dataset.findAndGetElement(DCM_PixelData, element).bad() || !element) return;
  Uint16 allocated = 0;
  Sint32 frames = 1;
  if (dataset.findAndGetSint32(DCM_NumberOfFrames, frames).bad()) frames = 1;
  if (isCompressed(dataset)) return blankBehindFrames(*static_cast<DcmPixelData*>(element), frames);
  dataset.findAndGetUint16(DCM_BitsAllocated, allocated);
  if (const auto bytes = bytesOfPixels(dataset)) shorten(*element, *bytes, allocated > 8);
}

}  // namespace io::deidentification
