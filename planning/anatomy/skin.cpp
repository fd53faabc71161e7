#include "planning/anatomy/skin.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "planning/anatomy/body.h"
#include "planning/anatomy/surface_distance.h"
#include "planning/anatomy/surroundings.h"
#include "planning/check.h"

namespace planning::anatomy {
namespace {

constexpr double kReachMm = 500.0;  ///< how far from the target the skin is sought
constexpr double kOnSkinMm = 1e-3;

/// Tells the vertices where the body's next voxel outward was never scanned.
class ScanEnd {
 public:
  ScanEnd(const Volume::Image& hu, const Mask& body, const Surroundings& around)
      : hu_(hu), body_(body), around_(around) {}

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
    if (!holds(index)) return true;
    Point place;
    body_.TransformIndexToPhysicalPoint(index, place);
    Volume::Image::IndexType at;
    if (!hu_.TransformPhysicalPointToIndex(place, at)) return true;
    return isUnmeasured(hu_.GetPixel(at)) && around_.mayHideBody(at);
  }

  const Volume::Image& hu_;
  const Mask& body_;
  const Surroundings& around_;
};

/// Puts the triangles that are skin first; returns how many are not.
std::uint32_t putCutsLast(Surface& surface, const ScanEnd& scanEnd) {
  std::vector<bool> cut(surface.vertices.size());
  for (std::size_t i = 0; i < cut.size(); ++i) cut[i] = scanEnd.cuts(surface.vertices[i]);
  const auto isSkin = [&cut](const auto& t) { return !(cut[t[0]] && cut[t[1]] && cut[t[2]]); };
  const auto end = std::stable_partition(surface.triangles.begin(), surface.triangles.end(), isSkin);
  return std::uint32_t(surface.triangles.end() - end);
}

}  // namespace

Expected<Skin> findSkin(const Volume& volume, Progress& progress) {
  ProgressPart finding(progress, 0, 0.7);
  auto body = findBody(volume, finding);
  if (!body) return tl::unexpected(body.error());
  if (progress.stopRequested()) return refuse("cancelled");
  Skin skin;
  skin.body = *body;
  skin.errorBoundMm = surfaceErrorBoundMm(*skin.body);
  auto surface = std::make_shared<Surface>(extractSurface(*skin.body));
  const Surroundings around(*volume.hu, *skin.body);
  skin.againstPadding = around.arePadding();
  skin.cutTriangles = putCutsLast(*surface, ScanEnd(*volume.hu, *skin.body, around));
  if (skin.cutTriangles == surface->triangles.size()) return refuse("no-skin");
  progress.advance(0.9);
  if (progress.stopRequested()) return refuse("cancelled");
  skin.field = makeDistanceField(surface);
  skin.surface = std::move(surface);
  if (auto lung = findLung(volume, *skin.body)) skin.lung = std::make_shared<const FoundLung>(std::move(*lung));
  progress.advance(1.0);
  return skin;
}

Point nearestOnSkin(const Skin& skin, const Point& p) {
  const auto all = std::uint32_t(skin.surface->triangles.size());
  if (skin.cutTriangles == 0) return skin.field->distance({p, p}).onStructure;
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
  if (skin.cutTriangles > 0 && (nearestOnSkin(skin, exit) - exit).GetNorm() > kOnSkinMm) return std::nullopt;
  return crossings.front();
}

}  // namespace planning::anatomy
