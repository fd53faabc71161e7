// The great vessels before the spine, and two radicular arteries.
#include "testdata/spine.h"

namespace testdata {
namespace {

using planning::makePoint;
using planning::Point;
using planning::anatomy::Code;
using planning::anatomy::Kind;

/// To the foramen's upper third, before the root, and on to the sac.
ShapePointer makeRadicularArtery(const Vertebra& v, double sign) {
  const double x = v.pedicleX, w = v.halfWidth;
  const auto at = [&](double left, double p, double u) { return v.frame.toPatient(sign * left, p, u); };
  return makeTube({at(11, -22, -2), at(w - 2, -15.5, -3), at(w + 3.5, -2, -3), at(w + 1, 9, -3.5),
                   at(x + 1, 15.9, -3.4), at(x - 4, 16.8, -3.4), at(x - v.pedicleHalfWidth - 3, 17.5, -1)},
                  std::vector<double>(7, 0.9));
}

void addVeins(Anatomy& anatomy, const std::vector<Vertebra>& v) {
  const Point junction = v[4].frame.toPatient(-13, -28, 2);
  addVessel(anatomy, {"Inferior vena cava",
                      Kind::Vein,
                      {"64131007", "SCT", "Inferior vena cava"},
                      {},
                      makeTube({v[0].frame.toPatient(-18, -31, 0), v[1].frame.toPatient(-18, -30, 0),
                                v[2].frame.toPatient(-17, -29.5, 0), v[3].frame.toPatient(-16, -29, 0), junction},
                               {11, 11, 10.8, 10.4, 9})});
  const Code code{"46027005", "SCT", "Common iliac vein"};
  addVessel(anatomy, {"Left common iliac vein", Kind::Vein, code, sideOf(1),
                      makeTube({junction, v[4].frame.toPatient(8, -24.5, -10), makePoint(36, 12, -104),
                                makePoint(50, -6, -140), makePoint(58, -28, -184)},
                               {6.5, 6.2, 6, 6, 6})});
  addVessel(anatomy, {"Right common iliac vein", Kind::Vein, code, sideOf(-1),
                      makeTube({junction, makePoint(-34, 8, -102), makePoint(-50, -6, -140), makePoint(-58, -28, -184)},
                               {6.5, 6.2, 6, 6})});
}

void addArteries(Anatomy& anatomy, const std::vector<Vertebra>& v) {
  const Point fork = v[3].frame.toPatient(5, -31, -8);
  addVessel(anatomy, {"Aorta",
                      Kind::Artery,
                      {"15825003", "SCT", "Aorta"},
                      {},
                      makeTube({v[0].frame.toPatient(10, -29, 0), v[1].frame.toPatient(10, -28.5, 0),
                                v[2].frame.toPatient(9, -28, 0), v[3].frame.toPatient(7, -28.5, 4), fork},
                               {9.4, 9.2, 9, 8.8, 8})});
  for (const double sign : kLeftAndRight)
    addVessel(anatomy,
              {sided(sign, "common iliac artery"),
               Kind::Artery,
               {"73634005", "SCT", "Common iliac artery"},
               sideOf(sign),
               makeTube({fork, v[4].frame.toPatient(sign > 0 ? 20 : -14, -43, 2), makePoint(sign * 40, -12, -98),
                         makePoint(sign * 54, -24, -138), makePoint(sign * 63, -46, -184)},
                        {5.6, 5.4, 5.2, 5, 4.8})});
  for (const std::size_t i : {std::size_t{1}, std::size_t{3}})
    addVessel(anatomy, {"Left radicular artery " + v[i].name,
                        Kind::Artery,
                        {"51114001", "SCT", "Artery"},
                        sideOf(1),
                        makeRadicularArtery(v[i], 1)});
}

}  // namespace

void addVessels(Anatomy& anatomy, const Spine& spine) {
  addVeins(anatomy, spine.vertebrae);
  addArteries(anatomy, spine.vertebrae);
}

}  // namespace testdata
