#include "planning/procedure/record.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "planning/procedure/dates.h"

namespace planning::procedure {
namespace {

constexpr double kWorstPain = 10;
constexpr std::array kOpacifications{"epidural", "articular", "vascular", "intrathecal"};
constexpr std::array kMedia{"iodine", "air"};
constexpr std::array kPositions{"prone", "supine", "left-lateral", "right-lateral"};

template <class Value, std::size_t n>
std::optional<Value> valueOf(const std::array<const char*, n>& words, const std::string& word) {
  const auto found = std::ranges::find(words, word);
  return found == words.end() ? std::nullopt : std::optional(static_cast<Value>(found - words.begin()));
}

bool isDay(const std::string& text) {
  return text.size() == 10 && daysBetween(text, text).has_value();
}

using Fault = std::optional<Error>;

Fault fault(const char* code, std::string detail) {
  return Error{code, {}, std::move(detail)};
}

Fault dateFault(const std::string& date, const std::string& today) {
  if (date.empty()) return std::nullopt;
  if (!isDay(date)) return fault("record-date-invalid", date);
  const auto ahead = daysBetween(today, date);
  return ahead && *ahead > 0 ? fault("record-date-ahead", date) : std::nullopt;
}

Fault followUpFault(const ProcedureRecord& record) {
  const bool asked = record.painDay4 || record.painDay30;
  if (asked && (record.date.empty() || record.followUpDate.empty())) return fault("record-follow-up-undated", {});
  if (record.followUpDate.empty() || record.date.empty()) return std::nullopt;
  const bool after = *daysBetween(record.date, record.followUpDate) > 0;
  return after ? std::nullopt : fault("record-follow-up-before", record.followUpDate);
}

Fault numberFault(const ProcedureRecord& record) {
  for (const auto& pain : {record.painBefore, record.painAfter, record.painDay4, record.painDay30})
    if (pain && !(*pain >= 0 && *pain <= kWorstPain)) return fault("record-pain-outside", tenths(*pain));
  for (const auto& value : {record.volumeMl, record.durationMin})
    if (value && !(std::isfinite(*value) && *value > 0)) return fault("record-not-positive", tenths(*value));
  for (const auto& dose : {record.doseAreaProductDgyCm2, record.doseLengthProductMgyCm})
    if (dose && !(std::isfinite(*dose) && *dose >= 0)) return fault("record-not-positive", tenths(*dose));
  return std::nullopt;
}

void judgeInjection(const ProcedureRecord& record, std::vector<Finding>& findings) {
  const bool injected = !record.drug.empty() || record.volumeMl;
  if (record.opacifications.empty()) {
    if (injected) findings.push_back({"record-no-opacification", Severity::Warning, {}, {}});
    return;
  }
  const auto last = record.opacifications.back();
  if (mayInject(last)) return;
  const bool vascular = last == Opacification::Vascular;
  findings.push_back({vascular ? "record-do-not-inject" : "record-stop", Severity::Error, {}, {}});
  if (injected)
    findings.push_back(
        {vascular ? "record-injected-after-vascular" : "record-injected-after-intrathecal", Severity::Error, {}, {}});
}

void judgeTimeOut(const ProcedureRecord& record, std::vector<Finding>& findings) {
  const int read =
      record.patientRead + record.sideRead + record.levelRead + record.allergyRead + record.coagulationRead;
  if (read == 0)
    findings.push_back({"record-no-time-out", Severity::Warning, {}, {}});
  else if (read < 5)
    findings.push_back({"record-time-out-open", Severity::Warning, {std::to_string(5 - read)}, {}});
}

}  // namespace

const char* word(Opacification pattern) {
  return kOpacifications[static_cast<std::size_t>(pattern)];
}
std::optional<Opacification> opacificationFromWord(const std::string& word) {
  return valueOf<Opacification>(kOpacifications, word);
}
bool mayInject(Opacification pattern) {
  return pattern != Opacification::Vascular && pattern != Opacification::Intrathecal;
}

const char* word(Medium medium) {
  return kMedia[static_cast<std::size_t>(medium)];
}
std::optional<Medium> mediumFromWord(const std::string& word) {
  return valueOf<Medium>(kMedia, word);
}

const char* word(PatientPosition position) {
  return kPositions[static_cast<std::size_t>(position)];
}
std::optional<PatientPosition> positionFromWord(const std::string& word) {
  return valueOf<PatientPosition>(kPositions, word);
}

Expected<void> mayBe(const ProcedureRecord& record, const std::string& today) {
  auto found = numberFault(record);
  if (!found) found = dateFault(record.date, today);
  if (!found) found = dateFault(record.followUpDate, today);
  if (!found) found = followUpFault(record);
  if (found) return tl::unexpected(*found);
  return {};
}

ProcedureRecord withDates(ProcedureRecord record, const ProcedureRecord& before, const std::string& today) {
  constexpr int kNearerDay4 = 17;  // half way to day 30
  if (record.date.empty()) record.date = today;
  const auto asked = daysBetween(record.date, record.followUpDate);
  const bool dayThirtyIsNew = record.painDay30 && !before.painDay30 && record.followUpDate == before.followUpDate;
  if (dayThirtyIsNew && asked && *asked < kNearerDay4) record.followUpDate = today;
  if ((record.painDay4 || record.painDay30) && record.followUpDate.empty()) record.followUpDate = today;
  return record;
}

std::vector<Finding> judge(const ProcedureRecord& record, const std::vector<CheckAnswer>& checks) {
  std::vector<Finding> findings;
  judgeInjection(record, findings);
  const bool severe = std::ranges::any_of(
      checks, [](const auto& check) { return check.id == "contrast-allergy" && check.answer == "severe"; });
  if (severe && record.medium == Medium::Iodine) findings.push_back({"record-iodine-allergy", Severity::Error, {}, {}});
  judgeTimeOut(record, findings);
  if (record.noComplications && !record.complications.empty())
    findings.push_back({"record-complications-contradict", Severity::Warning, {}, {}});
  return findings;
}

}  // namespace planning::procedure
