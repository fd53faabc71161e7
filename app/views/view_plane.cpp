#include "app/views/view_plane.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace app::views {
namespace {

using planning::cross;
using planning::dot;
using planning::makeVector;
using planning::Vector;

Vector unit(const Vector& v) {
  return v / v.GetNorm();
}

/// The part of `wish` at right angles to `normal`, as a unit vector; of `otherwise` where `wish` runs along the normal.
Vector withinPlane(const Vector& wish, const Vector& otherwise, const Vector& normal) {
  const Vector part = wish - normal * dot(wish, normal);
  if (part.GetNorm() > 0.1) return unit(part);
  return unit(otherwise - normal * dot(otherwise, normal));
}

/// Lateral to the needle, in the axial plane.
Vector lateralOf(const Vector& direction) {
  return withinPlane(cross(makeVector(0, 0, 1), direction), makeVector(1, 0, 0), direction);
}

}  // namespace

ViewAxes axialAxes() {
  return {makeVector(1, 0, 0), makeVector(0, 1, 0)};
}
ViewAxes coronalAxes() {
  return {makeVector(1, 0, 0), makeVector(0, 0, -1)};
}
ViewAxes sagittalAxes() {
  return {makeVector(0, 1, 0), makeVector(0, 0, -1)};
}

ViewAxes alongNeedleAxes(const Vector& direction) {
  return axesOfPlane(cross(direction, lateralOf(direction)));
}

ViewAxes axesOfPlane(Vector normal) {
  if (std::abs(normal[0]) > 0.71) {  // nearly sagittal
    const Vector down = withinPlane(makeVector(0, 0, -1), makeVector(0, 1, 0), normal);
    const Vector right = cross(down, normal);
    return {right[1] < 0 ? -right : right, down};
  }
  const double side = std::abs(normal[2]) > 0.1 ? normal[2] : normal[1];
  if (side < 0) normal = -normal;
  const Vector down = withinPlane(makeVector(0, 1, 0), makeVector(0, 0, -1), normal);
  return {cross(down, normal), down};
}

ViewAxes acrossAlongNeedleAxes(const Vector& direction) {
  const Vector normal = lateralOf(direction);
  const Vector down = withinPlane(makeVector(0, 0, -1), makeVector(0, 1, 0), normal);
  Vector right = cross(down, normal);
  // As in a coronal view the left is at the right; where the plane is nearly sagittal, the back is.
  const double side = std::abs(right[0]) > 0.71 ? right[0] : right[1];
  if (side < 0) right = -right;
  return {right, down};
}

ViewAxes needlesEyeAxes(const Vector& direction) {
  const Vector down = withinPlane(makeVector(0, 0, -1), makeVector(0, 1, 0), direction);
  return {cross(down, direction), down};
}

QPointF ViewPlane::toScreen(const planning::Point& place) const {
  const Vector offset = place - centre;
  return {size.width() / 2 + dot(offset, axes.right) / mmPerPixel,
          size.height() / 2 + dot(offset, axes.down) / mmPerPixel};
}

planning::Point ViewPlane::toPatient(const QPointF& screen) const {
  return centre + axes.right * ((screen.x() - size.width() / 2) * mmPerPixel) +
         axes.down * ((screen.y() - size.height() / 2) * mmPerPixel);
}

double ViewPlane::heightMm(const planning::Point& place) const {
  return dot(place - centre, axes.into());
}

QString orientationLetters(const Vector& direction) {
  std::array<std::pair<double, QChar>, 3> parts{{{std::abs(direction[0]), direction[0] > 0 ? 'L' : 'R'},
                                                 {std::abs(direction[1]), direction[1] > 0 ? 'P' : 'A'},
                                                 {std::abs(direction[2]), direction[2] > 0 ? 'H' : 'F'}}};
  std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  QString letters;
  for (const auto& [size, letter] : parts)
    if (size >= 0.25 * direction.GetNorm()) letters += letter;
  return letters;
}

}  // namespace app::views
