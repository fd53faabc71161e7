#include "io/deidentification/report_texts.h"

#include <algorithm>
#include <regex>

#include "io/report/codes.h"
#include "io/report/field_text.h"
#include "io/report/plan_texts.h"
#include "planning/plan/imported.h"
#include "planning/plan/session.h"
#include "planning/procedure/contraindication.h"
#include "planning/procedure/dates.h"
#include "planning/procedure/routes.h"

namespace io::deidentification {
namespace {

constexpr const char* kRemoved = "Removed";
constexpr const char* kRelayRecorded = "relay-recorded";
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
constexpr report::CodedConcept kAttested[] = {kCodes.levelSeen,       kCodes.sideSeen,  kCodes.structureSeen,
                                              kCodes.acceptedUnknown, kCodes.siteCheck, kCodes.imported};

bool isOneOf(std::span<const report::CodedConcept> concepts, const planning::anatomy::Code& code) {
  return std::ranges::any_of(concepts, [&](const report::CodedConcept& one) { return one.is(code); });
}

/// Every day of a text moved, YYYY-MM-DD or YYYYMMDD: one that stayed would tell, beside those that moved, by how many.
std::string datesMoved(const std::string& text, const TextTools& tools) {
  static const std::regex kDate(R"(\d{4}-\d{2}-\d{2}|\b\d{8}\b)");
  std::string moved;
  std::size_t done = 0;
  for (std::sregex_iterator at(text.begin(), text.end(), kDate), end; at != end; ++at) {
    const std::string day = at->str();
    const bool isNumber = day.size() == 8 && !planning::procedure::daysBetween(day, day);
    const auto start = static_cast<std::size_t>(at->position());
    moved += text.substr(done, start - done) + (isNumber ? day : tools.date(day));
    done = start + day.size();
  }
  return moved + text.substr(done);
}

/// Without drug and last dose a plan with a relay would not be ready.
std::string relay(const std::string& text, const TextTools& tools) {
  auto told = planning::procedure::relayOf(text);
  if (!told.drug.empty()) told.drug = kRemoved;
  const bool isDay = planning::procedure::daysBetween(told.lastDose, told.lastDose).has_value();
  told.lastDose = isDay ? tools.date(told.lastDose) : std::string();
  return told.text();
}

std::string check(const std::string& text, const TextTools& tools) {
  auto answer = report::checkOf(text);
  if (!answer) return kRemoved;
  answer->date = answer->date.empty() ? std::string() : tools.date(answer->date);
  answer->by = answer->by.empty() ? std::string() : kRemoved;
  answer->answer = datesMoved(answer->answer, tools);
  answer->text = answer->answer == kRelayRecorded ? relay(answer->text, tools) : std::string();
  return report::textOf(*answer);
}

/// The id of a route's rule or requirement: no word of anybody's.
bool isOwnId(const std::string& argument) {
  const auto& routes = planning::procedure::routesInUse();
  return routes.ruleText(argument).english != argument || routes.requiredName(argument).english != argument;
}

std::string finding(const std::string& text, const TextTools& tools) {
  auto found = report::findingOf(text);
  if (!found) return kRemoved;
  for (auto& argument : found->arguments)
    if (!isOwnId(argument)) argument = datesMoved(tools.cleaned(argument), tools);
  found->text = datesMoved(tools.cleaned(found->text), tools);
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

/// Of places that the program made itself its own words stay, and the label of a needle like any label: others would
/// be another program's file. That may be named after the patient.
std::string source(const std::string& text, const TextTools& tools) {
  if (text == planning::kProposedHere) return text;
  const auto made = planning::derivationOf({text, {}, {}, {}, {}});
  if (!made) return kRemoved;
  return text.substr(0, text.size() - made->from.size()) + tools.cleaned(made->from);
}

/// Keeps what was vouched for and, moved, the day; an empty name or reason would make it count for nothing.
std::string attested(const std::string& text, const TextTools& tools) {
  auto all = report::splitFields(text);
  for (auto& [key, value] : all)
    if (key == "by" || key == "reason")
      value = kRemoved;
    else if (key == "source")
      value = source(value, tools);
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
    if (!answer) return {{}, text};
    const bool isRelay = answer->answer == kRelayRecorded;
    return {answer->by, isRelay ? planning::procedure::relayOf(answer->text).drug : answer->text};
  }
  if (isOneOf(kAttested, concept_)) {
    const auto fields = report::splitFields(text);
    const std::string by = report::field(fields, "by");
    if (!kCodes.imported.is(concept_)) return {by, report::field(fields, "reason")};
    const std::string from = report::field(fields, "source");
    const bool ownWords = from == planning::kProposedHere || planning::derivationOf({from, {}, {}, {}, {}});
    return {by, ownWords ? std::string() : from};
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
