#include "app/case/found_on_opening.h"

#include <algorithm>

#include "app/case/counted_levels.h"
#include "app/case/shown_scan.h"
#include "app/case/structure_finder.h"

namespace app {
namespace {

using planning::anatomy::Kind;

bool holds(const PlanDocument& document, std::initializer_list<Kind> kinds) {
  const auto& structures = document.structures();
  return std::any_of(structures.begin(), structures.end(), [&](const auto& measured) {
    return std::find(kinds.begin(), kinds.end(), measured.structure.kind) != kinds.end();
  });
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
  if (holds(document_, {Kind::Bone})) return findVessels();
  finder_.proposeBone([this] { findVessels(); });
}

void FoundOnOpening::findVessels() {
  if (mayPropose() && !holds(document_, {Kind::Artery, Kind::Vein, Kind::Vessel})) finder_.proposeVessels([] {});
}

void FoundOnOpening::follow() {
  if (mayPropose()) levels_.proposeNerves();
}

}  // namespace app
