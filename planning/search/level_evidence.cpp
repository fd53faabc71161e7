#include "planning/search/level_evidence.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "planning/anatomy/mask_grid.h"
#include "planning/procedure/words.h"

namespace planning {
namespace {

using anatomy::CountedLevel;
using anatomy::Spine;

/// Halfway along the part of the bodies' middle line that lies in it; absent where that does not meet it.
std::optional<Point> bodyIn(const anatomy::Mask& mask, const Spine& spine) {
  std::vector<Point> in;
  for (const auto& sign : spine.signs)
    if (anatomy::contains(mask, sign.middle)) in.push_back(sign.middle);
  constexpr std::size_t kLeast = 8;  // mm of a body
  return in.size() < kLeast ? std::nullopt : std::optional(in[in.size() / 2]);
}

std::vector<LevelAnchor> namedBones(const Spine& spine, const std::vector<anatomy::MeasuredStructure>& structures) {
  std::vector<LevelAnchor> anchors;
  for (const auto& measured : structures) {
    const auto* mask = std::get_if<anatomy::Mask::Pointer>(&measured.structure.shape);
    const auto named = procedure::namedLevels(measured.structure.name);
    if (measured.structure.kind != anatomy::Kind::Bone || !mask || !*mask || named.size() != 1) continue;
    if (!anatomy::levelAbove(named.front(), 0) || named.front() == "S1" || named.front() == "C1") continue;
    if (const auto body = bodyIn(**mask, spine))
      anchors.push_back({LevelAnchor::Kind::Structure, named.front(), *body, measured.structure.name,
                         measured.structure.confirmed, true});
  }
  return anchors;
}

/// Marks those that say another name than the count does.
bool allAgree(std::vector<LevelAnchor>& anchors, const anatomy::CountedSpine& counted) {
  bool all = true;
  for (LevelAnchor& anchor : anchors) {
    const std::size_t vertebra = counted.spine->vertebraAt(anchor.place);
    anchor.agrees = std::any_of(counted.levels.begin(), counted.levels.end(), [&](const CountedLevel& level) {
      return level.vertebra == vertebra && level.name == anchor.name;
    });
    all = all && anchor.agrees;
  }
  return all;
}

}  // namespace

const char* word(LevelAnchor::Kind kind) {
  return kind == LevelAnchor::Kind::Click ? "click" : "structure";
}

LevelEvidence levelEvidence(std::shared_ptr<const Spine> spine, const std::vector<CountedLevel>& clicks,
                            const std::vector<anatomy::MeasuredStructure>& structures) {
  LevelEvidence evidence;
  for (const CountedLevel& click : clicks)
    if (click.byClick)
      evidence.anchors.push_back({LevelAnchor::Kind::Click, click.name, click.clicked.value_or(click.middle)});
  const std::size_t clicked = evidence.anchors.size();
  auto bones = namedBones(*spine, structures);
  evidence.anchors.insert(evidence.anchors.end(), bones.begin(), bones.end());
  const std::size_t first = clicked > 0 ? 0 : bones.size() / 2;  // from its middle a row is counted best
  evidence.counted.spine = spine;
  if (clicked == 0 && bones.size() < 2) return evidence;
  const LevelAnchor from = evidence.anchors[first];
  evidence.counted = countLevels(std::move(spine), from.place, from.name);
  if (clicked == 0)
    for (CountedLevel& level : evidence.counted.levels) level.byClick = false;
  if (!allAgree(evidence.anchors, evidence.counted))
    for (CountedLevel& level : evidence.counted.levels) level.sure = false;
  evidence.confirmed =
      clicked > 0 || std::all_of(bones.begin(), bones.end(), [](const auto& b) { return b.confirmed; });
  return evidence;
}

}  // namespace planning
