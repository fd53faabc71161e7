#include "io/deidentification/admission.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <array>
#include <string>

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

std::optional<planning::Error> whyQuarantined(DcmItem& dataset, const std::string& file) {
  const std::string sopClass = wordOf(dataset, DCM_SOPClassUID), says = wordOf(dataset, DCM_BurnedInAnnotation);
  const bool image = isOneOf(kSlices, sopClass) || isOneOf(kPictures, sopClass);
  if (says == "YES") return planning::Error{"image-says-text", file, {}};
  if (!image || says == "NO") return std::nullopt;
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

}  // namespace io::deidentification
