#include "io/reading/ct_reader.h"

#include <algorithm>
#include <cmath>

#include "io/files/parallel.h"
#include "io/reading/slice_values.h"
#include "planning/anatomy/scan_sense.h"

namespace io {

namespace {

using planning::Error;
using planning::Volume;

/// Voxels that lie in mapped memory. The image owns them from the start: a window may show it while it fills, and keep
/// it when reading fails.
class MappedVoxels : public Volume::Image::PixelContainer {
 public:
  using Pointer = itk::SmartPointer<MappedVoxels>;
  static Pointer take(VoxelMemory memory) {
    Pointer pointer = new MappedVoxels(std::move(memory));
    pointer->UnRegister();  // new counts one already
    return pointer;
  }
  VoxelMemory& memory() { return memory_; }

 protected:
  explicit MappedVoxels(VoxelMemory memory) : memory_(std::move(memory)) {
    SetImportPointer(memory_.voxels().data(), memory_.voxels().size(), false);
  }

 private:
  VoxelMemory memory_;
};

Volume::Image::DirectionType directionOf(const dicom::StackGeometry& geometry) {
  Volume::Image::DirectionType direction;
  const auto step = geometry.step / geometry.step.GetNorm();
  for (unsigned axis = 0; axis < 3; ++axis) {
    direction(axis, 0) = geometry.alongRow[axis];
    direction(axis, 1) = geometry.alongColumn[axis];
    direction(axis, 2) = step[axis];
  }
  return direction;
}

/// Everything but the voxels.
Volume describe(const dicom::SeriesInfo& series) {
  const auto& geometry = *series.geometry;
  Volume volume;
  volume.hu = Volume::Image::New();
  Volume::Image::SizeType size;
  for (unsigned axis = 0; axis < 3; ++axis) size[axis] = static_cast<itk::SizeValueType>(series.dimensions[axis]);
  volume.hu->SetRegions(size);
  volume.hu->SetOrigin(geometry.origin);
  Volume::Image::SpacingType spacing;
  spacing[0] = geometry.columnSpacingMm, spacing[1] = geometry.rowSpacingMm, spacing[2] = geometry.step.GetNorm();
  volume.hu->SetSpacing(spacing);
  volume.hu->SetDirection(directionOf(geometry));
  volume.isHu = series.isHu;
  volume.identity = series.identity;
  volume.findings = series.findings;
  volume.sliceThicknessMm = series.slices.front().thicknessMm;
  const auto normal = planning::cross(geometry.alongRow, geometry.alongColumn);
  volume.gantryTilt = planning::Angle::radians(
      std::atan2(planning::cross(geometry.step, normal).GetNorm(), planning::dot(geometry.step, normal)));
  for (const auto& slice : series.slices)
    if (slice.locationMm) volume.sliceLocationsMm.push_back(*slice.locationMm);
  if (volume.sliceLocationsMm.size() != series.slices.size()) volume.sliceLocationsMm.clear();
  return volume;
}

void addFindings(Volume& volume, const dicom::SeriesInfo& series, const dicom::ConversionCounts& counts) {
  using planning::Severity;
  auto& findings = volume.findings;
  if (counts.clamped > 0) findings.push_back({"hu-clamped", Severity::Warning, {std::to_string(counts.clamped)}, {}});
  if (counts.belowAir > 0)
    findings.push_back({"outside-field-untagged", Severity::Info, {std::to_string(counts.belowAir)}, {}});
  const bool rounded = std::any_of(series.slices.begin(), series.slices.end(),
                                   [](const dicom::Slice& slice) { return dicom::rounds(slice.rescale); });
  if (rounded) findings.push_back({"hu-rounded", Severity::Info, {}, {}});
  for (auto& odd : planning::anatomy::voxelFindings(volume)) findings.push_back(std::move(odd));
}

/// What a window sees before the slices come.
void fillOutside(std::span<std::int16_t> voxels, std::size_t slices) {
  const auto count = voxels.size() / slices;
  forEachInParallel(slices, [&](std::size_t k) {
    const auto slice = voxels.subspan(k * count, count);
    std::fill(slice.begin(), slice.end(), planning::kOutsideScan);
    return true;
  });
}

planning::Expected<void> checkLoadable(const dicom::SeriesInfo& series) {
  if (series.loadable && series.geometry && !series.slices.empty()) return {};
  const auto why = series.refusal.value_or(Error{"not-a-volume", series.identity.seriesUid, series.identity.modality});
  return planning::refuse("not-loadable", why.subject, why.code + (why.detail.empty() ? "" : ": " + why.detail));
}

}  // namespace

planning::Expected<Volume> readCt(const dicom::SeriesInfo& series, planning::Progress& progress,
                                  const SliceArrived& sliceArrived) {
  if (auto loadable = checkLoadable(series); !loadable) return tl::unexpected(loadable.error());
  if (progress.stopRequested()) return planning::refuse("cancelled");
  Volume volume = describe(series);
  const auto voxels = volume.hu->GetLargestPossibleRegion().GetNumberOfPixels();
  auto memory = VoxelMemory::allocate(voxels, needReaders(series.slices));
  if (!memory) return tl::unexpected(memory.error());
  const auto mapped = MappedVoxels::take(std::move(*memory));
  volume.hu->SetPixelContainer(mapped);
  if (sliceArrived) fillOutside(mapped->memory().voxels(), series.slices.size());
  dicom::ConversionCounts counts;
  const auto read = readSlices(series.slices, series.isHu, mapped->memory(), progress,
                               [&](std::size_t k, const dicom::ConversionCounts& of) {
                                 counts.clamped += of.clamped;
                                 counts.belowAir += of.belowAir;
                                 if (sliceArrived) sliceArrived(volume, static_cast<int>(k));
                               });
  if (!read) return tl::unexpected(read.error());
  mapped->memory().closeDescriptor();
  addFindings(volume, series, counts);
  return volume;
}

}  // namespace io
