#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>

#include "io/ct_reader.h"
#include "io/structures/structure_reader.h"
#include "planning/anatomy/bone.h"
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
  const auto near = planning::anatomy::grown(*truth, 8, progress);
  ASSERT_TRUE(near);
  const auto judged = planning::anatomy::sampledOn(**near, *ct.hu);
  const auto agreed = shown("bone, lumbar 3 mm", support::agreement(maskOf(*found), *truth, judged.GetPointer()));
  EXPECT_GT(agreed.dice, 0.78);
  EXPECT_LT(agreed.hausdorff95Mm, 9);
  const double inCanal = planning::anatomy::volumeMm3(*planning::anatomy::intersected(*cord, maskOf(*found))) /
                         planning::anatomy::volumeMm3(*cord);
  EXPECT_LT(inCanal, 0.02);
}

// Late contrast (150 HU), calcified wall: grown from the middle of the labelled aorta.
TEST(AnatomyOnRealScans, aortaOfTheContrastScan) {
  NEEDS_REAL_DATA();
  const auto ct = ctOf("derived/ts20_repaired/ct");
  const auto truth = labelled(ct, "derived/ts20_repaired/seg.dcm", Kind::Artery, "aorta");
  planning::Progress progress;
  const auto found = planning::anatomy::findVessels(ct, {test::middleOf(*truth)}, progress);
  ASSERT_TRUE(found) << found.error().code << found.error().detail;
  const auto agreed = shown("aorta, contrast 2 mm", support::agreement(maskOf(*found), *truth));
  EXPECT_GT(agreed.dice, 0.8);
  EXPECT_LT(agreed.hausdorff95Mm, 8);
}

}  // namespace io
