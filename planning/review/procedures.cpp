#include "planning/review/procedures.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "planning/joined.h"
#include "planning/plan/own_choices.h"

namespace planning::review {
namespace {

using procedure::Opacification;
using procedure::ProcedureRecord;

/// Over those of which `said` tells something: true or false.
template <class Said>
std::optional<Proportion> rate(const std::vector<const AuditedProcedure*>& procedures, const Said& said) {
  std::size_t count = 0, of = 0;
  for (const auto* one : procedures) {
    const std::optional<bool> answer = said(one->record);
    of += answer.has_value();
    count += answer.value_or(false);
  }
  return proportionOf(count, of);
}

auto shows(Opacification pattern) {
  return [pattern](const ProcedureRecord& record) -> std::optional<bool> {
    if (record.opacifications.empty()) return std::nullopt;
    return std::ranges::find(record.opacifications, pattern) != record.opacifications.end();
  };
}

std::optional<bool> isComplicated(const ProcedureRecord& record) {
  if (!record.complications.empty()) return true;
  return record.noComplications ? std::optional(false) : std::nullopt;
}

auto relievedBy(std::optional<double> ProcedureRecord::*later) {
  return [later](const ProcedureRecord& record) -> std::optional<bool> {
    if (!record.painBefore || *record.painBefore <= 0 || !(record.*later)) return std::nullopt;
    return *(record.*later) <= *record.painBefore / 2;
  };
}

ProcedureGroup groupOf(std::string routeId, const std::vector<const AuditedProcedure*>& procedures) {
  return {std::move(routeId),
          procedures.size(),
          rate(procedures, shows(Opacification::Vascular)),
          rate(procedures, shows(Opacification::Intrathecal)),
          rate(procedures, isComplicated),
          rate(procedures, relievedBy(&ProcedureRecord::painAfter)),
          rate(procedures, relievedBy(&ProcedureRecord::painDay4)),
          rate(procedures, relievedBy(&ProcedureRecord::painDay30))};
}

/// Which needle an opacification or a complication was of no record says: a session of several routes is none of any.
std::string routesOf(const PlanChoices& choices) {
  std::set<std::string> routes;
  for (const NeedleChoice& needle : choices.needles) routes.insert(ownSiteOf(choices, needle).routeId);
  return choices.needles.empty() ? choices.routeId : joined({routes.begin(), routes.end()});
}

}  // namespace

std::optional<AuditedProcedure> auditedProcedure(const Plan& plan) {
  if (!plan.choices.record) return std::nullopt;
  const auto& report = plan.report;
  return AuditedProcedure{report.sopInstanceUid,  report.seriesUid,
                          report.version,         report.savedDate + report.savedTime,
                          routesOf(plan.choices), *plan.choices.record};
}

std::array<std::pair<const char*, std::optional<Proportion>>, 6> ratesOf(const ProcedureGroup& group) {
  return {{{"vascular", group.vascular},
           {"intrathecal", group.intrathecal},
           {"complications", group.complications},
           {"relieved_after", group.relievedAfter},
           {"relieved_day4", group.relievedDay4},
           {"relieved_day30", group.relievedDay30}}};
}

ProcedureAudit auditOf(std::vector<AuditedProcedure> procedures) {
  ProcedureAudit audit;
  std::set<std::string> seen, counted;
  audit.copies = std::erase_if(procedures, [&](const auto& one) { return !seen.insert(one.planUid).second; });
  std::ranges::stable_sort(procedures, std::greater<>(),
                           [](const auto& one) { return std::pair(one.version, one.saved); });
  audit.replaced = std::erase_if(procedures, [&](const auto& one) { return !counted.insert(one.seriesUid).second; });
  std::vector<const AuditedProcedure*> everyone;
  std::map<std::string, std::vector<const AuditedProcedure*>> byRoute;
  for (const auto& one : procedures) {
    everyone.push_back(&one);
    byRoute[one.routeId].push_back(&one);
  }
  audit.all = groupOf({}, everyone);
  for (const auto& [route, members] : byRoute) audit.byRoute.push_back(groupOf(route, members));
  if (!audit.byRoute.empty() && audit.byRoute.front().routeId.empty())
    std::rotate(audit.byRoute.begin(), audit.byRoute.begin() + 1, audit.byRoute.end());
  return audit;
}

}  // namespace planning::review
