#include "planning/procedure/rule.h"

#include <algorithm>
#include <utility>

namespace planning::procedure {
namespace {

constexpr std::pair<const char*, Toward> kToward[] = {{"behind", Toward::Behind},   {"front", Toward::Front},
                                                      {"head", Toward::Head},       {"feet", Toward::Feet},
                                                      {"outward", Toward::Outward}, {"inward", Toward::Inward}};

}  // namespace

std::optional<Toward> towardFromWord(const std::string& word) {
  for (const auto& [name, toward] : kToward)
    if (word == name) return toward;
  return std::nullopt;
}

bool holdsIn(const GeometricRule& rule, const std::string& position) {
  return rule.positions.empty() || position.empty() ||
         std::find(rule.positions.begin(), rule.positions.end(), position) != rule.positions.end();
}

std::vector<needle::ApproachRange> approachesOf(const GeometricRule& rule) {
  std::vector<needle::ApproachRange> all{rule.approach};
  all.insert(all.end(), rule.otherApproaches.begin(), rule.otherApproaches.end());
  return all;
}

}  // namespace planning::procedure
