#include "planning/anatomy/segmented.h"

namespace planning::anatomy {

bool isMadeHere(const Structure& structure) {
  const auto* mask = std::get_if<Mask::Pointer>(&structure.shape);
  if (!mask || mask->IsNull() || !structure.sourceSopInstanceUid.empty()) return false;
  const Origin& source = structure.source;
  return source.kind == Origin::Kind::Found || source.kind == Origin::Kind::Painted || source.edited;
}

}  // namespace planning::anatomy
