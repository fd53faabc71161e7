#include "planning/anatomy/mask_filter.h"

#include <itkBinaryDilateImageFilter.h>
#include <itkBinaryErodeImageFilter.h>
#include <itkBinaryFillholeImageFilter.h>
#include <itkConnectedComponentImageFilter.h>
#include <itkDiscreteGaussianImageFilter.h>
#include <itkFlatStructuringElement.h>

#include <algorithm>

#include "planning/anatomy/itk_progress.h"
#include "planning/anatomy/mask_grid.h"

namespace planning::anatomy {
namespace {

using Kernel = itk::FlatStructuringElement<3>;

/// The voxels within `mm` of the middle one, measured in the patient and not along the grid's axes.
Kernel ballOf(const Mask& grid, double mm) {
  const auto reach = voxelsWithin(grid, mm);
  Kernel kernel;
  kernel.SetRadius(reach);
  Point middle;
  grid.TransformIndexToPhysicalPoint({{0, 0, 0}}, middle);
  for (unsigned n = 0; n < kernel.Size(); ++n) {
    const auto offset = kernel.GetOffset(n);
    Point place;
    grid.TransformIndexToPhysicalPoint({{offset[0], offset[1], offset[2]}}, place);
    kernel[n] = (place - middle).GetNorm() <= mm + 1e-9;
  }
  return kernel;
}

template <class Filter>
Expected<Mask::Pointer> run(Filter& filter, Progress& progress) {
  if (auto done = runFilter(filter, progress); !done) return tl::unexpected(done.error());
  const Mask::Pointer output = filter.GetOutput();
  output->DisconnectPipeline();
  return output;
}

}  // namespace

Expected<Mask::Pointer> dilated(const Mask& mask, double mm, Progress& progress) {
  const auto filter = itk::BinaryDilateImageFilter<Mask, Mask, Kernel>::New();
  filter->SetInput(&mask);
  filter->SetKernel(ballOf(mask, mm));
  filter->SetForegroundValue(1);
  filter->SetBackgroundValue(0);
  return run(*filter, progress);
}

Expected<Mask::Pointer> eroded(const Mask& mask, double mm, Progress& progress) {
  const auto filter = itk::BinaryErodeImageFilter<Mask, Mask, Kernel>::New();
  filter->SetInput(&mask);
  filter->SetKernel(ballOf(mask, mm));
  filter->SetForegroundValue(1);
  filter->SetBackgroundValue(0);
  filter->SetBoundaryToForeground(false);
  return run(*filter, progress);
}

Expected<Mask::Pointer> cavitiesFilled(const Mask& mask, Progress& progress) {
  const auto filter = itk::BinaryFillholeImageFilter<Mask>::New();
  filter->SetInput(&mask);
  filter->SetForegroundValue(1);
  return run(*filter, progress);
}

Expected<Mask::Pointer> blurred(const Mask& mask, double sigmaMm, Progress& progress) {
  using Soft = itk::Image<float, 3>;
  const auto filter = itk::DiscreteGaussianImageFilter<Mask, Soft>::New();
  filter->SetInput(&mask);
  filter->SetVariance(sigmaMm * sigmaMm);
  filter->SetMaximumKernelWidth(64);
  filter->SetUseImageSpacingOn();
  if (auto done = runFilter(*filter, progress); !done) return tl::unexpected(done.error());
  const auto made = emptyMask(mask, wholeRange(mask));
  const float* soft = filter->GetOutput()->GetBufferPointer();
  std::transform(soft, soft + mask.GetBufferedRegion().GetNumberOfPixels(), made->GetBufferPointer(),
                 [](float share) { return static_cast<std::uint8_t>(share > 0.5f); });
  return made;
}

Expected<Pieces> piecesOf(const Mask& mask, bool acrossCorners, Progress& progress) {
  const auto filter = itk::ConnectedComponentImageFilter<Mask, itk::Image<std::uint32_t, 3>>::New();
  filter->SetInput(&mask);
  filter->SetFullyConnected(acrossCorners);
  if (auto done = runFilter(*filter, progress); !done) return tl::unexpected(done.error());
  Pieces pieces{filter->GetOutput(), std::vector<std::size_t>(static_cast<std::size_t>(filter->GetObjectCount()) + 1)};
  const std::uint32_t* label = pieces.labels->GetBufferPointer();
  for (std::size_t n = 0; n < mask.GetBufferedRegion().GetNumberOfPixels(); ++n) ++pieces.voxels[label[n]];
  pieces.voxels[0] = 0;
  return pieces;
}

}  // namespace planning::anatomy
