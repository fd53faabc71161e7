#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/needle/approach.h"
#include "planning/procedure/bilingual.h"

namespace planning::procedure {

/// A side of something, in the patient. Outward: toward the plan's side.
enum class Toward { Behind, Front, Head, Feet, Outward, Inward };
std::optional<Toward> towardFromWord(const std::string& word);  ///< "behind", "front", "head", "feet", ...

/// How a route's needle must run, beyond the distances to structures: a sentence, and what it is judged by. A broken
/// rule warns: the operator may have a reason. One that needs the operator's word keeps the plan from being ready
/// without it, also where it cannot be judged.
struct GeometricRule {
  enum class What {
    Approach,  ///< the needle comes from `approach`; the entry search keeps to it
    Needle,  ///< where the needle is nearest to the required structure `required`, it lies on one of the sides `toward`
    Target,  ///< the target lies on one of the sides `toward` of `required`
    Advance,  ///< beyond the far face of the first structure of `kind` that it crosses at most `mostMm` of the path,
              ///< the structure's error bound included; of a traced course, beyond the place nearest to it
    OffBone,  ///< outside the part that may touch, no `mostMm` of the path run through bone (by HU, where no bone is
              ///< given)
    BelowUpperThird,  ///< the target lies below the upper third of the level's foramen, as its pedicles bound it
    SkinAngle,        ///< between needle and skin at the entry lie `leastDeg` to `mostDeg`; 90 is straight in
    NotAbove,         ///< the stated level is `highestLevel` or lies below it
  };

  std::string id;  ///< "between-laminae"
  Bilingual text;
  std::string source;
  What what = What::Approach;
  bool needsWord = false;  ///< broken or not to be judged: the operator's (PlanChoices::rulesAccepted)
  needle::ApproachRange approach{};
  std::vector<needle::ApproachRange> otherApproaches{};  ///< a needle that comes from one of these keeps the rule, too
  std::vector<std::string> positions{};  ///< of the patient, "prone": the rule holds in these; empty: in any
  std::string required{};                ///< id of one of the route's required structures
  std::vector<Toward> toward{};
  anatomy::Kind kind = anatomy::Kind::Ligament;
  double mostMm = 0;
  double leastDeg = 0, mostDeg = 90;
  std::string highestLevel{};  ///< "C6-C7"
};

/// Does the rule hold for a patient who lies so? `position` as bodyPosition() says; empty: not known, then it does.
bool holdsIn(const GeometricRule& rule, const std::string& position);
/// All directions that keep an approach rule, its own first.
std::vector<needle::ApproachRange> approachesOf(const GeometricRule& rule);

}  // namespace planning::procedure
