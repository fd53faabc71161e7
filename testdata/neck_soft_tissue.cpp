// Everything around the spine of the neck, in paint order from the skin inwards.
#include "testdata/neck.h"

namespace testdata {
namespace {

using planning::makePoint;
using planning::anatomy::Kind;
using Section = AxialBody::Section;

void addHull(Anatomy& anatomy) {
  constexpr double kSkinMm = 1.6;
  const auto skin = std::make_shared<AxialBody>(std::vector<Section>{{-300, 0, 5, 170, 75, 90},
                                                                     {-75, 0, 4, 128, 66, 78},
                                                                     {-50, 0, 2, 88, 60, 66},
                                                                     {-20, 0, 0, 64, 57, 58},
                                                                     {30, 0, 0, 60, 60, 57},
                                                                     {60, 0, 2, 62, 70, 58},
                                                                     {90, 0, 6, 70, 84, 68},
                                                                     {300, 0, 6, 74, 90, 80}},
                                                AxialBody::Outline::Ellipse);
  anatomy.paint(skin, 20);
  anatomy.paint(skin, kFatHu, -kSkinMm);
  anatomy.name({"Skin", Kind::Skin, {"39937001", "SCT", "Skin"}, {}, skin});
}

void addMuscles(Anatomy& anatomy, double sign) {
  const planning::anatomy::Code code{"71616004", "SCT", "Muscle"};
  const auto add = [&](const char* name, std::vector<Section> left) {
    anatomy.name(
        {sided(sign, name), Kind::Muscle, code, sideOf(sign), addMuscle(anatomy, onSide(sign, std::move(left)))});
  };
  add("trapezius muscle", {{-300, 40, 62, 40, 8, 6},
                           {-60, 34, 52, 32, 7, 6},
                           {0, 20, 45, 16, 4, 5},
                           {70, 16, 50, 13, 3, 4},
                           {100, 14, 54, 10, 3, 3}});
  add("deep neck muscles", {{-300, 26, 36, 22, 14, 16},
                            {-50, 24, 34, 20, 12, 13},
                            {0, 22, 32, 18, 9, 11},
                            {60, 22, 34, 18, 9, 13},
                            {300, 22, 38, 18, 9, 13}});
  add("levator muscle",
      {{-300, 60, 30, 10, 14, 14}, {-40, 40, 20, 8, 10, 10}, {60, 34, 14, 6, 8, 8}, {300, 34, 14, 6, 8, 8}});
  add("sternocleidomastoid muscle", {{-300, 18, -40, 9, 5, 6},
                                     {-60, 24, -36, 11, 5, 7},
                                     {0, 42, -14, 7, 9, 11},
                                     {60, 50, 8, 6, 9, 12},
                                     {300, 52, 16, 6, 9, 12}});
  add("scalene muscles",
      {{-300, 46, 6, 14, 12, 12}, {-50, 34, 4, 9, 9, 9}, {10, 28, 4, 5, 6, 6}, {40, 25, 4, 3, 4, 4}});
}

void addAirwayAndGullet(Anatomy& anatomy) {
  const auto tube = [&](const std::vector<planning::Point>& axis, double radius) {
    return makeTube(axis, std::vector<double>(axis.size(), radius));
  };
  const auto airway =
      tube({makePoint(0, -32, -80), makePoint(0, -34, -20), makePoint(0, -32, 30), makePoint(0, -28, 110)}, 10);
  anatomy.paint(airway, 60);
  anatomy.paint(airway, -980, -2);
  anatomy.name({"Trachea", Kind::Organ, {"44567001", "SCT", "Trachea"}, {}, airway});
  const auto gullet = tube({makePoint(2, -16, -80), makePoint(1, -17, -20), makePoint(0, -16, 10)}, 5);
  anatomy.paint(gullet, 35);
  anatomy.name({"Esophagus", Kind::Organ, {"32849002", "SCT", "Esophagus"}, {}, gullet});
  const auto thyroid =
      std::make_shared<Union>(std::vector<ShapePointer>{tube({makePoint(15, -36, -52), makePoint(15, -32, -18)}, 6),
                                                        tube({makePoint(-15, -36, -52), makePoint(-15, -32, -18)}, 6)});
  anatomy.paint(thyroid, 120);
  anatomy.name({"Thyroid", Kind::Organ, {"69748006", "SCT", "Thyroid gland"}, {}, thyroid});
}

}  // namespace

void addNeckSoftTissue(Anatomy& anatomy) {
  addHull(anatomy);
  for (const double sign : kLeftAndRight) addMuscles(anatomy, sign);
  addAirwayAndGullet(anatomy);
}

Anatomy makeNeckAnatomy(bool supine) {
  const Neck neck = makeNeck();
  Anatomy anatomy;
  addTable(anatomy, supine, -90, 88);
  addNeckSoftTissue(anatomy);
  addNeckCanalFat(anatomy, neck);
  addNeckVessels(anatomy, neck);
  addNeckBones(anatomy, neck);
  addNeckNerves(anatomy, neck);
  return anatomy;
}

}  // namespace testdata
