#include "planning/anatomy/segmented.h"

namespace planning::anatomy {
namespace {

constexpr const char* kEdited = ", edited";

}  // namespace

std::string editedSource(const std::string& source) {
  return source == kPaintedSource || source.ends_with(kEdited) ? source : source + kEdited;
}

bool isMadeHere(const Structure& structure) {
  const auto* mask = std::get_if<Mask::Pointer>(&structure.shape);
  if (!mask || mask->IsNull() || !structure.sourceSopInstanceUid.empty()) return false;
  return structure.source == kSegmentedSource || structure.source == kPaintedSource ||
         structure.source.ends_with(kEdited);
}

}  // namespace planning::anatomy
