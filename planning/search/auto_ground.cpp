#include "planning/search/auto_ground.h"

#include <algorithm>
#include <utility>

#include "planning/anatomy/expected_nerves.h"
#include "planning/anatomy/level_span.h"
#include "planning/anatomy/spine_around.h"
#include "planning/joined.h"
#include "planning/procedure/target_place.h"
#include "planning/procedure/words.h"
#include "planning/search/target_region.h"

namespace planning {
namespace {

using anatomy::Kind;
using anatomy::MeasuredStructure;
using anatomy::Side;

/// Bone that is given, and holds the place where one is asked for.
bool givesBone(const MeasuredStructure& given, const std::optional<Point>& place) {
  constexpr double kInBoneMm = 3;
  if (given.structure.kind != Kind::Bone || !given.field) return false;
  return !place || given.field->signedDistance(*place) <= kInBoneMm;
}

/// In each counted vertebra of the level; any, where none is counted: a vertebra that is given is no other's bone.
bool isBoneGiven(const AutoGround& ground, const PlanChoices& choices) {
  const auto bounds = anatomy::boundsOf(procedure::statedLevel(choices.level).value_or(choices.level));
  std::vector<std::optional<Point>> places;
  for (const auto& level : ground.evidence.counted.levels)
    if (bounds && (level.name == bounds->upper || level.name == bounds->lower)) places.emplace_back(level.middle);
  if (places.empty()) places.emplace_back();
  return std::all_of(places.begin(), places.end(), [&](const auto& place) {
    return std::any_of(ground.structures.begin(), ground.structures.end(),
                       [&](const auto& given) { return givesBone(given, place); });
  });
}

/// Where the scan is looked at: a click, else the middle of the canal.
std::optional<Point> clickedPlace(const PlanChoices& choices) {
  for (const auto& level : choices.levels)
    if (level.byClick) return level.clicked.value_or(level.middle);
  return std::nullopt;
}

void add(AutoGround& ground, anatomy::Structure structure) {
  ground.added.push_back(structure.name);
  ground.structures.push_back(measure(std::move(structure)));
}

anatomy::Structure expected(const std::string& name, Kind kind, Side side, anatomy::Tube tube) {
  anatomy::Structure structure;
  structure.name = name;
  structure.trackingUid = name;
  structure.kind = kind;
  structure.kindGuessed = false;
  structure.side = side;
  structure.source = {anatomy::Origin::Kind::Expected};
  structure.shape = std::move(tube);
  return structure;
}

std::string rootName(const AddedNames& names, const std::string& root) {
  std::string name = names.root;
  if (const auto at = name.find("%1"); at != std::string::npos) name.replace(at, 2, root);
  return name;
}

/// Is something of that kind given where this is expected?
bool isGiven(const std::vector<MeasuredStructure>& structures, Kind kind, const anatomy::Tube& tube) {
  constexpr double kNearMm = 6;
  const Point middle = tube.centreline[tube.centreline.size() / 2];
  return std::any_of(structures.begin(), structures.end(), [&](const MeasuredStructure& measured) {
    const auto& name = measured.structure.name;
    const bool cord = procedure::holdsWord(name, "cord") || procedure::holdsWord(name, "moelle");
    return measured.structure.kind == kind && !cord && !isExpectedOnly(measured.structure) && measured.field &&
           measured.field->signedDistance(middle) < kNearMm;
  });
}

/// Sac, exiting and traversing root, as far as the scan shows where they must run; of what is given none is added.
void addExpected(AutoGround& ground, const Volume& volume, const PlanChoices& choices, const AddedNames& names) {
  const auto bounds = anatomy::boundsOf(procedure::statedLevel(choices.level).value_or(choices.level));
  const bool sided = choices.side == Side::Left || choices.side == Side::Right;
  if (!bounds || bounds->upper.front() == 'C' || !ground.evidence.counted.spine->bone) return;
  for (const std::string& vertebra : {bounds->upper, bounds->lower}) {
    if (vertebra.empty()) continue;
    auto nerves = expectNerves(volume, ground.evidence.counted, vertebra, sided ? *choices.side : Side::Left);
    if (!nerves) continue;
    if (vertebra == bounds->upper && !isGiven(ground.structures, Kind::Dura, nerves->sac))
      add(ground, expected(names.sac, Kind::Dura, Side::None, nerves->sac));
    if (sided && !isGiven(ground.structures, Kind::Nerve, nerves->root))
      add(ground, expected(rootName(names, vertebra), Kind::Nerve, *choices.side, nerves->root));
  }
}

std::vector<std::string> disagreeing(const LevelEvidence& evidence) {
  std::vector<std::string> names;
  for (const LevelAnchor& anchor : evidence.anchors)
    if (!anchor.agrees) names.push_back(anchor.structure.empty() ? anchor.name : anchor.structure);
  return names;
}

}  // namespace

Expected<AutoGround> groundOf(const Volume& volume, const PlanChoices& choices, std::vector<MeasuredStructure> given,
                              const AddedNames& names, Progress& progress) {
  auto around = anatomy::findSpineAround(volume, clickedPlace(choices), progress);
  if (!around) return tl::unexpected(around.error());
  if (around->bone) around->spine.bone = std::get<anatomy::Mask::Pointer>(around->bone->structure.shape);
  std::erase_if(given, [](const MeasuredStructure& each) { return isExpectedOnly(each.structure); });  // anew below
  AutoGround ground;
  ground.evidence =
      levelEvidence(std::make_shared<const anatomy::Spine>(std::move(around->spine)), choices.levels, given);
  ground.structures = std::move(given);
  if (around->bone && !isBoneGiven(ground, choices)) {
    around->bone->structure.name = names.bone;
    around->bone->structure.trackingUid = names.bone;
    add(ground, std::move(around->bone->structure));
  }
  addExpected(ground, volume, choices, names);
  if (progress.stopRequested()) return refuse("cancelled");
  return ground;
}

bool statesEnough(const PlanChoices& choices) {
  using procedure::TargetPlace;
  const auto place = procedure::targetPlaceOf(choices.routeId);
  if (!place || choices.level.empty()) return false;
  const bool sided = choices.side == Side::Left || choices.side == Side::Right;
  return sided || *place == TargetPlace::EpiduralBehind || *place == TargetPlace::SacralHiatus;
}

Expected<AutoAnswer> proposeOnGround(AutoGround ground, const PlanChoices& choices, const Scene& scene,
                                     const procedure::Routes& routes, std::size_t most, Progress& progress) {
  if (routes.find(choices.routeId) == nullptr) return refuse("unknown-route", {}, choices.routeId);
  if (ground.evidence.counted.levels.empty()) return refuse("levels-not-named");
  if (const auto others = disagreeing(ground.evidence); !others.empty())
    return refuse("level-anchors-disagree", {}, joined(others));
  AutoAnswer answer{std::move(ground), choices, {}, {}};
  answer.choices.levels = answer.ground.evidence.counted.levels;
  const std::string level = procedure::statedLevel(choices.level).value_or(choices.level);
  auto region = targetRegion({*scene.volume, answer.ground.evidence.counted, answer.ground.structures}, choices.routeId,
                             level, choices.side);
  if (!region) return tl::unexpected(region.error());
  answer.region = std::move(*region);
  Scene whole = scene;
  whole.structures = answer.ground.structures;
  auto proposal = proposeTogether(answer.choices, answer.region, whole, routes, most, progress);
  if (!proposal) return tl::unexpected(proposal.error());
  answer.proposal = std::move(*proposal);
  return answer;
}

Expected<AutoAnswer> proposeOnScan(const PlanChoices& choices, const Scene& scene, const procedure::Routes& routes,
                                   const AddedNames& names, std::size_t most, Progress& progress) {
  ProgressPart finding(progress, 0, 0.5), searching(progress, 0.5, 1);
  auto ground = groundOf(*scene.volume, choices, scene.structures, names, finding);
  if (!ground) return tl::unexpected(ground.error());
  return proposeOnGround(std::move(*ground), choices, scene, routes, most, searching);
}

}  // namespace planning
