#include "planning/plan/site_check.h"

#include "planning/plan/own_choices.h"

namespace planning {
namespace {

CheckedSite siteOf(const PlanChoices& choices, const NeedleChoice& needle) {
  const PlanChoices own = ownChoices(choices, needle);
  return {needle.label, own.routeId, own.level, own.side, needle.entry, needle.target};
}

bool samePlace(const std::optional<Point>& a, const std::optional<Point>& b) {
  constexpr double kRoundedMm = 0.01;
  return a.has_value() == b.has_value() && (!a || (*a - *b).GetNorm() <= kRoundedMm);
}

std::vector<std::string> changesOf(const CheckedSite& then, const CheckedSite& now) {
  std::vector<std::string> changed;
  if (then.routeId != now.routeId) changed.emplace_back("route");
  if (then.level != now.level) changed.emplace_back("level");
  if (then.side != now.side) changed.emplace_back("side");
  if (!samePlace(then.entry, now.entry)) changed.emplace_back("entry");
  if (!samePlace(then.target, now.target)) changed.emplace_back("target");
  return changed;
}

}  // namespace

SiteCheck siteCheckOf(const PlanChoices& choices, const std::string& by, const std::string& at) {
  SiteCheck check{by, at, choices.scan.patient.id, {}};
  for (const NeedleChoice& needle : choices.needles) check.needles.push_back(siteOf(choices, needle));
  return check;
}

std::vector<Finding> siteCheckFindings(const PlanChoices& choices) {
  std::vector<Finding> findings;
  if (!choices.siteCheck) return findings;
  const auto stale = [&](std::vector<std::string> what) {
    findings.push_back({"site-check-stale", Severity::Warning, std::move(what), {}});
  };
  const SiteCheck& then = *choices.siteCheck;
  const SiteCheck now = siteCheckOf(choices, then.by, then.at);
  if (then.patientId != now.patientId) stale({"patient"});
  if (then.needles.size() != now.needles.size()) {
    stale({"needles"});
    return findings;
  }
  for (std::size_t i = 0; i < now.needles.size(); ++i)
    for (const std::string& what : changesOf(then.needles[i], now.needles[i])) stale({what, now.needles[i].needle});
  return findings;
}

}  // namespace planning
