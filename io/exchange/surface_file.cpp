#include "io/exchange/surface_file.h"

#include <array>
#include <bit>
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

static_assert(std::endian::native == std::endian::little, "binary STL is little-endian");

void appendBytes(std::string& bytes, const auto& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

/// Binary STL: a header of 80 bytes, how many triangles, and of each its normal, corners and two unused bytes.
class StlBytes {
 public:
  void add(const std::string&, const Surface& surface) {
    for (const auto& triangle : surface.triangles) {
      appendBytes(triangles_, normalOf(surface, triangle));
      for (const auto corner : triangle) appendBytes(triangles_, surface.vertices[corner]);
      appendBytes(triangles_, std::uint16_t{0});
    }
    count_ += static_cast<std::uint32_t>(surface.triangles.size());
  }
  bool isEmpty() const { return count_ == 0; }
  std::string take() {
    std::string bytes = "SPACE=LPS needleplan " NEEDLEPLAN_VERSION ", millimetres";
    bytes.resize(80, ' ');
    appendBytes(bytes, count_);
    return bytes + triangles_;
  }

 private:
  /// Zero where the triangle has no area, as readers expect it then.
  static std::array<float, 3> normalOf(const Surface& surface, const std::array<std::uint32_t, 3>& triangle) {
    const auto side = [&](std::size_t to) {
      const auto &a = surface.vertices[triangle[0]], &b = surface.vertices[triangle[to]];
      return planning::makeVector(double{b[0]} - a[0], double{b[1]} - a[1], double{b[2]} - a[2]);
    };
    Vector normal = planning::cross(side(1), side(2));
    if (normal.GetNorm() > 0) normal.Normalize();
    return {static_cast<float>(normal[0]), static_cast<float>(normal[1]), static_cast<float>(normal[2])};
  }

  std::uint32_t count_ = 0;
  std::string triangles_;
};

template <class Format>
planning::Expected<std::string> written(const planning::Plan& plan,
                                        const std::vector<planning::anatomy::MeasuredStructure>& structures) {
  if (plan.choices.fluoroscopy) return planning::refuse("plan-not-in-patient");
  Format format;
  for (const auto& needle : plan.choices.needles)
    if (needle.entry && needle.target && *needle.entry != *needle.target)
      format.add(needle.needle ? needle.label : needle.label + " axis",
                 prism(*needle.entry, *needle.target, needle.needle ? needle.needle->radiusMm() : kAxisRadiusMm));
  for (const auto& measured : structures)
    if (measured.surface) format.add(measured.structure.name, *measured.surface);
  if (format.isEmpty()) return planning::refuse("no-placed-needle");
  return format.take();
}

bool isStl(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return ending == ".stl";
}

}  // namespace

planning::Expected<std::string> toObj(const planning::Plan& plan,
                                      const std::vector<planning::anatomy::MeasuredStructure>& structures) {
  return written<ObjText>(plan, structures);
}

planning::Expected<std::string> toStl(const planning::Plan& plan,
                                      const std::vector<planning::anatomy::MeasuredStructure>& structures) {
  return written<StlBytes>(plan, structures);
}

planning::Expected<std::string> toSurfaces(const std::filesystem::path& file, const planning::Plan& plan,
                                           const std::vector<planning::anatomy::MeasuredStructure>& structures) {
  return isStl(file) ? toStl(plan, structures) : toObj(plan, structures);
}

}  // namespace io::exchange
