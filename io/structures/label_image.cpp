#include "io/structures/label_image.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <utility>

namespace io::structures {
namespace {

using planning::refuse;

constexpr std::size_t kMostNumbers = std::size_t{1} << 29;  // 512 x 512 x 2048
constexpr std::uintmax_t kMostBytes = 1u << 29, kBytesPerByte = 64;
constexpr std::size_t kBestRatio = 1100;  // gzip cannot pack tighter: a header that claims more lies

constexpr std::size_t kBlock = 2048;

bool isZero(std::span<const char> bytes) {
  return bytes.empty() || (bytes[0] == 0 && std::memcmp(bytes.data(), bytes.data() + 1, bytes.size() - 1) == 0);
}

template <class Number>
bool isLabel(Number number) {
  if constexpr (std::is_integral_v<Number>) {
    return std::in_range<std::uint16_t>(number);
  } else {
    return number >= 0 && number <= 65535 && number == std::floor(number);
  }
}

/// False where a number is no label.
template <class Number>
bool toLabels(std::span<const char> bytes, std::uint16_t* labels) {
  const auto* numbers = reinterpret_cast<const Number*>(bytes.data());
  bool all = true;
  for (std::size_t i = 0; i < bytes.size() / sizeof(Number); ++i) {
    const bool is = isLabel(numbers[i]);
    labels[i] = is ? static_cast<std::uint16_t>(numbers[i]) : std::uint16_t{0};
    all = all && is;
  }
  return all;
}

/// Numbers in this machine's byte order.
bool toLabels(NumberType type, std::span<const char> bytes, std::uint16_t* labels) {
  switch (type) {
    case NumberType::U8:
      return toLabels<std::uint8_t>(bytes, labels);
    case NumberType::I8:
      return toLabels<std::int8_t>(bytes, labels);
    case NumberType::U16:
      return toLabels<std::uint16_t>(bytes, labels);
    case NumberType::I16:
      return toLabels<std::int16_t>(bytes, labels);
    case NumberType::U32:
      return toLabels<std::uint32_t>(bytes, labels);
    case NumberType::I32:
      return toLabels<std::int32_t>(bytes, labels);
    case NumberType::U64:
      return toLabels<std::uint64_t>(bytes, labels);
    case NumberType::I64:
      return toLabels<std::int64_t>(bytes, labels);
    case NumberType::F32:
      return toLabels<float>(bytes, labels);
    case NumberType::F64:
      return toLabels<double>(bytes, labels);
  }
  return false;
}

void swapEach(std::span<char> bytes, std::size_t width) {
  for (std::size_t i = 0; i < bytes.size(); i += width) std::reverse(bytes.data() + i, bytes.data() + i + width);
}

}  // namespace

planning::Expected<void> readLabels(const LabelNumbers& numbers, const TakeLabels& take) {
  const auto damaged = [] { return refuse("file-damaged", {}, "the file ends before its voxels do"); };
  const std::size_t width = bytesOf(numbers.type);
  std::vector<char> bytes(64 * kBlock * width);
  std::array<std::uint16_t, kBlock> labels;
  VoxelStream stream(numbers.file, numbers.offset, numbers.packing);
  if (!stream.skip(numbers.skip)) return damaged();
  for (std::size_t done = 0; done < numbers.count;) {
    const std::span piece(bytes.data(), std::min(bytes.size(), (numbers.count - done) * width));
    if (!stream.read(piece.data(), piece.size())) return damaged();
    for (std::size_t start = 0; start < piece.size(); start += kBlock * width) {
      const auto block = piece.subspan(start, std::min(kBlock * width, piece.size() - start));
      if (isZero(block)) continue;
      if (numbers.swapped) swapEach(block, width);
      if (!toLabels(numbers.type, block, labels.data()))
        return refuse("not-a-label-map", {}, "values that are no whole numbers from 0 to 65535");
      if (auto taken = take(done + start / width, {labels.data(), block.size() / width}); !taken) return taken;
    }
    done += piece.size() / width;
  }
  if (!stream.endsWell()) return damaged();
  return {};
}

planning::Expected<PlaneLattice> latticeFrom(const std::array<std::array<double, 4>, 3>& lps,
                                             const std::array<int, 3>& size) {
  const auto column = [&](std::size_t c) { return planning::makeVector(lps[0][c], lps[1][c], lps[2][c]); };
  const planning::Vector steps[3] = {column(0), column(1), column(2)};
  const double cell = std::abs(planning::dot(planning::cross(steps[0], steps[1]), steps[2]));
  const double box = steps[0].GetNorm() * steps[1].GetNorm() * steps[2].GetNorm();
  for (std::size_t axis = 0; axis < 3; ++axis)
    if (!(steps[axis].GetNorm() > 1e-3 && steps[axis].GetNorm() < 100) || size[axis] < 1)
      return refuse("bad-geometry", {}, "implausible distance between voxels");
  if (!(cell > 0.1 * box)) return refuse("bad-geometry", {}, "axes that lie in one plane");
  const planning::Vector origin = column(3);
  if (!(origin.GetNorm() < 1e5)) return refuse("bad-geometry", {}, "an origin far off");
  PlaneLattice lattice;
  lattice.plane = {steps[0], steps[1], size[0], size[1]};
  lattice.origin = planning::Point() + origin;
  lattice.planeStep = steps[2];
  lattice.planes = size[2];
  return lattice;
}

std::size_t bytesOf(NumberType type) {
  constexpr std::size_t kBytes[] = {1, 1, 2, 2, 4, 4, 8, 8, 4, 8};
  return kBytes[static_cast<std::size_t>(type)];
}

planning::Expected<std::size_t> countNumbers(const LabelImage& image, NumberType type, std::uintmax_t fileBytes) {
  const PlaneLattice& lattice = image.lattice;
  std::size_t count = 1;
  for (const int size : {lattice.plane.columns, lattice.plane.rows, lattice.planes, image.layers}) {
    count *= static_cast<std::size_t>(size);
    if (count > kBestRatio * fileBytes)
      return refuse("file-damaged", {}, "the header claims more voxels than the file can hold");
    if (count > kMostNumbers) return refuse("needs-too-much-memory");
  }
  // What is inflated takes time: 512 x 512 x 1024 of 16 bits a second and a half; more only for a file that is no bomb.
  if (count * bytesOf(type) > std::max(kMostBytes, kBytesPerByte * fileBytes)) return refuse("needs-too-much-memory");
  return count;
}

}  // namespace io::structures
