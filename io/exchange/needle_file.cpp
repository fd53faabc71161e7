#include "io/exchange/needle_file.h"

#include <array>
#include <new>
#include <string_view>

#include "io/exchange/markups_reader.h"
#include "io/exchange/sr_needles.h"
#include "io/files/plain_file.h"

namespace io::exchange {
namespace {

using planning::Expected;
using planning::refuse;

enum class FileKind { Dicom, Json, Other };

/// By its first bytes: the DICOM prefix (PS3.10, 7.1), or an object of JSON.
Expected<FileKind> kindOf(const std::filesystem::path& file) {
  auto stream = openPlainFile(file);
  if (!stream) return refuse("cannot-read", file.string(), stream.error().detail);
  std::array<char, 132> start{};
  stream->read(start.data(), start.size());
  const std::string_view bytes(start.data(), static_cast<std::size_t>(stream->gcount()));
  if (bytes.size() == start.size() && bytes.substr(128) == "DICM") return FileKind::Dicom;
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' ? FileKind::Json : FileKind::Other;
}

Expected<ForeignNeedles> parse(const std::filesystem::path& file) {
  const auto kind = kindOf(file);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind == FileKind::Other) return refuse("not-a-needle-file", file.string());
  auto found = *kind == FileKind::Json ? parseMarkups(file) : parseSrNeedles(file);
  if (found && found->needles.empty()) return refuse("no-needle-in-file", file.string());
  if (found && found->needles.size() > kMostForeignNeedles) found->needles.resize(kMostForeignNeedles);
  return found;
}

}  // namespace

Expected<ForeignNeedles> parseNeedles(const std::filesystem::path& file) {
  try {
    return parse(file);
  } catch (const std::bad_alloc&) {
    return refuse("needs-too-much-memory", file.string());
  }
}

}  // namespace io::exchange
