#include "planning/anatomy/measured_structure.h"

#include <algorithm>
#include <utility>

#include "planning/anatomy/thin_mask.h"

namespace planning::anatomy {
namespace {

void measureMask(const Mask& mask, MeasuredStructure& measured, const Progress& progress) {
  measured.hiddenMm = hiddenBySamplesMm(mask);
  measured.errorBoundMm = surfaceErrorBoundMm(mask) + measured.hiddenMm;
  if (const auto& lookedIn = measured.structure.lookedIn) measured.unseen = Unseen::of(mask, *lookedIn);
  auto surface = std::make_shared<Surface>(extractSurface(mask));
  if (surface->triangles.empty() || progress.stopRequested()) return;
  measured.field = makeDistanceField(surface);
  measured.surface = std::move(surface);
}

void measureTube(const Tube& tube, MeasuredStructure& measured) {
  measured.errorBoundMm = tube.radiusUncertaintyMm;
  if (tube.centreline.size() < 2) return;
  measured.field = makeDistanceField(tube);
  measured.surface = std::make_shared<Surface>(tubeSurface(tube));
}

}  // namespace

MeasuredStructure measure(Structure structure) {
  Progress progress;
  return *measure(std::move(structure), progress);
}

Expected<MeasuredStructure> measure(Structure structure, Progress& progress) {
  MeasuredStructure measured;
  measured.structure = std::move(structure);
  if (const auto* mask = std::get_if<Mask::Pointer>(&measured.structure.shape)) {
    if (*mask) measureMask(**mask, measured, progress);
  } else {
    measureTube(std::get<Tube>(measured.structure.shape), measured);
  }
  measured.errorBoundMm += measured.structure.registrationResidualMm;
  if (progress.stopRequested()) return refuse("cancelled");
  return measured;
}

const MeasuredStructure* firstBeingMeasured(const std::vector<MeasuredStructure>& structures) {
  const auto found = std::find_if(structures.begin(), structures.end(), [](const auto& m) { return m.beingMeasured; });
  return found == structures.end() ? nullptr : &*found;
}

}  // namespace planning::anatomy
