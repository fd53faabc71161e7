#include "planning/review/rigid_motion.h"

#include <vnl/algo/vnl_symmetric_eigensystem.h>

#include <algorithm>
#include <cmath>

namespace planning::review {
namespace {

constexpr double kLeastApartMm = 20;

using Quaternion = std::array<double, 4>;  ///< w, x, y, z; unit

std::array<double, 9> matrixOf(const Quaternion& q) {
  const auto [w, x, y, z] = q;
  return {1 - 2 * (y * y + z * z), 2 * (x * y - w * z),     2 * (x * z + w * y),
          2 * (x * y + w * z),     1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
          2 * (x * z - w * y),     2 * (y * z + w * x),     1 - 2 * (x * x + y * y)};
}

/// Turns by q, such that `from` comes to lie at `to`.
RigidMotion motionOf(const Quaternion& q, const Point& from, const Point& to) {
  const auto m = matrixOf(q);
  std::array<double, 12> rows{};
  for (unsigned row = 0; row < 3; ++row) {
    double turned = 0;
    for (unsigned i = 0; i < 3; ++i) {
      rows[row * 4 + i] = m[row * 3 + i];
      turned += m[row * 3 + i] * from[i];
    }
    rows[row * 4 + 3] = to[row] - turned;
  }
  return RigidMotion(rows);
}

/// The least turn of one direction into another.
Quaternion between(const Vector& a, const Vector& b) {
  const double lengths = a.GetNorm() * b.GetNorm();
  Vector axis = cross(a, b);
  double w = lengths + dot(a, b);
  if (w < 1e-9 * lengths) {  // opposite: any axis across
    axis = std::abs(a[0]) < 0.7 * a.GetNorm() ? cross(a, makeVector(1, 0, 0)) : cross(a, makeVector(0, 1, 0));
    w = 0;
  }
  const double norm = std::hypot(w, axis.GetNorm());
  return {w / norm, axis[0] / norm, axis[1] / norm, axis[2] / norm};
}

template <class Get>
Point middleOf(const std::vector<Landmark>& landmarks, const Get& get) {
  Vector sum = makeVector(0, 0, 0);
  for (const Landmark& landmark : landmarks) sum += get(landmark).GetVectorFromOrigin();
  return makePoint(0, 0, 0) + sum / static_cast<double>(landmarks.size());
}

/// Horn's quaternion: the largest eigenvector of a symmetric matrix made of the covariances.
Quaternion turnOf(const std::vector<Landmark>& landmarks, const Point& from, const Point& to) {
  double s[3][3] = {};
  for (const Landmark& landmark : landmarks) {
    const Vector a = landmark.inControl - from, b = landmark.inPlan - to;
    for (unsigned i = 0; i < 3; ++i)
      for (unsigned j = 0; j < 3; ++j) s[i][j] += a[i] * b[j];
  }
  vnl_matrix<double> n(4, 4);
  n(0, 0) = s[0][0] + s[1][1] + s[2][2];
  n(1, 1) = s[0][0] - s[1][1] - s[2][2];
  n(2, 2) = -s[0][0] + s[1][1] - s[2][2];
  n(3, 3) = -s[0][0] - s[1][1] + s[2][2];
  n(0, 1) = n(1, 0) = s[1][2] - s[2][1];
  n(0, 2) = n(2, 0) = s[2][0] - s[0][2];
  n(0, 3) = n(3, 0) = s[0][1] - s[1][0];
  n(1, 2) = n(2, 1) = s[0][1] + s[1][0];
  n(1, 3) = n(3, 1) = s[2][0] + s[0][2];
  n(2, 3) = n(3, 2) = s[1][2] + s[2][1];
  const vnl_symmetric_eigensystem<double> system(n);
  const auto q = system.get_eigenvector(3);
  return {q[0], q[1], q[2], q[3]};
}

template <class Get>
std::pair<Point, Point> farthestPair(const std::vector<Landmark>& landmarks, const Get& get) {
  std::pair<Point, Point> farthest{get(landmarks[0]), get(landmarks[0])};
  for (const auto& a : landmarks)
    for (const auto& b : landmarks)
      if ((get(a) - get(b)).GetNorm() > (farthest.first - farthest.second).GetNorm()) farthest = {get(a), get(b)};
  return farthest;
}

/// The farthest place from the line through the farthest two: nearly 0 when all lie on one line.
template <class Get>
double offLineMm(const std::vector<Landmark>& landmarks, const Get& get) {
  const auto [a, b] = farthestPair(landmarks, get);
  const Vector along = (b - a) / (b - a).GetNorm();
  double farthest = 0;
  for (const auto& landmark : landmarks) {
    const Vector way = get(landmark) - a;
    farthest = std::max(farthest, (way - along * dot(way, along)).GetNorm());
  }
  return farthest;
}

}  // namespace

RigidMotion::RigidMotion(const Vector& axis, Angle angle, const Point& centre, const Vector& shift) {
  const double half = angle.radians() / 2, length = axis.GetNorm();
  const Vector way = axis * (std::sin(half) / length);
  *this = motionOf({std::cos(half), way[0], way[1], way[2]}, centre, centre + shift);
}

Point RigidMotion::operator()(const Point& place) const {
  const Vector turned = (*this)(place.GetVectorFromOrigin());
  return makePoint(turned[0] + rows_[3], turned[1] + rows_[7], turned[2] + rows_[11]);
}

Vector RigidMotion::operator()(const Vector& way) const {
  Vector turned;
  for (unsigned row = 0; row < 3; ++row)
    turned[row] = rows_[row * 4] * way[0] + rows_[row * 4 + 1] * way[1] + rows_[row * 4 + 2] * way[2];
  return turned;
}

RigidMotion RigidMotion::inverse() const {
  std::array<double, 12> back{};
  for (unsigned row = 0; row < 3; ++row)
    for (unsigned i = 0; i < 3; ++i) {
      back[row * 4 + i] = rows_[i * 4 + row];
      back[row * 4 + 3] -= rows_[i * 4 + row] * rows_[i * 4 + 3];
    }
  return RigidMotion(back);
}

Expected<LandmarkFit> fitLandmarks(const std::vector<Landmark>& landmarks) {
  const auto inControl = [](const Landmark& landmark) { return landmark.inControl; };
  const auto inPlan = [](const Landmark& landmark) { return landmark.inPlan; };
  if (landmarks.size() < 2) return refuse("landmarks-too-few");
  const auto [a, b] = farthestPair(landmarks, inControl);
  const auto [c, d] = farthestPair(landmarks, inPlan);
  if (std::min((a - b).GetNorm(), (c - d).GetNorm()) < kLeastApartMm) return refuse("landmarks-too-near");
  const Point from = middleOf(landmarks, inControl), to = middleOf(landmarks, inPlan);
  const bool onLine = std::min(offLineMm(landmarks, inControl), offLineMm(landmarks, inPlan)) < kLeastApartMm / 10;
  const auto& first = landmarks.front();
  const auto last = std::max_element(landmarks.begin(), landmarks.end(), [&](const auto& x, const auto& y) {
    return (x.inControl - first.inControl).GetNorm() < (y.inControl - first.inControl).GetNorm();
  });
  const auto turn =
      onLine ? between(last->inControl - first.inControl, last->inPlan - first.inPlan) : turnOf(landmarks, from, to);
  LandmarkFit fit{motionOf(turn, from, to), 0};
  for (const auto& landmark : landmarks)
    fit.residualMm += (fit.controlToPlan(landmark.inControl) - landmark.inPlan).GetSquaredNorm();
  fit.residualMm = std::sqrt(fit.residualMm / static_cast<double>(landmarks.size()));
  return fit;
}

}  // namespace planning::review
