// The canal of the neck, its nerves and its vessels.
#include "testdata/neck.h"

namespace testdata {
namespace {

using planning::Point;
using planning::anatomy::Kind;

/// Along the canal, from above the atlas to T1.
std::vector<Point> alongCanal(const Neck& neck, double p) {
  const Frame& c2 = neck.axis().frame;
  std::vector<Point> axis{c2.toPatient(0, p, 45), c2.toPatient(0, p, 18)};
  for (std::size_t i = 0; i < neck.vertebrae.size(); ++i) {
    axis.push_back(neck.vertebrae[i].frame.toPatient(0, p, 0));
    if (i < neck.levels.size()) axis.push_back(neck.levels[i].frame.toPatient(0, p, 0));
  }
  axis.push_back(neck.vertebrae.back().frame.toPatient(0, p, -20));
  return axis;
}

/// Straight out of the foramen before the joint, then forward and down between the scalenes.
ShapePointer makeRoot(const NeckLevel& level, double sign) {
  const auto at = [&](double left, double p, double u) { return level.frame.toPatient(sign * left, p, u); };
  return makeTube({at(4.5, 14.5, 3), at(9.5, 10.5, 1), at(14, 6.6, 0), at(17, 4.8, -1), at(22, 3.5, -5),
                   at(30, -2, -14), at(42, -4, -30)},
                  {1.2, 1.5, 2.1, 2, 1.8, 1.8, 1.8});
}

/// Behind the joint of atlas and axis, and out below it.
ShapePointer makeSecondRoot(const Neck& neck, double sign) {
  const auto at = [&](double left, double p, double u) { return neck.axis().frame.toPatient(sign * left, p, u); };
  return makeTube({at(5, 15, 12), at(9.5, 13.5, 9), at(13, 13, 6), at(19, 15, 2), at(27, 20, -3), at(32, 30, -2)},
                  {1.2, 1.6, 2.4, 1.9, 1.5, 1.3});
}

/// Through the rings from C6 to C2, out to the atlas' ring, and behind its mass over the arch.
ShapePointer makeVertebralArtery(const Neck& neck, double sign) {
  const auto& v = neck.vertebrae;  // C2 first
  const auto at = [&](std::size_t i, double left, double p, double u) {
    return v[i].frame.toPatient(sign * left, p, u);
  };
  std::vector<Point> axis{at(6, 24, -12, -14), at(5, 22, -10, -4)};
  for (std::size_t i = 4; i >= 1; --i) axis.push_back(at(i, 16, .8, 0));
  axis.insert(axis.end(), {at(0, 17, 1.5, -6), at(0, 24.5, 2, 0), at(0, 27.5, 2, 9), at(0, 27, 1.5, 18),
                           at(0, 25.5, 7, 24), at(0, 19, 14, 24.5), at(0, 10, 17, 26), at(0, 5, 9, 38)});
  return makeTube(axis, std::vector<double>(axis.size(), 1.9));
}

}  // namespace

void addNeckCanalFat(Anatomy& anatomy, const Neck& neck) {
  const auto axis = alongCanal(neck, 16);
  anatomy.paint(makeTube(axis, std::vector<double>(axis.size(), 8.8)), kFatHu);
  for (const NeckLevel& level : neck.levels)
    for (const double sign : kLeftAndRight)
      anatomy.paint(std::make_shared<RoundCone>(level.frame.toPatient(sign * 8, 11, 0), 4,
                                                level.frame.toPatient(sign * 22, 7, 0), 4.001),
                    kFatHu);
}

void addNeckNerves(Anatomy& anatomy, const Neck& neck) {
  const auto axis = alongCanal(neck, kNeckSacP);
  const auto sac = makeTube(axis, std::vector<double>(axis.size(), 6.5));
  const auto cord = makeTube(axis, std::vector<double>(axis.size(), 4.2));
  anatomy.paint(sac, 12);
  anatomy.paint(cord, 40);
  anatomy.name({"Thecal sac", Kind::Dura, {"18545000", "SCT", "Dura mater"}, {}, sac});
  anatomy.name({"Spinal cord", Kind::Nerve, {"2748008", "SCT", "Spinal cord"}, {}, cord});
  for (const double sign : kLeftAndRight) {
    addRoot(anatomy, "C2", sign, makeSecondRoot(neck, sign));
    for (std::size_t i = 0; i < neck.levels.size(); ++i)  // each above the vertebra of its number; C8 below C7
      addRoot(anatomy, "C" + std::to_string(i + 3), sign, makeRoot(neck.levels[i], sign));
  }
}

void addNeckVessels(Anatomy& anatomy, const Neck& neck) {
  const auto& v = neck.vertebrae;
  for (const double sign : kLeftAndRight) {
    const auto along = [&](double left, double p, double lowLeft, double lowP) {
      std::vector<Point> axis{v[0].frame.toPatient(sign * left, p, 45)};
      for (const NeckVertebra& one : v) axis.push_back(one.frame.toPatient(sign * left, p, 0));
      axis.push_back(v.back().frame.toPatient(sign * lowLeft, lowP, -18));
      return axis;
    };
    const auto carotid = along(25, -16, 18, -22), jugular = along(34, -11, 30, -16);
    addVessel(anatomy, {sided(sign, "vertebral artery"),
                        Kind::Artery,
                        {"85234005", "SCT", "Vertebral artery"},
                        sideOf(sign),
                        makeVertebralArtery(neck, sign)});
    addVessel(anatomy, {sided(sign, "common carotid artery"),
                        Kind::Artery,
                        {"32062004", "SCT", "Common carotid artery"},
                        sideOf(sign),
                        makeTube(carotid, std::vector<double>(carotid.size(), 3.4))});
    addVessel(anatomy, {sided(sign, "internal jugular vein"),
                        Kind::Vein,
                        {"12123001", "SCT", "Internal jugular vein"},
                        sideOf(sign),
                        makeTube(jugular, std::vector<double>(jugular.size(), 5))});
  }
}

}  // namespace testdata
