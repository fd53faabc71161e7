#include "planning/review/hu_sampler.h"

#include <algorithm>
#include <cmath>

#include "planning/anatomy/surroundings.h"

namespace planning::review {
namespace {

constexpr int kPairs = 8;
constexpr double kCoarsestInVoxels = 1.7;  ///< beyond it a line one voxel wide is not seen

}  // namespace

HuSampler::HuSampler(const Volume::Image& hu)
    : values_(hu.GetBufferPointer()), size_(hu.GetBufferedRegion().GetSize()), origin_(hu.GetOrigin()) {
  auto steps = hu.GetDirection();
  for (unsigned row = 0; row < 3; ++row)
    for (unsigned axis = 0; axis < 3; ++axis) steps(row, axis) *= hu.GetSpacing()[axis];
  toIndex_ = itk::Matrix<double, 3, 3>(steps.GetInverse());
}

Vector HuSampler::indexOf(const Point& place) const {
  return toIndex_ * (place - origin_);
}

bool HuSampler::holds(const Point& place, double margin) const {
  const Vector index = indexOf(place);
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double last = static_cast<double>(size_[axis]) - 0.5;
    const double kept = std::min(margin, static_cast<double>(size_[axis]) / 2 - 0.5);  // of one slice all is face
    if (!(index[axis] >= kept - 0.5 && index[axis] <= last - kept)) return false;
  }
  return true;
}

std::optional<double> HuSampler::nearest(const Point& place) const {
  Vector index = indexOf(place);
  for (unsigned axis = 0; axis < 3; ++axis) index[axis] = std::clamp(index[axis], 0.0, double(size_[axis]) - 1);
  return atIndex(index);
}

std::optional<double> HuSampler::atIndex(const Vector& index) const {
  long low[3];
  double part[3];
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double last = static_cast<double>(size_[axis]) - 1;
    if (!(index[axis] >= -0.5 && index[axis] <= last + 0.5)) return std::nullopt;
    const double within = std::clamp(index[axis], 0.0, last);
    low[axis] = std::min(static_cast<long>(within), std::max(0L, static_cast<long>(last) - 1));
    part[axis] = within - static_cast<double>(low[axis]);
  }
  const auto row = static_cast<long>(size_[0]), slice = row * static_cast<long>(size_[1]);
  double sum = 0;
  for (int corner = 0; corner < 8; ++corner) {
    const bool up[3] = {(corner & 1) != 0, (corner & 2) != 0, (corner & 4) != 0};
    double weight = 1;
    for (unsigned axis = 0; axis < 3; ++axis) weight *= up[axis] ? part[axis] : 1 - part[axis];
    if (weight == 0) continue;
    const std::int16_t value = values_[low[0] + up[0] + (low[1] + up[1]) * row + (low[2] + up[2]) * slice];
    if (anatomy::isUnmeasured(value)) return std::nullopt;
    sum += weight * value;
  }
  return sum;
}

double Ring::median() const {
  if (hu.empty()) return 0;
  auto sorted = hu;
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  return *middle;
}

double Ring::ridgeBackground() const {
  double brightest = hu.empty() ? 0 : std::min(hu[0], hu[1]);
  for (std::size_t i = 0; i + 1 < hu.size(); i += 2) brightest = std::max(brightest, std::min(hu[i], hu[i + 1]));
  return brightest;
}

std::pair<Vector, Vector> acrossOf(const Vector& direction) {
  const Vector least = std::abs(direction[2]) < 0.7 ? makeVector(0, 0, 1) : makeVector(1, 0, 0);
  Vector u = cross(direction, least);
  u /= u.GetNorm();
  return {u, cross(direction, u)};
}

std::vector<Vector> ringAround(const HuSampler& sampler, const Vector& direction, double radiusMm) {
  const auto [u, v] = acrossOf(direction);
  std::vector<Vector> places;
  for (int pair = 0; pair < kPairs; ++pair) {
    const double angle = std::numbers::pi * pair / kPairs;
    const Vector way = u * std::cos(angle) + v * std::sin(angle);
    const Vector displacement = way * std::max(radiusMm, kCoarsestInVoxels * sampler.voxelMm(way));
    places.push_back(displacement);
    places.push_back(-displacement);
  }
  return places;
}

Ring ringAt(const HuSampler& sampler, const Point& middle, const std::vector<Vector>& displacements) {
  Ring ring;
  for (std::size_t i = 0; i + 1 < displacements.size(); i += 2) {
    const auto a = sampler.at(middle + displacements[i]), b = sampler.at(middle + displacements[i + 1]);
    if (a || b) ring.hu.insert(ring.hu.end(), {a.value_or(b.value_or(0)), b.value_or(a.value_or(0))});
  }
  return ring;
}

}  // namespace planning::review
