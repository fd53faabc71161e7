// The thecal sac and the roots that leave it.
#include "testdata/spine.h"

namespace testdata {
namespace {

using planning::Point;
using planning::anatomy::Kind;

/// p of the sac's axis in a lumbar frame.
constexpr double kSacP = 22;

ShapePointer makeSac(const Spine& spine) {
  std::vector<Point> axis;
  std::vector<double> radii;
  const auto add = [&](const Frame& frame, double p, double u, double radius) {
    axis.push_back(frame.toPatient(0, p, u));
    radii.push_back(radius);
  };
  constexpr double kRadius[] = {7, 6.9, 6.8, 6.6, 6.2};
  for (std::size_t i = 0; i < spine.vertebrae.size(); ++i) {
    add(spine.vertebrae[i].frame, kSacP, 0, kRadius[i]);
    if (i + 1 < spine.vertebrae.size()) add(spine.levels[i].frame, kSacP, 0, kRadius[i] - .1);
  }
  add(spine.levels.back().frame, 21, 0, 5.6);
  add(spine.sacrum[0].frame, spine.sacrum[0].halfDepth + 5.5, 0, 4.4);
  add(spine.sacrum[1].frame, spine.sacrum[1].halfDepth + 5, 0, 2.8);
  add(spine.sacrum[1].frame, spine.sacrum[1].halfDepth + 4.8, -7, 1.6);
  return makeTube(axis, radii);
}

/// From the sac along the recess, under the pedicle (where the ganglion is thicker), out of the foramen into the psoas.
ShapePointer makeLumbarRoot(const Vertebra& v, double sign) {
  const double inner = v.pedicleX - v.pedicleHalfWidth, x = v.pedicleX;
  const bool last = v.name == "L5";  // turns forward, before the sacral wing
  const auto at = [&](double left, double p, double u) { return v.frame.toPatient(sign * left, p, u); };
  return makeTube({at(5.5, kSacP, 11), at(inner - 3, 20.5, 0), at(x - 1, 18.5, -6.5), at(x + 2.5, 17, -7.5),
                   at(x + 8, last ? 11 : 13, -12), at(x + (last ? 10 : 14), last ? -6 : 4, -22),
                   at(x + (last ? 14 : 20), last ? -24 : -6, -38)},
                  {1.5, 1.7, 2.5, 2.5, 2.0, 1.9, 1.7});
}

ShapePointer makeFirstSacralRoot(const Spine& spine, double sign) {
  const Frame &level = spine.levels.back().frame, &s1 = spine.sacrum[0].frame;
  return makeTube(
      {level.toPatient(sign * 4.5, 21, 4), s1.toPatient(sign * 9, 20.5, 2), s1.toPatient(sign * 19, 19, -11),
       s1.toPatient(sign * 28, 10, -13.5), s1.toPatient(sign * 30, -6, -16), s1.toPatient(sign * 35, -22, -26)},
      {1.5, 1.8, 2.3, 2.1, 1.9, 1.8});
}

/// The roots within the sac, toward its back.
void addCauda(Anatomy& anatomy, const Spine& spine) {
  for (const double sign : kLeftAndRight) {
    for (const double out : {1.0, 2.6, 4.0}) {
      std::vector<Point> axis;
      for (std::size_t i = 0; i < spine.vertebrae.size(); ++i)
        axis.push_back(spine.vertebrae[i].frame.toPatient(sign * out, kSacP + 4.2 - out * .7, 0));
      axis.push_back(spine.sacrum[0].frame.toPatient(sign * out * .5, spine.sacrum[0].halfDepth + 6.5, 0));
      anatomy.paint(makeTube(axis, std::vector<double>(axis.size(), 0.8)), 48);
    }
  }
}

}  // namespace

void addCanalFat(Anatomy& anatomy, const Spine& spine) {
  constexpr double kCanalFatHu = -95;
  std::vector<Point> axis;
  std::vector<double> radii;
  for (std::size_t i = 0; i < spine.vertebrae.size(); ++i) {
    const Vertebra& v = spine.vertebrae[i];
    const Frame& level = spine.levels[i].frame;
    axis.insert(axis.end(), {v.frame.toPatient(0, 24.5, 0), level.toPatient(0, 24, 0)});
    radii.insert(radii.end(), {11, 10.2});
    const double u = -9, x = v.pedicleX + 6;
    anatomy.paint(std::make_shared<RoundCone>(v.frame.toPatient(-x, 18, u), 6, v.frame.toPatient(x, 18, u), 6.001),
                  kCanalFatHu);
  }
  for (const SacralSegment& s : spine.sacrum) {
    axis.push_back(s.frame.toPatient(0, s.halfDepth + s.canalDepth / 2, 0));
    radii.push_back(s.canalDepth / 2 + 2);
  }
  anatomy.paint(makeTube(axis, radii), kCanalFatHu);
}

void addNerves(Anatomy& anatomy, const Spine& spine) {
  const ShapePointer sac = makeSac(spine);
  anatomy.paint(sac, 12);
  addCauda(anatomy, spine);
  anatomy.name({"Thecal sac", Kind::Dura, {"18545000", "SCT", "Dura mater"}, {}, sac});
  for (const double sign : kLeftAndRight) {
    for (const Vertebra& v : spine.vertebrae) addRoot(anatomy, v.name, sign, makeLumbarRoot(v, sign));
    addRoot(anatomy, "S1", sign, makeFirstSacralRoot(spine, sign));
  }
}

}  // namespace testdata
