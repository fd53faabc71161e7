#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

#include "io/reading/ct_reader.h"
#include "io/reading/structure_reader.h"
#include "planning/anatomy/body.h"
#include "planning/anatomy/bone.h"
#include "planning/anatomy/contrast_vessels.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/vessel.h"
#include "tests/io/structures/mask_probe.h"
#include "tests/paths.h"
#include "tests/support/agreement.h"

// What the program finds in real scans, against the labels that came with them (TotalSegmentator's).
namespace io {
namespace {

using planning::anatomy::Kind;
using planning::anatomy::Mask;
using planning::anatomy::Segmented;

const std::string kContrastLabels = "derived/ts20_repaired/seg.dcm";

const std::filesystem::path kData = NEEDLEPLAN_SHARED_DATA;

#define NEEDS_REAL_DATA() \
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "NO REAL DATA in " << kData << ": this test proves nothing here"

planning::Volume ctOf(const std::string& folder) {
  planning::Progress progress;
  const auto found = dicom::scan(kData / folder, progress);
  if (!found || found->series.empty()) throw std::runtime_error("no series in " + folder);
  auto volume = readCt(found->series[0], progress);
  if (!volume) throw std::runtime_error(volume.error().code);
  return std::move(*volume);
}

/// All labelled structures of a kind, or the one of a name.
Mask::Pointer labelled(const planning::Volume& ct, const std::string& file, Kind kind, const std::string& name = {}) {
  planning::Progress progress;
  const auto set = readStructures(kData / file, ct, progress);
  if (!set) throw std::runtime_error(set.error().code + " " + set.error().detail);
  Mask::Pointer all;
  for (const auto& s : set->structures) {
    if (name.empty() ? s.kind != kind : s.name != name) continue;
    const auto& mask = std::get<Mask::Pointer>(s.shape);
    all = all ? planning::anatomy::united(*all, *mask) : mask;
  }
  return all;
}

const Mask& maskOf(const Segmented& found) {
  return *std::get<Mask::Pointer>(found.structure.shape);
}

support::Agreement shown(const char* what, const support::Agreement& agreed) {
  std::printf("%s: Dice %.3f, 95 %% Hausdorff %.1f mm\n", what, agreed.dice, agreed.hausdorff95Mm);
  return agreed;
}

/// The part of `mask` that lies in `other`, by volume.
double shareOf(const Mask& mask, const Mask& other) {
  return planning::anatomy::volumeMm3(*planning::anatomy::intersected(mask, other)) /
         planning::anatomy::volumeMm3(mask);
}

Mask::Pointer around(const Mask& mask, double mm, const itk::ImageBase<3>& grid) {
  planning::Progress progress;
  return planning::anatomy::sampledOn(**planning::anatomy::grown(mask, mm, progress), grid);
}

}  // namespace

// 3 mm voxels, an old spine with fatty marrow, a steel hip; judged within 8 mm of the labelled bones, because the
// labels leave out what the scan cuts. The canal stays free.
TEST(AnatomyOnRealScans, boneOfTheLumbarScan) {
  NEEDS_REAL_DATA();
  const std::string labels = "real/totalsegmentator/nifti/example_seg_fast_force_split.nii.gz";
  const auto ct = ctOf("derived/lumbar_3mm/ct");
  const auto truth = planning::anatomy::sampledOn(*labelled(ct, labels, Kind::Bone), *ct.hu);
  const auto cord = labelled(ct, labels, Kind::Nerve, "spinal_cord");
  planning::Progress progress;
  const auto found = planning::anatomy::findBone(ct, progress);
  ASSERT_TRUE(found) << found.error().code;
  const auto judged = around(*truth, 8, *ct.hu);
  const auto agreed = shown("bone, lumbar 3 mm", support::agreement(maskOf(*found), *truth, judged.GetPointer()));
  EXPECT_GT(agreed.dice, 0.86);
  EXPECT_LT(agreed.hausdorff95Mm, 6.8);
  EXPECT_LT(shareOf(*cord, maskOf(*found)), 0.02);
}

// Late contrast beside the spine. Only two vertebrae are labelled, without the ribs and facets that touch them and
// without the discs that osteophytes enclose; judged within 5 mm, those count as wrong. The cord stays free, and so
// does the aorta with its calcified wall.
TEST(AnatomyOnRealScans, boneOfTheContrastScan) {
  NEEDS_REAL_DATA();
  const auto ct = ctOf("derived/ts20_repaired/ct");
  const auto truth = planning::anatomy::sampledOn(*labelled(ct, kContrastLabels, Kind::Bone), *ct.hu);
  const auto cord = labelled(ct, kContrastLabels, Kind::Nerve);
  const auto aorta = labelled(ct, kContrastLabels, Kind::Artery, "aorta");
  planning::Progress progress;
  const auto found = planning::anatomy::findBone(ct, progress);
  ASSERT_TRUE(found) << found.error().code;
  const auto judged = around(*truth, 5, *ct.hu);
  const auto agreed = shown("bone, contrast 2 mm", support::agreement(maskOf(*found), *truth, judged.GetPointer()));
  EXPECT_GT(agreed.dice, 0.765);
  EXPECT_LT(agreed.hausdorff95Mm, 4.7);
  EXPECT_LT(shareOf(*cord, maskOf(*found)), 0.02);
  std::printf("share of the aorta taken for bone: %.3f\n", shareOf(*aorta, maskOf(*found)));
  EXPECT_LT(shareOf(*aorta, maskOf(*found)), 0.03);
}

// Late contrast (150 HU), calcified wall: grown from the middle of the labelled aorta.
TEST(AnatomyOnRealScans, aortaOfTheContrastScan) {
  NEEDS_REAL_DATA();
  const auto ct = ctOf("derived/ts20_repaired/ct");
  const auto truth = labelled(ct, kContrastLabels, Kind::Artery, "aorta");
  planning::Progress progress;
  const auto found = planning::anatomy::findVessels(ct, {test::middleOf(*truth)}, progress);
  ASSERT_TRUE(found) << found.error().code << found.error().detail;
  const auto agreed = shown("aorta, contrast 2 mm", support::agreement(maskOf(*found), *truth));
  EXPECT_GT(agreed.dice, 0.88);
  EXPECT_LT(agreed.hausdorff95Mm, 3.1);
}

// Nobody clicks: the aorta is one of the vessels that the program finds by itself.
TEST(AnatomyOnRealScans, vesselsOfTheContrastScanWithoutAClick) {
  NEEDS_REAL_DATA();
  const auto ct = ctOf("derived/ts20_repaired/ct");
  const auto truth = labelled(ct, kContrastLabels, Kind::Artery, "aorta");
  planning::Progress progress;
  const auto bone = planning::anatomy::findBone(ct, progress);
  ASSERT_TRUE(bone);
  const auto found = planning::anatomy::findContrastVessels(ct, &maskOf(*bone), progress);
  ASSERT_TRUE(found) << found.error().code;
  support::Agreement best;
  for (const auto& vessel : *found)
    if (const auto agreed = support::agreement(maskOf(vessel), *truth); agreed.dice > best.dice) best = agreed;
  std::printf("%zu vessels\n", found->size());
  shown("aorta, contrast 2 mm, no click", best);
  EXPECT_GT(best.dice, 0.88);
  EXPECT_LT(best.hausdorff95Mm, 3.1);
}

// Portal phase, 5 mm slices, contrast in the bowel too: nobody labelled it, but there are four trunks at most (aorta,
// vena cava, both mesenteric vessels), and what the aorta holds is known from its width.
TEST(AnatomyOnRealScans, vesselsOfTheAbdomenWithoutAClick) {
  NEEDS_REAL_DATA();
  const auto ct = ctOf("real/ct_abdomen_contrast_crlm1006");
  planning::Progress progress;
  const auto bone = planning::anatomy::findBone(ct, progress);
  ASSERT_TRUE(bone);
  const auto found = planning::anatomy::findContrastVessels(ct, &maskOf(*bone), progress);
  ASSERT_TRUE(found) << found.error().code;
  for (const auto& vessel : *found)
    std::printf("%s: %.1f cm3\n", vessel.structure.name.c_str(), planning::anatomy::volumeMm3(maskOf(vessel)) / 1000);
  EXPECT_LE(found->size(), 4u);
  EXPECT_GT(planning::anatomy::volumeMm3(maskOf(found->front())), 50e3);
  EXPECT_LT(planning::anatomy::volumeMm3(maskOf(found->front())), 80e3);  // 233 mm of 8 to 10 mm radius
}

TEST(AnatomyOnRealScans, noVesselIsFoundWhereThereIsNoContrast) {
  NEEDS_REAL_DATA();
  const auto ct = ctOf("derived/lumbar_3mm/ct");
  planning::Progress progress;
  const auto bone = planning::anatomy::findBone(ct, progress);
  ASSERT_TRUE(bone);
  const auto found = planning::anatomy::findContrastVessels(ct, &maskOf(*bone), progress);
  if (found) std::printf("%zu vessels in a native scan\n", found->size());
  EXPECT_FALSE(found);
}

// Nobody labels skin; but all that is labelled lies under it.
TEST(AnatomyOnRealScans, skinHoldsAllThatIsLabelled) {
  NEEDS_REAL_DATA();
  for (const auto& [folder, labels] :
       {std::pair<std::string, std::string>{"derived/lumbar_3mm/ct", "derived/lumbar_3mm/seg_total.dcm"},
        {"derived/ts20_repaired/ct", kContrastLabels}}) {
    const auto ct = ctOf(folder);
    planning::Progress progress;
    const auto skin = planning::anatomy::findSkinStructure(ct, progress);
    ASSERT_TRUE(skin) << folder;
    const auto set = readStructures(kData / labels, ct, progress);
    ASSERT_TRUE(set) << set.error().code;
    for (const auto& structure : set->structures)
      EXPECT_GT(shareOf(*std::get<Mask::Pointer>(structure.shape), maskOf(*skin)), 0.999) << structure.name;
  }
}

}  // namespace io
