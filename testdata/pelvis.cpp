// The sacrum and the iliac wings.
#include <cmath>

#include "testdata/spine.h"

namespace testdata {
namespace {

using planning::Angle;
using planning::makePoint;
using planning::makeVector;

ShapePointer block(const Frame& frame, const planning::Vector& centre, const planning::Vector& half, double rounding,
                   Angle turn = Angle::radians(0)) {
  return std::make_shared<RoundedBlock>(frame, centre, half, rounding, turn);
}

/// Where the lateral mass' axis passes each segment, and its radius there.
constexpr double kLateralX[] = {43, 36, 28, 20, 13}, kLateralRadius[] = {12, 10.5, 8, 6, 4};

void addLateralMass(std::vector<ShapePointer>& parts, const Spine& spine, double sign) {
  std::vector<planning::Point> axis;
  for (std::size_t i = 0; i < spine.sacrum.size(); ++i)
    axis.push_back(spine.sacrum[i].frame.toPatient(sign * kLateralX[i], 2, i == 0 ? 3 : 0));
  parts.push_back(makeTube(axis, {std::begin(kLateralRadius), std::end(kLateralRadius)}));
  const Frame& s1 = spine.sacrum[0].frame;  // the wing's root
  parts.push_back(std::make_shared<RoundCone>(s1.toPatient(sign * 22, 1, 1), 9.5, s1.toPatient(sign * 43, 2, 3), 12));
}

/// Body, bars to the lateral masses (open between segments: the sacral foramina) and side walls of the canal.
void addSegment(std::vector<ShapePointer>& parts, const SacralSegment& s) {
  const double half = s.height / 2, bar = half - 3.5;
  parts.push_back(block(s.frame, makeVector(0, 0, 0), makeVector(s.halfWidth, s.halfDepth, half + .7), 2.5));
  for (const double sign : kLeftAndRight) {
    parts.push_back(
        block(s.frame, makeVector(sign * (s.halfWidth + 3), 1, 0), makeVector(8, s.halfDepth * .8, bar), 2));
    parts.push_back(block(s.frame, makeVector(sign * (s.canalHalfWidth + 2.2), s.halfDepth + s.canalDepth / 2, 0),
                          makeVector(2.4, s.canalDepth / 2 + 3, bar), 1.5));
  }
}

/// The laminae and the median crest. The roof of S1 leaves the window to L5 open.
void addRoof(std::vector<ShapePointer>& parts, const SacralSegment& s) {
  const double p = s.halfDepth + s.canalDepth + 2.2, half = s.height / 2, lower = s.name == "S1" ? 4 : 0;
  parts.push_back(
      block(s.frame, makeVector(0, p, -lower / 2), makeVector(s.canalHalfWidth + 4, 2.3, half + 3 - lower / 2), 1.8));
  if (s.name != "S4") parts.push_back(block(s.frame, makeVector(0, p + 4, -2), makeVector(2.4, 5, half - 3), 2));
}

}  // namespace

ShapePointer makeSacrum(const Spine& spine) {
  std::vector<ShapePointer> parts;
  for (const SacralSegment& s : spine.sacrum) {
    addSegment(parts, s);
    if (s.name != "S5") addRoof(parts, s);
  }
  const SacralSegment &s1 = spine.sacrum.front(), &s5 = spine.sacrum.back();
  const Level& level = spine.levels.back();
  const double a = level.facetTurn.radians(), off = kFacetGap / 2 + 3.2;
  for (const double sign : kLeftAndRight) {
    addLateralMass(parts, spine, sign);
    const auto plate = makeVector(sign * (level.facetX + std::cos(a) * off), kFacetP - std::sin(a) * off, 0);
    parts.push_back(block(level.frame, plate, makeVector(3.2, 5.8, 8.5), 1.8, Angle::radians(-sign * a)));
    parts.push_back(std::make_shared<RoundCone>(s1.frame.toPatient(sign * 25, 19, 4), 6,
                                                level.frame.toPatient(plate[0], plate[1], -5), 3.4));
    const double back = s5.halfDepth + s5.canalDepth;  // the cornua beside the hiatus
    parts.push_back(std::make_shared<RoundCone>(s5.frame.toPatient(sign * 7.5, back + 1, 8), 2.6,
                                                s5.frame.toPatient(sign * 7.5, back, -4), 2));
  }
  return std::make_shared<Union>(std::move(parts));
}

ShapePointer makeIlium(double sign) {
  const Frame upright(makePoint(0, 0, 0), Angle::radians(0));
  const auto plate = [&](double x, double y, double z, double thick, double along, double high, double degrees) {
    return block(upright, makeVector(sign * x, y, z), makeVector(thick, along, high), std::min(thick, 5.0) - .2,
                 Angle::degrees(sign * degrees));
  };
  return std::make_shared<Union>(
      std::vector<ShapePointer>{plate(66, 58, -100, 8, 24, 40, 24),      // beside the sacrum
                                plate(86, 22, -97, 5, 32, 51, 34),       // the wing
                                plate(110, -16, -112, 5.5, 24, 52, 28),  // to the front spine
                                plate(118, -36, -140, 7, 10, 40, 20)});
}

}  // namespace testdata
