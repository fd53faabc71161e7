#include "planning/anatomy/scan_sense.h"

#include <algorithm>
#include <array>
#include <string>

#include "planning/joined.h"

namespace planning::anatomy {
namespace {

constexpr long kAcross = 64, kFine = 2 * kAcross;  ///< cells a row and a column, and samples
constexpr int kTissueHu = -300, kFirmHu = 100, kDenseHu = 400;
constexpr double kMostDense = 0.3, kLeastTissue = 0.02;
constexpr double kMuchDense = 0.1, kBesideFirm = 4;
constexpr std::size_t kEnoughSamples = 10'000;
constexpr double kMuchLess = 0.8;
constexpr std::size_t kNamedPairs = 6;
constexpr int kAirHu = -1000, kMetalHu = 1000;

using Thumbnail = std::array<float, kAcross * kAcross>;  ///< HU within what tissue and air measure, 4 samples a cell

struct Tally {
  std::size_t all = 0, tissue = 0, firm = 0, dense = 0;
};

std::size_t cellOf(long row, long column) {
  return static_cast<std::size_t>(row * kAcross + column);
}

Thumbnail thumbnailOf(const Volume::Image& hu, long slice, Tally& tally) {
  const auto size = hu.GetLargestPossibleRegion().GetSize();
  const auto place = [](long sample, std::size_t pixels) {
    return (2 * sample + 1) * static_cast<long>(pixels) / (2 * kFine);
  };
  Thumbnail thumbnail{};
  for (long row = 0; row < kFine; ++row)
    for (long column = 0; column < kFine; ++column) {
      const int value = hu.GetPixel({{place(column, size[0]), place(row, size[1]), slice}});
      ++tally.all;
      tally.tissue += value >= kTissueHu ? 1 : 0;
      tally.firm += value >= kFirmHu && value < kDenseHu ? 1 : 0;
      tally.dense += value >= kDenseHu ? 1 : 0;
      thumbnail[cellOf(row / 2, column / 2)] += static_cast<float>(std::clamp(value, kAirHu, kMetalHu)) / 4;
    }
  return thumbnail;
}

/// The sum of the squared differences between a slice, mirrored along its rows or columns, and another.
double difference(const Thumbnail& a, const Thumbnail& b, bool alongRows, bool alongColumns) {
  double sum = 0;
  for (long row = 0; row < kAcross; ++row)
    for (long column = 0; column < kAcross; ++column) {
      const long from = alongColumns ? kAcross - 1 - row : row, at = alongRows ? kAcross - 1 - column : column;
      const double apart = a[cellOf(from, at)] - b[cellOf(row, column)];
      sum += apart * apart;
    }
  return sum;
}

bool areTurned(const Thumbnail& a, const Thumbnail& b) {
  const double turned =
      std::min({difference(a, b, true, false), difference(a, b, false, true), difference(a, b, true, true)});
  return turned < kMuchLess * difference(a, b, false, false);
}

bool isNoBody(const Tally& tally) {
  const auto all = static_cast<double>(tally.all), tissue = static_cast<double>(tally.tissue);
  const auto firm = static_cast<double>(tally.firm), dense = static_cast<double>(tally.dense);
  if (tally.all < kEnoughSamples || tissue < kLeastTissue * all) return false;
  return dense > kMostDense * tissue || (dense > kMuchDense * tissue && dense > kBesideFirm * firm);
}

}  // namespace

std::vector<Finding> voxelFindings(const Volume& volume) {
  const auto& hu = *volume.hu;
  const auto size = hu.GetLargestPossibleRegion().GetSize();
  if (std::min(size[0], size[1]) < kAcross) return {};
  Tally tally;
  std::vector<std::string> turned;
  Thumbnail before{};
  for (long slice = 0; slice < static_cast<long>(size[2]); ++slice) {
    const Thumbnail here = thumbnailOf(hu, slice, tally);
    if (slice > 0 && areTurned(before, here)) turned.push_back(std::to_string(slice) + "/" + std::to_string(slice + 1));
    before = here;
  }
  std::vector<Finding> findings;
  if (volume.isHu && isNoBody(tally))
    findings.push_back(
        {"values-implausible",
         Severity::Error,
         {numberText(100 * static_cast<double>(tally.dense) / static_cast<double>(tally.tissue), 0) + " %"},
         {}});
  if (turned.size() > kNamedPairs) turned.resize(kNamedPairs), turned.emplace_back("...");
  if (!turned.empty()) findings.push_back({"slices-turned", Severity::Error, {joined(turned)}, {}});
  return findings;
}

}  // namespace planning::anatomy
