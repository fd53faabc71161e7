#include "testdata/spine.h"

#include <cmath>

namespace testdata {
namespace {

using planning::Angle;
using planning::makePoint;
using planning::makeVector;
using planning::anatomy::Kind;

/// From L1 down to S5, bodies and discs in turn until S1; lordosis 44 degrees between L1 and S1's plate.
constexpr Link kLinks[] = {{-12, 24.5}, {-10, 8}, {-8, 25}, {-5, 8.5}, {-2, 25.5}, {2, 9.5}, {6, 25.5}, {12, 10},
                           {20, 25},    {30, 9},  {40, 26}, {44, 22},  {34, 19},   {16, 17}, {-2, 14}};
constexpr std::size_t kL3 = 4;

ShapePointer block(const Frame& frame, const planning::Vector& centre, const planning::Vector& half, double rounding,
                   Angle turn = Angle::radians(0)) {
  return std::make_shared<RoundedBlock>(frame, centre, half, rounding, turn);
}

ShapePointer cone(const planning::Point& a, double radiusA, const planning::Point& b, double radiusB) {
  return std::make_shared<RoundCone>(a, radiusA, b, radiusB);
}

/// Place in a facet joint, `off` mm from its middle along the normal (to the back and the midline), in the level's
/// frame.
planning::Vector besideJoint(const Level& level, double sign, double off, double u) {
  const double a = level.facetTurn.radians();
  return makeVector(sign * (level.facetX - std::cos(a) * off), kFacetP + std::sin(a) * off, u);
}

constexpr double kFacetHalfThickness = 3.2, kFacetHalfWidth = 5.8, kFacetHalfHeight = 8.5;

ShapePointer facetPlate(const Level& level, double sign, double off, double u) {
  return block(level.frame, besideJoint(level, sign, off, u),
               makeVector(kFacetHalfThickness, kFacetHalfWidth, kFacetHalfHeight), 1.8,
               Angle::radians(-sign * level.facetTurn.radians()));
}

planning::Point toPatient(const Frame& frame, const planning::Vector& v) {
  return frame.toPatient(v[0], v[1], v[2]);
}

constexpr double kPlateOff = kFacetGap / 2 + kFacetHalfThickness;

void addArch(std::vector<ShapePointer>& parts, const Vertebra& v) {
  const Frame& f = v.frame;
  for (const double sign : kLeftAndRight) {
    const double x = sign * v.pedicleX;
    parts.push_back(block(f, makeVector(x, 20, 4.5), makeVector(v.pedicleHalfWidth, 9.5, 6.5), 3));
    parts.push_back(cone(f.toPatient(x, 22.5, 4), 5, f.toPatient(x + sign * v.transverseReach, 27, 6), 3.2));
    parts.push_back(cone(f.toPatient(x - sign, 26.5, 2), 4.2, f.toPatient(sign * 12.5, 33.5, -9), 3.8));
    parts.push_back(block(f, makeVector(sign * 6.5, 34.8, -7), makeVector(8.6, 2.8, 9), 2, Angle::degrees(sign * -25)));
  }
  const bool last = v.name == "L5";
  parts.push_back(
      block(f, makeVector(0, last ? 48.0 : 51.0, -9), makeVector(3.2, last ? 11.0 : 14.0, last ? 6.5 : 8.5), 2.8));
}

/// Articular processes: the upper ones reach into the level above, the lower ones into the level below.
void addArticularProcesses(std::vector<ShapePointer>& parts, const Vertebra& v, const Level* above,
                           const Level* below) {
  for (const double sign : kLeftAndRight) {
    if (above) {
      parts.push_back(facetPlate(*above, sign, -kPlateOff, 0));
      parts.push_back(cone(v.frame.toPatient(sign * (v.pedicleX + 1), 25.5, 6), 4.6,
                           toPatient(above->frame, besideJoint(*above, sign, -kPlateOff - .5, -5)), 3.2));
    }
    if (below) {
      parts.push_back(facetPlate(*below, sign, kPlateOff, -1));
      parts.push_back(cone(v.frame.toPatient(sign * 12, 34, -9), 3.9,
                           toPatient(below->frame, besideJoint(*below, sign, kPlateOff + .3, 4)), 3.2));
    }
  }
}

ShapePointer makeVertebra(const Vertebra& v, const Level* above, const Level* below) {
  constexpr double kRounding = 2;
  std::vector<ShapePointer> parts{std::make_shared<RoundedPrism>(
      v.frame, bodyOutline(v.halfWidth, kBodyHalfDepth, kRounding), v.height / 2 - kRounding, kRounding)};
  addArch(parts, v);
  addArticularProcesses(parts, v, above, below);
  return std::make_shared<Union>(std::move(parts));
}

/// Reaches 1.5 mm into the end plates, which are painted over it: the wedge between tilted plates is filled.
ShapePointer makeDisc(const Level& level) {
  constexpr double kRounding = 3;
  return std::make_shared<RoundedPrism>(level.frame, bodyOutline(level.halfWidth + .8, kBodyHalfDepth, kRounding),
                                        level.height / 2 + 1.5 - kRounding, kRounding);
}

/// SNOMED CT, as io/report/coded_values.cpp.
const char* vertebraCode(const std::string& name) {
  constexpr std::pair<const char*, const char*> kCodes[] = {
      {"L1", "66794005"}, {"L2", "14293000"}, {"L3", "36470004"}, {"L4", "11994002"}, {"L5", "49668003"}};
  for (const auto& [vertebra, code] : kCodes)
    if (name == vertebra) return code;
  return "51282000";
}

}  // namespace

std::vector<Frame> makeChain(std::span<const Link> links, std::size_t origin) {
  std::vector<planning::Vector> downBy;  // from the first link's centre
  planning::Vector at = makeVector(0, 0, 0);
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto half = [](const Link& link) {
      const double tilt = Angle::degrees(link.tiltDegrees).radians();
      return makeVector(0, std::sin(tilt), -std::cos(tilt)) * (link.height / 2);
    };
    if (i > 0) at += half(links[i - 1]) + half(links[i]);
    downBy.push_back(at);
  }
  std::vector<Frame> frames;
  for (std::size_t i = 0; i < links.size(); ++i)
    frames.emplace_back(makePoint(0, 0, 0) + (downBy[i] - downBy[origin]), Angle::degrees(links[i].tiltDegrees));
  return frames;
}

std::vector<RoundedPrism::Corner> bodyOutline(double halfWidth, double halfDepth, double rounding) {
  constexpr RoundedPrism::Corner kHalf[] = {{0, -1},    {.35, -.97}, {.65, -.82}, {.88, -.52}, {.98, -.15}, {.96, .25},
                                            {.86, .58}, {.68, .83},  {.45, .94},  {.2, .91},   {0, .89}};
  const double w = halfWidth - rounding, d = halfDepth - rounding;
  std::vector<RoundedPrism::Corner> outline;
  for (const auto& corner : kHalf) outline.push_back({corner[0] * w, corner[1] * d});
  for (std::size_t i = std::size(kHalf) - 1; i-- > 1;) outline.push_back({-kHalf[i][0] * w, kHalf[i][1] * d});
  return outline;
}

Spine makeSpine() {
  const std::vector<Frame> f = makeChain(kLinks, kL3);
  Spine spine;
  const auto height = [](std::size_t link) { return kLinks[link].height; };
  spine.vertebrae = {{"L1", f[0], height(0), 20.5, 14.5, 4, 22},
                     {"L2", f[2], height(2), 21.5, 15, 4, 25},
                     {"L3", f[4], height(4), 22.5, 15.5, 4.5, 29},
                     {"L4", f[6], height(6), 23.5, 17, 5, 26},
                     {"L5", f[8], height(8), 25, 19.5, 6.5, 24}};
  spine.levels = {{"L1-L2", f[1], height(1), 21, 14, Angle::degrees(24)},
                  {"L2-L3", f[3], height(3), 22, 14.5, Angle::degrees(28)},
                  {"L3-L4", f[5], height(5), 23, 16, Angle::degrees(36)},
                  {"L4-L5", f[7], height(7), 24.2, 18, Angle::degrees(43)},
                  {"L5-S1", f[9], height(9), 25, 20.5, Angle::degrees(48)}};
  spine.sacrum = {{"S1", f[10], height(10), 25, 15, 13, 14},
                  {"S2", f[11], height(11), 19, 10.5, 11, 11},
                  {"S3", f[12], height(12), 15, 8, 8.5, 8},
                  {"S4", f[13], height(13), 12, 7, 6.5, 6.5},
                  {"S5", f[14], height(14), 9, 5.5, 5.5, 5.5}};
  return spine;
}

void addSpine(Anatomy& anatomy, const Spine& spine) {
  for (const Level& level : spine.levels) {
    const ShapePointer disc = makeDisc(level);
    anatomy.paint(disc, 90);
    anatomy.name({level.name + " disc", Kind::Disc, {"NP-502", "99NEEDLEPLAN", "Intervertebral disc"}, {}, disc});
  }
  for (std::size_t i = 0; i < spine.vertebrae.size(); ++i) {
    const Vertebra& v = spine.vertebrae[i];
    const Level* above = i > 0 ? &spine.levels[i - 1] : nullptr;
    anatomy.bone({v.name + " vertebra",
                  Kind::Bone,
                  {vertebraCode(v.name), "SCT", v.name + " vertebra"},
                  {},
                  makeVertebra(v, above, &spine.levels[i])});
  }
  anatomy.bone({"Sacrum", Kind::Bone, {"54735007", "SCT", "Sacrum"}, {}, makeSacrum(spine)});
  for (const double sign : kLeftAndRight)
    anatomy.bone({sided(sign, "ilium"), Kind::Bone, {"272673000", "SCT", "Bone"}, sideOf(sign), makeIlium(sign)});
}

Anatomy makeLumbarAnatomy(bool supine) {
  const Spine spine = makeSpine();
  Anatomy anatomy;
  addTable(anatomy, supine, -129, 98);
  addSoftTissue(anatomy, supine);
  addCanalFat(anatomy, spine);
  addVessels(anatomy, spine);
  addSpine(anatomy, spine);
  addNerves(anatomy, spine);
  return anatomy;
}

}  // namespace testdata
