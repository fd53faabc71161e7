#include "io/report/site_texts.h"

#include <algorithm>

#include "io/report/number_ranges.h"
#include "io/report/plan_texts.h"
#include "planning/joined.h"

namespace io::report {
namespace {

using planning::anatomy::Side;

std::string wordOf(const std::optional<Side>& side) {
  return side ? planning::anatomy::word(*side) : "";
}

/// False for a word that is no side; absent for an empty one.
bool takeSide(const std::string& text, std::optional<Side>& side) {
  side = planning::anatomy::sideFromWord(text);
  return side || text.empty();
}

std::string placeOf(const std::optional<planning::Point>& place) {
  return place ? textOf(std::vector<planning::Point>{*place}) : std::string();
}

/// False for what is no place; absent for an empty text.
bool takePlace(const std::string& text, std::optional<planning::Point>& place) {
  const auto places = placesOf(text);
  if (!places || places->size() > 1) return false;
  if (!places->empty()) place = places->front();
  return true;
}

}  // namespace

std::string textOf(const planning::MeasuredSite& site) {
  return joinFields({{"lateral_mm", site.lateralMm ? textOf(std::vector<double>{*site.lateralMm}) : std::string()},
                     {"against", site.against ? word(*site.against) : ""},
                     {"side", site.side ? word(*site.side) : ""},
                     {"levels", planning::joined(site.levels, ",")}});
}

std::optional<planning::MeasuredSite> siteOf(const std::string& text) {
  const auto fields = splitFields(text);
  planning::MeasuredSite site;
  const auto lateral = numbersOf(field(fields, "lateral_mm"));
  const std::string against = field(fields, "against"), side = field(fields, "side"), levels = field(fields, "levels");
  site.against = planning::middleFromWord(against);
  site.side = planning::measuredSideFromWord(side);
  if (!lateral || lateral->size() > 1 || lateral->empty() == site.against.has_value() ||
      site.side.has_value() != site.against.has_value() || (!side.empty() && !site.side) ||
      (!against.empty() && !site.against))
    return std::nullopt;
  if (!lateral->empty()) site.lateralMm = lateral->front();
  if (!levels.empty())
    for (const auto level : split(levels, ',')) site.levels.emplace_back(level);
  return site;
}

std::string textOf(const planning::SeenBySight& seen) {
  return joinFields({{"what", seen.what}, {"by", seen.by}, {"how", seen.how}, {"at", seen.at}});
}

std::optional<planning::SeenBySight> seenOf(const std::string& text) {
  const auto fields = splitFields(text);
  planning::SeenBySight seen{field(fields, "what"), field(fields, "by"), field(fields, "how"), field(fields, "at")};
  return fields.empty() ? std::nullopt : std::optional(std::move(seen));
}

std::string textOf(const planning::AcceptedUnknown& accepted) {
  return joinFields({{"id", accepted.requirement},
                     {"side", wordOf(accepted.side)},
                     {"level", accepted.level},
                     {"by", accepted.by},
                     {"reason", accepted.reason},
                     {"modality", accepted.modality},
                     {"date", accepted.date}});
}

std::optional<planning::AcceptedUnknown> acceptedOf(const std::string& text) {
  const auto fields = splitFields(text);
  planning::AcceptedUnknown accepted;
  accepted.requirement = field(fields, "id");
  accepted.level = field(fields, "level");
  accepted.by = field(fields, "by");
  accepted.reason = field(fields, "reason");
  accepted.modality = field(fields, "modality");
  accepted.date = field(fields, "date");
  if (accepted.requirement.empty() || !takeSide(field(fields, "side"), accepted.side)) return std::nullopt;
  return accepted;
}

std::string textOf(const planning::SiteCheck& check) {
  return joinFields({{"by", check.by}, {"at", check.at}, {"patient", check.patientId}});
}

std::optional<planning::SiteCheck> siteCheckOf(const std::string& text) {
  const auto fields = splitFields(text);
  planning::SiteCheck check{field(fields, "by"), field(fields, "at"), field(fields, "patient"), {}};
  return check.by.empty() ? std::nullopt : std::optional(std::move(check));
}

std::string textOf(const planning::CheckedSite& site) {
  return joinFields({{"needle", site.needle},
                     {"route", site.routeId},
                     {"level", site.level},
                     {"side", wordOf(site.side)},
                     {"entry_mm", placeOf(site.entry)},
                     {"target_mm", placeOf(site.target)}});
}

std::optional<planning::CheckedSite> checkedSiteOf(const std::string& text) {
  const auto fields = splitFields(text);
  planning::CheckedSite site;
  site.needle = field(fields, "needle");
  site.routeId = field(fields, "route");
  site.level = field(fields, "level");
  const bool whole = takeSide(field(fields, "side"), site.side) && takePlace(field(fields, "entry_mm"), site.entry) &&
                     takePlace(field(fields, "target_mm"), site.target);
  return whole && !site.needle.empty() ? std::optional(std::move(site)) : std::nullopt;
}

std::string textOf(const planning::ImportedPlaces& imported) {
  return joinFields({{"source", imported.source},
                     {"entry_mm", placeOf(imported.entry)},
                     {"target_mm", placeOf(imported.target)},
                     {"by", imported.seenBy},
                     {"at", imported.seenAt}});
}

std::optional<planning::ImportedPlaces> importedOf(const std::string& text) {
  const auto fields = splitFields(text);
  planning::ImportedPlaces imported{field(fields, "source"), {}, {}, field(fields, "by"), field(fields, "at")};
  const auto inReach = [](const auto& place) { return !place || isInReach(*place); };
  const bool whole = takePlace(field(fields, "entry_mm"), imported.entry) &&
                     takePlace(field(fields, "target_mm"), imported.target) && inReach(imported.entry) &&
                     inReach(imported.target);
  return whole && (imported.entry || imported.target) ? std::optional(std::move(imported)) : std::nullopt;
}

}  // namespace io::report
