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
/// rule warns: the operator may have a reason.
struct GeometricRule {
  enum class What {
    Approach,  ///< the needle comes from `approach`; the entry search keeps to it
    Needle,  ///< where the needle is nearest to the required structure `required`, it lies on one of the sides `toward`
    Target,  ///< the target lies on one of the sides `toward` of `required`
    Advance,  ///< beyond the first crossing of a structure of `kind` at most `mostMm` along the path
    OffBone,  ///< outside the part that may touch, no `mostMm` of the path run through bone (by HU, where no bone is
              ///< given)
  };

  std::string id;  ///< "between-laminae"
  Bilingual text;
  std::string source;
  What what = What::Approach;
  needle::ApproachRange approach{};
  std::string required{};  ///< id of one of the route's required structures
  std::vector<Toward> toward{};
  anatomy::Kind kind = anatomy::Kind::Ligament;
  double mostMm = 0;
};

}  // namespace planning::procedure
