#include "app/case/found_guides.h"

#include <algorithm>
#include <utility>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/work/background.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/words.h"
#include "planning/search/auto_ground.h"
#include "planning/search/target_region.h"

namespace app {
namespace {

using planning::TargetRegion;

std::vector<planning::anatomy::MeasuredStructure> ofKinds(
    const std::vector<planning::anatomy::MeasuredStructure>& structures,
    std::initializer_list<planning::anatomy::Kind> kinds) {
  std::vector<planning::anatomy::MeasuredStructure> some;
  for (const auto& measured : structures)
    if (std::find(kinds.begin(), kinds.end(), measured.structure.kind) != kinds.end()) some.push_back(measured);
  return some;
}

}  // namespace

struct FoundGuides::Wish {
  std::string routeId, level;
  std::optional<planning::anatomy::Side> side;
  std::shared_ptr<const planning::Volume> volume;
  PlanDraft ground;  ///< the levels, and the structures that a region is measured in

  bool asksTheSame(const Wish& other) const {
    return routeId == other.routeId && level == other.level && side == other.side && volume == other.volume &&
           sameLevels(ground, other.ground) && sameStructures(ground, other.ground);
  }
};

FoundGuides::FoundGuides(ShownScan& shown, PlanDocument& document, Background& background)
    : shown_(shown), document_(document), background_(background) {
  for (auto signal : {&ShownScan::volumeChanged, &ShownScan::structuresChanged, &ShownScan::levelsChanged,
                      &ShownScan::planChanged, &ShownScan::currentNeedleChanged})
    connect(&shown_, signal, this, &FoundGuides::follow);
}

FoundGuides::~FoundGuides() = default;

std::shared_ptr<const FoundGuides::Wish> FoundGuides::wishNow() const {
  const auto& levels = document_.draft().levels;
  if (!shown_.volume() || shown_.isLoading() || !document_.isOpen() || document_.isKeptElsewhere()) return nullptr;
  if (!levels.spine || levels.levels.empty()) return nullptr;
  const auto& choices = document_.plan().choices;
  const auto current = static_cast<std::size_t>(std::max(0, document_.currentNeedle()));
  if (current >= choices.needles.size()) return nullptr;  // not assessed yet
  const auto own = planning::ownChoices(choices, choices.needles[current]);
  if (!planning::statesEnough(own)) return nullptr;
  auto wish = std::make_shared<Wish>();
  wish->routeId = own.routeId;
  wish->level = planning::procedure::statedLevel(own.level).value_or(own.level);
  wish->side = own.side;
  wish->volume = shown_.volume();
  wish->ground.levels = levels;
  using planning::anatomy::Kind;
  wish->ground.structures = ofKinds(document_.structures(), {Kind::Bone, Kind::Disc, Kind::Dura});
  for (auto& measured : wish->ground.structures)
    measured.structure.role = planning::anatomy::Role::Avoid;  // as if none
  return wish;
}

void FoundGuides::forget() {
  background_.cancel(Background::Kind::Guides);
  wish_.reset();
  shown_.aids().setGuides({});
}

void FoundGuides::giveUp() {
  if (shown_.aids().guides().empty()) forget();
}

void FoundGuides::follow() {
  auto wish = wishNow();
  if (!wish) return wish_ ? forget() : void();
  if (wish_ && wish_->asksTheSame(*wish)) return;
  forget();
  wish_ = wish;
  background_.run<TargetRegion>(
      Background::Kind::Guides, tr("Looking for the target's anatomy"),
      [wish](planning::Progress&) {
        return planning::targetRegion({*wish->volume, wish->ground.levels, wish->ground.structures}, wish->routeId,
                                      wish->level, wish->side);
      },
      [this, wish](planning::Expected<TargetRegion> found) {
        if (wish_ == wish && found) shown_.aids().setGuides(std::move(found->guides));
      });
}

}  // namespace app
