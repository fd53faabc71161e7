#include "planning/fluoroscopy/projection.h"

#include <utility>

#include "planning/check.h"

namespace planning::fluoroscopy {
namespace {

// README.md, from PS3.3 C.8.7.5.1.2.
Vector beamOf(Angle primary, Angle secondary) {
  const double a = primary.radians(), b = secondary.radians();
  return makeVector(std::sin(a) * std::cos(b), -std::cos(a) * std::cos(b), std::sin(b));
}

Vector rightOf(Angle primary) {
  return makeVector(std::cos(primary.radians()), std::sin(primary.radians()), 0);
}

ImagePoint centreOf(const CArmGeometry& g) {
  return {(g.columns - 1) / 2.0, (g.rows - 1) / 2.0};
}

}  // namespace

Projection::Projection(const CArmGeometry& geometry) : geometry_(geometry), principal_(centreOf(geometry)) {
  check(geometry.columnSpacingMm > 0 && geometry.rowSpacingMm > 0, "a projection has detector spacings");
  check(geometry.sourceToIsocentreMm > 0 && geometry.sourceToDetectorMm > geometry.sourceToIsocentreMm,
        "the isocentre lies between source and detector");
  check(geometry.columns > 0 && geometry.rows > 0, "a projection has pixels");
  beam_ = beamOf(geometry.primary, geometry.secondary);
  right_ = rightOf(geometry.primary);
  down_ = cross(beam_, right_) * -1.0;
  const double cosRoll = std::cos(geometry.roll.radians()), sinRoll = std::sin(geometry.roll.radians());
  const Vector unrolled = right_;
  right_ = unrolled * cosRoll + down_ * sinRoll;
  down_ = down_ * cosRoll - unrolled * sinRoll;
  if (geometry.flippedHorizontally) right_ *= -1.0;
  for (int turn = 0; turn < (geometry.quarterTurns % 4 + 4) % 4; ++turn) {
    // The picture turned clockwise: what ran down now runs left.
    const Vector previousRight = right_;
    right_ = down_ * -1.0;
    down_ = previousRight;
  }
  source_ = geometry.isocentre - beam_ * geometry.sourceToIsocentreMm;
  if (geometry.principalPoint) principal_ = *geometry.principalPoint;
}

double Projection::depthMm(const Point& place) const {
  return dot(place - source_, beam_);
}

std::optional<ImagePoint> Projection::project(const Point& place) const {
  const double depth = depthMm(place);
  if (depth <= 0) return std::nullopt;
  const double magnification = geometry_.sourceToDetectorMm / depth;
  const Vector offset = place - source_;
  return ImagePoint{principal_.column + dot(offset, right_) * magnification / geometry_.columnSpacingMm,
                    principal_.row + dot(offset, down_) * magnification / geometry_.rowSpacingMm};
}

Ray Projection::ray(const ImagePoint& place) const {
  Vector direction = beam_ * geometry_.sourceToDetectorMm +
                     right_ * ((place.column - principal_.column) * geometry_.columnSpacingMm) +
                     down_ * ((place.row - principal_.row) * geometry_.rowSpacingMm);
  direction.Normalize();
  return {source_, direction};
}

double Projection::mmPerColumnAt(const Point& place) const {
  return geometry_.columnSpacingMm * depthMm(place) / geometry_.sourceToDetectorMm;
}

double Projection::mmPerRowAt(const Point& place) const {
  return geometry_.rowSpacingMm * depthMm(place) / geometry_.sourceToDetectorMm;
}

std::optional<EpipolarLine> epipolarLine(const Projection& first, const ImagePoint& place, const Projection& second) {
  const auto ray = first.ray(place);
  const double reach = first.geometry().sourceToDetectorMm;
  std::optional<ImagePoint> seen[2];
  int found = 0;
  for (const double fraction : {0.4, 1.0, 0.7, 0.55, 0.85}) {  // two places of the ray in front of the second source
    if (found == 2) break;
    if (const auto image = second.project(ray.source + ray.direction * (reach * fraction))) seen[found++] = image;
  }
  if (found < 2) return std::nullopt;
  const double length = std::hypot(seen[1]->column - seen[0]->column, seen[1]->row - seen[0]->row);
  if (length < 1e-6) return std::nullopt;
  return EpipolarLine{*seen[0], *seen[1]};
}

}  // namespace planning::fluoroscopy
