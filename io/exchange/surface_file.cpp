#include "io/exchange/surface_file.h"

#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace io::exchange {
namespace {

using planning::Point;
using planning::Vector;
using planning::anatomy::Surface;

constexpr unsigned kSides = 24;
constexpr double kAxisRadiusMm = 0.1;  // of a path whose needle nobody has chosen

std::string asName(const std::string& text) {
  std::string name;
  for (const char c : text) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    name += plain ? c : '_';
  }
  return name.empty() ? "_" : name;
}

void append(std::string& text, char before, auto number) {
  char digits[32];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  text += before;
  text.append(digits, end);
}

/// OBJ counts vertices from 1 through the whole file.
class ObjText {
 public:
  void add(const std::string& name, const Surface& surface) {
    text_ += "o " + asName(name) + "\n";
    for (const auto& vertex : surface.vertices) {
      text_ += 'v';
      for (const float mm : vertex) append(text_, ' ', mm);
      text_ += '\n';
    }
    for (const auto& triangle : surface.triangles) {
      text_ += 'f';
      for (const auto corner : triangle) append(text_, ' ', corner + before_);
      text_ += '\n';
    }
    before_ += surface.vertices.size();
  }
  bool isEmpty() const { return before_ == 1; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_ =
      "# SPACE=LPS\n# needleplan " NEEDLEPLAN_VERSION ", millimetres, LPS of DICOM. Not a certified medical device.\n";
  std::size_t before_ = 1;
};

std::array<float, 3> vertexAt(const Point& place) {
  return {static_cast<float>(place[0]), static_cast<float>(place[1]), static_cast<float>(place[2])};
}

/// Two directions across the axis, so that (first, second, axis) is right-handed.
std::pair<Vector, Vector> across(const Vector& axis) {
  const Vector other = std::abs(axis[0]) < 0.5 ? planning::makeVector(1, 0, 0) : planning::makeVector(0, 1, 0);
  Vector first = planning::cross(axis, other);
  first.Normalize();
  return {first, planning::cross(axis, first)};
}

/// Vertices: the two centres, then pairs around the axis.
Surface prism(const Point& from, const Point& to, double radiusMm) {
  Vector axis = to - from;
  axis.Normalize();
  const auto [first, second] = across(axis);
  Surface surface{{vertexAt(from), vertexAt(to)}, {}};
  for (std::uint32_t side = 0; side < kSides; ++side) {
    const double angle = 2 * std::numbers::pi * side / kSides;
    const Vector out = (first * std::cos(angle) + second * std::sin(angle)) * radiusMm;
    surface.vertices.push_back(vertexAt(from + out));
    surface.vertices.push_back(vertexAt(to + out));
    const std::uint32_t near = 2 + 2 * side, far = near + 1, nextNear = 2 + 2 * ((side + 1) % kSides),
                        nextFar = nextNear + 1;
    surface.triangles.insert(surface.triangles.end(), {{near, nextNear, nextFar}, {near, nextFar, far}});
    surface.triangles.insert(surface.triangles.end(), {{0, nextNear, near}, {1, far, nextFar}});
  }
  return surface;
}

}  // namespace

planning::Expected<std::string> toObj(const planning::Plan& plan,
                                      const std::vector<planning::anatomy::MeasuredStructure>& structures) {
  if (plan.choices.fluoroscopy) return planning::refuse("plan-not-in-patient");
  ObjText text;
  for (const auto& needle : plan.choices.needles)
    if (needle.entry && needle.target && *needle.entry != *needle.target)
      text.add(needle.needle ? needle.label : needle.label + " axis",
               prism(*needle.entry, *needle.target, needle.needle ? needle.needle->radiusMm() : kAxisRadiusMm));
  for (const auto& measured : structures)
    if (measured.surface) text.add(measured.structure.name, *measured.surface);
  if (text.isEmpty()) return planning::refuse("no-placed-needle");
  return text.take();
}

}  // namespace io::exchange
