#include "io/structures/seg_writer.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "io/reading/structure_reader.h"
#include "io/report/plan_report.h"
#include "tests/io/report/sample_plan.h"
#include "tests/support/oblique_scan.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/validators.h"

namespace io {
namespace {

using planning::anatomy::Mask;
using planning::anatomy::Side;
using planning::anatomy::Structure;

Mask::Pointer makeMask(const planning::Volume& scan, const itk::Index<3>& first, const itk::Size<3>& size) {
  auto mask = Mask::New();
  mask->CopyInformation(scan.hu);
  planning::Point origin;
  scan.hu->TransformIndexToPhysicalPoint(first, origin);
  mask->SetOrigin(origin);
  mask->SetRegions(size);
  mask->Allocate(true);
  return mask;
}

Structure makeStructure(const std::string& name, Mask::Pointer mask) {
  Structure structure;
  structure.name = name;
  structure.trackingUid = "2.25.5";
  structure.confirmed = true;
  structure.shape = std::move(mask);
  return structure;
}

/// Rounded to 1e-3 mm so that places compare.
std::array<long, 3> key(const planning::Point& p) {
  return {std::lround(p[0] * 1e3), std::lround(p[1] * 1e3), std::lround(p[2] * 1e3)};
}

std::map<std::array<long, 3>, int> placesIn(const Mask& mask) {
  std::map<std::array<long, 3>, int> places;
  for (std::size_t n = 0; n < mask.GetLargestPossibleRegion().GetNumberOfPixels(); ++n) {
    if (!mask.GetBufferPointer()[n]) continue;
    planning::Point place;
    mask.TransformIndexToPhysicalPoint(mask.ComputeIndex(static_cast<itk::OffsetValueType>(n)), place);
    ++places[key(place)];
  }
  return places;
}

const Mask& maskOf(const Structure& structure) {
  return *std::get<Mask::Pointer>(structure.shape);
}

TEST(SegWriter, comesBackVoxelForVoxelForEveryRemainderByEight) {
  const support::TemporaryFolder folder;
  std::mt19937 random(7);
  planning::Progress progress;
  for (std::size_t columns = 9; columns < 17; ++columns) {
    const auto scan = support::obliqueScan({{columns, 7, 5}});
    std::vector<Structure> structures;
    for (const char* name : {"one", "two"}) {  // they overlap
      auto mask = makeMask(scan, {{1, 2, 1}}, {{columns - 2, 4, 3}});
      for (auto *voxel = mask->GetBufferPointer(), *end = voxel + mask->GetPixelContainer()->Size(); voxel < end;
           ++voxel)
        *voxel = random() % 3 == 0;
      structures.push_back(makeStructure(name, mask));
    }
    ASSERT_TRUE(writeSeg(structures, scan, folder / "seg.dcm"));
    const auto read = readStructures(folder / "seg.dcm", scan.identity, progress);
    ASSERT_TRUE(read) << read.error().code << read.error().detail;
    ASSERT_EQ(read->structures.size(), 2U);
    for (std::size_t n = 0; n < 2; ++n)
      EXPECT_EQ(placesIn(maskOf(read->structures[n])), placesIn(maskOf(structures[n]))) << columns;
  }
}

TEST(SegWriter, packsFramesEndToEndLowestBitFirst) {  // not aligned to bytes: PS3.5 8.1.1 and annex D
  const support::TemporaryFolder folder;
  const auto scan = support::obliqueScan({{5, 3, 4}});  // 15 bits a frame
  auto mask = makeMask(scan, {{0, 0, 0}}, {{5, 3, 4}});
  for (const std::size_t voxel : {0U, 14U, 15U, 31U, 45U, 59U}) mask->GetBufferPointer()[voxel] = 1;
  ASSERT_TRUE(writeSeg({makeStructure("s", mask)}, scan, folder / "seg.dcm"));
  DcmFileFormat file;
  ASSERT_TRUE(file.loadFile((folder / "seg.dcm").c_str()).good());
  const Uint8* bytes = nullptr;
  unsigned long count = 0;
  ASSERT_TRUE(file.getDataset()->findAndGetUint8Array(DCM_PixelData, bytes, &count).good());
  EXPECT_EQ(std::vector<Uint8>(bytes, bytes + count),
            (std::vector<Uint8>{0x01, 0xC0, 0x00, 0x80, 0x00, 0x20, 0x00, 0x08}));
}

TEST(SegWriter, leavesOutSlicesWithoutAVoxelButTheScansEnds) {
  const support::TemporaryFolder folder;
  const auto scan = support::obliqueScan({{8, 8, 6}});
  auto mask = makeMask(scan, {{0, 0, 0}}, {{8, 8, 6}});
  mask->SetPixel({{1, 1, 1}}, 1);
  mask->SetPixel({{1, 1, 4}}, 1);
  ASSERT_TRUE(writeSeg({makeStructure("s", mask)}, scan, folder / "seg.dcm"));
  DcmFileFormat file;
  ASSERT_TRUE(file.loadFile((folder / "seg.dcm").c_str()).good());
  Sint32 frames = 0;
  file.getDataset()->findAndGetSint32(DCM_NumberOfFrames, frames);
  EXPECT_EQ(frames, 4);  // slices 1 and 4, then 0 and 5: it was looked for in all
  DcmItem* frame = nullptr;
  ASSERT_TRUE(file.getDataset()->findAndGetSequenceItem(DCM_PerFrameFunctionalGroupsSequence, frame, 1).good());
  OFString cited;
  ASSERT_TRUE(frame->findAndGetOFString(DCM_ReferencedSOPInstanceUID, cited, 0, OFTrue).good());
  EXPECT_EQ(cited, scan.identity.instances[4].sopInstanceUid.c_str());
}

// Where it was looked for is told by frames: after writing and reading it is what it was, and the voxels too.
TEST(SegWriter, keepsWhereAStructureWasLookedFor) {
  const support::TemporaryFolder folder;
  const auto scan = support::obliqueScan({{8, 8, 9}});
  auto mask = makeMask(scan, {{2, 3, 4}}, {{3, 2, 2}});
  mask->FillBuffer(1);
  Structure structure = makeStructure("s", mask);
  planning::Progress progress;
  for (const auto& [first, last] : {std::pair(0L, 8L), std::pair(2L, 5L), std::pair(4L, 7L)}) {
    const auto index = mask->GetLargestPossibleRegion().GetIndex();
    structure.lookedIn = Mask::RegionType({{index[0] - 2, index[1] - 3, index[2] - 4 + first}},
                                          {{8, 8, static_cast<itk::SizeValueType>(last - first + 1)}});
    ASSERT_TRUE(writeSeg({structure}, scan, folder / ("seg" + std::to_string(first) + ".dcm")));
    const auto read = readStructures(folder / ("seg" + std::to_string(first) + ".dcm"), scan.identity, progress);
    ASSERT_TRUE(read) << read.error().code;
    ASSERT_TRUE(read->structures[0].lookedIn);
    EXPECT_EQ(read->structures[0].lookedIn->GetIndex(2), first - 4);
    EXPECT_EQ(read->structures[0].lookedIn->GetSize(2), static_cast<itk::SizeValueType>(last - first + 1));
    EXPECT_EQ(placesIn(maskOf(read->structures[0])), placesIn(*mask));
  }
}

TEST(SegWriter, keepsWhatIsKnownOfAStructure) {
  const support::TemporaryFolder folder;
  const auto scan = support::obliqueScan({{8, 8, 2}});
  auto mask = makeMask(scan, {{0, 0, 0}}, {{8, 8, 2}});
  mask->SetPixel({{1, 1, 1}}, 1);
  Structure nerve = makeStructure("Racine L5 gauche \xC3\xA9", mask);
  nerve.code = {"3169005", "SCT", "Spinal nerve"};
  nerve.side = Side::Left;
  nerve.colour = {240, 220, 60};
  Structure automatic = makeStructure("auto", mask);
  automatic.confirmed = false;
  automatic.trackingUid = "2.25.6";
  ASSERT_TRUE(writeSeg({nerve, automatic}, scan, folder / "seg.dcm"));
  planning::Progress progress;
  const auto read = readStructures(folder / "seg.dcm", scan.identity, progress);
  ASSERT_TRUE(read) << read.error().code;
  const Structure& back = read->structures[0];
  EXPECT_EQ(back.name, nerve.name);
  EXPECT_EQ(back.code, nerve.code);
  EXPECT_EQ(back.side, Side::Left);
  EXPECT_EQ(back.trackingUid, "2.25.5");
  EXPECT_TRUE(back.confirmed);
  EXPECT_FALSE(read->structures[1].confirmed);
  for (std::size_t c = 0; c < 3; ++c) EXPECT_NEAR(back.colour[c], nerve.colour[c], 2);
}

TEST(SegWriter, refusesVoxelsThatAreNotTheScans) {
  const support::TemporaryFolder folder;
  const auto scan = support::obliqueScan({{8, 8, 4}});
  const auto refusal = [&](Mask::Pointer mask) {
    mask->FillBuffer(1);
    const auto written = writeSeg({makeStructure("s", mask)}, scan, folder / "seg.dcm");
    return written ? std::string("written") : written.error().code;
  };
  auto shifted = makeMask(scan, {{0, 0, 0}}, {{4, 4, 2}});
  shifted->SetOrigin(shifted->GetOrigin() + planning::makeVector(0.2, 0, 0));
  EXPECT_EQ(refusal(shifted), "another-grid");
  auto coarse = makeMask(scan, {{0, 0, 0}}, {{4, 4, 2}});
  const double spacing[] = {0.7, 1.4, 2.9};
  coarse->SetSpacing(spacing);
  EXPECT_EQ(refusal(coarse), "another-grid");
  EXPECT_EQ(refusal(makeMask(scan, {{5, 0, 0}}, {{4, 4, 2}})), "another-grid");
  EXPECT_EQ(refusal(makeMask(scan, {{4, 4, 2}}, {{4, 4, 2}})), "written");
}

TEST(SegWriter, refusesEmptyStructures) {
  const support::TemporaryFolder folder;
  const auto scan = support::obliqueScan({{8, 8, 4}});
  const auto written = writeSeg({makeStructure("s", makeMask(scan, {{0, 0, 0}}, {{4, 4, 2}}))}, scan, folder / "s.dcm");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, "nothing-to-write");
  EXPECT_TRUE(folder.names().empty());
}

TEST(SegWriter, writesTheSmallCaseWithEveryStructureWhole) {
  const auto& small = support::smallCase();
  planning::Progress progress;
  const auto read = readStructures(small.seg, small.scan, progress);
  ASSERT_TRUE(read) << read.error().code << read.error().detail;
  std::size_t n = 0;
  for (const auto& made : support::smallPhantom().structures) {
    if (made.structure.kind == planning::anatomy::Kind::Skin) continue;
    const Structure& back = read->structures.at(n++);
    EXPECT_EQ(back.name, made.structure.name);
    EXPECT_EQ(back.kind, made.structure.kind) << back.name;
    EXPECT_EQ(back.side, made.structure.side) << back.name;
    EXPECT_EQ(placesIn(maskOf(back)), placesIn(maskOf(made.structure))) << back.name;
  }
  EXPECT_EQ(read->structures.size(), n);
}

TEST(SegWriter, namesTheEquipmentThatTheReportsName) {
  const support::TemporaryFolder folder;
  ASSERT_TRUE(io::report::writePlan(sample::richPlan(), folder / "plan.dcm"));
  DcmFileFormat seg, report;
  ASSERT_TRUE(seg.loadFile(support::smallCase().seg.c_str()).good());
  ASSERT_TRUE(report.loadFile((folder / "plan.dcm").c_str()).good());
  for (const auto& tag : {DCM_Manufacturer, DCM_ManufacturerModelName, DCM_DeviceSerialNumber, DCM_SoftwareVersions}) {
    OFString ofSeg, ofReport;
    EXPECT_TRUE(seg.getDataset()->findAndGetOFString(tag, ofSeg).good()) << tag.toString();
    EXPECT_TRUE(report.getDataset()->findAndGetOFString(tag, ofReport).good()) << tag.toString();
    EXPECT_EQ(ofSeg, ofReport) << tag.toString();
    EXPECT_FALSE(ofSeg.empty()) << tag.toString();
  }
}

TEST(SegWriter, writesWhatDciodvfyFindsRight) {
  const auto errors = support::dciodvfyErrors(support::smallCase().seg);
  if (!errors) GTEST_SKIP() << "dciodvfy is not installed (package dicom3tools): the SEG was not validated";
  EXPECT_EQ(*errors, std::vector<std::string>{});
}

TEST(SegWriter, writesWhatPixelmedFindsRightSlow) {
  const auto errors = support::pixelmedErrors(support::smallCase().seg);
  if (!errors) GTEST_SKIP() << "PixelMed is not installed (package libpixelmed-java): the SEG was not validated";
  EXPECT_EQ(*errors, std::vector<std::string>{});
}

}  // namespace
}  // namespace io
