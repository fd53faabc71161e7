#include "planning/anatomy/hu_region.h"

#include <itkHessianToObjectnessMeasureImageFilter.h>
#include <itkMedianImageFilter.h>
#include <itkMultiScaleHessianBasedMeasureImageFilter.h>
#include <itkSignedMaurerDistanceMapImageFilter.h>

#include <algorithm>
#include <cmath>

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
