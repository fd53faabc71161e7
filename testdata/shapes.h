#pragma once

#include <array>
#include <memory>
#include <vector>

#include "planning/geometry.h"

namespace testdata {

/// Axis-aligned in the patient, mm.
struct Box {
  planning::Point low, high;

  /// 0 inside.
  double distance(const planning::Point& p) const;
  Box grown(double mm) const;
};

/// One analytic body.
class Shape {
 public:
  virtual ~Shape() = default;
  /// mm, negative inside, zero on the surface. Every class below says how exact it is.
  virtual double signedDistance(const planning::Point& p) const = 0;
  /// Holds the whole body.
  virtual Box bounds() const = 0;
  /// True when no step changes the distance by more than its own length: what a search may skip by.
  virtual bool isLipschitz() const { return true; }
};

using ShapePointer = std::shared_ptr<const Shape>;

/// Hull of two spheres: exact everywhere. A capsule when the radii are equal. Precondition: neither sphere holds the
/// other. After I. Quilez, "Round cone - exact" (distance functions, iquilezles.org).
class RoundCone : public Shape {
 public:
  RoundCone(const planning::Point& a, double radiusA, const planning::Point& b, double radiusB);
  double signedDistance(const planning::Point& p) const override;
  Box bounds() const override;

 private:
  planning::Point a_, b_;
  double radiusA_, radiusB_;
};

/// A place and three right-handed directions: x to the left, p to the back, u to the head, tilted about x only.
class Frame {
 public:
  /// u leans to the front by `tilt`.
  Frame(const planning::Point& origin, planning::Angle tilt);

  const planning::Point& origin() const { return origin_; }
  planning::Point toPatient(double x, double p, double u) const;
  planning::Vector toLocal(const planning::Point& place) const;

 private:
  planning::Point origin_;
  double cos_, sin_;
};

/// A block with rounded edges, turned by `turn` (from x toward p) within its frame: exact everywhere.
class RoundedBlock : public Shape {
 public:
  /// `centre` and `half` in the frame's x, p, u, the half sizes before turning and with the rounding in them.
  RoundedBlock(const Frame& frame, const planning::Vector& centre, const planning::Vector& half, double rounding,
               planning::Angle turn = planning::Angle::radians(0));
  double signedDistance(const planning::Point& p) const override;
  Box bounds() const override;

 private:
  Frame frame_;
  planning::Vector centre_, core_;
  double rounding_, cos_, sin_;
};

/// A polygon in the frame's x and p, extruded along u from -halfHeight to +halfHeight and then grown by `rounding` (its
/// edges become round): exact, but behind a hollow corner at most as deep as the truth.
class RoundedPrism : public Shape {
 public:
  using Corner = std::array<double, 2>;
  RoundedPrism(const Frame& frame, std::vector<Corner> polygon, double halfHeight, double rounding);
  double signedDistance(const planning::Point& p) const override;
  Box bounds() const override;

 private:
  Frame frame_;
  std::vector<Corner> polygon_;
  double halfHeight_, rounding_;
};

/// Several bodies as one: exact outside and on the surface; inside, at most as deep as the truth.
class Union : public Shape {
 public:
  explicit Union(std::vector<ShapePointer> parts);
  double signedDistance(const planning::Point& p) const override;
  Box bounds() const override;

 private:
  std::vector<ShapePointer> parts_;
  std::vector<Box> bounds_;
};

/// Round cones from vertex to vertex: a vessel or a nerve. Exact as Union is, and inside wherever the place is nearer
/// to the axis than the tube bends.
ShapePointer makeTube(const std::vector<planning::Point>& centreline, const std::vector<double>& radiiMm);

/// A body whose axial sections are rounded rectangles |x/a|^3 + |y/b|^3 = 1, with another half length to the front than
/// to the back; centre and half lengths change smoothly between the given heights. The sign is exact; the distance is
/// of first order, good near the surface only.
class AxialBody : public Shape {
 public:
  struct Section {
    double z;
    double x, y;  ///< of the centre
    double halfWidth, toFront, toBack;
  };
  enum class Outline { Ellipse, RoundedRectangle };
  /// Sections by ascending z; the body ends flat at the first and the last.
  AxialBody(std::vector<Section> sections, Outline outline);
  double signedDistance(const planning::Point& p) const override;
  Box bounds() const override;
  bool isLipschitz() const override { return false; }
  Section at(double z) const;

 private:
  std::vector<Section> sections_;
  Outline outline_;
};

}  // namespace testdata
