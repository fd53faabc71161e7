#pragma once

#include <optional>
#include <string>

#include "planning/plan/blocking.h"
#include "planning/plan/plan.h"

namespace planning {

/// What a person does to a plan, in the order in which it is done.
enum class Step {
  ChooseRoute,
  StateLevel,
  StateSide,
  SetTarget,
  ChooseNeedle,
  SetEntry,
  MoveNeedle,        ///< it breaches a structure's margin
  CountLevels,       ///< or say who has seen the level
  MarkMidline,       ///< nothing tells on which side the needle is
  ConfirmStructure,  ///< one that is there, after having seen it
  GiveStructure,     ///< one that the route requires and nobody gave; or say by name that it is not visible
  AcceptNear,        ///< or move the needle
  AcceptReserve,     ///< or take a longer needle
  AcceptRule,        ///< or keep to it
  SeeImported,       ///< look at the places that came from another program, or were proposed
  ChooseGuidance,
  AnswerCheck,
  Mend,  ///< what no control of the plan mends by itself: the finding says it
  NameOperator,
  Approve,  ///< the site check, and saving the plan as complete
  Done
};

struct NextStep {
  Step step = Step::Done;
  std::optional<std::size_t> needle{};  ///< that it concerns; absent where it concerns none
  /// ConfirmStructure and MoveNeedle, AcceptNear: the row's structure; GiveStructure: the requirement's id, or the
  /// structure's name where it could not be opened again; AnswerCheck: the check's id, empty where several are open.
  std::string about{};
  std::string trackingUid{};         ///< of the row's structure; else empty
  std::optional<Finding> finding{};  ///< that asks for it; else absent
};

/// The step that mends a finding or a row. Of a finding that needs nothing done: Done.
NextStep stepFor(const Blocking& blocking, const PlanChoices& choices);

/// The one next thing to do: the first in the order of Step among all that blocks; then the operator's name and
/// institution, and the approval. Done: saved as complete.
NextStep nextStep(const Plan& plan);

/// Tracking UIDs of the structures that nobody has confirmed and that a needle's verdict rests on, the worst first; of
/// a needle that is not judged yet all that nobody has confirmed.
std::vector<std::string> leftToConfirm(const Plan& plan, std::size_t needle,
                                       const std::vector<anatomy::MeasuredStructure>& structures);

}  // namespace planning
