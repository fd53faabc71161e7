#include "io/structures/contour_mask.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "io/structures/plane_lattice.h"

namespace io::structures {
namespace {

using planning::Point;
using planning::Vector;
using planning::anatomy::Mask;

constexpr double kOffPlaneMm = 0.1;
constexpr double kFinestMm = 0.2, kCoarsestMm = 0.5;
constexpr double kMostPixels = 600;   // side by side
constexpr int kLongestFilledGap = 3;  // planes

/// Twice the area times the normal (Newell's sum).
Vector areaVector(const Contour& contour) {
  Vector sum = planning::makeVector(0, 0, 0);
  for (std::size_t i = 0; i < contour.size(); ++i) {
    const Vector a = contour[i] - contour[0], b = contour[(i + 1) % contour.size()] - contour[0];
    sum += planning::cross(a, b);
  }
  return sum;
}

/// Common normal, toward the head (or back, or left); the patient's own axes where it is within 0.1 degrees of one.
Vector normalOf(const std::vector<Contour>& contours) {
  Vector largest = planning::makeVector(0, 0, 0), sum = largest;
  for (const auto& contour : contours)
    if (const Vector area = areaVector(contour); area.GetNorm() > largest.GetNorm()) largest = area;
  for (const auto& contour : contours) {
    const Vector area = areaVector(contour);
    sum += area * (area * largest < 0 ? -1.0 : 1.0);
  }
  if (!(sum.GetNorm() > 0)) sum = planning::makeVector(0, 0, 1);  // nothing but lines and points
  sum.Normalize();
  for (const unsigned axis : {2u, 1u, 0u}) {
    if (std::abs(sum[axis]) < 0.5) continue;
    if (sum[axis] < 0) sum *= -1.0;
    Vector exact = planning::makeVector(0, 0, 0);
    exact[axis] = 1;
    if ((sum - exact).GetNorm() < 2e-3) sum = exact;
    break;
  }
  return sum;
}

/// Where the outlines lie: in-plane axes, heights along the normal, and the box around them.
struct Frame {
  Vector u, v, normal;
  std::vector<double> heights;  ///< one an outline
  double low[2] = {std::numeric_limits<double>::max(), std::numeric_limits<double>::max()};
  double high[2] = {std::numeric_limits<double>::lowest(), std::numeric_limits<double>::lowest()};
  double smallestSideMm = std::numeric_limits<double>::max();  ///< of any outline's box
};

planning::Expected<Frame> frameOf(const std::vector<Contour>& contours) {
  Frame frame;
  frame.normal = normalOf(contours);
  const Vector aside = std::abs(frame.normal[0]) < 0.9 ? planning::makeVector(1, 0, 0) : planning::makeVector(0, 1, 0);
  frame.u = aside - frame.normal * (aside * frame.normal);
  frame.u.Normalize();
  frame.v = planning::cross(frame.normal, frame.u);
  for (const auto& contour : contours) {
    double sum = 0, low[2] = {1e9, 1e9}, high[2] = {-1e9, -1e9};
    for (const Point& point : contour) {
      const Vector p = point.GetVectorFromOrigin();
      const double place[2] = {p * frame.u, p * frame.v};
      sum += p * frame.normal;
      for (int i = 0; i < 2; ++i) low[i] = std::min(low[i], place[i]), high[i] = std::max(high[i], place[i]);
    }
    const double height = sum / static_cast<double>(contour.size());
    for (const Point& point : contour)
      if (!(std::abs(point.GetVectorFromOrigin() * frame.normal - height) < kOffPlaneMm))
        return planning::refuse("contour-not-planar", {}, "an outline leaves the planes of the others");
    frame.heights.push_back(height);
    for (int i = 0; i < 2; ++i) {
      frame.low[i] = std::min(frame.low[i], low[i]);
      frame.high[i] = std::max(frame.high[i], high[i]);
      frame.smallestSideMm = std::min(frame.smallestSideMm, high[i] - low[i]);
    }
  }
  return frame;
}

/// What a single plane with this normal stands for, mm; 0 where nothing says so. Outlines of slices are drawn on them:
/// their normal is off the scan's by no more than the rounding of their points makes of a small outline, 2.5 degrees.
double singlePlaneMm(const Vector& normal, const PlaneSpacing& spacing) {
  if (spacing.usualMm > 0 || !spacing.scanStep) return spacing.usualMm;
  const double mm = spacing.scanStep->GetNorm();
  return std::abs(normal * *spacing.scanStep) > 0.999 * mm ? mm : 0;
}

planning::Expected<PlaneLattice> latticeOf(const Frame& frame, const PlaneSpacing& spacing) {
  const double side = std::max(frame.high[0] - frame.low[0], frame.high[1] - frame.low[1]);
  const double pixel = std::max(std::clamp(frame.smallestSideMm / 10, kFinestMm, kCoarsestMm), side / kMostPixels);
  const auto count = [&](int i) {
    return std::max(1, static_cast<int>(std::ceil((frame.high[i] - frame.low[i]) / pixel - 1e-6)));
  };
  const PlaneGeometry plane{frame.u * pixel, frame.v * pixel, count(0), count(1)};
  const Vector corner = frame.u * (frame.low[0] + pixel / 2) + frame.v * (frame.low[1] + pixel / 2);
  std::vector<Point> places;
  for (const double height : frame.heights) places.push_back(Point() + corner + frame.normal * height);
  return findLattice(plane, places, spacing.usualMm, singlePlaneMm(frame.normal, spacing));
}

/// Pixels first to last of a row.
struct Span {
  int row = 0, first = 0, last = -1;

  friend bool operator==(const Span&, const Span&) = default;
};
using Region = std::vector<Span>;

std::size_t pixelsOf(const Region& region) {
  std::size_t count = 0;
  for (const Span& span : region) count += static_cast<std::size_t>(span.last - span.first + 1);
  return count;
}

/// Corners of an outline in pixels of its plane: column, row.
using Corners = std::vector<std::array<double, 2>>;

Corners cornersOf(const Contour& contour, const PlaneLattice& lattice) {
  const double pixel = lattice.plane.columnStep.GetNorm();
  Corners corners;
  for (const Point& point : contour) {
    const Vector p = point - lattice.origin;
    corners.push_back({p * lattice.plane.columnStep / (pixel * pixel), p * lattice.plane.rowStep / (pixel * pixel)});
  }
  return corners;
}

/// Pixels whose centre lies in one outline, even-odd (so that keyholes work).
Region regionOf(const Corners& corners, const PlaneGeometry& plane) {
  const auto [top, bottom] =
      std::minmax_element(corners.begin(), corners.end(), [](const auto& a, const auto& b) { return a[1] < b[1]; });
  const int firstRow = std::max(0, static_cast<int>((*top)[1]));
  const int lastRow = std::min(plane.rows - 1, static_cast<int>((*bottom)[1]) + 1);
  Region region;
  std::vector<double> crossings;
  for (int row = firstRow; row <= lastRow; ++row) {
    crossings.clear();
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const auto& a = corners[i];
      const auto& b = corners[(i + 1) % corners.size()];
      if ((a[1] <= row) != (b[1] <= row)) crossings.push_back(a[0] + (row - a[1]) / (b[1] - a[1]) * (b[0] - a[0]));
    }
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const int first = std::max(0, static_cast<int>(std::ceil(crossings[i])));
      const int last = std::min(plane.columns, static_cast<int>(std::ceil(crossings[i + 1]))) - 1;
      if (first <= last) region.push_back({row, first, last});
    }
  }
  return region;
}

/// The pixel of an outline's first corner, for an outline that holds no pixel's centre.
Region pixelOf(const Corners& corners, const PlaneGeometry& plane) {
  const int column = std::clamp(static_cast<int>(std::lround(corners[0][0])), 0, plane.columns - 1);
  return {{std::clamp(static_cast<int>(std::lround(corners[0][1])), 0, plane.rows - 1), column, column}};
}

/// One plane of a mask.
struct Plane {
  std::uint8_t* voxels;
  std::size_t columns;

  std::uint8_t* of(const Span& span) const {
    return voxels + static_cast<std::size_t>(span.row) * columns + static_cast<std::size_t>(span.first);
  }
  static std::ptrdiff_t length(const Span& span) { return span.last - span.first + 1; }
  std::size_t voxelsIn(const Region& region) const {
    std::ptrdiff_t count = 0;
    for (const Span& span : region) count += std::count(of(span), of(span) + length(span), 1);
    return static_cast<std::size_t>(count);
  }
  void set(const Region& region, std::uint8_t value) const {
    for (const Span& span : region) std::fill_n(of(span), length(span), value);
  }
};

/// Largest first: what lies (nearly) all in what is there already is a hole, what lies outside it is added.
void draw(const Plane& plane, std::vector<Region> regions, ContourMask& result) {
  std::stable_sort(regions.begin(), regions.end(),
                   [](const Region& a, const Region& b) { return pixelsOf(a) > pixelsOf(b); });
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (std::find(regions.begin(), regions.begin() + static_cast<std::ptrdiff_t>(i), regions[i]) !=
        regions.begin() + static_cast<std::ptrdiff_t>(i)) {
      result.duplicates = true;
      continue;
    }
    const double share = static_cast<double>(plane.voxelsIn(regions[i])) / static_cast<double>(pixelsOf(regions[i]));
    if (share > 0.05 && share < 0.95) result.overlapping = true;
    plane.set(regions[i], share >= 0.95 ? 0 : 1);
  }
}

/// Gives empty planes between two drawn ones their neighbours' voxels, where these overlap and the gap is short.
void fillGaps(Mask& mask, const std::vector<bool>& drawn, ContourMask& result) {
  const auto size = mask.GetBufferedRegion().GetSize();
  const std::size_t pixels = size[0] * size[1];
  std::uint8_t* voxels = mask.GetBufferPointer();
  for (std::size_t below = 0; below < drawn.size();) {
    std::size_t above = below + 1;
    while (above < drawn.size() && !drawn[above]) ++above;
    if (above == drawn.size()) break;
    const std::uint8_t *a = voxels + below * pixels, *b = voxels + above * pixels;
    const int gap = static_cast<int>(above - below) - 1;
    bool touching = false;
    for (std::size_t i = 0; gap > 0 && i < pixels && !touching; ++i) touching = a[i] && b[i];
    const bool fill = touching && gap <= kLongestFilledGap;
    for (std::size_t k = below + 1; fill && k < above; ++k)
      for (std::size_t i = 0; i < pixels; ++i) voxels[k * pixels + i] = a[i] | b[i];
    (fill ? result.planesFilled : result.planesMissing) += gap;
    below = above;
  }
}

}  // namespace

std::optional<double> planeSpacingMm(const std::vector<Contour>& contours) {
  const auto frame = frameOf(contours);
  if (!frame) return std::nullopt;
  auto heights = frame->heights;
  std::sort(heights.begin(), heights.end());
  std::optional<double> least;
  for (std::size_t i = 1; i < heights.size(); ++i)
    if (const double gap = heights[i] - heights[i - 1]; gap > 0.01) least = std::min(least.value_or(gap), gap);
  return least;
}

planning::Expected<ContourMask> maskOf(const std::vector<Contour>& contours, const PlaneSpacing& spacing,
                                       MaskMemory& memory) {
  const auto frame = frameOf(contours);
  if (!frame) return tl::unexpected(frame.error());
  const auto lattice = latticeOf(*frame, spacing);
  if (!lattice) return tl::unexpected(lattice.error());
  const auto columns = static_cast<std::size_t>(lattice->plane.columns),
             rows = static_cast<std::size_t>(lattice->plane.rows);
  const auto planes = static_cast<std::size_t>(lattice->planes);
  if (columns * rows * planes > (std::size_t{1} << 31)) return planning::refuse("bad-geometry", {}, "too large");

  ContourMask result;
  result.singlePlane = planes == 1;
  VoxelBox whole;
  whole.include(0, 0, 0);
  whole.include(columns - 1, rows - 1, planes - 1);
  result.mask = makeMask(*lattice, whole, memory);
  std::vector<std::vector<Region>> regions(planes);
  for (std::size_t i = 0; i < contours.size(); ++i) {
    const Corners corners = cornersOf(contours[i], *lattice);
    Region region = regionOf(corners, lattice->plane);
    if (region.empty()) ++result.tooSmall, region = pixelOf(corners, lattice->plane);
    regions[static_cast<std::size_t>(lattice->planeOf[i])].push_back(std::move(region));
  }
  std::vector<bool> drawn(planes);
  for (std::size_t k = 0; k < planes; ++k) {
    drawn[k] = !regions[k].empty();
    draw({result.mask->GetBufferPointer() + k * columns * rows, columns}, std::move(regions[k]), result);
  }
  fillGaps(*result.mask, drawn, result);
  return result;
}

}  // namespace io::structures
