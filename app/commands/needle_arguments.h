#pragma once

#include <string>
#include <vector>

#include "app/commands/attested_arguments.h"
#include "planning/anatomy/skin.h"
#include "planning/error.h"
#include "planning/plan/choices.h"
#include "planning/procedure/routes.h"

namespace app::commands {

/// One --add-needle: "KEY=VALUE;KEY=VALUE": a further needle of the plan, with what only it has.
struct AddedNeedle {
  planning::NeedleChoice needle;  ///< as given; its own route, level and side only where they were
  /// The needle that it is made from, by label; empty: target and entry were given.
  std::string madeFrom;
  enum class How { Given, Mirrored, NextTowardHead, NextTowardFeet } how = How::Given;
  std::string seenBy;          ///< who has seen a made one on the scan
  AttestedArguments attested;  ///< of its level and side alone
};

/// Errors: "bad-argument", "unknown-route", those of parseNeedle().
planning::Expected<AddedNeedle> parseAddedNeedle(const std::string& text);

/// Behind the others of a plan whose vertebrae are counted; what is not given is as the first needle has it. `date`
/// (YYYY-MM-DD) is that of all words given. Errors: "unknown-needle", "needle-name-taken"; those of mirrored() and
/// atNextLevel() (planning/plan/session.h), and of parseAttested().
planning::Expected<void> addTo(planning::PlanChoices& choices, const AddedNeedle& added,
                               const planning::anatomy::Skin* skin, const planning::procedure::Routes& routes,
                               const std::string& date);

/// What --add-needle takes, for its help.
extern const char* const kAddedNeedleHelp;

}  // namespace app::commands
