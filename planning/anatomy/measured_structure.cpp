#include "planning/anatomy/measured_structure.h"

#include <utility>

namespace planning::anatomy {
namespace {

void measureMask(const Mask& mask, MeasuredStructure& measured) {
  measured.errorBoundMm = surfaceErrorBoundMm(mask);
  auto surface = std::make_shared<Surface>(extractSurface(mask));
  if (surface->triangles.empty()) return;
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
  MeasuredStructure measured;
  measured.structure = std::move(structure);
  if (const auto* mask = std::get_if<Mask::Pointer>(&measured.structure.shape)) {
    if (*mask) measureMask(**mask, measured);
  } else {
    measureTube(std::get<Tube>(measured.structure.shape), measured);
  }
  measured.errorBoundMm += measured.structure.registrationResidualMm;
  return measured;
}

}  // namespace planning::anatomy
