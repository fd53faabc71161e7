#include "io/report/older_layouts.h"

#include <algorithm>
#include <map>

#include "io/report/coded_values.h"
#include "io/report/field_text.h"
#include "io/report/group_writer.h"
#include "io/report/own_texts.h"
#include "io/report/plan_texts.h"
#include "planning/procedure/contraindication.h"

namespace io::report {
namespace {

using planning::anatomy::Code;

constexpr CodedConcept kOlderPlanned{"397943006", "SCT", "Planned"};
constexpr CodedConcept kOlderPerformed{"398166005", "SCT", "Performed"};
constexpr CodedConcept kOlderGuidance{"NP-247", kPrivateScheme, "Imaging guidance"};
constexpr const char* kSegmentation = "1.2.840.10008.5.1.4.1.1.66.4";
constexpr const char* kRtStructureSet = "1.2.840.10008.5.1.4.1.1.481.3";

constexpr CodedConcept kFieldTexts[] = {
    kCodes.planFinding, kCodes.checkAnswer,    kCodes.evidenceSeries,  kCodes.viewSeries,
    kCodes.markedView,  kCodes.unplacedNeedle, kCodes.registration,    kCodes.placementError,
    kCodes.needleOwn,   kCodes.measuredSite,   kCodes.countedVertebra, kCodes.levelSeen,
    kCodes.sideSeen,    kCodes.siteCheck,      kCodes.checkedSite,     kCodes.acceptedUnknown};

bool isOlder(const ContentItem& root) {
  const auto* library = root.child(kCodes.imageLibrary);
  const auto* evaluations = root.child(kCodes.qualitativeEvaluations);
  return library != nullptr && library < evaluations;
}

ContentItem* childOf(ContentItem& parent, const CodedConcept& name, const std::string& valueType) {
  const auto found =
      std::ranges::find_if(parent.children, [&](const auto& c) { return c.is(name) && c.valueType == valueType; });
  return found == parent.children.end() ? nullptr : &*found;
}

void renewCheck(ContentItem& item) {
  for (const auto& question : planning::procedure::checkQuestions()) {
    const auto older = olderCheckConcept(question.id), now = checkConcept(question.id);
    if (item.valueType != "CODE" || !older || !now || item.name.value != older->value) continue;
    item.name = *now;
    item.children.clear();  // "spine", of (161615003) History of surgery
  }
}

/// What had no code.
void addEarlierInfiltration(ContentItem& evaluations) {
  for (std::size_t i = 0; i < evaluations.children.size(); ++i) {
    const auto check = checkOf(evaluations.children[i].text);
    if (!evaluations.children[i].is(kCodes.checkAnswer) || !check || check->id != "earlier-infiltration") continue;
    const auto question = checkConcept(check->id), answer = answerCode(check->answer);
    if (!question || !answer) continue;
    ContentItem coded;
    coded.relationship = "CONTAINS";
    coded.valueType = "CODE";
    coded.name = *question;
    coded.code = *answer;
    evaluations.children.insert(evaluations.children.begin() + static_cast<std::ptrdiff_t>(i++), std::move(coded));
  }
}

void renewTexts(ContentItem& parent) {
  for (auto& item : parent.children) {
    const bool fields = std::ranges::any_of(kFieldTexts, [&](const auto& one) { return item.is(one); });
    if (fields) item.text = withQuotes(item.text);
    renewTexts(item);
  }
}

void sayModality(ContentItem& group) {
  if (group.child(kCodes.modality) != nullptr) return;
  const bool report = group.child(kCodes.reviewedPlan) != nullptr;
  const auto holds = [&](const char* sopClass) {
    return std::ranges::any_of(group.children, [&](const auto& c) { return c.reference.sopClassUid == sopClass; });
  };
  const char* modality = report ? "SR" : holds(kSegmentation) ? "SEG" : holds(kRtStructureSet) ? "RTSTRUCT" : nullptr;
  if (modality == nullptr) return;
  ContentItem said;
  said.relationship = "HAS ACQ CONTEXT";
  said.valueType = "CODE";
  said.name = kCodes.modality.code();
  said.code = modalityCode(modality);
  group.children.insert(group.children.begin(), std::move(said));
}

void renewStatus(ContentItem& group) {
  auto* status = childOf(group, kCodes.trajectoryStatus, "CODE");
  if (status == nullptr) return;
  if (kOlderPlanned.is(status->code)) status->code = kCodes.planned.code();
  if (kOlderPerformed.is(status->code)) status->code = kCodes.performed.code();
}

void renewProjectedLength(ContentItem& group) {
  auto* length = group.child(kCodes.markedView) != nullptr ? childOf(group, kCodes.pathLength, "NUM") : nullptr;
  if (length == nullptr) return;
  length->name = kCodes.projectedLength.code();
  std::erase_if(length->children, [](const auto& child) { return child.is(kCodes.equivalentMeaning); });
}

/// Before the places that it joins.
void addShortestLine(ContentItem& group) {
  const auto* onNeedle = childOf(group, kCodes.closestOnNeedle, "SCOORD3D");
  const auto* onStructure = childOf(group, kCodes.closestOnStructure, "SCOORD3D");
  const bool both = onNeedle && onStructure && onNeedle->points.size() == 1 && onStructure->points.size() == 1;
  if (!both || childOf(group, kCodes.path, "SCOORD3D") != nullptr) return;
  ContentItem line = *onNeedle;
  line.name = kCodes.path.code();
  line.graphicType = "POLYLINE";
  line.points = {onNeedle->points.front(), onStructure->points.front()};
  group.children.insert(group.children.begin() + (std::min(onNeedle, onStructure) - group.children.data()),
                        std::move(line));
}

void renewDisc(ContentItem& group) {
  const auto* kind = group.child(kCodes.structureKind);
  if (kind == nullptr || kindOf(kind->code) != planning::anatomy::Kind::Disc) return;
  const Code older = anatomyOf(planning::anatomy::Kind::Disc, {});
  const Code now = anatomyOf(planning::anatomy::Kind::Disc, textOf(group, kCodes.structureLabel));
  const auto parameters = group.childrenNamed(kCodes.algorithmParameters);
  if (std::ranges::none_of(parameters, [](const auto* one) { return one->text == kFindingFromKind; })) return;
  for (auto& item : group.children)
    if ((item.is(kCodes.finding) || item.is(kCodes.findingSite)) && item.code == older) item.code = now;
}

struct Place {
  std::string level, route;
};

/// Of the needle whose group it is, or to which it belongs; else the plan's.
void renewSite(ContentItem& group, const std::map<std::string, Place>& needles, const Place& plan) {
  const auto* finding = group.child(kCodes.finding);
  auto* site = childOf(group, kCodes.findingSite, "CODE");
  if (finding == nullptr || site == nullptr) return;
  if (group.child(kCodes.structureKind) != nullptr && finding->code != kCodes.needle.code()) return;
  auto needle = needles.find(textOf(group, kCodes.trackingUid));
  if (needle == needles.end()) needle = needles.find(textOf(group, kCodes.relatedTrajectory));
  const Place& place = needle == needles.end() ? plan : needle->second;
  const bool ofPlan = site->code == siteOf(plan.level, plan.route) || site->code == olderSiteOf(plan.level, plan.route);
  if (ofPlan || site->code == olderSiteOf(place.level, place.route)) site->code = siteOf(place.level, place.route);
}

void renewGroups(ContentItem& measurements, const Place& plan) {
  std::map<std::string, Place> needles;
  for (auto& group : measurements.children) {
    renewStatus(group);
    planning::NeedleChoice own;
    if (takeOwn(splitFields(textOf(group, kCodes.needleOwn)), own) && (own.level || own.routeId))
      needles[textOf(group, kCodes.trackingUid)] = {own.level.value_or(plan.level), own.routeId.value_or(plan.route)};
  }
  for (auto& group : measurements.children) {
    renewProjectedLength(group);
    addShortestLine(group);
    renewDisc(group);
    renewSite(group, needles, plan);
  }
}

}  // namespace

ContentItem asWrittenNow(ContentItem root) {
  if (!isOlder(root)) return root;
  renewTexts(root);
  Place plan;
  if (auto* evaluations = childOf(root, kCodes.qualitativeEvaluations, "CONTAINER")) {
    for (auto& item : evaluations->children) renewCheck(item);
    if (auto* guidance = childOf(*evaluations, kOlderGuidance, "TEXT")) guidance->name = kCodes.guidance.code();
    addEarlierInfiltration(*evaluations);
    plan = {textOf(*evaluations, kCodes.level), textOf(*evaluations, kCodes.route)};
  }
  if (auto* library = childOf(root, kCodes.imageLibrary, "CONTAINER"))
    for (auto& group : library->children) sayModality(group);
  if (auto* measurements = childOf(root, kCodes.imagingMeasurements, "CONTAINER")) renewGroups(*measurements, plan);
  return root;
}

}  // namespace io::report
