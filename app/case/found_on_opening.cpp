#include "app/case/found_on_opening.h"

#include <algorithm>

#include "app/case/counted_levels.h"
#include "app/case/shown_scan.h"
#include "app/case/structure_finder.h"

namespace app {
namespace {

using planning::anatomy::Kind;

/// Each vertebra that was found lies in a bone that is given. Without a spine: any bone is.
bool isBoneGiven(const PlanDocument& document) {
  constexpr double kInBoneMm = 3;
  std::vector<const planning::anatomy::MeasuredStructure*> bones;
  for (const auto& measured : document.structures())
    if (measured.structure.kind == Kind::Bone && (measured.field || measured.beingMeasured)) bones.push_back(&measured);
  const auto& spine = document.draft().levels.spine;
  if (bones.empty() || !spine) return !bones.empty();
  for (std::size_t n = 0; n < spine->vertebrae(); ++n) {
    const auto middle = spine->middleOf(n);
    if (std::none_of(bones.begin(), bones.end(), [&](const auto* bone) {
          return !bone->field || bone->field->signedDistance(middle) <= kInBoneMm;
        }))
      return false;
  }
  return true;
}

}  // namespace

FoundOnOpening::FoundOnOpening(ShownScan& shown, PlanDocument& document, CountedLevels& levels, StructureFinder& finder,
                               Background& background)
    : shown_(shown), document_(document), levels_(levels), finder_(finder), background_(background) {}

bool FoundOnOpening::mayPropose() const {
  return open_ && shown_.volume() && !shown_.isLoading() && !document_.isKeptElsewhere() &&
         document_.plan().report.sopInstanceUid.empty();
}

void FoundOnOpening::begin() {
  open_ = waiting_ = wanted_;
  start();
}

void FoundOnOpening::forget() {
  open_ = waiting_ = false;
  levels_.forgetProposals();
}

void FoundOnOpening::start() {
  if (!waiting_ || !mayPropose() || background_.isBusy(Background::Kind::Structures)) return;
  waiting_ = false;
  const auto& known = document_.draft().levels;
  if (known.spine || !known.levels.empty()) return findBone();
  levels_.proposeSpine([this] { findBone(); });
}

void FoundOnOpening::findBone() {
  if (!mayPropose()) return;
  if (isBoneGiven(document_)) return findVessels();
  finder_.proposeBone([this] { findVessels(); });
}

void FoundOnOpening::findVessels() {
  if (mayPropose()) finder_.proposeVessels([] {});
}

void FoundOnOpening::follow() {
  if (mayPropose()) levels_.proposeNerves();
}

}  // namespace app
