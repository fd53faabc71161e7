#pragma once

#include <optional>
#include <string>

#include "io/report/own_texts.h"
#include "planning/plan/plan.h"

namespace io::report {

// On which side and at which level a plan's needles are, and who vouches for what was not measured, as texts of the
// report, like those of plan_texts.h. Reading gives nothing for a text of another shape.

/// NP-264 `lateral_mm=...; against=canal; side=left; levels=L4-L5,L3-L4`. Empty where nothing was measured.
std::string textOf(const planning::MeasuredSite& site);
std::optional<planning::MeasuredSite> siteOf(const std::string& text);

/// NP-265, NP-266 `what=L4-L5; by=...; how=fluoroscopy; at=...`.
std::string textOf(const planning::SeenBySight& seen);
std::optional<planning::SeenBySight> seenOf(const std::string& text);

/// NP-267 `id=radicular-artery; side=left; level=...; by=...; reason=...; modality=...; date=...`.
std::string textOf(const planning::AcceptedUnknown& accepted);
std::optional<planning::AcceptedUnknown> acceptedOf(const std::string& text);

/// NP-268 `by=...; at=...; patient=...`: the check without its needles, which follow one by one.
std::string textOf(const planning::SiteCheck& check);
std::optional<planning::SiteCheck> siteCheckOf(const std::string& text);

/// NP-269 `needle=...; route=...; level=...; side=...; entry_mm=x y z; target_mm=x y z`: one needle of the site check.
std::string textOf(const planning::CheckedSite& site);
std::optional<planning::CheckedSite> checkedSiteOf(const std::string& text);

/// NP-280 `source=...; entry_mm=x y z; target_mm=x y z; by=...; at=...`.
std::string textOf(const planning::ImportedPlaces& imported);
std::optional<planning::ImportedPlaces> importedOf(const std::string& text);

}  // namespace io::report
