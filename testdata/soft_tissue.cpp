// Everything around the spine, in paint order from the skin inwards.
#include "testdata/spine.h"

namespace testdata {
namespace {

using planning::makePoint;
using planning::makeVector;
using planning::Point;
using planning::anatomy::Code;
using planning::anatomy::Kind;

constexpr double kFatHu = -100, kMuscleHu = 55, kGasHu = -950;
constexpr double kSkinMm = 1.8;

ShapePointer axialBody(std::vector<AxialBody::Section> sections) {
  return std::make_shared<AxialBody>(std::move(sections));
}

std::vector<AxialBody::Section> onSide(double sign, std::vector<AxialBody::Section> left) {
  for (auto& section : left) section.x *= sign;
  return left;
}

void addTrunk(Anatomy& anatomy) {
  const ShapePointer skin = axialBody({{-300, 0, -20, 183, 108, 122},
                                       {-160, 0, -20, 182, 112, 124},
                                       {-110, 0, -20, 177, 114, 119},
                                       {-70, 0, -20, 170, 114, 111},
                                       {-30, 0, -20, 164, 112, 105},
                                       {10, 0, -20, 160, 110, 104},
                                       {60, 0, -20, 158, 108, 108},
                                       {300, 0, -20, 158, 106, 112}});
  anatomy.paint(skin, 20);
  anatomy.paint(skin, kFatHu, -kSkinMm);
  anatomy.name({"Skin", Kind::Skin, {"39937001", "SCT", "Skin"}, {}, skin});
  const ShapePointer wall = axialBody({{-300, 0, -18, 150, 92, 96},
                                       {-160, 0, -18, 150, 92, 98},
                                       {-110, 0, -18, 148, 92, 95},
                                       {-70, 0, -18, 146, 92, 90},
                                       {-30, 0, -18, 143, 91, 86},
                                       {10, 0, -18, 141, 90, 85},
                                       {60, 0, -18, 140, 88, 88},
                                       {300, 0, -18, 140, 86, 90}});
  anatomy.paint(wall, kMuscleHu);
  const ShapePointer cavity = axialBody({{-300, 0, -35, 98, 64, 60},
                                         {-160, 0, -35, 100, 64, 66},
                                         {-110, 0, -35, 104, 65, 48},
                                         {-70, 0, -35, 112, 65, 44},
                                         {-35, 0, -35, 124, 64, 44},
                                         {10, 0, -35, 128, 63, 46},
                                         {60, 0, -35, 127, 62, 50},
                                         {300, 0, -35, 127, 60, 52}});
  anatomy.paint(cavity, kFatHu - 5);
}

/// A muscle in its sheath of fat.
ShapePointer addMuscle(Anatomy& anatomy, std::vector<AxialBody::Section> sections) {
  ShapePointer muscle = axialBody(std::move(sections));
  anatomy.paint(muscle, kFatHu, 1.6);
  anatomy.paint(muscle, kMuscleHu);
  return muscle;
}

void addMuscles(Anatomy& anatomy, double sign) {
  const Code code{"71616004", "SCT", "Muscle"};
  addMuscle(anatomy, onSide(sign, {{-52, 78, 24, 17, 8, 9}, {-10, 76, 20, 22, 9, 10}, {300, 66, 24, 16, 7, 7}}));
  addMuscle(anatomy, onSide(sign, {{-300, 82, 74, 62, 24, 20}, {-130, 80, 72, 60, 24, 22}, {-75, 95, 50, 40, 16, 14}}));
  const ShapePointer psoas = addMuscle(anatomy, onSide(sign, {{-300, 80, -55, 18, 18, 18},
                                                              {-150, 70, -34, 20, 20, 20},
                                                              {-105, 58, -14, 20, 21, 20},
                                                              {-70, 49, -3, 20, 21, 18},
                                                              {-35, 43, -3, 18, 20, 18},
                                                              {0, 38, -3, 15, 17, 16},
                                                              {40, 31, 0, 9, 11, 11},
                                                              {70, 27, 4, 5, 6, 6}}));
  anatomy.name({sided(sign, "psoas muscle"), Kind::Muscle, code, sideOf(sign), psoas});
  const ShapePointer erector = addMuscle(anatomy, onSide(sign, {{-150, 18, 84, 14, 5, 4},
                                                                {-116, 24, 78, 21, 12, 8},
                                                                {-70, 33, 58, 29, 20, 19},
                                                                {-30, 35, 49, 31, 21, 21},
                                                                {10, 35, 47, 31, 21, 21},
                                                                {60, 33, 52, 29, 20, 22},
                                                                {300, 33, 52, 29, 20, 20}}));
  anatomy.name({sided(sign, "erector spinae"), Kind::Muscle, code, sideOf(sign), erector});
}

void addKidneys(Anatomy& anatomy) {
  for (const double sign : kLeftAndRight) {
    const double z = sign > 0 ? 8 : 0;
    const auto kidney =
        std::make_shared<RoundCone>(makePoint(sign * 72, -4, z), 22, makePoint(sign * 60, 4, z + 60), 25);
    anatomy.paint(kidney, 185);
    anatomy.paint(
        std::make_shared<RoundCone>(makePoint(sign * 58, -14, z + 24), 10, makePoint(sign * 54, -10, z + 44), 9),
        kFatHu);
    anatomy.name({sided(sign, "kidney"), Kind::Organ, {"64033007", "SCT", "Kidney"}, sideOf(sign), kidney});
  }
}

/// A length of bowel with gas in its upper part (away from the table).
ShapePointer addBowel(Anatomy& anatomy, const std::vector<Point>& axis, double radius, double gasRadius,
                      double gasRise) {
  const ShapePointer wall = makeTube(axis, std::vector<double>(axis.size(), radius));
  anatomy.paint(wall, 35);
  if (gasRadius > 0) {
    std::vector<Point> gas;
    for (const Point& p : axis) gas.push_back(p + makeVector(0, gasRise, 0));
    anatomy.paint(makeTube(gas, std::vector<double>(gas.size(), gasRadius)), kGasHu);
  }
  return wall;
}

void addBowels(Anatomy& anatomy, double up) {
  const Code large{"14742008", "SCT", "Large intestine"}, small{"30315005", "SCT", "Small intestine"};
  const auto descending = addBowel(
      anatomy, {makePoint(108, -24, 80), makePoint(112, -20, 10), makePoint(106, -30, -50), makePoint(84, -58, -95)},
      13, 7.5, 4 * up);
  anatomy.name({"Descending colon", Kind::Organ, large, {}, descending});
  const auto ascending = addBowel(
      anatomy, {makePoint(-106, -50, 12), makePoint(-106, -38, -40), makePoint(-88, -58, -85)}, 20, 12, 6 * up);
  anatomy.name({"Ascending colon", Kind::Organ, large, {}, ascending});
  const auto jejunum =
      addBowel(anatomy,
               {makePoint(70, -66, 50), makePoint(30, -80, 40), makePoint(-20, -76, 25), makePoint(20, -72, 5),
                makePoint(68, -72, -5), makePoint(50, -76, -30), makePoint(0, -76, -35), makePoint(-50, -76, -20)},
               11, 0, 0);
  const auto ileum =
      addBowel(anatomy,
               {makePoint(-52, -74, -55), makePoint(-10, -78, -65), makePoint(40, -72, -70), makePoint(20, -60, -98),
                makePoint(-30, -62, -105), makePoint(10, -58, -135), makePoint(-40, -50, -150)},
               11, 5, 3 * up);
  anatomy.name(
      {"Small bowel", Kind::Organ, small, {}, std::make_shared<Union>(std::vector<ShapePointer>{jejunum, ileum})});
}

void addLiver(Anatomy& anatomy) {
  const auto liver = std::make_shared<RoundCone>(makePoint(-74, -46, 90), 52, makePoint(-92, -42, 36), 32);
  anatomy.paint(liver, 112);
  anatomy.name({"Liver", Kind::Organ, {"10200004", "SCT", "Liver"}, {}, liver});
}

}  // namespace

void addSoftTissue(Anatomy& anatomy, bool supine) {
  addTrunk(anatomy);
  for (const double sign : kLeftAndRight) addMuscles(anatomy, sign);
  addKidneys(anatomy);
  addLiver(anatomy);
  addBowels(anatomy, supine ? -1.0 : 1.0);
}

}  // namespace testdata
