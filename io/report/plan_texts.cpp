#include "io/report/plan_texts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

#include "io/dicom/encode.h"
#include "io/report/field_text.h"
#include "io/report/number_ranges.h"
#include "io/report/own_texts.h"
#include "planning/rounding.h"

namespace io::report {
namespace {

using planning::rounded;

constexpr std::pair<planning::Severity, const char*> kSeverities[] = {
    {planning::Severity::Info, "info"}, {planning::Severity::Warning, "warning"}, {planning::Severity::Error, "error"}};

std::optional<double> numberOf(std::string_view text) {
  double value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
  return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// A number that may be absent: false where it is there and cannot be.
bool isWithin(const Fields& fields, const char* key, double least, double most) {
  const std::string text = field(fields, key);
  const auto number = numberOf(text);
  return text.empty() || (number && *number >= least && *number <= most);
}

std::string joined(const std::vector<planning::InstanceReference>& instances) {
  std::string text;
  for (const auto& instance : instances)
    text += (text.empty() ? "" : ",") + instance.sopClassUid + "," + instance.sopInstanceUid;
  return text;
}

std::vector<planning::InstanceReference> instancesOf(const std::string& text) {
  std::vector<planning::InstanceReference> instances;
  const auto parts = split(text, ',');
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2)
    instances.push_back({std::string(parts[i]), std::string(parts[i + 1])});
  return instances;
}

}  // namespace

std::string textOf(const planning::Finding& finding) {
  std::string text = escaped(finding.code) + "|";
  for (const auto& [severity, word] : kSeverities)
    if (severity == finding.severity) text += word;
  text += "|";
  for (const auto& argument : finding.arguments) text += escaped(argument) + ";";
  return text + "|" + escaped(finding.text);
}

std::optional<planning::Finding> findingOf(const std::string& text) {
  const auto parts = split(text, '|');
  if (parts.size() != 4) return std::nullopt;
  planning::Finding finding{unescaped(parts[0]), planning::Severity::Warning, {}, unescaped(parts[3])};
  for (const auto& [severity, word] : kSeverities)
    if (parts[1] == word) finding.severity = severity;
  auto arguments = split(parts[2], ';');
  arguments.pop_back();  // what follows the last semicolon
  for (const auto argument : arguments) finding.arguments.push_back(unescaped(argument));
  return finding;
}

std::string textOf(const planning::procedure::CheckAnswer& answer) {
  return escaped(answer.id) + "=" + escaped(answer.answer) + "; " + escaped(answer.date) + "; " + escaped(answer.by) +
         "; " + escaped(answer.text);
}

std::optional<planning::procedure::CheckAnswer> checkOf(const std::string& text) {
  const auto parts = split(text, ';');
  const auto question = split(parts[0], '=');
  if (parts.size() != 4 || question.size() != 2) return std::nullopt;
  return planning::procedure::CheckAnswer{unescaped(question[0]), unescaped(question[1]), unescaped(parts[1]),
                                          unescaped(parts[2]), unescaped(parts[3])};
}

std::string textOf(const planning::SeriesIdentity& series) {
  return joinFields({{"series", series.seriesUid},
                     {"modality", series.modality},
                     {"description", series.description},
                     {"frame", series.frameOfReferenceUid},
                     {"position", series.patientPosition},
                     {"study", series.study.uid},
                     {"study-id", series.study.id},
                     {"study-date", series.study.date},
                     {"study-time", series.study.time},
                     {"accession", series.study.accessionNumber},
                     {"study-description", series.study.description},
                     {"referring-physician", series.study.referringPhysician},
                     {"instances", joined(series.instances)}});
}

std::optional<planning::SeriesIdentity> seriesOf(const std::string& text, const planning::Patient& patient) {
  const auto fields = splitFields(text);
  planning::SeriesIdentity series;
  series.patient = patient;
  series.seriesUid = field(fields, "series");
  series.modality = field(fields, "modality");
  series.description = field(fields, "description");
  series.frameOfReferenceUid = field(fields, "frame");
  series.patientPosition = field(fields, "position");
  series.study = {field(fields, "study"),
                  field(fields, "study-id"),
                  field(fields, "study-date"),
                  field(fields, "study-time"),
                  field(fields, "accession"),
                  field(fields, "study-description"),
                  field(fields, "referring-physician")};
  series.instances = instancesOf(field(fields, "instances"));
  return series.seriesUid.empty() ? std::nullopt : std::optional(series);
}

std::string textOf(const UnplacedNeedle& unplaced) {
  const auto& needle = unplaced.needle;
  Fields fields{{"place", std::to_string(unplaced.place)}, {"label", needle.label}, {"uid", needle.trackingUid}};
  if (needle.needle) {
    fields.emplace_back("gauge", std::to_string(needle.needle->gauge));
    fields.emplace_back("length_mm", dicom::decimalString(rounded(needle.needle->lengthMm)));
    fields.emplace_back("diameter_mm", dicom::decimalString(rounded(needle.needle->outerDiameterMm)));
  }
  for (auto& own : ownFields(needle)) fields.push_back(std::move(own));
  return joinFields(fields);
}

std::optional<UnplacedNeedle> unplacedOf(const std::string& text) {
  const auto fields = splitFields(text);
  const auto place = numberOf(field(fields, "place"));
  UnplacedNeedle unplaced;
  unplaced.needle.label = field(fields, "label");
  unplaced.needle.trackingUid = field(fields, "uid");
  if (!place || *place < 0 || *place > 1e6 || unplaced.needle.trackingUid.empty()) return std::nullopt;
  if (!isWithin(fields, "gauge", 7, 34) || !isWithin(fields, "length_mm", 0, kLongestMm) ||
      !isWithin(fields, "diameter_mm", 0, kLongestMm))
    return std::nullopt;
  unplaced.place = static_cast<std::size_t>(*place);
  const auto gauge = numberOf(field(fields, "gauge")), length = numberOf(field(fields, "length_mm")),
             diameter = numberOf(field(fields, "diameter_mm"));
  if (gauge && length && diameter)
    unplaced.needle.needle = planning::needle::Needle{static_cast<int>(*gauge), *length, *diameter};
  if (!takeOwn(fields, unplaced.needle)) return std::nullopt;
  return unplaced;
}

std::string textOf(const planning::review::Registration& registration) {
  std::string matrix;
  for (const double number : registration.controlToPlan)
    matrix += (matrix.empty() ? "" : " ") + dicom::decimalString(number);
  return joinFields({{"kind", planning::review::word(registration.kind)},
                     {"residual_mm", dicom::decimalString(rounded(registration.residualMm))},
                     {"accepted", registration.accepted ? "yes" : "no"},
                     {"matrix", matrix}});
}

std::optional<planning::review::Registration> registrationOf(const std::string& text) {
  const auto fields = splitFields(text);
  const auto kind = planning::review::registrationKindFromWord(field(fields, "kind"));
  const auto residual = numberOf(field(fields, "residual_mm"));
  const auto matrix = numbersOf(field(fields, "matrix"));
  planning::review::Registration registration;
  if (!kind || !residual || !isWithin(fields, "residual_mm", 0, kLongestMm) || !matrix ||
      matrix->size() != registration.controlToPlan.size())
    return std::nullopt;
  registration.kind = *kind;
  registration.residualMm = *residual;
  registration.accepted = field(fields, "accepted") == "yes";
  std::copy(matrix->begin(), matrix->end(), registration.controlToPlan.begin());
  return registration;
}

std::string textOf(const planning::needle::PlacementError& error) {
  Fields fields{{"tip_mm", dicom::decimalString(rounded(error.meanTipMm))}};
  const auto add = [&fields](const char* key, const std::optional<double>& value) {
    if (value) fields.emplace_back(key, dicom::decimalString(rounded(*value)));
  };
  const auto degrees = [](const std::optional<planning::Angle>& angle) {
    return angle ? std::optional(angle->degrees()) : std::nullopt;
  };
  add("tip_deviation_mm", error.deviationTipMm);
  add("angle_deg", degrees(error.meanAngle));
  add("angle_deviation_deg", degrees(error.deviationAngle));
  fields.emplace_back("source", error.source);
  return joinFields(fields);
}

std::optional<planning::needle::PlacementError> placementErrorOf(const std::string& text) {
  const auto fields = splitFields(text);
  const auto tip = numberOf(field(fields, "tip_mm"));
  if (!tip) return std::nullopt;
  for (const char* mm : {"tip_mm", "tip_deviation_mm"})
    if (!isWithin(fields, mm, 0, kLongestMm)) return std::nullopt;
  for (const char* degrees : {"angle_deg", "angle_deviation_deg"})
    if (!isWithin(fields, degrees, 0, 180)) return std::nullopt;
  const auto angle = [&](const char* key) {
    const auto degrees = numberOf(field(fields, key));
    return degrees ? std::optional(planning::Angle::degrees(*degrees)) : std::nullopt;
  };
  return planning::needle::PlacementError{*tip, numberOf(field(fields, "tip_deviation_mm")), angle("angle_deg"),
                                          angle("angle_deviation_deg"), field(fields, "source")};
}

std::string textOf(const planning::anatomy::CountedLevel& level) {
  const auto placeOf = [](const planning::Point& place) { return textOf(std::vector<planning::Point>{place}); };
  return joinFields({{"name", level.name},
                     {"middle_mm", placeOf(level.middle)},
                     {"by_click", level.byClick ? "yes" : "no"},
                     {"sure", level.sure ? "yes" : "no"},
                     {"clicked_mm", level.clicked ? placeOf(*level.clicked) : std::string()},
                     {"in_canal_mm", level.inCanal ? placeOf(*level.inCanal) : std::string()}});
}

std::optional<planning::anatomy::CountedLevel> levelOf(const std::string& text) {
  const auto fields = splitFields(text);
  const auto middle = placesOf(field(fields, "middle_mm")), clicked = placesOf(field(fields, "clicked_mm")),
             inCanal = placesOf(field(fields, "in_canal_mm"));
  const auto& names = planning::anatomy::levelNames();
  const std::string name = field(fields, "name"), byClick = field(fields, "by_click"), sure = field(fields, "sure");
  const auto isAnswer = [](const std::string& word) { return word == "yes" || word == "no"; };
  if (!middle || middle->size() != 1 || std::find(names.begin(), names.end(), name) == names.end() ||
      !isAnswer(byClick) || !isAnswer(sure) || !clicked || clicked->size() > 1 || !inCanal || inCanal->size() > 1)
    return std::nullopt;
  planning::anatomy::CountedLevel level{name, middle->front(), byClick == "yes", sure == "yes", {}, {}};
  if (!clicked->empty()) level.clicked = clicked->front();
  if (!inCanal->empty()) level.inCanal = inCanal->front();
  return level;
}

std::string textOf(const std::vector<planning::Point>& places) {
  std::vector<double> numbers;
  for (const auto& place : places) numbers.insert(numbers.end(), place.Begin(), place.End());
  return textOf(numbers);
}

std::optional<std::vector<planning::Point>> placesOf(const std::string& text) {
  const auto numbers = numbersOf(text);
  if (!numbers || numbers->size() % 3 != 0) return std::nullopt;
  std::vector<planning::Point> places;
  for (std::size_t i = 0; i < numbers->size(); i += 3)
    places.push_back(planning::makePoint((*numbers)[i], (*numbers)[i + 1], (*numbers)[i + 2]));
  return places;
}

std::string textOf(const std::vector<double>& numbers) {
  std::string text;
  for (const double number : numbers) text += (text.empty() ? "" : " ") + dicom::decimalString(rounded(number));
  return text;
}

std::optional<std::vector<double>> numbersOf(const std::string& text) {
  std::vector<double> numbers;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const auto number = numberOf(word);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

}  // namespace io::report
