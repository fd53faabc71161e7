#include "io/structures/seg_writer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmiod/cielabutil.h>

#include <array>
#include <cmath>

#include "io/dicom/encode.h"
#include "io/dicom/patient_study.h"
#include "io/dicom/put.h"
#include "io/files/local_time.h"
#include "io/files/safe_file.h"
#include "io/files/uid.h"
#include "io/report/coded_values.h"
#include "io/report/installation.h"
#include "io/structures/seg_frames.h"
#include "planning/check.h"

namespace io {
namespace {

using dicom::addCode;
using dicom::addItem;
using dicom::decimalString;
using dicom::decimalStrings;
using dicom::put;
using dicom::putNumber;
using dicom::putUnlessEmpty;
using planning::Expected;
using planning::Point;
using planning::SeriesIdentity;
using planning::Vector;
using planning::Volume;
using planning::anatomy::Structure;

SegCreation complete(SegCreation creation) {
  if (creation.seriesUid.empty()) creation.seriesUid = newUid();
  if (creation.sopInstanceUid.empty()) creation.sopInstanceUid = newUid();
  if (creation.date.empty()) creation.date = localNow("%Y%m%d");
  if (creation.time.empty()) creation.time = localNow("%H%M%S");
  return creation;
}

SeriesIdentity identityOf(const Volume& scan, const SegCreation& creation) {
  SeriesIdentity identity;
  const SeriesIdentity kept = planning::fitted(scan.identity);
  identity.patient = kept.patient;
  identity.study = kept.study;
  identity.seriesUid = creation.seriesUid;
  identity.frameOfReferenceUid = scan.identity.frameOfReferenceUid;
  identity.modality = "SEG";
  identity.description = "Structures";
  identity.instances = {{UID_SegmentationStorage, creation.sopInstanceUid}};
  return identity;
}

void putSeries(DcmDataset& dataset, const SeriesIdentity& identity) {
  dicom::putPatientAndStudy(dataset, identity.patient, identity.study);
  put(dataset, DCM_Modality, identity.modality);
  put(dataset, DCM_SeriesInstanceUID, identity.seriesUid);
  put(dataset, DCM_SeriesNumber, "900");
  put(dataset, DCM_SeriesDescription, identity.description);
  put(dataset, DCM_FrameOfReferenceUID, identity.frameOfReferenceUid);
  put(dataset, DCM_PositionReferenceIndicator, "");
  report::putEquipment(dataset);
}

/// Segmentation Image module and what it builds on (PS3.3 C.8.20.2).
void putImage(DcmDataset& dataset, const SeriesIdentity& identity, const SegCreation& creation, const Volume& scan,
              std::size_t frames) {
  const auto size = scan.hu->GetLargestPossibleRegion().GetSize();
  put(dataset, DCM_SOPClassUID, identity.instances[0].sopClassUid);
  put(dataset, DCM_SOPInstanceUID, identity.instances[0].sopInstanceUid);
  put(dataset, DCM_ImageType, "DERIVED\\PRIMARY");
  put(dataset, DCM_InstanceNumber, "1");
  put(dataset, DCM_ContentDate, creation.date);
  put(dataset, DCM_ContentTime, creation.time);
  put(dataset, DCM_ContentLabel, "STRUCTURES");
  put(dataset, DCM_ContentDescription, identity.description);
  put(dataset, DCM_ContentCreatorName, "");
  put(dataset, DCM_SegmentationType, "BINARY");
  put(dataset, DCM_LossyImageCompression, "00");
  put(dataset, DCM_ImageLaterality, "U");  // stands for Laterality, which the series of a whole body has not
  put(dataset, DCM_PhotometricInterpretation, "MONOCHROME2");
  put(dataset, DCM_NumberOfFrames, std::to_string(frames));
  putNumber(dataset, DCM_SamplesPerPixel, 1);
  putNumber(dataset, DCM_Rows, static_cast<std::uint16_t>(size[1]));
  putNumber(dataset, DCM_Columns, static_cast<std::uint16_t>(size[0]));
  putNumber(dataset, DCM_BitsAllocated, 1);
  putNumber(dataset, DCM_BitsStored, 1);
  putNumber(dataset, DCM_HighBit, 0);
  putNumber(dataset, DCM_PixelRepresentation, 0);
}

void putColour(DcmItem& segment, const std::array<std::uint8_t, 3>& colour) {
  std::array<double, 3> lab{};
  IODCIELabUtil::rgb2DicomLab(lab[0], lab[1], lab[2], colour[0] / 255.0, colour[1] / 255.0, colour[2] / 255.0);
  std::array<Uint16, 3> values{};
  for (std::size_t i = 0; i < 3; ++i) values[i] = static_cast<Uint16>(std::lround(lab[i]));
  planning::check(segment.putAndInsertUint16Array(DCM_RecommendedDisplayCIELabValue, values.data(), 3).good(),
                  "a colour can be written");
}

const char* algorithmTypeOf(const Structure& structure) {
  if (!structure.confirmed) return "AUTOMATIC";
  return structure.source.kind == planning::anatomy::Origin::Kind::Found ? "SEMIAUTOMATIC" : "MANUAL";
}

void addSegment(DcmDataset& dataset, const Structure& structure, std::size_t number) {
  constexpr std::size_t kLongestLabel = 64;  // PS3.5 6.2, LO
  DcmItem& segment = addItem(dataset, DCM_SegmentSequence);
  putNumber(segment, DCM_SegmentNumber, static_cast<std::uint16_t>(number));
  put(segment, DCM_SegmentLabel, structure.name.substr(0, kLongestLabel));
  const std::string algorithm = algorithmTypeOf(structure);
  put(segment, DCM_SegmentAlgorithmType, algorithm);
  if (algorithm != "MANUAL") put(segment, DCM_SegmentAlgorithmName, "needleplan");
  addCode(segment, DCM_SegmentedPropertyCategoryCodeSequence, {"123037004", "SCT", "Anatomical Structure"});
  DcmItem& type = addCode(segment, DCM_SegmentedPropertyTypeCodeSequence,
                          structure.code.value_or(report::anatomyOf(structure.kind, structure.name)));
  if (const auto side = report::codeOf(structure.side))
    addCode(type, DCM_SegmentedPropertyTypeModifierCodeSequence, *side);
  put(segment, DCM_TrackingID, structure.name.substr(0, kLongestLabel));
  put(segment, DCM_TrackingUID, structure.trackingUid.empty() ? newUid() : structure.trackingUid);
  putColour(segment, structure.colour);
}

/// Frames are found by segment, then by slice (PS3.3 C.7.6.17).
void putDimensions(DcmDataset& dataset, const std::string& uid) {
  put(addItem(dataset, DCM_DimensionOrganizationSequence), DCM_DimensionOrganizationUID, uid);
  const auto add = [&](const DcmTagKey& pointer, const DcmTagKey& group, const char* label) {
    DcmItem& dimension = addItem(dataset, DCM_DimensionIndexSequence);
    dimension.putAndInsertTagKey(DCM_DimensionIndexPointer, pointer);
    dimension.putAndInsertTagKey(DCM_FunctionalGroupPointer, group);
    put(dimension, DCM_DimensionOrganizationUID, uid);
    put(dimension, DCM_DimensionDescriptionLabel, label);
  };
  add(DCM_ReferencedSegmentNumber, DCM_SegmentIdentificationSequence, "Segment");
  add(DCM_ImagePositionPatient, DCM_PlanePositionSequence, "Slice");
}

Point corner(const Volume& scan, std::size_t slice) {
  Point place;
  scan.hu->TransformIndexToPhysicalPoint(
      scan.hu->GetLargestPossibleRegion().GetIndex() + itk::Offset<3>{{0, 0, static_cast<long>(slice)}}, place);
  return place;
}

void putSharedGroups(DcmDataset& dataset, const Volume& scan) {
  const auto first = scan.hu->GetLargestPossibleRegion().GetIndex();
  std::array<Vector, 3> step;
  for (unsigned d = 0; d < 3; ++d) {
    itk::Offset<3> next{};
    next[d] = 1;
    Point place;
    scan.hu->TransformIndexToPhysicalPoint(first + next, place);
    step[d] = place - corner(scan, 0);
  }
  const Vector normal = planning::cross(step[0], step[1]);
  const double apartMm = std::abs(planning::dot(step[2], normal)) / normal.GetNorm();
  const Vector along = step[0] / step[0].GetNorm(), down = step[1] / step[1].GetNorm();

  DcmItem& shared = addItem(dataset, DCM_SharedFunctionalGroupsSequence);
  DcmItem& measures = addItem(shared, DCM_PixelMeasuresSequence);
  put(measures, DCM_SliceThickness, decimalString(apartMm));
  put(measures, DCM_SpacingBetweenSlices, decimalString(apartMm));
  put(measures, DCM_PixelSpacing, decimalStrings({step[1].GetNorm(), step[0].GetNorm()}));
  put(addItem(shared, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient,
      decimalStrings({along[0], along[1], along[2], down[0], down[1], down[2]}));
}

void putSource(DcmItem& frame, const planning::InstanceReference& instance) {
  DcmItem& derivation = addItem(frame, DCM_DerivationImageSequence);
  addCode(derivation, DCM_DerivationCodeSequence, {"113076", "DCM", "Segmentation"});
  DcmItem& source = addItem(derivation, DCM_SourceImageSequence);
  put(source, DCM_ReferencedSOPClassUID, instance.sopClassUid);
  put(source, DCM_ReferencedSOPInstanceUID, instance.sopInstanceUid);
  put(source, DCM_SpatialLocationsPreserved, "YES");
  addCode(source, DCM_PurposeOfReferenceCodeSequence, {"121322", "DCM", "Source image for image processing operation"});
}

bool knowsItsInstances(const Volume& scan) {
  return scan.identity.instances.size() == scan.hu->GetLargestPossibleRegion().GetSize(2);
}

void addFrameGroups(DcmDataset& dataset, const structures::SegFrame& frame, const Volume& scan) {
  DcmItem& groups = addItem(dataset, DCM_PerFrameFunctionalGroupsSequence);
  if (knowsItsInstances(scan)) putSource(groups, scan.identity.instances[frame.slice]);
  const std::array<Uint32, 2> dimensions{static_cast<Uint32>(frame.segment + 1), static_cast<Uint32>(frame.slice + 1)};
  addItem(groups, DCM_FrameContentSequence).putAndInsertUint32Array(DCM_DimensionIndexValues, dimensions.data(), 2);
  const Point place = corner(scan, frame.slice);
  put(addItem(groups, DCM_PlanePositionSequence), DCM_ImagePositionPatient,
      decimalStrings({place[0], place[1], place[2]}));
  putNumber(addItem(groups, DCM_SegmentIdentificationSequence), DCM_ReferencedSegmentNumber,
            static_cast<std::uint16_t>(frame.segment + 1));
}

/// Every instance of the scan that a frame cites (PS3.3 C.12.2).
void putReferencedSeries(DcmDataset& dataset, const std::vector<structures::SegFrame>& frames, const Volume& scan) {
  if (!knowsItsInstances(scan)) return;
  std::vector<bool> cited(scan.identity.instances.size());
  for (const auto& frame : frames) cited[frame.slice] = true;
  DcmItem& series = addItem(dataset, DCM_ReferencedSeriesSequence);
  put(series, DCM_SeriesInstanceUID, scan.identity.seriesUid);
  for (std::size_t k = 0; k < cited.size(); ++k) {
    if (!cited[k]) continue;
    DcmItem& instance = addItem(series, DCM_ReferencedInstanceSequence);
    put(instance, DCM_ReferencedSOPClassUID, scan.identity.instances[k].sopClassUid);
    put(instance, DCM_ReferencedSOPInstanceUID, scan.identity.instances[k].sopInstanceUid);
  }
}

void putPixels(DcmDataset& dataset, const std::vector<std::uint8_t>& bits) {
  auto* pixels = new DcmPixelData(DCM_PixelData);  // the data set owns it
  pixels->setVR(EVR_OB);
  planning::check(pixels->putUint8Array(bits.data(), static_cast<unsigned long>(bits.size())).good() &&
                      dataset.insert(pixels, OFTrue).good(),
                  "a SEG's pixels can be written");
}

}  // namespace

Expected<SeriesIdentity> writeSeg(const std::vector<Structure>& structures, const Volume& scan,
                                  const std::filesystem::path& file, const SegCreation& wanted) {
  const auto packed = structures::packFrames(structures, *scan.hu);
  if (!packed) return tl::unexpected(packed.error());
  const SegCreation creation = complete(wanted);
  const SeriesIdentity identity = identityOf(scan, creation);
  DcmFileFormat format;
  DcmDataset& dataset = *format.getDataset();
  putSeries(dataset, identity);
  putImage(dataset, identity, creation, scan, packed->frames.size());
  for (std::size_t n = 0; n < structures.size(); ++n) addSegment(dataset, structures[n], n + 1);
  putDimensions(dataset, uidFromName(creation.sopInstanceUid + " dimensions"));
  putSharedGroups(dataset, scan);
  for (const auto& frame : packed->frames) addFrameGroups(dataset, frame, scan);
  putReferencedSeries(dataset, packed->frames, scan);
  putPixels(dataset, packed->bits);
  const auto written =
      dicom::encode(format).and_then([&](const std::vector<std::byte>& bytes) { return writeSafely(file, bytes); });
  if (!written) return tl::unexpected(written.error());
  return identity;
}

}  // namespace io
