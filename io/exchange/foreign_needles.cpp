#include "io/exchange/foreign_needles.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <new>

#include "io/exchange/markups_reader.h"
#include "io/exchange/sr_needles.h"
#include "io/files/plain_file.h"

namespace io::exchange {
namespace {

using planning::Expected;
using planning::refuse;

bool says(std::string label, std::initializer_list<const char*> words) {
  std::transform(label.begin(), label.end(), label.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return label == word; });
}

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

std::string namesOf(const ForeignNeedles& found) {
  std::string names;
  for (const auto& needle : found.needles) names += (names.empty() ? "" : "\n") + needle.name;
  return names;
}

}  // namespace

Expected<ForeignNeedles> parseNeedles(const std::filesystem::path& file) {
  try {
    return parse(file);
  } catch (const std::bad_alloc&) {
    return refuse("needs-too-much-memory", file.string());
  }
}

ForeignNeedle needleOf(std::string name, const planning::Point& first, const std::string& firstLabel,
                       const planning::Point& second, const std::string& secondLabel) {
  const bool reversed = says(firstLabel, {"target", "tip"}) || says(secondLabel, {"entry"});
  return {std::move(name), reversed ? second : first, reversed ? first : second};
}

Expected<planning::ImportedPlaces> importedFor(const ForeignNeedles& found, const planning::SeriesIdentity& scan,
                                               const std::filesystem::path& file) {
  if (found.patient && !samePatient(*found.patient, scan.patient))
    return refuse("another-patient", file.string(), found.patient->id + " / " + scan.patient.id);
  if (found.patient && found.frameOfReferenceUid != scan.frameOfReferenceUid)
    return refuse("needle-of-another-frame", file.string(),
                  found.frameOfReferenceUid + " / " + scan.frameOfReferenceUid);
  if (found.needles.size() != 1) return refuse("several-needles", file.string(), namesOf(found));
  const auto& needle = found.needles.front();
  const std::string source = found.kind + (found.patient ? "" : " " + file.filename().string());
  return planning::ImportedPlaces{source, needle.entry, needle.target, {}, {}};
}

}  // namespace io::exchange
