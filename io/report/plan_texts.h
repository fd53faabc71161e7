#pragma once

#include <optional>
#include <string>

#include "planning/plan/plan.h"
#include "planning/review/control.h"

namespace io::report {

// Values that DICOM has no items for, as texts of the report: written and read back here, nowhere else. The separators
// are escaped inside the values (field_text.h). Reading gives nothing for a text of another shape, and for numbers that
// cannot be.

/// NP-242 `code|severity|argument;argument;|text`: every argument is followed by a semicolon.
std::string textOf(const planning::Finding& finding);
std::optional<planning::Finding> findingOf(const std::string& text);

/// NP-245 `id=answer; date; by; text`.
std::string textOf(const planning::procedure::CheckAnswer& answer);
std::optional<planning::procedure::CheckAnswer> checkOf(const std::string& text);

/// NP-249 `series=...; modality=...; instances=class,uid,class,uid; study=...; ...`. The patient is the plan's.
std::string textOf(const planning::SeriesIdentity& series);
std::optional<planning::SeriesIdentity> seriesOf(const std::string& text, const planning::Patient& patient);

/// NP-248 `place=n; label=...; uid=...; gauge=...; length_mm=...; diameter_mm=...; own=...`: a needle that has neither
/// target nor entry yet, and its place in the plan's list, from 0.
struct UnplacedNeedle {
  std::size_t place = 0;
  planning::NeedleChoice needle;
};
std::string textOf(const UnplacedNeedle& unplaced);
std::optional<UnplacedNeedle> unplacedOf(const std::string& text);

/// NP-253 `kind=...; residual_mm=...; accepted=yes; matrix=twelve numbers`.
std::string textOf(const planning::review::Registration& registration);
std::optional<planning::review::Registration> registrationOf(const std::string& text);

/// NP-257 `tip_mm=...; tip_deviation_mm=...; angle_deg=...; angle_deviation_deg=...; source=...`.
std::string textOf(const planning::needle::PlacementError& error);
std::optional<planning::needle::PlacementError> placementErrorOf(const std::string& text);

/// NP-258 `name=L5; middle_mm=x y z; by_click=yes; sure=no; clicked_mm=x y z; in_canal_mm=x y z`: the click only where
/// it was not at the middle, the canal only where one was found. The spine itself is not kept, so neither is the place
/// in it: it is found again from the click.
std::string textOf(const planning::anatomy::CountedLevel& level);
std::optional<planning::anatomy::CountedLevel> levelOf(const std::string& text);

/// NP-256: places, three numbers each.
std::string textOf(const std::vector<planning::Point>& places);
std::optional<std::vector<planning::Point>> placesOf(const std::string& text);

/// NP-237 and NP-260: numbers with spaces between. Reading gives nothing when one is no finite number.
std::string textOf(const std::vector<double>& numbers);
std::optional<std::vector<double>> numbersOf(const std::string& text);

}  // namespace io::report
