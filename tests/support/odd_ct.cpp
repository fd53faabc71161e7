#include "tests/support/odd_ct.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <cstdio>
#include <vector>

#include "io/dicom/library.h"
#include "io/dicom/put.h"
#include "planning/check.h"

namespace support {
namespace {

using io::dicom::addItem;
using io::dicom::put;
using io::dicom::putNumber;

constexpr int kOddOne = 6;  ///< the slice in the middle

std::string text(std::initializer_list<double> values) {
  std::string all;
  for (const double value : values) {
    std::array<char, 32> one{};
    std::snprintf(one.data(), one.size(), "%.10g", value);
    all += (all.empty() ? "" : "\\") + std::string(one.data());
  }
  return all;
}

void save(DcmFileFormat& file, const std::filesystem::path& path) {
  planning::check(file.saveFile(path.c_str(), EXS_LittleEndianExplicit).good(), "a made file can be written");
}

int huAt(int column, int row) {
  const double x = kOddCornerMm + kOddPixelMm * column, y = kOddCornerMm + kOddPixelMm * row;
  return x * x / (75.0 * 75.0) + y * y / (55.0 * 55.0) <= 1 ? 40 : -1000;
}

/// Of one slice, as stored: HU + `raised`.
std::vector<Uint16> pixels(int raised, int rows = kOddColumns) {
  std::vector<Uint16> stored;
  for (int row = 0; row < rows; ++row)
    for (int column = 0; column < kOddColumns; ++column)
      stored.push_back(static_cast<Uint16>(huAt(column, row) + raised));
  return stored;
}

void putPixels(DcmDataset& d, const std::vector<Uint16>& stored) {
  planning::check(d.putAndInsertUint16Array(DCM_PixelData, stored.data(), stored.size()).good(), "pixels can be put");
}

/// Patient, study, series and the description of the pixels.
void putCommon(DcmDataset& d, const char* sopClass, const std::string& instance, const char* modality) {
  io::dicom::useDcmtk();
  put(d, DCM_SOPClassUID, sopClass);
  put(d, DCM_SOPInstanceUID, "2.25.8100." + instance);
  put(d, DCM_StudyInstanceUID, "2.25.8001");
  put(d, DCM_SeriesInstanceUID, "2.25.8002");
  put(d, DCM_FrameOfReferenceUID, "2.25.8003");
  put(d, DCM_Modality, modality);
  put(d, DCM_PatientID, "ODD-1");
  put(d, DCM_PatientName, "Test^Odd");
  put(d, DCM_PatientPosition, "HFS");
  put(d, DCM_ImageType, "ORIGINAL\\PRIMARY\\AXIAL");
  put(d, DCM_PhotometricInterpretation, "MONOCHROME2");
  putNumber(d, DCM_SamplesPerPixel, 1);
  putNumber(d, DCM_Rows, kOddColumns);
  putNumber(d, DCM_Columns, kOddColumns);
  putNumber(d, DCM_BitsAllocated, 16);
  putNumber(d, DCM_BitsStored, 16);
  putNumber(d, DCM_HighBit, 15);
  putNumber(d, DCM_PixelRepresentation, 0);
}

double heightMm(int k) {
  return kOddLowestMm + kOddStepMm * k;
}

void putSlice(DcmDataset& d, int k) {
  putCommon(d, UID_CTImageStorage, std::to_string(k + 1), "CT");
  put(d, DCM_InstanceNumber, std::to_string(k + 1));
  put(d, DCM_SliceThickness, text({kOddStepMm}));
  put(d, DCM_ImagePositionPatient, text({kOddCornerMm, kOddCornerMm, heightMm(k)}));
  put(d, DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
  put(d, DCM_PixelSpacing, text({kOddPixelMm, kOddPixelMm}));
  put(d, DCM_RescaleSlope, "1");
  put(d, DCM_RescaleIntercept, "-1024");
  put(d, DCM_RescaleType, "HU");
  putPixels(d, pixels(1024));
}

/// Turned about z, about x and about neither, by up to 0.0002 rad.
void turn(DcmDataset& d, int k) {
  const double about[3] = {0.0002 * (k % 3 - 1), 0.0002 * (k % 2), 0};
  put(d, DCM_ImageOrientationPatient, text({1, about[0], 0, -about[0], 1, about[1]}));
}

void putFloats(DcmDataset& d) {
  const std::vector<Float32> floats(kOddColumns * kOddColumns, 40.0F);
  delete d.remove(DCM_PixelData);
  planning::check(d.putAndInsertFloat32Array(DCM_FloatPixelData, floats.data(), floats.size()).good(),
                  "floating point pixels can be put");
}

void putFrames(DcmDataset& d) {
  std::vector<Uint16> all;
  const auto one = pixels(1024);
  for (int k = 0; k < kOddSlices; ++k) all.insert(all.end(), one.begin(), one.end());
  put(d, DCM_NumberOfFrames, std::to_string(kOddSlices));
  putPixels(d, all);
}

void spoilOne(DcmDataset& d, Odd odd) {
  if (odd == Odd::StudyOfOneSlice) put(d, DCM_StudyInstanceUID, "2.25.8099");
  if (odd == Odd::SpacingOfOneSlice) put(d, DCM_PixelSpacing, text({1.1 * kOddPixelMm, 1.1 * kOddPixelMm}));
  if (odd == Odd::PatientOfOneSlice) put(d, DCM_PatientID, "ODD-2");
  if (odd == Odd::SeriesOfOneSlice) put(d, DCM_SeriesInstanceUID, "2.25.8098");
  if (odd != Odd::MatrixOfOneSlice) return;
  putNumber(d, DCM_Rows, kOddColumns / 2);
  putPixels(d, pixels(1024, kOddColumns / 2));
}

void spoil(DcmDataset& d, Odd odd, int k) {
  if (odd == Odd::TurningSlices) turn(d, k);
  if (odd == Odd::FrameASlice) put(d, DCM_FrameOfReferenceUID, "2.25.9000." + std::to_string(k + 1));
  if (odd == Odd::FloatingPoint) putFloats(d);
  if (odd == Odd::SeveralFramesOnePlace) putFrames(d);
  if (odd == Odd::AirIsPadding) {
    put(d, DCM_RescaleIntercept, "-1000");
    putNumber(d, DCM_PixelPaddingValue, 0);
    putPixels(d, pixels(1000));
  }
  if (k == kOddOne) spoilOne(d, odd);
}

DcmItem& group(DcmDataset& d, const DcmTagKey& groups, const DcmTagKey& macro) {
  DcmItem *item = nullptr, *made = nullptr;
  d.findOrCreateSequenceItem(groups, item, -1);
  item->findOrCreateSequenceItem(macro, made, 0);
  return *made;
}

void putShared(DcmDataset& d, bool isHu) {
  const auto& shared = DCM_SharedFunctionalGroupsSequence;
  put(group(d, shared, DCM_PlaneOrientationSequence), DCM_ImageOrientationPatient, "1\\0\\0\\0\\1\\0");
  auto& measures = group(d, shared, DCM_PixelMeasuresSequence);
  put(measures, DCM_PixelSpacing, text({kOddPixelMm, kOddPixelMm}));
  put(measures, DCM_SliceThickness, text({kOddStepMm}));
  if (!isHu) return;
  auto& values = group(d, shared, DCM_PixelValueTransformationSequence);
  put(values, DCM_RescaleSlope, "1");
  put(values, DCM_RescaleIntercept, "-1024");
  put(values, DCM_RescaleType, "HU");
}

void putFrame(DcmDataset& d, int k, int phase) {
  DcmItem& frame = addItem(d, DCM_PerFrameFunctionalGroupsSequence);
  put(addItem(frame, DCM_PlanePositionSequence), DCM_ImagePositionPatient,
      text({kOddCornerMm, kOddCornerMm, heightMm(k)}));
  if (phase == 0) return;
  DcmItem& content = addItem(frame, DCM_FrameContentSequence);
  put(content, DCM_StackID, "1");
  content.putAndInsertUint32(DCM_TemporalPositionIndex, static_cast<Uint32>(phase));
}

void putXaRun(DcmDataset& d, const std::string& instance, int frames) {
  putCommon(d, UID_XRayAngiographicImageStorage, instance, "XA");
  delete d.remove(DCM_FrameOfReferenceUID);
  put(d, DCM_ImageType, "ORIGINAL\\PRIMARY\\SINGLE PLANE");
  put(d, DCM_DistanceSourceToDetector, "1000");
  put(d, DCM_DistanceSourceToPatient, "700");
  put(d, DCM_ImagerPixelSpacing, "1.36\\1.36");
  put(d, DCM_PositionerSecondaryAngle, "0");
  put(d, DCM_PatientOrientation, "L\\F");
  put(d, DCM_NumberOfFrames, std::to_string(frames));
  putNumber(d, DCM_Rows, 128);
  putNumber(d, DCM_Columns, 128);
  putPixels(d, std::vector<Uint16>(static_cast<std::size_t>(128 * 128 * frames), 100));
}

}  // namespace

void writeOddCt(Odd odd, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  for (int k = 0; k < (odd == Odd::SeveralFramesOnePlace ? 1 : kOddSlices); ++k) {
    DcmFileFormat file;
    putSlice(*file.getDataset(), k);
    spoil(*file.getDataset(), odd, k);
    std::array<char, 16> name{};
    std::snprintf(name.data(), name.size(), "%03d.dcm", k);
    save(file, folder / name.data());
  }
}

void writeTwoPhases(const std::filesystem::path& path) {
  DcmFileFormat file;
  auto& d = *file.getDataset();
  putCommon(d, UID_EnhancedCTImageStorage, "50", "CT");
  put(d, DCM_NumberOfFrames, std::to_string(2 * kOddSlices));
  putShared(d, true);
  std::vector<Uint16> all;
  for (int frame = 0; frame < 2 * kOddSlices; ++frame) {
    const int shuffled = frame * 7 % (2 * kOddSlices);  // 7 and 24 have no common divisor
    const int phase = shuffled % 2 + 1;
    putFrame(d, shuffled / 2, phase);
    const auto one = pixels(1024 + 100 * (phase - 1));
    all.insert(all.end(), one.begin(), one.end());
  }
  putPixels(d, all);
  save(file, path);
}

void writeConeBeam(const std::filesystem::path& path) {
  DcmFileFormat file;
  auto& d = *file.getDataset();
  putCommon(d, UID_XRay3DAngiographicImageStorage, "60", "XA");
  put(d, DCM_NumberOfFrames, std::to_string(kOddSlices));
  putShared(d, false);
  std::vector<Uint16> all;
  for (int k = 0; k < kOddSlices; ++k) {
    putFrame(d, k, 0);
    const auto one = pixels(1024);
    all.insert(all.end(), one.begin(), one.end());
  }
  putPixels(d, all);
  save(file, path);
}

void writeRotation(const std::filesystem::path& path, const std::string& motion, const std::string& increments) {
  DcmFileFormat file;
  auto& d = *file.getDataset();
  putXaRun(d, "70", 4);
  put(d, DCM_PositionerPrimaryAngle, "0");
  put(d, DCM_PositionerPrimaryAngleIncrement, increments);
  put(d, DCM_PositionerSecondaryAngleIncrement, "0\\0\\0\\0");
  if (!motion.empty()) put(d, DCM_PositionerMotion, motion);
  save(file, path);
}

void writeRao30(const std::filesystem::path& path) {
  DcmFileFormat file;
  auto& d = *file.getDataset();
  putXaRun(d, "71", 1);
  put(d, DCM_PositionerPrimaryAngle, "-30");
  put(d, DCM_PositionerMotion, "STATIC");
  save(file, path);
}

}  // namespace support
