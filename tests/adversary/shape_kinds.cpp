// Vessels whose segmentation does not show where they are: cut off, thinner than their grid, a speck instead.
#include <algorithm>
#include <cmath>

#include "planning/plan/requirement.h"
#include "testdata/answers.h"
#include "tests/adversary/kinds.h"

namespace adversary {
namespace {

using planning::Point;
using planning::Segment;
using planning::Vector;
using planning::anatomy::Kind;
using planning::anatomy::MeasuredStructure;

planning::anatomy::Structure artery(const char* name) {
  planning::anatomy::Structure structure;
  structure.name = name;
  structure.trackingUid = "2.25.9";
  structure.kind = Kind::Artery;
  structure.kindGuessed = false;
  structure.confirmed = true;
  structure.source = {planning::anatomy::Origin::Kind::Segmentation, "2.25.8"};
  return structure;
}

Segment axisOf(const Case& made) {
  return {*made.choices.needles.front().entry, *made.choices.needles.front().target};
}

/// A place on the needle between a tenth and nine tenths of the way.
Point somewhereOn(const Case& made, Random& random) {
  const Segment axis = axisOf(made);
  return axis.at(axis.lengthMm() * between(random, 0.1, 0.9));
}

/// Up and down through the needle at that place, not quite straight.
testdata::ShapePointer through(const Point& middle, Random& random, double radiusMm) {
  const Vector way = planning::makeVector(between(random, -0.35, 0.35), between(random, -0.35, 0.35), 1);
  return testdata::makeTube({middle - way * 70, middle + way * 70}, {radiusMm, radiusMm});
}

testdata::Lattice around(const Point& middle, const Vector& step, double lowZ, double highZ) {
  constexpr double kAsideMm = 45;
  testdata::Lattice lattice;
  lattice.step = step;
  lattice.origin = planning::makePoint(middle[0] - kAsideMm, middle[1] - kAsideMm, lowZ);
  lattice.size = {{static_cast<std::size_t>(2 * kAsideMm / step[0]), static_cast<std::size_t>(2 * kAsideMm / step[1]),
                   static_cast<std::size_t>((highZ - lowZ) / step[2])}};
  return lattice;
}

/// The slices that were segmented end before the needle, which crosses the true vessel beyond them.
bool cutBefore(Case& made, Random& random) {
  const auto shape = through(somewhereOn(made, random), random, between(random, 1.5, 5));
  const Segment axis = axisOf(made);
  const double low = std::min(axis.start[2], axis.end[2]), high = std::max(axis.start[2], axis.end[2]);
  const Vector step =
      planning::makeVector(between(random, 0.6, 1.2), between(random, 0.6, 1.2), between(random, 0.8, 2));
  const double gapMm = between(random, 3, 18);
  const Point middle = axis.at(axis.lengthMm() / 2);
  const auto lattice = oneOf(random, 2) == 0 ? around(middle, step, low - gapMm - 40, low - gapMm)
                                             : around(middle, step, high + gapMm, high + gapMm + 40);
  auto cut = segmented(artery("Segmental artery"), *shape, lattice);
  if (!cut.field) return false;
  made.structures.push_back(std::move(cut));
  return true;
}

/// Whether the mask shows something of the vessel both above and below a place.
bool isSeenAround(const MeasuredStructure& measured, const Point& place) {
  if (!measured.surface) return false;
  const auto isAbove = [&](const auto& vertex) { return double(vertex[2]) > place[2]; };
  const auto& vertices = measured.surface->vertices;
  return std::any_of(vertices.begin(), vertices.end(), isAbove) &&
         !std::all_of(vertices.begin(), vertices.end(), isAbove);
}

/// A hit vessel so thin that the samples of its grid miss parts of it, between parts that they show.
bool thinnerThanItsGrid(Case& made, Random& random) {
  const Point hit = somewhereOn(made, random);
  const auto shape = through(hit, random, between(random, 0.25, 0.7));
  const Vector step = planning::makeVector(between(random, 1, 2), between(random, 1, 2), between(random, 1, 2.5));
  auto thin = segmented(artery("Small artery"), *shape, around(hit, step, hit[2] - 60, hit[2] + 60));
  if (!isSeenAround(thin, hit)) return false;
  made.structures.push_back(std::move(thin));
  return true;
}

/// In the place of what the route needs, a few voxels far from the needle that bear its name.
bool aSpeck(Case& made, Random& random) {
  std::vector<std::size_t> met;
  for (const auto& one : requirementsOf(&made.route(), made.choices, made.structures, made.needle()))
    if (one.metBy.size() == 1 && !one.required->onlyInFront && !(one.required->ofSide && one.required->ofLevel))
      met.push_back(one.metBy.front());
  if (met.empty()) return false;
  MeasuredStructure& replaced = made.structures[met[oneOf(random, met.size())]];
  const Point target = *made.needle().target;
  const double aside = (target[0] > made.body->middleX ? 1 : -1) * between(random, 15, 25);
  const Point speck = target + planning::makeVector(aside, between(random, -25, -15), between(random, -15, 15));
  const auto ball = testdata::makeTube({speck, speck + planning::makeVector(0, 0, 0.5)}, {0.9, 0.9});
  replaced = segmented(replaced.structure, *ball, made.body->fine);
  return replaced.field != nullptr;
}

/// Hit, and sampled by voxels whose half diagonal is more than a verdict may rest on.
bool grosslySampled(Case& made, Random& random) {
  const auto shape = through(somewhereOn(made, random), random, between(random, 5, 8));
  const Vector step = planning::makeVector(between(random, 4, 6), between(random, 4, 6), between(random, 3, 6));
  const Point middle = axisOf(made).at(axisOf(made).lengthMm() / 2);
  auto coarse = segmented(artery("Large artery"), *shape, around(middle, step, middle[2] - 60, middle[2] + 60));
  if (!coarse.field) return false;
  made.structures.push_back(std::move(coarse));
  return true;
}

}  // namespace

std::vector<Contradiction> shapeKinds() {
  return {{"segmented slices end before the needle", "structure-cut-by-its-grid", cutBefore},
          {"hit and thinner than its grid", "structure-thin", thinnerThanItsGrid},
          {"hit and sampled too coarsely", "error-bound-large", grosslySampled},
          {"a speck in the place of what is required", "required-too-small", aSpeck}};
}

}  // namespace adversary
