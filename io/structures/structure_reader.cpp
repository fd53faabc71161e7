#include "io/structures/structure_reader.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>

#include "io/dicom/library.h"
#include "io/dicom/prescan.h"
#include "io/structures/dicom_header.h"
#include "io/structures/label_map_reader.h"
#include "io/structures/rtstruct_reader.h"
#include "io/structures/seg_reader.h"

namespace io {
namespace {

using planning::refuse;

constexpr const char* kLabelMapSegmentation = "1.2.840.10008.5.1.4.1.1.66.7";  // newer than DCMTK 3.6.7

planning::Expected<StructureSet> readDicom(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                           const planning::Volume* volume, planning::Progress& progress) {
  dicom::useDcmtk();
  const auto map = dicom::prescan(file);  // what passes cannot blow DCMTK's stack or memory
  if (!map) return tl::unexpected(map.error());
  if (map->cut) return tl::unexpected(*map->cut);
  DcmFileFormat loaded;
  const OFCondition status = loaded.loadFile(OFFilename(file.c_str()));
  const std::string syntax = structures::wordOf(*loaded.getMetaInfo(), DCM_TransferSyntaxUID);
  if (!syntax.empty() && DcmXfer(syntax.c_str()).getXfer() == EXS_Unknown)
    return refuse("unsupported-transfer-syntax", file.string(), syntax);
  if (status.bad()) return refuse(syntax.empty() ? "not-dicom" : "file-damaged", file.string(), status.text());
  DcmDataset& dataset = *loaded.getDataset();
  const std::string sopClass = structures::wordOf(dataset, DCM_SOPClassUID);
  if (sopClass == UID_SegmentationStorage) return structures::readSeg(dataset, file, scan, volume, progress);
  if (sopClass == UID_RTStructureSetStorage) return structures::readRtStruct(dataset, file, scan, progress);
  if (sopClass == kLabelMapSegmentation) return refuse("unsupported-segmentation", file.string(), "LABELMAP");
  return refuse("not-structures", file.string(), "SOP class " + sopClass);
}

/// Does the structure's box reach into the scan's?
bool reaches(const planning::anatomy::Structure& structure, const planning::Volume::Image& scan) {
  const auto& mask = *std::get<planning::anatomy::Mask::Pointer>(structure.shape);
  const auto size = mask.GetBufferedRegion().GetSize(), scanSize = scan.GetBufferedRegion().GetSize();
  double low[3] = {1e9, 1e9, 1e9}, high[3] = {-1e9, -1e9, -1e9};
  for (unsigned corner = 0; corner < 8; ++corner) {
    itk::ContinuousIndex<double, 3> index;
    for (unsigned axis = 0; axis < 3; ++axis)
      index[axis] = (corner >> axis & 1) ? static_cast<double>(size[axis]) - 0.5 : -0.5;
    planning::Point place;
    mask.TransformContinuousIndexToPhysicalPoint(index, place);
    scan.TransformPhysicalPointToContinuousIndex(place, index);
    for (unsigned axis = 0; axis < 3; ++axis) {
      low[axis] = std::min(low[axis], index[axis]);
      high[axis] = std::max(high[axis], index[axis]);
    }
  }
  for (unsigned axis = 0; axis < 3; ++axis)
    if (high[axis] < -0.5 || low[axis] > static_cast<double>(scanSize[axis]) - 0.5) return false;
  return true;
}

planning::Expected<StructureSet> insideScan(StructureSet set, const std::filesystem::path& file,
                                            const planning::Volume& scan) {
  std::size_t outside = 0;
  for (const auto& structure : set.structures) {
    if (reaches(structure, *scan.hu)) continue;
    set.findings.push_back({"structure-outside-scan", planning::Severity::Warning, {structure.name}, {}});
    ++outside;
  }
  if (outside > 0 && outside == set.structures.size() && set.points.empty())
    return refuse("outside-scan", file.string(),
                  "none of " + std::to_string(outside) + " structures reaches into the scan");
  return set;
}

/// Runs a reader behind the boundary where exceptions of libraries stop.
template <class Read>
planning::Expected<StructureSet> guarded(const std::filesystem::path& file, Read read) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) return refuse("no-such-path", file.string());
  try {
    return read();
  } catch (const std::exception& failure) {  // DCMTK lets out_of_range escape, and any reader may run out of memory
    return refuse("file-damaged", file.string(), failure.what());
  }
}

}  // namespace

planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::Volume& scan,
                                                planning::Progress& progress) {
  return guarded(file, [&] {
    auto set = structures::isLabelMap(file) ? structures::readLabelMap(file, progress)
                                            : readDicom(file, scan.identity, &scan, progress);
    return set ? insideScan(std::move(*set), file, scan) : set;
  });
}

planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                                planning::Progress& progress) {
  return guarded(file, [&]() -> planning::Expected<StructureSet> {
    if (structures::isLabelMap(file)) return refuse("scan-needed", file.string());
    return readDicom(file, scan, nullptr, progress);
  });
}

}  // namespace io
