#include "planning/review/needle_candidates.h"

#include <vnl/algo/vnl_symmetric_eigensystem.h>

#include <algorithm>
#include <cmath>

#include "planning/anatomy/hu_region.h"
#include "planning/anatomy/mask_filter.h"
#include "planning/parallel.h"
#include "planning/review/hu_sampler.h"

namespace planning::review {
namespace {

constexpr double kLeastHu = 150;  ///< of a voxel that may be needle
constexpr double kRingMm = 2.5;   ///< beyond the thickest needle and its blur
constexpr double kLeastLengthMm = 12;
constexpr std::size_t kLeastVoxels = 6;
constexpr double kThickMm = 0.9;  ///< standard deviation across the piece, beside that of the voxels

using ContrastImage = itk::Image<float, 3>;

/// The planned line, longer: the needle may have gone past the target, and its shaft reaches out of the body.
Segment searchLine(const NeedleSearch& search) {
  const Segment axis = search.planned.axis();
  return {axis.at(-2 * search.reachMm), axis.at(axis.lengthMm() + search.reachMm)};
}

double distanceMm(const Segment& line, const Point& place) {
  const Vector way = line.end - line.start;
  const double along = std::clamp(dot(place - line.start, way) / dot(way, way), 0.0, 1.0);
  return (place - (line.start + way * along)).GetNorm();
}

/// The voxels around the line; empty when none is in the scan.
anatomy::VoxelRange rangeAlong(const Volume::Image& hu, const Segment& line, double reachMm) {
  const auto reach = anatomy::voxelsWithin(hu, reachMm);
  itk::ContinuousIndex<double, 3> a, b;
  (void)hu.TransformPhysicalPointToContinuousIndex(line.start, a);
  (void)hu.TransformPhysicalPointToContinuousIndex(line.end, b);
  anatomy::VoxelRange range = anatomy::wholeRange(hu);
  for (unsigned axis = 0; axis < 3; ++axis) {
    const auto margin = static_cast<double>(reach[axis]);
    const double low = std::floor(std::min(a[axis], b[axis]) - margin),
                 high = std::ceil(std::max(a[axis], b[axis]) + margin);
    if (!(high >= 0) || !(low <= static_cast<double>(range.last[axis]))) return {};
    range.first[axis] = std::max(range.first[axis], static_cast<long>(std::max(low, 0.0)));
    range.last[axis] = std::min(range.last[axis], static_cast<long>(std::min(high, 1e6)));
  }
  return range;
}

/// Each bright voxel near the line against the ring around it.
void measureSlice(ContrastImage& contrast, const Volume::Image& part, const HuSampler& sampler, const Segment& line,
                  double reachMm, const std::vector<Vector>& ring, long k) {
  const auto size = part.GetBufferedRegion().GetSize();
  Volume::Image::IndexType index{{0, 0, k}};
  for (index[1] = 0; index[1] < static_cast<long>(size[1]); ++index[1])
    for (index[0] = 0; index[0] < static_cast<long>(size[0]); ++index[0]) {
      const std::int16_t value = part.GetPixel(index);
      if (value < kLeastHu) continue;
      Point place;
      part.TransformIndexToPhysicalPoint(index, place);
      if (distanceMm(line, place) > reachMm) continue;
      const Ring around = ringAt(sampler, place, ring);
      if (around.hu.size() >= 4) contrast.SetPixel(index, static_cast<float>(value - around.ridgeBackground()));
    }
}

ContrastImage::Pointer contrastOf(const Volume::Image& hu, const NeedleSearch& search) {
  const Segment line = searchLine(search);
  const auto range = rangeAlong(hu, line, search.reachMm);
  if (range.empty()) return nullptr;
  const auto part = anatomy::partOf(hu, range);
  const auto contrast = ContrastImage::New();
  contrast->CopyInformation(part);
  contrast->SetRegions(part->GetBufferedRegion());
  contrast->Allocate(true);
  const HuSampler sampler(hu);
  const auto ring = ringAround(sampler, search.planned.direction(), kRingMm);
  forEachInParallel(part->GetBufferedRegion().GetSize(2), [&](std::size_t k) {
    measureSlice(*contrast, *part, sampler, line, search.reachMm, ring, static_cast<long>(k));
    return true;
  });
  return contrast;
}

/// A piece's middle, its long axis and how thin it is.
struct Form {
  Point middle;
  Vector direction;
  double lengthMm = 0;     ///< of an evenly filled line with these moments
  double thicknessMm = 0;  ///< standard deviation across, the wider one
  Vector wide;             ///< the direction of that
};

Form formOf(const std::vector<Point>& places) {
  Form form;
  Vector mean = makeVector(0, 0, 0);
  for (const Point& place : places) mean += place.GetVectorFromOrigin() / double(places.size());
  form.middle = makePoint(mean[0], mean[1], mean[2]);
  vnl_matrix<double> spread(3, 3, 0.0);
  for (const Point& place : places)
    for (unsigned i = 0; i < 3; ++i)
      for (unsigned j = 0; j < 3; ++j)
        spread(i, j) += (place - form.middle)[i] * (place - form.middle)[j] / double(places.size());
  const vnl_symmetric_eigensystem<double> system(spread);
  const auto along = system.get_eigenvector(2), across = system.get_eigenvector(1);
  form.direction = makeVector(along[0], along[1], along[2]);
  form.wide = makeVector(across[0], across[1], across[2]);
  form.lengthMm = std::sqrt(12 * std::max(0.0, system.get_eigenvalue(2)));
  form.thicknessMm = std::sqrt(std::max(0.0, system.get_eigenvalue(1)));
  return form;
}

/// On a bent piece, near its middle: the mean of what lies there.
Point placeOn(const std::vector<Point>& places, const Form& form) {
  constexpr double kAroundMm = 2;
  Vector sum = makeVector(0, 0, 0);
  double count = 0;
  Point nearest = places.front();
  for (const Point& place : places) {
    const double along = std::abs(dot(place - form.middle, form.direction));
    if (along <= kAroundMm) sum += place.GetVectorFromOrigin(), ++count;
    if (along < std::abs(dot(nearest - form.middle, form.direction))) nearest = place;
  }
  return count > 0 ? makePoint(0, 0, 0) + sum / count : nearest;
}

/// A bend of a fifteenth of the length is let pass: a parabola of height h has a standard deviation of 0.3 h.
bool isLine(const Form& form, const HuSampler& sampler) {
  const double allowed = kThickMm + 0.35 * sampler.voxelMm(form.wide) + 0.3 * form.lengthMm / 15;
  return form.lengthMm >= kLeastLengthMm && form.thicknessMm <= allowed && form.lengthMm >= 4 * form.thicknessMm;
}

}  // namespace

CandidateSearch::CandidateSearch(const Volume& control, const NeedleSearch& search)
    : search_(search), sampler_(*control.hu), contrast_(contrastOf(*control.hu, search)) {}

const std::vector<double>& CandidateSearch::levels() {
  static const std::vector<double> all{1600, 1100, 750, 500, 330, 220};
  return all;
}

Expected<std::vector<Candidate>> CandidateSearch::at(double contrastHu, Progress& progress) const {
  std::vector<Candidate> found;
  if (!contrast_) return found;
  const auto mask = anatomy::emptyMask(*contrast_, anatomy::wholeRange(*contrast_));
  const std::size_t voxels = mask->GetBufferedRegion().GetNumberOfPixels();
  std::transform(contrast_->GetBufferPointer(), contrast_->GetBufferPointer() + voxels, mask->GetBufferPointer(),
                 [contrastHu](float value) { return static_cast<std::uint8_t>(double(value) >= contrastHu); });
  const auto pieces = anatomy::piecesOf(*mask, true, progress);
  if (!pieces) return tl::unexpected(pieces.error());
  std::vector<std::vector<Point>> places(pieces->voxels.size());
  const auto size = mask->GetBufferedRegion().GetSize();
  for (std::size_t n = 0; n < voxels; ++n) {
    const auto label = pieces->labels->GetBufferPointer()[n];
    if (label == 0 || pieces->voxels[label] < kLeastVoxels) continue;
    const Volume::Image::IndexType index{{static_cast<long>(n % size[0]), static_cast<long>(n / size[0] % size[1]),
                                          static_cast<long>(n / size[0] / size[1])}};
    mask->TransformIndexToPhysicalPoint(index, places[label].emplace_back());
  }
  const Vector planned = search_.planned.direction();
  for (const auto& piece : places) {
    if (piece.empty()) continue;
    Form form = formOf(piece);
    if (dot(form.direction, planned) < 0) form.direction = -form.direction;
    if (dot(form.direction, planned) < std::cos(search_.mostTurned.radians()) || !isLine(form, sampler_)) continue;
    found.push_back({placeOn(piece, form), form.direction, contrastHu, form.lengthMm});
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.lengthMm > b.lengthMm; });
  return found;
}

}  // namespace planning::review
