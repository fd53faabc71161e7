#pragma once

#include <string>
#include <vector>

#include "planning/search/auto_proposal.h"
#include "planning/search/level_evidence.h"

namespace planning {

/// The names that structures get which the program adds itself, in the user's language.
struct AddedNames {
  std::string bone = "Bone (found)", sac = "Thecal sac (expected)", root = "Nerve root %1 (expected)";  ///< %1: "L4"
};

/// What a needle is proposed on.
struct AutoGround {
  LevelEvidence evidence;
  /// The given ones, and what nobody gave: the bone found around the spine where the level's vertebrae are not given,
  /// the sac and the roots of level and side
  /// where they are expected. Those are not confirmed, and no evidence.
  std::vector<anatomy::MeasuredStructure> structures;
  std::vector<std::string> added;  ///< names of those
};

/// The spine of the scan named by clicks (`choices.levels`) or by the given bones, with what is needed beside.
/// Errors: those of anatomy::findSpineAround(), "cancelled". A count that names nothing is no error: its evidence says
/// so.
Expected<AutoGround> groundOf(const Volume& volume, const PlanChoices& choices,
                              std::vector<anatomy::MeasuredStructure> given, const AddedNames& names,
                              Progress& progress);

/// All of it: what was found, the region, and the needles or what blocks them.
struct AutoAnswer {
  AutoGround ground;
  PlanChoices choices;  ///< with the vertebrae as counted
  TargetRegion region;
  AutoProposal proposal;
};

/// Whether route, level and side (where the place has one: not behind the sac, not at the hiatus) are stated as far as
/// proposeOnScan() needs them.
bool statesEnough(const PlanChoices& choices);

/// Route, level and side of the choices to needles (proposeTogether). The scene's volume and skin are there, its
/// structures are those given. Errors: those of groundOf(), targetRegion() and proposeTogether(), "levels-not-named",
/// "level-anchors-disagree" (the structures that do not agree with the count), "unknown-route".
Expected<AutoAnswer> proposeOnScan(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes,
                                   const AddedNames& names, std::size_t most, Progress& progress);

/// The same on a ground that was found before.
Expected<AutoAnswer> proposeOnGround(AutoGround ground, const PlanChoices& choices, const Scene& scene,
                                     const procedure::Routes& routes, std::size_t most, Progress& progress);

}  // namespace planning
