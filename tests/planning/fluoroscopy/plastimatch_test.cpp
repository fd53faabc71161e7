#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "planning/fluoroscopy/radiograph.h"
#include "tests/support/meta_image.h"
#include "tests/support/run_program.h"
#include "tests/support/small_case.h"
#include "tests/support/temporary_folder.h"

// The radiograph against another program's, of the same scan and geometry (Debian package plastimatch). Its picture is
// the one seen from the source, so mirrored against ours; which way, its own projection matrix says, and a marker that
// lies to one side proves.

namespace planning::fluoroscopy {
namespace {

constexpr int kPixels = 192;
constexpr double kFieldMm = 300;

CArmGeometry view(double primaryDeg, double secondaryDeg, const Point& isocentre) {
  CArmGeometry g;
  g.primary = Angle::degrees(primaryDeg);
  g.secondary = Angle::degrees(secondaryDeg);
  g.sourceToDetectorMm = 1000;
  g.sourceToIsocentreMm = 700;
  g.columnSpacingMm = g.rowSpacingMm = kFieldMm / kPixels;
  g.columns = g.rows = kPixels;
  g.isocentre = isocentre;
  return g;
}

/// The phantom with its axes along LPS: plastimatch sees nothing of a volume that is turned, as a prone scan is.
Volume upright() {
  const auto& turned = *support::smallPhantom().volume.hu;
  const auto size = turned.GetLargestPossibleRegion().GetSize();
  Point first, last;
  turned.TransformIndexToPhysicalPoint({0, 0, 0}, first);
  turned.TransformIndexToPhysicalPoint(
      {static_cast<long>(size[0]) - 1, static_cast<long>(size[1]) - 1, static_cast<long>(size[2]) - 1}, last);
  Volume volume;
  volume.hu = Volume::Image::New();
  volume.hu->SetRegions(size);
  volume.hu->SetSpacing(turned.GetSpacing());
  volume.hu->SetOrigin(
      makePoint(std::min(first[0], last[0]), std::min(first[1], last[1]), std::min(first[2], last[2])));
  volume.hu->Allocate();
  Volume::Image::IndexType to, from;
  for (to[2] = 0; to[2] < static_cast<long>(size[2]); ++to[2])
    for (to[1] = 0; to[1] < static_cast<long>(size[1]); ++to[1])
      for (to[0] = 0; to[0] < static_cast<long>(size[0]); ++to[0]) {
        Point place;
        volume.hu->TransformIndexToPhysicalPoint(to, place);
        EXPECT_TRUE(turned.TransformPhysicalPointToIndex(place, from));
        volume.hu->SetPixel(to, std::max<std::int16_t>(turned.GetPixel(from), -1000));
      }
  return volume;
}

/// Metal in one voxel, which the phantom's middle has to its left, behind and below.
const Volume::Image::IndexType kMarker{{78, 70, 22}};

Point mark(const Volume& volume) {
  volume.hu->SetPixel(kMarker, 20000);
  Point place;
  volume.hu->TransformIndexToPhysicalPoint(kMarker, place);
  return place;
}

std::string three(const Vector& v) {
  std::ostringstream text;
  text << v[0] << ' ' << v[1] << ' ' << v[2];
  return text.str();
}

struct Theirs {
  std::vector<float> picture;
  double centre[2] = {}, matrix[3][4] = {};

  ImagePoint project(const Point& p) const {
    double h[3];
    for (int row = 0; row < 3; ++row)
      h[row] = matrix[row][0] * p[0] + matrix[row][1] * p[1] + matrix[row][2] * p[2] + matrix[row][3];
    return {centre[0] + h[0] / h[2], centre[1] + h[1] / h[2]};
  }
};

Theirs plastimatch(const std::string& scan, const std::string& prefix, const CArmGeometry& geometry) {
  const Projection projection(geometry);
  const auto pair = [](double value) { return std::to_string(value) + " " + std::to_string(value); };
  const auto run = support::runProgram("plastimatch", {"drr",
                                                       "-i",
                                                       "exact",
                                                       "-P",
                                                       "preprocess",
                                                       "-r",
                                                       std::to_string(kPixels) + " " + std::to_string(kPixels),
                                                       "-z",
                                                       pair(kFieldMm),
                                                       "--sad",
                                                       "700",
                                                       "--sid",
                                                       "1000",
                                                       "-n",
                                                       three(projection.towardDetector() * -1.0),
                                                       "--vup",
                                                       three(projection.rowDirection() * -1.0),
                                                       "-o",
                                                       three(geometry.isocentre.GetVectorFromOrigin()),
                                                       "-t",
                                                       "pfm",
                                                       "-O",
                                                       prefix,
                                                       scan});
  EXPECT_EQ(run.exitCode, 0) << run.err << run.out;
  Theirs made;
  std::ifstream numbers(prefix + "0000.txt");
  numbers >> made.centre[0] >> made.centre[1];
  for (auto& row : made.matrix)
    for (double& number : row) numbers >> number;
  std::ifstream pixels(prefix + "0000.pfm", std::ios::binary);
  std::string line;
  for (int header = 0; header < 3; ++header) std::getline(pixels, line);
  made.picture.resize(kPixels * kPixels);
  pixels.read(reinterpret_cast<char*>(made.picture.data()),
              static_cast<std::streamsize>(made.picture.size() * sizeof(float)));
  EXPECT_TRUE(pixels);
  return made;
}

double correlation(const std::vector<float>& a, const std::vector<float>& b) {
  double n = static_cast<double>(a.size()), sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double x = static_cast<double>(a[i]), y = static_cast<double>(b[i]);
    sa += x, sb += y, saa += x * x, sbb += y * y, sab += x * y;
  }
  return (sab - sa * sb / n) / std::sqrt((saa - sa * sa / n) * (sbb - sb * sb / n));
}

std::vector<float> mirrored(std::vector<float> picture) {
  for (int row = 0; row < kPixels; ++row)
    std::reverse(picture.begin() + row * kPixels, picture.begin() + (row + 1) * kPixels);
  return picture;
}

/// The middle of what the second picture has more than the first.
ImagePoint middleOfMore(const std::vector<float>& without, const std::vector<float>& with) {
  double sum = 0, columns = 0, rows = 0;
  for (std::size_t i = 0; i < with.size(); ++i) {
    const double more = std::max(0.0, static_cast<double>(with[i]) - static_cast<double>(without[i]) - 1e-3);
    sum += more;
    columns += more * static_cast<double>(i % kPixels);
    rows += more * static_cast<double>(i / kPixels);
  }
  EXPECT_GT(sum, 0);
  return {columns / sum, rows / sum};
}

}  // namespace

TEST(Radiograph, agreesWithPlastimatch) {
  if (support::runProgram("plastimatch", {"--version"}).exitCode != 0)
    GTEST_SKIP() << "plastimatch is not installed: the radiograph is NOT compared with another program's";
  const support::TemporaryFolder folder;
  const Volume bare = upright(), metal = upright();
  const Point marker = mark(metal);
  support::writeMetaImage(bare, folder / "bare.mha");
  support::writeMetaImage(metal, folder / "metal.mha");
  for (const auto& [primary, secondary] : {std::pair(0.0, 0.0), std::pair(35.0, 10.0), std::pair(90.0, -15.0)}) {
    const auto geometry = view(primary, secondary, marker - makeVector(25, 14, 18));
    const auto theirs = plastimatch(folder / "bare.mha", folder / "drr", geometry);
    const auto theirMetal = plastimatch(folder / "metal.mha", folder / "drr", geometry);
    Progress silent;
    const auto ours = *makeRadiograph(bare, geometry, 0.5, silent);
    const auto ourMetal = *makeRadiograph(metal, geometry, 0.5, silent);
    const auto here = *Projection(geometry).project(marker), there = theirs.project(marker);
    EXPECT_NEAR(there.column, kPixels - 1 - here.column, 1e-3) << "seen from the source: the mirror of ours";
    EXPECT_NEAR(there.row, here.row, 1e-3);
    EXPECT_GT(std::abs(here.column - there.column), 10) << "the marker tells one side from the other";
    const auto ourSpot = middleOfMore(ours.attenuation, ourMetal.attenuation);
    EXPECT_NEAR(ourSpot.column, here.column, 0.3) << primary;
    EXPECT_NEAR(ourSpot.row, here.row, 0.3) << primary;
    const auto theirSpot = middleOfMore(theirs.picture, theirMetal.picture);
    EXPECT_NEAR(theirSpot.column, there.column, 1) << primary;
    EXPECT_NEAR(theirSpot.row, there.row, 1) << primary;
    const double alike = correlation(ours.attenuation, mirrored(theirs.picture));
    EXPECT_GT(alike, 0.995) << primary;  // its exact method knows no trilinear values, on voxels of 3 x 3 x 4 mm
    EXPECT_LT(correlation(ours.attenuation, theirs.picture), 0.99) << "unmirrored it does not fit";
    std::cout << "correlation with plastimatch at " << primary << "/" << secondary << ": " << alike << '\n';
  }
}

}  // namespace planning::fluoroscopy
