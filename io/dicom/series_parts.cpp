#include "io/dicom/series_parts.h"

#include <algorithm>
#include <map>
#include <set>

#include "io/dicom/part_attributes.h"

namespace io::dicom {

namespace {

using planning::Severity;

std::size_t different(const std::vector<std::string>& names) {
  return std::set(names.begin(), names.end()).size();
}

/// The names with one attribute more; absent where a part has several values of it.
std::optional<std::vector<std::string>> withAttribute(const std::vector<std::string>& names,
                                                      const std::vector<Group*>& parts,
                                                      const PartAttribute& attribute) {
  std::vector<std::string> longer;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto value = valueOf(*parts[i], attribute);
    if (!value) return std::nullopt;
    longer.push_back(names[i] + (names[i].empty() ? "" : ", ") + attribute.keyword + " " +
                     (value->empty() ? "none" : *value));
  }
  return longer;
}

void numberEqualOnes(std::vector<std::string>& names) {
  std::map<std::string, int> all, given;
  for (const auto& name : names) ++all[name];
  for (auto& name : names) {
    const std::string alike = name;
    if (all[alike] > 1) name += (alike.empty() ? "Part " : ", part ") + std::to_string(++given[alike]);
  }
}

void nameFamily(const std::vector<Group*>& parts) {
  if (parts.size() < 2) return;
  std::vector<std::string> names(parts.size());
  for (const auto& attribute : partAttributes()) {
    if (different(names) == names.size()) break;
    const auto longer = withAttribute(names, parts, attribute);
    if (longer && different(*longer) > different(names)) names = *longer;
  }
  numberEqualOnes(names);
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i]->part = names[i];
}

std::string familyOf(const planning::SeriesIdentity& identity, const std::filesystem::path& file) {
  return identity.seriesUid.empty() ? file.parent_path().string() : identity.seriesUid;
}

std::size_t imagesOf(const SeriesInfo& series) {
  return series.dimensions.size() > 2 ? static_cast<std::size_t>(series.dimensions[2]) : series.files.size();
}

/// Parts that are told of in one finding.
struct Others {
  std::size_t images = 0;
  std::vector<std::string> names, files;

  void add(const SeriesInfo& part) {
    images += imagesOf(part);
    names.push_back(part.part);
    for (const auto& file : part.files) files.push_back(file.filename().string());
  }
};

void sayOthers(SeriesInfo& series, const std::vector<SeriesInfo*>& family) {
  Others open, localizers;
  std::map<std::string, Others> refused;  // by why
  for (const SeriesInfo* other : family) {
    if (other == &series) continue;
    series.leftOutFiles.insert(series.leftOutFiles.end(), other->files.begin(), other->files.end());
    if (!other->refusal)
      open.add(*other);
    else
      (other->refusal->code == "localizer-image" ? localizers : refused[other->refusal->code]).add(*other);
  }
  auto& findings = series.findings;
  for (const auto& [why, parts] : refused)
    findings.push_back({"other-parts-refused",
                        Severity::Error,
                        {series.part, std::to_string(parts.images), listed(parts.names), listed(parts.files), why},
                        {}});
  if (open.images > 0)
    findings.push_back({"other-parts-left-out",
                        Severity::Warning,
                        {series.part, std::to_string(open.images), listed(open.names)},
                        {}});
  if (localizers.images > 0)
    findings.push_back(
        {"localizers-left-out", Severity::Info, {std::to_string(localizers.images), listed(localizers.files)}, {}});
}

}  // namespace

void nameParts(std::vector<Group>& groups) {
  std::map<std::string, std::vector<Group*>> families;
  for (auto& group : groups) {
    const auto& first = group.members.front();
    if (first.plane != nullptr) families[familyOf(first.instance->identity, first.instance->file)].push_back(&group);
  }
  for (const auto& [key, parts] : families) nameFamily(parts);
}

void sayOtherParts(std::vector<SeriesInfo>& series) {
  std::map<std::string, std::vector<SeriesInfo*>> families;
  for (auto& one : series)
    if (one.isVolume) families[familyOf(one.identity, one.files.front())].push_back(&one);
  for (const auto& [key, family] : families)
    for (SeriesInfo* one : family) sayOthers(*one, family);
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i) text += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > kMost) text += ", … (+" + std::to_string(names.size() - kMost) + ")";
  return text;
}

}  // namespace io::dicom
