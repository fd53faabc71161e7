#include "planning/plan/structure_place.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "planning/anatomy/level_measures.h"
#include "planning/anatomy/level_span.h"
#include "planning/plan/site.h"
#include "planning/procedure/words.h"

namespace planning {
namespace {

using anatomy::MeasuredStructure;
using anatomy::Side;
using procedure::Place;

constexpr double kNearMm = 25;
constexpr double kMostOfIt = 0.5, kStray = 0.1;
constexpr double kInsideMm = 5, kOutsideMm = 10;  ///< of the pedicle's middle: the foramen from side to side
constexpr double kAlsoThere = 0.5;                ///< of the most that lies in any foramen
/// The root that no pedicle bounds: it leaves behind the joint of atlas and axis, and runs down beside C3's foramen.
constexpr const char* kWithoutForamen = "C2";

/// Places all over its surface, a few hundred.
std::vector<Point> placesOf(const MeasuredStructure& structure) {
  constexpr std::size_t kMost = 600;
  std::vector<Point> places;
  if (!structure.surface) return places;
  const auto& vertices = structure.surface->vertices;
  for (std::size_t n = 0; n < vertices.size(); n += vertices.size() / kMost + 1)
    places.push_back(makePoint(double(vertices[n][0]), double(vertices[n][1]), double(vertices[n][2])));
  return places;
}

std::vector<Point> placesNear(const MeasuredStructure& structure, double heightMm) {
  const std::vector<Point> all = placesOf(structure);
  std::vector<Point> near;
  std::copy_if(all.begin(), all.end(), std::back_inserter(near),
               [&](const Point& p) { return std::abs(p[2] - heightMm) <= kNearMm; });
  return near.empty() ? all : near;
}

/// The vertebra whose pedicles the root's foramen lies below: for a cervical one the upper of the two.
bool liesInForamen(const PlanChoices& choices, const std::string& root, const Point& p, double lateralMm) {
  const auto outside = anatomy::outsideLevelMm(choices.levels, root, p);
  if (!outside || *outside != 0) return false;
  const double asideMm = anatomy::measureOf(anatomy::boundsOf(root)->upper)->pediclesAsideMm;
  return std::abs(lateralMm) >= asideMm - kInsideMm && std::abs(lateralMm) <= asideMm + kOutsideMm;
}

/// Those whose foramen the counted vertebrae bound.
std::vector<std::string> boundedRoots(const PlanChoices& choices) {
  std::vector<std::string> roots = anatomy::levelNames();
  roots.emplace_back("C8");
  std::erase_if(roots, [&](const std::string& root) {
    return root == kWithoutForamen || !anatomy::outsideLevelMm(choices.levels, root, makePoint(0, 0, 0));
  });
  return roots;
}

/// How many of the structure's places lie in each root's foramen, most first; few strays do not count.
std::vector<std::pair<std::size_t, std::string>> countedForamina(const MeasuredStructure& structure,
                                                                 const PlanChoices& choices) {
  std::vector<std::pair<std::size_t, std::string>> counts;
  for (const std::string& root : boundedRoots(choices)) counts.emplace_back(0, root);
  const std::vector<Point> places = placesOf(structure);
  const auto fewest = static_cast<std::size_t>(kStray * static_cast<double>(places.size()));
  for (const Point& p : places) {
    const auto lateral = lateralOf(p, choices);
    if (!lateral) continue;
    for (auto& [count, root] : counts) count += liesInForamen(choices, root, p, lateral->mm);
  }
  std::erase_if(counts, [&](const auto& each) { return each.first <= fewest; });
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  return counts;
}

Place placeBySide(const MeasuredStructure& structure, const std::optional<Side>& side, const PlanChoices& choices,
                  const Point& target) {
  if (!side || *side == Side::None || *side == Side::Bilateral) return Place::CannotTell;
  const auto lying = lyingOn(structure, target, choices);
  if (!lying) return Place::CannotTell;
  return *lying == *side || *lying == Side::Bilateral ? Place::Here : Place::Elsewhere;
}

Place placeByLevel(const MeasuredStructure& structure, const std::string& root, const PlanChoices& choices) {
  const auto bounded = boundedRoots(choices);
  const auto found = foraminaOf(structure, choices);
  // What has no level in its name is told by its foramen alone: it is not C2's if another holds it.
  const bool nameless = procedure::namedLevels(structure.structure.name).empty();
  const bool besideC3 = std::find(found.begin(), found.end(), "C3") != found.end();
  if (root == kWithoutForamen && !found.empty() && (nameless || !besideC3)) return Place::Elsewhere;
  if (std::find(bounded.begin(), bounded.end(), root) == bounded.end()) return Place::CannotTell;
  if (found.empty()) return nameless ? Place::Elsewhere : Place::CannotTell;
  if (std::find(found.begin(), found.end(), root) != found.end()) return Place::Here;
  return Place::Elsewhere;
}

}  // namespace

std::optional<Side> lyingOn(const MeasuredStructure& structure, const Point& near, const PlanChoices& choices) {
  double left = 0, right = 0, all = 0;
  for (const Point& p : placesNear(structure, near[2])) {
    const auto lateral = lateralOf(p, choices);
    if (!lateral) continue;
    ++all;
    left += lateral->mm > kMidlineMm, right += lateral->mm < -kMidlineMm;
  }
  if (all == 0) return std::nullopt;
  if (left > kStray * all && right > kStray * all) return Side::Bilateral;
  if (std::max(left, right) < kMostOfIt * all) return std::nullopt;
  return left > right ? Side::Left : Side::Right;
}

std::vector<std::string> foraminaOf(const MeasuredStructure& structure, const PlanChoices& choices) {
  std::vector<std::string> roots;
  const auto counts = countedForamina(structure, choices);
  for (const auto& [count, root] : counts)
    if (static_cast<double>(count) >= kAlsoThere * static_cast<double>(counts.front().first)) roots.push_back(root);
  return roots;
}

Place placeByLying(const procedure::RequiredStructure& required, const MeasuredStructure& structure,
                   const std::optional<Side>& side, const PlanChoices& choices, const std::optional<Point>& target) {
  if (!target) return Place::CannotTell;
  const Place bySide = required.ofSide ? placeBySide(structure, side, choices, *target) : Place::Here;
  const std::string root = procedure::requiredRoot(required, choices.level);
  const Place byLevel = required.ofLevel ? placeByLevel(structure, root, choices) : Place::Here;
  return std::max(bySide, byLevel);
}

std::vector<Finding> nameFindings(const procedure::RequiredStructure& required, const MeasuredStructure& structure,
                                  const PlanChoices& choices, const std::optional<Point>& target) {
  std::vector<Finding> findings;
  const anatomy::Structure& own = structure.structure;
  if (!target) return findings;
  const auto add = [&](const char* code, const std::string& named, const std::string& lying) {
    findings.push_back({code, Severity::Error, {own.name, named, lying}, {}});
  };
  const auto named = procedure::namedSide(own.name);
  if (named && (own.side == Side::Left || own.side == Side::Right) && own.side != *named)
    add("name-contradicts-side", word(*named), word(own.side));
  const Side stated = named.value_or(own.side);
  const auto lying = required.ofSide ? lyingOn(structure, *target, choices) : std::nullopt;
  const bool oneSided = stated == Side::Left || stated == Side::Right;
  if (oneSided && lying && *lying != Side::Bilateral && *lying != stated)
    add("name-contradicts-side", word(stated), word(*lying));
  const auto levels = procedure::namedLevels(own.name);
  if (!required.ofLevel || levels.size() != 1) return findings;
  const std::string root = procedure::exitingRoot(levels.front());
  const auto foramina = foraminaOf(structure, choices);
  if (root == kWithoutForamen) {  // beside C3's foramen, or in none
    if (!foramina.empty() && std::find(foramina.begin(), foramina.end(), "C3") == foramina.end())
      add("name-contradicts-level", root, foramina.front());
    return findings;
  }
  if (!foramina.empty() && std::find(foramina.begin(), foramina.end(), root) == foramina.end())
    add("name-contradicts-level", root, foramina.front());
  return findings;
}

}  // namespace planning
