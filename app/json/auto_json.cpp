#include "app/json/auto_json.h"

#include <QJsonArray>

#include "app/json/plan_json.h"
#include "app/text/auto_words.h"
#include "planning/search/auto_findings.h"

namespace app {
namespace {

using planning::AutoBlock;
using planning::AutoNeedle;

QJsonValue text(const std::optional<std::string>& name) {
  return name && !name->empty() ? QJsonValue(QString::fromStdString(*name)) : QJsonValue();
}

QJsonObject regionJson(const planning::TargetRegion& region) {
  QJsonArray notSeen;
  for (const auto& part : region.notSeen) notSeen.append(QString::fromStdString(part));
  return {{"best_mm", toJson(region.middle())},
          {"places", static_cast<int>(region.samples.size())},
          {"error_bound_mm", rounded(region.errorBoundMm)},
          {"not_seen", notSeen}};
}

QJsonObject needleJson(const AutoNeedle& needle) {
  auto json = toJson(needle.proposal.needle);
  json["score"] = rounded(needle.score);
  json["room_mm"] = rounded(needle.proposal.roomMm);
  json["tightest"] = text(needle.proposal.tightest);
  json["breach_probability_at_most"] = numberOrNull(needle.proposal.chanceAtMost);
  json["target_preference"] = rounded(needle.preference);
  json["target_from_best_mm"] = rounded(needle.fromMiddleMm);
  json["reasons"] = toJson(needle.reasons);
  return json;
}

QJsonObject blockJson(const AutoBlock& block, const std::optional<planning::anatomy::Side>& side) {
  QJsonValue freed;
  if (block.freed)
    freed = QJsonObject{{"lateral_mm", rounded(block.freed->lateral)},
                        {"up_mm", rounded(block.freed->up)},
                        {"front_mm", rounded(block.freed->front)},
                        {"target_mm", toJson(block.freed->place)}};
  return {{"structure", text(block.structure)},
          {"expected_only", block.expectedOnly},
          {"bar", QString::fromStdString(block.bar)},
          {"ways", static_cast<int>(block.ways)},
          {"ways_blocked", static_cast<int>(block.blocked)},
          {"ways_blocked_alone", static_cast<int>(block.alone)},
          {"freed", freed},
          {"reasons", toJson(findingsOf(block, side))}};
}

}  // namespace

QJsonObject toJson(const planning::LevelEvidence& evidence) {
  QJsonArray anchors, vertebrae;
  for (const auto& anchor : evidence.anchors)
    anchors.append(QJsonObject{{"kind", word(anchor.kind)},
                               {"name", QString::fromStdString(anchor.name)},
                               {"place_mm", toJson(anchor.place)},
                               {"structure", text(anchor.structure)},
                               {"confirmed", anchor.confirmed},
                               {"agrees", anchor.agrees}});
  const auto& spine = *evidence.counted.spine;
  for (std::size_t n = 0; n < spine.vertebrae(); ++n) {
    const planning::anatomy::CountedLevel* level = nullptr;
    for (const auto& each : evidence.counted.levels)
      if (each.vertebra == n) level = &each;
    vertebrae.append(QJsonObject{{"name", text(level ? std::optional(level->name) : std::nullopt)},
                                 {"sure", level && level->sure},
                                 {"middle_mm", toJson(level ? level->middle : spine.middleOf(n))},
                                 {"runner_up", text(level ? otherName(spine, n) : std::optional<std::string>())}});
  }
  return {{"anchors", anchors}, {"confirmed", evidence.confirmed}, {"vertebrae", vertebrae}};
}

QJsonObject toJson(const planning::AutoAnswer& answer) {
  QJsonArray needles, missing;
  for (const auto& needle : answer.proposal.needles) needles.append(needleJson(needle));
  for (const auto& id : answer.proposal.missing) missing.append(QString::fromStdString(id));
  const auto& block = answer.proposal.block;
  return {{"level", toJson(answer.ground.evidence)},
          {"region", regionJson(answer.region)},
          {"missing", missing},
          {"needles", needles},
          {"block", block ? QJsonValue(blockJson(*block, answer.choices.side)) : QJsonValue()},
          {"findings", toJson(answerFindings(answer))}};
}

}  // namespace app
