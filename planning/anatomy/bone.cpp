#include "planning/anatomy/bone.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "planning/anatomy/contrast_vessels.h"
#include "planning/anatomy/flood.h"
#include "planning/anatomy/mask_edit.h"
#include "planning/anatomy/mask_filter.h"
#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

constexpr double kCellMm = 2;  ///< about the size of the cells in which marrow is sought

std::size_t voxelsOf(const Mask& mask) {
  return mask.GetBufferedRegion().GetNumberOfPixels();
}

Mask::Pointer above(const Volume::Image& hu, double leastHu, const Mask* excluded) {
  const auto mask = emptyMask(hu, wholeRange(hu));
  for (std::size_t n = 0; n < voxelsOf(*mask); ++n)
    mask->GetBufferPointer()[n] = hu.GetBufferPointer()[n] >= leastHu && !(excluded && excluded->GetBufferPointer()[n]);
  return mask;
}

/// `notBone` and the vessels full of contrast, over the scan's grid; null where there are none.
Expected<Mask::Pointer> withVessels(const Volume& volume, const Mask* notBone, Progress& progress) {
  const auto vessels = findContrastVessels(volume, nullptr, progress);
  if (!vessels && vessels.error().code != "no-contrast-vessels") return tl::unexpected(vessels.error());
  const Mask::Pointer all = notBone ? sampledOn(*notBone, *volume.hu) : nullptr;
  if (!vessels) return all;
  Mask::Pointer found;
  for (const Segmented& vessel : *vessels) {
    const auto& mask = std::get<Mask::Pointer>(vessel.structure.shape);
    found = found ? united(*found, *mask) : mask;
  }
  found = sampledOn(*found, *volume.hu);
  if (all) addTo(*found, *all);
  return found;
}

double voxelMm3(const Mask& mask) {
  return volumeMm3(mask) / std::max(1.0, static_cast<double>(voxelsIn(mask)));
}

/// Leaves the pieces that are large and bright enough.
void keepBonePieces(Mask& mask, const Volume::Image& hu, const Pieces& pieces, const BoneRule& rule) {
  std::vector<std::size_t> bright(pieces.voxels.size());
  const std::uint32_t* label = pieces.labels->GetBufferPointer();
  const std::int16_t* value = hu.GetBufferPointer();
  for (std::size_t n = 0; n < voxelsOf(mask); ++n) bright[label[n]] += value[n] >= rule.surelyHu;
  const double each = voxelMm3(mask);
  std::vector<std::uint8_t> kept(pieces.voxels.size());
  for (std::size_t n = 1; n < kept.size(); ++n) {
    const auto voxels = static_cast<double>(pieces.voxels[n]);
    kept[n] = voxels * each >= rule.leastPieceMm3 && static_cast<double>(bright[n]) >= rule.surelyShare * voxels;
  }
  std::transform(label, label + voxelsOf(mask), mask.GetBufferPointer(), [&](std::uint32_t n) { return kept[n]; });
}

/// Blocks of voxels of about kCellMm: whether shell is in them, how bright they are, and from how many directions of 26
/// they see shell.
class Cells {
 public:
  Cells(const Mask& shell, const Volume::Image& hu) {
    const auto size = shell.GetBufferedRegion().GetSize();
    for (unsigned axis = 0; axis < 3; ++axis) {
      voxels_[axis] = static_cast<long>(size[axis]);
      factor_[axis] = std::max(1L, std::lround(kCellMm / shell.GetSpacing()[axis]));
      size_[axis] = (voxels_[axis] + factor_[axis] - 1) / factor_[axis];
      cellMm_[axis] = shell.GetSpacing()[axis] * static_cast<double>(factor_[axis]);
    }
    const auto cells = static_cast<std::size_t>(size_[0] * size_[1] * size_[2]);
    shell_.resize(cells), sum_.resize(cells), count_.resize(cells), seen_.resize(cells);
    forEachVoxel([&](std::size_t voxel, std::size_t cell) {
      shell_[cell] |= shell.GetBufferPointer()[voxel];
      sum_[cell] += static_cast<float>(hu.GetBufferPointer()[voxel]);
      ++count_[cell];
    });
  }

  /// Adds the voxels as bright as bone in cells beside the shell (2 to 4 mm).
  void addRim(Mask& mask, const Volume::Image& hu, double leastHu, const Mask* excluded) const {
    const auto beside = besideShell();
    forEachVoxel([&](std::size_t voxel, std::size_t cell) {
      if (beside[cell] && hu.GetBufferPointer()[voxel] >= leastHu && !(excluded && excluded->GetBufferPointer()[voxel]))
        mask.GetBufferPointer()[voxel] = 1;
    });
  }

  /// Counts for each cell the directions in which it meets shell.
  void look(double reachMm) {
    std::vector<float> away(shell_.size());
    for (int direction = 0; direction < 27; ++direction) {
      const long step[3] = {direction % 3 - 1, direction / 3 % 3 - 1, direction / 9 - 1};
      if (direction != 13) look(step, reachMm, away);
    }
  }

  void fillMarrow(Mask& mask, const BoneRule& rule) {
    std::vector<std::uint8_t> marrow(shell_.size());
    for (std::size_t cell = 0; cell < marrow.size(); ++cell)
      marrow[cell] = seen_[cell] >= rule.marrowDirections && meanHu(cell) >= rule.marrowHu;
    fill(mask, marrow);
  }

  /// What no way wider than two cells joins to the outside; the scan's end is outside.
  void fillCavities(Mask& mask, const BoneRule& rule) {
    const auto closed = grown(shell_);
    auto open = reachedFromOutside(closed);
    open = grown(open);
    std::vector<std::uint8_t> cavity(shell_.size());
    for (std::size_t cell = 0; cell < cavity.size(); ++cell)
      cavity[cell] =
          !shell_[cell] && !open[cell] && meanHu(cell) >= rule.cavityLeastHu && meanHu(cell) <= rule.cavityMostHu;
    fill(mask, cavity);
  }

 private:
  double meanHu(std::size_t cell) const { return static_cast<double>(sum_[cell]) / static_cast<double>(count_[cell]); }

  void fill(Mask& mask, const std::vector<std::uint8_t>& wanted) {
    forEachVoxel([&](std::size_t voxel, std::size_t cell) {
      if (wanted[cell]) mask.GetBufferPointer()[voxel] = 1;
    });
    for (std::size_t cell = 0; cell < wanted.size(); ++cell) shell_[cell] |= wanted[cell];
  }

  CellBlock block() const {
    return {
        {static_cast<std::size_t>(size_[0]), static_cast<std::size_t>(size_[1]), static_cast<std::size_t>(size_[2])}};
  }

  /// With the neighbours across faces.
  std::vector<std::uint8_t> grown(const std::vector<std::uint8_t>& cells) const {
    auto made = cells;
    const CellBlock block = this->block();
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
      if (cells[cell]) block.forEachBeside(cell, [&](std::size_t next) { made[next] = 1; });
    return made;
  }

  std::vector<std::uint8_t> reachedFromOutside(const std::vector<std::uint8_t>& closed) const {
    std::vector<std::uint8_t> open(closed.size());
    std::vector<std::size_t> border;
    const CellBlock block = this->block();
    const auto take = [&](std::size_t cell) { return !closed[cell] && !std::exchange(open[cell], std::uint8_t{1}); };
    for (std::size_t cell = 0; cell < closed.size(); ++cell) {
      int beside = 0;
      block.forEachBeside(cell, [&](std::size_t) { ++beside; });
      if (beside < 6 && take(cell)) border.push_back(cell);
    }
    flood(block, std::move(border), take);
    return open;
  }

  std::size_t cellAt(long i, long j, long k) const {
    return static_cast<std::size_t>((k * size_[1] + j) * size_[0] + i);
  }

  template <class Use>
  void forEachVoxel(Use use) const {
    std::vector<std::size_t> along(static_cast<std::size_t>(voxels_[0]));  // a division for each voxel takes its time
    for (std::size_t i = 0; i < along.size(); ++i) along[i] = i / static_cast<std::size_t>(factor_[0]);
    std::size_t voxel = 0;
    for (long k = 0; k < voxels_[2]; ++k)
      for (long j = 0; j < voxels_[1]; ++j) {
        const std::size_t row = cellAt(0, j / factor_[1], k / factor_[2]);
        for (const std::size_t column : along) use(voxel++, row + column);
      }
  }

  std::vector<std::uint8_t> besideShell() const {
    std::vector<std::uint8_t> beside(shell_.size());
    for (long k = 0; k < size_[2]; ++k)
      for (long j = 0; j < size_[1]; ++j)
        for (long i = 0; i < size_[0]; ++i) {
          if (!shell_[cellAt(i, j, k)]) continue;
          for (long z = std::max(0L, k - 1); z <= std::min(k + 1, size_[2] - 1); ++z)
            for (long y = std::max(0L, j - 1); y <= std::min(j + 1, size_[1] - 1); ++y)
              for (long x = std::max(0L, i - 1); x <= std::min(i + 1, size_[0] - 1); ++x) beside[cellAt(x, y, z)] = 1;
        }
    return beside;
  }

  /// One direction: each cell's way to the next shell is its neighbour's and one step, so the cells are passed against
  /// the direction.
  void look(const long (&step)[3], double reachMm, std::vector<float>& away) {
    const auto length = static_cast<float>(std::hypot(static_cast<double>(step[0]) * cellMm_[0],
                                                      static_cast<double>(step[1]) * cellMm_[1],
                                                      static_cast<double>(step[2]) * cellMm_[2]));
    const auto passed = [&](unsigned axis, long n) { return step[axis] > 0 ? size_[axis] - 1 - n : n; };
    for (long c = 0; c < size_[2]; ++c)
      for (long b = 0; b < size_[1]; ++b)
        for (long a = 0; a < size_[0]; ++a) {
          const long i = passed(0, a), j = passed(1, b), k = passed(2, c);
          const long x = i + step[0], y = j + step[1], z = k + step[2];
          const bool inside = x >= 0 && y >= 0 && z >= 0 && x < size_[0] && y < size_[1] && z < size_[2];
          const std::size_t cell = cellAt(i, j, k);
          away[cell] = 1e9f;
          if (!inside) continue;
          const std::size_t next = cellAt(x, y, z);
          away[cell] = (shell_[next] ? 0.0f : away[next]) + length;
          seen_[cell] = static_cast<std::uint8_t>(seen_[cell] + (away[cell] <= static_cast<float>(reachMm)));
        }
  }

  long voxels_[3], factor_[3], size_[3];
  double cellMm_[3];
  std::vector<std::uint8_t> shell_, seen_;
  std::vector<float> sum_, count_;
};

Structure describe(Mask::Pointer mask) {
  Structure bone;
  bone.name = "Bone";
  bone.kind = Kind::Bone;
  bone.kindGuessed = false;
  bone.code = Code{"272673000", "SCT", "Bone"};
  bone.source = {Origin::Kind::Found};
  bone.shape = std::move(mask);
  return bone;
}

}  // namespace

Expected<Segmented> findBone(const Volume& volume, Progress& progress, const BoneRule& rule, const Mask* notBone) {
  const Volume::Image& hu = *volume.hu;
  ProgressPart excluding(progress, 0, 0.2), finding(progress, 0.2, 0.6);
  const auto vessels = withVessels(volume, notBone, excluding);
  if (!vessels) return tl::unexpected(vessels.error());
  const Mask* excluded = vessels->GetPointer();
  const auto bone = above(hu, rule.shellHu, excluded);
  const auto pieces = piecesOf(*bone, true, finding);
  if (!pieces) return tl::unexpected(pieces.error());
  keepBonePieces(*bone, hu, *pieces, rule);
  if (voxelsIn(*bone) == 0) return refuse("no-bone");
  Cells(*bone, hu).addRim(*bone, hu, rule.leastHu, excluded);
  progress.advance(0.7);
  if (progress.stopRequested()) return refuse("cancelled");
  Cells cells(*bone, hu);
  cells.look(rule.marrowReachMm);
  if (progress.stopRequested()) return refuse("cancelled");
  cells.fillMarrow(*bone, rule);
  cells.fillCavities(*bone, rule);
  if (excluded) removeFrom(*bone, *excluded);
  progress.advance(1);
  const Mask::Pointer kept = cropped(*bone);
  Segmented found{describe(kept), {}};
  found.structure.lookedIn = regionIn(*kept, hu);
  if (!volume.isHu) found.findings.push_back({"bone-values-not-hu", Severity::Warning, {}, {}});
  return found;
}

}  // namespace planning::anatomy
