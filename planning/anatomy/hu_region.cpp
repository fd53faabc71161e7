#include "planning/anatomy/hu_region.h"

#include <itkHessianToObjectnessMeasureImageFilter.h>
#include <itkMedianImageFilter.h>
#include <itkMultiScaleHessianBasedMeasureImageFilter.h>
#include <itkSignedMaurerDistanceMapImageFilter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "planning/anatomy/itk_progress.h"

namespace planning::anatomy {
namespace {

template <class Filter>
auto run(Filter& filter, Progress& progress) -> Expected<typename Filter::OutputImageType::Pointer> {
  if (auto done = runFilter(filter, progress); !done) return tl::unexpected(done.error());
  const typename Filter::OutputImageType::Pointer output = filter.GetOutput();
  output->DisconnectPipeline();
  return output;
}

/// How many of the nine pixels around each one of slice `k` are at least `least`; the slice's edge is repeated.
void countAround(const Volume::Image& hu, long k, std::int16_t least, std::vector<std::uint8_t>& counts) {
  const auto size = hu.GetLargestPossibleRegion().GetSize();
  const auto columns = size[0], rows = size[1];
  const std::int16_t* slice = hu.GetBufferPointer() + static_cast<std::size_t>(k) * columns * rows;
  std::vector<std::uint8_t> in(columns + 2), along(columns * rows);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t i = 0; i < columns; ++i) in[i + 1] = slice[row * columns + i] >= least;
    in[0] = in[1], in[columns + 1] = in[columns];
    for (std::size_t i = 0; i < columns; ++i)
      along[row * columns + i] = static_cast<std::uint8_t>(in[i] + in[i + 1] + in[i + 2]);
  }
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint8_t* here = &along[row * columns];
    const std::uint8_t* above = row > 0 ? here - columns : here;
    const std::uint8_t* below = row + 1 < rows ? here + columns : here;
    for (std::size_t i = 0; i < columns; ++i)
      counts[row * columns + i] = static_cast<std::uint8_t>(above[i] + here[i] + below[i]);
  }
}

}  // namespace

VoxelRange rangeAround(const Volume::Image& hu, const Point& place, double reachMm) {
  itk::ContinuousIndex<double, 3> middle;
  if (!hu.TransformPhysicalPointToContinuousIndex(place, middle)) return {};
  VoxelRange range = wholeRange(hu);
  for (unsigned axis = 0; axis < 3; ++axis) {
    const double reach = reachMm / hu.GetSpacing()[axis];
    range.first[axis] = std::max(range.first[axis], std::lround(std::floor(middle[axis] - reach)));
    range.last[axis] = std::min(range.last[axis], std::lround(std::ceil(middle[axis] + reach)));
  }
  return range;
}

Volume::Image::Pointer partOf(const Volume::Image& hu, const VoxelRange& range) {
  const auto frame = emptyMask(hu, range);
  const auto part = Volume::Image::New();
  part->CopyInformation(frame);
  part->SetRegions(frame->GetBufferedRegion());
  part->Allocate();
  const auto size = part->GetBufferedRegion().GetSize();
  std::int16_t* to = part->GetBufferPointer();
  for (long k = range.first[2]; k <= range.last[2]; ++k)
    for (long j = range.first[1]; j <= range.last[1]; ++j, to += size[0])
      std::copy_n(hu.GetBufferPointer() + hu.ComputeOffset({{range.first[0], j, k}}), size[0], to);
  return part;
}

Expected<Volume::Image::Pointer> medianOf(const Volume::Image& hu, Progress& progress) {
  const auto filter = itk::MedianImageFilter<Volume::Image, Volume::Image>::New();
  filter->SetInput(&hu);
  filter->SetRadius(1);
  return run(*filter, progress);
}

/// The median of 27 values is at least that when 14 of them are.
Mask::Pointer whereMedianIsAtLeast(const Volume::Image& hu, double leastHu) {
  constexpr int kHalf = 14;
  const auto least = static_cast<std::int16_t>(std::clamp(std::ceil(leastHu), -32768.0, 32767.0));
  const auto mask = emptyMask(hu, wholeRange(hu));
  const auto size = hu.GetLargestPossibleRegion().GetSize();
  const auto slices = static_cast<long>(size[2]);
  std::array<std::vector<std::uint8_t>, 3> counts;  // of the slice below, this one, the one above
  for (auto& one : counts) one.resize(size[0] * size[1]);
  countAround(hu, 0, least, counts[1]);
  counts[0] = counts[1];
  std::uint8_t* voxel = mask->GetBufferPointer();
  for (long k = 0; k < slices; ++k) {
    countAround(hu, std::min(k + 1, slices - 1), least, counts[2]);
    for (std::size_t n = 0; n < counts[0].size(); ++n) *voxel++ = counts[0][n] + counts[1][n] + counts[2][n] >= kHalf;
    std::rotate(counts.begin(), counts.begin() + 1, counts.end());
  }
  return mask;
}

Expected<RealImage::Pointer> depthInside(const Mask& mask, Progress& progress) {
  const auto filter = itk::SignedMaurerDistanceMapImageFilter<Mask, RealImage>::New();
  filter->SetInput(&mask);
  filter->SetUseImageSpacing(true);
  filter->SetSquaredDistance(false);
  filter->SetInsideIsPositive(true);
  return run(*filter, progress);
}

Expected<RealImage::Pointer> tubeMeasure(const Volume::Image& hu, double leastRadiusMm, double largestRadiusMm,
                                         Progress& progress) {
  using Hessian = itk::Image<itk::SymmetricSecondRankTensor<double, 3>, 3>;
  const auto measure = itk::HessianToObjectnessMeasureImageFilter<Hessian, RealImage>::New();
  measure->SetObjectDimension(1);
  measure->SetBrightObject(true);
  measure->SetScaleObjectnessMeasure(true);
  const auto scales = itk::MultiScaleHessianBasedMeasureImageFilter<Volume::Image, Hessian, RealImage>::New();
  scales->SetInput(&hu);
  scales->SetHessianToMeasureFilter(measure);
  scales->SetSigmaStepMethodToLogarithmic();
  // A tube of radius r answers most at sigma r / sqrt(2).
  scales->SetSigmaMinimum(leastRadiusMm / std::sqrt(2.0));
  scales->SetSigmaMaximum(largestRadiusMm / std::sqrt(2.0));
  scales->SetNumberOfSigmaSteps(largestRadiusMm > 1.2 * leastRadiusMm ? 4 : 1);
  scales->SetNonNegativeHessianBasedMeasure(true);
  return run(*scales, progress);
}

}  // namespace planning::anatomy
