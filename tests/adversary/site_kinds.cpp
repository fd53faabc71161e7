// Sides and levels that are not those of the needle.
#include <algorithm>
#include <cmath>

#include "planning/anatomy/level_names.h"
#include "planning/anatomy/level_span.h"
#include "planning/plan/site.h"
#include "planning/procedure/route.h"
#include "tests/adversary/kinds.h"

namespace adversary {
namespace {

using planning::anatomy::Side;
using planning::procedure::SideOf;

bool isSided(const Case& made) {
  return made.choices.side == Side::Left || made.choices.side == Side::Right;
}

void stateTheOtherSide(Case& made) {
  made.choices.side = made.choices.side == Side::Left ? Side::Right : Side::Left;
}

/// As where no spine was counted: somebody vouches for the level.
void forgetTheCount(Case& made) {
  made.choices.levels.clear();
  if (const auto level = planning::procedure::statedLevel(made.choices.level))
    made.choices.levelsSeen = {{*level, "Roe^Ann", "images", made.date}};
}

void clickTheMidline(Case& made, Random& random) {
  const double z = (*made.needle().target)[2];
  made.choices.midline = {planning::makePoint(made.body->middleX, 70, z + between(random, 15, 45)),
                          planning::makePoint(made.body->middleX, 70, z - between(random, 15, 45))};
}

bool stated(Case& made, Random&) {
  if (!isSided(made)) return false;
  stateTheOtherSide(made);
  return true;
}

bool statedAgainstTheMidline(Case& made, Random& random) {
  if (!isSided(made)) return false;
  forgetTheCount(made);
  clickTheMidline(made, random);
  stateTheOtherSide(made);
  return true;
}

bool statedAgainstTheBody(Case& made, Random&) {
  if (!isSided(made) || made.route().sideOf != SideOf::Body) return false;
  forgetTheCount(made);
  stateTheOtherSide(made);
  return true;
}

bool notStated(Case& made, Random& random) {
  if (!made.route().needsSide) return false;
  made.choices.side = oneOf(random, 2) == 0 ? std::optional<Side>() : std::optional(Side::None);
  return true;
}

bool notMeasured(Case& made, Random&) {
  if (!made.route().needsSide) return false;
  forgetTheCount(made);
  return true;
}

void putOnMiddle(planning::Point& place, const Case& made, Random& random) {
  place[0] = made.body->middleX + between(random, -2.8, 2.8);
}

bool targetOnMidline(Case& made, Random& random) {
  if (made.route().sideOf != SideOf::Target) return false;
  putOnMiddle(*made.needle().target, made, random);
  return true;
}

bool entryOnMidline(Case& made, Random& random) {
  if (made.route().sideOf != SideOf::Entry) return false;
  putOnMiddle(*made.needle().entry, made, random);
  return true;
}

bool entryOnTheOtherSide(Case& made, Random&) {
  if (made.route().sideOf != SideOf::Entry) return false;
  auto& entry = *made.needle().entry;
  entry[0] = 2 * made.body->middleX - entry[0];
  return true;
}

/// The level so many vertebrae higher, of the route's list; empty: there is none.
std::string neighbour(const Case& made, int up) {
  const auto& list = made.route().levels;
  const auto own = planning::procedure::statedLevel(made.choices.level);
  const auto bounds = own ? planning::anatomy::levelAbove(own->substr(0, own->find('-')), up) : std::nullopt;
  if (!bounds) return {};
  for (const std::string& level : list)
    if (level.substr(0, level.find('-')) == *bounds) return level;
  return {};
}

/// Farther beyond the stated level's pedicles, as counted, than a level reaches beyond them (kLevelToleranceMm):
/// nearer, the stated level may be meant.
bool liesElsewhere(Case& made) {
  constexpr double kBeyondMm = planning::kLevelToleranceMm + 1.5;
  const auto bounds = planning::anatomy::boundsOf(made.choices.level);
  const auto& levels = made.choices.levels;
  const auto at = [&](const std::string& name) {
    return std::find_if(levels.begin(), levels.end(), [&](const auto& level) { return level.name == name; });
  };
  if (!bounds || at(bounds->upper) == levels.end() || at(bounds->lower) == levels.end()) return false;
  const auto upper = *at(bounds->upper)->inCanal, lower = *at(bounds->lower)->inCanal;
  auto up = upper - lower;
  up.Normalize();
  const auto target = *made.needle().target;
  return planning::dot(target - upper, up) > kBeyondMm || planning::dot(lower - target, up) > kBeyondMm;
}

bool stateNeighbour(Case& made, Random& random) {
  const int first = oneOf(random, 2) == 0 ? 1 : -1;
  const std::string own = made.choices.level;
  for (const int up : {first, -first}) {
    made.choices.level = neighbour(made, up);
    if (!made.choices.level.empty() && liesElsewhere(made)) return true;
    made.choices.level = own;
  }
  return false;
}

bool vouchForNeighbour(Case& made, Random& random) {
  if (!stateNeighbour(made, random)) return false;
  const auto level = planning::procedure::statedLevel(made.choices.level);
  made.choices.levelsSeen = {{level.value(), "Roe^Ann", "images", made.date}};
  return true;
}

/// The person counted from a vertebra that he took for the next one: every name is one off.
bool countOneOff(Case& made, Random& random) {
  if (made.route().levels.size() < 2) return false;
  const int up = oneOf(random, 2) == 0 ? 1 : -1;
  std::vector<planning::anatomy::CountedLevel> renamed;
  for (auto level : made.choices.levels)
    if (const auto name = planning::anatomy::levelAbove(level.name, up)) {
      level.name = *name;
      renamed.push_back(level);
    }
  made.choices.levels = renamed;
  return liesElsewhere(made);
}

bool blank(Case& made, Random&) {
  if (made.route().levels.empty()) return false;
  made.choices.level.clear();
  return true;
}

bool freeText(Case& made, Random& random) {
  constexpr const char* kTexts[] = {"lumbar", "L4-L5 or so", "L4-L5, L5-S1", "L6-S1", "see above", "4", "D13-L1"};
  if (made.route().levels.empty()) return false;
  made.choices.level = kTexts[oneOf(random, std::size(kTexts))];
  return true;
}

bool unreadable(Case& made, Random& random) {
  constexpr const char* kTexts[] = {"piriformis", "left", "level 3", "L"};
  if (!made.route().levels.empty()) return false;
  made.choices.level = kTexts[oneOf(random, std::size(kTexts))];
  return true;
}

/// A vertebra that no body has, vouched for where nothing was counted.
bool noSuchVertebra(Case& made, Random& random) {
  constexpr const char* kTexts[] = {"L9", "T17", "C11-C12", "S9", "L7-L8"};
  if (!made.route().levels.empty()) return false;
  made.choices.level = kTexts[oneOf(random, std::size(kTexts))];
  forgetTheCount(made);
  return true;
}

bool seenAtAnother(Case& made, Random&) {
  if (made.choices.level.empty()) return false;
  forgetTheCount(made);
  if (made.choices.levelsSeen.empty()) return false;
  made.choices.midline = {planning::makePoint(made.body->middleX, 70, (*made.needle().target)[2] + 30),
                          planning::makePoint(made.body->middleX, 70, (*made.needle().target)[2] - 30)};
  made.choices.levelsSeen.front().what = made.choices.level == "L2-L3" ? "L1-L2" : "L2-L3";
  return true;
}

bool onlyClicked(Case& made, Random& random) {
  if (made.choices.level.empty()) return false;
  clickTheMidline(made, random);
  for (auto& level : made.choices.levels) level.byClick = true, level.inCanal.reset();
  return true;
}

bool notSure(Case& made, Random&) {
  if (made.choices.level.empty()) return false;
  for (auto& level : made.choices.levels) level.sure = false;
  return true;
}

/// Two vertebrae have each other's names.
bool countOutOfOrder(Case& made, Random&) {
  auto& levels = made.choices.levels;
  if (levels.size() < 2) return false;
  std::swap(levels[0].name, levels[1].name);
  return true;
}

bool vouchedForByABlank(Case& made, Random& random) {
  constexpr const char* kNobody[] = {" ", "^", "  -"};
  if (made.choices.level.empty()) return false;
  forgetTheCount(made);
  if (made.choices.levelsSeen.empty()) return false;
  made.choices.levelsSeen.front().by = kNobody[oneOf(random, std::size(kNobody))];
  return true;
}

/// A needle between the laminae far above the sacrum, planned as one through its hiatus.
bool caudalAboveTheSacrum(Case& made, Random&) {
  if (made.choices.routeId != "lumbar-interlaminar" && made.choices.routeId != "blood-patch") return false;
  made.choices.routeId = "caudal";
  made.choices.level = "S4-S5";
  return true;
}

bool atlasFarBelow(Case& made, Random&) {
  if (made.choices.routeId != "cervical-facet") return false;
  made.choices.routeId = "c1-c2";
  made.choices.level = "C1-C2";
  return true;
}

}  // namespace

std::vector<Contradiction> sideKinds() {
  return {{"the other side stated", "side-contradicts", stated},
          {"the other side stated, midline clicked", "side-contradicts", statedAgainstTheMidline},
          {"the other side stated, no spine", "side-contradicts", statedAgainstTheBody},
          {"no side stated", "side-not-stated", notStated},
          {"nothing to measure the side by", "side-not-measured", notMeasured},
          {"target on the midline", "target-on-midline", targetOnMidline},
          {"intradiscal entry on the midline", "entry-on-midline", entryOnMidline},
          {"intradiscal entry on the other side", "side-contradicts", entryOnTheOtherSide}};
}

std::vector<Contradiction> levelKinds() {
  return {{"the next level stated", "level-contradicts", stateNeighbour},
          {"the next level stated and vouched for", "level-contradicts", vouchForNeighbour},
          {"count one off", "level-contradicts", countOneOff},
          {"blank", "level-not-stated", blank},
          {"free text", "level-not-of-the-list", freeText},
          {"no such vertebra, vouched for", "level-not-readable", noSuchVertebra},
          {"unreadable text", "level-not-readable", unreadable},
          {"not counted, another level seen", "level-not-counted", seenAtAnother},
          {"vertebrae only clicked", "level-not-counted", onlyClicked},
          {"two vertebrae have each other's names", "levels-out-of-order", countOutOfOrder},
          {"not counted, vouched for by a blank", "level-not-counted", vouchedForByABlank},
          {"count not sure", "level-not-counted", notSure},
          {"caudal needle above the sacrum", "level-contradicts", caudalAboveTheSacrum},
          {"C1-C2 needle far below", "level-contradicts", atlasFarBelow}};
}

}  // namespace adversary
