#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "io/reading/structure_reader.h"
#include "mask_probe.h"

#include "tests/paths.h"

namespace io {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Mask;
using planning::anatomy::Structure;
using test::maskOf;
using test::voxelsIn;

const std::filesystem::path kData = NEEDLEPLAN_SHARED_DATA;

#define NEEDS_REAL_DATA() \
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "NO REAL DATA in " << kData << ": this test proves nothing here"

planning::SeriesIdentity scanOf(const std::string& patientId, const std::string& frameOfReferenceUid) {
  planning::SeriesIdentity scan;
  scan.patient.id = patientId;
  scan.frameOfReferenceUid = frameOfReferenceUid;
  return scan;
}

const auto kLumbar = scanOf("LUMBAR3MM", "2.25.694818310263692935833825604484495718");
const auto kLiver = scanOf("99000", "1.2.392.200103.20080913.113635.3.2009.6.22.21.44.34.23882.1");

planning::Expected<StructureSet> read(const std::string& file, const planning::SeriesIdentity& scan) {
  planning::Progress progress;
  return readStructures(kData / file, scan, progress);
}

/// Every voxel of `exact` asked of `drawn` at its centre: how many differ, voxels around the box included.
std::size_t differences(const Mask& exact, const Mask& drawn) {
  const auto size = exact.GetBufferedRegion().GetSize();
  std::size_t count = 0;
  Mask::IndexType index;
  for (index[2] = -1; index[2] <= static_cast<long>(size[2]); ++index[2])
    for (index[1] = -1; index[1] <= static_cast<long>(size[1]); ++index[1])
      for (index[0] = -1; index[0] <= static_cast<long>(size[0]); ++index[0]) {
        planning::Point centre;
        exact.TransformIndexToPhysicalPoint(index, centre);
        const bool in = exact.GetBufferedRegion().IsInside(index) && exact.GetPixel(index) == 1;
        count += in != test::isInside(drawn, centre);
      }
  return count;
}

/// A scan that everything lies in.
planning::Volume scanAround() {
  planning::Volume scan;
  scan.hu = planning::Volume::Image::New();
  scan.hu->SetRegions(itk::Size<3>{{3, 3, 3}});
  const double spacing[3] = {1000, 1000, 1000}, origin[3] = {-1000, -1000, -1000};
  scan.hu->SetSpacing(spacing);
  scan.hu->SetOrigin(origin);
  scan.hu->Allocate(true);
  return scan;
}

}  // namespace

// 25 structures, frames of 12322 bits that end inside a byte; the RTSTRUCT was drawn at the same voxels' borders.
TEST(RealStructures, segAndRtStructOfTheLumbarScanAgreeVoxelByVoxel) {
  NEEDS_REAL_DATA();
  const auto seg = read("derived/lumbar_3mm/seg_total.dcm", kLumbar);
  const auto rt = read("derived/lumbar_3mm/rtstruct.dcm", kLumbar);
  ASSERT_TRUE(seg) << seg.error().detail;
  ASSERT_TRUE(rt) << rt.error().detail;
  ASSERT_EQ(seg->structures.size(), 25u);
  ASSERT_EQ(rt->structures.size(), 25u);
  for (std::size_t i = 0; i < 25; ++i) {
    EXPECT_EQ(seg->structures[i].name, rt->structures[i].name);
    EXPECT_EQ(seg->structures[i].kind, rt->structures[i].kind) << seg->structures[i].name;
    EXPECT_EQ(differences(maskOf(seg->structures[i]), maskOf(rt->structures[i])), 0u) << seg->structures[i].name;
  }
}

// TotalSegmentator's label map and the DICOM SEG made of it: the same voxels by name, and the names are in the file.
TEST(RealStructures, labelMapAndSegOfTheLumbarScanAgreeVoxelByVoxel) {
  NEEDS_REAL_DATA();
  const auto seg = read("derived/lumbar_3mm/seg_total.dcm", kLumbar);
  ASSERT_TRUE(seg) << seg.error().detail;
  planning::Progress progress;
  const auto map =
      readStructures(kData / "real/totalsegmentator/nifti/example_seg_fast_force_split.nii.gz", scanAround(), progress);
  ASSERT_TRUE(map) << map.error().code << map.error().detail;
  for (const Structure& structure : seg->structures) {
    const auto same = std::find_if(map->structures.begin(), map->structures.end(),
                                   [&](const auto& s) { return s.name == structure.name; });
    ASSERT_NE(same, map->structures.end()) << structure.name;
    EXPECT_EQ(differences(maskOf(structure), maskOf(*same)), 0u) << structure.name;
    EXPECT_EQ(same->kind, structure.kind) << structure.name;
  }
}

// The axes of this one run posterior, inferior, right: L2 (21) above L3 (22) above L4 (23), the arch behind the body.
TEST(RealStructures, aLabelMapWithTurnedAxesLiesTheRightWayRound) {
  NEEDS_REAL_DATA();
  planning::Progress progress;
  const auto vertebrae =
      readStructures(kData / "real/nifti_lumbar_L3_tptbox/sub-ct_seg-vert_label-22_msk.nii.gz", scanAround(), progress);
  ASSERT_TRUE(vertebrae) << vertebrae.error().code << vertebrae.error().detail;
  const auto parts = readStructures(kData / "real/nifti_lumbar_L3_tptbox/sub-ct_seg-subreg_label-22_msk.nii.gz",
                                    scanAround(), progress);
  ASSERT_TRUE(parts) << parts.error().code << parts.error().detail;
  const auto middle = [](const StructureSet& set, int label) {
    for (const Structure& s : set.structures)
      if (s.sourceNumber == label) return test::middleOf(maskOf(s));
    ADD_FAILURE() << "no label " << label;
    return planning::Point();
  };
  EXPECT_GT(middle(*vertebrae, 21)[2], middle(*vertebrae, 22)[2] + 20);
  EXPECT_GT(middle(*vertebrae, 22)[2], middle(*vertebrae, 23)[2] + 20);
  EXPECT_GT(middle(*parts, 42)[1], middle(*parts, 50)[1] + 30);  // spinous process behind the body
  EXPECT_GT(middle(*parts, 43)[0], middle(*parts, 44)[0] + 20);  // the left costal process is on the left
}

TEST(RealStructures, aScanIsNoLabelMap) {
  NEEDS_REAL_DATA();
  planning::Progress progress;
  const auto refused = readStructures(kData / "real/totalsegmentator/nifti/example_ct.nii.gz", scanAround(), progress);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "not-a-label-map");
}

TEST(RealStructures, everyEncodingOfTheLiverGivesTheSameVoxels) {
  NEEDS_REAL_DATA();
  const auto liver = read("real/seg_with_ct/dcmqi_ct_liver/liver.dcm", kLiver);
  ASSERT_TRUE(liver) << liver.error().detail;
  ASSERT_GT(voxelsIn(maskOf(liver->structures[0])), 100000u / 3);
  EXPECT_EQ(liver->structures[0].code, (planning::anatomy::Code{"10200004", "SCT", "Liver"}));
  EXPECT_TRUE(liver->structures[0].confirmed);
  for (const char* variant :
       {"liver_rle", "liver_expb", "liver_nonbyte_aligned", "liver_nonbyte_aligned_rle", "liver_j2k",
        "liver_nonbyte_aligned_j2k", "liver_deflate", "liver_nonbyte_aligned_deflate"}) {
    const auto other = read(std::string("real/seg_with_ct/pydicom_liver_variants/") + variant + ".dcm", kLiver);
    ASSERT_TRUE(other) << variant << " " << other.error().code << " " << other.error().detail;
    EXPECT_EQ(differences(maskOf(liver->structures[0]), maskOf(other->structures[0])), 0u) << variant;
  }
}

TEST(RealStructures, labelMapSegmentationsHaveTheVoxelsOfTheirFile) {
  NEEDS_REAL_DATA();
  const auto scan = scanOf("123456", "1.2.826.0.1.3680043.2.1125.1.91107089595205807043185863214762603");
  for (const char* name : {"noppv", "ppv5"}) {  // background by its code; padding that no pixel has
    const auto map = read(std::string("real/seg_with_ct/dcmqi_24x38x3/sparse-labelmap-") + name + ".dcm", scan);
    ASSERT_TRUE(map) << map.error().code << " " << map.error().detail;
    ASSERT_EQ(map->structures.size(), 1u);
    EXPECT_EQ(map->structures[0].name, "Liver");
    EXPECT_EQ(voxelsIn(maskOf(map->structures[0])), 630u);  // in the file's bytes
  }
}

TEST(RealStructures, overlappingSegmentsStayApart) {
  NEEDS_REAL_DATA();
  const auto seg = read("real/seg_with_ct/dcmqi_ct_liver/partial_overlaps.dcm", kLiver);
  ASSERT_TRUE(seg) << seg.error().detail;
  ASSERT_EQ(seg->structures.size(), 5u);
  EXPECT_EQ(seg->structures[1].kind, Kind::Artery);
  EXPECT_EQ(seg->structures[4].kind, Kind::Vein);
}

TEST(RealStructures, highdicomsBinaryAndFractionalAgree) {
  NEEDS_REAL_DATA();
  const auto scan = scanOf("77654033", "1.3.6.1.4.1.5962.1.1.0.0.0.1196530851.28319.0.4");
  const auto binary = read("real/seg_with_ct/highdicom/seg_image_ct_binary.dcm", scan);
  const auto fractional = read("real/seg_with_ct/highdicom/seg_image_ct_binary_fractional.dcm", scan);
  ASSERT_TRUE(binary) << binary.error().detail;
  ASSERT_TRUE(fractional) << fractional.error().detail;
  EXPECT_EQ(differences(maskOf(binary->structures[0]), maskOf(fractional->structures[0])), 0u);
  EXPECT_EQ(binary->structures[0].trackingUid, "1.2.826.0.1.3680043.10.511.3.10019350872562748248892382642075888");
}

// About 450 broken or hostile files: each comes back as an error with a code, and none of them as structures of this
// scan.
TEST(RealStructures, nothingMalformedGetsThrough) {
  NEEDS_REAL_DATA();
  std::size_t files = 0;
  planning::Progress progress;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kData / "malformed")) {
    if (!entry.is_regular_file()) continue;
    const auto refused = readStructures(entry.path(), kLumbar, progress);
    ASSERT_FALSE(refused) << entry.path();
    EXPECT_FALSE(refused.error().code.empty());
    ++files;
  }
  EXPECT_GT(files, 400u);
}

// The references to images are bad, the outlines are not: they lie in the frame of reference, which is what counts.
TEST(RealStructures, rtStructsWithBadImageReferencesAreReadByTheirFrameOfReference) {
  NEEDS_REAL_DATA();
  const auto scan = scanOf("PHANTOM_EXAMPLE", "1.2.840.113619.2.405.3.84541899.902.1605198123.912.6060.1");
  for (const char* name : {"invalid_reference_rt.dcm", "non_existent_reference_rt.dcm"}) {
    const auto rt = read(std::string("malformed/rtstruct_bad_references/") + name, scan);
    ASSERT_TRUE(rt) << name << " " << rt.error().code << " " << rt.error().detail;
    EXPECT_EQ(rt->structures.size(), 4u) << name;
  }
}

TEST(RealStructures, rtStructsOfSeveralWritersAreRead) {
  NEEDS_REAL_DATA();
  const struct {
    const char* file;
    planning::SeriesIdentity scan;
    std::size_t structures;
  } cases[] = {
      {"real/rtstruct_with_ct/lctsc_one_slice/RT.dcm",
       scanOf("LCTSC-Test-S1-101", "1.3.6.1.4.1.14519.5.2.1.7014.4598.171234424242155356682733155977"), 5},
      {"real/rtstruct_with_ct/dicompyler/rtss.dcm", scanOf("123456", "2.16.840.1.113662.2.12.0.3057.1241703565.36"),
       9},  // the tenth is empty
      {"real/rtstruct_with_ct/sts/STS_007/CT/mask/RS.dcm",
       scanOf("STS_007", "1.3.6.1.4.1.14519.5.2.1.5168.1900.319612519842218399283218224927"), 1},
      {"derived/ts20_repaired/rtstruct.dcm", scanOf("TS20", "1.3.12.2.1107.5.1.4.60064.30000022120807274275100000041"),
       8},
  };
  for (const auto& one : cases) {
    const auto rt = read(one.file, one.scan);
    ASSERT_TRUE(rt) << one.file << " " << rt.error().code << " " << rt.error().detail;
    EXPECT_EQ(rt->structures.size(), one.structures) << one.file;
  }
}

}  // namespace io
