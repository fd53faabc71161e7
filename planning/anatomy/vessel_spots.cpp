#include "planning/anatomy/vessel_spots.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "planning/anatomy/flood.h"

namespace planning::anatomy {
namespace {

constexpr double kPixelMm = 1.5;  ///< of the slices that are searched
constexpr double kLeastRadiusMm = 3, kMostRadiusMm = 17;
constexpr double kMostArea = 2.2;        ///< of a spot, in areas of the largest disc within it
constexpr double kRingMm = 4;            ///< around a spot ...
constexpr double kLeastContrastHu = 50;  ///< it is darker by this, but for bone and calcifications
constexpr double kNextMm = 1.5;          ///< next to marrow is a shell ...
constexpr double kShellHu = 60;          ///< ... brighter by this ...
constexpr double kMostBright = 0.4;      ///< ... in more than this part; less is a calcified wall or bone that touches
constexpr double kMostUnevenHu = 25, kMostUneven = 0.12;  ///< marrow is uneven, a lumen only noisy

/// A slice made coarser: the mean of a block of pixels, and whether it is searched.
struct CoarseSlice {
  long columns = 0, rows = 0;
  double columnMm = 1, rowMm = 1;
  std::vector<float> hu;
  std::vector<std::uint8_t> blocked;
};

CoarseSlice coarse(const Volume::Image& hu, const Mask* notVessel, long k, long factor) {
  const auto size = hu.GetLargestPossibleRegion().GetSize();
  CoarseSlice slice;
  slice.columns = static_cast<long>(size[0]) / factor, slice.rows = static_cast<long>(size[1]) / factor;
  slice.columnMm = hu.GetSpacing()[0] * static_cast<double>(factor);
  slice.rowMm = hu.GetSpacing()[1] * static_cast<double>(factor);
  slice.hu.resize(static_cast<std::size_t>(slice.columns * slice.rows));
  slice.blocked.resize(slice.hu.size());
  std::size_t n = 0;
  for (long row = 0; row < slice.rows; ++row)
    for (long column = 0; column < slice.columns; ++column, ++n)
      for (long j = 0; j < factor; ++j) {
        const auto from = hu.ComputeOffset({{column * factor, row * factor + j, k}});
        for (long i = 0; i < factor; ++i) {
          slice.hu[n] += static_cast<float>(hu.GetBufferPointer()[from + i]) / static_cast<float>(factor * factor);
          if (notVessel && notVessel->GetBufferPointer()[from + i]) slice.blocked[n] = 1;
        }
      }
  return slice;
}

/// Pieces of pixels in a band, with the depth of each pixel within its piece. A piece ends where it is no wider than
/// three pixels: the rim of bone passes through the brightness of vessels, and joins them.
class Pieces {
 public:
  Pieces(const CoarseSlice& slice, const Band& band) : slice_(slice), in_(slice.hu.size()), depth_(slice.hu.size()) {
    for (std::size_t n = 0; n < in_.size(); ++n) {
      const auto hu = static_cast<double>(slice.hu[n]);
      in_[n] = hu >= band.leastHu && hu <= band.mostHu && !slice.blocked[n];
    }
    sweep(true), sweep(false);
  }

  template <class Use>
  void each(Use use) {
    for (std::size_t n = 0; n < in_.size(); ++n) {
      if (in_[n] != 1 || !isCore(static_cast<long>(n))) continue;
      const auto piece = pieceAt(n);
      const auto deepest =
          *std::max_element(piece.begin(), piece.end(), [&](long a, long b) { return at(depth_, a) < at(depth_, b); });
      use(piece, deepest, static_cast<double>(at(depth_, deepest)));
    }
  }

  /// What is around a piece.
  struct Around {
    double meanHu = 1e9;     ///< of what is neither in the band nor brighter; absent: very bright
    double brightShare = 1;  ///< of what is next to it: blocked, or brighter than it by kShellHu
  };
  Around around(const std::vector<long>& piece, double pieceHu, const Band& band) const {
    double dark = 0, darks = 0, bright = 0, next = 0;
    eachWithin(piece, rimMm() + kRingMm, [&](std::size_t m) {
      if (in_[m] || slice_.blocked[m] || static_cast<double>(slice_.hu[m]) > band.mostHu) return;
      dark += static_cast<double>(slice_.hu[m]), ++darks;
    });
    eachWithin(piece, rimMm() + kNextMm, [&](std::size_t m) {
      bright += slice_.blocked[m] || static_cast<double>(slice_.hu[m]) > pieceHu + kShellHu, ++next;
    });
    return darks > 0 ? Around{dark / darks, bright / next} : Around{};
  }

  /// The pixels of a piece lie at least so deep.
  double rimMm() const { return 1.5 * slice_.columnMm; }

 private:
  template <class T>
  static T at(const std::vector<T>& values, long n) {
    return values[static_cast<std::size_t>(n)];
  }

  /// Calls use(pixel) once for each pixel beside a piece, to a length along rows and columns.
  template <class Use>
  void eachWithin(const std::vector<long>& piece, double mm, Use use) const {
    const auto wide = static_cast<long>(std::ceil(mm / slice_.columnMm));
    std::vector<std::uint8_t> taken(in_.size());
    for (const long n : piece) taken[static_cast<std::size_t>(n)] = 1;
    for (const long n : piece)
      for (long row = n / slice_.columns - wide; row <= n / slice_.columns + wide; ++row)
        for (long column = n % slice_.columns - wide; column <= n % slice_.columns + wide; ++column) {
          if (row < 0 || column < 0 || row >= slice_.rows || column >= slice_.columns) continue;
          const auto m = static_cast<std::size_t>(row * slice_.columns + column);
          if (!std::exchange(taken[m], std::uint8_t{1})) use(m);
        }
  }

  bool isCore(long n) const { return static_cast<double>(at(depth_, n)) > rimMm(); }

  /// Chamfer distance to what is out, from one corner and from the other.
  void sweep(bool forward) {
    const double diagonal = std::hypot(slice_.columnMm, slice_.rowMm);
    const long count = static_cast<long>(in_.size()), way = forward ? -1 : 1;
    for (long m = 0; m < count; ++m) {
      const long n = forward ? m : count - 1 - m;
      auto& depth = depth_[static_cast<std::size_t>(n)];
      if (forward) depth = at(in_, n) ? 1e9f : 0.0f;
      const auto from = [&](long columns, long rows, double mm) {
        const long column = n % slice_.columns + columns, row = n / slice_.columns + rows;
        const bool inside = column >= 0 && row >= 0 && column < slice_.columns && row < slice_.rows;
        const float there = inside ? at(depth_, row * slice_.columns + column) : 0.0f;
        depth = std::min(depth, there + static_cast<float>(mm));
      };
      if (!at(in_, n)) continue;
      from(way, 0, slice_.columnMm), from(0, way, slice_.rowMm);
      from(way, way, diagonal), from(-way, way, diagonal);
    }
  }

  std::vector<long> pieceAt(std::size_t seed) {
    std::vector<long> piece{static_cast<long>(seed)};
    in_[seed] = 2;
    flood({{static_cast<std::size_t>(slice_.columns), static_cast<std::size_t>(slice_.rows), 1}}, {seed},
          [&](std::size_t pixel) {
            if (in_[pixel] != 1 || !isCore(static_cast<long>(pixel))) return false;
            in_[pixel] = 2;
            piece.push_back(static_cast<long>(pixel));
            return true;
          });
    return piece;
  }

  const CoarseSlice& slice_;
  std::vector<std::uint8_t> in_;  ///< 0 out, 1 in, 2 in and used
  std::vector<float> depth_;
};

std::vector<Spot> spotsIn(const Volume::Image& hu, const CoarseSlice& slice, long k, long factor, const Band& band) {
  std::vector<Spot> spots;
  Pieces pieces(slice, band);
  pieces.each([&](const std::vector<long>& piece, long deepest, double depthMm) {
    const double radiusMm = depthMm - slice.columnMm / 2, coreMm = depthMm - pieces.rimMm() + slice.columnMm / 2;
    const double areaMm2 = static_cast<double>(piece.size()) * slice.columnMm * slice.rowMm;
    if (radiusMm < kLeastRadiusMm || radiusMm > kMostRadiusMm) return;
    if (areaMm2 > kMostArea * std::numbers::pi * coreMm * coreMm) return;
    double sum = 0, squares = 0;
    for (const long n : piece) {
      const auto value = static_cast<double>(slice.hu[static_cast<std::size_t>(n)]);
      sum += value, squares += value * value;
    }
    const auto count = static_cast<double>(piece.size());
    const double meanHu = sum / count, deviation = std::sqrt(std::max(0.0, squares / count - meanHu * meanHu));
    if (deviation > std::max(kMostUnevenHu, kMostUneven * meanHu)) return;
    const auto around = pieces.around(piece, meanHu, band);
    if (meanHu - around.meanHu < kLeastContrastHu || around.brightShare > kMostBright) return;
    const double half = static_cast<double>(factor - 1) / 2;
    itk::ContinuousIndex<double, 3> index;
    index[0] = static_cast<double>(deepest % slice.columns * factor) + half;
    index[1] = static_cast<double>(deepest / slice.columns * factor) + half;
    index[2] = static_cast<double>(k);
    Spot spot{{}, radiusMm, meanHu, deviation};
    hu.TransformContinuousIndexToPhysicalPoint(index, spot.place);
    spots.push_back(spot);
  });
  return spots;
}

}  // namespace

std::array<std::vector<Spot>, kVesselBands.size()> spotsOf(const Volume::Image& hu, const Mask* notVessel, long k) {
  const long factor = std::max(1L, std::lround(kPixelMm / hu.GetSpacing()[0]));
  const CoarseSlice slice = coarse(hu, notVessel, k, factor);
  std::array<std::vector<Spot>, kVesselBands.size()> spots;
  for (std::size_t band = 0; band < spots.size(); ++band)
    spots[band] = spotsIn(hu, slice, k, factor, kVesselBands[band]);
  return spots;
}

}  // namespace planning::anatomy
