#include "io/exchange/foreign_needles.h"

#include <algorithm>
#include <cctype>

#include "planning/joined.h"

namespace io::exchange {
namespace {

using planning::Expected;
using planning::refuse;

bool says(std::string label, std::initializer_list<const char*> words) {
  std::transform(label.begin(), label.end(), label.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::any_of(words.begin(), words.end(), [&](const char* word) { return label == word; });
}

std::string namesOf(const ForeignNeedles& found) {
  std::vector<std::string> names;
  for (const auto& needle : found.needles) names.push_back(needle.name);
  return planning::joined(names, "\n");
}

}  // namespace

ForeignNeedle needleOf(std::string name, const planning::Point& first, const std::string& firstLabel,
                       const planning::Point& second, const std::string& secondLabel) {
  const bool reversed = says(firstLabel, {"target", "tip"}) || says(secondLabel, {"entry"});
  return {std::move(name), reversed ? second : first, reversed ? first : second};
}

Expected<planning::ImportedPlaces> importedFor(const ForeignNeedles& found, const planning::SeriesIdentity& scan,
                                               const std::filesystem::path& file) {
  if (found.patient && !samePatient(*found.patient, scan.patient))
    return refuse("another-patient", file.string(), bothShown(*found.patient, scan.patient));
  if (found.patient && (found.frameOfReferenceUid.empty() || found.frameOfReferenceUid != scan.frameOfReferenceUid))
    return refuse("needle-of-another-frame", file.string(),
                  found.frameOfReferenceUid + " / " + scan.frameOfReferenceUid);
  if (found.needles.size() != 1) return refuse("several-needles", file.string(), namesOf(found));
  const auto& needle = found.needles.front();
  const std::string source = found.kind + (found.patient ? "" : " " + file.filename().string());
  return planning::ImportedPlaces{source, needle.entry, needle.target, {}, {}};
}

}  // namespace io::exchange
