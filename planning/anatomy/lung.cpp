#include "planning/anatomy/lung.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "planning/anatomy/body.h"
#include "planning/anatomy/flood.h"
#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

constexpr double kStepMm = 4.0;
constexpr std::int16_t kThinnestHu = -960, kDensestHu = -500;
constexpr double kLeastMl = 30.0;

using Index = Volume::Image::IndexType;

/// Every n-th voxel of the scan that is air inside the body.
class CoarseAir {
 public:
  CoarseAir(const Volume::Image& hu, const Mask& body) : hu_(hu), body_(body) {
    const auto size = hu.GetLargestPossibleRegion().GetSize();
    for (unsigned axis = 0; axis < 3; ++axis) {
      step_[axis] = std::max(1L, std::lround(kStepMm / hu.GetSpacing()[axis]));
      count_[axis] = (static_cast<long>(size[axis]) + step_[axis] - 1) / step_[axis];
    }
    air_.resize(static_cast<std::size_t>(count_[0] * count_[1] * count_[2]));
    for (std::size_t n = 0; n < air_.size(); ++n) air_[n] = isAirInBody(indexOf(n));
  }

  /// Takes out the piece that a voxel belongs to: its numbers; empty where it is no air, or taken before.
  std::vector<std::size_t> takePiece(std::size_t from);
  std::size_t size() const { return air_.size(); }
  std::int16_t valueOf(std::size_t n) const { return hu_.GetPixel(indexOf(n)); }
  Point placeOf(std::size_t n) const {
    Point place;
    hu_.TransformIndexToPhysicalPoint(indexOf(n), place);
    return place;
  }
  double voxelMl() const {
    double mm3 = 1;
    for (unsigned axis = 0; axis < 3; ++axis) mm3 *= spacingMm(axis);
    return mm3 / 1000;
  }
  double diagonalMm() const { return std::hypot(spacingMm(0), spacingMm(1), spacingMm(2)); }

 private:
  double spacingMm(unsigned axis) const { return hu_.GetSpacing()[axis] * static_cast<double>(step_[axis]); }
  Index indexOf(std::size_t n) const {
    const long at = static_cast<long>(n);
    return {at % count_[0] * step_[0], at / count_[0] % count_[1] * step_[1], at / (count_[0] * count_[1]) * step_[2]};
  }
  bool isAirInBody(const Index& at) const {
    const auto value = hu_.GetPixel(at);
    if (value == kOutsideScan || value > kDensestHu) return false;
    Point place;
    hu_.TransformIndexToPhysicalPoint(at, place);
    Mask::IndexType inBody;
    return body_.TransformPhysicalPointToIndex(place, inBody) && body_.GetPixel(inBody) != 0;
  }

  const Volume::Image& hu_;
  const Mask& body_;
  std::array<long, 3> step_{}, count_{};
  std::vector<std::uint8_t> air_;
};

std::vector<std::size_t> CoarseAir::takePiece(std::size_t from) {
  std::vector<std::size_t> piece;
  const auto take = [&](std::size_t n) {
    if (air_[n] == 0) return false;
    air_[n] = 0;
    piece.push_back(n);
    return true;
  };
  const CellBlock block{
      {static_cast<std::size_t>(count_[0]), static_cast<std::size_t>(count_[1]), static_cast<std::size_t>(count_[2])}};
  if (take(from)) flood(block, {from}, take);
  return piece;
}

}  // namespace

std::optional<FoundLung> findLung(const Volume& volume, const Mask& body) {
  if (!volume.hu || !volume.isHu) return std::nullopt;
  CoarseAir air(*volume.hu, body);
  FoundLung lung;
  lung.boundMm = air.diagonalMm() / 2;
  for (std::size_t from = 0; from < air.size(); ++from) {
    const auto piece = air.takePiece(from);
    const double ml = static_cast<double>(piece.size()) * air.voxelMl();
    const auto withTissue =
        std::count_if(piece.begin(), piece.end(), [&](std::size_t n) { return air.valueOf(n) >= kThinnestHu; });
    if (ml < kLeastMl || 2 * static_cast<std::size_t>(withTissue) <= piece.size()) continue;
    lung.volumeMl += ml;
    for (const std::size_t n : piece) lung.places.push_back(air.placeOf(n));
  }
  return lung.places.empty() ? std::nullopt : std::optional(std::move(lung));
}

Expected<Segmented> findLungStructure(const Volume& volume, Progress& progress) {
  ProgressPart searching(progress, 0, 0.7);
  const auto body = findBody(volume, searching);
  if (!body) return tl::unexpected(body.error());
  const auto lung = findLung(volume, **body);
  if (!lung) return refuse("no-lung");
  const Mask::Pointer inside = bodyOnEveryVoxel(volume, **body);
  progress.advance(0.8);
  if (progress.stopRequested()) return refuse("cancelled");
  const Mask::Pointer mask = emptyMask(*volume.hu, wholeRange(*volume.hu));
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  const auto take = [&](std::size_t n) {
    const std::int16_t value = volume.hu->GetBufferPointer()[n];
    std::uint8_t& in = mask->GetBufferPointer()[n];
    if (in != 0 || value == kOutsideScan || value > kDensestHu || inside->GetBufferPointer()[n] == 0) return false;
    in = 1;
    return true;
  };
  std::vector<std::size_t> front;
  for (const Point& place : lung->places) {
    Index at;
    if (!volume.hu->TransformPhysicalPointToIndex(place, at)) continue;
    const auto n = static_cast<std::size_t>(volume.hu->ComputeOffset(at));
    if (take(n)) front.push_back(n);
  }
  flood(CellBlock{{size[0], size[1], size[2]}}, std::move(front), take);
  Segmented found;
  found.structure.name = "Lungs";
  found.structure.kind = Kind::Lung;
  found.structure.kindGuessed = false;
  found.structure.code = Code{"39607008", "SCT", "Lung"};
  found.structure.source = {Origin::Kind::Found};
  const Mask::Pointer kept = cropped(*mask);
  found.structure.shape = kept;
  found.structure.lookedIn = regionIn(*kept, *volume.hu);
  return found;
}

std::optional<double> toLungMm(const FoundLung& lung, const Segment& path, double withinMm) {
  const Vector way = path.end - path.start;
  const double squared = way.GetSquaredNorm();
  double least = withinMm * withinMm;
  bool found = false;
  for (const Point& place : lung.places) {
    const double along = squared > 0 ? std::clamp(dot(place - path.start, way) / squared, 0.0, 1.0) : 0.0;
    const double apart = (path.start + way * along - place).GetSquaredNorm();
    if (apart <= least) least = apart, found = true;
  }
  return found ? std::optional(std::sqrt(least)) : std::nullopt;
}

}  // namespace planning::anatomy
