#include "io/pacs/file_uids.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include "io/dicom/library.h"

namespace io::pacs {
namespace {

constexpr Uint32 kLongestValue = 4096;  // what is longer stays in the file

std::string value(DcmItem& item, const DcmTagKey& tag) {
  OFString text;
  item.findAndGetOFString(tag, text);
  return text;
}

}  // namespace

FileUids uidsIn(const std::filesystem::path& file) {
  dicom::useDcmtk();  // its log is silent
  DcmFileFormat format;
  const auto read = format.loadFileUntilTag(file.c_str(), EXS_Unknown, EGL_noChange, kLongestValue, ERM_autoDetect,
                                            DCM_StudyID);  // the first one behind them
  if (read.bad()) return {};
  auto& dataset = *format.getDataset();
  const DcmXfer syntax(dataset.getOriginalXfer());
  const bool compressed = syntax.isEncapsulated() || syntax.getXfer() == EXS_DeflatedLittleEndianExplicit;
  return {value(dataset, DCM_SOPClassUID),      value(dataset, DCM_SOPInstanceUID),
          value(dataset, DCM_StudyInstanceUID), value(dataset, DCM_SeriesInstanceUID),
          compressed ? syntax.getXferID() : "", value(dataset, DCM_PatientID),
          value(dataset, DCM_IssuerOfPatientID)};
}

}  // namespace io::pacs
