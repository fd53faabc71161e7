#include "io/images/ct_writer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "io/dicom/encode.h"
#include "io/dicom/patient_study.h"
#include "io/dicom/put.h"
#include "io/files/safe_file.h"
#include "io/files/uid.h"
#include "planning/check.h"

namespace io {
namespace {

using dicom::put;
using dicom::putNumber;
using dicom::putUnlessEmpty;
using planning::Expected;
using planning::Point;
using planning::SeriesIdentity;
using planning::Vector;
using planning::Volume;

/// How the slices lie in the patient, from the image's true index-to-patient transform.
struct Grid {
  Vector columnStep, rowStep, sliceStep;  ///< mm from a voxel to the next along i, j, k
  itk::Size<3> size;
};

Point place(const Volume& volume, long i, long j, long k) {
  Point p;
  volume.hu->TransformIndexToPhysicalPoint(volume.hu->GetLargestPossibleRegion().GetIndex() + itk::Offset<3>{{i, j, k}},
                                           p);
  return p;
}

Grid gridOf(const Volume& volume) {
  const Point origin = place(volume, 0, 0, 0);
  return {place(volume, 1, 0, 0) - origin, place(volume, 0, 1, 0) - origin, place(volume, 0, 0, 1) - origin,
          volume.hu->GetLargestPossibleRegion().GetSize()};
}

/// Between slices, along their normal (PS3.3 C.7.6.2.1: never along a sheared step).
double slicesApartMm(const Grid& grid) {
  const Vector normal = planning::cross(grid.columnStep, grid.rowStep);
  return std::abs(planning::dot(grid.sliceStep, normal)) / normal.GetNorm();
}

void putSeries(DcmDataset& dataset, const SeriesIdentity& identity) {
  put(dataset, DCM_SeriesInstanceUID, identity.seriesUid);
  put(dataset, DCM_Modality, "CT");
  put(dataset, DCM_SeriesNumber, "1");
  put(dataset, DCM_Laterality, "");
  putUnlessEmpty(dataset, DCM_SeriesDescription, identity.description);
  put(dataset, DCM_PatientPosition, identity.patientPosition);
  put(dataset, DCM_FrameOfReferenceUID, identity.frameOfReferenceUid);
  put(dataset, DCM_PositionReferenceIndicator, "");
  put(dataset, DCM_Manufacturer, "needleplan");
  put(dataset, DCM_ManufacturerModelName, "needleplan");
  put(dataset, DCM_SoftwareVersions, NEEDLEPLAN_VERSION);
}

void putImage(DcmDataset& dataset, const SeriesIdentity& identity, std::size_t k) {
  put(dataset, DCM_SOPClassUID, identity.instances[k].sopClassUid);
  put(dataset, DCM_SOPInstanceUID, identity.instances[k].sopInstanceUid);
  put(dataset, DCM_ImageType, "ORIGINAL\\PRIMARY\\AXIAL");
  put(dataset, DCM_InstanceNumber, std::to_string(k + 1));
  put(dataset, DCM_AcquisitionNumber, "1");
  put(dataset, DCM_KVP, "");
  putUnlessEmpty(dataset, DCM_ContentDate, identity.study.date);
  putUnlessEmpty(dataset, DCM_ContentTime, identity.study.time);
}

void putPlane(DcmDataset& dataset, const Volume& volume, const Grid& grid, std::size_t k) {
  using dicom::decimalString, dicom::decimalStrings;
  const Vector along = grid.columnStep / grid.columnStep.GetNorm(), down = grid.rowStep / grid.rowStep.GetNorm();
  const Point corner = place(volume, 0, 0, static_cast<long>(k));
  const double apartMm = slicesApartMm(grid);
  put(dataset, DCM_ImageOrientationPatient, decimalStrings({along[0], along[1], along[2], down[0], down[1], down[2]}));
  put(dataset, DCM_ImagePositionPatient, decimalStrings({corner[0], corner[1], corner[2]}));
  put(dataset, DCM_PixelSpacing, decimalStrings({grid.rowStep.GetNorm(), grid.columnStep.GetNorm()}));
  put(dataset, DCM_SliceThickness, decimalString(volume.sliceThicknessMm.value_or(apartMm)));
  put(dataset, DCM_SpacingBetweenSlices, decimalString(apartMm));
  if (k < volume.sliceLocationsMm.size()) put(dataset, DCM_SliceLocation, decimalString(volume.sliceLocationsMm[k]));
}

/// How values are stored. As scanners do where they fit: 12 bits without a sign, -1024 to be added; else (metal, what
/// was not scanned) as they are, 16 bits with a sign.
struct Storage {
  bool asScannersDo = true;
  int offset() const { return asScannersDo ? 1024 : 0; }  ///< HU + offset is stored
  std::uint16_t bits() const { return asScannersDo ? 12 : 16; }
};

Storage storageOf(const Volume& volume) {
  const auto* hu = volume.hu->GetBufferPointer();
  const auto [lowest, highest] =
      std::minmax_element(hu, hu + volume.hu->GetLargestPossibleRegion().GetNumberOfPixels());
  const int offset = Storage{true}.offset();
  return {*lowest + offset >= 0 && *highest + offset < 1 << Storage{true}.bits()};
}

void putPixels(DcmDataset& dataset, const Volume& volume, const Grid& grid, const Storage& storage, std::size_t k) {
  const std::size_t pixels = grid.size[0] * grid.size[1];
  putNumber(dataset, DCM_SamplesPerPixel, 1);
  put(dataset, DCM_PhotometricInterpretation, "MONOCHROME2");
  putNumber(dataset, DCM_Rows, static_cast<std::uint16_t>(grid.size[1]));
  putNumber(dataset, DCM_Columns, static_cast<std::uint16_t>(grid.size[0]));
  putNumber(dataset, DCM_BitsAllocated, 16);
  putNumber(dataset, DCM_BitsStored, storage.bits());
  putNumber(dataset, DCM_HighBit, static_cast<std::uint16_t>(storage.bits() - 1));
  putNumber(dataset, DCM_PixelRepresentation, storage.asScannersDo ? 0 : 1);
  if (!storage.asScannersDo) dataset.putAndInsertSint16(DCM_PixelPaddingValue, planning::kOutsideScan);
  put(dataset, DCM_RescaleIntercept, std::to_string(-storage.offset()));
  put(dataset, DCM_RescaleSlope, "1");
  put(dataset, DCM_RescaleType, "HU");
  const auto* slice = volume.hu->GetBufferPointer() + k * pixels;
  std::vector<Uint16> stored(pixels);
  std::transform(slice, slice + pixels, stored.begin(),
                 [&](std::int16_t hu) { return static_cast<Uint16>(hu + storage.offset()); });
  const OFCondition status =
      dataset.putAndInsertUint16Array(DCM_PixelData, stored.data(), static_cast<unsigned long>(pixels));
  planning::check(status.good(), "pixels can be written");
}

/// The volume's identity, with an instance a slice.
SeriesIdentity identityToWrite(const Volume& volume, std::size_t slices) {
  SeriesIdentity identity = volume.identity;
  identity.modality = "CT";
  if (identity.instances.size() == slices) return identity;
  identity.instances.clear();
  while (identity.instances.size() < slices) identity.instances.push_back({UID_CTImageStorage, newUid()});
  return identity;
}

std::string fileName(std::size_t k) {
  const std::string number = std::to_string(k + 1);
  return "CT" + std::string(number.size() < 4 ? 4 - number.size() : 0, '0') + number + ".dcm";
}

}  // namespace

Expected<SeriesIdentity> writeCt(const Volume& volume, const std::filesystem::path& folder) {
  std::error_code failure;
  std::filesystem::create_directories(folder, failure);
  if (failure) return planning::refuse("cannot-write", folder.string(), failure.message());

  const Grid grid = gridOf(volume);
  const Storage storage = storageOf(volume);
  const SeriesIdentity identity = identityToWrite(volume, grid.size[2]);
  for (std::size_t k = 0; k < grid.size[2]; ++k) {
    DcmFileFormat file;
    DcmDataset& dataset = *file.getDataset();
    dicom::putPatientAndStudy(dataset, identity.patient, identity.study);
    putSeries(dataset, identity);
    putImage(dataset, identity, k);
    putPlane(dataset, volume, grid, k);
    putPixels(dataset, volume, grid, storage, k);
    const auto written = dicom::encode(file).and_then(
        [&](const std::vector<std::byte>& bytes) { return writeSafely(folder / fileName(k), bytes); });
    if (!written) return tl::unexpected(written.error());
  }
  return identity;
}

}  // namespace io
