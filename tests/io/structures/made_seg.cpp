#include "made_seg.h"

#include <cstdio>
#include <stdexcept>

namespace made {
namespace {

void must(const OFCondition& status) {
  if (status.bad()) throw std::runtime_error(status.text());
}

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value) {
  must(item.putAndInsertString(DcmTag(tag), value.c_str()));
}

DcmItem& item(DcmItem& parent, const DcmTagKey& sequence, signed long number = 0) {
  DcmItem* found = nullptr;
  must(parent.findOrCreateSequenceItem(DcmTag(sequence), found, number));
  return *found;
}

void putCode(DcmItem& parent, const DcmTagKey& sequence, const std::array<std::string, 3>& code) {
  DcmItem& coded = item(parent, sequence);
  put(coded, DCM_CodeValue, code[0]);
  put(coded, DCM_CodingSchemeDesignator, code[1]);
  put(coded, DCM_CodeMeaning, code[2]);
}

void putSegments(DcmItem& dataset, const Seg& seg) {
  for (std::size_t i = 0; i < seg.segments.size(); ++i) {
    const SegSegment& segment = seg.segments[i];
    DcmItem& described = item(dataset, DCM_SegmentSequence, static_cast<signed long>(i));
    must(described.putAndInsertUint16(DCM_SegmentNumber, static_cast<Uint16>(segment.number)));
    put(described, DCM_SegmentLabel, segment.label);
    put(described, DCM_SegmentAlgorithmType, segment.algorithm);
    putCode(described, DCM_SegmentedPropertyTypeCodeSequence, segment.type);
    if (!segment.modifier[0].empty())
      putCode(item(described, DCM_SegmentedPropertyTypeCodeSequence), DCM_SegmentedPropertyTypeModifierCodeSequence,
              segment.modifier);
  }
}

void putFrames(DcmItem& dataset, const Seg& seg) {
  DcmItem& shared = item(dataset, DCM_SharedFunctionalGroupsSequence);
  put(item(shared, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient, decimals(seg.orientation.data(), 6));
  DcmItem& measures = item(shared, DCM_PixelMeasuresSequence);
  put(measures, DCM_PixelSpacing, decimals(seg.spacing.data(), 2));
  if (seg.betweenSlices > 0) put(measures, DCM_SpacingBetweenSlices, decimals(&seg.betweenSlices, 1));
  if (seg.sliceThickness > 0) put(measures, DCM_SliceThickness, decimals(&seg.sliceThickness, 1));
  for (std::size_t i = 0; i < seg.frames.size(); ++i) {
    DcmItem& frame = item(dataset, DCM_PerFrameFunctionalGroupsSequence, static_cast<signed long>(i));
    put(item(frame, DCM_PlanePositionSequence), DCM_ImagePositionPatient,
        decimals(seg.frames[i].position.GetDataPointer(), 3));
    must(item(frame, DCM_SegmentIdentificationSequence)
             .putAndInsertUint16(DCM_ReferencedSegmentNumber, static_cast<Uint16>(seg.frames[i].segment)));
  }
}

void putPixels(DcmItem& dataset, const Seg& seg) {
  std::vector<Uint8> bytes;
  std::size_t bit = 0;
  for (const SegFrame& frame : seg.frames)
    for (const std::uint8_t pixel : frame.pixels) {
      if (seg.fractional) {
        bytes.push_back(pixel);
      } else {
        if (bit % 8 == 0) bytes.push_back(0);
        bytes.back() = static_cast<Uint8>(bytes.back() | ((pixel ? 1 : 0) << (bit % 8)));
        ++bit;
      }
    }
  if (bytes.size() % 2) bytes.push_back(0);
  must(dataset.putAndInsertUint8Array(DCM_PixelData, bytes.data(), bytes.size()));
}

}  // namespace

planning::SeriesIdentity scanIdentity() {
  planning::SeriesIdentity scan;
  scan.patient.id = "MADE-1";
  scan.study.uid = "2.25.1";
  scan.seriesUid = "2.25.2";
  scan.frameOfReferenceUid = "2.25.3";
  return scan;
}

void putIdentity(DcmDataset& dataset, const char* sopClass, const char* modality) {
  put(dataset, DCM_SpecificCharacterSet, "ISO_IR 192");
  put(dataset, DCM_SOPClassUID, sopClass);
  put(dataset, DCM_SOPInstanceUID, "2.25.777");
  put(dataset, DCM_Modality, modality);
  put(dataset, DCM_PatientID, "MADE-1");
  put(dataset, DCM_PatientName, "Made^Up");
  put(dataset, DCM_StudyInstanceUID, "2.25.1");
  put(dataset, DCM_SeriesInstanceUID, "2.25.4");
  put(dataset, DCM_FrameOfReferenceUID, "2.25.3");
}

std::string decimals(const double* numbers, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    char number[32];
    std::snprintf(number, sizeof number, "%s%.10g", i ? "\\" : "", numbers[i]);
    text += number;
  }
  return text;
}

std::filesystem::path write(const Seg& seg, const std::filesystem::path& folder, E_TransferSyntax syntax) {
  DcmFileFormat format;
  DcmDataset& dataset = *format.getDataset();
  putIdentity(dataset, UID_SegmentationStorage, "SEG");
  put(dataset, DCM_SegmentationType, seg.fractional ? "FRACTIONAL" : "BINARY");
  if (seg.fractional) {
    put(dataset, DCM_SegmentationFractionalType, "PROBABILITY");
    must(dataset.putAndInsertUint16(DCM_MaximumFractionalValue, 200));
  }
  must(dataset.putAndInsertUint16(DCM_Rows, static_cast<Uint16>(seg.rows)));
  must(dataset.putAndInsertUint16(DCM_Columns, static_cast<Uint16>(seg.columns)));
  put(dataset, DCM_NumberOfFrames, std::to_string(seg.frames.size()));
  must(dataset.putAndInsertUint16(DCM_BitsAllocated, seg.fractional ? 8 : 1));
  must(dataset.putAndInsertUint16(DCM_BitsStored, seg.fractional ? 8 : 1));
  must(dataset.putAndInsertUint16(DCM_HighBit, seg.fractional ? 7 : 0));
  must(dataset.putAndInsertUint16(DCM_SamplesPerPixel, 1));
  must(dataset.putAndInsertUint16(DCM_PixelRepresentation, 0));
  put(dataset, DCM_PhotometricInterpretation, "MONOCHROME2");
  putSegments(dataset, seg);
  putFrames(dataset, seg);
  putPixels(dataset, seg);
  seg.change(dataset);
  const auto file = folder / "made.dcm";
  must(format.saveFile(OFFilename(file.c_str()), syntax));
  return file;
}

}  // namespace made
