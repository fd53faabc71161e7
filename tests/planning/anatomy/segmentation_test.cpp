#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <functional>
#include <random>

#include "planning/anatomy/body.h"
#include "planning/anatomy/bone.h"
#include "planning/anatomy/contrast_vessels.h"
#include "planning/anatomy/hu_region.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/vessel.h"
#include "testdata/lumbar_phantom.h"
#include "tests/support/agreement.h"

namespace planning::anatomy {
namespace {

/// A CT of 80 x 80 x 60 mm, 1 x 1 x 1.5 mm, by a rule for what is where, with noise of 10 HU.
Volume drawn(const std::function<double(const Point&)>& huAt) {
  Volume volume;
  volume.hu = Volume::Image::New();
  volume.hu->SetRegions(itk::Size<3>{{80, 80, 40}});
  const double spacing[3] = {1, 1, 1.5};
  volume.hu->SetSpacing(spacing);
  volume.hu->Allocate();
  std::mt19937 random(3);
  std::normal_distribution<double> noise(0, 10);
  for (std::size_t n = 0; n < volume.hu->GetBufferedRegion().GetNumberOfPixels(); ++n) {
    Point place;
    volume.hu->TransformIndexToPhysicalPoint(volume.hu->ComputeIndex(static_cast<itk::OffsetValueType>(n)), place);
    volume.hu->GetBufferPointer()[n] = static_cast<std::int16_t>(std::lround(huAt(place) + noise(random)));
  }
  return volume;
}

double fromAxis(const Point& p, double x, double y) {
  return std::hypot(p[0] - x, p[1] - y);
}

const Mask& maskOf(const Segmented& found) {
  return *std::get<Mask::Pointer>(found.structure.shape);
}

Mask::Pointer truth(const Volume& volume, const std::function<bool(const Point&)>& in) {
  const auto mask = emptyMask(*volume.hu, wholeRange(*volume.hu));
  for (std::size_t n = 0; n < mask->GetBufferedRegion().GetNumberOfPixels(); ++n) {
    Point place;
    mask->TransformIndexToPhysicalPoint(mask->ComputeIndex(static_cast<itk::OffsetValueType>(n)), place);
    mask->GetBufferPointer()[n] = in(place);
  }
  return mask;
}

Point middleOf(const Mask& mask) {
  Vector sum = makeVector(0, 0, 0);
  for (std::size_t n = 0; n < mask.GetBufferedRegion().GetNumberOfPixels(); ++n) {
    if (mask.GetBufferPointer()[n] == 0) continue;
    Point centre;
    mask.TransformIndexToPhysicalPoint(mask.ComputeIndex(static_cast<itk::OffsetValueType>(n)), centre);
    sum += centre.GetVectorFromOrigin();
  }
  return Point() + sum / static_cast<double>(voxelsIn(mask));
}

bool hasFinding(const Segmented& found, const std::string& code) {
  for (const auto& finding : found.findings)
    if (finding.code == code) return true;
  return false;
}

}  // namespace

// A shell of 600 HU around marrow of 90 HU with a ring of 600 HU around a canal of 20 HU: the marrow is bone, the canal
// is not, and neither is a vessel of 200 HU.
TEST(Bone, fillsMarrowAndLeavesTheCanalOpen) {
  const auto volume = drawn([](const Point& p) {
    const double body = (p - makePoint(40, 30, 30)).GetNorm(), canal = fromAxis(p, 40, 56);
    if (body < 16) return body > 13 ? 600.0 : 90.0;
    if (canal < 11) return canal > 8 ? 600.0 : 20.0;
    return fromAxis(p, 12, 12) < 6 ? 200.0 : 50.0;
  });
  Progress progress;
  const auto found = findBone(volume, progress);
  ASSERT_TRUE(found) << found.error().code;
  EXPECT_TRUE(contains(maskOf(*found), makePoint(40, 30, 30)));
  EXPECT_FALSE(contains(maskOf(*found), makePoint(40, 56, 30)));
  EXPECT_FALSE(contains(maskOf(*found), makePoint(12, 12, 30)));
  const auto exact = truth(volume, [](const Point& p) {
    const double canal = fromAxis(p, 40, 56);
    return (p - makePoint(40, 30, 30)).GetNorm() < 16 || (canal < 11 && canal > 8);
  });
  const auto agreed = support::agreement(maskOf(*found), *exact);
  EXPECT_GT(agreed.dice, 0.95);  // thresholds that suit real scans take a little of the blurred rim
  EXPECT_LE(agreed.hausdorff95Mm, 1.5);
  EXPECT_FALSE(found->structure.confirmed);
  EXPECT_EQ(found->structure.kind, Kind::Bone);
}

/// As bright as bone, and larger: only where it lies tells a table from one.
TEST(Bone, isNotTheTableWhereWhatIsOutsideTheBodyIsNone) {
  const auto inTable = [](const Point& p) { return p[1] > 70 && p[1] < 74; };
  const Volume volume = drawn([&](const Point& p) {
    if (inTable(p)) return 700.0;
    if (fromAxis(p, 40, 35) < 8) return 600.0;
    return fromAxis(p, 40, 35) < 30 ? 40.0 : -1000.0;
  });
  Progress progress;
  const auto body = findBody(volume, progress);
  ASSERT_TRUE(body);
  const auto outside = outsideBody(volume, **body);
  const auto table = truth(volume, inTable);
  const auto with = findBone(volume, progress), without = findBone(volume, progress, {}, outside.GetPointer());
  ASSERT_TRUE(with && without);
  EXPECT_GT(voxelsIn(*intersected(maskOf(*with), *table)), 0U) << "else this test tells nothing";
  EXPECT_EQ(voxelsIn(*intersected(maskOf(*without), *table)), 0U);
  const auto rod = truth(volume, [](const Point& p) { return fromAxis(p, 40, 35) < 7; });
  EXPECT_EQ(voxelsIn(*intersected(maskOf(*without), *rod)), voxelsIn(*rod)) << "the bone is whole";
}

TEST(Bone, isAbsentWhereNothingIsBrightEnough) {
  Progress progress;
  const auto volume = drawn([](const Point&) { return 50.0; });
  const auto found = findBone(volume, progress);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "no-bone");
}

// The slow twin: ITK's median, computed.
TEST(Median, isAtLeastThatWhereItIs) {
  const auto volume = drawn([](const Point& p) { return fromAxis(p, 2, 3) < 6 || p[2] > 55 ? 108.0 : 96.0; });
  Progress progress;
  const auto median = medianOf(*volume.hu, progress);
  ASSERT_TRUE(median);
  for (const double leastHu : {-40000.0, 99.5, 100.0, 104.0, 40000.0}) {
    const auto mask = whereMedianIsAtLeast(*volume.hu, leastHu);
    std::size_t other = 0;
    for (std::size_t n = 0; n < mask->GetBufferedRegion().GetNumberOfPixels(); ++n)
      other += (mask->GetBufferPointer()[n] != 0) != ((*median)->GetBufferPointer()[n] >= leastHu);
    EXPECT_EQ(other, 0u) << leastHu;
    const std::size_t in = voxelsIn(*mask), all = mask->GetBufferedRegion().GetNumberOfPixels();
    EXPECT_EQ(in > 0 && in < all, std::abs(leastHu) < 1000) << leastHu;
  }
}

// A vessel of 5 mm radius and 250 HU that touches bone (with its shell of 600 HU and marrow as bright as the vessel)
// and runs into an organ of the same brightness.
TEST(Vessel, stopsAtBoneAndAtWhatIsTooWideForIt) {
  const auto volume = drawn([](const Point& p) {
    const double bone = (p - makePoint(60, 40, 30)).GetNorm();
    if (bone < 15) return bone > 12 ? 600.0 : 250.0;
    if ((p - makePoint(40, 40, 58)).GetNorm() < 16) return 250.0;
    return fromAxis(p, 40, 40) < 5 ? 250.0 : 50.0;
  });
  Progress progress;
  const auto found = findVessels(volume, {makePoint(40, 41, 12)}, progress);
  ASSERT_TRUE(found) << found.error().code << found.error().detail;
  EXPECT_TRUE(contains(maskOf(*found), makePoint(40, 40, 3)));
  EXPECT_FALSE(contains(maskOf(*found), makePoint(60, 40, 30)));
  EXPECT_FALSE(contains(maskOf(*found), makePoint(40, 40, 57)));
  EXPECT_TRUE(hasFinding(*found, "vessel-leak"));
  const auto near = truth(volume, [](const Point& p) { return p[2] < 26; });
  const auto exact = truth(volume, [](const Point& p) { return fromAxis(p, 40, 40) < 5; });
  const auto agreed = support::agreement(maskOf(*found), *exact, near.GetPointer());
  EXPECT_GT(agreed.dice, 0.93);
  EXPECT_LE(agreed.hausdorff95Mm, 1.5);
}

// The portal phase: a liver nearly as bright as the aorta that it touches; noise makes it a sponge that is nowhere
// wide.
TEST(Vessel, doesNotBecomeTheNoisyOrganThatItTouches) {
  std::mt19937 random(4);
  const auto scan = [&random](double brighter, double darker) {
    return drawn([&random, brighter, darker](const Point& p) {
      if (fromAxis(p, 30, 40) < 5) return 150.0;
      return p[0] <= 35 ? 50.0 : random() % 2 == 0 ? brighter : darker;
    });
  };
  Progress progress;
  const auto volume = scan(115, 85);
  const auto found = findVessels(volume, {makePoint(30, 40, 30)}, progress);
  ASSERT_TRUE(found) << found.error().code << found.error().detail;
  const auto exact = truth(volume, [](const Point& p) { return fromAxis(p, 30, 40) < 5; });
  EXPECT_GT(support::agreement(maskOf(*found), *exact).dice, 0.85);
  const auto hopeless = findVessels(scan(160, 60), {makePoint(30, 40, 30)}, progress);
  ASSERT_FALSE(hopeless);
  EXPECT_EQ(hopeless.error().code, "vessel-not-told-apart");
}

TEST(Vessel, refusesASeedWithoutContrast) {
  Progress progress;
  const auto volume = drawn([](const Point& p) { return fromAxis(p, 40, 40) < 5 ? 70.0 : 50.0; });
  EXPECT_EQ(findVessels(volume, {makePoint(40, 40, 30)}, progress).error().code, "too-little-contrast");
  EXPECT_EQ(findVessels(volume, {makePoint(400, 40, 30)}, progress).error().code, "outside-scan");
  EXPECT_EQ(findVessels(volume, {}, progress).error().code, "no-seeds");
}

TEST(Vessel, keepsItsOwnCalcifications) {
  const auto volume = drawn([](const Point& p) {
    if ((p - makePoint(42, 40, 30)).GetNorm() < 1.6) return 900.0;
    return fromAxis(p, 40, 40) < 7 ? 250.0 : 50.0;
  });
  Progress progress;
  const auto found = findVessels(volume, {makePoint(38, 40, 15)}, progress);
  ASSERT_TRUE(found) << found.error().code;
  EXPECT_TRUE(contains(maskOf(*found), makePoint(42, 40, 30)));
}

TEST(TubularVessels, areFoundAmongPlatesAndBlobs) {
  const auto volume = drawn([](const Point& p) {
    if (fromAxis(p, 25, 40) < 2) return 250.0;                        // a tube
    if (std::abs(p[0] - 50) < 2) return 250.0;                        // a plate
    return (p - makePoint(68, 40, 30)).GetNorm() < 6 ? 250.0 : 50.0;  // a ball
  });
  Progress progress;
  const auto found = findTubularVessels(
      volume, {.centre = makePoint(40, 40, 30), .leastRadiusMm = 1.5, .largestRadiusMm = 3}, progress);
  ASSERT_TRUE(found) << found.error().code;
  EXPECT_TRUE(contains(maskOf(*found), makePoint(25, 40, 30)));
  EXPECT_FALSE(contains(maskOf(*found), makePoint(50, 40, 30)));
  EXPECT_FALSE(contains(maskOf(*found), makePoint(68, 40, 30)));
}

// A trunk of 160 HU with a calcified crescent toward the bone that it nearly touches; a long bone with marrow as bright
// as a vessel; bowel full of brighter contrast.
TEST(ContrastVessels, areTheTrunkAndItsWallButNeitherMarrowNorBowel) {
  const auto volume = drawn([](const Point& p) {
    const double trunk = fromAxis(p, 22, 40), bone = fromAxis(p, 48, 40), bowel = fromAxis(p, 60, 68);
    if (trunk < 8) return 160.0;
    if (trunk < 10 && p[0] > 28 && p[2] < 40) return 900.0;
    if (bone < 14) return bone > 11 ? 700.0 : 170.0;
    return bowel < 7 ? 320.0 : 40.0;
  });
  Progress progress;
  const auto found = findContrastVessels(volume, nullptr, progress);
  ASSERT_TRUE(found) << found.error().code;
  ASSERT_EQ(found->size(), 1u);
  const Mask& vessel = maskOf(found->front());
  const auto exact =
      truth(volume, [](const Point& p) { return fromAxis(p, 22, 40) < (p[0] > 28 && p[2] < 40 ? 10 : 8); });
  const auto agreed = support::agreement(vessel, *exact);
  EXPECT_GT(agreed.dice, 0.95);
  EXPECT_LE(agreed.hausdorff95Mm, 1.5);
  const auto bone = findBone(volume, progress);
  ASSERT_TRUE(bone) << bone.error().code;
  EXPECT_TRUE(contains(maskOf(*bone), makePoint(35.5, 40, 30)));
  EXPECT_TRUE(contains(maskOf(*bone), makePoint(48, 40, 30)));
  EXPECT_EQ(volumeMm3(*intersected(maskOf(*bone), vessel)), 0);
}

TEST(ContrastVessels, areNotMadeUpWhereThereIsNoContrast) {
  const auto volume = drawn([](const Point& p) { return fromAxis(p, 22, 40) < 8 ? 45.0 : -20.0; });
  Progress progress;
  const auto found = findContrastVessels(volume, nullptr, progress);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, "no-contrast-vessels");
}

// The demo case, made small (1.5 x 1.5 x 3 mm): the aorta grown from a seed, then the bone beside it, against the masks
// of the analytic shapes.
TEST(Segmentation, findsThePhantomsAortaAndBone) {
  const auto phantom = testdata::makeLumbarPhantom({.columns = 256, .rows = 256, .slices = 80});
  Progress progress;
  Mask::Pointer bone, arteries, nerves;
  Point seed;
  for (const auto& [structure, shape] : phantom.structures) {
    const auto& mask = std::get<Mask::Pointer>(structure.shape);
    if (structure.kind == Kind::Bone) bone = bone ? united(*bone, *mask) : mask;
    if (structure.kind == Kind::Nerve) nerves = nerves ? united(*nerves, *mask) : mask;
    if (structure.name.find("ular") != std::string::npos) continue;  // thinner than a voxel
    if (structure.kind == Kind::Artery) arteries = arteries ? united(*arteries, *mask) : mask;
    if (structure.name == "Aorta") seed = middleOf(*mask);
  }
  const auto aorta = findVessels(phantom.volume, {seed}, progress, {.reachMm = 250});
  ASSERT_TRUE(aorta) << aorta.error().code << aorta.error().detail;
  const auto vessel = support::agreement(maskOf(*aorta), *arteries);
  const auto found = findBone(phantom.volume, progress, {}, &maskOf(*aorta));
  ASSERT_TRUE(found) << found.error().code;
  const auto bones = support::agreement(maskOf(*found), *bone);
  const double rootsInBone = volumeMm3(*intersected(*nerves, maskOf(*found))) / volumeMm3(*nerves);
  std::printf("aorta and iliac arteries: Dice %.3f, 95 %% Hausdorff %.2f mm; bone: %.3f, %.2f mm; roots in bone %.3f\n",
              vessel.dice, vessel.hausdorff95Mm, bones.dice, bones.hausdorff95Mm, rootsInBone);
  EXPECT_GT(vessel.dice, 0.92);
  EXPECT_LT(vessel.hausdorff95Mm, 2);
  EXPECT_GT(bones.dice, 0.905);
  EXPECT_LT(bones.hausdorff95Mm, 3.1);
  EXPECT_LT(rootsInBone, 0.08);  // voxels that the root and the foramen's wall share
}

// The same without a click, and the skin.
TEST(Segmentation, findsThePhantomsVesselsByThemselvesAndItsSkin) {
  const auto phantom = testdata::makeLumbarPhantom({.columns = 256, .rows = 256, .slices = 80});
  Progress progress;
  Mask::Pointer filled, body;
  for (const auto& [structure, shape] : phantom.structures) {
    const auto& mask = std::get<Mask::Pointer>(structure.shape);
    if (structure.kind == Kind::Skin) body = mask;
    const bool wide = structure.name.find("ular") == std::string::npos;  // no radicular artery
    if ((structure.kind == Kind::Artery && wide) || structure.kind == Kind::Vein)
      filled = filled ? united(*filled, *mask) : mask;
  }
  const auto skin = findSkinStructure(phantom.volume, progress);
  ASSERT_TRUE(skin);
  const auto outline = support::agreement(maskOf(*skin), *body);
  const auto bone = findBone(phantom.volume, progress);
  ASSERT_TRUE(bone);
  const auto found = findContrastVessels(phantom.volume, &maskOf(*bone), progress);
  ASSERT_TRUE(found) << found.error().code;
  Mask::Pointer all;
  for (const auto& vessel : *found) {
    const auto& mask = std::get<Mask::Pointer>(vessel.structure.shape);
    all = all ? united(*all, *mask) : mask;
  }
  const auto vessels = support::agreement(*all, *filled);
  std::printf("skin: Dice %.3f, 95 %% Hausdorff %.2f mm; %zu vessels without a click: %.3f, %.2f mm\n", outline.dice,
              outline.hausdorff95Mm, found->size(), vessels.dice, vessels.hausdorff95Mm);
  EXPECT_GT(outline.dice, 0.99);
  EXPECT_LT(outline.hausdorff95Mm, 2.2);
  EXPECT_GT(vessels.dice, 0.87);  // what runs across the slices: the common iliac veins' junction does not
  EXPECT_LT(vessels.hausdorff95Mm, 5);
}

}  // namespace planning::anatomy
