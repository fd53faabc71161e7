#include "planning/anatomy/skin.h"

#include <itkBinaryBallStructuringElement.h>
#include <itkBinaryDilateImageFilter.h>
#include <itkBinaryErodeImageFilter.h>
#include <itkBinaryThresholdImageFilter.h>
#include <itkConnectedComponentImageFilter.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "planning/anatomy/surface_distance.h"
#include "planning/check.h"

namespace planning::anatomy {
namespace {

constexpr std::int16_t kTissueHu = -300;          ///< above it: skin and all below; foam, clothes and air are under it
constexpr std::int16_t kLeastMeasuredHu = -1500;  ///< air with noise is above it; padding such as -3024 is under it
constexpr double kTableCutMm = 3.0;  ///< half the thickness of what is cut off: table tops, wires, folds of a blanket
constexpr double kLeastBodyMm3 = 1000.0;
constexpr double kReachMm = 500.0;  ///< how far from the target the skin is sought

using Step = std::array<unsigned, 3>;

/// Every second voxel of a slice that is fine and large.
Step stepOf(const Volume::Image& hu) {
  const auto size = hu.GetBufferedRegion().GetSize();
  Step step{1, 1, 1};
  for (unsigned axis = 0; axis < 2; ++axis)
    if (hu.GetSpacing()[axis] < 1.0 && size[axis] >= 256) step[axis] = 2;
  return step;
}

Mask::Pointer emptyMask(const Volume::Image& hu, const Step& step) {
  const auto mask = Mask::New();
  auto size = hu.GetBufferedRegion().GetSize();
  auto spacing = hu.GetSpacing();
  for (unsigned axis = 0; axis < 3; ++axis) {
    size[axis] = (size[axis] + step[axis] - 1) / step[axis];
    spacing[axis] *= step[axis];
  }
  Point origin;
  hu.TransformIndexToPhysicalPoint(hu.GetBufferedRegion().GetIndex(), origin);
  mask->SetRegions(size);
  mask->SetSpacing(spacing);
  mask->SetDirection(hu.GetDirection());
  mask->SetOrigin(origin);
  mask->Allocate(true);
  return mask;
}

std::int16_t huAt(const Volume::Image& hu, const Step& step, const Mask::IndexType& index) {
  Volume::Image::IndexType at = hu.GetBufferedRegion().GetIndex();
  for (unsigned axis = 0; axis < 3; ++axis) at[axis] += index[axis] * long(step[axis]);
  return hu.GetPixel(at);
}

constexpr std::uint8_t kTissue = 1, kUnmeasured = 2;

Mask::Pointer classified(const Volume::Image& hu, const Step& step) {
  const auto mask = emptyMask(hu, step);
  const auto size = mask->GetBufferedRegion().GetSize();
  std::uint8_t* out = mask->GetBufferPointer();
  for (long k = 0; k < long(size[2]); ++k)
    for (long j = 0; j < long(size[1]); ++j)
      for (long i = 0; i < long(size[0]); ++i) {
        const std::int16_t value = huAt(hu, step, {{i, j, k}});
        *out++ = value < kLeastMeasuredHu ? kUnmeasured : value > kTissueHu ? kTissue : 0;
      }
  return mask;
}

/// Keeps the voxels of `mask` that are tissue.
void keepTissue(Mask& mask, const Mask& classes) {
  const auto voxels = mask.GetBufferedRegion().GetNumberOfPixels();
  std::transform(mask.GetBufferPointer(), mask.GetBufferPointer() + voxels, classes.GetBufferPointer(),
                 mask.GetBufferPointer(),
                 [](std::uint8_t in, std::uint8_t c) { return std::uint8_t(in != 0 && c == kTissue); });
}

using Ball = itk::BinaryBallStructuringElement<std::uint8_t, 3>;

/// A disc of the slice's plane.
Ball discOf(const Mask& mask, double radiusMm) {
  Ball::SizeType radius;
  for (unsigned axis = 0; axis < 2; ++axis)
    radius[axis] = std::max(1u, unsigned(std::lround(radiusMm / mask.GetSpacing()[axis])));
  radius[2] = 0;
  Ball ball;
  ball.SetRadius(radius);
  ball.CreateStructuringElement();
  return ball;
}

/// Tissue without what is nearer than the radius to air. Where nothing was measured, the body may go on: no edge there.
Mask::Pointer eroded(const Mask& classes, double radiusMm) {
  const auto solid = itk::BinaryThresholdImageFilter<Mask, Mask>::New();
  solid->SetInput(&classes);
  solid->SetLowerThreshold(kTissue);
  solid->SetInsideValue(1);
  solid->SetOutsideValue(0);
  const auto filter = itk::BinaryErodeImageFilter<Mask, Mask, Ball>::New();
  filter->SetInput(solid->GetOutput());
  filter->SetKernel(discOf(classes, radiusMm));
  filter->SetErodeValue(1);
  filter->Update();
  const Mask::Pointer mask = filter->GetOutput();
  keepTissue(*mask, classes);
  return mask;
}

/// Grown by the radius within the tissue.
Mask::Pointer regrown(const Mask& seed, const Mask& classes, double radiusMm) {
  const auto filter = itk::BinaryDilateImageFilter<Mask, Mask, Ball>::New();
  filter->SetInput(&seed);
  filter->SetKernel(discOf(seed, radiusMm));
  filter->SetDilateValue(1);
  filter->Update();
  const Mask::Pointer mask = filter->GetOutput();
  keepTissue(*mask, classes);
  return mask;
}

/// Leaves the largest piece; returns how many voxels it has.
std::size_t keepLargestPiece(Mask& mask) {
  using Labels = itk::Image<std::uint32_t, 3>;
  const auto filter = itk::ConnectedComponentImageFilter<Mask, Labels>::New();
  filter->SetInput(&mask);
  filter->Update();
  const auto voxels = mask.GetBufferedRegion().GetNumberOfPixels();
  const std::uint32_t* label = filter->GetOutput()->GetBufferPointer();
  std::vector<std::size_t> sizes(std::size_t(filter->GetObjectCount()) + 1, 0);
  for (std::size_t i = 0; i < voxels; ++i) ++sizes[label[i]];
  sizes[0] = 0;
  const auto largest = std::uint32_t(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
  std::transform(label, label + voxels, mask.GetBufferPointer(),
                 [largest](std::uint32_t value) { return std::uint8_t(value != 0 && value == largest); });
  return sizes[largest];
}

/// Fills what the outside cannot reach within one slice from its border.
void fillHoles(std::uint8_t* slice, long columns, long rows) {
  constexpr std::uint8_t kOutside = 2;
  std::vector<long> open;
  const auto reach = [&](long i) {
    if (slice[i] != 0) return;
    slice[i] = kOutside;
    open.push_back(i);
  };
  for (long i = 0; i < columns; ++i) reach(i), reach((rows - 1) * columns + i);
  for (long j = 0; j < rows; ++j) reach(j * columns), reach(j * columns + columns - 1);
  while (!open.empty()) {
    const long i = open.back(), column = i % columns;
    open.pop_back();
    if (column > 0) reach(i - 1);
    if (column + 1 < columns) reach(i + 1);
    if (i >= columns) reach(i - columns);
    if (i + columns < columns * rows) reach(i + columns);
  }
  std::transform(slice, slice + columns * rows, slice, [](std::uint8_t v) { return std::uint8_t(v != kOutside); });
}

void fillHoles(Mask& mask) {
  const auto size = mask.GetBufferedRegion().GetSize();
  for (std::size_t k = 0; k < size[2]; ++k)
    fillHoles(mask.GetBufferPointer() + k * size[0] * size[1], long(size[0]), long(size[1]));
}

/// Tells the vertices where the body's next voxel outward was never scanned.
class ScanEnd {
 public:
  ScanEnd(const Volume::Image& hu, const Step& step, const Mask& body) : hu_(hu), step_(step), body_(body) {}

  bool cuts(const std::array<float, 3>& vertex) const {
    itk::ContinuousIndex<double, 3> at;
    body_.TransformPhysicalPointToContinuousIndex(makePoint(double(vertex[0]), double(vertex[1]), double(vertex[2])),
                                                  at);
    unsigned across = 0;  // a vertex lies halfway between two voxels along one axis
    for (unsigned axis = 1; axis < 3; ++axis)
      if (offset(at[axis]) > offset(at[across])) across = axis;
    Mask::IndexType low;
    for (unsigned axis = 0; axis < 3; ++axis) low[axis] = std::lround(at[axis]);
    low[across] = long(std::floor(at[across]));
    Mask::IndexType high = low;
    ++high[across];
    return neverScanned(isBody(low) ? high : low);
  }

 private:
  static double offset(double index) { return std::abs(index - std::round(index)); }
  bool holds(const Mask::IndexType& index) const { return body_.GetBufferedRegion().IsInside(index); }
  bool isBody(const Mask::IndexType& index) const { return holds(index) && body_.GetPixel(index) != 0; }
  bool neverScanned(const Mask::IndexType& index) const {
    return !holds(index) || huAt(hu_, step_, index) < kLeastMeasuredHu;
  }

  const Volume::Image& hu_;
  Step step_;
  const Mask& body_;
};

/// Puts the triangles that are skin first; returns how many are not.
std::uint32_t putCutsLast(Surface& surface, const ScanEnd& scanEnd) {
  std::vector<bool> cut(surface.vertices.size());
  for (std::size_t i = 0; i < cut.size(); ++i) cut[i] = scanEnd.cuts(surface.vertices[i]);
  const auto isSkin = [&cut](const auto& t) { return !(cut[t[0]] && cut[t[1]] && cut[t[2]]); };
  const auto end = std::stable_partition(surface.triangles.begin(), surface.triangles.end(), isSkin);
  return std::uint32_t(surface.triangles.end() - end);
}

double voxelMm3(const Mask& mask) {
  double volume = 1;
  for (unsigned axis = 0; axis < 3; ++axis) volume *= mask.GetSpacing()[axis];
  return volume;
}

}  // namespace

Expected<Skin> findSkin(const Volume& volume, Progress& progress) try {
  const Volume::Image& hu = *volume.hu;
  const Step step = stepOf(hu);
  Mask::Pointer classes, body;
  Skin skin;
  double bodyMm3 = 0;
  auto surface = std::make_shared<Surface>();
  const std::vector<std::function<void()>> work{
      [&] { classes = classified(hu, step); },
      [&] { body = eroded(*classes, kTableCutMm); },
      [&] { bodyMm3 = double(keepLargestPiece(*body)) * voxelMm3(*body); },
      [&] { body = regrown(*body, *classes, kTableCutMm + body->GetSpacing()[0]); },
      [&] { fillHoles(*body); },
      [&] { *surface = extractSurface(*body); },
      [&] { skin.cutTriangles = putCutsLast(*surface, ScanEnd(hu, step, *body)); },
      [&] { skin.field = makeDistanceField(surface); }};
  for (std::size_t i = 0; i < work.size(); ++i) {
    if (progress.stopRequested()) return refuse("cancelled");
    work[i]();
    if (i == 2 && bodyMm3 < kLeastBodyMm3) return refuse("no-body");
    progress.advance(double(i + 1) / double(work.size()));
  }
  skin.body = body;
  skin.errorBoundMm = surfaceErrorBoundMm(*body);
  skin.surface = std::move(surface);
  return skin;
} catch (const itk::ExceptionObject& exception) {
  return refuse("no-body", {}, exception.GetDescription());
}

Point nearestOnSkin(const Skin& skin, const Point& p) {
  const auto all = std::uint32_t(skin.surface->triangles.size());
  if (skin.cutTriangles == 0 || skin.cutTriangles == all) return skin.field->distance({p, p}).onStructure;
  const auto* const field = dynamic_cast<const SurfaceDistance*>(skin.field.get());
  check(field != nullptr, "a skin that the scan's end cuts is measured on its triangles");
  return field->nearestOnFirst(all - skin.cutTriangles, p);
}

std::optional<double> skinDepthMm(const Skin& skin, const Point& target, const Point& entry) {
  const Vector out = entry - target;
  if (!(out.GetNorm() > 0) || skin.field->signedDistance(target) >= 0) return std::nullopt;
  const Segment line{target, target + out * (kReachMm / out.GetNorm())};
  const auto crossings = skin.field->crossingsMm(line);
  if (crossings.empty()) return std::nullopt;
  const Point exit = line.at(crossings.front());
  constexpr double kOnSkinMm = 1e-3;
  if (skin.cutTriangles > 0 && (nearestOnSkin(skin, exit) - exit).GetNorm() > kOnSkinMm) return std::nullopt;
  return crossings.front();
}

}  // namespace planning::anatomy
