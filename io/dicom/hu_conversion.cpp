#include "io/dicom/hu_conversion.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "planning/volume.h"

namespace io::dicom {

namespace {

constexpr int kMost = std::numeric_limits<std::int16_t>::max();
constexpr int kLeast = std::numeric_limits<std::int16_t>::min();  // kept for what lies outside the scan

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
NEEDLEPLAN_INLINE ConversionCounts convert(std::span<const std::uint16_t> words, std::uint16_t* const to,
                                           const Rule& rule, const Value value) {
  const int up = rule.up, down = rule.down, low = rule.paddingLow, high = rule.paddingHigh, lowest = rule.lowest;
  std::uint32_t clamped = 0, below = 0;  // no frame has more pixels than these hold
  const std::uint16_t* const pixels = words.data();
  const std::size_t count = words.size();
#pragma GCC ivdep  // both places may be one, never shifted against each other
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
    to[i] = static_cast<std::uint16_t>(outside ? planning::kOutsideScan : kept);
  }
  return {clamped, below};
}

/// For stored bits that lie at the low end of their word and, with a slope of 1, become values of 16 bits: nearly every
/// CT. Everything then fits into 16 bits, twice as many pixels at a time.
struct NarrowRule {
  std::uint16_t mask, sign;  ///< of the stored bits; of their sign, 0 where there is none
  std::int16_t intercept, paddingLow, paddingHigh, lowest;
  std::int16_t least;  ///< stored value that becomes kLeast; what is less may become it too
};

std::optional<NarrowRule> narrowRule(const PixelFormat& format, const Rescale& rescale, bool isHu) {
  const int bits = format.bitsStored, sign = format.isSigned ? 1 << (bits - 1) : 0;
  const int most = format.isSigned ? sign - 1 : (1 << bits) - 1;
  if (format.highBit != bits - 1 || most > kMost || rescale.slope != 1) return std::nullopt;
  if (rescale.intercept != std::floor(rescale.intercept) || rescale.intercept > kMost - most ||
      rescale.intercept < kLeast)
    return std::nullopt;
  const auto narrow = [](int value) { return static_cast<std::int16_t>(std::clamp(value, kLeast, kMost)); };
  auto padding = format.padding.value_or(std::pair(1, 0));
  if (padding.first > kMost || padding.second < kLeast) padding = {1, 0};
  return NarrowRule{static_cast<std::uint16_t>((1 << bits) - 1),
                    static_cast<std::uint16_t>(sign),
                    static_cast<std::int16_t>(rescale.intercept),
                    narrow(padding.first),
                    narrow(padding.second),
                    narrow(isHu ? kLowestHu : kLeast),
                    narrow(kLeast - static_cast<int>(rescale.intercept))};
}

NEEDLEPLAN_INLINE ConversionCounts convertNarrow(std::span<const std::uint16_t> words, std::uint16_t* const to,
                                                 const NarrowRule& rule) {
  constexpr std::size_t kRun = 32768;  // what 16 bits can count
  constexpr std::int16_t kLeastMeasured = -kMost;
  const auto [mask, sign, intercept, low, high, lowest, least] = rule;
  ConversionCounts counts;
  for (std::size_t start = 0; start < words.size(); start += kRun) {
    const std::uint16_t* const from = words.data() + start;
    std::uint16_t* const target = to + start;
    const std::size_t count = std::min(kRun, words.size() - start);
    std::uint16_t clamped = 0, below = 0;
#pragma GCC ivdep  // both places may be one, never shifted against each other
    for (std::size_t i = 0; i < count; ++i) {
      const auto stored = static_cast<std::int16_t>(((from[i] & mask) ^ sign) - sign);
      const auto hu = static_cast<std::int16_t>(std::max(stored, least) + intercept);
      const std::int16_t kept = std::max(hu, kLeastMeasured);
      const bool isPadding = (stored >= low) & (stored <= high);
      const bool isBelow = (hu < lowest) & !isPadding;
      const bool outside = isPadding | isBelow;
      clamped = static_cast<std::uint16_t>(clamped + ((hu != kept) & !outside));
      below = static_cast<std::uint16_t>(below + isBelow);
      target[i] = static_cast<std::uint16_t>(outside ? planning::kOutsideScan : kept);
    }
    counts.clamped += clamped;
    counts.belowAir += below;
  }
  return counts;
}

bool isSmallInteger(double value, double most) {
  return value == std::floor(value) && std::abs(value) <= most;
}

struct Job {
  std::span<const std::uint16_t> words;
  std::uint16_t* to;
  Rule rule;
  bool isSigned;
  Rescale rescale;
  bool whole;
  std::optional<NarrowRule> narrow;
};

NEEDLEPLAN_INLINE ConversionCounts run(const Job& job) {
  if (job.narrow) return convertNarrow(job.words, job.to, *job.narrow);
  const WholeRescale whole{job.whole ? static_cast<int>(job.rescale.slope) : 0,
                           job.whole ? static_cast<int>(job.rescale.intercept) : 0};
  const RoundedRescale rounded{job.rescale.slope, job.rescale.intercept};
  if (job.whole)
    return job.isSigned ? convert<true>(job.words, job.to, job.rule, whole)
                        : convert<false>(job.words, job.to, job.rule, whole);
  return job.isSigned ? convert<true>(job.words, job.to, job.rule, rounded)
                      : convert<false>(job.words, job.to, job.rule, rounded);
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

ConversionCounts convertToHu(std::span<const std::uint16_t> stored, std::span<std::uint16_t> hu,
                             const PixelFormat& format, const Rescale& rescale, bool isHu) {
  const auto padding = format.padding.value_or(std::pair(1, 0));  // an empty range
  const Rule rule{31 - format.highBit, 32 - format.bitsStored, padding.first, padding.second,
                  isHu ? kLowestHu : std::numeric_limits<int>::min()};
  const bool whole = isSmallInteger(rescale.slope, 1000) && isSmallInteger(rescale.intercept, 1e6);
  const Job job{stored, hu.data(), rule, format.isSigned, rescale, whole, narrowRule(format, rescale, isHu)};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) return runWithAvx2(job);
#endif
  return runAnywhere(job);
}

}  // namespace io::dicom
