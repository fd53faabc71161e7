#pragma once

#include <memory>
#include <string>
#include <vector>

#include "planning/anatomy/levels.h"
#include "planning/anatomy/measured_structure.h"
#include "planning/error.h"

namespace planning {

/// What says the name of a vertebra.
struct LevelAnchor {
  enum class Kind {
    Click,     ///< a person named it
    Structure  ///< a bone that is given bears its name
  };
  Kind kind = Kind::Click;
  std::string name;         ///< "L4"
  Point place;              ///< in its body
  std::string structure{};  ///< its name, as given; empty for a click
  bool confirmed = true;    ///< by a person
  bool agrees = true;       ///< with the count
};
const char* word(LevelAnchor::Kind);  ///< "click", "structure"

/// The vertebrae as counted, and why. Without names (`counted.levels` is empty) nothing says enough.
struct LevelEvidence {
  anatomy::CountedSpine counted;
  std::vector<LevelAnchor> anchors;
  /// A person named one, or confirmed the structures that do. Else somebody has to look before anything counts.
  bool confirmed = false;
};

/// Names by a person's click, else by two bones of one name each ("L4 vertebra", "vertebrae_L3") that agree with the
/// count from one of them; one alone names nothing. Where anchors do not agree with the count no vertebra is sure.
/// `clicks` are vertebrae as clicked (CountedLevel::byClick); all others are passed over.
LevelEvidence levelEvidence(std::shared_ptr<const anatomy::Spine> spine,
                            const std::vector<anatomy::CountedLevel>& clicks,
                            const std::vector<anatomy::MeasuredStructure>& structures);

}  // namespace planning
