#include "planning/fluoroscopy/ray_sum.h"

#include <algorithm>
#include <cmath>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace planning::fluoroscopy {
namespace {

constexpr int kAir = -1000;

float aboveAir(std::int16_t hu) {
  return static_cast<float>(std::min(std::max<int>(hu, kAir) - kAir, 32767));
}

/// One trilinear sample, `mm` along the part.
float sampleAt(const SampleGrid& grid, const RayPart& part, double mm) {
  std::array<int, 3> cell{};
  std::array<float, 3> within{};
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double index = std::max(0.0, part.start[axis] + part.perMm[axis] * mm);
    cell[axis] = static_cast<int>(index);
    within[axis] = static_cast<float>(index - cell[axis]);
  }
  const std::ptrdiff_t row = grid.size[0], slice = row * grid.size[1];
  const std::int16_t* voxel = grid.hu + cell[0] + cell[1] * row + cell[2] * slice;
  const auto mix = [](float a, float b, float f) { return a + (b - a) * f; };
  const auto along = [&](std::ptrdiff_t at) { return mix(aboveAir(voxel[at]), aboveAir(voxel[at + 1]), within[0]); };
  return mix(mix(along(0), along(row), within[1]), mix(along(slice), along(slice + row), within[1]), within[2]);
}

#ifdef __SSE2__

constexpr int kWeightOne = 16384;  // of the weights along x, so that a pair of voxels is one multiply-add of integers
using Offsets = std::array<std::ptrdiff_t, 4>;

/// Four pairs of neighbours along x, one a sample, mixed; times kWeightOne.
__m128 mixedAlongX(const std::int16_t* base, const Offsets& at, __m128i weights) {
  const auto pair = [&](std::size_t lane) { return _mm_loadu_si32(base + at[lane]); };
  const __m128i voxels = _mm_unpacklo_epi64(_mm_unpacklo_epi32(pair(0), pair(1)), _mm_unpacklo_epi32(pair(2), pair(3)));
  const __m128i air = _mm_set1_epi16(kAir);
  return _mm_cvtepi32_ps(_mm_madd_epi16(_mm_subs_epi16(_mm_max_epi16(voxels, air), air), weights));
}

/// Indices along one axis of four samples, and how far each lies within its voxel.
struct Lane {
  alignas(16) std::array<int, 4> cell;
  __m128 within;

  Lane(double start, double perMm, __m128 mm) {
    const __m128 index = _mm_max_ps(
        _mm_setzero_ps(),
        _mm_add_ps(_mm_set1_ps(static_cast<float>(start)), _mm_mul_ps(_mm_set1_ps(static_cast<float>(perMm)), mm)));
    const __m128i whole = _mm_cvttps_epi32(index);
    _mm_store_si128(reinterpret_cast<__m128i*>(cell.data()), whole);
    within = _mm_sub_ps(index, _mm_cvtepi32_ps(whole));
  }
};

__m128 mixed(__m128 a, __m128 b, __m128 f) {
  return _mm_add_ps(a, _mm_mul_ps(_mm_sub_ps(b, a), f));
}

/// `fours` times four whole steps from the part's start; in HU.
double sumOfFours(const SampleGrid& grid, const RayPart& part, double stepMm, int fours) {
  const std::ptrdiff_t row = grid.size[0], slice = row * grid.size[1];
  const auto step = static_cast<float>(stepMm);
  const __m128 ahead = _mm_setr_ps(0.5F, 1.5F, 2.5F, 3.5F);
  __m128 sum = _mm_setzero_ps();
  for (int four = 0; four < fours; ++four) {
    const __m128 mm = _mm_mul_ps(_mm_set1_ps(step), _mm_add_ps(ahead, _mm_set1_ps(4.0F * static_cast<float>(four))));
    const Lane x(part.start[0], part.perMm[0], mm), y(part.start[1], part.perMm[1], mm),
        z(part.start[2], part.perMm[2], mm);
    Offsets at;
    for (std::size_t lane = 0; lane < 4; ++lane) at[lane] = x.cell[lane] + y.cell[lane] * row + z.cell[lane] * slice;
    const __m128i right = _mm_cvtps_epi32(_mm_mul_ps(x.within, _mm_set1_ps(kWeightOne)));
    const __m128i left = _mm_sub_epi32(_mm_set1_epi32(kWeightOne), right);
    const __m128i weights = _mm_or_si128(left, _mm_slli_epi32(right, 16));
    const auto rowAt = [&](std::ptrdiff_t offset) { return mixedAlongX(grid.hu + offset, at, weights); };
    sum = _mm_add_ps(
        sum, mixed(mixed(rowAt(0), rowAt(row), y.within), mixed(rowAt(slice), rowAt(slice + row), y.within), z.within));
  }
  alignas(16) std::array<float, 4> parts;
  _mm_store_ps(parts.data(), sum);
  return (static_cast<double>(parts[0]) + static_cast<double>(parts[1]) + static_cast<double>(parts[2]) +
          static_cast<double>(parts[3])) /
         kWeightOne;
}

#else

double sumOfFours(const SampleGrid& grid, const RayPart& part, double stepMm, int fours) {
  double sum = 0;
  for (int i = 0; i < 4 * fours; ++i) sum += static_cast<double>(sampleAt(grid, part, stepMm * (i + 0.5)));
  return sum;
}

#endif

}  // namespace

double sumAlong(const SampleGrid& grid, const RayPart& part, double stepMm) {
  if (part.lengthMm <= 0) return 0;
  const int fours = static_cast<int>(part.lengthMm / (4 * stepMm));
  double sum = sumOfFours(grid, part, stepMm, fours) * stepMm;
  for (double from = 4 * stepMm * fours; from < part.lengthMm; from += stepMm) {
    const double length = std::min(stepMm, part.lengthMm - from);
    sum += length * static_cast<double>(sampleAt(grid, part, from + length / 2));
  }
  return sum;
}

}  // namespace planning::fluoroscopy
