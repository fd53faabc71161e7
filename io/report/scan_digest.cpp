#include "io/report/scan_digest.h"

#include <bit>
#include <cmath>
#include <span>
#include <vector>

#include "io/files/parallel.h"
#include "io/files/sha256.h"

namespace io::report {
namespace {

static_assert(std::endian::native == std::endian::little, "the values are hashed as they lie in memory");

using Image = planning::Volume::Image;

std::string steps(double value, double step) {
  return std::to_string(std::llround(value / step)) + " ";
}

std::string placeOf(const Image& image) {
  const auto size = image.GetLargestPossibleRegion().GetSize();
  std::string text = "needleplan scan 1\nsize ";
  for (unsigned i = 0; i < 3; ++i) text += std::to_string(size[i]) + " ";
  text += "\norigin ";
  for (unsigned i = 0; i < 3; ++i) text += steps(image.GetOrigin()[i], 1e-3);
  text += "\nspacing ";
  for (unsigned i = 0; i < 3; ++i) text += steps(image.GetSpacing()[i], 1e-6);
  text += "\ndirection ";
  for (unsigned row = 0; row < 3; ++row)
    for (unsigned column = 0; column < 3; ++column) text += steps(image.GetDirection()(row, column), 1e-6);
  return text + "\n";
}

/// Of each slice its own, worked out side by side.
std::vector<std::string> digestsOfSlices(const Image& image) {
  const auto size = image.GetLargestPossibleRegion().GetSize();
  const std::size_t count = size[0] * size[1];
  std::vector<std::string> digests(size[2]);
  forEachInParallel(digests.size(), [&](std::size_t k) {
    Sha256 hash;
    hash.add(std::as_bytes(std::span(image.GetBufferPointer() + k * count, count)));
    digests[k] = hash.hex();
    return true;
  });
  return digests;
}

}  // namespace

std::string digestOf(const planning::Volume& scan) {
  Sha256 hash;
  hash.add(placeOf(*scan.hu));
  hash.add(scan.isHu ? "HU\n" : "no HU\n");
  for (const auto& slice : digestsOfSlices(*scan.hu)) hash.add(slice + "\n");
  return hash.hex();
}

}  // namespace io::report
