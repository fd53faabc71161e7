#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "planning/anatomy/measured_structure.h"

namespace support {

/// The simplest distance field there is: a ball, every answer a formula.
class SphereField : public planning::anatomy::DistanceField {
 public:
  SphereField(const planning::Point& centre, double radiusMm) : centre_(centre), radiusMm_(radiusMm) {}

  planning::anatomy::AxisDistance distance(const planning::Segment& axis) const override {
    planning::anatomy::AxisDistance answer;
    const planning::Vector way = axis.end - axis.start;
    const double length = way.GetNorm();
    answer.onAxis = axis.start;
    if (length > 0) {
      answer.alongMm = std::clamp(planning::dot(centre_ - axis.start, way) / length, 0.0, length);
      answer.onAxis = axis.at(answer.alongMm);
    }
    answer.distanceMm = signedDistance(answer.onAxis);
    const planning::Vector out = answer.onAxis - centre_;
    answer.onStructure = centre_ + out * (radiusMm_ / std::max(out.GetNorm(), 1e-12));
    return answer;
  }
  std::optional<planning::anatomy::AxisDistance> distanceWithin(const planning::Segment& axis,
                                                                double capMm) const override {
    const auto answer = distance(axis);
    return answer.distanceMm < capMm ? std::optional(answer) : std::nullopt;
  }
  std::optional<double> firstContactMm(const planning::Segment& axis, double withinMm) const override {
    const auto nearest = distance(axis);
    const double reach = radiusMm_ + withinMm;
    if (signedDistance(axis.start) <= withinMm) return 0.0;
    if (nearest.distanceMm > withinMm) return std::nullopt;
    const double across = (nearest.onAxis - centre_).GetNorm();
    return nearest.alongMm - std::sqrt(reach * reach - across * across);
  }
  std::vector<double> crossingsMm(const planning::Segment& axis) const override {
    const planning::Vector way = (axis.end - axis.start) / axis.lengthMm();
    const double middle = planning::dot(centre_ - axis.start, way);
    const double across = (axis.start + way * middle - centre_).GetNorm();
    std::vector<double> crossings;
    if (across >= radiusMm_) return crossings;
    const double half = std::sqrt(radiusMm_ * radiusMm_ - across * across);
    for (const double mm : {middle - half, middle + half})
      if (mm >= 0 && mm <= axis.lengthMm()) crossings.push_back(mm);
    return crossings;
  }
  double signedDistance(const planning::Point& p) const override { return (p - centre_).GetNorm() - radiusMm_; }

 private:
  planning::Point centre_;
  double radiusMm_;
};

/// The six outermost places of a ball, as a closed surface.
inline std::shared_ptr<const planning::anatomy::Surface> octahedron(const planning::Point& centre, double radiusMm) {
  planning::anatomy::Surface surface;
  for (unsigned axis = 0; axis < 3; ++axis)
    for (const double sign : {1.0, -1.0}) {
      planning::Point p = centre;
      p[axis] += sign * radiusMm;
      surface.vertices.push_back({float(p[0]), float(p[1]), float(p[2])});
    }
  for (std::uint32_t corner = 0; corner < 8; ++corner) {
    const std::uint32_t x = corner & 1u, y = 2 + (corner >> 1 & 1u), z = 4 + (corner >> 2 & 1u);
    const bool odd = ((corner ^ corner >> 1 ^ corner >> 2) & 1u) != 0;
    surface.triangles.push_back(odd ? std::array{x, z, y} : std::array{x, y, z});
  }
  return std::make_shared<const planning::anatomy::Surface>(std::move(surface));
}

/// A confirmed structure to avoid, with a ball for its distances and its six outermost places for its surface.
inline planning::anatomy::MeasuredStructure ball(std::string name, planning::anatomy::Kind kind,
                                                 const planning::Point& centre, double radiusMm,
                                                 double errorBoundMm = 0.5) {
  planning::anatomy::MeasuredStructure measured;
  measured.structure.name = std::move(name);
  measured.structure.kind = kind;
  measured.structure.kindGuessed = false;
  measured.structure.confirmed = true;
  measured.field = std::make_shared<SphereField>(centre, radiusMm);
  measured.surface = octahedron(centre, radiusMm);
  measured.errorBoundMm = errorBoundMm;
  return measured;
}

}  // namespace support
