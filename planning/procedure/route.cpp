#include "planning/procedure/route.h"

#include <algorithm>
#include <map>

#include "planning/anatomy/level_names.h"
#include "planning/procedure/words.h"

namespace planning::procedure {
namespace {

using anatomy::Side;

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool holdsAnyWord(const std::string& name, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return holdsWord(name, word); });
}

Place sidePlace(const anatomy::Structure& structure, const std::optional<Side>& side) {
  if (!side || *side == Side::None || *side == Side::Bilateral) return Place::CannotTell;
  if (structure.side == Side::Bilateral) return Place::Here;
  const std::optional<Side> own = structure.side != Side::None ? structure.side : namedSide(structure.name);
  if (!own) return Place::CannotTell;
  return *own == *side ? Place::Here : Place::Elsewhere;
}

Place levelPlace(const RequiredStructure& required, const anatomy::Structure& structure, const std::string& level) {
  const std::string wanted = requiredRoot(required, level);
  const std::vector<std::string> named = namedLevels(structure.name);
  if (wanted.empty() || named.empty()) return Place::CannotTell;
  const bool here =
      std::any_of(named.begin(), named.end(), [&](const std::string& own) { return exitingRoot(own) == wanted; });
  return here ? Place::Here : Place::Elsewhere;
}

/// Each vertebra of a level, or each root, as spines have them: a transitional one more of thoracic or lumbar ones.
bool isInABody(const std::string& level) {
  static const std::map<char, int> kMost{{'C', 8}, {'T', 13}, {'L', 6}, {'S', 5}};
  const auto exists = [](const std::string& vertebra) {
    const int number = std::stoi(vertebra.substr(1));
    return number >= 1 && number <= kMost.at(vertebra.front());
  };
  const auto dash = level.find('-');
  return exists(level.substr(0, dash)) && (dash == std::string::npos || exists(level.substr(dash + 1)));
}

}  // namespace

const RequiredStructure& lungNearby() {
  static const RequiredStructure lung = [] {
    RequiredStructure required{"lung", {"Lung", "Poumon"}, {anatomy::Kind::Lung}, {}, {}};
    required.anyOfKind = true;
    return required;
  }();
  return lung;
}

bool meets(const RequiredStructure& required, const anatomy::Structure& structure) {
  if (structure.code && structure.code->scheme == "SCT" && holds(required.codes, structure.code->value)) return true;
  if (!holds(required.kinds, structure.kind) || holdsAnyWord(structure.name, required.otherWords)) return false;
  if (required.anyOfKind || holdsAnyWord(structure.name, required.nameWords)) return true;
  return required.ofLevel && structure.kind == anatomy::Kind::Nerve && !namedLevels(structure.name).empty();
}

Place placeOf(const RequiredStructure& required, const anatomy::Structure& structure, const std::optional<Side>& side,
              const std::string& level) {
  const Place bySide = required.ofSide ? sidePlace(structure, side) : Place::Here;
  const Place byLevel = required.ofLevel ? levelPlace(required, structure, level) : Place::Here;
  return std::max(bySide, byLevel);
}

std::string exitingRoot(const std::string& level) {
  const std::vector<std::string> named = namedLevels(level);
  if (named.size() != 1) return {};
  const std::size_t dash = named.front().find('-');
  if (dash == std::string::npos) return named.front();
  const std::string upper = named.front().substr(0, dash);
  if (upper[0] != 'C') return upper;
  return upper == "C7" ? "C8" : named.front().substr(dash + 1);  // cervical roots leave above their vertebra
}

std::string requiredRoot(const RequiredStructure& required, const std::string& level) {
  const std::string exiting = exitingRoot(level);
  return required.rootsBelow == 0 ? exiting : anatomy::levelAbove(exiting, -required.rootsBelow).value_or("");
}

std::optional<std::string> statedLevel(const std::string& text) {
  const std::vector<std::string> named = namedLevels(text);
  if (named.size() != 1 || !isInABody(named.front())) return std::nullopt;
  // Written out again it must say the same: "L4-L5 or so" does not, "L4/5" and "L4-5" do.
  const std::string& level = named.front();
  const std::size_t dash = level.find('-');
  const std::string brief = dash == std::string::npos ? level : level.substr(0, dash) + "-" + level.substr(dash + 2);
  const std::string plain = plainWords(text);
  return plain == plainWords(level) || plain == plainWords(brief) ? std::optional(level) : std::nullopt;
}

std::optional<SideOf> sideOfFromWord(const std::string& word) {
  static const std::map<std::string, SideOf> all{
      {"nothing", SideOf::Nothing}, {"target", SideOf::Target}, {"entry", SideOf::Entry}, {"body", SideOf::Body}};
  const auto found = all.find(word);
  return found == all.end() ? std::nullopt : std::optional(found->second);
}

std::string bodyPosition(const std::string& patientPosition) {
  static const std::map<std::string, std::string> all{
      {"HFS", "supine"},     {"FFS", "supine"},     {"HFP", "prone"},      {"FFP", "prone"},
      {"HFDR", "decubitus"}, {"HFDL", "decubitus"}, {"FFDR", "decubitus"}, {"FFDL", "decubitus"}};
  const auto found = all.find(patientPosition);
  return found == all.end() ? std::string() : found->second;
}

anatomy::Role roleOnRoute(const Route& route, anatomy::Kind kind, double targetDistanceMm) {
  if (holds(route.mayTouchAtTarget, kind) && targetDistanceMm <= kAtTargetMm) return anatomy::Role::Target;
  return holds(route.mayCross, kind) ? anatomy::Role::Crossable : anatomy::Role::Avoid;
}

}  // namespace planning::procedure
