#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>
#include <string_view>

#include "io/files/plain_file.h"
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
  std::string dataFile;          ///< where the voxels are; empty: behind the header
  std::uint64_t dataOffset = 0;  ///< in that file
};

std::string fieldOf(const Fields& fields, const std::string& name) {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

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
    if (line.empty()) break;
    const auto colon = line.find(':');
    if (line[0] == '#' || colon == std::string::npos || colon + 1 >= line.size()) continue;
    fields[line.substr(0, colon)] = line.substr(std::min(colon + 2, line.size()));
  }
  header.dataFile = fieldOf(fields, "data file") + fieldOf(fields, "datafile");
  if (!header.dataFile.empty()) return header;  // then no empty line need end it
  if (!stream) return refuse("file-damaged", file.string(), "the header has no end");
  header.dataOffset = static_cast<std::uint64_t>(stream.tellg());
  return header;
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

struct NamedType {
  NumberType type;
  std::string_view names;  ///< between spaces; a blank within a name is '_'
};

/// The types of the NRRD format ("Basic field specifications").
constexpr NamedType kTypes[] = {
    {NumberType::I8, " signed_char int8 int8_t "},
    {NumberType::U8, " uchar unsigned_char uint8 uint8_t "},
    {NumberType::I16, " short short_int signed_short signed_short_int int16 int16_t "},
    {NumberType::U16, " ushort unsigned_short unsigned_short_int uint16 uint16_t "},
    {NumberType::I32, " int signed_int int32 int32_t "},
    {NumberType::U32, " uint unsigned_int uint32 uint32_t "},
    {NumberType::I64, " longlong long_long long_long_int signed_long_long signed_long_long_int int64 int64_t "},
    {NumberType::U64, " ulonglong unsigned_long_long unsigned_long_long_int uint64 uint64_t "},
    {NumberType::F32, " float "},
    {NumberType::F64, " double "}};

std::optional<NumberType> typeNamed(std::string name) {
  std::replace(name.begin(), name.end(), ' ', '_');
  for (const NamedType& known : kTypes)
    if (known.names.find(" " + name + " ") != std::string_view::npos) return known.type;
  return std::nullopt;
}

/// Absent for numbers as text, and for ways of packing that nobody uses for label maps.
std::optional<VoxelStream::Packing> packingOf(const Fields& fields) {
  const std::string encoding = fieldOf(fields, "encoding");
  if (encoding == "raw") return VoxelStream::Packing::None;
  if (encoding == "gzip" || encoding == "gz") return VoxelStream::Packing::Gzip;
  return std::nullopt;
}

/// "line skip" or "byte skip": what stands before the voxels; pynrrd writes it as a key, "byte skip:= -1". Errors: for
/// what is no number from `least` on.
Expected<std::int64_t> skipOf(const Fields& fields, const std::string& unit, std::int64_t least) {
  constexpr double kMost = 1u << 30;
  const std::string text = fieldOf(fields, unit + " skip") + fieldOf(fields, unit + "skip");
  if (text.empty()) return 0;
  const auto numbers = numbersIn(text.front() == '=' ? text.substr(1) : text);
  const bool is = numbers.size() == 1 && numbers[0] >= static_cast<double>(least) && numbers[0] <= kMost &&
                  numbers[0] == std::floor(numbers[0]);
  if (!is) return refuse("unsupported-label-map", {}, unit + " skip " + text);
  return static_cast<std::int64_t>(numbers[0]);
}

/// A file of the header's folder or below it; a header from outside may not point anywhere else.
Expected<std::filesystem::path> fileBeside(const std::filesystem::path& header, const std::string& name) {
  const std::filesystem::path relative(name);
  const bool below = relative.is_relative() &&
                     std::none_of(relative.begin(), relative.end(), [](const auto& part) { return part == ".."; });
  if (!below || name.starts_with("LIST") || name.find('%') != std::string::npos)
    return refuse("unsupported-label-map", {}, "its voxels are in other files: " + name);
  const auto file = header.parent_path() / relative;
  if (!mustBePlainFile(file))
    return refuse("unsupported-label-map", {}, "its voxels are in another file, which is not there: " + name);
  return file;
}

/// Passes over whole lines of the file; false where there are not so many.
bool skipLines(const std::filesystem::path& file, std::int64_t lines, std::uint64_t& offset) {
  std::ifstream stream(file, std::ios::binary);
  stream.seekg(static_cast<std::streamoff>(offset));
  for (std::string line; lines > 0; --lines)
    if (!std::getline(stream, line)) return false;
  offset = static_cast<std::uint64_t>(stream.tellg());
  return static_cast<bool>(stream);
}

/// "byte skip: -1": the voxels are the last bytes, of the file or of what is packed in it.
std::optional<std::uint64_t> bytesBefore(const LabelNumbers& numbers) {
  const std::uint64_t needed = numbers.count * bytesOf(numbers.type);
  const auto all = VoxelStream(numbers.file, numbers.offset, numbers.packing).length(needed + (1u << 20));
  if (!all || *all < needed) return std::nullopt;
  return *all - needed;
}

/// Where the numbers start. Lines are passed over in the file, bytes in what is unpacked from there.
Expected<void> placeNumbers(const Fields& fields, LabelNumbers& numbers) {
  const auto lines = skipOf(fields, "line", 0), bytes = skipOf(fields, "byte", -1);
  if (!lines) return tl::unexpected(lines.error());
  if (!bytes) return tl::unexpected(bytes.error());
  if (*lines > 0 && !skipLines(numbers.file, *lines, numbers.offset))
    return refuse("file-damaged", {}, "the file ends before its voxels do");
  if (*bytes >= 0) {
    numbers.skip = static_cast<std::uint64_t>(*bytes);
    return {};
  }
  const auto before = bytesBefore(numbers);
  if (!before) return refuse("file-damaged", {}, "its voxels are not the last bytes");
  numbers.skip = *before;
  return {};
}

Expected<LabelNumbers> labelNumbersOf(const LabelImage& image, const Header& header,
                                      const std::filesystem::path& file) {
  const auto& fields = header.fields;
  const auto packing = packingOf(fields);
  if (!packing) return refuse("unsupported-label-map", {}, "encoding " + fieldOf(fields, "encoding"));
  const auto type = typeNamed(fieldOf(fields, "type"));
  if (!type) return refuse("not-a-label-map", {}, "type " + fieldOf(fields, "type"));
  const auto voxels =
      header.dataFile.empty() ? Expected<std::filesystem::path>(file) : fileBeside(file, header.dataFile);
  if (!voxels) return tl::unexpected(voxels.error());
  const auto count = countNumbers(image, *type, std::filesystem::file_size(*voxels));
  if (!count) return tl::unexpected(count.error());
  const bool isBig = fieldOf(fields, "endian") == "big";
  const bool swapped = isBig != (std::endian::native == std::endian::big);
  LabelNumbers numbers{*voxels, header.dataOffset, 0, *packing, *type, swapped, *count};
  if (auto placed = placeNumbers(fields, numbers); !placed) return tl::unexpected(placed.error());
  return numbers;
}

Expected<LabelImage> readImage(const std::filesystem::path& file) {
  const auto header = headerOf(file);
  if (!header) return tl::unexpected(header.error());
  LabelImage image;
  if (auto read = readGeometry(header->fields, image); !read) return tl::unexpected(read.error());
  readSegments(header->fields, image);
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
