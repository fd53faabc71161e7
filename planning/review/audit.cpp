#include "planning/review/audit.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "planning/plan/own_choices.h"
#include "planning/procedure/dates.h"

namespace planning::review {
namespace {

using needle::Verdict;

std::size_t placeOf(Measure measure) {
  return static_cast<std::size_t>(measure);
}

/// YYYYMMDDHHMMSS of a DICOM date and time; without the time where it is none.
std::string stampOf(const std::string& date, const std::string& time) {
  if (date.size() != 8) return {};
  return date + (time.size() >= 6 ? time.substr(0, 6) : std::string());
}

std::optional<double> leastClearanceOf(const PlannedNeedle& actual) {
  std::optional<double> least;
  for (const auto& row : actual.clearances)
    if (row.verdict && row.distanceMm && row.role != anatomy::Role::Crossable)
      least = std::min(least.value_or(*row.distanceMm), *row.distanceMm);
  return least;
}

std::optional<double> secondsOfDay(const std::string& stamp) {
  int number = 0;
  if (stamp.size() < 14) return std::nullopt;
  const auto [end, error] = std::from_chars(stamp.data() + 8, stamp.data() + 14, number);
  if (error != std::errc() || end != stamp.data() + 14) return std::nullopt;
  return number / 10000 * 3600 + number / 100 % 100 * 60 + number % 100;
}

std::optional<double> minutesBetween(const std::string& from, const std::string& to) {
  const auto days = procedure::daysBetween(from.substr(0, 8), to.substr(0, 8));
  const auto start = secondsOfDay(from), end = secondsOfDay(to);
  if (!days || !start || !end) return std::nullopt;
  return *days * 24.0 * 60 + (*end - *start) / 60;
}

AuditedNeedle commonOf(const Control& control) {
  const PlanChoices& actual = control.actual.choices;
  const ReportIdentity& report = control.actual.report;
  AuditedNeedle common;
  common.controlUid = report.sopInstanceUid;
  common.predecessorUid = report.predecessorUid;
  common.planUid = control.plan.sopInstanceUid;
  common.saved = stampOf(report.savedDate, report.savedTime);
  common.scanned = stampOf(actual.scan.study.date, actual.scan.study.time);
  if (common.scanned.empty()) common.scanned = common.saved;
  common.operatorName = actual.operatorName;
  common.registrationAccepted =
      control.registration.accepted || control.registration.kind == RegistrationKind::SameFrame;
  common.registrationResidualMm = control.registration.residualMm;
  return common;
}

void takeDeviation(AuditedNeedle& audited, const Deviation& deviation) {
  audited.values[placeOf(Measure::TipError)] = deviation.tipMm;
  audited.values[placeOf(Measure::LateralError)] = deviation.lateralMm;
  audited.values[placeOf(Measure::DepthError)] = deviation.depthMm;
  audited.values[placeOf(Measure::EntryError)] = deviation.entryMm;
  audited.values[placeOf(Measure::AngleError)] = deviation.angle.degrees();
}

/// Takes away those that `drop` says, and returns how many they were.
template <class Drop>
std::size_t takeAway(std::vector<AuditedNeedle>& needles, const Drop& drop) {
  return static_cast<std::size_t>(std::erase_if(needles, drop));
}

AuditGroup groupOf(std::string name, const std::vector<const AuditedNeedle*>& needles) {
  AuditGroup group;
  group.name = std::move(name);
  group.needles = needles.size();
  for (const Measure measure : kMeasures) {
    std::vector<double> values;
    for (const auto* needle : needles)
      if (needle->value(measure)) values.push_back(*needle->value(measure));
    group.summaries[placeOf(measure)] = summaryOf(std::move(values));
  }
  std::size_t breaches = 0;
  for (const auto* needle : needles) {
    if (!needle->verdict || needle->verdict == Verdict::Unknown) ++group.verdictUnknown;
    if (needle->verdict == Verdict::Breach) ++breaches;
  }
  group.breaches = proportionOf(breaches, needles.size() - group.verdictUnknown);
  return group;
}

std::vector<AuditGroup> groupsBy(Grouping grouping, const std::vector<AuditedNeedle>& needles) {
  std::map<std::string, std::vector<const AuditedNeedle*>> sorted;
  for (const auto& needle : needles) sorted[needle.group(grouping)].push_back(&needle);
  std::vector<AuditGroup> groups;
  for (const auto& [name, members] : sorted) groups.push_back(groupOf(name, members));
  if (!groups.empty() && groups.front().name.empty()) std::rotate(groups.begin(), groups.begin() + 1, groups.end());
  return groups;
}

std::optional<AuditChart> chartOf(Measure measure, const std::vector<AuditedNeedle>& needles) {
  AuditChart audit;
  std::vector<double> values;
  for (std::size_t i = 0; i < needles.size(); ++i) {
    if (!needles[i].value(measure)) continue;
    values.push_back(*needles[i].value(measure));
    audit.needles.push_back(i);
  }
  auto chart = controlChartOf(values, isNeverNegative(measure));
  if (!chart) return std::nullopt;
  audit.chart = std::move(*chart);
  return audit;
}

void addOutliers(Measure measure, const AuditChart& audit, std::vector<AuditOutlier>& outliers) {
  const ControlChart& chart = audit.chart;
  for (std::size_t i = 0; i < chart.values.size(); ++i) {
    const double value = chart.values[i];
    if (chart.outside(i))
      outliers.push_back(
          {audit.needles[i], measure, value, value > chart.upperLimit ? chart.upperLimit : chart.lowerLimit});
  }
}

/// FNV-1a: an order of names that has nothing to do with them, the same on every machine.
std::uint64_t scattered(const std::string& name) {
  std::uint64_t hash = 14695981039346656037ull;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  return hash;
}

std::string letters(std::size_t place) {
  std::string text(1, static_cast<char>('A' + place % 26));
  return place < 26 ? text : letters(place / 26 - 1) + text;
}

}  // namespace

const char* word(Measure measure) {
  switch (measure) {
    case Measure::TipError:
      return "tip_error_mm";
    case Measure::LateralError:
      return "lateral_error_mm";
    case Measure::DepthError:
      return "depth_error_mm";
    case Measure::EntryError:
      return "entry_error_mm";
    case Measure::AngleError:
      return "angle_error_deg";
    case Measure::LeastClearance:
      return "least_clearance_mm";
    case Measure::Minutes:
      break;
  }
  return "plan_to_control_min";
}

bool isNeverNegative(Measure measure) {
  return measure != Measure::DepthError && measure != Measure::LeastClearance;
}

const char* word(Grouping grouping) {
  constexpr std::array kWords{"route", "level", "gauge", "operator", "month"};
  return kWords[static_cast<std::size_t>(grouping)];
}

std::string AuditedNeedle::month() const {
  return scanned.size() < 6 ? std::string() : scanned.substr(0, 4) + "-" + scanned.substr(4, 2);
}

std::string AuditedNeedle::group(Grouping grouping) const {
  switch (grouping) {
    case Grouping::Route:
      return routeId;
    case Grouping::Level:
      return level;
    case Grouping::Gauge:
      return gauge ? std::to_string(*gauge) + "G" : std::string();
    case Grouping::Operator:
      return operatorName;
    case Grouping::Month:
      break;
  }
  return month();
}

std::vector<AuditedNeedle> auditedNeedles(const Control& control) {
  std::vector<AuditedNeedle> needles;
  for (std::size_t i = 0; i < control.actual.choices.needles.size(); ++i) {
    const PlannedNeedle actual = control.actual.needle(i);
    AuditedNeedle audited = commonOf(control);
    const OwnSite site = ownSiteOf(control.actual.choices, actual);
    audited.routeId = site.routeId;
    audited.level = site.level;
    audited.trackingUid = actual.trackingUid;
    audited.label = actual.label;
    if (actual.needle) audited.gauge = actual.needle->gauge;
    audited.verdict = actual.verdict;
    audited.values[placeOf(Measure::LeastClearance)] = leastClearanceOf(actual);
    if (i < control.needles.size()) {
      audited.plannedTrackingUid = control.needles[i].plannedTrackingUid;
      if (control.needles[i].deviation) takeDeviation(audited, *control.needles[i].deviation);
    }
    needles.push_back(std::move(audited));
  }
  return needles;
}

void timeFromPlans(std::vector<AuditedNeedle>& needles, const std::map<std::string, std::string>& savedPlans) {
  for (auto& needle : needles) {
    const auto plan = savedPlans.find(needle.planUid);
    const auto minutes = plan != savedPlans.end() && plan->second.size() >= 8 && needle.saved.size() >= 8
                             ? minutesBetween(plan->second, needle.saved)
                             : std::nullopt;
    const bool oneSession = minutes && *minutes >= 0 && *minutes <= kLongestProcedureHours * 60;
    needle.values[placeOf(Measure::Minutes)] = oneSession ? minutes : std::nullopt;
  }
}

AuditSelection selectForAudit(std::vector<AuditedNeedle> all) {
  AuditSelection selection;
  const auto byTime = [](const AuditedNeedle& needle) {
    return std::tie(needle.scanned, needle.saved, needle.controlUid, needle.trackingUid);
  };
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return byTime(a) < byTime(b); });
  std::set<std::pair<std::string, std::string>> seen;
  selection.copies = takeAway(all, [&](const auto& n) { return !seen.insert({n.controlUid, n.trackingUid}).second; });
  std::set<std::string> replaced;
  for (const auto& needle : all)
    if (!needle.predecessorUid.empty()) replaced.insert(needle.predecessorUid);
  selection.replaced = takeAway(all, [&](const auto& n) { return replaced.contains(n.controlUid); });
  selection.unplanned =
      takeAway(all, [](const auto& n) { return n.plannedTrackingUid.empty() || !n.value(Measure::TipError); });
  selection.notAccepted = takeAway(all, [](const auto& n) { return !n.registrationAccepted; });
  std::map<std::string, std::string> lastControl;  // of a planned needle; they come in the order of time
  for (const auto& needle : all) lastControl[needle.plannedTrackingUid] = needle.controlUid;
  selection.earlierControls =
      takeAway(all, [&](const auto& n) { return lastControl.at(n.plannedTrackingUid) != n.controlUid; });
  selection.needles = std::move(all);
  return selection;
}

void blind(std::vector<AuditedNeedle>& needles) {
  std::map<std::pair<std::uint64_t, std::string>, std::string> letterOf;
  for (const auto& needle : needles) letterOf[{scattered(needle.operatorName), needle.operatorName}];
  std::size_t place = 0;
  for (auto& [name, letter] : letterOf)
    if (!name.second.empty()) letter = letters(place++);
  for (auto& needle : needles) {
    needle.operatorName = letterOf.at({scattered(needle.operatorName), needle.operatorName});
    needle.scanned = needle.scanned.substr(0, 6);
    for (auto* told : {&needle.controlUid, &needle.predecessorUid, &needle.planUid, &needle.trackingUid,
                       &needle.plannedTrackingUid, &needle.saved})
      told->clear();
  }
}

Audit auditOf(std::vector<AuditedNeedle> needles) {
  Audit audit;
  audit.needles = std::move(needles);
  std::vector<const AuditedNeedle*> everyone;
  for (const auto& needle : audit.needles) everyone.push_back(&needle);
  audit.all = groupOf({}, everyone);
  for (const Grouping grouping : kGroupings) audit.groups[grouping] = groupsBy(grouping, audit.needles);
  for (const Measure measure : kMeasures) {
    auto chart = chartOf(measure, audit.needles);
    if (!chart) continue;
    addOutliers(measure, *chart, audit.outliers);
    audit.charts.emplace(measure, std::move(*chart));
  }
  return audit;
}

Expected<needle::PlacementError> placementErrorFrom(const std::vector<AuditedNeedle>& needles,
                                                    const std::string& routeId) {
  std::vector<double> tips, angles;
  for (const auto& needle : needles) {
    if (needle.routeId != routeId || !needle.value(Measure::TipError) || !needle.value(Measure::AngleError)) continue;
    tips.push_back(*needle.value(Measure::TipError));
    angles.push_back(*needle.value(Measure::AngleError));
  }
  if (tips.size() < kLeastForPlacement)
    return refuse("too-few-needles", routeId, std::to_string(tips.size()) + " / " + std::to_string(kLeastForPlacement));
  const auto tip = summaryOf(tips), angle = summaryOf(angles);
  return needle::PlacementError{
      tip->mean, tip->deviation, Angle::degrees(angle->mean), Angle::degrees(*angle->deviation), {}};
}

}  // namespace planning::review
