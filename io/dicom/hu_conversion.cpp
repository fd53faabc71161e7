#include "io/dicom/hu_conversion.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/volume.h"

namespace io::dicom {

namespace {

constexpr int kMost = std::numeric_limits<std::int16_t>::max();

struct Rule {
  int up, down;  ///< shifts that leave the stored bits, sign extended where there is one
  int paddingLow, paddingHigh;
  int lowest;
};

/// The loop that every pixel of every scan goes through; plain arithmetic without branches, so that it is vectorised.
template <bool kSigned, class Value>
ConversionCounts convert(std::span<std::uint16_t> words, const Rule& rule, Value value) {
  std::uint32_t clamped = 0, below = 0;
  for (auto& word : words) {
    const auto moved = static_cast<std::uint32_t>(word) << rule.up;
    const int stored = kSigned ? static_cast<std::int32_t>(moved) >> rule.down : static_cast<int>(moved >> rule.down);
    const int hu = value(stored);
    const int kept = std::clamp(hu, -kMost, kMost);
    const bool isPadding = (stored >= rule.paddingLow) & (stored <= rule.paddingHigh);
    const bool isBelow = (hu < rule.lowest) & !isPadding;
    const bool outside = isPadding | isBelow;
    clamped += static_cast<std::uint32_t>((hu != kept) & !outside);
    below += static_cast<std::uint32_t>(isBelow);
    word = static_cast<std::uint16_t>(outside ? planning::kOutsideScan : kept);
  }
  return {clamped, below};
}

template <class Value>
ConversionCounts convert(std::span<std::uint16_t> words, const PixelFormat& format, const Rule& rule, Value value) {
  return format.isSigned ? convert<true>(words, rule, value) : convert<false>(words, rule, value);
}

bool isSmallInteger(double value, double most) {
  return value == std::floor(value) && std::abs(value) <= most;
}

}  // namespace

bool rounds(const Rescale& rescale) {
  return rescale.slope != std::floor(rescale.slope) || rescale.intercept != std::floor(rescale.intercept);
}

ConversionCounts convertToHu(std::span<std::uint16_t> words, const PixelFormat& format, const Rescale& rescale,
                             bool isHu) {
  const auto padding = format.padding.value_or(std::pair(1, 0));  // an empty range
  const Rule rule{31 - format.highBit, 32 - format.bitsStored, padding.first, padding.second,
                  isHu ? kLowestHu : std::numeric_limits<int>::min()};
  if (isSmallInteger(rescale.slope, 1000) && isSmallInteger(rescale.intercept, 1e6)) {
    const int slope = static_cast<int>(rescale.slope), intercept = static_cast<int>(rescale.intercept);
    return convert(words, format, rule, [=](int stored) { return stored * slope + intercept; });
  }
  return convert(words, format, rule, [rescale](int stored) {
    constexpr double kBeyond = 40000;
    const double raised = std::clamp(rescale.slope * stored + rescale.intercept, -kBeyond, kBeyond) + 0.5;
    const int toZero = static_cast<int>(raised);
    return toZero - static_cast<int>(toZero > raised);  // floor, without a call
  });
}

}  // namespace io::dicom
