#include "planning/review/control.h"

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

}  // namespace planning::review
