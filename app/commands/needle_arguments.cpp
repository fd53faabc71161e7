#include "app/commands/needle_arguments.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "app/commands/arguments.h"
#include "io/files/uid.h"
#include "planning/plan/own_choices.h"
#include "planning/plan/session.h"

namespace app::commands {
namespace {

using planning::Expected;
using planning::NeedleChoice;
using planning::PlanChoices;
using planning::refuse;
using How = AddedNeedle::How;

constexpr const char* kOption = "--add-needle";

Expected<void> takePlace(std::optional<planning::Point>& place, const std::string& text) {
  auto given = parsePoint(text, kOption);
  if (!given) return tl::unexpected(given.error());
  place = *given;
  return {};
}

Expected<void> takeNeedle(AddedNeedle& added, const std::string& text) {
  const auto needle = planning::needle::parseNeedle(text);
  if (!needle) return tl::unexpected(needle.error());
  added.needle.needle = *needle;
  return {};
}

Expected<void> takeRoute(AddedNeedle& added, const std::string& text) {
  if (planning::procedure::routesInUse().find(text) == nullptr) return refuse("unknown-route", kOption, text);
  added.needle.routeId = text;
  return {};
}

Expected<void> takeSide(AddedNeedle& added, const std::string& text) {
  const auto side = planning::anatomy::sideFromWord(text);
  if (!side || side == planning::anatomy::Side::Bilateral) return refuse("bad-argument", kOption, "side=" + text);
  added.needle.side = side;
  return {};
}

Expected<void> takeOrigin(AddedNeedle& added, How how, const std::string& label) {
  if (added.how != How::Given) return refuse("bad-argument", kOption, label);
  added.how = how;
  added.madeFrom = label;
  return {};
}

Expected<void> keep(std::string& place, const std::string& text) {
  place = text;
  return {};
}
Expected<void> keep(std::vector<std::string>& list, const std::string& text) {
  list.push_back(text);
  return {};
}

using Take = std::function<Expected<void>(AddedNeedle&, const std::string&)>;

const std::map<std::string, Take>& keys() {
  static const std::map<std::string, Take> all{
      {"label", [](auto& added, const auto& text) { return keep(added.needle.label, text); }},
      {"route", takeRoute},
      {"level", [](auto& added, const auto& text) { return keep(added.needle.level.emplace(), text); }},
      {"side", takeSide},
      {"target", [](auto& added, const auto& text) { return takePlace(added.needle.target, text); }},
      {"entry", [](auto& added, const auto& text) { return takePlace(added.needle.entry, text); }},
      {"needle", takeNeedle},
      {"mirror-of", [](auto& added, const auto& text) { return takeOrigin(added, How::Mirrored, text); }},
      {"next-head-of", [](auto& added, const auto& text) { return takeOrigin(added, How::NextTowardHead, text); }},
      {"next-feet-of", [](auto& added, const auto& text) { return takeOrigin(added, How::NextTowardFeet, text); }},
      {"seen-by", [](auto& added, const auto& text) { return keep(added.seenBy, text); }},
      {"level-seen-by", [](auto& added, const auto& text) { return keep(added.attested.levelsSeen, text); }},
      {"accept-unknown", [](auto& added, const auto& text) { return keep(added.attested.unknowns, text); }},
  };
  return all;
}

/// Places are given, or made from another needle's, which then tells route, level and side too.
bool isWhole(const AddedNeedle& added) {
  const NeedleChoice& needle = added.needle;
  if (added.how == How::Given) return needle.target && needle.entry && added.seenBy.empty();
  return !needle.target && !needle.entry && !needle.routeId && !needle.level && !needle.side;
}

std::vector<std::string> labelsOf(const PlanChoices& choices) {
  std::vector<std::string> labels;
  for (const auto& needle : choices.needles) labels.push_back(needle.label);
  return labels;
}

Expected<NeedleChoice> made(const PlanChoices& choices, const AddedNeedle& added, const planning::anatomy::Skin* skin,
                            const planning::procedure::Routes& routes) {
  if (added.how == How::Given) {
    NeedleChoice needle = planning::duplicated(choices, 0);
    if (added.needle.routeId) needle.routeId = added.needle.routeId, needle.needle.reset();
    if (added.needle.level) needle.level = added.needle.level;
    if (added.needle.side) needle.side = added.needle.side;
    needle.target = added.needle.target, needle.entry = added.needle.entry;
    return needle;
  }
  const auto labels = labelsOf(choices);
  const auto from = std::find(labels.begin(), labels.end(), added.madeFrom);
  if (from == labels.end()) return refuse("unknown-needle", kOption, added.madeFrom);
  const auto which = static_cast<std::size_t>(from - labels.begin());
  if (added.how == How::Mirrored) return planning::mirrored(choices, which, skin);
  return planning::atNextLevel(choices, which, added.how == How::NextTowardHead, skin, routes);
}

/// A word about a level or a requirement that was given before stays once.
template <class Word>
void append(std::vector<Word>& words, const std::vector<Word>& more) {
  for (const Word& word : more)
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(word);
}

Expected<void> attest(PlanChoices& choices, const NeedleChoice& needle, const AttestedArguments& attested,
                      const std::string& date) {
  PlanChoices own;
  own.level = *needle.level, own.side = needle.side;
  if (auto read = parseAttested(own, attested, date); !read) return read;
  append(choices.levelsSeen, own.levelsSeen);
  append(choices.acceptedUnknowns, own.acceptedUnknowns);
  return {};
}

}  // namespace

const char* const kAddedNeedleHelp =
    "KEY=VALUE;KEY=VALUE;...: a further needle of the same plan. Keys: target, entry (X,Y,Z, LPS mm); route, level, "
    "side, needle, each as the first needle's if absent; label; level-seen-by, accept-unknown, as the options of these "
    "names, for its level and side. In place of target and entry: mirror-of=LABEL, next-head-of=LABEL or "
    "next-feet-of=LABEL makes it from another needle; not ready until seen-by=NAME has seen it on the scan";

Expected<AddedNeedle> parseAddedNeedle(const std::string& text) {
  AddedNeedle added;
  for (std::size_t start = 0; start <= text.size();) {
    const auto end = std::min(text.find(';', start), text.size());
    const std::string field = text.substr(start, end - start);
    const auto equals = field.find('=');
    const auto key = keys().find(field.substr(0, equals));
    if (equals == std::string::npos || equals + 1 == field.size() || key == keys().end())
      return refuse("bad-argument", kOption, field);
    if (auto taken = key->second(added, field.substr(equals + 1)); !taken) return tl::unexpected(taken.error());
    start = end + 1;
  }
  if (!isWhole(added)) return refuse("bad-argument", kOption, text);
  return added;
}

Expected<void> addTo(PlanChoices& choices, const AddedNeedle& added, const planning::anatomy::Skin* skin,
                     const planning::procedure::Routes& routes, const std::string& date) {
  auto needle = made(choices, added, skin, routes);
  if (!needle) return tl::unexpected(needle.error());
  needle->trackingUid = io::newUid();
  if (added.needle.needle) needle->needle = added.needle.needle;
  if (!added.needle.label.empty()) needle->label = added.needle.label;
  for (const auto& label : labelsOf(choices))
    if (label == needle->label) return refuse("needle-name-taken", kOption, label);
  if (needle->imported && !added.seenBy.empty())
    needle->imported->seenBy = added.seenBy, needle->imported->seenAt = date;
  if (auto said = attest(choices, *needle, added.attested, date); !said) return said;
  planning::addNeedle(choices, std::move(*needle));
  return {};
}

}  // namespace app::commands
