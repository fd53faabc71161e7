#include "planning/procedure/target_place.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace planning::procedure {
namespace {

constexpr std::pair<std::string_view, TargetPlace> kPlaces[] = {
    {"intradiscal", TargetPlace::Disc},           {"lumbar-foraminal", TargetPlace::Foramen},
    {"lumbar-facet", TargetPlace::FacetJoint},    {"lumbar-interlaminar", TargetPlace::EpiduralBehind},
    {"blood-patch", TargetPlace::EpiduralBehind}, {"caudal", TargetPlace::SacralHiatus},
};

}  // namespace

std::optional<TargetPlace> targetPlaceOf(const std::string& routeId) {
  const auto* found =
      std::find_if(std::begin(kPlaces), std::end(kPlaces), [&](const auto& each) { return each.first == routeId; });
  return found == std::end(kPlaces) ? std::nullopt : std::optional(found->second);
}

}  // namespace planning::procedure
