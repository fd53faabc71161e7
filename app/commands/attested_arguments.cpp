#include "app/commands/attested_arguments.h"

#include <algorithm>

#include "app/commands/arguments.h"
#include "io/files/uid.h"
#include "planning/anatomy/level_names.h"
#include "planning/procedure/routes.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::refuse;

constexpr const char* kHiatus = "Sacral hiatus, as clicked";

/// "NAME[:how]"; how is "images" unless it is said.
Expected<planning::SeenBySight> parseSeen(const std::string& what, const std::string& text, const std::string& option,
                                          const std::string& date) {
  const auto colon = text.rfind(':');
  const std::string by = text.substr(0, colon);
  const std::string how = colon == std::string::npos ? "images" : text.substr(colon + 1);
  if (by.empty() || how.empty() || what.empty()) return refuse("bad-argument", option, text);
  return planning::SeenBySight{what, by, how, date};
}

/// "ID=NAME:REASON:MODALITY". Whether it counts is judged with the plan.
Expected<planning::AcceptedUnknown> parseUnknown(const std::string& text, const std::string& date) {
  const auto equals = text.find('=');
  const auto modality = text.rfind(':');
  const auto reason = text.find(':', equals == std::string::npos ? 0 : equals);
  if (equals == std::string::npos || reason == std::string::npos || reason == modality)
    return refuse("bad-argument", "--accept-unknown", text);
  planning::AcceptedUnknown accepted;
  accepted.requirement = text.substr(0, equals);
  accepted.by = text.substr(equals + 1, reason - equals - 1);
  accepted.reason = text.substr(reason + 1, modality - reason - 1);
  accepted.modality = text.substr(modality + 1);
  accepted.date = date;
  const auto& routes = planning::procedure::routesInUse();
  if (routes.requiredName(accepted.requirement).english == accepted.requirement)
    return refuse("unknown-structure", "--accept-unknown", accepted.requirement);
  return accepted;
}

/// "L4=X,Y,Z": a click on a vertebra.
Expected<planning::anatomy::CountedLevel> parseVertebra(const std::string& text) {
  const auto equals = text.find('=');
  const auto& names = planning::anatomy::levelNames();
  const std::string name = text.substr(0, equals);
  if (equals == std::string::npos || std::find(names.begin(), names.end(), name) == names.end())
    return refuse("bad-argument", "--vertebra", text);
  const auto place = parsePoint(text.substr(equals + 1), "--vertebra");
  if (!place) return tl::unexpected(place.error());
  planning::anatomy::CountedLevel level;
  level.name = name;
  level.middle = *place;
  level.byClick = true;
  return level;
}

template <class Value>
Expected<void> keep(Expected<Value> value, std::vector<Value>& list) {
  if (!value) return tl::unexpected(value.error());
  list.push_back(std::move(*value));
  return {};
}

/// The level as plans are judged by it.
std::string levelOf(const planning::PlanChoices& choices) {
  return planning::procedure::statedLevel(choices.level).value_or(choices.level);
}

/// A ligament that nobody segmented: a traced course from one edge of the hiatus to the other. Its bound is the
/// click's, half a voxel's diagonal, once the scan is open.
Expected<void> parseHiatus(planning::PlanChoices& choices, const std::vector<std::string>& texts) {
  if (texts.empty()) return {};
  planning::anatomy::Tube course;
  for (const auto& text : texts)
    if (auto kept = keep(parsePoint(text, "--hiatus"), course.centreline); !kept) return kept;
  if (course.centreline.size() != 2) return refuse("bad-argument", "--hiatus", "two places are needed");
  course.radiiMm = {0.5, 0.5};
  planning::anatomy::Structure ligament;
  ligament.name = kHiatus;
  ligament.kind = planning::anatomy::Kind::Ligament;
  ligament.kindGuessed = false;
  ligament.role = planning::anatomy::Role::Crossable;
  ligament.confirmed = true;
  ligament.source = {planning::anatomy::Origin::Kind::Traced};
  ligament.trackingUid = io::newUid();
  ligament.shape = course;
  choices.tracedStructures.push_back(ligament);
  return {};
}

Expected<void> parsePlaces(planning::PlanChoices& choices, const AttestedArguments& arguments) {
  for (const auto& text : arguments.midline)
    if (auto kept = keep(parsePoint(text, "--midline"), choices.midline); !kept) return kept;
  if (choices.midline.size() == 1) return refuse("bad-argument", "--midline", "two places are needed");
  if (auto stands = parseHiatus(choices, arguments.hiatus); !stands) return stands;
  for (const auto& text : arguments.vertebrae)
    if (auto kept = keep(parseVertebra(text), choices.levels); !kept) return kept;
  return {};
}

}  // namespace

Expected<void> parseAttested(planning::PlanChoices& choices, const AttestedArguments& arguments,
                             const std::string& date) {
  if (auto places = parsePlaces(choices, arguments); !places) return places;
  for (const auto& text : arguments.levelsSeen)
    if (auto kept = keep(parseSeen(levelOf(choices), text, "--level-seen-by", date), choices.levelsSeen); !kept)
      return kept;
  const std::string side = choices.side ? word(*choices.side) : "";
  for (const auto& text : arguments.sidesSeen)
    if (auto kept = keep(parseSeen(side, text, "--side-seen-by", date), choices.sidesSeen); !kept) return kept;
  for (const auto& text : arguments.unknowns) {
    if (auto kept = keep(parseUnknown(text, date), choices.acceptedUnknowns); !kept) return kept;
    choices.acceptedUnknowns.back().side = choices.side;  // there it was looked for, and nowhere else
    choices.acceptedUnknowns.back().level = choices.level;
  }
  choices.reserveAccepted = arguments.reserve;
  choices.rulesAccepted = arguments.rules;
  return {};
}

void addAttested(CLI::App& command, AttestedArguments& arguments) {
  command.add_option("--midline", arguments.midline, "X,Y,Z, twice: two places on spinous processes, LPS mm")
      ->allow_extra_args(false);
  command
      .add_option("--hiatus", arguments.hiatus,
                  "X,Y,Z, twice: the edges of the sacral hiatus, for a ligament that no structure shows, LPS mm")
      ->allow_extra_args(false);
  command
      .add_option("--vertebra", arguments.vertebrae,
                  "NAME=X,Y,Z: a click on a vertebra. One counts the whole spine; several stand as they are")
      ->allow_extra_args(false);
  command
      .add_option("--level-seen-by", arguments.levelsSeen,
                  "NAME[:how]: who has seen that the stated level is right, on images or as said")
      ->allow_extra_args(false);
  command
      .add_option("--side-seen-by", arguments.sidesSeen,
                  "NAME[:how]: who has seen that the stated side is right; it counts on projections alone")
      ->allow_extra_args(false);
  command
      .add_option("--accept-unknown", arguments.unknowns,
                  "ID=NAME:REASON:MODALITY: a required structure was looked for there and is not visible")
      ->allow_extra_args(false);
  command.add_flag("--accept-reserve", arguments.reserve, "Little of the needle may stay outside the skin");
  command.add_flag("--accept-rule", arguments.rules,
                   "The operator's word for a rule that needs it: broken, or not to be judged");
}

}  // namespace app::commands
