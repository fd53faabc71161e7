#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "io/structures/label_image.h"
#include "io/structures/label_names.h"
#include "io/structures/voxel_stream.h"

namespace io::structures {
namespace {

using planning::Expected;
using planning::refuse;
using Affine = std::array<std::array<double, 4>, 3>;  ///< index to patient

constexpr std::size_t kHeaderBytes = 348;

/// The header (nifti1.h of the NIfTI-1 standard), in whichever byte order it was written.
class NiftiHeader {
 public:
  explicit NiftiHeader(const std::array<char, kHeaderBytes>& bytes) : bytes_(bytes) {
    swapped_ = number<std::int32_t>(0) != static_cast<std::int32_t>(kHeaderBytes);
  }
  bool valid() const {
    return number<std::int32_t>(0) == static_cast<std::int32_t>(kHeaderBytes) &&
           std::memcmp(&bytes_[344], "n+1", 4) == 0;
  }
  bool swapped() const { return swapped_; }  ///< against this machine
  int datatype() const { return number<std::int16_t>(70); }
  int dim(std::size_t i) const { return number<std::int16_t>(40 + 2 * i); }
  double pixdim(std::size_t i) const { return number<float>(76 + 4 * i); }
  double voxelOffset() const { return number<float>(108); }
  double slope() const { return number<float>(112); }
  double intercept() const { return number<float>(116); }
  int spaceUnit() const { return bytes_[123] & 7; }
  int qformCode() const { return number<std::int16_t>(252); }
  int sformCode() const { return number<std::int16_t>(254); }
  double quaternion(std::size_t i) const { return number<float>(256 + 4 * i); }  ///< b, c, d, then the offsets x, y, z
  double srow(std::size_t row, std::size_t i) const { return number<float>(280 + 16 * row + 4 * i); }

 private:
  template <class Number>
  Number number(std::size_t offset) const {
    std::array<char, sizeof(Number)> raw;
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(offset), sizeof(Number), raw.begin());
    if (swapped_) std::reverse(raw.begin(), raw.end());
    return std::bit_cast<Number>(raw);
  }
  std::array<char, kHeaderBytes> bytes_;
  bool swapped_ = false;
};

/// RAS of the file to LPS, in mm.
Affine toLps(Affine ras, double mmPerUnit) {
  for (std::size_t row = 0; row < 3; ++row)
    for (double& value : ras[row]) value *= row < 2 ? -mmPerUnit : mmPerUnit;
  return ras;
}

Affine sformOf(const NiftiHeader& header) {
  Affine affine{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t i = 0; i < 4; ++i) affine[row][i] = header.srow(row, i);
  return affine;
}

/// Method 2 of nifti1.h: a rotation by a quaternion, the voxel sizes, and qfac, which mirrors the third axis.
Affine qformOf(const NiftiHeader& header) {
  double b = header.quaternion(0), c = header.quaternion(1), d = header.quaternion(2);
  const double rest = 1 - (b * b + c * c + d * d);
  const double a = rest > 0 ? std::sqrt(rest) : 0;
  if (rest <= 0) {
    const double norm = std::sqrt(b * b + c * c + d * d);
    b /= norm, c /= norm, d /= norm;
  }
  const double rotation[3][3] = {{a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
                                 {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
                                 {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - c * c - b * b}};
  Affine affine{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t i = 0; i < 3; ++i)
      affine[row][i] = rotation[row][i] * header.pixdim(i + 1) * (i == 2 && header.pixdim(0) < 0 ? -1 : 1);
    affine[row][3] = header.quaternion(3 + row);
  }
  return affine;
}

/// How far the two place any corner of the image apart, mm.
double farthestApart(const Affine& a, const Affine& b, const std::array<int, 3>& size) {
  double farthest = 0;
  for (int corner = 0; corner < 8; ++corner) {
    double squared = 0;
    for (std::size_t row = 0; row < 3; ++row) {
      double apart = a[row][3] - b[row][3];
      for (std::size_t i = 0; i < 3; ++i) apart += (corner >> i & 1) * (size[i] - 1) * (a[row][i] - b[row][i]);
      squared += apart * apart;
    }
    farthest = std::max(farthest, std::sqrt(squared));
  }
  return farthest;
}

Expected<Affine> affineOf(const NiftiHeader& header, const std::array<int, 3>& size, double mmPerUnit) {
  const int q = header.qformCode(), s = header.sformCode();
  if (q <= 0 && s <= 0) return refuse("geometry-absent", {}, "neither qform nor sform is set");
  if (std::max(q, s) > 2)
    return refuse("another-frame", {},
                  "qform code " + std::to_string(q) + ", sform code " + std::to_string(s) +
                      ": a template's space, not the patient's");
  for (std::size_t i = 0; s > 0 && i < 3; ++i) {  // some writers leave a matrix without the voxel sizes (ITK 3514)
    const auto matrix = sformOf(header);
    const double step = std::hypot(matrix[0][i], matrix[1][i], matrix[2][i]), stated = std::abs(header.pixdim(i + 1));
    if (stated > 0 && !(std::abs(step - stated) <= 0.01 * stated))
      return refuse("ambiguous-geometry", {},
                    "sform has voxels of " + std::to_string(step) + ", pixdim of " + std::to_string(stated));
  }
  const Affine sform = toLps(sformOf(header), mmPerUnit), qform = toLps(qformOf(header), mmPerUnit);
  if (q > 0 && s > 0)
    if (const double apart = farthestApart(qform, sform, size); !(apart <= 0.1))
      return refuse("ambiguous-geometry", {}, "qform and sform differ by " + std::to_string(apart) + " mm");
  return s > 0 ? sform : qform;
}

std::optional<NumberType> numberType(int datatype) {
  switch (datatype) {
    case 2:
      return NumberType::U8;
    case 4:
      return NumberType::I16;
    case 8:
      return NumberType::I32;
    case 16:
      return NumberType::F32;
    case 64:
      return NumberType::F64;
    case 256:
      return NumberType::I8;
    case 512:
      return NumberType::U16;
    case 768:
      return NumberType::U32;
    case 1024:
      return NumberType::I64;
    case 1280:
      return NumberType::U64;
    default:
      return std::nullopt;
  }
}

Expected<LabelImage> geometryOf(const NiftiHeader& header) {
  bool flat = header.dim(0) >= 3 && header.dim(0) <= 7;
  for (std::size_t i = 4; flat && i <= static_cast<std::size_t>(header.dim(0)); ++i) flat = header.dim(i) == 1;
  if (!flat) return refuse("unsupported-label-map", {}, "not three-dimensional");
  const std::array<int, 3> size{header.dim(1), header.dim(2), header.dim(3)};
  LabelImage image;
  const int unit = header.spaceUnit();
  if (unit > 3) return refuse("bad-geometry", {}, "unknown unit of length");
  if (unit == 0) image.findings.push_back({"label-map-units-assumed", planning::Severity::Info, {}, {}});
  const auto affine = affineOf(header, size, unit == 1 ? 1000 : unit == 3 ? 0.001 : 1);
  if (!affine) return tl::unexpected(affine.error());
  const auto lattice = latticeFrom(*affine, size);
  if (!lattice) return tl::unexpected(lattice.error());
  image.lattice = *lattice;
  return image;
}

Expected<LabelNumbers> labelNumbersOf(const NiftiHeader& header, const LabelImage& image,
                                      const std::filesystem::path& file) {
  const auto type = numberType(header.datatype());
  if (!type) return refuse("not-a-label-map", {}, "datatype " + std::to_string(header.datatype()));
  const bool scaled = std::isfinite(header.slope()) && header.slope() != 0;  // else not set
  if (scaled && (header.slope() != 1 || header.intercept() != 0))
    return refuse("not-a-label-map", {}, "values are scaled");
  const auto count = countNumbers(image, *type, std::filesystem::file_size(file));
  if (!count) return tl::unexpected(count.error());
  return LabelNumbers{
      file,  0, static_cast<std::uint64_t>(header.voxelOffset()), VoxelStream::Packing::Either, *type, header.swapped(),
      *count};
}

/// Not by ITK: its NIfTI reader (5.2.1) refuses a sheared sform, and takes a gzip stream without its end for a whole
/// one.
Expected<LabelImage> readImage(const std::filesystem::path& file) {
  VoxelStream stream(file, 0, VoxelStream::Packing::Either);
  std::array<char, kHeaderBytes> start{};
  if (!stream.read(start.data(), kHeaderBytes)) return refuse("file-damaged", {}, "no whole header");
  const NiftiHeader header(start);
  if (!header.valid()) return refuse("unsupported-label-map", {}, "no single-file NIfTI-1 image");
  const double between = header.voxelOffset() - static_cast<double>(kHeaderBytes);
  if (!(between >= 0 && between < 16e6)) return refuse("file-damaged", {}, "implausible voxel offset");
  std::string extensions(static_cast<std::size_t>(between), ' ');  // where TotalSegmentator keeps the labels' names
  if (!stream.read(extensions.data(), extensions.size())) return refuse("file-damaged", {}, "the header is cut");
  auto image = geometryOf(header);
  if (!image) return image;
  for (const auto& [value, name] : namesInCaretXml(extensions)) image->descriptions.push_back({0, value, name, {}, {}});
  auto numbers = labelNumbersOf(header, *image, file);
  if (!numbers) return tl::unexpected(numbers.error());
  image->numbers = std::move(*numbers);
  return image;
}

}  // namespace

Expected<LabelImage> readNifti(const std::filesystem::path& file) {
  auto image = readImage(file);
  if (!image) image.error().subject = file.string();
  return image;
}

}  // namespace io::structures
