#include <itkNrrdImageIO.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "io/structures/label_image.h"

namespace io::structures {
namespace {

using planning::Expected;
using planning::refuse;
using planning::anatomy::Code;

/// Fields ("field: value") and keys ("key:=value") of an NRRD header.
using Fields = std::map<std::string, std::string>;

struct Header {
  Fields fields;
  std::uint64_t dataOffset = 0;  ///< where the voxels start, in the file
};

Expected<Header> headerOf(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string line;
  std::getline(stream, line);
  if (!line.starts_with("NRRD000")) return refuse("file-damaged", file.string(), "no NRRD header");
  Header header;
  auto& fields = header.fields;
  for (std::size_t bytes = 0; std::getline(stream, line); bytes += line.size()) {
    if (bytes > (1u << 20)) return refuse("file-damaged", file.string(), "an endless header");
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.empty()) {
      header.dataOffset = static_cast<std::uint64_t>(stream.tellg());
      return header;
    }
    const auto colon = line.find(':');
    if (line[0] == '#' || colon == std::string::npos || colon + 1 >= line.size()) continue;
    fields[line.substr(0, colon)] = line.substr(std::min(colon + 2, line.size()));
  }
  return refuse("file-damaged", file.string(), "the header has no end");
}

std::string fieldOf(const Fields& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

/// Every number in a text, whatever stands between them; empty when something that is no number does.
std::vector<double> numbersIn(std::string text) {
  for (char& c : text)
    if (c == '(' || c == ')' || c == ',') c = ' ';
  std::vector<double> numbers;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(value)) return {};
    numbers.push_back(value);
  }
  return numbers;
}

/// Signs that turn the file's axes into left, posterior, superior; all 0 for a space that is not the patient's.
std::array<double, 3> signsOf(const std::string& space) {
  if (space == "left-posterior-superior" || space == "LPS") return {1, 1, 1};
  if (space == "right-anterior-superior" || space == "RAS") return {-1, -1, 1};
  if (space == "left-anterior-superior" || space == "LAS") return {1, -1, 1};
  return {0, 0, 0};
}

Expected<void> readGeometry(const Fields& fields, LabelImage& image) {
  auto sizes = numbersIn(fieldOf(fields, "sizes"));
  std::string directions = fieldOf(fields, "space directions");
  if (sizes.size() == 4 && directions.starts_with("none")) {  // a list of layers first
    image.layers = static_cast<int>(sizes[0]);
    sizes.erase(sizes.begin());
    directions.erase(0, 4);
  }
  const auto steps = numbersIn(directions), origin = numbersIn(fieldOf(fields, "space origin"));
  const auto signs = signsOf(fieldOf(fields, "space"));
  if (sizes.size() != 3 || image.layers < 1 || image.layers > 64)
    return refuse("unsupported-label-map", {}, "neither three-dimensional nor a list of layers");
  if (steps.size() != 9 || origin.size() != 3 || signs[0] == 0)
    return refuse("geometry-absent", {}, "no patient space, directions or origin");
  const std::string units = fieldOf(fields, "space units");
  if (!units.empty() && units != "\"mm\" \"mm\" \"mm\"") return refuse("bad-geometry", {}, "space units " + units);
  std::array<std::array<double, 4>, 3> lps{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t axis = 0; axis < 3; ++axis) lps[row][axis] = signs[row] * steps[3 * axis + row];
    lps[row][3] = signs[row] * origin[row];
  }
  std::array<int, 3> size{};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    if (!(sizes[axis] >= 1 && sizes[axis] <= 65535)) return refuse("bad-geometry", {}, "implausible size");
    size[axis] = static_cast<int>(sizes[axis]);
  }
  const auto lattice = latticeFrom(lps, size);
  if (!lattice) return tl::unexpected(lattice.error());
  image.lattice = *lattice;
  return {};
}

/// The type in 3D Slicer's "TerminologyEntry:context~category~type~modifier~...", each scheme^value^meaning.
std::optional<Code> codeIn(const std::string& tags) {
  const auto entry = tags.find("TerminologyEntry:");
  if (entry == std::string::npos) return std::nullopt;
  std::istringstream parts(tags.substr(entry));
  std::string part, scheme, value, meaning;
  for (int i = 0; i < 3; ++i) std::getline(parts, part, '~');
  std::istringstream type(part);
  std::getline(type, scheme, '^'), std::getline(type, value, '^'), std::getline(type, meaning, '^');
  if (scheme.empty() || value.empty()) return std::nullopt;
  return Code{value, scheme, meaning};
}

/// Segment0_Name, Segment0_LabelValue ... of 3D Slicer.
void readSegments(const Fields& fields, LabelImage& image) {
  for (int i = 0; i < 10000; ++i) {
    const std::string segment = "Segment" + std::to_string(i) + "_";
    const auto number = [&](const char* what, int absent) {
      const auto numbers = numbersIn(fieldOf(fields, segment + what));
      return numbers.size() == 1 && std::abs(numbers[0]) < 65536 ? static_cast<int>(numbers[0]) : absent;
    };
    const std::string name = fieldOf(fields, segment + "Name");
    if (name.empty()) return;
    LabelDescription description{number("Layer", 0), number("LabelValue", i + 1), name, {}, {}};
    description.code = codeIn(fieldOf(fields, segment + "Tags"));
    if (const auto rgb = numbersIn(fieldOf(fields, segment + "Color")); rgb.size() == 3) {
      description.colour.emplace();
      for (std::size_t c = 0; c < 3; ++c)
        (*description.colour)[c] = static_cast<std::uint8_t>(std::lround(std::clamp(rgb[c], 0.0, 1.0) * 255));
    }
    image.descriptions.push_back(std::move(description));
  }
}

std::optional<NumberType> numberType(itk::IOComponentEnum type) {
  using Type = itk::IOComponentEnum;
  switch (type) {
    case Type::UCHAR:
      return NumberType::U8;
    case Type::CHAR:
      return NumberType::I8;
    case Type::USHORT:
      return NumberType::U16;
    case Type::SHORT:
      return NumberType::I16;
    case Type::UINT:
      return NumberType::U32;
    case Type::INT:
      return NumberType::I32;
    case Type::ULONG:
    case Type::ULONGLONG:
      return NumberType::U64;
    case Type::LONG:
    case Type::LONGLONG:
      return NumberType::I64;
    case Type::FLOAT:
      return NumberType::F32;
    case Type::DOUBLE:
      return NumberType::F64;
    default:
      return std::nullopt;
  }
}

/// Absent for the ways that nobody writes label maps in: numbers as text, or bytes to be passed over first.
std::optional<VoxelStream::Packing> packingOf(const Fields& fields) {
  for (const char* skip : {"line skip", "lineskip", "byte skip", "byteskip"})
    if (!fieldOf(fields, skip).empty()) return std::nullopt;
  const std::string encoding = fieldOf(fields, "encoding");
  if (encoding == "raw") return VoxelStream::Packing::None;
  if (encoding == "gzip" || encoding == "gz") return VoxelStream::Packing::Gzip;
  return std::nullopt;
}

/// What the numbers are is ITK's word; it throws on what it cannot read. The numbers themselves come piece by piece:
/// ITK would want the 500 MB of a whole body at once.
Expected<LabelNumbers> labelNumbersOf(const LabelImage& image, const Header& header,
                                      const std::filesystem::path& file) {
  const auto packing = packingOf(header.fields);
  if (!packing) return refuse("unsupported-label-map", {}, "encoding " + fieldOf(header.fields, "encoding"));
  const auto reader = itk::NrrdImageIO::New();
  reader->SetFileName(file.string());
  reader->ReadImageInformation();
  const auto type = numberType(reader->GetComponentType());
  if (!type) return refuse("not-a-label-map", {}, "type " + fieldOf(header.fields, "type"));
  const auto count = countNumbers(image, *type, std::filesystem::file_size(file));
  if (!count) return tl::unexpected(count.error());
  if (static_cast<std::size_t>(reader->GetImageSizeInBytes()) != *count * bytesOf(*type))
    return refuse("file-damaged", {}, "the size in the header is not that of the image");
  const bool isBig = fieldOf(header.fields, "endian") == "big";
  const bool swapped = isBig != (std::endian::native == std::endian::big);
  return LabelNumbers{file, header.dataOffset, 0, *packing, *type, swapped, *count};
}

Expected<LabelImage> readImage(const std::filesystem::path& file) {
  const auto header = headerOf(file);
  if (!header) return tl::unexpected(header.error());
  const auto& fields = header->fields;
  if (!fieldOf(fields, "data file").empty() || !fieldOf(fields, "datafile").empty())
    return refuse("unsupported-label-map", {}, "its voxels are in another file");
  LabelImage image;
  if (auto read = readGeometry(fields, image); !read) return tl::unexpected(read.error());
  readSegments(fields, image);
  auto numbers = labelNumbersOf(image, *header, file);
  if (!numbers) return tl::unexpected(numbers.error());
  image.numbers = std::move(*numbers);
  return image;
}

}  // namespace

Expected<LabelImage> readNrrd(const std::filesystem::path& file) {
  auto image = readImage(file);
  if (!image) image.error().subject = file.string();
  return image;
}

}  // namespace io::structures
