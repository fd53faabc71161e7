#include "planning/fluoroscopy/radiograph.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <thread>

#include "planning/check.h"

namespace planning::fluoroscopy {
namespace {

using Triple = std::array<double, 3>;

/// Attenuation per mm of every HU value, so that a sample costs a look-up.
std::vector<float> attenuationTable() {
  std::vector<float> table(1 << 16);
  for (int hu = -32768; hu <= 32767; ++hu) {
    const double mu = hu == kOutsideScan ? 0.0 : kWaterAttenuationPerMm * std::max(0.0, 1.0 + hu / 1000.0);
    table[static_cast<std::uint16_t>(hu)] = static_cast<float>(mu);
  }
  return table;
}

/// The volume as rays see it: samples and the affine from LPS to voxel indices.
class Sampler {
 public:
  explicit Sampler(const Volume& volume) : image_(*volume.hu), table_(attenuationTable()) {
    const auto size = image_.GetLargestPossibleRegion().GetSize();
    for (unsigned i = 0; i < 3; ++i) size_[i] = static_cast<int>(size[i]);
    for (unsigned i = 0; i < 3; ++i) {
      Vector unit(0.0);
      unit[i] = 1;
      const auto moved = indexOf(makePoint(unit[0], unit[1], unit[2])), zero = indexOf(makePoint(0, 0, 0));
      for (unsigned k = 0; k < 3; ++k) perMm_[k][i] = moved[k] - zero[k];
    }
  }

  Triple indexOf(const Point& place) const {
    const auto index = image_.TransformPhysicalPointToContinuousIndex<double>(place);
    return {index[0], index[1], index[2]};
  }
  Triple stepOf(const Vector& mm) const {
    Triple step{};
    for (unsigned k = 0; k < 3; ++k)
      for (unsigned i = 0; i < 3; ++i) step[k] += perMm_[k][i] * mm[i];
    return step;
  }

  /// Trilinear between voxel centres; 0 outside them.
  float at(const Triple& index) const {
    const int i = static_cast<int>(index[0]), j = static_cast<int>(index[1]), k = static_cast<int>(index[2]);
    const float fi = static_cast<float>(index[0] - i), fj = static_cast<float>(index[1] - j),
                fk = static_cast<float>(index[2] - k);
    const std::ptrdiff_t row = size_[0], slice = row * size_[1];
    const auto* voxel = image_.GetBufferPointer() + i + j * row + k * slice;
    const auto mu = [&](std::ptrdiff_t offset) { return table_[static_cast<std::uint16_t>(voxel[offset])]; };
    const auto mix = [](float a, float b, float f) { return a + (b - a) * f; };
    const float near = mix(mix(mu(0), mu(1), fi), mix(mu(row), mu(row + 1), fi), fj);
    const float far = mix(mix(mu(slice), mu(slice + 1), fi), mix(mu(slice + row), mu(slice + row + 1), fi), fj);
    return mix(near, far, fk);
  }

  /// The part [from, to] in mm of a ray that runs between voxel centres; empty when from >= to.
  std::pair<double, double> inside(const Triple& start, const Triple& perMm) const {
    double from = 0, to = std::numeric_limits<double>::infinity();
    for (unsigned k = 0; k < 3; ++k) {
      const double last = size_[k] - 1 - 1e-6;
      if (std::abs(perMm[k]) < 1e-12) {
        if (start[k] < 0 || start[k] > last) return {0, 0};
        continue;
      }
      const double a = -start[k] / perMm[k], b = (last - start[k]) / perMm[k];
      from = std::max(from, std::min(a, b));
      to = std::min(to, std::max(a, b));
    }
    return {from, to};
  }

 private:
  const Volume::Image& image_;
  std::vector<float> table_;
  std::array<int, 3> size_{};
  std::array<std::array<double, 3>, 3> perMm_{};
};

/// Midpoint rule; the last piece may be shorter than a step.
float integrate(const Sampler& sampler, const Triple& source, const Triple& perMm, double stepMm) {
  const auto [from, to] = sampler.inside(source, perMm);
  double sum = 0;
  for (double start = from; start < to; start += stepMm) {
    const double length = std::min(stepMm, to - start), middle = start + length / 2;
    sum += length * static_cast<double>(sampler.at(
                        {source[0] + perMm[0] * middle, source[1] + perMm[1] * middle, source[2] + perMm[2] * middle}));
  }
  return static_cast<float>(sum);
}

}  // namespace

Expected<Radiograph> makeRadiograph(const Volume& volume, const CArmGeometry& view, double stepMm, Progress& progress) {
  check(stepMm > 0, "a ray has steps");
  const Projection projection(view);
  const Sampler sampler(volume);
  Radiograph made{view.columns, view.rows, std::vector<float>(static_cast<std::size_t>(view.columns) * view.rows)};
  const auto source = sampler.indexOf(projection.source());
  std::atomic<int> nextRow{0};
  const auto work = [&](bool reports) {
    for (int row = nextRow++; row < view.rows && !progress.stopRequested(); row = nextRow++) {
      if (reports) progress.advance(static_cast<double>(row) / view.rows);
      for (int column = 0; column < view.columns; ++column) {
        const auto ray = projection.ray({static_cast<double>(column), static_cast<double>(row)});
        made.attenuation[static_cast<std::size_t>(row) * view.columns + column] =
            integrate(sampler, source, sampler.stepOf(ray.direction), stepMm);
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < std::thread::hardware_concurrency(); ++i) helpers.emplace_back(work, false);
    work(true);
  }
  if (progress.stopRequested()) return refuse("cancelled");
  return made;
}

std::vector<std::uint8_t> Radiograph::grey(double darkest, double brightest) const {
  std::vector<std::uint8_t> levels(attenuation.size());
  const double scale = 255.0 / std::max(brightest - darkest, 1e-9);
  std::transform(attenuation.begin(), attenuation.end(), levels.begin(), [&](float value) {
    return static_cast<std::uint8_t>(std::clamp((static_cast<double>(value) - darkest) * scale + 0.5, 0.0, 255.0));
  });
  return levels;
}

std::pair<double, double> Radiograph::usualRange() const {
  std::vector<float> crossed;
  std::copy_if(attenuation.begin(), attenuation.end(), std::back_inserter(crossed), [](float v) { return v > 0; });
  if (crossed.empty()) return {0.0, 1.0};
  const auto quantile = [&](double q) {
    const auto at = crossed.begin() + static_cast<std::ptrdiff_t>(q * static_cast<double>(crossed.size() - 1));
    std::nth_element(crossed.begin(), at, crossed.end());
    return static_cast<double>(*at);
  };
  return {quantile(0.005), quantile(0.995)};
}

std::pair<double, double> Radiograph::exposedRange() const {
  Radiograph middle{columns - columns / 4 * 2, rows - rows / 4 * 2, {}};
  for (int row = rows / 4; row < rows / 4 + middle.rows; ++row) {
    const auto start = attenuation.begin() + static_cast<std::ptrdiff_t>(row) * columns + columns / 4;
    middle.attenuation.insert(middle.attenuation.end(), start, start + middle.columns);
  }
  return middle.usualRange();
}

}  // namespace planning::fluoroscopy
