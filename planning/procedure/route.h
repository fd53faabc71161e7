#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "planning/needle/needle.h"
#include "planning/needle/placement.h"
#include "planning/procedure/bilingual.h"
#include "planning/procedure/rule.h"

namespace planning::procedure {

/// A number with where it comes from (planning/procedure/README.md, "Numbers").
struct SourcedLimit {
  std::string id;      ///< "adamkiewicz-upper-third"
  Bilingual text;      ///< with value and unit
  std::string source;  ///< "PMID 31260064, 488 CT angiograms"
};

/// A structure that must be known before the route can be called clear.
struct RequiredStructure {
  std::string id;  ///< "radicular-artery"
  Bilingual name;
  std::vector<anatomy::Kind> kinds;       ///< one of these
  std::vector<std::string> codes{};       ///< SNOMED CT values that meet it by themselves
  std::vector<std::string> nameWords{};   ///< lower-case; a structure of one of the kinds whose name holds one meets it
  bool anyOfKind = false;                 ///< any structure of one of the kinds meets it, whatever its name
  std::vector<std::string> otherWords{};  ///< a name that holds one of these is something else: "cord" for the dura
  bool ofSide = false;                    ///< it must lie on the side of the plan
  bool ofLevel = false;                   ///< a root: it must leave the spine at the level of the plan ...
  int rootsBelow = 0;  ///< ... or so many levels below: 1 for the root that passes a disc in the canal
  /// CT often cannot show it: a person may say that it was looked for and not seen (AcceptedUnknown). Never of the dura
  /// or a vertebral artery, and not to be set by a site.
  bool mayBeInvisible = false;
  bool onlyInFront = false;  ///< required where the path comes within kInFrontMm of the front of the vertebral bodies
};

/// What every route requires near a lung, whether or not one was given.
const RequiredStructure& lungNearby();
inline constexpr double kLungNearMm = 50.0;

/// A path that, grown by so much, reaches in front of the middle of the vertebral bodies comes near the great vessels.
inline constexpr double kInFrontMm = 20.0;

/// Whose place tells which side a needle is on. Body: the target's, where there is no spine in view also against the
/// body's own middle.
enum class SideOf { Nothing, Target, Entry, Body };
std::optional<SideOf> sideOfFromWord(const std::string& word);  ///< "nothing", "target", "entry", "body"

/// An approach as data (planning/procedure/README.md, "Routes").
struct Route {
  std::string id;  ///< "lumbar-foraminal"
  Bilingual name;
  Bilingual level;
  Bilingual guidance;
  Bilingual target;
  std::vector<RequiredStructure> required;
  std::optional<needle::Needle> usualNeedle;  ///< absent: free
  std::vector<needle::Needle> otherNeedles;
  std::vector<anatomy::Kind> mayCross;
  std::vector<anatomy::Kind> mayTouchAtTarget;
  double touchLastMm = 5.0;                   ///< of the path, before the target, that may touch a target structure
  std::map<anatomy::Kind, double> marginsMm;  ///< every kind has one
  std::vector<SourcedLimit> limits;
  std::vector<GeometricRule> rules;                ///< how the needle must run, beyond the distances
  std::vector<needle::PlacementFigure> placement;  ///< how far from plan its needles end up
  double chanceWarnsAbove = 0.5;                   ///< a larger chance of touching a structure warns; 1: never
  std::optional<double> boreDiameterMm;            ///< of the scanner: the needle's hub must fit; absent: not looked at
  std::optional<double> stopBeforeTargetMm = 10.0;  ///< the last control image; absent: none
  std::string layout = "axial";                     ///< the slice to work in: "axial" or "sagittal"
  std::vector<std::string> checks;                  ///< ids of those to ask; empty: all
  std::vector<std::string> levels;                  ///< "L1-L2" or "L5": one of them must be stated; empty: any or none
  bool needsSide = false;                           ///< left or right must be given
  SideOf sideOf = SideOf::Body;                     ///< what a given side is judged by
  double leastReserveMm = 10.0;                     ///< of the needle outside the skin; less wants the operator's word
  bool requiresAllGiven = false;       ///< what the operator lists: every structure to avoid must be confirmed
  bool foraminal = false;              ///< an operated spine raises a warning
  std::vector<std::string> positions;  ///< the patient's in the procedure: "prone", "supine", "decubitus"; empty: any
};

/// Does this structure meet the requirement? Its side and level, and its confirmation, are other questions.
bool meets(const RequiredStructure& required, const anatomy::Structure& structure);

/// Is a structure that meets the requirement the one of the plan's side and level, by its own side and its name?
enum class Place { Here, CannotTell, Elsewhere };
Place placeOf(const RequiredStructure& required, const anatomy::Structure& structure,
              const std::optional<anatomy::Side>& side, const std::string& level);

/// The root that leaves through the foramen of a level: "L5" for "L5" and "L5-S1", "C6" for "C5-C6", "C8" for "C7-T1".
/// Empty when the text names no level.
std::string exitingRoot(const std::string& level);
/// The root that is meant at a level: the exiting one, or one below it. Empty when the text names no level.
std::string requiredRoot(const RequiredStructure& required, const std::string& level);

/// The level that a text states, and nothing else with it: "L4-L5" for "l4/5"; absent for any other text, and for
/// vertebrae that no body has ("L9"; a thirteenth thoracic and a sixth lumbar one some have).
std::optional<std::string> statedLevel(const std::string& text);

/// "prone", "supine" or "decubitus" for a Patient Position (0018,5100); empty for any other.
std::string bodyPosition(const std::string& patientPosition);

/// Within this distance of the target a structure counts as being at it.
inline constexpr double kAtTargetMm = 5.0;

/// What the route makes of a structure of this kind, for a target at `targetDistanceMm` from it (negative inside).
anatomy::Role roleOnRoute(const Route& route, anatomy::Kind kind, double targetDistanceMm);

}  // namespace planning::procedure
