#include "app/views/orbit_camera.h"

#include <cmath>

namespace app::views {

using planning::Angle;
using planning::dot;
using planning::Vector;

Vector turned(const Vector& v, const Vector& axis, const Angle& angle) {  // Rodrigues
  const double c = std::cos(angle.radians());
  const double s = std::sin(angle.radians());
  return v * c + planning::cross(axis, v) * s + axis * (dot(axis, v) * (1 - c));
}

double OrbitCamera::mmPerPixel() const {
  return 2 * distanceMm * std::tan(Angle::degrees(kViewAngleDegrees / 2).radians()) / size.height();
}

QPointF OrbitCamera::toScreen(const planning::Point& place) const {
  const Vector offset = place - eye();
  const double scale = distanceMm / dot(offset, axes.into()) / mmPerPixel();
  return {size.width() / 2 + dot(offset, axes.right) * scale, size.height() / 2 + dot(offset, axes.down) * scale};
}

planning::Segment OrbitCamera::rayThrough(const QPointF& screen, double lengthMm) const {
  const auto through = atDepthOf(focus, screen);
  const Vector way = through - eye();
  return {eye(), eye() + way * (lengthMm / way.GetNorm())};
}

planning::Point OrbitCamera::atDepthOf(const planning::Point& place, const QPointF& screen) const {
  const double depth = dot(place - eye(), axes.into());
  const double scale = mmPerPixel() * depth / distanceMm;
  return eye() + axes.into() * depth + axes.right * ((screen.x() - size.width() / 2) * scale) +
         axes.down * ((screen.y() - size.height() / 2) * scale);
}

void OrbitCamera::turnBy(const QPointF& pixels) {
  constexpr double kDegreesPerPixel = 0.4;
  const auto turnBoth = [&](const Vector& axis, double degrees) {
    const Vector right = turned(axes.right, axis, Angle::degrees(degrees));
    const Vector down = turned(axes.down, axis, Angle::degrees(degrees));
    axes.right = right / right.GetNorm();
    const Vector upright = down - axes.right * dot(down, axes.right);
    axes.down = upright / upright.GetNorm();
  };
  turnBoth(axes.down, pixels.x() * kDegreesPerPixel);
  turnBoth(axes.right, -pixels.y() * kDegreesPerPixel);
}

void OrbitCamera::panBy(const QPointF& pixels) {
  focus -= axes.right * (pixels.x() * mmPerPixel()) + axes.down * (pixels.y() * mmPerPixel());
}

}  // namespace app::views
