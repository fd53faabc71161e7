#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "io/reading/ct_reader.h"
#include "io/reading/structure_reader.h"
#include "planning/anatomy/bone.h"
#include "planning/anatomy/expected_nerves.h"
#include "planning/anatomy/mask_grid.h"
#include "planning/anatomy/measured_structure.h"
#include "tests/paths.h"
#include "tests/support/surface_gap.h"

// Vertebrae counted in real scans, and the sac expected in them, against TotalSegmentator's labels.
namespace io {
namespace {

using namespace planning::anatomy;
using planning::makePoint;
using planning::Point;

const std::filesystem::path kData = NEEDLEPLAN_SHARED_DATA;

#define NEEDS_REAL_DATA() \
  if (!std::filesystem::exists(kData)) GTEST_SKIP() << "NO REAL DATA in " << kData << ": this test proves nothing here"

planning::Volume ctOf(const std::string& folder) {
  planning::Progress progress;
  const auto found = dicom::scan(kData / folder, progress);
  if (!found) throw std::runtime_error(found.error().code);
  const auto ct = std::ranges::find_if(found->series, [](const auto& series) { return series.isVolume; });
  if (ct == found->series.end()) throw std::runtime_error("no volume in " + folder);
  auto volume = readCt(*ct, progress);
  if (!volume) throw std::runtime_error(volume.error().code);
  return std::move(*volume);
}

std::shared_ptr<const Spine> spineOf(const planning::Volume& ct) {
  planning::Progress progress;
  const auto bone = findBone(ct, progress);
  if (!bone) throw std::runtime_error(bone.error().code);
  auto spine = findSpine(ct, progress);
  if (!spine) throw std::runtime_error(spine.error().code);
  spine->bone = std::get<Mask::Pointer>(bone->structure.shape);
  return std::make_shared<const Spine>(std::move(*spine));
}

const planning::Volume& lumbar() {
  static const auto ct = ctOf("derived/lumbar_3mm/ct");
  return ct;
}

std::shared_ptr<const Spine> lumbarSpine() {
  static const auto spine = spineOf(lumbar());
  return spine;
}

std::vector<Structure> labels() {
  planning::Progress progress;
  auto set = readStructures(kData / "derived/lumbar_3mm/seg_total.dcm", lumbar(), progress);
  if (!set) throw std::runtime_error(set.error().code);
  return set->structures;
}

}  // namespace

// An old spine without contrast, 3 mm voxels; its labels are T11 to S1.
TEST(SpineOnRealScans, levelsOfTheLumbarScanAreThoseOfItsLabels) {
  NEEDS_REAL_DATA();
  int compared = 0;
  for (const Structure& label : labels()) {
    const auto prefix = std::string("vertebrae_");
    if (label.name.rfind(prefix, 0) != 0) continue;
    const std::string clicked = label.name.substr(prefix.size());
    if (clicked != "L5" && clicked != "L3" && clicked != "L2") continue;
    const auto& mask = *std::get<Mask::Pointer>(label.shape);
    // Click the body: the front of what is labelled.
    const auto own = countLevels(lumbarSpine(), makePoint(2, -139, 281), "L4");
    const auto at =
        std::find_if(own.levels.begin(), own.levels.end(), [&](const auto& l) { return l.name == clicked; });
    ASSERT_NE(at, own.levels.end());
    ASSERT_TRUE(contains(mask, at->middle)) << clicked;
    const auto counted = countLevels(lumbarSpine(), at->middle, clicked);
    for (const Structure& truth : labels())
      for (const CountedLevel& level : counted.levels) {
        if (truth.name != prefix + level.name || level.name == "T11") continue;  // T11 is cut, and its middle outside
        EXPECT_TRUE(contains(*std::get<Mask::Pointer>(truth.shape), level.middle)) << level.name << " from " << clicked;
        ++compared;
      }
  }
  EXPECT_EQ(compared, 3 * 7) << "S1, L5 to L1 and T12, from three clicks";
}

// Nobody clicks. A disc's middle lies as far from the vertebra above as from the one below, along its normal.
TEST(SpineOnRealScans, discsOfTheLumbarScanLieBetweenItsVertebrae) {
  NEEDS_REAL_DATA();
  std::vector<Mask::Pointer> vertebrae;
  for (const Structure& label : labels())
    if (label.name.rfind("vertebrae_", 0) == 0) vertebrae.push_back(std::get<Mask::Pointer>(label.shape));
  const auto toBone = [&](const Point& from, const planning::Vector& way) -> std::optional<double> {
    for (double mm = 0; mm <= 14; mm += 0.25)
      for (const auto& vertebra : vertebrae)
        if (contains(*vertebra, from + way * mm)) return mm;
    return std::nullopt;
  };
  std::vector<double> off;
  for (const Disc& disc : lumbarSpine()->discs) {
    const auto above = toBone(disc.middle, disc.up), below = toBone(disc.middle, -disc.up);
    if (above && below && *above + *below > 0) off.push_back(std::abs(*above - *below) / 2);
  }
  ASSERT_GE(off.size(), 4u) << "L1-L2 to L4-L5";
  std::sort(off.begin(), off.end());
  std::printf("%zu discs, lumbar 3 mm: off their middle median %.1f, most %.1f mm\n", off.size(), off[off.size() / 2],
              off.back());
  EXPECT_LT(off.back(), 4);
}

TEST(SpineOnRealScans, canalOfTheLumbarScanRunsInItsLabel) {
  NEEDS_REAL_DATA();
  const auto all = labels();
  const auto cord = std::find_if(all.begin(), all.end(), [](const auto& s) { return s.name == "spinal_cord"; });
  ASSERT_NE(cord, all.end());
  const auto truth = measure(*cord);
  std::vector<double> outside;
  for (const CanalPlace& at : lumbarSpine()->canal)
    if (at.centre[2] > 240) outside.push_back(std::max(0.0, truth.field->signedDistance(at.centre)));
  ASSERT_GT(outside.size(), 150u);
  std::sort(outside.begin(), outside.end());
  std::printf("canal, lumbar 3 mm: outside the label median %.1f, most %.1f mm\n", outside[outside.size() / 2],
              outside.back());
  EXPECT_LT(outside[outside.size() / 2], 0.5);
  EXPECT_LT(outside.back(), 3);
}

// The label "spinal cord" is the whole content of the canal at this age and voxel size.
// A thigh and half a pelvis: the way through the marrow of ischium and ilium is enclosed as a canal is.
TEST(SpineOnRealScans, noCanalIsFoundInAHipBone) {
  NEEDS_REAL_DATA();
  planning::Progress progress;
  const auto canal = findCanal(ctOf("real/rtstruct_with_ct/sts"), progress);
  ASSERT_FALSE(canal);
  EXPECT_EQ(canal.error().code, "no-canal");
}

TEST(SpineOnRealScans, sacOfTheLumbarScanIsWithinItsUncertainty) {
  NEEDS_REAL_DATA();
  const auto all = labels();
  const auto cord = std::find_if(all.begin(), all.end(), [](const auto& s) { return s.name == "spinal_cord"; });
  ASSERT_NE(cord, all.end());
  const auto truth = measure(*cord);
  const auto counted = countLevels(lumbarSpine(), makePoint(2, -139, 281), "L4");
  for (const char* level : {"L2", "L3", "L4"}) {
    const auto found = expectNerves(lumbar(), counted, level, Side::Left);
    ASSERT_TRUE(found) << found.error().code;
    const double low = std::max(235.0, found->sac.centreline.front()[2] + 10);  // where the label begins
    const double high = found->sac.centreline.back()[2] - 10;
    const auto gap = support::surfaceGap(
        tubeSurface(found->sac), [&](const Point& p) { return truth.field->signedDistance(p); },
        [&](const Point& p) { return p[2] > low && p[2] < high; });
    std::printf("sac around %s, lumbar 3 mm: mean %.1f, 95 %% %.1f, most %.1f mm\n", level, gap.meanMm,
                gap.percentile95Mm, gap.largestMm);
    EXPECT_GT(gap.places, 500u);
    EXPECT_LT(gap.percentile95Mm, found->sac.radiusUncertaintyMm);
  }
}

// 5 mm slices, contrast; the scan ends within T8 and L3.
TEST(SpineOnRealScans, vertebraeOfTheAbdomenAreCountedUpward) {
  NEEDS_REAL_DATA();
  const auto ct = ctOf("real/ct_abdomen_contrast_crlm1006");
  const auto spine = spineOf(ct);
  const auto counted = countLevels(spine, makePoint(18, 67, -329), "L2");
  std::string names;
  for (const auto& level : counted.levels) names += level.name + (level.sure ? " " : "? ");
  std::printf("abdomen, from a click on L2: %s\n", names.c_str());
  std::vector<double> apart;
  for (std::size_t i = 1; i < spine->discs.size(); ++i)
    apart.push_back((spine->discs[i].middle - spine->discs[i - 1].middle).GetNorm());
  EXPECT_GE(spine->discs.size(), 7u);
  for (const double mm : apart) EXPECT_TRUE(mm > 18 && mm < 42) << mm;
}

}  // namespace io
