#include "io/report/plan_copies.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

#include "io/dicom/encode.h"
#include "io/dicom/library.h"
#include "io/dicom/patient_study.h"
#include "io/dicom/put.h"
#include "io/files/safe_file.h"
#include "io/files/uid.h"
#include "io/report/document_header.h"
#include "io/report/installation.h"
#include "planning/check.h"

namespace io::report {
namespace {

using dicom::put;
using dicom::putNumber;

constexpr const char* kKeyImageSeriesNumber = "903";  // the report's is 901, a control's 902
constexpr const char* kWorksheetSeriesNumber = "904";

/// Patient, study, equipment, the copy's own identity, and the plan that it is a copy of.
void putCommon(DcmDataset& dataset, const planning::Plan& plan, const char* sopClass) {
  const auto scan = planning::fitted(plan.choices.scan);
  dicom::putPatientAndStudy(dataset, scan.patient, scan.study);
  putEquipment(dataset);
  put(dataset, DCM_ConversionType, "WSD");
  put(dataset, DCM_SOPClassUID, sopClass);
  put(dataset, DCM_SOPInstanceUID, newUid());
  put(dataset, DCM_SeriesDate, plan.report.savedDate);
  put(dataset, DCM_SeriesTime, plan.report.savedTime);
  put(dataset, DCM_ContentDate, plan.report.savedDate);
  put(dataset, DCM_ContentTime, plan.report.savedTime);
  put(dataset, DCM_BurnedInAnnotation, "YES");
  DcmItem& source = dicom::addItem(dataset, DCM_SourceInstanceSequence);
  put(source, DCM_ReferencedSOPClassUID, kComprehensive3DSr);
  put(source, DCM_ReferencedSOPInstanceUID, plan.report.sopInstanceUid);
}

void putPixels(DcmDataset& dataset, const KeyImage& image) {
  putNumber(dataset, DCM_SamplesPerPixel, 3);
  put(dataset, DCM_PhotometricInterpretation, "RGB");
  putNumber(dataset, DCM_PlanarConfiguration, 0);
  putNumber(dataset, DCM_Rows, static_cast<std::uint16_t>(image.rows));
  putNumber(dataset, DCM_Columns, static_cast<std::uint16_t>(image.columns));
  putNumber(dataset, DCM_BitsAllocated, 8);
  putNumber(dataset, DCM_BitsStored, 8);
  putNumber(dataset, DCM_HighBit, 7);
  putNumber(dataset, DCM_PixelRepresentation, 0);
  const auto status =
      dataset.putAndInsertUint8Array(DCM_PixelData, image.rgb.data(), static_cast<unsigned long>(image.rgb.size()));
  planning::check(status.good(), "pixels can be written");
}

/// An odd number of bytes gets one more, which Encapsulated Document Length leaves out (PS3.3 C.24.2).
void putDocument(DcmDataset& dataset, std::span<const std::byte> pdf) {
  std::vector<Uint8> bytes(pdf.size() + pdf.size() % 2);
  std::transform(pdf.begin(), pdf.end(), bytes.begin(), [](std::byte b) { return static_cast<Uint8>(b); });
  const auto status =
      dataset.putAndInsertUint8Array(DCM_EncapsulatedDocument, bytes.data(), static_cast<unsigned long>(bytes.size()));
  planning::check(status.good(), "a document can be written");
  dataset.putAndInsertUint32(DCM_EncapsulatedDocumentLength, static_cast<Uint32>(pdf.size()));
}

planning::Expected<void> save(DcmFileFormat& file, const std::filesystem::path& to) {
  return dicom::encode(file).and_then([&](const std::vector<std::byte>& bytes) { return writeSafely(to, bytes); });
}

}  // namespace

std::string keyImageSeriesUid(const std::string& planUid) {
  return uidFromName("key images of " + planUid);
}

std::string worksheetSeriesUid(const std::string& planUid) {
  return uidFromName("worksheet of " + planUid);
}

planning::Expected<void> writeKeyImage(const KeyImage& image, const planning::Plan& plan, int number,
                                       const std::filesystem::path& file) {
  planning::check(!plan.report.sopInstanceUid.empty(), "the plan was saved");
  planning::check(image.rgb.size() == static_cast<std::size_t>(image.columns) * image.rows * 3, "three bytes a pixel");
  dicom::useDcmtk();
  DcmFileFormat made;
  DcmDataset& dataset = *made.getDataset();
  putCommon(dataset, plan, UID_SecondaryCaptureImageStorage);
  put(dataset, DCM_Modality, "OT");
  put(dataset, DCM_SeriesInstanceUID, keyImageSeriesUid(plan.report.sopInstanceUid));
  put(dataset, DCM_SeriesNumber, kKeyImageSeriesNumber);
  put(dataset, DCM_SeriesDescription, "Needle plan, key images (planning aid)");
  put(dataset, DCM_Laterality, "");
  put(dataset, DCM_InstanceNumber, std::to_string(number));
  put(dataset, DCM_ImageType, "DERIVED\\SECONDARY");
  put(dataset, DCM_PatientOrientation, "");
  put(dataset, DCM_DerivationDescription, image.description);
  put(dataset, DCM_LossyImageCompression, "00");
  putPixels(dataset, image);
  return save(made, file);
}

planning::Expected<void> writeWorksheet(std::span<const std::byte> pdf, const planning::Plan& plan,
                                        const std::filesystem::path& file) {
  planning::check(!plan.report.sopInstanceUid.empty(), "the plan was saved");
  dicom::useDcmtk();
  DcmFileFormat made;
  DcmDataset& dataset = *made.getDataset();
  putCommon(dataset, plan, UID_EncapsulatedPDFStorage);
  put(dataset, DCM_Modality, "DOC");
  put(dataset, DCM_SeriesInstanceUID, worksheetSeriesUid(plan.report.sopInstanceUid));
  put(dataset, DCM_SeriesNumber, kWorksheetSeriesNumber);
  put(dataset, DCM_SeriesDescription, "Needle plan, worksheet (planning aid)");
  put(dataset, DCM_InstanceNumber, "1");
  put(dataset, DCM_AcquisitionDateTime, "");
  put(dataset, DCM_DocumentTitle, "Needle plan, worksheet");
  dataset.insertEmptyElement(DCM_ConceptNameCodeSequence);  // type 2: no code says what it is
  put(dataset, DCM_MIMETypeOfEncapsulatedDocument, "application/pdf");
  putDocument(dataset, pdf);
  return save(made, file);
}

}  // namespace io::report
