#include "planning/fluoroscopy/radiograph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <random>

namespace planning::fluoroscopy {
namespace {

/// A cube of voxels around the origin, HU given by place.
Volume cube(int size, double spacingMm, const std::function<double(const Point&)>& hu) {
  Volume volume;
  volume.hu = Volume::Image::New();
  Volume::Image::SizeType sizes;
  sizes.Fill(static_cast<itk::SizeValueType>(size));
  volume.hu->SetRegions(sizes);
  Volume::Image::SpacingType spacing(spacingMm);
  volume.hu->SetSpacing(spacing);
  Point origin;
  origin.Fill(-(size - 1) * spacingMm / 2);
  volume.hu->SetOrigin(origin);
  volume.hu->Allocate();
  Volume::Image::IndexType index;
  for (index[2] = 0; index[2] < size; ++index[2])
    for (index[1] = 0; index[1] < size; ++index[1])
      for (index[0] = 0; index[0] < size; ++index[0]) {
        Point place;
        volume.hu->TransformIndexToPhysicalPoint(index, place);
        volume.hu->SetPixel(index, static_cast<std::int16_t>(hu(place)));
      }
  return volume;
}

CArmGeometry view(double primaryDeg) {
  CArmGeometry g;
  g.primary = Angle::degrees(primaryDeg);
  g.sourceToDetectorMm = 1000;
  g.sourceToIsocentreMm = 600;
  g.columnSpacingMm = g.rowSpacingMm = 2.0;
  g.columns = g.rows = 129;
  return g;
}

/// Water ball of 40 mm radius at the origin, edges softened over a voxel as a scanner does.
double ballHu(const Point& p) {
  const double inside = 0.5 - (p.GetVectorFromOrigin().GetNorm() - 40.0);
  return -1000 + 1000 * std::clamp(inside, 0.0, 1.0);
}

}  // namespace

TEST(Radiograph, isExposedForItsMiddle) {
  Radiograph image{8, 8, std::vector<float>(64, 100)};
  for (int row = 2; row < 6; ++row)
    for (int column = 2; column < 6; ++column)
      image.attenuation[static_cast<std::size_t>(row * 8 + column)] = static_cast<float>(row);
  EXPECT_EQ(image.exposedRange(), std::pair(2.0, 5.0));
  EXPECT_EQ(image.usualRange().second, 100);
}

TEST(Radiograph, isTheChordOfAWaterBallTimesItsAttenuation) {
  const auto volume = cube(101, 1.0, ballHu);
  Progress progress;
  const auto geometry = view(30);
  const auto made = *makeRadiograph(volume, geometry, 1.0, progress);
  const Projection projection(geometry);
  for (int column = 0; column < 129; column += 4) {
    const auto ray = projection.ray({static_cast<double>(column), 64});
    const double missMm = cross(ray.source - makePoint(0, 0, 0), ray.direction).GetNorm();
    const double chordMm = missMm < 40 ? 2 * std::sqrt(1600 - missMm * missMm) : 0;
    EXPECT_NEAR(made.attenuation[64u * 129u + static_cast<unsigned>(column)], kWaterAttenuationPerMm * chordMm, 0.02)
        << column;
  }
}

TEST(Radiograph, showsAMarkerWhereTheProjectionPutsIt) {
  const auto marker = makePoint(22, -9, 31);
  const auto volume = cube(101, 1.0, [&](const Point& p) { return (p - marker).GetNorm() < 1.5 ? 3000.0 : -1000.0; });
  Progress progress;
  for (const double degrees : {0.0, 35.0, 90.0, 180.0}) {
    const auto geometry = view(degrees);
    const auto made = *makeRadiograph(volume, geometry, 0.5, progress);
    const auto brightest =
        std::max_element(made.attenuation.begin(), made.attenuation.end()) - made.attenuation.begin();
    const auto expected = *Projection(geometry).project(marker);
    EXPECT_NEAR(static_cast<double>(brightest % 129), expected.column, 1.0) << degrees;
    EXPECT_NEAR(static_cast<double>(brightest / 129), expected.row, 1.0) << degrees;
  }
}

TEST(Radiograph, whatTheScannerNeverSawAbsorbsNothing) {
  const auto volume = cube(21, 1.0, [](const Point&) { return kOutsideScan; });
  Progress progress;
  const auto made = *makeRadiograph(volume, view(0), 1.0, progress);
  EXPECT_EQ(*std::max_element(made.attenuation.begin(), made.attenuation.end()), 0.0f);
}

TEST(Radiograph, stopsWhenAsked) {
  struct Stop : Progress {
    bool stopRequested() const override { return true; }
  } stop;
  const auto made = makeRadiograph(cube(11, 1.0, ballHu), view(0), 1.0, stop);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, "cancelled");
}

/// The slow twin: in double, by ITK's own transform, voxel by voxel.
double slowly(const Volume& volume, const Ray& ray, double fromMm, double toMm, double stepMm) {
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  double sum = 0;
  for (double at = fromMm + stepMm / 2; at < toMm; at += stepMm) {
    const auto index = volume.hu->TransformPhysicalPointToContinuousIndex<double>(ray.source + ray.direction * at);
    bool inside = true;
    for (unsigned k = 0; k < 3; ++k) inside = inside && index[k] >= 0 && index[k] < static_cast<double>(size[k]) - 1;
    if (!inside) continue;
    for (int corner = 0; corner < 8; ++corner) {
      Volume::Image::IndexType voxel;
      double weight = 1;
      for (unsigned k = 0; k < 3; ++k) {
        const double low = std::floor(index[k]), part = index[k] - low;
        const bool up = (corner >> k & 1) != 0;
        voxel[k] = static_cast<itk::IndexValueType>(low) + (up ? 1 : 0);
        weight *= up ? part : 1 - part;
      }
      sum += weight * std::max(0.0, 1.0 + volume.hu->GetPixel(voxel) / 1000.0) * stepMm;
    }
  }
  return sum * kWaterAttenuationPerMm;
}

TEST(Radiograph, equalsItsSlowTwinOnObliqueAndShearedGrids) {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> hu(-1100, 1500);
  std::uniform_real_distribution<double> turn(-0.3, 0.3), angle(-80, 80);
  for (int round = 0; round < 6; ++round) {
    auto volume = cube(24, 1.0, [&](const Point&) { return hu(random); });
    volume.hu->SetSpacing(itk::Vector<double, 3>(std::array<double, 3>{2.0, 1.5, 3.0}.data()));
    Volume::Image::DirectionType direction;
    for (unsigned i = 0; i < 3; ++i)
      for (unsigned k = 0; k < 3; ++k) direction[i][k] = (i == k ? 1.0 : 0.0) + turn(random);
    volume.hu->SetDirection(direction);
    volume.hu->SetOrigin(makePoint(-25, -15, -30));
    auto geometry = view(angle(random));
    geometry.secondary = Angle::degrees(angle(random) / 2);
    Progress progress;
    const auto made = *makeRadiograph(volume, geometry, 0.25, progress);
    const Projection projection(geometry);
    for (const int column : {44, 57, 64, 80})
      for (const int row : {50, 64, 71}) {
        const auto ray = projection.ray({static_cast<double>(column), static_cast<double>(row)});
        EXPECT_NEAR(made.attenuation[static_cast<std::size_t>(row * 129 + column)], slowly(volume, ray, 500, 700, 0.05),
                    0.005)
            << round << " " << column << " " << row;
      }
  }
}

TEST(Radiograph, greyLevelsSpreadTheRange) {
  const Radiograph made{3, 1, {0.0f, 1.0f, 2.0f}};
  EXPECT_EQ(made.grey(0.5, 1.5), (std::vector<std::uint8_t>{0, 128, 255}));
}

}  // namespace planning::fluoroscopy
