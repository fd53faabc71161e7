#include "testdata/anatomy.h"

namespace testdata {

using planning::makePoint;
using planning::makeVector;

void Anatomy::paint(ShapePointer shape, double hu, double grownByMm) {
  layers.push_back({std::move(shape), hu, grownByMm});
}

void Anatomy::name(NamedShape named) {
  structures.push_back(std::move(named));
}

void Anatomy::bone(NamedShape named) {
  constexpr double kCorticalHu = 850, kTrabecularHu = 210, kCorticalMm = 1.4;
  paint(named.shape, kCorticalHu);
  paint(named.shape, kTrabecularHu, -kCorticalMm);
  name(std::move(named));
}

std::string sided(double sign, const std::string& what) {
  return (sign > 0 ? "Left " : "Right ") + what;
}

std::vector<AxialBody::Section> onSide(double sign, std::vector<AxialBody::Section> left) {
  for (auto& section : left) section.x *= sign;
  return left;
}

ShapePointer addMuscle(Anatomy& anatomy, std::vector<AxialBody::Section> sections) {
  ShapePointer muscle = std::make_shared<AxialBody>(std::move(sections), AxialBody::Outline::Ellipse);
  anatomy.paint(muscle, kFatHu, 1.6);
  anatomy.paint(muscle, kMuscleHu);
  return muscle;
}

void addVessel(Anatomy& anatomy, NamedShape vessel) {
  anatomy.paint(vessel.shape, vessel.kind == planning::anatomy::Kind::Artery ? kArterialHu : kVenousHu);
  anatomy.name(std::move(vessel));
}

void addRoot(Anatomy& anatomy, const std::string& level, double sign, const ShapePointer& root) {
  anatomy.paint(root, 45);
  anatomy.name({level + (sign > 0 ? " left nerve root" : " right nerve root"),
                planning::anatomy::Kind::Nerve,
                {"3169005", "SCT", "Spinal nerve"},
                sideOf(sign),
                root});
}

/// A flat board of foam in a carbon shell, on a mattress.
void addTable(Anatomy& anatomy, bool supine, double front, double back) {
  const Frame upright(makePoint(0, 0, 0), planning::Angle::radians(0));
  constexpr double kMattressMm = 21, kHalfBoardMm = 10;
  const double toPatient = supine ? -1.0 : 1.0, y = (supine ? back : front) - toPatient * (kMattressMm + kHalfBoardMm);
  const auto board = [&](double centre, double half) {
    return std::make_shared<RoundedBlock>(upright, makeVector(0, centre, 0), makeVector(215, half, 400), half - .5);
  };
  anatomy.paint(board(y + toPatient * 15, 6), -960);
  anatomy.paint(board(y, kHalfBoardMm), -60);
  anatomy.paint(board(y, kHalfBoardMm), -880, -2);
}

}  // namespace testdata
