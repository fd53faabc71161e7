#include <zlib.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "io/exchange/markups_writer.h"
#include "io/reading/reading.h"
#include "io/report/plan_report.h"
#include "tests/io/dicom/made_bytes.h"
#include "tests/io/dicom/made_ct.h"
#include "tests/io/report/sample_plan.h"
#include "tests/io/structures/made_rtstruct.h"
#include "tests/io/structures/made_seg.h"

// make_seeds FOLDER: small right files for each fuzz target to start from, in a folder of its name.

namespace {

namespace fs = std::filesystem;

fs::path folderFor(const fs::path& root, const std::string& target) {
  const auto folder = root / (target + "_fuzz");
  fs::create_directories(folder);
  return folder;
}

void makeCts(const fs::path& folder) {
  made_ct::Ct ct;
  ct.slices = 1;
  const std::pair<const char*, E_TransferSyntax> kSyntaxes[] = {{"little", EXS_LittleEndianExplicit},
                                                                {"implicit", EXS_LittleEndianImplicit},
                                                                {"big", EXS_BigEndianExplicit},
                                                                {"deflated", EXS_DeflatedLittleEndianExplicit}};
  for (const auto& [name, syntax] : kSyntaxes) made_ct::write(ct, folder / name, {}, syntax);
}

made::Seg smallSeg(bool fractional) {
  made::Seg seg;
  seg.fractional = fractional;
  seg.segments = {{1, "aorta"}, {2, "racine L5 gauche"}};
  for (const int segment : {1, 2})
    for (const double z : {0.0, 2.0})
      seg.frames.push_back({segment, planning::makePoint(0, 0, z), std::vector<std::uint8_t>(35, 1)});
  return seg;
}

void asLabelMap(DcmDataset& dataset) {
  dataset.putAndInsertString(DCM_SOPClassUID, "1.2.840.10008.5.1.4.1.1.66.7");
  dataset.putAndInsertString(DCM_SegmentationType, "LABELMAP");
}

void makeSegs(const fs::path& folder) {
  for (const char* name : {"binary", "fractional", "label_map", "implicit"}) {
    const bool labelMap = name == std::string("label_map");
    auto seg = smallSeg(labelMap || name == std::string("fractional"));
    if (labelMap) seg.frames.erase(seg.frames.begin() + 2, seg.frames.end());
    if (labelMap) seg.change = asLabelMap;
    fs::create_directories(folder / name);
    made::write(seg, folder / name,
                name == std::string("implicit") ? EXS_LittleEndianImplicit : EXS_LittleEndianExplicit);
  }
}

void makeRtStruct(const fs::path& folder) {
  made::Roi aorta, points;
  for (const double z : {0.0, 2.0, 4.0})
    aorta.contours.push_back({{planning::makePoint(0, 0, z), planning::makePoint(6, 0, z), planning::makePoint(6, 5, z),
                               planning::makePoint(0, 5, z)}});
  points.number = 2, points.name = "target", points.contours = {{{planning::makePoint(1, 2, 3)}, "POINT"}};
  made::writeRtStruct({aorta, points}, folder / "two.dcm");
}

void makeLabelMaps(const fs::path& folder) {
  std::string nifti(352, '\0');
  const auto put = [&](std::size_t at, auto value) { std::memcpy(nifti.data() + at, &value, sizeof value); };
  put(0, std::int32_t{348});
  for (const auto& [i, n] : {std::pair{0, 3}, {1, 4}, {2, 3}, {3, 2}})
    put(40 + 2 * static_cast<std::size_t>(i), static_cast<std::int16_t>(n));
  put(70, std::int16_t{2}), put(72, std::int16_t{8}), put(108, 352.0f), put(123, char{2}), put(254, std::int16_t{1});
  for (std::size_t i = 0; i < 3; ++i) put(80 + 4 * i, 1.0f), put(280 + 20 * i, 1.0f);
  std::memcpy(nifti.data() + 344, "n+1", 4);
  nifti += std::string("\0\1\1\2\0\0\1\1\0\0\0\2\0\0\0\0\1\1\1\1\0\0\0\0", 24);
  std::ofstream(folder / "map.nii", std::ios::binary) << nifti;
  const gzFile packed = gzopen((folder / "map.nii.gz").c_str(), "wb");
  gzwrite(packed, nifti.data(), static_cast<unsigned>(nifti.size()));
  gzclose(packed);
  std::ofstream(folder / "map.nrrd", std::ios::binary)
      << "NRRD0004\ntype: uint8\ndimension: 3\nspace: left-posterior-superior\nsizes: 4 3 2\nspace directions: (1,0,0) "
         "(0,1,0) (0,0,1)\nencoding: raw\nspace origin: (0,0,0)\nSegment0_LabelValue:=1\nSegment0_Name:=aorta\n\n"
      << nifti.substr(352);
}

void makeDicomdir(const fs::path& folder) {
  using namespace made_bytes;
  std::string records;
  for (const char* id : {"DISC\\IM0", "DISC\\IM1", "..\\IM2"})
    records +=
        item(element(4, 0x1400, "UL", little32(0)) + element(4, 0x1410, "US", little16(0xffff)) +
             element(4, 0x1420, "UL", little32(0)) + element(4, 0x1430, "CS", "IMAGE") + element(4, 0x1500, "CS", id));
  std::ofstream(folder / "DICOMDIR", std::ios::binary) << meta(kExplicitLittle, "1.2.840.10008.1.3.10") +
                                                              element(4, 0x1130, "CS", "SET") +
                                                              element(4, 0x1220, "SQ", records);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const fs::path root = arguments[1];
  io::readInThisProcess();
  makeCts(folderFor(root, "ct"));
  makeSegs(folderFor(root, "seg"));
  makeRtStruct(folderFor(root, "rtstruct"));
  makeLabelMaps(folderFor(root, "label_map"));
  const auto reports = folderFor(root, "sr");
  for (const auto& [name, plan] : {std::pair{"rich.dcm", sample::richPlan()}, {"draft.dcm", sample::emptyDraft()}})
    if (const auto written = io::report::writePlan(plan, reports / name); !written) {
      std::cerr << written.error().code << " " << written.error().detail << "\n";
      return 1;
    }
  const auto needles = folderFor(root, "needles");
  std::ofstream(needles / "lines.mrk.json", std::ios::binary) << *io::exchange::toMarkups(sample::richPlan());
  fs::copy(reports / "rich.dcm", needles, fs::copy_options::overwrite_existing);
  fs::copy(root / "ct_fuzz", folderFor(root, "prescan"),
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  makeDicomdir(folderFor(root, "dicomdir"));
  return 0;
}
