#include "testdata/anatomy.h"

#include "testdata/spine.h"

namespace testdata {
namespace {

using planning::makePoint;
using planning::makeVector;

/// A flat board of foam in a carbon shell, on a mattress.
void addTable(Anatomy& anatomy, bool supine) {
  const Frame upright(makePoint(0, 0, 0), planning::Angle::radians(0));
  const double y = supine ? 129.0 : -160.0, toPatient = supine ? -1.0 : 1.0;
  const auto board = [&](double centre, double half) {
    return std::make_shared<RoundedBlock>(upright, makeVector(0, centre, 0), makeVector(215, half, 400), half - .5);
  };
  anatomy.paint(board(y + toPatient * 15, 6), -960);
  anatomy.paint(board(y, 10), -60);
  anatomy.paint(board(y, 10), -880, -2);
}

}  // namespace

void Anatomy::paint(ShapePointer shape, double hu, double grownByMm) {
  layers.push_back({std::move(shape), hu, grownByMm});
}

void Anatomy::name(NamedShape named) {
  structures.push_back(std::move(named));
}

std::string sided(double sign, const std::string& what) {
  return (sign > 0 ? "Left " : "Right ") + what;
}

Anatomy makeLumbarAnatomy(bool supine) {
  const Spine spine = makeSpine();
  Anatomy anatomy;
  addTable(anatomy, supine);
  addSoftTissue(anatomy, supine);
  addCanalFat(anatomy, spine);
  addVessels(anatomy, spine);
  addSpine(anatomy, spine);
  addNerves(anatomy, spine);
  return anatomy;
}

}  // namespace testdata
