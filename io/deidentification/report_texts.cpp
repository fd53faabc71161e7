#include "io/deidentification/report_texts.h"

#include <algorithm>

#include "io/report/codes.h"
#include "io/report/field_text.h"
#include "io/report/plan_texts.h"

namespace io::deidentification {
namespace {

constexpr const char* kRemoved = "Removed";
constexpr report::Codes kCodes;

/// Texts that the program itself writes, of words and numbers.
constexpr report::CodedConcept kOwnWords[] = {kCodes.algorithmName,
                                              kCodes.algorithmVersion,
                                              kCodes.algorithmParameters,
                                              kCodes.equivalentMeaning,
                                              kCodes.needleGauge,
                                              kCodes.deviceName,
                                              kCodes.deviceManufacturer,
                                              kCodes.deviceModel,
                                              kCodes.radii,
                                              kCodes.route,
                                              kCodes.side,
                                              kCodes.guidance,
                                              kCodes.registration,
                                              kCodes.patientPosition,
                                              kCodes.contrastTest,
                                              kCodes.scanDigest,
                                              kCodes.seal};
/// What a person wrote freely, and where its loss costs nothing.
constexpr report::CodedConcept kFreeTexts[] = {kCodes.planLabel, kCodes.intervention, kCodes.seriesDescription};
constexpr report::CodedConcept kLabels[] = {kCodes.trackingIdentifier, kCodes.timePoint};

/// What a person vouches for by name, as fields.
constexpr report::CodedConcept kAttested[] = {kCodes.levelSeen, kCodes.sideSeen, kCodes.acceptedUnknown,
                                              kCodes.siteCheck, kCodes.imported};

bool isOneOf(std::span<const report::CodedConcept> concepts, const planning::anatomy::Code& code) {
  return std::ranges::any_of(concepts, [&](const report::CodedConcept& one) { return one.is(code); });
}

std::string check(const std::string& text, const TextTools& tools) {
  auto answer = report::checkOf(text);
  if (!answer) return kRemoved;
  answer->date = answer->date.empty() ? std::string() : tools.date(answer->date);
  answer->by = answer->by.empty() ? std::string() : kRemoved;
  answer->text.clear();
  return report::textOf(*answer);
}

std::string finding(const std::string& text, const TextTools& tools) {
  auto found = report::findingOf(text);
  if (!found) return kRemoved;
  for (auto& argument : found->arguments) argument = tools.cleaned(argument);
  found->text = tools.cleaned(found->text);
  return report::textOf(*found);
}

std::string series(const std::string& text, const TextTools& tools) {
  auto identity = report::seriesOf(text, {});
  if (!identity) return kRemoved;
  const auto map = [&](std::string& uid) { uid = uid.empty() ? uid : tools.uid(uid); };
  map(identity->seriesUid);
  map(identity->frameOfReferenceUid);
  map(identity->study.uid);
  for (auto& instance : identity->instances) map(instance.sopInstanceUid);
  identity->description.clear();
  const std::string date = identity->study.date.empty() ? std::string() : tools.date(identity->study.date);
  identity->study = {identity->study.uid, {}, date, identity->study.time, {}, {}, {}};
  return report::textOf(*identity);
}

std::string fields(const std::string& text, const TextTools& tools) {
  auto all = report::splitFields(text);
  for (auto& [key, value] : all) value = key == "uid" ? tools.uid(value) : tools.cleaned(value);
  return report::joinFields(all);
}

/// Keeps what was vouched for and, moved, the day; an empty name or reason would make it count for nothing. A file that
/// another program wrote may be named after the patient.
std::string attested(const std::string& text, const TextTools& tools) {
  auto all = report::splitFields(text);
  for (auto& [key, value] : all)
    if (key == "by" || key == "reason" || key == "source")
      value = kRemoved;
    else if (key == "at" || key == "date")
      value = tools.date(value.substr(0, 10));
    else
      value = tools.cleaned(value);
  return report::joinFields(all);
}

}  // namespace

TellingText whatReportTextTells(const planning::anatomy::Code& concept_, const std::string& text) {
  if (kCodes.checkAnswer.is(concept_)) {
    const auto answer = report::checkOf(text);
    return answer ? TellingText{answer->by, answer->text} : TellingText{{}, text};
  }
  if (isOneOf(kAttested, concept_)) {
    const auto fields = report::splitFields(text);
    const bool imported = kCodes.imported.is(concept_);
    return {report::field(fields, "by"), report::field(fields, imported ? "source" : "reason")};
  }
  if (kCodes.unknownAcceptedBy.is(concept_)) return {text, {}};
  const bool whole = isOneOf(kFreeTexts, concept_) || (concept_.scheme != report::kPrivateScheme &&
                                                       !isOneOf(kOwnWords, concept_) && !isOneOf(kLabels, concept_));
  return whole ? TellingText{{}, text} : TellingText{};
}

std::string reportTextWithoutPerson(const planning::anatomy::Code& concept_, const std::string& text,
                                    const TextTools& tools) {
  if (isOneOf(kOwnWords, concept_)) return text;
  if (isOneOf(kFreeTexts, concept_) || kCodes.unknownAcceptedBy.is(concept_)) return kRemoved;
  if (isOneOf(kAttested, concept_)) return attested(text, tools);
  if (kCodes.checkAnswer.is(concept_)) return check(text, tools);
  if (kCodes.planFinding.is(concept_)) return finding(text, tools);
  if (kCodes.evidenceSeries.is(concept_)) return series(text, tools);
  if (kCodes.unplacedNeedle.is(concept_)) return fields(text, tools);
  if (isOneOf(kLabels, concept_) || concept_.scheme == report::kPrivateScheme) return tools.cleaned(text);
  return kRemoved;
}

}  // namespace io::deidentification
