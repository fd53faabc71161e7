#include "io/dicom/hu_conversion.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/volume.h"

namespace io::dicom {

namespace {

constexpr int kMost = std::numeric_limits<std::int16_t>::max();

#define NEEDLEPLAN_INLINE inline __attribute__((always_inline))

struct Rule {
  int up, down;  ///< shifts that leave the stored bits, sign extended where there is one
  int paddingLow, paddingHigh;
  int lowest;
};

/// slope * stored + intercept where both are whole.
struct WholeRescale {
  int slope, intercept;
  NEEDLEPLAN_INLINE int operator()(int stored) const { return stored * slope + intercept; }
};

/// The same rounded to the nearest integer, halves up.
struct RoundedRescale {
  double slope, intercept;
  NEEDLEPLAN_INLINE int operator()(int stored) const {
    constexpr double kBeyond = 40000;
    const double raised = std::clamp(slope * stored + intercept, -kBeyond, kBeyond) + 0.5;
    const int toZero = static_cast<int>(raised);
    return toZero - static_cast<int>(toZero > raised);  // floor, without a call
  }
};

/// The loop that every pixel of every scan goes through; plain arithmetic without branches, so that it is vectorised.
template <bool kSigned, class Value>
NEEDLEPLAN_INLINE ConversionCounts convert(std::span<std::uint16_t> words, const Rule& rule, const Value value) {
  const int up = rule.up, down = rule.down, low = rule.paddingLow, high = rule.paddingHigh, lowest = rule.lowest;
  std::uint32_t clamped = 0, below = 0;  // no frame has more pixels than these hold
  std::uint16_t* const pixels = words.data();
  const std::size_t count = words.size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto moved = static_cast<std::uint32_t>(pixels[i]) << up;
    const int stored = kSigned ? static_cast<std::int32_t>(moved) >> down : static_cast<int>(moved >> down);
    const int hu = value(stored);
    const int kept = std::min(std::max(hu, -kMost), kMost);
    const bool isPadding = (stored >= low) & (stored <= high);
    const bool isBelow = (hu < lowest) & !isPadding;
    const bool outside = isPadding | isBelow;
    clamped += static_cast<std::uint32_t>((hu != kept) & !outside);
    below += static_cast<std::uint32_t>(isBelow);
    pixels[i] = static_cast<std::uint16_t>(outside ? planning::kOutsideScan : kept);
  }
  return {clamped, below};
}

bool isSmallInteger(double value, double most) {
  return value == std::floor(value) && std::abs(value) <= most;
}

struct Job {
  std::span<std::uint16_t> words;
  Rule rule;
  bool isSigned;
  Rescale rescale;
  bool whole;
};

NEEDLEPLAN_INLINE ConversionCounts run(const Job& job) {
  const WholeRescale whole{job.whole ? static_cast<int>(job.rescale.slope) : 0,
                           job.whole ? static_cast<int>(job.rescale.intercept) : 0};
  const RoundedRescale rounded{job.rescale.slope, job.rescale.intercept};
  if (job.whole)
    return job.isSigned ? convert<true>(job.words, job.rule, whole) : convert<false>(job.words, job.rule, whole);
  return job.isSigned ? convert<true>(job.words, job.rule, rounded) : convert<false>(job.words, job.rule, rounded);
}

ConversionCounts runAnywhere(const Job& job) {
  return run(job);
}
#if defined(__x86_64__)
__attribute__((target("avx2"))) ConversionCounts runWithAvx2(const Job& job) {
  return run(job);
}
#endif

}  // namespace

bool rounds(const Rescale& rescale) {
  return rescale.slope != std::floor(rescale.slope) || rescale.intercept != std::floor(rescale.intercept);
}

ConversionCounts convertToHu(std::span<std::uint16_t> words, const PixelFormat& format, const Rescale& rescale,
                             bool isHu) {
  const auto padding = format.padding.value_or(std::pair(1, 0));  // an empty range
  const Rule rule{31 - format.highBit, 32 - format.bitsStored, padding.first, padding.second,
                  isHu ? kLowestHu : std::numeric_limits<int>::min()};
  const bool whole = isSmallInteger(rescale.slope, 1000) && isSmallInteger(rescale.intercept, 1e6);
  const Job job{words, rule, format.isSigned, rescale, whole};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return runWithAvx2(job);
#endif
  return runAnywhere(job);
}

}  // namespace io::dicom
