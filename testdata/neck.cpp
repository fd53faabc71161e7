// The bones of the neck.
#include "testdata/neck.h"

namespace testdata {
namespace {

using planning::Angle;
using planning::makePoint;
using planning::makeVector;
using planning::anatomy::Kind;

/// From C2 down to T1, bodies and discs in turn.
constexpr Link kLinks[] = {{-8, 18}, {-7, 5}, {-6, 13}, {-5, 5},  {-3, 13}, {-2, 5}, {0, 13},
                           {2, 5},   {4, 13}, {7, 5},   {10, 14}, {13, 6},  {16, 16}};
constexpr std::size_t kC5 = 6;

constexpr double kGap = 2;                                          ///< between the bones of a joint
constexpr double kPlateWidth = 6, kPlateDepth = 5, kPlateHalf = 2;  ///< half sizes of a facet's bone

ShapePointer block(const Frame& frame, const planning::Vector& centre, const planning::Vector& half, double rounding) {
  return std::make_shared<RoundedBlock>(frame, centre, half, rounding);
}

ShapePointer cone(const planning::Point& a, double radiusA, const planning::Point& b, double radiusB) {
  return std::make_shared<RoundCone>(a, radiusA, b, radiusB);
}

Frame jointFrame(const NeckLevel& level) {
  return Frame(level.frame.toPatient(0, kNeckJointP, 0), Angle::degrees(kNeckJointDegrees));
}

/// One bone of a facet joint: `way` +1 the upper, -1 the lower one.
ShapePointer facetPlate(const NeckLevel& level, double sign, double way) {
  return block(jointFrame(level), makeVector(sign * kNeckJointX, 0, way * (kGap / 2 + kPlateHalf)),
               makeVector(kPlateWidth, kPlateDepth, kPlateHalf), 1.2);
}

planning::Point behindPlate(const NeckLevel& level, double sign, double way) {
  return jointFrame(level).toPatient(sign * kNeckJointX, 0, way * (kGap / 2 + kPlateHalf + 1));
}

/// The pillar between the joint above and the one below, and the bars that leave it.
void addPillar(std::vector<ShapePointer>& parts, const NeckVertebra& v, const NeckLevel* above, const NeckLevel* below,
               double sign) {
  const Frame& f = v.frame;
  const auto core = f.toPatient(sign * kNeckJointX, kNeckJointP - 1, 0);
  if (above) {
    parts.push_back(facetPlate(*above, sign, -1));
    parts.push_back(cone(core, 4.2, behindPlate(*above, sign, -1), 2.4));
  }
  if (below) {
    parts.push_back(facetPlate(*below, sign, 1));
    parts.push_back(cone(core, 4.2, behindPlate(*below, sign, 1), 2.4));
  }
  parts.push_back(cone(f.toPatient(sign * 8, 4, 2), 2.6, f.toPatient(sign * 16, 15, 2), 2.8));       // pedicle
  parts.push_back(cone(f.toPatient(sign * 15, 21, -2), 2.6, f.toPatient(sign * 2, 27.5, -4), 2.4));  // lamina
}

/// The ring of the vertebral artery: a bar before it and one behind. That of C2 is low: the artery turns out above it.
void addTransverseProcess(std::vector<ShapePointer>& parts, const NeckVertebra& v, double sign) {
  const double down = v.name == "C2" ? 7 : 0;
  const auto at = [&](double x, double p, double u) { return v.frame.toPatient(sign * x, p, u - down); };
  parts.push_back(cone(at(9, -3.5, 0), 1.7, at(22, -3.5, -1), 1.5));
  parts.push_back(cone(at(14, 7, 1), 1.6, at(23, 1.5 + down / 2, -1), 1.6));
}

ShapePointer makeVertebra(const NeckVertebra& v, const NeckLevel* above, const NeckLevel* below) {
  constexpr double kRounding = 1.5;
  const Frame& f = v.frame;
  std::vector<ShapePointer> parts{std::make_shared<RoundedPrism>(f, bodyOutline(v.halfWidth, kNeckHalfDepth, kRounding),
                                                                 v.height / 2 - kRounding, kRounding)};
  for (const double sign : kLeftAndRight) {
    addPillar(parts, v, above, below, sign);
    addTransverseProcess(parts, v, sign);
  }
  const bool prominent = v.name == "C7" || v.name == "T1";
  parts.push_back(cone(f.toPatient(0, 28, -5), 2.6, f.toPatient(0, prominent ? 47 : 39, prominent ? -10 : -8), 2.8));
  return std::make_shared<Union>(std::move(parts));
}

/// C2: a body with its tooth, and flat joints for the atlas.
ShapePointer makeAxis(const NeckVertebra& v, const NeckLevel& below) {
  const Frame& f = v.frame;
  std::vector<ShapePointer> parts{makeVertebra(v, nullptr, &below)};
  parts.push_back(cone(f.toPatient(0, -1, 8), 5.5, f.toPatient(0, -2, 24), 4.8));
  for (const double sign : kLeftAndRight) {
    parts.push_back(
        block(f, makeVector(sign * kAtlasJointX, 1, kAtlasJointU - kGap / 2 - 2.5), makeVector(7, 7, 2.5), 1.5));
    parts.push_back(cone(f.toPatient(sign * 15, 5, 5), 2.6, f.toPatient(sign * 18, 16, 0), 3));
  }
  return std::make_shared<Union>(std::move(parts));
}

ShapePointer makeAtlas(const Frame& f) {
  std::vector<ShapePointer> parts;
  const auto arch = [&](std::vector<planning::Point> axis, double radius) {
    parts.push_back(makeTube(axis, std::vector<double>(axis.size(), radius)));
  };
  constexpr double kU = 18;  // of the arches
  arch({f.toPatient(-14, -4, kU), f.toPatient(0, -11, kU), f.toPatient(14, -4, kU)}, 3);
  arch({f.toPatient(-17, 8, kU), f.toPatient(-12, 19, kU), f.toPatient(0, 26, kU), f.toPatient(12, 19, kU),
        f.toPatient(17, 8, kU)},
       2.6);
  for (const double sign : kLeftAndRight) {
    parts.push_back(
        block(f, makeVector(sign * kAtlasJointX, 1, kAtlasJointU + kGap / 2 + 6), makeVector(7, 7.5, 6), 2));
    parts.push_back(cone(f.toPatient(sign * 21, -4, kU), 1.7, f.toPatient(sign * 32, -2, kU - 1), 1.6));
    parts.push_back(cone(f.toPatient(sign * 21, 8.4, kU), 1.7, f.toPatient(sign * 32, 6, kU - 1), 1.6));
    parts.push_back(cone(f.toPatient(sign * 32.5, -2, kU - 1), 1.8, f.toPatient(sign * 32.5, 6, kU - 1), 1.801));
  }
  return std::make_shared<Union>(std::move(parts));
}

/// SNOMED CT.
const char* vertebraCode(const std::string& name) {
  constexpr std::pair<const char*, const char*> kCodes[] = {{"C1", "14806007"}, {"C2", "39976000"}, {"C3", "113205007"},
                                                            {"C4", "5329002"},  {"C5", "36978003"}, {"C6", "36054005"},
                                                            {"C7", "87391001"}, {"T1", "64864005"}};
  for (const auto& [vertebra, code] : kCodes)
    if (name == vertebra) return code;
  return "51282000";
}

}  // namespace

Neck makeNeck() {
  const std::vector<Frame> f = makeChain(kLinks, kC5);
  Neck neck;
  const char* names[] = {"C2", "C3", "C4", "C5", "C6", "C7", "T1"};
  const double halfWidths[] = {9, 9.5, 10, 10.5, 11, 11.5, 12};
  for (std::size_t i = 0; i < std::size(names); ++i) {
    neck.vertebrae.push_back({names[i], f[2 * i], kLinks[2 * i].height, halfWidths[i]});
    if (i + 1 < std::size(names))
      neck.levels.push_back({std::string(names[i]) + "-" + names[i + 1], f[2 * i + 1], kLinks[2 * i + 1].height});
  }
  return neck;
}

void addNeckBones(Anatomy& anatomy, const Neck& neck) {
  for (std::size_t i = 0; i < neck.levels.size(); ++i) {
    const NeckLevel& level = neck.levels[i];
    constexpr double kRounding = 2, kIntoPlatesMm = 1;
    const auto disc = std::make_shared<RoundedPrism>(
        level.frame, bodyOutline(neck.vertebrae[i].halfWidth + .5, kNeckHalfDepth, kRounding),
        level.height / 2 + kIntoPlatesMm - kRounding, kRounding);
    anatomy.paint(disc, 90);
    anatomy.name({level.name + " disc", Kind::Disc, {"NP-502", "99NEEDLEPLAN", "Intervertebral disc"}, {}, disc});
  }
  const auto bone = [&](const std::string& name, ShapePointer shape) {
    anatomy.bone(
        {name + " vertebra", Kind::Bone, {vertebraCode(name), "SCT", name + " vertebra"}, {}, std::move(shape)});
  };
  bone("C1", makeAtlas(neck.axis().frame));
  bone("C2", makeAxis(neck.axis(), neck.levels.front()));
  for (std::size_t i = 1; i < neck.vertebrae.size(); ++i)
    bone(neck.vertebrae[i].name,
         makeVertebra(neck.vertebrae[i], &neck.levels[i - 1], i < neck.levels.size() ? &neck.levels[i] : nullptr));
}

}  // namespace testdata
