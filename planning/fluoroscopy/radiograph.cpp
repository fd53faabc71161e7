#include "planning/fluoroscopy/radiograph.h"

#include <algorithm>
#include <iterator>
#include <thread>

#include "planning/check.h"
#include "planning/fluoroscopy/volume_rays.h"
#include "planning/parallel.h"

namespace planning::fluoroscopy {
namespace {

constexpr int kTile = 16;  // pixels a side: the rays of a tile run through the same few rows of voxels

}  // namespace

Expected<Radiograph> makeRadiograph(const Volume& volume, const CArmGeometry& view, double stepMm, Progress& progress) {
  check(stepMm > 0, "a ray has steps");
  const Projection projection(view);
  const VolumeRays rays(volume);
  Radiograph made{view.columns, view.rows, std::vector<float>(static_cast<std::size_t>(view.columns) * view.rows)};
  const int across = (view.columns + kTile - 1) / kTile, down = (view.rows + kTile - 1) / kTile;
  const auto caller = std::this_thread::get_id();
  const auto tiles = static_cast<std::size_t>(across) * down;
  forEachInParallel(tiles, [&](std::size_t tile) {
    const int left = static_cast<int>(tile) % across * kTile, top = static_cast<int>(tile) / across * kTile;
    for (int row = top; row < std::min(top + kTile, view.rows); ++row)
      for (int column = left; column < std::min(left + kTile, view.columns); ++column) {
        const auto part = rays.inside(projection.ray({static_cast<double>(column), static_cast<double>(row)}));
        made.attenuation[static_cast<std::size_t>(row) * view.columns + column] =
            static_cast<float>(sumAlong(rays.grid(), part, stepMm) * kWaterAttenuationPerMm / 1000.0);
      }
    if (std::this_thread::get_id() == caller) progress.advance(static_cast<double>(tile) / static_cast<double>(tiles));
    return !progress.stopRequested();
  });
  if (progress.stopRequested()) return refuse("cancelled");
  return made;
}

CArmGeometry coarser(CArmGeometry view, int factor) {
  if (view.principalPoint) {
    view.principalPoint->column = (view.principalPoint->column + 0.5) / factor - 0.5;
    view.principalPoint->row = (view.principalPoint->row + 0.5) / factor - 0.5;
  } else if (view.columns % factor != 0 || view.rows % factor != 0) {  // what is cut off takes the middle with it
    view.principalPoint = ImagePoint{view.columns / 2.0 / factor - 0.5, view.rows / 2.0 / factor - 0.5};
  }
  view.columns /= factor;
  view.rows /= factor;
  view.columnSpacingMm *= factor;
  view.rowSpacingMm *= factor;
  return view;
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
