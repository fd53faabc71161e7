#include "io/report/plan_reader.h"

#include <algorithm>

#include "io/report/coded_values.h"
#include "io/report/group_reader.h"
#include "io/report/number_ranges.h"
#include "io/report/older_layouts.h"
#include "io/report/plan_document.h"
#include "io/report/plan_fields.h"
#include "io/report/plan_texts.h"
#include "io/report/record_fields.h"
#include "io/report/site_texts.h"
#include "planning/needle/midline.h"
#include "planning/rounding.h"

namespace io::report {
namespace {

using planning::Plan;
using planning::refuse;
using planning::rounded;
using planning::review::Control;

constexpr double kSamePlaceMm = 0.01;  ///< of places computed from marks that were rounded to 0.001

void readObserver(const ContentItem& root, Plan& plan) {
  plan.choices.operatorName = textOf(root, kCodes.personName);
  plan.choices.operatorOrganization = textOf(root, kCodes.organization);
}

planning::Expected<void> readImageLibrary(const ContentItem& root, Plan& plan) {
  const auto* library = root.child(kCodes.imageLibrary);
  const auto* group = library != nullptr ? library->child(kCodes.imageLibraryGroup) : nullptr;
  if (group == nullptr) return refuse("broken-report", {}, "no image library");
  if (const auto* modality = group->child(kCodes.modality)) plan.choices.scan.modality = modality->code.value;
  plan.choices.scan.frameOfReferenceUid = textOf(*group, kCodes.frameOfReference);
  plan.choices.scan.seriesUid = textOf(*group, kCodes.seriesUid);
  plan.choices.scan.description = textOf(*group, kCodes.seriesDescription);
  plan.choices.scan.patientPosition = textOf(*group, kCodes.patientPosition);
  for (const auto& item : group->children)
    if (item.valueType == "IMAGE") plan.choices.scan.instances.push_back(item.reference);
  return {};
}

/// The plan that a control reviews: the last group of its library.
void readCitedReport(const ContentItem& root, Control& control) {
  for (const auto* group : root.child(kCodes.imageLibrary)->childrenNamed(kCodes.imageLibraryGroup)) {
    const auto* cited = group->child(kCodes.reviewedPlan, "COMPOSITE");
    if (cited == nullptr) continue;
    control.plan = cited->reference;
    control.planStudyUid = textOf(*group, kCodes.studyUid);
    control.planSeriesUid = textOf(*group, kCodes.seriesUid);
    control.planFrameOfReferenceUid = textOf(*group, kCodes.frameOfReference);
  }
}

/// What a control's evaluations have beside a plan's. Errors: "broken-report".
planning::Expected<void> readControlEvaluations(const ContentItem& root, Control& control) {
  const auto& evaluations = *root.child(kCodes.qualitativeEvaluations);
  const auto registration = registrationOf(textOf(evaluations, kCodes.registration));
  if (!registration) return refuse("broken-report", {}, kCodes.registration.meaning);
  auto landmarks = std::move(control.registration.landmarks);  // from their groups
  control.registration = *registration;
  control.registration.landmarks = std::move(landmarks);
  control.timePoint = textOf(evaluations, kCodes.timePoint);
  control.contrastTest = textOf(evaluations, kCodes.contrastTest);
  if (control.needles.size() != control.actual.choices.needles.size() || control.plan.sopInstanceUid.empty())
    return refuse("broken-report", {}, "a control with planned needles or without its plan");
  return {};
}

/// One text of what a person vouches for; true for any other. False when it cannot be read.
bool readAttested(const ContentItem& item, planning::PlanChoices& choices) {
  const auto keep = [](const auto& value, auto& list) {
    if (value) list.push_back(*value);
    return value.has_value();
  };
  if (item.is(kCodes.levelSeen)) return keep(seenOf(item.text), choices.levelsSeen);
  if (item.is(kCodes.sideSeen)) return keep(seenOf(item.text), choices.sidesSeen);
  if (item.is(kCodes.structureSeen)) return keep(seenOf(item.text), choices.structuresSeen);
  if (item.is(kCodes.acceptedUnknown)) return keep(acceptedOf(item.text), choices.acceptedUnknowns);
  if (item.is(kCodes.siteCheck)) return (choices.siteCheck = siteCheckOf(item.text)).has_value();
  if (item.is(kCodes.checkedSite))
    return choices.siteCheck && keep(checkedSiteOf(item.text), choices.siteCheck->needles);
  return true;
}

/// One text of the evaluations: what it says goes into the plan. False when it cannot be read.
bool readEvaluation(const ContentItem& item, Plan& plan, std::vector<UnplacedNeedle>& unplaced) {
  const auto keep = [](const auto& value, auto& list) {
    if (value) list.push_back(*value);
    return value.has_value();
  };
  if (item.is(kCodes.checkAnswer)) return keep(checkOf(item.text), plan.choices.checks);
  if (item.is(kCodes.planFinding)) return keep(findingOf(item.text), plan.assessment.findings);
  if (item.is(kCodes.evidenceSeries))
    return keep(seriesOf(item.text, plan.choices.scan.patient), plan.choices.structureEvidence);
  if (item.is(kCodes.unplacedNeedle)) return keep(unplacedOf(item.text), unplaced);
  if (item.is(kCodes.countedVertebra)) return keep(levelOf(item.text), plan.choices.levels);
  if (item.is(kCodes.nearBand)) {
    const auto band = numbersOf(item.text);
    if (!band || band->size() != 1 || !(band->front() >= 0 && band->front() <= kLongestMm)) return false;
    plan.choices.nearBandMm = band->front();
  }
  if (item.is(kCodes.midline)) {
    const auto places = placesOf(item.text);
    if (!places || !std::ranges::all_of(*places, isInReach)) return false;
    plan.choices.midline = *places;
  }
  if (item.is(kCodes.verdict)) return (plan.assessment.verdict = verdictOf(item.code)).has_value();
  return readAttested(item, plan.choices);
}

planning::Expected<void> readEvaluations(const ContentItem& root, Plan& plan, std::vector<UnplacedNeedle>& unplaced) {
  const auto* evaluations = root.child(kCodes.qualitativeEvaluations);
  if (evaluations == nullptr) return refuse("broken-report", {}, "no qualitative evaluations");
  const auto unreadable = [](const ContentItem& item) {
    return refuse("broken-report", {}, item.name.meaning + ": " + (item.text.empty() ? item.code.value : item.text));
  };
  for (const auto& row : choiceFields())
    if (!readField(*evaluations, row.field, plan.choices)) return unreadable(*evaluations->child(row.field.name));
  const auto* ready = evaluations->child(kCodes.ready);
  plan.assessment.ready = ready != nullptr && kCodes.yes.is(ready->code);
  for (const auto& item : evaluations->children)
    if (!readEvaluation(item, plan, unplaced)) return unreadable(item);
  return {};
}

/// Of a plan on projections: the operator's word, and the places that follow from the marks, compared with those that
/// the report says.
planning::Expected<void> followViews(const ContentItem& root, Plan& plan) {
  const auto* word = root.child(kCodes.qualitativeEvaluations)->child(kCodes.nothingMoved);
  if (word == nullptr && !plan.choices.fluoroscopy) return {};
  if (!plan.choices.fluoroscopy) plan.choices.fluoroscopy.emplace();
  if (plan.choices.fluoroscopy->views.size() > 2 || plan.choices.needles.empty())
    return refuse("broken-report", {}, "more than two fluoroscopy frames, or no needle for them");
  plan.choices.fluoroscopy->nothingMoved = word != nullptr && kCodes.yes.is(word->code);
  locate(*plan.choices.fluoroscopy);
  const auto differs = [](const std::optional<planning::Point>& said,
                          const std::optional<planning::fluoroscopy::Triangulated>& found) {
    if (said.has_value() != found.has_value()) return true;
    return said && (*said - found->place).GetNorm() > kSamePlaceMm;
  };
  const auto& needle = plan.choices.needles.front();
  if (differs(needle.target, plan.choices.fluoroscopy->target) ||
      differs(needle.entry, plan.choices.fluoroscopy->entry))
    plan.assessment.findings.push_back({"report-places-differ", planning::Severity::Error, {needle.label}, {}});
  return {};
}

/// Where it stood among the needles.
void insert(Plan& plan, UnplacedNeedle unplaced) {
  auto& needles = plan.choices.needles;
  const auto place = static_cast<std::ptrdiff_t>(std::min(unplaced.place, needles.size()));
  needles.insert(needles.begin() + place, std::move(unplaced.needle));
  plan.assessment.needles.insert(plan.assessment.needles.begin() + place, planning::NeedleAssessment{});
}

planning::Expected<void> readContent(const ContentItem& root, ReadReport& report) {
  Plan& plan = report.content.actual;
  std::vector<UnplacedNeedle> unplaced;
  readObserver(root, plan);
  if (plan.choices.scan.study.uid.empty()) return refuse("broken-report", {}, "no study");
  if (auto read = readImageLibrary(root, plan); !read) return read;
  readCitedReport(root, report.content);
  if (auto read = readEvaluations(root, plan, unplaced); !read) return read;
  auto record = recordIn(root);
  if (!record) return tl::unexpected(record.error());
  plan.choices.record = std::move(*record);
  if (const auto* measurements = root.child(kCodes.imagingMeasurements))
    if (auto read = readGroups(*measurements, report.content); !read) return read;
  for (std::size_t i = 0; i < plan.choices.needles.size(); ++i)
    if (const auto& entry = plan.choices.needles[i].entry)
      plan.assessment.needles[i].fromMidlineMm = rounded(planning::fromMidlineMm(plan.choices.midline, *entry));
  for (auto& each : unplaced) insert(plan, std::move(each));
  if (auto followed = followViews(root, plan); !followed) return followed;
  report.isControl = root.child(kCodes.qualitativeEvaluations)->child(kCodes.registration) != nullptr;
  if (!report.isControl && (!report.content.needles.empty() || !report.content.registration.landmarks.empty()))
    return refuse("broken-report", {}, "actual needles or landmarks in a plan");
  return report.isControl ? readControlEvaluations(root, report.content) : planning::Expected<void>();
}

void takeHeader(const ReportHeader& header, Plan& plan) {
  plan.choices.scan.patient = header.patient;
  plan.choices.scan.study = header.study;
  plan.report = header.report;
}

planning::Expected<ReadReport> parsed(planning::Expected<ReportTree> tree, const std::string& name) {
  if (!tree) return tl::unexpected(tree.error());
  return reportOf(*tree, name);
}

}  // namespace

planning::Expected<ReadReport> reportOf(const ReportTree& tree, const std::string& name) {
  ReadReport report;
  Plan& plan = report.content.actual;
  takeHeader(tree.header, plan);
  if (const auto read = readContent(asWrittenNow(tree.content), report); !read)
    return refuse(read.error().code, name, read.error().detail);
  if (plan.report.seal == planning::Seal::Broken)
    plan.assessment.findings.push_back({"report-seal-broken", planning::Severity::Error, {}, {}});
  if (tree.leftOut)
    plan.assessment.findings.push_back(
        {"report-not-valid", planning::Severity::Error, {std::to_string(*tree.leftOut)}, {}});
  // Whatever the file says: with an error no plan is ready.
  if (std::ranges::any_of(plan.assessment.findings,
                          [](const auto& finding) { return finding.severity == planning::Severity::Error; }))
    plan.assessment.ready = false;
  return report;
}

planning::Expected<ReadReport> parseReport(const std::filesystem::path& file) {
  return parsed(parseTree(file), file.string());
}

planning::Expected<Plan> asPlan(planning::Expected<ReadReport> report, const std::string& name) {
  if (!report) return tl::unexpected(report.error());
  if (report->isControl) return refuse("not-a-plan", name, "control of a plan");
  return std::move(report->content.actual);
}

planning::Expected<Control> asControl(planning::Expected<ReadReport> report, const std::string& name) {
  if (!report) return tl::unexpected(report.error());
  if (!report->isControl) return refuse("not-a-control", name, "plan");
  return std::move(report->content);
}

planning::Expected<Plan> planOf(std::span<const std::byte> bytes, const std::string& name) {
  return asPlan(parsed(treeOf(bytes, name), name), name);
}

planning::Expected<Control> controlOf(std::span<const std::byte> bytes, const std::string& name) {
  return asControl(parsed(treeOf(bytes, name), name), name);
}

}  // namespace io::report
