#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/anatomy/structure.h"
#include "testdata/shapes.h"

namespace testdata {

/// One coat of paint: later layers cover earlier ones.
struct Layer {
  ShapePointer shape;
  double hu = 0;
  double grownByMm = 0;  ///< paints the shape grown (or, negative, shrunk) by this
};

struct NamedShape {
  std::string name;
  planning::anatomy::Kind kind = planning::anatomy::Kind::Other;
  planning::anatomy::Code code;
  planning::anatomy::Side side = planning::anatomy::Side::None;
  ShapePointer shape;
};

/// What is painted, and what has a name.
struct Anatomy {
  std::vector<Layer> layers;
  std::vector<NamedShape> structures;

  void paint(ShapePointer shape, double hu, double grownByMm = 0);
  void name(NamedShape named);
  /// Painted with a hard shell, and named.
  void bone(NamedShape named);
};

/// +1 left, -1 right: the patient's left is +x.
inline constexpr double kLeftAndRight[] = {1.0, -1.0};
inline planning::anatomy::Side sideOf(double sign) {
  return sign > 0 ? planning::anatomy::Side::Left : planning::anatomy::Side::Right;
}
/// "Left kidney" from "kidney".
std::string sided(double sign, const std::string& what);

inline constexpr double kFatHu = -100, kMuscleHu = 55, kArterialHu = 260, kVenousHu = 150;

/// The table, flat, under a body that reaches to `front` or (supine) to `back`, mm.
void addTable(Anatomy& anatomy, bool supine, double front, double back);
/// A muscle in its sheath of fat; answers its shape.
ShapePointer addMuscle(Anatomy& anatomy, std::vector<AxialBody::Section> sections);
/// A vessel full of contrast, by its kind, and named.
void addVessel(Anatomy& anatomy, NamedShape vessel);
/// The root of a level, painted and named.
void addRoot(Anatomy& anatomy, const std::string& level, double sign, const ShapePointer& root);
/// The same sections, or for the right (sign < 0) their mirror image.
std::vector<AxialBody::Section> onSide(double sign, std::vector<AxialBody::Section> left);

}  // namespace testdata
