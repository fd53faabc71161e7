#include "planning/anatomy/skin.h"

#include <gtest/gtest.h>
#include <itkImageRegionIteratorWithIndex.h>

#include <cmath>

#include "grids.h"
#include "planning/anatomy/body.h"

namespace planning::anatomy {
namespace {

/// A trunk along the grid's third axis, 50 by 40 mm across, with a lung in it, on a table 7 mm below (or above) it.
struct Trunk {
  Point middle = makePoint(12, -7, 30);
  double tableSide = 1;  ///< +1: at the back (supine), -1: at the front (prone)
  double tableGapMm = 3;

  double radial(const Point& p) const { return std::hypot((p[0] - middle[0]) / 25, (p[1] - middle[1]) / 20); }
  bool body(const Point& p) const { return radial(p) < 1; }
  bool lung(const Point& p) const { return std::hypot(p[0] - middle[0] - 8, p[1] - middle[1]) < 7; }
  bool table(const Point& p) const {
    const double below = tableSide * (p[1] - middle[1]) - 20 - tableGapMm;
    return below > 0 && below < 2;
  }
  double hu(const Point& p) const {
    if (body(p)) return lung(p) ? -850 : 40;
    return table(p) ? 150 : -1000;
  }
};

Volume scanned(const Grid& grid, const Trunk& trunk) {
  Volume volume;
  volume.hu = Volume::Image::New();
  volume.hu->SetRegions(Volume::Image::SizeType{{grid.size[0], grid.size[1], grid.size[2]}});
  volume.hu->SetSpacing(grid.spacingMm.data());
  volume.hu->SetDirection(grid.direction);
  volume.hu->SetOrigin(grid.origin);
  volume.hu->Allocate();
  itk::ImageRegionIteratorWithIndex<Volume::Image> voxel(volume.hu, volume.hu->GetBufferedRegion());
  for (; !voxel.IsAtEnd(); ++voxel) {
    Point p;
    volume.hu->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
    voxel.Set(std::int16_t(trunk.hu(p)));
  }
  return volume;
}

/// Grids whose third axis is about the patient's z.
std::vector<Grid> axialGrids() {
  const auto all = awkwardGrids();
  return {all[0], all[2], all[4], all[5]};
}

Skin found(const Volume& volume) {
  Progress progress;
  auto skin = findSkin(volume, progress);
  EXPECT_TRUE(skin.has_value());
  return std::move(*skin);
}

class Stopped : public Progress {
 public:
  bool stopRequested() const override { return true; }
};

}  // namespace

TEST(Skin, isTheTrunksOnEveryGridProneAndSupine) {
  for (const Grid& grid : axialGrids())
    for (const double side : {1.0, -1.0}) {
      const Trunk trunk{.tableSide = side};
      const Skin skin = found(scanned(grid, trunk));
      for (const double degrees : {0.0, 40.0, 90.0, 200.0, 300.0}) {
        const double turn = Angle::degrees(degrees).radians();
        const Point onSkin = trunk.middle + makeVector(25 * std::cos(turn), 20 * std::sin(turn), 0);
        EXPECT_NEAR(skin.field->signedDistance(onSkin), 0, skin.errorBoundMm) << grid.name << ' ' << degrees;
        EXPECT_NEAR((nearestOnSkin(skin, onSkin) - onSkin).GetNorm(), 0, skin.errorBoundMm) << grid.name;
      }
    }
}

TEST(Skin, leavesTheTableOutAndTheLungIn) {
  for (const Grid& grid : axialGrids()) {
    const Trunk trunk;
    const Skin skin = found(scanned(grid, trunk));
    EXPECT_GT(skin.field->signedDistance(trunk.middle + makeVector(0, 24, 0)), 2) << grid.name;
    EXPECT_LT(skin.field->signedDistance(trunk.middle + makeVector(8, 0, 0)), -10) << grid.name;
  }
}

TEST(Skin, leavesATableOutThatTouchesInPlaces) {
  const Trunk trunk{.tableGapMm = 0};
  const Skin skin = found(scanned(awkwardGrids()[0], trunk));
  EXPECT_GT(skin.field->signedDistance(trunk.middle + makeVector(22, 21, 0)), 5);
  EXPECT_NEAR(skin.field->signedDistance(trunk.middle + makeVector(0, 24, 0)), 4, skin.errorBoundMm);
}

TEST(Skin, isNotWhereTheScanEnds) {
  const Trunk trunk;
  const Skin skin = found(scanned(awkwardGrids()[0], trunk));
  EXPECT_GT(skin.cutTriangles, 0u);
  EXPECT_LT(skin.cutTriangles, skin.surface->triangles.size());
  const Point belowTheLastSlice = trunk.middle + makeVector(0, 0, 35);
  const Point nearest = nearestOnSkin(skin, belowTheLastSlice);
  EXPECT_NEAR(trunk.radial(nearest), 1, 0.1);
}

TEST(Skin, isNotWherePaddingBegins) {
  const Trunk trunk;
  Volume volume = scanned(awkwardGrids()[0], trunk);
  itk::ImageRegionIteratorWithIndex<Volume::Image> voxel(volume.hu, volume.hu->GetBufferedRegion());
  for (; !voxel.IsAtEnd(); ++voxel) {
    Point p;
    volume.hu->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
    if (p[0] > trunk.middle[0] + 22) voxel.Set(kOutsideScan);
  }
  const Skin skin = found(volume);
  EXPECT_LT(trunk.middle[0], nearestOnSkin(skin, trunk.middle + makeVector(30, 0, 0))[0]);
  EXPECT_NEAR(trunk.radial(nearestOnSkin(skin, trunk.middle + makeVector(30, 0, 0))), 1, 0.1);
  EXPECT_FALSE(skinDepthMm(skin, trunk.middle, trunk.middle + makeVector(10, 0, 0)).has_value());
}

TEST(Skin, isWherePaddingBeginsThatSurroundsTheBody) {
  for (const Grid& grid : axialGrids())
    for (const double gapMm : {3.0, 0.0}) {
      const Trunk trunk{.tableGapMm = gapMm};
      const Volume measured = scanned(grid, trunk);
      Volume padded = scanned(grid, trunk);
      itk::ImageRegionIteratorWithIndex<Volume::Image> voxel(padded.hu, padded.hu->GetBufferedRegion());
      for (; !voxel.IsAtEnd(); ++voxel)
        if (voxel.Get() == -1000) voxel.Set(kOutsideScan);
      const Skin skin = found(padded), plain = found(measured);
      EXPECT_TRUE(skin.againstPadding) << grid.name;
      EXPECT_FALSE(plain.againstPadding) << grid.name;
      for (const Point& entry : {makePoint(12, -27, 30), makePoint(37, -7, 30), makePoint(0, -24, 32)}) {
        const auto depth = skinDepthMm(skin, trunk.middle, entry), known = skinDepthMm(plain, trunk.middle, entry);
        ASSERT_TRUE(depth && known) << grid.name;
        EXPECT_NEAR(*depth, *known, 1e-9) << grid.name;
      }
      Progress progress;
      const auto structure = findSkinStructure(padded, progress);
      ASSERT_TRUE(structure);
      ASSERT_EQ(structure->findings.size(), 1u);
      EXPECT_EQ(structure->findings[0].code, "skin-against-padding");
    }
}

TEST(Skin, isNotWhereACircularFieldOfViewEnds) {
  for (const double radiusMm : {29.5, 15.0}) {  // the widest in the slice, and a narrower one
    Volume volume = scanned(awkwardGrids()[0], {});
    itk::ImageRegionIteratorWithIndex<Volume::Image> voxel(volume.hu, volume.hu->GetBufferedRegion());
    for (; !voxel.IsAtEnd(); ++voxel) {
      Point p;
      volume.hu->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
      voxel.Set(std::hypot(p[0] - 12, p[1] + 7) < radiusMm ? 40 : kOutsideScan);
    }
    Progress progress;
    EXPECT_EQ(findSkin(volume, progress).error().code, "no-skin") << radiusMm;
    EXPECT_EQ(findSkinStructure(volume, progress).error().code, "no-skin") << radiusMm;
  }
}

TEST(SkinDepth, isFromTheTargetToWhereTheLineLeavesTheBody) {
  const Trunk trunk;
  const Skin skin = found(scanned(awkwardGrids()[0], trunk));
  const Point target = trunk.middle + makeVector(0, 3, 0);
  for (const double entryAt : {-25.0, -23.0, -10.0}) {
    const auto depth = skinDepthMm(skin, target, trunk.middle + makeVector(0, entryAt, 0));
    ASSERT_TRUE(depth.has_value());
    EXPECT_NEAR(*depth, 23, skin.errorBoundMm);
  }
}

TEST(SkinDepth, isAbsentForATargetOutsideAndAtTheScansEnd) {
  const Trunk trunk;
  const Skin skin = found(scanned(awkwardGrids()[0], trunk));
  EXPECT_FALSE(skinDepthMm(skin, trunk.middle + makeVector(0, 28, 0), trunk.middle).has_value());
  EXPECT_FALSE(skinDepthMm(skin, trunk.middle, trunk.middle + makeVector(0, 0, 10)).has_value());
  EXPECT_FALSE(skinDepthMm(skin, trunk.middle, trunk.middle).has_value());
}

TEST(Skin, isRefusedWhereThereIsNoBody) {
  Trunk nobody;
  nobody.middle = makePoint(500, 500, 500);
  Progress progress;
  const auto skin = findSkin(scanned(awkwardGrids()[0], nobody), progress);
  ASSERT_FALSE(skin.has_value());
  EXPECT_EQ(skin.error().code, "no-body");
}

TEST(Skin, isRefusedWhereTheBodyFillsTheScan) {
  Trunk wide;
  wide.middle = makePoint(12, -7, 30);
  Grid grid = awkwardGrids()[0];
  for (double& mm : grid.spacingMm) mm /= 4;
  grid.origin = makePoint(-3, -14, 20);
  Progress progress;
  const auto skin = findSkin(scanned(grid, wide), progress);
  ASSERT_FALSE(skin.has_value());
  EXPECT_EQ(skin.error().code, "no-skin");
}

TEST(Skin, enclosesAHollowShell) {
  const Trunk shape;
  Volume volume = scanned(awkwardGrids()[0], shape);
  itk::ImageRegionIteratorWithIndex<Volume::Image> voxel(volume.hu, volume.hu->GetBufferedRegion());
  for (; !voxel.IsAtEnd(); ++voxel) {
    Point p;
    volume.hu->TransformIndexToPhysicalPoint(voxel.GetIndex(), p);
    const bool shell = shape.radial(p) < 1 && shape.radial(p) > 0.9, knob = (p - shape.middle).GetNorm() < 5;
    voxel.Set(shell || knob ? 900 : -1000);
  }
  EXPECT_LT(found(volume).field->signedDistance(shape.middle + makeVector(-12, 0, 0)), -8);
}

TEST(Skin, isFoundInValuesThatAreNoHounsfieldUnits) {
  const Trunk trunk;
  Volume volume = scanned(awkwardGrids()[0], trunk);
  itk::ImageRegionIteratorWithIndex<Volume::Image> voxel(volume.hu, volume.hu->GetBufferedRegion());
  for (; !voxel.IsAtEnd(); ++voxel) voxel.Set(std::int16_t(voxel.Get() + 1024));
  volume.isHu = false;
  const Skin skin = found(volume);
  EXPECT_NEAR(skin.field->signedDistance(trunk.middle + makeVector(-25, 0, 0)), 0, skin.errorBoundMm);
}

TEST(Skin, stopsWhenAsked) {
  Stopped progress;
  const auto skin = findSkin(scanned(awkwardGrids()[0], Trunk{}), progress);
  ASSERT_FALSE(skin.has_value());
  EXPECT_EQ(skin.error().code, "cancelled");
}

}  // namespace planning::anatomy
