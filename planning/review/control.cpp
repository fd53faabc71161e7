#include "planning/review/control.h"

#include <algorithm>
#include <utility>

namespace planning::review {
namespace {

constexpr std::pair<RegistrationKind, const char*> kKinds[] = {{RegistrationKind::SameFrame, "same-frame"},
                                                               {RegistrationKind::Bone, "bone"},
                                                               {RegistrationKind::Landmarks, "landmarks"}};

}  // namespace

const char* word(RegistrationKind kind) {
  for (const auto& [value, text] : kKinds)
    if (value == kind) return text;
  return "";
}

std::optional<RegistrationKind> registrationKindFromWord(const std::string& text) {
  for (const auto& [value, word] : kKinds)
    if (text == word) return value;
  return std::nullopt;
}

std::optional<std::size_t> plannedPlace(const ReviewedNeedle& needle, const Plan& plan) {
  const auto at = std::find_if(plan.choices.needles.begin(), plan.choices.needles.end(),
                               [&](const auto& each) { return each.trackingUid == needle.plannedTrackingUid; });
  if (needle.plannedTrackingUid.empty() || at == plan.choices.needles.end()) return std::nullopt;
  return static_cast<std::size_t>(at - plan.choices.needles.begin());
}

}  // namespace planning::review
