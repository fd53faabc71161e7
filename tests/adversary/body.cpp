#include "tests/adversary/body.h"

#include <algorithm>

#include "io/files/uid.h"
#include "planning/check.h"
#include "planning/progress.h"
#include "testdata/lumbar_phantom.h"
#include "testdata/neck.h"
#include "testdata/neck_phantom.h"
#include "testdata/rendering.h"
#include "testdata/spine.h"

namespace adversary {
namespace {

using planning::Point;
using planning::Vector;
using planning::Volume;
using planning::anatomy::CountedLevel;
using planning::anatomy::Kind;
using planning::anatomy::Side;

/// Mirrored at x = 0 or not, then moved.
struct Placing {
  bool mirrored = false;
  Vector shift = planning::makeVector(0, 0, 0);

  Point operator()(Point p) const {
    if (mirrored) p[0] = -p[0];
    return p + shift;
  }
  Point back(const Point& placed) const {
    Point p = placed - shift;
    if (mirrored) p[0] = -p[0];
    return p;
  }
};

class PlacedShape : public testdata::Shape {
 public:
  PlacedShape(testdata::ShapePointer shape, const Placing& placing) : shape_(std::move(shape)), placing_(placing) {}
  double signedDistance(const Point& p) const override { return shape_->signedDistance(placing_.back(p)); }
  testdata::Box bounds() const override {
    const auto box = shape_->bounds();
    const Point a = placing_(box.low), b = placing_(box.high);
    testdata::Box placed{a, b};
    for (unsigned i = 0; i < 3; ++i) placed.low[i] = std::min(a[i], b[i]), placed.high[i] = std::max(a[i], b[i]);
    return placed;
  }
  bool isLipschitz() const override { return shape_->isLipschitz(); }

 private:
  testdata::ShapePointer shape_;
  Placing placing_;
};

std::string swapped(std::string text) {
  const std::pair<const char*, const char*> words[] = {{"left", "right"}, {"Left", "Right"}};
  for (const auto& [left, right] : words) {
    if (const auto at = text.find(left); at != std::string::npos) return text.replace(at, 4, right);
    if (const auto at = text.find(right); at != std::string::npos) return text.replace(at, 5, left);
  }
  return text;
}

Side swapped(Side side) {
  return side == Side::Left ? Side::Right : side == Side::Right ? Side::Left : side;
}

/// The picture as a scanner would have made it of the placed body: the lattice keeps its directions.
std::shared_ptr<Volume> placed(const Volume& scan, const Placing& placing) {
  auto made = std::make_shared<Volume>(scan);
  auto hu = Volume::Image::New();
  hu->CopyInformation(scan.hu);
  hu->SetRegions(scan.hu->GetLargestPossibleRegion());
  hu->Allocate();
  const auto size = scan.hu->GetLargestPossibleRegion().GetSize();
  const auto* from = scan.hu->GetBufferPointer();
  std::copy_n(from, scan.hu->GetPixelContainer()->Size(), hu->GetBufferPointer());
  Point origin = scan.hu->GetOrigin();
  if (placing.mirrored) {
    auto* to = hu->GetBufferPointer();
    for (std::size_t row = 0; row < size[1] * size[2]; ++row)
      std::reverse(to + row * size[0], to + (row + 1) * size[0]);
    const double step = scan.hu->GetDirection()(0, 0) * scan.hu->GetSpacing()[0];
    origin[0] = -origin[0] - step * static_cast<double>(size[0] - 1);
  }
  hu->SetOrigin(origin + placing.shift);
  made->hu = hu;
  for (double& mm : made->sliceLocationsMm) mm += placing.shift[2];
  return made;
}

CountedLevel counted(const std::string& name, const testdata::Frame& frame, double canalP, double pediclesU,
                     const Placing& placing) {
  CountedLevel level;
  level.name = name;
  level.middle = placing(frame.toPatient(0, 0, 0));
  level.inCanal = placing(frame.toPatient(0, canalP, pediclesU));
  return level;
}

/// From the feet to the head, as a person with the program counts them.
std::vector<CountedLevel> lumbarLevels(const Placing& placing) {
  const auto spine = testdata::makeSpine();
  std::vector<CountedLevel> levels;
  for (const auto& v : spine.vertebrae) levels.push_back(counted(v.name, v.frame, 22, 4.5, placing));
  const auto& first = spine.sacrum.front();
  levels.push_back(counted("S1", first.frame, first.halfDepth + 5.5, 4.5, placing));
  std::reverse(levels.begin(), levels.end());
  return levels;
}
constexpr double kAtlasU = 18;  ///< of the atlas' ring, in C2's frame
std::vector<CountedLevel> neckLevels(const Placing& placing) {
  std::vector<CountedLevel> levels;
  for (const auto& v : testdata::makeNeck().vertebrae)
    levels.push_back(counted(v.name, v.frame, testdata::kNeckSacP, 2, placing));
  CountedLevel atlas = counted("C1", testdata::makeNeck().axis().frame, testdata::kNeckSacP, kAtlasU, placing);
  atlas.middle = placing(testdata::makeNeck().axis().frame.toPatient(0, -2, kAtlasU));
  levels.insert(levels.begin(), atlas);
  std::reverse(levels.begin(), levels.end());
  return levels;
}

bool isMeasured(Kind kind) {
  return kind == Kind::Nerve || kind == Kind::Dura || kind == Kind::Artery || kind == Kind::Vein;
}

testdata::Lattice fineLattice(Random& random, const testdata::Box& box) {
  testdata::Lattice lattice;
  lattice.step =
      planning::makeVector(between(random, 0.55, 0.8), between(random, 0.55, 0.8), between(random, 0.8, 1.3));
  for (unsigned i = 0; i < 3; ++i) {
    lattice.origin[i] = box.low[i] + between(random, 0, lattice.step[i]);
    lattice.size[i] = static_cast<std::size_t>((box.high[i] - box.low[i]) / lattice.step[i]);
  }
  return lattice;
}

testdata::Box boxOf(const Volume& volume) {
  Point a, b;
  const auto size = volume.hu->GetLargestPossibleRegion().GetSize();
  volume.hu->TransformIndexToPhysicalPoint({{0, 0, 0}}, a);
  volume.hu->TransformIndexToPhysicalPoint({{long(size[0]) - 1, long(size[1]) - 1, long(size[2]) - 1}}, b);
  testdata::Box box{a, b};
  for (unsigned i = 0; i < 3; ++i) box.low[i] = std::min(a[i], b[i]), box.high[i] = std::max(a[i], b[i]);
  return box;
}

const testdata::Phantom& phantomOf(Region region) {
  constexpr testdata::PhantomOptions kProne{.columns = 128, .rows = 128, .slices = 60};
  static const auto lumbar = testdata::makeLumbarPhantom(kProne);
  static const auto proneNeck = testdata::makeNeckPhantom(kProne);
  static const auto supineNeck = testdata::makeNeckPhantom({.columns = 128, .rows = 128, .slices = 60, .supine = true});
  return region == Region::Lumbar ? lumbar : region == Region::ProneNeck ? proneNeck : supineNeck;
}

}  // namespace

double between(Random& random, double least, double most) {
  return std::uniform_real_distribution<double>(least, most)(random);
}

std::size_t oneOf(Random& random, std::size_t count) {
  return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

planning::anatomy::MeasuredStructure segmented(planning::anatomy::Structure structure, const testdata::Shape& shape,
                                               const testdata::Lattice& lattice) {
  using planning::anatomy::Mask;
  auto mask = testdata::makeMask(shape, lattice);
  if (!mask) {
    mask = Mask::New();
    mask->SetRegions(Mask::SizeType{{1, 1, 1}});
    mask->Allocate(true);
  }
  Mask::RegionType all;
  for (unsigned i = 0; i < 3; ++i)
    all.SetIndex(i, std::lround((lattice.origin[i] - mask->GetOrigin()[i]) / lattice.step[i]));
  all.SetSize(lattice.size);
  structure.shape = mask;
  structure.lookedIn = all;
  return planning::anatomy::measure(std::move(structure));
}

Body makeBody(Region region, unsigned seed) {
  Random random(seed * 3 + static_cast<unsigned>(region));
  const auto& phantom = phantomOf(region);
  Placing placing;
  placing.mirrored = (seed + static_cast<unsigned>(region)) % 2 == 1;
  placing.shift = planning::makeVector(between(random, -40, 40), between(random, -60, 60), between(random, -300, 300));
  Body body;
  body.name = std::string(region == Region::Lumbar      ? "lumbar"
                          : region == Region::ProneNeck ? "prone neck"
                                                        : "neck") +
              (placing.mirrored ? ", mirrored" : "");
  body.middleX = placing.shift[0];
  const auto volume = placed(phantom.volume, placing);
  body.volume = volume;
  planning::Progress progress;
  auto skin = planning::anatomy::findSkin(*volume, progress);
  planning::check(skin.has_value(), "a made body has a skin");
  body.skin = std::make_shared<const planning::anatomy::Skin>(std::move(*skin));
  body.levels = region == Region::Lumbar ? lumbarLevels(placing) : neckLevels(placing);
  body.fine = fineLattice(random, boxOf(*volume));
  for (const auto& made : phantom.structures) {
    auto shape = std::make_shared<PlacedShape>(made.shape, placing);
    if (made.structure.kind == Kind::Skin) body.trueSkin = shape;
    if (!isMeasured(made.structure.kind)) continue;
    auto structure = made.structure;
    structure.trackingUid = io::newUid();
    if (placing.mirrored) structure.name = swapped(structure.name), structure.side = swapped(structure.side);
    body.structures.push_back({segmented(std::move(structure), *shape, body.fine), shape});
  }
  for (auto path : phantom.answers) {
    if (!path.crosses.empty()) continue;
    path.target = placing(path.target), path.entry = placing(path.entry);
    if (placing.mirrored) path.side = swapped(path.side);
    body.paths.push_back(std::move(path));
  }
  return body;
}

}  // namespace adversary
