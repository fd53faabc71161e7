#pragma once

#include <string>
#include <vector>

#include "planning/plan/plan.h"

namespace planning::practice {

/// What a part of the score wants for all its points, and from where on it gives none; evenly in between.
struct Scale {
  double full = 0;
  double none = 0;

  friend bool operator==(const Scale&, const Scale&) = default;
};

/// Where a tip counts as on target: a ball.
struct TargetZone {
  Point centre;
  double radiusMm = 5.0;  ///< > 0

  friend bool operator==(const TargetZone&, const TargetZone&) = default;
};

/// What a trainee may know of an exercise before it is scored.
struct Exercise {
  std::string uid;        ///< of its own
  std::string seriesUid;  ///< of its scan, which is de-identified
  std::string routeId;    ///< the trainee keeps to this route, level and side
  std::string level;
  anatomy::Side side = anatomy::Side::None;
  std::string guidance;         ///< "CT", "fluoroscopy", or empty
  procedure::Bilingual task;    ///< what to aim at, in the instructor's words; empty: the route's target
  Scale seconds{120.0, 600.0};  ///< of the part "time"
};

/// What is sealed. The structures that count lie beside it, in files of their own.
struct Answers {
  std::vector<Plan> experts;      ///< each with a placed needle
  std::vector<TargetZone> zones;  ///< at least one
  bool proposed = false;          ///< the experts' entries are the program's best proposals; nobody chose them by hand
};

}  // namespace planning::practice
