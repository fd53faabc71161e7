#include "io/structures/structure_file.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <new>

#include "io/dicom/library.h"
#include "io/dicom/prescan.h"
#include "io/dicom/transfer_syntax.h"
#include "io/structures/dicom_header.h"
#include "io/structures/label_map_reader.h"
#include "io/structures/rtstruct_reader.h"
#include "io/structures/seg_reader.h"

namespace io::structures {
namespace {

using planning::refuse;

constexpr const char* kLabelMapSegmentation = "1.2.840.10008.5.1.4.1.1.66.7";  // newer than DCMTK 3.6.7

planning::Expected<StructureSet> parseDicom(const Reading& reading) {
  const auto& file = reading.file;
  dicom::useDcmtk();
  const auto map = dicom::prescan(file);  // what passes cannot blow DCMTK's stack or memory
  if (!map) return tl::unexpected(map.error());
  if (map->cut) return tl::unexpected(*map->cut);
  DcmFileFormat loaded;
  const OFCondition status = loaded.loadFile(OFFilename(file.c_str()));
  const std::string syntax = wordOf(*loaded.getMetaInfo(), DCM_TransferSyntaxUID);
  const bool unknown = !syntax.empty() && DcmXfer(syntax.c_str()).getXfer() == EXS_Unknown;
  if (unknown && syntax != dicom::transfer_syntax::kDeflatedFrames)  // which DCMTK reads, all but the frames
    return refuse("unsupported-transfer-syntax", file.string(), syntax);
  if (status.bad()) return refuse(syntax.empty() ? "not-dicom" : "file-damaged", file.string(), status.text());
  DcmDataset& dataset = *loaded.getDataset();
  const std::string sopClass = wordOf(dataset, DCM_SOPClassUID);
  if (sopClass == UID_SegmentationStorage || sopClass == kLabelMapSegmentation)
    return readSeg(dataset, map->transferSyntaxUid, reading);
  if (sopClass == UID_RTStructureSetStorage) return readRtStruct(dataset, reading);
  return refuse("not-structures", file.string(), "SOP class " + sopClass);
}

}  // namespace

planning::Expected<StructureSet> parseStructures(const Reading& reading) {
  try {
    if (!isLabelMap(reading.file)) return parseDicom(reading);
    if (reading.volume == nullptr) return refuse("scan-needed", reading.file.string());
    return readLabelMap(reading);
  } catch (const std::bad_alloc&) {
    return refuse("needs-too-much-memory", reading.file.string());
  } catch (const std::exception& failure) {  // DCMTK lets out_of_range escape, and ITK throws
    return refuse("file-damaged", reading.file.string(), failure.what());
  }
}

}  // namespace io::structures
