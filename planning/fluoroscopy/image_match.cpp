#include "planning/fluoroscopy/image_match.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace planning::fluoroscopy {
namespace {

constexpr double kFoundFrom = 0.3;     // gradient correlation of a piece
constexpr double kTextureShare = 0.5;  // of the median piece's energy: what shows less is not compared

/// Sums of a normalised cross-correlation; slopes have their mean near 0, which is taken off all the same.
struct Sums {
  double a = 0, b = 0, aa = 0, bb = 0, ab = 0, n = 0;

  void add(double x, double y) { a += x, b += y, aa += x * x, bb += y * y, ab += x * y, ++n; }
  double correlation() const {
    if (n < 2) return 0;
    const double va = aa - a * a / n, vb = bb - b * b / n;
    return va > 1e-12 && vb > 1e-12 ? (ab - a * b / n) / std::sqrt(va * vb) : 0;
  }
};

struct Piece {
  int left, top;
  double energy;
};

struct Shift {
  double across, down;
};

std::size_t at(const Slopes& slopes, int column, int row) {
  return static_cast<std::size_t>(row) * static_cast<std::size_t>(slopes.columns) + static_cast<std::size_t>(column);
}

/// The squares that are trusted all over, with room for the reach.
std::vector<Piece> piecesOf(const Slopes& fixed, int side, int reach) {
  std::vector<Piece> pieces;
  for (int top = reach; top + side + reach <= fixed.rows; top += side / 2)
    for (int left = reach; left + side + reach <= fixed.columns; left += side / 2) {
      Piece piece{left, top, 0};
      bool trusted = true;
      for (int row = top; row < top + side && trusted; ++row)
        for (int column = left; column < left + side && trusted; ++column) {
          const auto i = at(fixed, column, row);
          trusted = fixed.trusted[i] != 0;
          piece.energy += static_cast<double>(fixed.across[i] * fixed.across[i] + fixed.down[i] * fixed.down[i]);
        }
      if (trusted) pieces.push_back(piece);
    }
  return pieces;
}

void keepTextured(std::vector<Piece>& pieces) {
  if (pieces.empty()) return;
  const auto middle = pieces.begin() + static_cast<std::ptrdiff_t>(pieces.size() / 2);
  std::nth_element(pieces.begin(), middle, pieces.end(),
                   [](const Piece& a, const Piece& b) { return a.energy < b.energy; });
  const double least = middle->energy * kTextureShare;
  std::erase_if(pieces, [least](const Piece& piece) { return piece.energy < least || piece.energy <= 0; });
}

double pieceCorrelation(const Slopes& fixed, const Slopes& moving, const Piece& piece, int side, int dx, int dy) {
  Sums across, down;
  for (int row = piece.top; row < piece.top + side; ++row)
    for (int column = piece.left; column < piece.left + side; ++column) {
      const auto i = at(fixed, column, row), j = at(moving, column + dx, row + dy);
      if (moving.trusted[j] == 0) return 0;
      across.add(static_cast<double>(fixed.across[i]), static_cast<double>(moving.across[j]));
      down.add(static_cast<double>(fixed.down[i]), static_cast<double>(moving.down[j]));
    }
  return (across.correlation() + down.correlation()) / 2;
}

/// From the values one step before, at and after a maximum, where it lies: within half a step.
double peak(double before, double here, double after) {
  const double curve = before - 2 * here + after;
  return curve < -1e-12 ? std::clamp(0.5 * (before - after) / curve, -0.5, 0.5) : 0;
}

std::optional<Shift> find(const Slopes& fixed, const Slopes& moving, double sign, const Piece& piece, int side,
                          int reach) {
  const auto fit = [&](int dx, int dy) { return sign * pieceCorrelation(fixed, moving, piece, side, dx, dy); };
  int bestX = 0, bestY = 0;
  double best = -2;
  for (int dy = -reach; dy <= reach; ++dy)
    for (int dx = -reach; dx <= reach; ++dx)
      if (const double value = fit(dx, dy); value > best) best = value, bestX = dx, bestY = dy;
  if (best < kFoundFrom || std::abs(bestX) == reach || std::abs(bestY) == reach) return std::nullopt;
  return Shift{bestX + peak(fit(bestX - 1, bestY), best, fit(bestX + 1, bestY)),
               bestY + peak(fit(bestX, bestY - 1), best, fit(bestX, bestY + 1))};
}

}  // namespace

Slopes slopesOf(const std::vector<float>& picture, int columns, int rows, const std::vector<std::uint8_t>& trusted) {
  Slopes slopes{columns, rows, std::vector<float>(picture.size()), std::vector<float>(picture.size()),
                std::vector<std::uint8_t>(picture.size())};
  const std::ptrdiff_t down = columns;
  for (int row = 1; row + 1 < rows; ++row)
    for (int column = 1; column + 1 < columns; ++column) {
      const auto i = static_cast<std::ptrdiff_t>(at(slopes, column, row));
      const auto value = [&](std::ptrdiff_t step) { return picture[static_cast<std::size_t>(i + step)]; };
      const auto counts = [&](std::ptrdiff_t step) { return trusted[static_cast<std::size_t>(i + step)] != 0; };
      if (!(counts(0) && counts(-1) && counts(1) && counts(-down) && counts(down))) continue;
      const auto here = static_cast<std::size_t>(i);
      slopes.trusted[here] = 1;
      slopes.across[here] = (value(1) - value(-1)) / 2;
      slopes.down[here] = (value(down) - value(-down)) / 2;
    }
  return slopes;
}

double gradientCorrelation(const Slopes& fixed, const Slopes& moving, double leastShare) {
  Sums across, down;
  double trusted = 0;
  for (std::size_t i = 0; i < fixed.trusted.size(); ++i) {
    if (fixed.trusted[i] == 0) continue;
    ++trusted;
    if (moving.trusted[i] == 0) continue;
    across.add(static_cast<double>(fixed.across[i]), static_cast<double>(moving.across[i]));
    down.add(static_cast<double>(fixed.down[i]), static_cast<double>(moving.down[i]));
  }
  if (trusted == 0 || across.n < leastShare * trusted) return 0;
  return (across.correlation() + down.correlation()) / 2;
}

LocalShifts localShifts(const Slopes& fixed, const Slopes& moving, double sign, int sidePx, int reachPx) {
  auto pieces = piecesOf(fixed, sidePx, reachPx);
  std::erase_if(pieces, [&](const Piece& piece) {  // the scan's end runs through it: nothing to compare
    return pieceCorrelation(fixed, moving, piece, sidePx, 0, 0) == 0;
  });
  keepTextured(pieces);
  LocalShifts shifts;
  double squares = 0, distances = 0;
  for (const Piece& piece : pieces) {
    ++shifts.pieces;
    const auto shift = find(fixed, moving, sign, piece, sidePx, reachPx);
    if (!shift) continue;
    ++shifts.found;
    squares += shift->across * shift->across + shift->down * shift->down;
    distances +=
        std::pow(piece.left + (sidePx - fixed.columns) / 2.0, 2) + std::pow(piece.top + (sidePx - fixed.rows) / 2.0, 2);
  }
  if (shifts.found == 0) return shifts;
  shifts.rmsPx = std::sqrt(squares / shifts.found);
  shifts.rmsDistancePx = std::sqrt(distances / shifts.found);
  return shifts;
}

}  // namespace planning::fluoroscopy
