#include "app/case/auto_needles.h"

#include <algorithm>
#include <utility>

#include "app/case/plan_document.h"
#include "app/case/shown_scan.h"
#include "app/work/background.h"
#include "planning/plan/imported.h"
#include "planning/plan/own_choices.h"
#include "planning/procedure/target_place.h"

namespace app {
namespace {

std::size_t currentNeedle(const PlanDocument& document) {
  return static_cast<std::size_t>(std::max(0, document.currentNeedle()));
}

/// The current needle's own choices, with it as the first needle; the others, each with its own site, are kept clear
/// of.
planning::PlanChoices choicesOfCurrent(const PlanDocument& document) {
  const auto& choices = document.plan().choices;
  const std::size_t current = currentNeedle(document);
  planning::PlanChoices own = planning::ownChoices(choices, choices.needles[current]);
  own.needles = {choices.needles[current]};
  for (std::size_t n = 0; n < choices.needles.size(); ++n) {
    if (n == current) continue;
    planning::NeedleChoice& other = own.needles.emplace_back(choices.needles[n]);
    const auto site = planning::ownSiteOf(choices, other);
    other.routeId = site.routeId, other.level = site.level, other.side = site.side;
  }
  return own;
}

/// The same needles beside the first, of the same size in the same places.
bool sameOthers(const planning::PlanChoices& a, const planning::PlanChoices& b) {
  const auto same = [](const planning::NeedleChoice& x, const planning::NeedleChoice& y) {
    return x.target == y.target && x.entry == y.entry && x.needle == y.needle;
  };
  return std::equal(a.needles.begin() + 1, a.needles.end(), b.needles.begin() + 1, b.needles.end(), same);
}

/// Of the side that is stated; %1 stands for the vertebra.
QString expectedRootName(std::optional<planning::anatomy::Side> side) {
  using planning::anatomy::Side;
  if (side == Side::Left) return AutoNeedles::tr("Nerve root %1 left (expected)");
  if (side == Side::Right) return AutoNeedles::tr("Nerve root %1 right (expected)");
  return AutoNeedles::tr("Nerve root %1 (expected)");
}

}  // namespace

/// All that a search needs, kept alive while it runs.
struct AutoNeedles::Wish {
  planning::PlanChoices choices;
  PlanDraft ground;  ///< structures, but those that are only expected, and levels
  std::shared_ptr<const planning::Volume> volume;
  std::shared_ptr<const planning::anatomy::Skin> skin;
  planning::AddedNames names;

  bool asksTheSame(const Wish& other) const {
    const auto key = [](const Wish& wish) {
      const auto& c = wish.choices;
      const auto& needle = c.needles.front();
      return std::tie(wish.volume, wish.skin, c.routeId, c.level, c.side, c.guidance, c.nearBandMm, needle.trackingUid,
                      needle.needle);
    };
    return key(*this) == key(other) && sameOthers(choices, other.choices) && sameLevels(ground, other.ground) &&
           sameStructures(ground, other.ground);
  }
};

AutoNeedles::AutoNeedles(ShownScan& shown, PlanDocument& document, Background& background)
    : shown_(shown), document_(document), background_(background) {
  for (auto signal : {&ShownScan::volumeChanged, &ShownScan::skinChanged, &ShownScan::structuresChanged,
                      &ShownScan::levelsChanged, &ShownScan::planChanged, &ShownScan::currentNeedleChanged})
    connect(&shown_, signal, this, &AutoNeedles::follow);
}

AutoNeedles::~AutoNeedles() = default;

AutoNeedles::State AutoNeedles::state() const {
  if (!shown_.volume() || !shown_.skin() || shown_.isLoading() || !document_.isOpen() || document_.isKeptElsewhere())
    return State::NoScan;
  if (currentNeedle(document_) >= document_.plan().choices.needles.size()) return State::NoScan;  // not assessed yet
  const auto choices = choicesOfCurrent(document_);
  if (choices.routeId.empty()) return State::Unstated;
  if (!planning::procedure::targetPlaceOf(choices.routeId)) return State::NoTarget;
  if (!planning::statesEnough(choices)) return State::Unstated;
  if (answer_) return State::Answered;
  if (wish_) return State::Looking;
  return outOfDate_ ? State::OutOfDate : State::MayBegin;
}

std::shared_ptr<const AutoNeedles::Wish> AutoNeedles::wishNow() const {
  const State now = state();
  if (now == State::NoScan || now == State::NoTarget || now == State::Unstated) return nullptr;
  auto wish = std::make_shared<Wish>();
  wish->choices = choicesOfCurrent(document_);
  wish->ground.levels = document_.draft().levels;
  for (const auto& measured : document_.structures()) {
    if (isExpectedOnly(measured.structure)) continue;
    wish->ground.structures.push_back(measured);
    wish->ground.structures.back().structure.role = planning::anatomy::Role::Avoid;  // each target gives them its own
  }
  wish->volume = shown_.volume();
  wish->skin = shown_.skin();
  wish->names = {tr("Bone (found)").toStdString(), tr("Thecal sac (expected)").toStdString(),
                 expectedRootName(wish->choices.side).toStdString()};
  return wish;
}

void AutoNeedles::begin() {
  auto wish = wishNow();
  if (!wish) return;
  drop(false);
  wish_ = wish;
  background_.run<planning::AutoAnswer>(
      Background::Kind::Together, tr("Looking for target and entry"),
      [wish](planning::Progress& progress) {
        const planning::Scene scene{wish->volume.get(), wish->skin.get(), wish->ground.structures};
        return planning::proposeOnScan(wish->choices, scene, planning::procedure::routesInUse(), wish->names, kMost,
                                       progress);
      },
      [this, wish](Answer found) {
        if (wish_ != wish) return;
        answer_ = std::move(found);
        Q_EMIT changed();
      });
  Q_EMIT changed();
}

void AutoNeedles::giveUp() {
  drop(false);
  Q_EMIT changed();
}

void AutoNeedles::drop(bool outOfDate) {
  background_.cancel(Background::Kind::Together);
  wish_.reset();
  answer_.reset();
  outOfDate_ = outOfDate;
  shown_.aids().setWay(std::nullopt);
}

void AutoNeedles::follow() {
  if (!wish_) return void(Q_EMIT changed());
  const auto now = wishNow();
  if (now && now->asksTheSame(*wish_)) return;
  const bool looking = !answer_;
  drop(!looking);
  if (looking) begin();
  Q_EMIT changed();
}

const planning::AutoNeedle* AutoNeedles::needle(std::size_t which) const {
  if (!answer_ || !*answer_) return nullptr;
  const auto& needles = (*answer_)->proposal.needles;
  return which < needles.size() ? &needles[which] : nullptr;
}

void AutoNeedles::show(std::optional<std::size_t> which, bool jump) {
  const auto* chosen = which ? needle(*which) : nullptr;
  if (!chosen) return shown_.aids().setWay(std::nullopt);
  const auto& planned = chosen->proposal.needle;
  shown_.aids().setWay(ShownAids::Way{*planned.entry, *planned.target, static_cast<int>(*which) + 1});
  if (jump) shown_.setCrosshair(*planned.target);
}

void AutoNeedles::take(std::size_t which) {
  const auto* chosen = needle(which);
  if (!chosen) return;
  const planning::Point entry = *chosen->proposal.needle.entry, target = *chosen->proposal.needle.target;
  document_.editGeometry(tr("Take the proposed target and entry"), [=, index = currentNeedle(document_)](PlanDraft& d) {
    auto& needle = d.choices.needles[index];
    needle.target = target;
    needle.entry = entry;
    needle.imported = planning::ImportedPlaces{planning::kProposedHere, entry, target, {}, {}};
  });
  shown_.aids().setWay(std::nullopt);
  shown_.setCrosshair(target);
}

}  // namespace app
