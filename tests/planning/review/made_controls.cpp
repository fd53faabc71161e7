#include "tests/planning/review/made_controls.h"

#include <cmath>
#include <random>
#include <stdexcept>

#include "tests/support/small_case.h"

namespace controls {

using planning::Vector;
using planning::needle::Trajectory;

planning::Volume partAround(const Trajectory& path, const Vector& voxelMm, unsigned seed) {
  constexpr double kAroundMm = 50, kAlongMm = 18;
  testdata::Lattice lattice;
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double around = axis == 2 ? kAlongMm : kAroundMm;
    const double low = std::min(path.entry[axis], path.target[axis]) - around;
    const double high = std::max(path.entry[axis], path.target[axis]) + around;
    const auto voxels = std::lround((high - low) / voxelMm[axis]);
    lattice.size[axis] = static_cast<itk::SizeValueType>(voxels);
    lattice.step[axis] = axis == 2 ? voxelMm[axis] : -voxelMm[axis];  // prone, as the phantom
    lattice.origin[axis] = axis == 2 ? low : high;
  }
  return testdata::makeLumbarPart(lattice, 15, seed);
}

Trajectory soundPath(const std::string& routeId) {
  for (const auto& answer : support::smallPhantom().answers)
    if (answer.routeId == routeId && answer.crosses.empty()) return {answer.entry, answer.target};
  throw std::logic_error("no path for " + routeId);
}

testdata::DrawnNeedle placed(const Trajectory& planned, double diameterMm, bool bent, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> off(0, 1);
  std::uniform_real_distribution<double> uniform(0, 1);
  const Vector way = planned.direction();
  const auto aside = [&](double mm) {
    const Vector any = planning::makeVector(off(random), off(random), off(random)) * mm;
    return any - way * planning::dot(any, way);
  };
  testdata::DrawnNeedle needle;
  needle.diameterMm = diameterMm;
  const double missingMm = uniform(random) < 0.3 ? 0.4 * planned.pathLengthMm() * uniform(random) : off(random) * 2;
  needle.tip = planned.target + aside(3) - way * missingMm;
  // The entry slides over the skin, which is level enough over a few millimetres.
  const Vector slide = planning::makeVector(off(random) * 3, 0, off(random) * 2);
  needle.entry = planned.entry + slide;
  if (bent) {
    Vector bend = aside(1);
    needle.bend = bend * ((0.02 + 0.02 * uniform(random)) * needle.lengthMm() / bend.GetNorm());
  }
  return needle;
}

}  // namespace controls
