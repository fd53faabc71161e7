#include "planning/procedure/rule.h"

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

}  // namespace planning::procedure
