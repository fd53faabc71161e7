#include <gtest/gtest.h>

#include <cmath>

#include "io/reading/structure_reader.h"
#include "made_rtstruct.h"
#include "made_seg.h"
#include "mask_probe.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/anatomy/surface.h"
#include "tests/support/temporary_folder.h"

namespace io {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Mask;
using test::isInside;
using test::maskOf;
using Points = std::vector<planning::Point>;

using MadeContour = made::Contour;
using MadeRoi = made::Roi;

planning::Expected<StructureSet> readBack(const std::vector<MadeRoi>& rois) {
  const support::TemporaryFolder folder;
  made::writeRtStruct(rois, folder / "rt.dcm");
  planning::Progress progress;
  return readStructures(folder / "rt.dcm", made::scanIdentity(), progress);
}

Points rectangle(double x0, double y0, double x1, double y1, double z) {
  return {planning::makePoint(x0, y0, z), planning::makePoint(x1, y0, z), planning::makePoint(x1, y1, z),
          planning::makePoint(x0, y1, z)};
}

std::vector<MadeContour> box(const std::vector<double>& heights) {
  std::vector<MadeContour> contours;
  for (const double z : heights) contours.push_back({rectangle(0, 0, 20, 10, z)});
  return contours;
}

/// Slices along the patient's axes, from (-50, -50, -50) to (50, 50, 50), so far apart; turned by `tiltedBy` degrees
/// about the x axis.
planning::Volume scanWithSlices(double apartMm, double tiltedBy = 0) {
  planning::Volume scan;
  scan.identity = made::scanIdentity();
  scan.hu = planning::Volume::Image::New();
  scan.hu->SetRegions(itk::Size<3>{{100, 100, static_cast<itk::SizeValueType>(100 / apartMm)}});
  const double spacing[3] = {1, 1, apartMm};
  scan.hu->SetSpacing(spacing);
  scan.hu->SetOrigin(planning::makePoint(-49.5, -49.5, -50 + apartMm / 2));
  const double turn = tiltedBy * std::acos(-1.0) / 180;
  auto direction = scan.hu->GetDirection();
  direction(1, 1) = direction(2, 2) = std::cos(turn), direction(2, 1) = std::sin(turn),
               direction(1, 2) = -std::sin(turn);
  scan.hu->SetDirection(direction);
  scan.hu->Allocate(true);
  return scan;
}

planning::Expected<StructureSet> readOn(const planning::Volume& scan, const std::vector<MadeRoi>& rois) {
  const support::TemporaryFolder folder;
  made::writeRtStruct(rois, folder / "rt.dcm");
  planning::Progress progress;
  return readStructures(folder / "rt.dcm", scan, progress);
}

Points circle(double x, double y, double z, double radius) {
  Points points;
  for (int i = 0; i < 360; ++i) {
    const double angle = i * std::acos(-1.0) / 180;
    points.push_back(planning::makePoint(x + radius * std::cos(angle), y + radius * std::sin(angle), z));
  }
  return points;
}

bool hasFinding(const StructureSet& set, const std::string& code) {
  for (const auto& finding : set.findings)
    if (finding.code == code) return true;
  return false;
}

/// mm3 of the voxels in.
double volumeOf(const Mask& mask) {
  const auto spacing = mask.GetSpacing();
  return static_cast<double>(test::voxelsIn(mask)) * spacing[0] * spacing[1] * spacing[2];
}

}  // namespace

TEST(RtStructReader, matchesContoursByRoiNumber) {
  const auto read = readBack(
      {{7, "aorta", box({0, 3, 6})}, {2, "Lung_L", {{rectangle(50, 50, 60, 60, 0)}, {rectangle(50, 50, 60, 60, 3)}}}});
  ASSERT_TRUE(read) << read.error().detail;
  ASSERT_EQ(read->structures.size(), 2u);
  const auto& aorta = read->structures[0];
  EXPECT_EQ(aorta.name, "aorta");
  EXPECT_EQ(aorta.kind, Kind::Artery);
  EXPECT_EQ(aorta.sourceNumber, 7);
  EXPECT_TRUE(aorta.confirmed);
  EXPECT_EQ(aorta.colour, (std::array<std::uint8_t, 3>{10, 20, 30}));
  EXPECT_TRUE(isInside(maskOf(aorta), planning::makePoint(10, 5, 3)));
  EXPECT_EQ(read->structures[1].side, planning::anatomy::Side::Left);
  EXPECT_TRUE(isInside(maskOf(read->structures[1]), planning::makePoint(55, 55, 3)));
}

// One voxel of a 0.4 x 1.6 x 2.5 mm grid, drawn at its borders: exactly its box comes back.
TEST(RtStructReader, givesAVoxelsOwnBoxBack) {
  const auto read = readBack({{1, "one", {{rectangle(10.2, 20.8, 10.6, 22.4, -5)}}}, {2, "spacing", box({-5, -2.5})}});
  ASSERT_TRUE(read) << read.error().detail;
  const Mask& mask = maskOf(read->structures[0]);
  EXPECT_NEAR(volumeOf(mask), 0.4 * 1.6 * 2.5, 1e-9);
  const auto surface = planning::anatomy::extractSurface(mask);
  float low[3] = {1e9f, 1e9f, 1e9f}, high[3] = {-1e9f, -1e9f, -1e9f};
  for (const auto& vertex : surface.vertices)
    for (std::size_t i = 0; i < 3; ++i) low[i] = std::min(low[i], vertex[i]), high[i] = std::max(high[i], vertex[i]);
  const double expectedLow[3] = {10.2, 20.8, -6.25}, expectedHigh[3] = {10.6, 22.4, -3.75};  // caps of half a slice
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(low[i], expectedLow[i], 1e-4);
    EXPECT_NEAR(high[i], expectedHigh[i], 1e-4);
  }
}

TEST(RtStructReader, cutsHolesAndKeepsIslands) {
  std::vector<MadeContour> contours;
  for (const double z : {0.0, 2.0}) {
    contours.push_back({rectangle(8, 3, 12, 7, z), "CLOSEDPLANAR_XOR"});  // island, drawn first
    contours.push_back({rectangle(5, 1, 15, 9, z), "CLOSEDPLANAR_XOR"});  // hole
    contours.push_back({rectangle(0, 0, 20, 10, z), "CLOSEDPLANAR_XOR"});
  }
  const auto read = readBack({{1, "ring", contours}});
  ASSERT_TRUE(read) << read.error().detail;
  const Mask& mask = maskOf(read->structures[0]);
  EXPECT_TRUE(isInside(mask, planning::makePoint(2, 5, 0)));
  EXPECT_FALSE(isInside(mask, planning::makePoint(6, 5, 0)));
  EXPECT_TRUE(isInside(mask, planning::makePoint(10, 5, 2)));
  EXPECT_NEAR(volumeOf(mask), (200 - 80 + 16) * 2 * 2, 1.0);
}

TEST(RtStructReader, cutsAKeyhole) {
  std::vector<MadeContour> contours;
  for (const double z : {0.0, 2.0}) {
    Points points = rectangle(0, 0, 20, 10, z);
    points.push_back(planning::makePoint(0, 0, z));  // in by a channel of no width, round the hole, out again
    for (const auto& [x, y] : {std::pair{5., 2.}, {5., 8.}, {15., 8.}, {15., 2.}, {5., 2.}})
      points.push_back(planning::makePoint(x, y, z));
    contours.push_back({points});
  }
  const auto read = readBack({{1, "keyhole", contours}});
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_FALSE(isInside(maskOf(read->structures[0]), planning::makePoint(10, 5, 0)));
  EXPECT_TRUE(isInside(maskOf(read->structures[0]), planning::makePoint(2, 5, 0)));
  EXPECT_NEAR(volumeOf(maskOf(read->structures[0])), (200 - 60) * 2 * 2, 2.0);
}

// Even-odd alone would make the same outline twice vanish, and cut what two outlines share.
TEST(RtStructReader, losesNothingToOutlinesThatRepeatOrCross) {
  auto twice = box({0, 2, 0, 2});
  const auto repeated = readBack({{1, "twice", twice}});
  ASSERT_TRUE(repeated) << repeated.error().detail;
  EXPECT_TRUE(isInside(maskOf(repeated->structures[0]), planning::makePoint(10, 5, 0)));
  EXPECT_TRUE(hasFinding(*repeated, "contours-duplicate"));
  auto crossing = box({0, 2});
  for (const double z : {0.0, 2.0}) crossing.push_back({rectangle(10, 0, 28, 9, z)});
  const auto crossed = readBack({{1, "crossing", crossing}});
  ASSERT_TRUE(crossed) << crossed.error().detail;
  EXPECT_TRUE(isInside(maskOf(crossed->structures[0]), planning::makePoint(15, 5, 0)));
  EXPECT_TRUE(hasFinding(*crossed, "contours-overlap"));
}

TEST(RtStructReader, offersPointsAndLeavesOpenLinesOut) {
  const auto read = readBack({{1, "target", {{{planning::makePoint(1, 2, 3)}, "POINT"}}},
                              {2, "line", {{rectangle(0, 0, 1, 1, 0), "OPEN_PLANAR"}}}});
  ASSERT_TRUE(read) << read.error().detail;
  ASSERT_EQ(read->points.size(), 1u);
  EXPECT_EQ(read->points[0].name, "target");
  EXPECT_EQ(read->points[0].place, planning::makePoint(1, 2, 3));
  EXPECT_TRUE(read->structures.empty());
  EXPECT_TRUE(hasFinding(*read, "contours-not-closed"));
}

TEST(RtStructReader, bridgesAMissingPlaneAndSaysSo) {
  const auto read = readBack({{1, "gap", box({0, 2, 6, 8})}});
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_TRUE(isInside(maskOf(read->structures[0]), planning::makePoint(10, 5, 4)));
  EXPECT_TRUE(hasFinding(*read, "contour-planes-filled"));
}

TEST(RtStructReader, leavesLongGapsEmptyAndSaysSo) {
  const auto read = readBack({{1, "gap", box({0, 2, 22, 24})}});
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_FALSE(isInside(maskOf(read->structures[0]), planning::makePoint(10, 5, 12)));
  EXPECT_TRUE(hasFinding(*read, "contour-planes-missing"));
}

TEST(RtStructReader, saysThatOneStructuresOutlinesAreFartherApart) {
  const auto read =
      readBack({{1, "fine", box({0, 2, 4})}, {2, "also fine", box({0, 2, 4})}, {3, "coarse", box({0, 4, 8})}});
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_NEAR(volumeOf(maskOf(read->structures[2])), 20 * 10 * 12, 1);
  ASSERT_EQ(read->findings.size(), 1u);
  EXPECT_EQ(read->findings[0].code, "contours-sparse");
  EXPECT_EQ(read->findings[0].arguments.at(0), "coarse");
}

// vv 117: an exclusion of an eighth of a voxel took a whole slice of the lung with it.
TEST(RtStructReader, keepsASliceWithAnOutlineSmallerThanAPixel) {
  auto contours = box({0, 2, 4});
  contours.push_back({rectangle(10, 5, 10.05, 5.05, 2)});
  const auto read = readBack({{1, "lung", contours}});
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_TRUE(isInside(maskOf(read->structures[0]), planning::makePoint(5, 5, 2)));
  EXPECT_NEAR(volumeOf(maskOf(read->structures[0])), 20 * 10 * 6, 1);
  EXPECT_TRUE(hasFinding(*read, "contours-too-small"));
}

// platipy 165: planes that are not axial.
TEST(RtStructReader, followsObliquePlanes) {
  const auto u = planning::makeVector(0.8, 0.6, 0), v = planning::makeVector(-0.48, 0.64, 0.6);
  const auto n = planning::cross(u, v);
  std::vector<MadeContour> contours;
  for (int k = 0; k < 4; ++k) {
    const auto corner = planning::makePoint(5, 6, 7) + n * (2.5 * k);
    contours.push_back({{corner, corner + u * 20, corner + u * 20 + v * 10, corner + v * 10}});
  }
  const auto read = readBack({{1, "oblique", contours}});
  ASSERT_TRUE(read) << read.error().detail;
  const Mask& mask = maskOf(read->structures[0]);
  for (const double a : {0.4, 10.0, 19.6})
    for (const double b : {0.4, 9.6})
      EXPECT_TRUE(isInside(mask, planning::makePoint(5, 6, 7) + u * a + v * b + n * 5.0)) << a << " " << b;
  EXPECT_FALSE(isInside(mask, planning::makePoint(5, 6, 7) - u * 0.4 + v * 5.0 + n * 5.0));
  EXPECT_NEAR(volumeOf(mask), 20 * 10 * 10, 40);
}

// SlicerRT 81. A slab of 5 mm, z -32.5 to -27.5, 5 mm round (-30, 0): a needle that comes down to y = 20 stays 15 mm
// away with its axis, less half a voxel of the outline, and 15 - 0.359 mm with the surface of a 22G.
TEST(RtStructReader, takesASinglePlaneForASlabOfTheScansSpacing) {
  const auto read = readOn(scanWithSlices(5), {{1, "aorta", {{circle(-30, 0, -30, 5)}}}});
  ASSERT_TRUE(read) << read.error().code << read.error().detail;
  ASSERT_EQ(read->findings.size(), 1u);
  EXPECT_EQ(read->findings[0].code, "contours-single-plane");
  EXPECT_EQ(read->findings[0].arguments, (std::vector<std::string>{"aorta", "5.0 mm"}));
  const auto measured = planning::anatomy::measure(read->structures.at(0));
  const auto down = measured.field->distance({planning::makePoint(-30, 50, -30), planning::makePoint(-30, 20, -30)});
  EXPECT_NEAR(down.distanceMm - 0.359, 14.64, 0.25);
  const auto above = measured.field->distance({planning::makePoint(-30, 50, -20), planning::makePoint(-30, -20, -20)});
  EXPECT_NEAR(above.distanceMm, 7.5, 1e-3);
  EXPECT_GT(measured.errorBoundMm, 2.5);  // half the slab
}

TEST(RtStructReader, takesASinglePlaneForNoSlabOfSlicesThatItDoesNotLieIn) {
  const auto read = readOn(scanWithSlices(5, 20), {{1, "aorta", {{circle(-30, 0, -30, 5)}}}});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "no-slice-spacing");
}

TEST(RtStructReader, saysOfASinglePlaneAmongOthersWhatItIsTakenFor) {
  const auto read =
      readOn(scanWithSlices(5), {{1, "aorta", {{circle(-30, 0, -30, 5)}}}, {2, "bone", box({-6, -3, 0})}});
  ASSERT_TRUE(read) << read.error().code;
  EXPECT_EQ(maskOf(read->structures.at(0)).GetSpacing()[2], 3);
  ASSERT_TRUE(hasFinding(*read, "contours-single-plane"));
}

TEST(RtStructReader, leavesOutWhatIsInAnotherFrameOfReference) {
  const auto read = readBack({{1, "here", box({0, 2})}, {2, "elsewhere", box({0, 2}), "2.25.99"}});
  ASSERT_TRUE(read) << read.error().detail;
  EXPECT_EQ(read->structures.size(), 1u);
  EXPECT_TRUE(hasFinding(*read, "structure-left-out"));
  const auto none = readBack({{2, "elsewhere", box({0, 2}), "2.25.99"}});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, "another-frame");
  EXPECT_NE(none.error().detail.find("2.25.99"), std::string::npos);
}

TEST(RtStructReader, refusesOutlinesThatAreNoStackOfPlanes) {
  auto bent = box({0, 2});
  bent[0].points[1][2] = 1;
  EXPECT_EQ(readBack({{1, "bent", bent}}).error().code, "contour-not-planar");
  EXPECT_EQ(readBack({{1, "uneven", box({0, 2, 5})}}).error().code, "uneven-slices");
  EXPECT_EQ(readBack({{1, "single", box({0})}}).error().code, "no-slice-spacing");
  EXPECT_EQ(readBack({{1, "empty", {}}}).error().code, "no-contours");
}

}  // namespace io
