#include "io/structures/label_image.h"

#include <cmath>

namespace io::structures {
namespace {

using planning::refuse;

constexpr std::size_t kMostNumbers = std::size_t{1} << 29;  // 512 x 512 x 2048
constexpr std::size_t kBestRatio = 1100;                    // gzip cannot pack tighter: a header that claims more lies

/// Copies numbers that are whole and fit a label; false at the first that does not. What is 0 stays untouched.
template <class Number>
bool copyLabels(std::span<const char> bytes, std::size_t first, LabelArray& labels) {
  const auto* numbers = reinterpret_cast<const Number*>(bytes.data());
  for (std::size_t i = 0; i < bytes.size() / sizeof(Number); ++i) {
    const auto value = static_cast<double>(numbers[i]);
    if (!(value >= 0 && value <= 65535 && value == std::floor(value))) return false;
    if (value != 0) labels.set(first + i, static_cast<std::uint16_t>(value));
  }
  return true;
}

}  // namespace

planning::Expected<LabelArray> LabelArray::allocate(std::size_t count) {
  auto memory = MappedMemory::allocate(count * sizeof(std::uint16_t), MappedMemory::Kind::Scratch);
  if (!memory) return tl::unexpected(memory.error());
  LabelArray array;
  array.labels_ = {reinterpret_cast<std::uint16_t*>(memory->bytes().data()), count};
  array.used_.resize((count + kBlock - 1) / kBlock);
  array.memory_ = std::move(*memory);
  return array;
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

planning::Expected<void> allocateLabels(LabelImage& image, std::uintmax_t fileBytes) {
  const PlaneLattice& lattice = image.lattice;
  std::size_t count = 1;
  for (const int size : {lattice.plane.columns, lattice.plane.rows, lattice.planes, image.layers}) {
    count *= static_cast<std::size_t>(size);
    if (count > kBestRatio * fileBytes)
      return refuse("file-damaged", {}, "the header claims more voxels than the file can hold");
    if (count > kMostNumbers) return refuse("needs-too-much-memory");
  }
  auto labels = LabelArray::allocate(count);
  if (!labels) return tl::unexpected(labels.error());
  image.labels = std::move(*labels);
  return {};
}

bool copyLabels(NumberType type, std::span<const char> bytes, std::size_t first, LabelArray& labels) {
  switch (type) {
    case NumberType::U8:
      return copyLabels<std::uint8_t>(bytes, first, labels);
    case NumberType::I8:
      return copyLabels<std::int8_t>(bytes, first, labels);
    case NumberType::U16:
      return copyLabels<std::uint16_t>(bytes, first, labels);
    case NumberType::I16:
      return copyLabels<std::int16_t>(bytes, first, labels);
    case NumberType::U32:
      return copyLabels<std::uint32_t>(bytes, first, labels);
    case NumberType::I32:
      return copyLabels<std::int32_t>(bytes, first, labels);
    case NumberType::U64:
      return copyLabels<std::uint64_t>(bytes, first, labels);
    case NumberType::I64:
      return copyLabels<std::int64_t>(bytes, first, labels);
    case NumberType::F32:
      return copyLabels<float>(bytes, first, labels);
    case NumberType::F64:
      return copyLabels<double>(bytes, first, labels);
  }
  return false;
}

}  // namespace io::structures
