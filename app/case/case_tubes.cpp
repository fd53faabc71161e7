// What a person traces by hand.
#include <utility>

#include "app/case/case_private.h"
#include "app/look/style.h"
#include "io/files/uid.h"

namespace app {

using planning::anatomy::MeasuredStructure;
using planning::anatomy::Tube;

namespace {

/// With another tube, measured at once but drawn as before: making a surface takes long.
MeasuredStructure measureOnly(MeasuredStructure measured, Tube tube) {
  measured.errorBoundMm = tube.radiusUncertaintyMm + measured.structure.registrationResidualMm;
  measured.field = planning::anatomy::makeDistanceField(tube);
  measured.structure.shape = std::move(tube);
  return measured;
}

}  // namespace

int Case::addTube(planning::anatomy::Structure traced, const QString& what) {
  if (!d->volume) return -1;
  const std::size_t index = d->draft.structures.size();
  traced.name = uniqueName(d->draft, traced.name);
  traced.trackingUid = io::newUid();
  traced.colour = structureColour(traced.kind, index);
  const auto measured = planning::anatomy::measure(std::move(traced));
  d->editGeometry(what, [&](CaseDraft& draft) { draft.structures.push_back(measured); });
  return static_cast<int>(index);
}

void Case::setTube(int structure, Tube tube, const QString& what, const TubeChange& change) {
  if (structure < 0 || structure >= static_cast<int>(d->draft.structures.size())) return;
  const auto index = static_cast<std::size_t>(structure);
  MeasuredStructure measured = d->draft.structures[index];
  if (!change.draws) {
    measured = measureOnly(measured, std::move(tube));
  } else {
    measured.structure.shape = std::move(tube);
    measured = planning::anatomy::measure(std::move(measured.structure));
  }
  const std::string drag = change.drag.empty() ? std::string() : change.drag + measured.structure.trackingUid;
  d->editGeometry(
      what, [&](CaseDraft& draft) { draft.structures[index] = measured; }, drag, change.merges);
}

}  // namespace app
