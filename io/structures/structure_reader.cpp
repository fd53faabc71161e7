#include "io/structures/structure_reader.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include "io/structures/dicom_header.h"
#include "io/structures/rtstruct_reader.h"
#include "io/structures/seg_reader.h"

namespace io {
namespace {

using planning::refuse;

constexpr const char* kLabelMapSegmentation = "1.2.840.10008.5.1.4.1.1.66.7";  // newer than DCMTK 3.6.7

planning::Expected<StructureSet> readDicom(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                           planning::Progress& progress) {
  DcmFileFormat loaded;
  const OFCondition status = loaded.loadFile(OFFilename(file.c_str()));
  const std::string syntax = structures::wordOf(*loaded.getMetaInfo(), DCM_TransferSyntaxUID);
  if (!syntax.empty() && DcmXfer(syntax.c_str()).getXfer() == EXS_Unknown)
    return refuse("unsupported-transfer-syntax", file.string(), syntax);
  if (status.bad()) return refuse(syntax.empty() ? "not-dicom" : "file-damaged", file.string(), status.text());
  DcmDataset& dataset = *loaded.getDataset();
  const std::string sopClass = structures::wordOf(dataset, DCM_SOPClassUID);
  if (sopClass == UID_SegmentationStorage) return structures::readSeg(dataset, file, scan, progress);
  if (sopClass == UID_RTStructureSetStorage) return structures::readRtStruct(dataset, file, scan, progress);
  if (sopClass == kLabelMapSegmentation) return refuse("unsupported-segmentation", file.string(), "LABELMAP");
  return refuse("not-structures", file.string(), "SOP class " + sopClass);
}

}  // namespace

planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                                planning::Progress& progress) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return refuse("no-such-path", file.string());
  try {
    return readDicom(file, scan, progress);
  } catch (const std::exception& failure) {  // DCMTK lets out_of_range escape, and any reader may run out of memory
    return refuse("file-damaged", file.string(), failure.what());
  }
}

}  // namespace io
