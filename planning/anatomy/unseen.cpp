#include "planning/anatomy/unseen.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace planning::anatomy {
namespace {

constexpr double kSteepest = std::numbers::sqrt3;  ///< tan 60 degrees: sideways for each millimetre outward
constexpr double kStepMm = 0.5;

Vector stepOf(const Mask& mask, unsigned axis) {
  Vector step;
  for (unsigned row = 0; row < 3; ++row) step[row] = mask.GetDirection()(row, axis) * mask.GetSpacing()[axis];
  return step;
}

Point centreOf(const Mask& mask, const Mask::IndexType& index) {
  Point p;
  mask.TransformIndexToPhysicalPoint(index, p);
  return p;
}

/// The runs of voxels in along `fast` in one layer of the mask, as pieces through their centres moved by `shift`.
std::vector<Segment> rowsOf(const Mask& mask, unsigned normal, long layer, const Vector& shift) {
  const unsigned fast = normal == 0 ? 1 : 0, slow = 3 - normal - fast;
  const auto& region = mask.GetBufferedRegion();
  const long first = region.GetIndex(fast), end = first + static_cast<long>(region.GetSize(fast));
  std::vector<Segment> rows;
  Mask::IndexType index;
  index[normal] = layer;
  for (long s = region.GetIndex(slow); s < region.GetIndex(slow) + static_cast<long>(region.GetSize(slow)); ++s) {
    index[slow] = s;
    for (long f = first; f < end; ++f) {
      index[fast] = f;
      if (mask.GetPixel(index) == 0) continue;
      const Point from = centreOf(mask, index) + shift;
      while (f + 1 < end && (index[fast] = f + 1, mask.GetPixel(index) != 0)) ++f;
      index[fast] = f;
      rows.push_back({from, centreOf(mask, index) + shift});
    }
  }
  return rows;
}

/// How far p lies from a face's touched voxels along the face.
double sidewaysMm(const Unseen::Face& face, const Point& p) {
  const Point on = p - face.outward * dot(p - face.corner, face.outward);
  double least = 1e9;
  for (const Segment& row : face.rows) {
    const Vector way = row.end - row.start;
    const double length = way.GetNorm();
    const Point nearest = length > 0 ? row.at(std::clamp(dot(on - row.start, way) / length, 0.0, length)) : row.start;
    least = std::min(least, (on - nearest).GetNorm());
  }
  return std::max(0.0, least - face.halfRowMm);
}

/// From the cone over the touched voxels: a wedge in the half plane of "sideways" and "outward".
double fromUnseenMm(const Unseen::Face& face, const Point& p) {
  const double outward = dot(p - face.corner, face.outward), sideways = sidewaysMm(face, p);
  if (outward >= 0 && sideways <= kSteepest * outward) return 0;
  const double slant = std::hypot(kSteepest, 1.0);
  if (kSteepest * sideways + outward > 0 && sideways > 0) return (sideways - kSteepest * outward) / slant;
  return std::hypot(sideways, outward);
}

/// No place of the axis lies nearer to what is beyond the face's plane than this.
double fromPlaneMm(const Unseen::Face& face, const Segment& axis) {
  return -std::max(dot(axis.start - face.corner, face.outward), dot(axis.end - face.corner, face.outward));
}

}  // namespace

std::shared_ptr<const Unseen> Unseen::of(const Mask& mask, const Mask::RegionType& lookedIn) {
  Unseen unseen;
  const auto& region = mask.GetBufferedRegion();
  for (unsigned axis = 0; axis < 3; ++axis)
    for (const bool high : {false, true}) {
      const long border = lookedIn.GetIndex(axis) + (high ? static_cast<long>(lookedIn.GetSize(axis)) - 1 : 0);
      const long last = region.GetIndex(axis) + static_cast<long>(region.GetSize(axis)) - 1;
      if (border < region.GetIndex(axis) || border > last) continue;
      const Vector step = stepOf(mask, axis), u = stepOf(mask, (axis + 1) % 3), v = stepOf(mask, (axis + 2) % 3);
      Face face;
      face.rows = rowsOf(mask, axis, border, step * (high ? 0.5 : -0.5));
      if (face.rows.empty()) continue;
      face.corner = face.rows.front().start;
      face.outward = cross(u, v);
      face.outward.Normalize();
      if ((dot(face.outward, step) > 0) != high) face.outward = -face.outward;
      face.halfRowMm = std::max((u + v).GetNorm(), (u - v).GetNorm()) / 2;
      unseen.faces_.push_back(std::move(face));
    }
  return unseen.faces_.empty() ? nullptr : std::make_shared<const Unseen>(std::move(unseen));
}

double Unseen::distanceMm(const Segment& axis, double enoughMm) const {
  double least = enoughMm;
  const double length = axis.lengthMm();
  const auto steps = static_cast<int>(std::ceil(length / kStepMm));
  for (const Face& face : faces_) {
    if (fromPlaneMm(face, axis) >= least) continue;
    for (int n = 0; n <= steps; ++n) {
      const Point p = steps > 0 ? axis.at(length * n / steps) : axis.start;
      least = std::min(least, std::max(0.0, fromUnseenMm(face, p) - kStepMm / 2));
    }
  }
  return least;
}

}  // namespace planning::anatomy
