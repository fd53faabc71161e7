#include <gtest/gtest.h>

#include <fstream>

#include "io/reading/structure_reader.h"
#include "made_rtstruct.h"
#include "made_seg.h"
#include "planning/needle/clearance.h"
#include "tests/support/temporary_folder.h"

// What a file's slices do not show is not clear: from the file through the reader to the verdict.
namespace io {
namespace {

using planning::makePoint;
using planning::anatomy::Mask;
using planning::anatomy::Structure;
using planning::needle::Clearance;
using planning::needle::Verdict;

constexpr double kStepMm = 2.5;
constexpr int kSide = 40;

/// An artery of 10 x 10 mm that runs straight up at x = y = 20 in the planes given.
std::vector<std::uint8_t> arteryPixels() {
  std::vector<std::uint8_t> pixels(kSide * kSide, 0);
  for (int row = 15; row < 25; ++row)
    for (int column = 15; column < 25; ++column) pixels[static_cast<std::size_t>(row * kSide + column)] = 1;
  return pixels;
}

void addFrames(made::Seg& seg, int segment, int planes) {
  for (int k = 0; k < planes; ++k) seg.frames.push_back({segment, makePoint(0, 0, kStepMm * k), arteryPixels()});
}

made::Seg arteryIn(int planes) {
  made::Seg seg;
  seg.rows = seg.columns = kSide;
  seg.betweenSlices = kStepMm;
  addFrames(seg, 1, planes);
  return seg;
}

StructureSet read(const std::filesystem::path& file) {
  planning::Progress progress;
  auto set = readStructures(file, made::scanIdentity(), progress);
  EXPECT_TRUE(set) << set.error().code << " " << set.error().detail;
  return set ? std::move(*set) : StructureSet{};
}

StructureSet readBack(const made::Seg& seg) {
  const support::TemporaryFolder folder;
  return read(made::write(seg, folder.path()));
}

std::vector<made::Contour> squaresIn(int planes) {
  std::vector<made::Contour> contours;
  for (int k = 0; k < planes; ++k) {
    const double z = kStepMm * k;
    contours.push_back({{makePoint(15, 15, z), makePoint(25, 15, z), makePoint(25, 25, z), makePoint(15, 25, z)}});
  }
  return contours;
}

StructureSet readBack(const std::vector<made::Roi>& rois) {
  const support::TemporaryFolder folder;
  made::writeRtStruct(rois, folder / "rt.dcm");
  return read(folder / "rt.dcm");
}

/// Of a needle that runs level, front to back, at x mm and z mm.
Clearance past(const Structure& structure, double x, double z) {
  return planning::needle::clearanceOf({makePoint(x, 70, z), makePoint(x, -10, z)}, {22, 90, 0.718},
                                       planning::anatomy::measure(structure), 2);
}

void expectRegion(const Structure& structure, const itk::Index<3>& first, const itk::Size<3>& size) {
  ASSERT_TRUE(structure.lookedIn);
  EXPECT_EQ(structure.lookedIn->GetIndex(), first);
  EXPECT_EQ(structure.lookedIn->GetSize(), size);
}

}  // namespace

// The real artery goes on: the needle would cross it 46 mm above the last slice that was segmented.
TEST(LookedIn, aSegOfTheFirstSlicesIsUnknownAboveThem) {
  const auto set = readBack(arteryIn(12));
  ASSERT_EQ(set.structures.size(), 1u);
  expectRegion(set.structures[0], {{-15, -15, 0}}, {{kSide, kSide, 12}});
  const Clearance row = past(set.structures[0], 20, 30 * kStepMm);
  EXPECT_GT(row.distanceMm.value(), 40);                    // what was segmented is far
  EXPECT_NEAR(row.unseenDistanceMm.value(), -0.359, 1e-9);  // it may meet the axis
  EXPECT_EQ(row.verdict, Verdict::Unknown);
}

TEST(LookedIn, aSegOfTheWholeScanStaysClearFarFromItsEnds) {
  const auto set = readBack(arteryIn(90));
  ASSERT_EQ(set.structures.size(), 1u);
  const Clearance row = past(set.structures[0], 60, 45 * kStepMm);  // 110 mm from either end
  EXPECT_NEAR(row.distanceMm.value(), 60 - 24.5 - 0.359, 0.01);
  EXPECT_FALSE(row.unseenDistanceMm);
  EXPECT_EQ(row.verdict, Verdict::Clear);
}

// Empty frames may be left out: where another segment has frames, this one was looked for too.
TEST(LookedIn, aSegsOtherFramesTellThatItEnds) {
  made::Seg seg = arteryIn(12);
  seg.segments = {{1, "aorta"}, {2, "cord"}};
  addFrames(seg, 2, 60);
  const auto set = readBack(seg);
  ASSERT_EQ(set.structures.size(), 2u);
  expectRegion(set.structures[0], {{-15, -15, 0}}, {{kSide, kSide, 60}});
  const Clearance row = past(set.structures[0], 20, 30 * kStepMm);
  EXPECT_FALSE(row.unseenDistanceMm);
  EXPECT_EQ(row.verdict, Verdict::Clear);
}

TEST(LookedIn, outlinesOfTheFirstSlicesAreUnknownAboveThem) {
  const auto set = readBack(std::vector<made::Roi>{{1, "aorta", squaresIn(12)}});
  ASSERT_EQ(set.structures.size(), 1u);
  ASSERT_TRUE(set.structures[0].lookedIn);
  EXPECT_EQ(set.structures[0].lookedIn->GetSize(2), 12u);
  const Clearance row = past(set.structures[0], 20, 30 * kStepMm);
  EXPECT_NEAR(row.unseenDistanceMm.value(), -0.359, 1e-9);  // it may meet the axis
  EXPECT_EQ(row.verdict, Verdict::Unknown);
}

// The outline is closed: to its sides it ends where it was drawn, whatever is known of the scan.
TEST(LookedIn, outlinesEndToTheirSides) {
  const auto set = readBack(std::vector<made::Roi>{{1, "aorta", squaresIn(90)}});
  ASSERT_EQ(set.structures.size(), 1u);
  EXPECT_FALSE(past(set.structures[0], 60, 45 * kStepMm).unseenDistanceMm);
}

TEST(LookedIn, anotherRoisOutlinesTellThatItEnds) {
  const auto set = readBack({{1, "aorta", squaresIn(12)}, {2, "cord", squaresIn(60)}});
  ASSERT_EQ(set.structures.size(), 2u);
  for (const auto& structure : set.structures)
    if (structure.name == "aorta") {
      EXPECT_EQ(structure.lookedIn.value().GetSize(2), 60u);
      EXPECT_FALSE(past(structure, 20, 30 * kStepMm).unseenDistanceMm);
    }
}

TEST(LookedIn, aLabelMapIsLookedInAllOver) {
  const support::TemporaryFolder folder;
  {
    std::ofstream out(folder / "aorta.nrrd", std::ios::binary);
    out << "NRRD0004\ntype: uchar\ndimension: 3\nspace: left-posterior-superior\nsizes: 8 9 10\n"
        << "space directions: (3,0,0) (0,3,0) (0,0,3)\nkinds: domain domain domain\nencoding: raw\n"
        << "space origin: (0,0,0)\n\n";
    for (int k = 0; k < 10; ++k)
      for (int j = 0; j < 9; ++j)
        for (int i = 0; i < 8; ++i) out.put(i >= 2 && i < 5 && j >= 3 && j < 6 && k >= 4 ? 1 : 0);  // to the top
  }
  planning::Volume scan;  // that the label map lies in
  scan.identity = made::scanIdentity();
  scan.hu = planning::Volume::Image::New();
  scan.hu->SetRegions(planning::Volume::Image::SizeType{30, 30, 30});
  scan.hu->Allocate(true);
  planning::Progress progress;
  const auto read = readStructures(folder / "aorta.nrrd", scan, progress);
  ASSERT_TRUE(read) << read.error().code << " " << read.error().detail;
  const auto& set = *read;
  ASSERT_EQ(set.structures.size(), 1u);
  expectRegion(set.structures[0], {{-2, -3, -4}}, {{8, 9, 10}});
  const auto measured = planning::anatomy::measure(set.structures[0]);
  EXPECT_TRUE(measured.unseen);  // it leaves by the top
}

}  // namespace io
