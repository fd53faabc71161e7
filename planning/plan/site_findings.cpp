#include "planning/plan/site_findings.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "planning/anatomy/level_span.h"
#include "planning/joined.h"
#include "planning/procedure/said.h"

namespace planning {
namespace {

using anatomy::Side;
using procedure::SideOf;

constexpr const char* kCaudalLevel = "S4-S5";
constexpr double kCaudalBelowMm = 30;  ///< the sacral canal's part that a caudal needle lies in, below S1's pedicles

/// The last word on it counts.
const SeenBySight* seenAs(const std::vector<SeenBySight>& seen, const std::string& what) {
  const auto found = std::find_if(seen.rbegin(), seen.rend(), [&](const SeenBySight& one) {
    return one.what == what && isSaid(one.by) && isSaid(one.how);
  });
  return found == seen.rend() ? nullptr : &*found;
}

enum class LevelIs { Here, Elsewhere, NotCounted };

LevelIs atSpan(const PlanChoices& choices, const std::string& level, const Point& target) {
  const auto outside = anatomy::outsideLevelMm(choices.levels, level, target);
  if (!outside) return LevelIs::NotCounted;
  return std::abs(*outside) <= kLevelToleranceMm ? LevelIs::Here : LevelIs::Elsewhere;
}

/// A free needle at a vertebra is at the disc above or below it.
LevelIs atVertebra(const PlanChoices& choices, const std::string& vertebra, const Point& target) {
  LevelIs best = LevelIs::Elsewhere;
  for (const auto& [upper, lower] : {std::pair(anatomy::levelAbove(vertebra), std::optional(vertebra)),
                                     std::pair(std::optional(vertebra), anatomy::levelAbove(vertebra, -1))}) {
    if (!upper || !lower) continue;
    const LevelIs one = atSpan(choices, *upper + "-" + *lower, target);
    if (one == LevelIs::Here) return one;
    if (one == LevelIs::NotCounted) best = one;
  }
  return best;
}

LevelIs atLevel(const PlanChoices& choices, const procedure::Route* route, const std::string& level,
                const Point& target) {
  if (level == kCaudalLevel) {
    const auto below = anatomy::belowFirstSacralMm(choices.levels, target);
    if (!below) return LevelIs::NotCounted;
    return *below >= kCaudalBelowMm ? LevelIs::Here : LevelIs::Elsewhere;
  }
  const bool free = !route || route->levels.empty();
  return free && level.find('-') == std::string::npos ? atVertebra(choices, level, target)
                                                      : atSpan(choices, level, target);
}

/// "L4-L5" says what the root "L4" of a list of roots says, and no more; not the other way round.
bool isOffered(const std::vector<std::string>& list, const std::string& level) {
  const auto bounds = anatomy::boundsOf(level);
  return list.empty() || std::any_of(list.begin(), list.end(), [&](const std::string& offered) {
           if (offered == level) return true;
           const auto own = anatomy::boundsOf(offered);
           const bool root = offered.find('-') == std::string::npos && level.find('-') != std::string::npos;
           return root && bounds && own && own->upper == bounds->upper && own->lower == bounds->lower;
         });
}

/// Findings of one needle under way.
class Judge {
 public:
  Judge(const NeedleChoice& needle, const MeasuredSite& site, const PlanChoices& choices, const procedure::Route* route)
      : needle_(needle), site_(site), choices_(choices), route_(route) {}

  std::vector<Finding> findings() {
    judgeSide();
    judgeLevel();
    return std::move(findings_);
  }

 private:
  void judgeSide();
  void judgeMeasuredSide(Side stated, SideOf sideOf);
  void judgeLevel();
  void judgePlace(const std::string& level);
  void add(const char* code, std::vector<std::string> arguments, Severity severity = Severity::Error) {
    arguments.insert(arguments.begin(), needle_.label);
    findings_.push_back({code, severity, std::move(arguments), {}});
  }

  const NeedleChoice& needle_;
  const MeasuredSite& site_;
  const PlanChoices& choices_;
  const procedure::Route* route_;
  std::vector<Finding> findings_;
};

void Judge::judgeSide() {
  const Side stated = choices_.side.value_or(Side::None);
  const SideOf sideOf = route_ ? route_->sideOf : SideOf::Target;
  if (stated == Side::None) {
    if (!route_ || route_->needsSide) add("side-not-stated", {});
    return;
  }
  const bool placed = sideOf == SideOf::Entry ? needle_.entry.has_value() : needle_.target.has_value();
  if (sideOf == SideOf::Nothing || !placed) return;
  if (site_.side) return judgeMeasuredSide(stated, sideOf);
  const SeenBySight* seen = choices_.fluoroscopy ? seenAs(choices_.sidesSeen, word(stated)) : nullptr;
  if (seen)
    add("side-seen", {word(stated), seen->by, seen->how}, Severity::Info);
  else
    add("side-not-measured", {word(stated)});
}

void Judge::judgeMeasuredSide(Side stated, SideOf sideOf) {
  const std::string away = mmText(std::abs(*site_.lateralMm)), against = word(*site_.against);
  if (*site_.side == MeasuredSide::Midline) {
    if (sideOf != SideOf::Body)
      add(sideOf == SideOf::Entry ? "entry-on-midline" : "target-on-midline", {away, against});
    return;
  }
  const Side measured = *site_.side == MeasuredSide::Left ? Side::Left : Side::Right;
  if (stated != Side::Bilateral && stated != measured)
    add("side-contradicts", {word(stated), word(measured), away, against});
}

void Judge::judgeLevel() {
  const std::vector<std::string> list = route_ ? route_->levels : std::vector<std::string>{};
  if (choices_.level.empty()) {
    if (!route_ || !list.empty()) add("level-not-stated", {});
    return;
  }
  const auto level = procedure::statedLevel(choices_.level);
  if (!level && list.empty()) return add("level-not-readable", {choices_.level});
  if (!level || !isOffered(list, *level)) return add("level-not-of-the-list", {choices_.level, joined(list)});
  if (needle_.target) judgePlace(*level);
}

void Judge::judgePlace(const std::string& level) {
  switch (atLevel(choices_, route_, level, *needle_.target)) {
    case LevelIs::Here:
      if (std::find(site_.levels.begin(), site_.levels.end(), level) != site_.levels.end() &&
          site_.levels.front() != level)
        add("level-near-border", {level, site_.levels.front()}, Severity::Warning);
      return;
    case LevelIs::Elsewhere:
      return add("level-contradicts", {level, joined(site_.levels)});
    case LevelIs::NotCounted:
      // Well inside another level that was counted: no word stands against that.
      if (const auto counted = anatomy::levelsAt(choices_.levels, *needle_.target, -kLevelToleranceMm);
          !counted.empty())
        return add("level-contradicts", {level, joined(counted)});
      if (const SeenBySight* seen = seenAs(choices_.levelsSeen, level))
        return add("level-seen", {level, seen->by, seen->how}, Severity::Info);
      return add("level-not-counted", {level});
  }
}

}  // namespace

std::vector<Finding> siteFindings(const NeedleChoice& needle, const MeasuredSite& site, const PlanChoices& choices,
                                  const procedure::Route* route) {
  return Judge(needle, site, choices, route).findings();
}

}  // namespace planning
