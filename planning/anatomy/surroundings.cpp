#include "planning/anatomy/surroundings.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace planning::anatomy {
namespace {

constexpr std::size_t kSectors = 36;
constexpr double kPartOfCircle = 0.75;  ///< of the sectors: less is the outline of a body
constexpr double kRimPixels = 2;        ///< a circle of pixels is no finer

}  // namespace

bool isUnmeasured(std::int16_t hu) {
  return hu < kLeastMeasuredHu;
}

Surroundings::Surroundings(const Volume::Image& hu, const Mask& body) {
  const auto size = hu.GetBufferedRegion().GetSize();
  for (unsigned axis = 0; axis < 2; ++axis) {
    spacingMm_[axis] = hu.GetSpacing()[axis];
    middle_[axis] = (static_cast<double>(size[axis]) - 1) / 2;
  }
  findField(hu);
  countFaces(hu, body);
}

double Surroundings::fromMiddleMm(const Volume::Image::IndexType& at) const {
  return std::hypot((static_cast<double>(at[0]) - middle_[0]) * spacingMm_[0],
                    (static_cast<double>(at[1]) - middle_[1]) * spacingMm_[1]);
}

void Surroundings::findField(const Volume::Image& hu) {
  const auto size = hu.GetBufferedRegion().GetSize();
  const double rimMm = kRimPixels * std::max(spacingMm_[0], spacingMm_[1]);
  fieldMm_ = std::min((middle_[0] + 0.5) * spacingMm_[0], (middle_[1] + 0.5) * spacingMm_[1]) - rimMm;
  std::array<double, kSectors> reachMm{};  // of what was measured: in a row its ends reach farthest
  const auto reach = [&](long i, long j, long k) {
    const double angle = std::atan2((static_cast<double>(j) - middle_[1]) * spacingMm_[1],
                                    (static_cast<double>(i) - middle_[0]) * spacingMm_[0]);
    const double turn = (angle + std::numbers::pi) / (2 * std::numbers::pi);
    auto& most = reachMm[std::min(static_cast<std::size_t>(turn * kSectors), kSectors - 1)];
    most = std::max(most, fromMiddleMm({i, j, k}));
  };
  const auto columns = static_cast<long>(size[0]), rows = static_cast<long>(size[1]);
  for (long k = 0; k < static_cast<long>(size[2]); ++k)
    for (long j = 0; j < rows; ++j) {
      const std::int16_t* const row = hu.GetBufferPointer() + (k * rows + j) * columns;
      const auto isMeasured = [](std::int16_t value) { return !isUnmeasured(value); };
      const std::int16_t* const first = std::find_if(row, row + columns, isMeasured);
      if (first == row + columns) continue;
      long last = columns - 1;
      while (!isMeasured(row[last])) --last;
      reach(first - row, j, k), reach(last, j, k);
    }
  const double farthestMm = *std::max_element(reachMm.begin(), reachMm.end());
  const auto onCircle =
      std::count_if(reachMm.begin(), reachMm.end(), [&](double mm) { return mm >= farthestMm - rimMm; });
  if (static_cast<double>(onCircle) >= kPartOfCircle * kSectors) fieldMm_ = std::min(fieldMm_, farthestMm - rimMm);
}

void Surroundings::countFaces(const Volume::Image& hu, const Mask& body) {
  const auto whole = hu.GetBufferedRegion().GetSize(), size = body.GetBufferedRegion().GetSize();
  std::array<long, 3> step{};
  for (unsigned axis = 0; axis < 3; ++axis) step[axis] = std::lround(body.GetSpacing()[axis] / hu.GetSpacing()[axis]);
  const auto columns = static_cast<long>(size[0]), rows = static_cast<long>(size[1]);
  const auto look = [&](long i, long j, long k) {
    if (i < 0 || j < 0 || i >= columns || j >= rows) return;  // the scan's end
    if (body.GetBufferPointer()[(k * rows + j) * columns + i] != 0) return;
    const Volume::Image::IndexType at{i * step[0], j * step[1], k * step[2]};
    const auto voxel = (at[2] * static_cast<long>(whole[1]) + at[1]) * static_cast<long>(whole[0]) + at[0];
    if (!isUnmeasured(hu.GetBufferPointer()[voxel]))
      ++measuredFaces_;
    else if (!isFieldEnd(at))
      ++paddingFaces_;
  };
  for (long k = 0; k < static_cast<long>(size[2]); ++k)
    for (long j = 0; j < rows; ++j)
      for (long i = 0; i < columns; ++i) {
        if (body.GetBufferPointer()[(k * rows + j) * columns + i] == 0) continue;
        look(i - 1, j, k), look(i + 1, j, k), look(i, j - 1, k), look(i, j + 1, k);
      }
}

}  // namespace planning::anatomy
