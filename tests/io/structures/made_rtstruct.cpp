#include "tests/io/structures/made_rtstruct.h"

#include <stdexcept>

#include "tests/io/structures/made_seg.h"

namespace made {
namespace {

void must(const OFCondition& condition) {
  if (condition.bad()) throw std::runtime_error(condition.text());
}

DcmItem& item(DcmItem& parent, const DcmTagKey& sequence, std::size_t number = 0) {
  DcmItem* found = nullptr;
  must(parent.findOrCreateSequenceItem(DcmTag(sequence), found, static_cast<signed long>(number)));
  return *found;
}

void put(DcmItem& item, const DcmTagKey& tag, const std::string& value) {
  must(item.putAndInsertString(DcmTag(tag), value.c_str()));
}

void putContour(DcmItem& contour, const Contour& made) {
  put(contour, DCM_ContourGeometricType, made.type);
  put(contour, DCM_NumberOfContourPoints, std::to_string(made.points.size()));
  std::string data;
  for (const auto& point : made.points) data += (data.empty() ? "" : "\\") + decimals(point.GetDataPointer(), 3);
  put(contour, DCM_ContourData, data);
}

}  // namespace

void writeRtStruct(const std::vector<Roi>& rois, const std::filesystem::path& file) {
  DcmFileFormat format;
  DcmDataset& dataset = *format.getDataset();
  putIdentity(dataset, UID_RTStructureSetStorage, "RTSTRUCT");
  for (std::size_t i = 0; i < rois.size(); ++i) {
    DcmItem& definition = item(dataset, DCM_StructureSetROISequence, i);
    put(definition, DCM_ROINumber, std::to_string(rois[i].number));
    put(definition, DCM_ROIName, rois[i].name);
    put(definition, DCM_ReferencedFrameOfReferenceUID, rois[i].frame);
    put(definition, DCM_ROIGenerationAlgorithm, rois[i].algorithm);
    const Roi& other = rois[rois.size() - 1 - i];
    DcmItem& drawn = item(dataset, DCM_ROIContourSequence, i);
    put(drawn, DCM_ReferencedROINumber, std::to_string(other.number));
    put(drawn, DCM_ROIDisplayColor, "10\\20\\30");
    for (std::size_t c = 0; c < other.contours.size(); ++c)
      putContour(item(drawn, DCM_ContourSequence, c), other.contours[c]);
  }
  must(format.saveFile(OFFilename(file.c_str()), EXS_LittleEndianExplicit));
}

}  // namespace made
