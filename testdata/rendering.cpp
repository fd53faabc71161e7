#include "testdata/rendering.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace testdata {
namespace {

using planning::Point;
using planning::anatomy::Mask;

constexpr double kAirHu = -1000;

/// Half-open ranges of indices.
struct Range {
  std::array<long, 3> begin, end;
  bool isEmpty() const { return begin[0] >= end[0] || begin[1] >= end[1] || begin[2] >= end[2]; }
};

Range rangeOf(const Box& box, const Lattice& lattice) {
  Range range{};
  for (unsigned d = 0; d < 3; ++d) {
    const double a = (box.low[d] - lattice.origin[d]) / lattice.step[d];
    const double b = (box.high[d] - lattice.origin[d]) / lattice.step[d];
    const double last = static_cast<double>(lattice.size[d]) - 1;
    range.begin[d] = static_cast<long>(std::ceil(std::max(std::min(a, b), 0.0)));
    range.end[d] = static_cast<long>(std::floor(std::min(std::max(a, b), last))) + 1;
  }
  return range;
}

/// Calls visit(i, distance) for the voxels of a row whose distance is below `beyond`; stretches that are surely beyond
/// are skipped, and the first distance of a stretch that is surely deeper than `alike` stands for all of it.
template <class Visit>
void alongRow(const Shape& shape, const Lattice& lattice, const Range& range, long j, long k, double beyond,
              double alike, Visit visit) {
  const double stepMm = std::abs(lattice.step[0]);
  for (long i = range.begin[0]; i < range.end[0];) {
    const double distance = shape.signedDistance(lattice.at(i, j, k));
    long same = 1;
    const double spare = distance > 0 ? distance - beyond : -alike - distance;
    if (shape.isLipschitz() && spare > stepMm) same = std::min(static_cast<long>(spare / stepMm), range.end[0] - i);
    for (const long stop = i + same; i < stop; ++i)
      if (distance < beyond) visit(i, distance);
  }
}

/// One slice in the making.
struct Slice {
  long k;
  std::vector<float> hu;
};

void paint(Slice& slice, const Layer& layer, const Lattice& lattice) {
  const double softMm = std::cbrt(std::abs(lattice.step[0] * lattice.step[1] * lattice.step[2]));
  const Range range = rangeOf(layer.shape->bounds().grown(layer.grownByMm + softMm), lattice);
  if (range.isEmpty() || slice.k < range.begin[2] || slice.k >= range.end[2]) return;
  for (long j = range.begin[1]; j < range.end[1]; ++j) {
    float* row = slice.hu.data() + static_cast<std::size_t>(j) * lattice.size[0];
    const double edge = softMm / 2;
    alongRow(*layer.shape, lattice, range, j, slice.k, layer.grownByMm + edge, edge - layer.grownByMm,
             [&](long i, double distance) {
               const double cover = std::clamp(.5 - (distance - layer.grownByMm) / softMm, 0.0, 1.0);
               row[i] += static_cast<float>(cover * (layer.hu - static_cast<double>(row[i])));
             });
  }
}

/// A number that looks random and depends on its key alone (splitmix64, Steele 2014).
std::uint64_t scramble(std::uint64_t key) {
  key += 0x9e3779b97f4a7c15ULL;
  key = (key ^ (key >> 30)) * 0xbf58476d1ce4e5b9ULL;
  key = (key ^ (key >> 27)) * 0x94d049bb133111ebULL;
  return key ^ (key >> 31);
}

/// Nearly normal, mean 0, deviation 1: the sum of four uniform numbers.
float noiseAt(std::uint64_t key) {
  const std::uint64_t bits = scramble(key);
  const auto sum = (bits & 0xffff) + ((bits >> 16) & 0xffff) + ((bits >> 32) & 0xffff) + (bits >> 48);
  return (static_cast<float>(sum) / 65536.0F - 2.0F) * 1.7320508F;
}

/// Noise as a soft reconstruction kernel leaves it: neighbours in a slice are alike.
void addNoise(Slice& slice, const Lattice& lattice, double noiseHu, unsigned seed) {
  const std::size_t columns = lattice.size[0], rows = lattice.size[1];
  const std::uint64_t first = scramble(seed) + static_cast<std::uint64_t>(slice.k) * rows * columns;
  std::vector<float> white(columns * rows);
  for (std::size_t n = 0; n < white.size(); ++n) white[n] = noiseAt(first + n);
  const auto scale = static_cast<float>(noiseHu / 2);  // the mean of four neighbours has half the deviation
  for (std::size_t j = 0; j < rows; ++j) {
    const std::size_t below = std::min(j + 1, rows - 1);
    for (std::size_t i = 0; i < columns; ++i) {
      const std::size_t right = std::min(i + 1, columns - 1);
      slice.hu[j * columns + i] += scale * (white[j * columns + i] + white[j * columns + right] +
                                            white[below * columns + i] + white[below * columns + right]);
    }
  }
}

template <class Image>
typename Image::Pointer makeImage(const Lattice& lattice) {
  auto image = Image::New();
  image->SetRegions(lattice.size);
  image->SetOrigin(lattice.origin);
  typename Image::SpacingType spacing;
  typename Image::DirectionType direction;
  direction.SetIdentity();
  for (unsigned d = 0; d < 3; ++d) {
    spacing[d] = std::abs(lattice.step[d]);
    direction[d][d] = lattice.step[d] < 0 ? -1 : 1;
  }
  image->SetSpacing(spacing);
  image->SetDirection(direction);
  image->Allocate(true);
  return image;
}

}  // namespace

Point Lattice::at(long i, long j, long k) const {
  return planning::makePoint(origin[0] + step[0] * static_cast<double>(i), origin[1] + step[1] * static_cast<double>(j),
                             origin[2] + step[2] * static_cast<double>(k));
}

void forEachSlice(std::size_t slices, const std::function<void(std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  const auto run = [&] {
    for (std::size_t k = next++; k < slices; k = next++) work(k);
  };
  std::vector<std::jthread> others;
  for (unsigned n = 1; n < std::max(1U, std::thread::hardware_concurrency()); ++n) others.emplace_back(run);
  run();
}

planning::Volume::Image::Pointer render(const std::vector<Layer>& layers, const Lattice& lattice, double noiseHu,
                                        unsigned seed) {
  auto image = makeImage<planning::Volume::Image>(lattice);
  const std::size_t pixels = lattice.size[0] * lattice.size[1];
  forEachSlice(lattice.size[2], [&](std::size_t k) {
    Slice slice{static_cast<long>(k), std::vector<float>(pixels, static_cast<float>(kAirHu))};
    for (const Layer& layer : layers) paint(slice, layer, lattice);
    addNoise(slice, lattice, noiseHu, seed);
    std::transform(slice.hu.begin(), slice.hu.end(), image->GetBufferPointer() + k * pixels,
                   [](float hu) { return static_cast<std::int16_t>(std::lround(std::clamp(hu, -1024.0F, 3071.0F))); });
  });
  return image;
}

Mask::Pointer makeMask(const Shape& shape, const Lattice& lattice) {
  const Range range = rangeOf(shape.bounds(), lattice);
  if (range.isEmpty()) return nullptr;
  Lattice part = lattice;
  std::array<long, 3> first{};
  for (unsigned d = 0; d < 3; ++d) {
    first[d] = std::max(range.begin[d] - 1, 0L);
    part.size[d] = static_cast<std::size_t>(std::min(range.end[d] + 1, static_cast<long>(lattice.size[d])) - first[d]);
  }
  part.origin = lattice.at(first[0], first[1], first[2]);
  auto mask = makeImage<Mask>(part);
  std::atomic<bool> any = false;
  forEachSlice(static_cast<std::size_t>(range.end[2] - range.begin[2]), [&](std::size_t n) {
    const long k = range.begin[2] + static_cast<long>(n);
    for (long j = range.begin[1]; j < range.end[1]; ++j) {
      const auto row =
          (static_cast<std::size_t>(k - first[2]) * part.size[1] + static_cast<std::size_t>(j - first[1])) *
          part.size[0];
      std::uint8_t* voxels = mask->GetBufferPointer() + row;
      alongRow(shape, lattice, range, j, k, 1e-12, 0, [&](long i, double) { voxels[i - first[0]] = 1, any = true; });
    }
  });
  return any ? mask : nullptr;
}

}  // namespace testdata
