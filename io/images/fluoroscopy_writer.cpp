#include "io/images/fluoroscopy_writer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <array>
#include <cstdio>
#include <string>

#include "io/dicom/encode.h"
#include "io/dicom/patient_study.h"
#include "io/dicom/put.h"
#include "io/files/safe_file.h"
#include "io/files/uid.h"
#include "planning/check.h"
#include "planning/fluoroscopy/view.h"

namespace io {
namespace {

using dicom::decimalString;
using dicom::decimalStrings;
using dicom::put;
using dicom::putNumber;
using dicom::putUnlessEmpty;
using planning::Expected;
using planning::SeriesIdentity;
using planning::fluoroscopy::CArmGeometry;

struct Kind {
  const char* sopClass;
  const char* modality;
  const char* imageType;
};

Kind kindOf(ProjectionObject object) {
  switch (object) {
    case ProjectionObject::Angiographic:
      return {UID_XRayAngiographicImageStorage, "XA", "DERIVED\\SECONDARY\\SINGLE PLANE"};
    case ProjectionObject::Radiofluoroscopic:
      return {UID_XRayRadiofluoroscopicImageStorage, "RF", "DERIVED\\SECONDARY\\SINGLE PLANE"};
    case ProjectionObject::SecondaryCapture:
      break;
  }
  return {UID_SecondaryCaptureImageStorage, "OT", "DERIVED\\SECONDARY"};
}

SeriesIdentity identityToWrite(SeriesIdentity identity, const Kind& kind) {
  identity.modality = kind.modality;
  identity.frameOfReferenceUid.clear();  // projections have none (PS3.3 A.14)
  if (identity.seriesUid.empty()) identity.seriesUid = newUid();
  if (identity.instances.size() != 1) identity.instances = {{{}, newUid()}};
  identity.instances.front().sopClassUid = kind.sopClass;
  return identity;
}

void putSeries(DcmDataset& dataset, const SeriesIdentity& identity, const SimulatedProjection& projection) {
  dicom::putPatientAndStudy(dataset, identity.patient, identity.study);
  put(dataset, DCM_SeriesInstanceUID, identity.seriesUid);
  put(dataset, DCM_Modality, identity.modality);
  put(dataset, DCM_SeriesNumber, std::to_string(projection.seriesNumber));
  put(dataset, DCM_Laterality, "");
  putUnlessEmpty(dataset, DCM_SeriesDescription, identity.description);
  putUnlessEmpty(dataset, DCM_PatientPosition, identity.patientPosition);
  put(dataset, DCM_Manufacturer, "needleplan");
  put(dataset, DCM_ManufacturerModelName, "needleplan");
  put(dataset, DCM_SoftwareVersions, NEEDLEPLAN_VERSION);
}

/// "primary angle 35.0 deg (LAO), secondary angle 5.0 deg (CRA), ...".
std::string description(const CArmGeometry& geometry) {
  const double primary = geometry.primary.degrees(), secondary = geometry.secondary.degrees();
  std::array<char, 256> text{};
  std::snprintf(text.data(), text.size(),
                "Projection simulated from CT: positioner primary angle %.1f deg (%s), secondary angle %.1f deg (%s), "
                "source to detector %.0f mm, source to isocentre %.0f mm; no X-ray image",
                primary, primary < 0 ? "RAO" : "LAO", secondary, secondary < 0 ? "CAU" : "CRA",
                geometry.sourceToDetectorMm, geometry.sourceToIsocentreMm);
  return text.data();
}

void putImage(DcmDataset& dataset, const SeriesIdentity& identity, const Kind& kind,
              const SimulatedProjection& projection) {
  put(dataset, DCM_SOPClassUID, kind.sopClass);
  put(dataset, DCM_SOPInstanceUID, identity.instances.front().sopInstanceUid);
  put(dataset, DCM_ImageType, kind.imageType);
  put(dataset, DCM_InstanceNumber, std::to_string(projection.instanceNumber));
  put(dataset, DCM_ContentDate, identity.study.date);
  put(dataset, DCM_ContentTime, identity.study.time);
  put(dataset, DCM_PatientOrientation,
      planning::fluoroscopy::patientOrientation(planning::fluoroscopy::Projection(projection.geometry)));
  put(dataset, DCM_DerivationDescription, description(projection.geometry));
  put(dataset, DCM_BurnedInAnnotation, "NO");
  put(dataset, DCM_LossyImageCompression, "00");
}

/// X-Ray Image, Acquisition and the positioner's distances (PS3.3 C.8.7.1, C.8.7.2, C.8.7.5).
void putXRay(DcmDataset& dataset, const CArmGeometry& geometry) {
  put(dataset, DCM_PixelIntensityRelationship, "DISP");
  put(dataset, DCM_KVP, "");
  put(dataset, DCM_RadiationSetting, "SC");
  put(dataset, DCM_XRayTubeCurrent, "");
  put(dataset, DCM_ExposureTime, "");
  put(dataset, DCM_Exposure, "");
  put(dataset, DCM_ImagerPixelSpacing, decimalStrings({geometry.rowSpacingMm, geometry.columnSpacingMm}));
  put(dataset, DCM_DistanceSourceToDetector, decimalString(geometry.sourceToDetectorMm));
  put(dataset, DCM_DistanceSourceToPatient, decimalString(geometry.sourceToIsocentreMm));
  put(dataset, DCM_EstimatedRadiographicMagnificationFactor,
      decimalString(geometry.sourceToDetectorMm / geometry.sourceToIsocentreMm));
}

void putPositioner(DcmDataset& dataset, const CArmGeometry& geometry) {
  put(dataset, DCM_PositionerMotion, "STATIC");
  put(dataset, DCM_PositionerPrimaryAngle, decimalString(geometry.primary.degrees()));
  put(dataset, DCM_PositionerSecondaryAngle, decimalString(geometry.secondary.degrees()));
}

void putPixels(DcmDataset& dataset, const SimulatedProjection& projection) {
  const auto& geometry = projection.geometry;
  putNumber(dataset, DCM_SamplesPerPixel, 1);
  put(dataset, DCM_PhotometricInterpretation, "MONOCHROME2");
  putNumber(dataset, DCM_Rows, static_cast<std::uint16_t>(geometry.rows));
  putNumber(dataset, DCM_Columns, static_cast<std::uint16_t>(geometry.columns));
  putNumber(dataset, DCM_BitsAllocated, 8);
  putNumber(dataset, DCM_BitsStored, 8);
  putNumber(dataset, DCM_HighBit, 7);
  putNumber(dataset, DCM_PixelRepresentation, 0);
  put(dataset, DCM_WindowCenter, "128");
  put(dataset, DCM_WindowWidth, "256");
  const OFCondition status = dataset.putAndInsertUint8Array(DCM_PixelData, projection.grey.data(),
                                                            static_cast<unsigned long>(projection.grey.size()));
  planning::check(status.good(), "pixels can be written");
}

}  // namespace

Expected<SeriesIdentity> writeProjection(const SimulatedProjection& projection, ProjectionObject object,
                                         const std::filesystem::path& file) {
  const auto& geometry = projection.geometry;
  planning::check(projection.grey.size() == static_cast<std::size_t>(geometry.columns) * geometry.rows,
                  "a projection has a grey level a pixel");
  planning::check(!geometry.principalPoint && !geometry.flippedHorizontally && geometry.quarterTurns == 0,
                  "a simulated projection is in the usual display");
  const Kind kind = kindOf(object);
  const SeriesIdentity identity = identityToWrite(projection.identity, kind);
  DcmFileFormat made;
  DcmDataset& dataset = *made.getDataset();
  putSeries(dataset, identity, projection);
  putImage(dataset, identity, kind, projection);
  if (object == ProjectionObject::SecondaryCapture) put(dataset, DCM_ConversionType, "WSD");
  if (object != ProjectionObject::SecondaryCapture) putXRay(dataset, geometry);
  if (object == ProjectionObject::Angiographic) putPositioner(dataset, geometry);
  putPixels(dataset, projection);
  const auto written =
      dicom::encode(made).and_then([&](const std::vector<std::byte>& bytes) { return writeSafely(file, bytes); });
  if (!written) return tl::unexpected(written.error());
  return identity;
}

}  // namespace io
