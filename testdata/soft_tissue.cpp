// Everything around the spine, in paint order from the skin inwards.
#include "testdata/spine.h"

namespace testdata {
namespace {

using planning::makePoint;
using planning::makeVector;
using planning::Point;
using planning::anatomy::Code;
using planning::anatomy::Kind;

constexpr double kGasHu = -950;
constexpr double kSkinMm = 1.8;

ShapePointer trunk(std::vector<AxialBody::Section> sections) {
  return std::make_shared<AxialBody>(std::move(sections), AxialBody::Outline::RoundedRectangle);
}

void addTrunk(Anatomy& anatomy) {
  const ShapePointer skin = trunk({{-300, 0, -20, 183, 108, 122},
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
  const ShapePointer wall = trunk({{-300, 0, -18, 150, 92, 96},
                                   {-160, 0, -18, 150, 92, 98},
                                   {-110, 0, -18, 148, 92, 95},
                                   {-70, 0, -18, 146, 92, 90},
                                   {-30, 0, -18, 143, 91, 86},
                                   {10, 0, -18, 141, 90, 85},
                                   {60, 0, -18, 140, 88, 88},
                                   {300, 0, -18, 140, 86, 90}});
  anatomy.paint(wall, kMuscleHu);
  const ShapePointer cavity = trunk({{-300, 0, -35, 98, 64, 60},
                                     {-160, 0, -35, 100, 64, 66},
                                     {-110, 0, -35, 104, 65, 48},
                                     {-70, 0, -35, 112, 65, 44},
                                     {-35, 0, -35, 124, 64, 44},
                                     {10, 0, -35, 128, 63, 46},
                                     {60, 0, -35, 127, 62, 50},
                                     {300, 0, -35, 127, 60, 52}});
  anatomy.paint(cavity, kFatHu - 5);
}

void addMuscles(Anatomy& anatomy, double sign) {
  const Code code{"71616004", "SCT", "Muscle"};
  const auto add = [&](std::vector<AxialBody::Section> left) {
    return addMuscle(anatomy, onSide(sign, std::move(left)));
  };
  add({{-58, 82, 25, 9, 3, 4},
       {-46, 80, 24, 20, 8, 9},
       {-10, 78, 20, 24, 10, 11},
       {300, 68, 24, 18, 8, 8}});  // quadratus
  add({{-300, 84, 70, 66, 34, 26}, {-140, 82, 66, 66, 34, 28}, {-85, 96, 48, 44, 20, 18}, {-62, 104, 40, 14, 6, 6}});
  add({{-300, 96, -18, 20, 44, 40}, {-130, 88, -6, 16, 40, 40}, {-80, 100, 0, 11, 24, 24}, {-60, 106, 0, 5, 9, 9}});
  const ShapePointer psoas = add({{-300, 96, -60, 20, 20, 20},
                                  {-150, 82, -38, 21, 22, 22},
                                  {-105, 63, -16, 21, 23, 22},
                                  {-70, 50, -4, 21, 22, 19},
                                  {-35, 44, -3, 20, 22, 20},
                                  {0, 39, -3, 16, 19, 18},
                                  {40, 31, 0, 10, 12, 12},
                                  {70, 27, 4, 5, 6, 6}});
  anatomy.name({sided(sign, "psoas muscle"), Kind::Muscle, code, sideOf(sign), psoas});
  add({{-165, 11, 88, 4, 2, 2},
       {-145, 18, 84, 12, 5, 4},
       {-116, 24, 79, 21, 12, 9},
       {-70, 34, 58, 32, 22, 21},
       {-30, 36, 49, 34, 23, 23},
       {10, 36, 47, 34, 23, 23},
       {60, 34, 52, 32, 22, 24},
       {300, 34, 52, 32, 22, 22}});  // erector spinae
  add({{-112, 8, 66, 6, 8, 8},
       {-70, 13, 52, 10, 12, 12},
       {10, 13, 42, 10, 12, 14},
       {300, 13, 46, 9, 11, 12}});  // multifidus
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
  const auto liver = std::make_shared<Union>(
      std::vector<ShapePointer>{std::make_shared<RoundCone>(makePoint(-76, -44, 100), 50, makePoint(-100, -34, 46), 26),
                                std::make_shared<RoundCone>(makePoint(-70, -60, 90), 36, makePoint(-92, -66, 42), 20)});
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
