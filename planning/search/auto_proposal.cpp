#include "planning/search/auto_proposal.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/plan/assess.h"
#include "planning/plan/requirement.h"
#include "planning/search/region_ways.h"

namespace planning {
namespace {

constexpr std::size_t kCoarseTargets = 24, kFineTargets = 4;
constexpr double kTargetsApartMm = 3.0;
constexpr double kAroundAllowedMm = 9.0;  ///< of the skin around a coarse entry is searched in full
constexpr double kRuleBrokenMm = 3.0, kRuleNeedsWordMm = 8.0;  ///< what it costs (ours)

/// As many as are asked for, the most preferred first, each as far from the others as leaves enough.
std::vector<RegionSample> spread(const std::vector<RegionSample>& samples, std::size_t most) {
  for (double apartMm = 5; apartMm > 1; apartMm -= 1) {
    std::vector<RegionSample> chosen;
    for (const RegionSample& sample : samples) {
      const bool apart = std::all_of(chosen.begin(), chosen.end(), [&](const RegionSample& other) {
        return (sample.place - other.place).GetNorm() >= apartMm;
      });
      if (apart && chosen.size() < most) chosen.push_back(sample);
    }
    if (chosen.size() * 2 >= most) return chosen;
  }
  return {samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(std::min(most, samples.size()))};
}

std::vector<Point> coarseEntries(const SkinPlaces& skin) {
  std::vector<Point> entries;
  for (const auto index : skin.coarse) entries.push_back(skin.places[index]);
  return entries;
}

double worth(const TargetTried& tried) {
  return tried.best.value_or(-1e9) + kPreferenceMm * tried.sample.preference;
}

/// One joint search.
class Together {
 public:
  Together(const PlanChoices& choices, const TargetRegion& region, const Scene& scene, const procedure::Routes& routes)
      : choices_(choices), region_(region), scene_(scene), routes_(routes) {
    if (choices_.needles.empty()) choices_.needles.emplace_back().label = "Needle 1";
  }

  Expected<AutoProposal> answer(std::size_t most, Progress& progress);

 private:
  Expected<void> tryRegion(Progress& progress);
  Expected<std::vector<AutoNeedle>> inFull(const TargetTried& tried, Progress& progress) const;
  Expected<AutoBlock> blockOf(Progress& progress) const;
  Expected<std::optional<TargetMove>> nearestFree(Progress& progress) const;
  void explain(AutoNeedle& needle, const OneTarget& at) const;
  std::vector<std::string> missing() const;
  OneTarget at(const Point& target) const { return withTarget(choices_, scene_, routes_, target); }

  PlanChoices choices_;
  const TargetRegion& region_;
  const Scene& scene_;
  const procedure::Routes& routes_;
  SkinPlaces skin_;
  std::vector<TargetTried> tried_;
};

Expected<void> Together::tryRegion(Progress& progress) {
  const auto samples = spread(region_.samples, kCoarseTargets);
  const auto entries = coarseEntries(skin_);
  for (const RegionSample& sample : samples) {
    auto tried = tryTarget(at(sample.place), sample, routes_, entries, progress);
    if (!tried) return tl::unexpected(tried.error());
    tried_.push_back(std::move(*tried));
    progress.advance(static_cast<double>(tried_.size()) / static_cast<double>(samples.size()));
  }
  std::stable_sort(tried_.begin(), tried_.end(),
                   [](const TargetTried& a, const TargetTried& b) { return worth(a) > worth(b); });
  return {};
}

/// Where the needle stands in the route's approach.
std::optional<Finding> approachReason(const SkinSearch& search, const Point& entry) {
  std::optional<double> least;
  for (const auto& range : search.problem.limits.approaches)
    if (const auto off = offMiddle(range, search.problem.limits.side, entry - search.problem.target))
      least = std::min(least.value_or(*off), *off);
  if (!least || search.approachRule.empty()) return std::nullopt;
  const char* code = *least < 0.5 ? "auto-in-the-middle" : *least < 0.85 ? "auto-within" : "auto-at-the-edge";
  return Finding{code, Severity::Info, {search.approachRule}, {}};
}

void Together::explain(AutoNeedle& needle, const OneTarget& one) const {
  const PlannedNeedle& planned = needle.proposal.needle;
  std::size_t said = 0;
  for (const needle::Clearance& row : planned.clearances) {
    if (said == 2) break;
    if (!row.distanceMm || !row.verdict || stopsTheNeedle(row.kind)) continue;
    needle.reasons.push_back({row.confirmed ? "auto-nearest" : "auto-nearest-unconfirmed",
                              Severity::Info,
                              {row.structure, mmText(*row.distanceMm), mmText(row.errorBoundMm)},
                              {}});
    ++said;
  }
  if (const auto search = searchFor(one.choices, 0, one.scene, routes_))
    if (auto reason = approachReason(*search, *planned.entry)) needle.reasons.push_back(std::move(*reason));
  if (needle.fromMiddleMm < 0.5)
    needle.reasons.push_back({"auto-target-best", Severity::Info, {}, {}});
  else
    needle.reasons.push_back({"auto-target-off", Severity::Info, {mmText(needle.fromMiddleMm)}, {}});
  PlanChoices choices = one.choices;
  choices.needles.front() = planned;
  Scene scene = one.scene;
  scene.chances = false;
  for (const Finding& finding : assess(choices, scene, routes_).findings) {
    const bool ofRule = finding.code.starts_with("rule-");
    if (finding.arguments.empty() || finding.arguments.front() != planned.label) continue;  // another needle's
    if (!ofRule && finding.code != "reserve-short" && finding.code != "needle-too-short") continue;
    if (finding.code == "rule-broken" || finding.code == "reserve-short") needle.score -= kRuleBrokenMm;
    if (finding.code == "rule-needs-word") needle.score -= kRuleNeedsWordMm;
    needle.reasons.push_back(finding);
  }
}

/// The skin near the best coarse entries, every place of it.
std::vector<Point> around(const SkinPlaces& skin, const std::vector<Point>& allowed) {
  std::vector<Point> near;
  for (const Point& place : skin.places)
    if (std::any_of(allowed.begin(), allowed.end(),
                    [&](const Point& entry) { return (place - entry).GetNorm() <= kAroundAllowedMm; }))
      near.push_back(place);
  return near;
}

Expected<std::vector<AutoNeedle>> Together::inFull(const TargetTried& tried, Progress& progress) const {
  const OneTarget one = at(tried.sample.place);
  const auto search = searchFor(one.choices, 0, one.scene, routes_);
  if (!search) return tl::unexpected(search.error());
  const auto places = around(skin_, tried.allowed);
  const auto room = roomOn(*search, places, progress);
  if (!room) return tl::unexpected(room.error());
  auto proposals = proposalsOf(one.choices, 0, one.scene, routes_, *search, places, *room, 3, progress);
  if (!proposals && proposals.error().code != "no-way-in") return tl::unexpected(proposals.error());
  std::vector<AutoNeedle> needles;
  if (!proposals) return needles;
  for (Proposal& proposal : *proposals) {
    AutoNeedle needle;
    needle.preference = tried.sample.preference;
    needle.fromMiddleMm = (tried.sample.place - region_.middle()).GetNorm();
    needle.score = proposal.score + kPreferenceMm * needle.preference;
    needle.proposal = std::move(proposal);
    explain(needle, one);
    needles.push_back(std::move(needle));
  }
  return needles;
}

Expected<std::optional<TargetMove>> Together::nearestFree(Progress& progress) const {
  const auto entries = coarseEntries(skin_);
  std::size_t n = 0;
  for (const RegionSample& sample : region_.around) {
    const auto tried = tryTarget(at(sample.place), sample, routes_, entries, progress);
    if (!tried) return tl::unexpected(tried.error());
    progress.advance(static_cast<double>(++n) / static_cast<double>(region_.around.size()));
    if (tried->allowed.empty()) continue;
    const Vector way = sample.place - region_.middle();
    return std::optional(
        TargetMove{dot(way, region_.lateral), dot(way, region_.up), dot(way, region_.front), sample.place});
  }
  return std::optional<TargetMove>();
}

/// What the ways of all targets say.
Expected<AutoBlock> Together::blockOf(Progress& progress) const {
  std::map<std::string, std::size_t> blocked, alone;
  std::map<needle::EntryBar, std::size_t> outside;
  AutoBlock block;
  for (const TargetTried& tried : tried_) {
    for (const auto& [bar, count] : tried.outside) outside[bar] += count;
    for (const auto& bars : tried.barredBy) {
      ++block.ways;
      for (const auto which : bars) ++blocked[tried.names[which]];
      if (bars.size() == 1) ++alone[tried.names[bars.front()]];
    }
  }
  for (const auto& [name, count] : blocked) {
    const std::size_t own = alone.contains(name) ? alone.at(name) : 0;
    if (std::pair(own, count) > std::pair(block.alone, block.blocked))
      block.structure = name, block.alone = own, block.blocked = count;
  }
  const auto most = std::max_element(outside.begin(), outside.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  block.bar = needle::word(!block.structure.empty() ? needle::EntryBar::Structure
                           : most != outside.end()  ? most->first
                                                    : needle::EntryBar::None);
  for (const auto& measured : scene_.structures)
    if (measured.structure.name == block.structure) block.expectedOnly = isExpectedOnly(measured.structure);
  auto freed = nearestFree(progress);
  if (!freed) return tl::unexpected(freed.error());
  block.freed = *freed;
  return block;
}

std::vector<std::string> Together::missing() const {
  std::vector<std::string> ids;
  const OneTarget one = at(region_.middle());
  for (const auto& requirement :
       requirementsOf(routes_.find(choices_.routeId), one.choices, one.scene.structures, one.choices.needles.front())) {
    const auto& metBy = requirement.metBy;
    const bool given = std::any_of(metBy.begin(), metBy.end(),
                                   [&](std::size_t i) { return !isProposal(one.scene.structures[i].structure); });
    if (!given) ids.push_back(requirement.required->id);
  }
  return ids;
}

/// Best first, without those that are one needle with a better one.
std::vector<AutoNeedle> distinct(std::vector<AutoNeedle> needles, std::size_t most) {
  std::stable_sort(needles.begin(), needles.end(),
                   [](const AutoNeedle& a, const AutoNeedle& b) { return a.score > b.score; });
  std::vector<AutoNeedle> kept;
  for (AutoNeedle& needle : needles) {
    const auto like = [&](const AutoNeedle& other) {
      const auto &a = needle.proposal.needle, &b = other.proposal.needle;
      return (*a.entry - *b.entry).GetNorm() < kBetweenProposalsMm;
    };
    if (kept.size() < most && std::none_of(kept.begin(), kept.end(), like)) kept.push_back(std::move(needle));
  }
  return kept;
}

Expected<AutoProposal> Together::answer(std::size_t most, Progress& progress) {
  if (!scene_.skin) return refuse("skin-not-found");
  skin_ = placesOn(*scene_.skin);
  AutoProposal proposal;
  proposal.missing = missing();
  ProgressPart coarse(progress, 0, 0.5), fine(progress, 0.5, 1);
  if (const auto tried = tryRegion(coarse); !tried) return tl::unexpected(tried.error());
  std::vector<AutoNeedle> needles;
  std::vector<Point> done;
  for (const TargetTried& tried : tried_) {
    if (!tried.best || done.size() == kFineTargets) break;
    const Point& place = tried.sample.place;
    if (std::any_of(done.begin(), done.end(),
                    [&](const Point& other) { return (place - other).GetNorm() < kTargetsApartMm; }))
      continue;
    ProgressPart part(fine, static_cast<double>(done.size()) / kFineTargets,
                      static_cast<double>(done.size() + 1) / kFineTargets);
    auto found = inFull(tried, part);
    if (!found) return tl::unexpected(found.error());
    std::move(found->begin(), found->end(), std::back_inserter(needles));
    done.push_back(place);
  }
  proposal.needles = distinct(std::move(needles), most);
  if (proposal.needles.empty()) {
    auto block = blockOf(fine);
    if (!block) return tl::unexpected(block.error());
    proposal.block = std::move(*block);
  }
  progress.advance(1);
  return proposal;
}

}  // namespace

Expected<AutoProposal> proposeTogether(const PlanChoices& choices, const TargetRegion& region, const Scene& scene,
                                       const procedure::Routes& routes, std::size_t most, Progress& progress) {
  return Together(choices, region, scene, routes).answer(most, progress);
}

}  // namespace planning
