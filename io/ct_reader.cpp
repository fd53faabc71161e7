#include "io/ct_reader.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <new>

#include "io/dicom/hu_conversion.h"
#include "io/dicom/pixel_decoder.h"
#include "io/parallel.h"
#include "planning/check.h"

namespace io {

namespace {

using planning::Error;
using planning::Volume;

/// The middle slice, then outward on both sides.
std::vector<std::size_t> middleFirst(std::size_t count) {
  std::vector<std::size_t> order;
  const std::size_t middle = count / 2;
  for (std::size_t away = 0; order.size() < count; ++away) {
    if (middle + away < count) order.push_back(middle + away);
    if (away > 0 && away <= middle) order.push_back(middle - away);
  }
  return order;
}

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

Volume emptyVolume(const dicom::SeriesInfo& series) {
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

bool valuesAreHu(const dicom::SeriesInfo& series) {
  return std::none_of(series.findings.begin(), series.findings.end(),
                      [](const auto& finding) { return finding.code == "values-not-hu"; });
}

/// One reading of one series: what its worker threads share.
class Reading {
 public:
  Reading(const dicom::SeriesInfo& series, Volume& volume, planning::Progress& progress, const SliceArrived& arrived)
      : series_(series),
        volume_(volume),
        progress_(progress),
        arrived_(arrived),
        isHu_(valuesAreHu(series)),
        order_(middleFirst(series.slices.size())) {}

  planning::Expected<void> run() {
    forEachInParallel(order_.size(), [this](std::size_t i) { return readOne(order_[i]); });
    if (failure_) return tl::unexpected(*failure_);
    addFindings();
    return {};
  }

 private:
  std::span<std::uint16_t> sliceWords(std::size_t k) {
    const auto count =
        static_cast<std::size_t>(series_.dimensions[0]) * static_cast<std::size_t>(series_.dimensions[1]);
    return {reinterpret_cast<std::uint16_t*>(volume_.hu->GetBufferPointer()) + count * k, count};
  }

  bool readOne(std::size_t k) {
    const auto& slice = series_.slices[k];
    const auto words = sliceWords(k);
    auto done = readWords(slice, words);
    dicom::ConversionCounts counts;
    if (done) counts = dicom::convertToHu(words, slice.format, slice.rescale, isHu_);
    const std::lock_guard lock(guard_);
    if (failure_) return false;
    if (!done) return fail(done.error());
    if (progress_.stopRequested()) return fail(Error{"cancelled", {}, {}});
    clamped_ += counts.clamped;
    belowAir_ += counts.belowAir;
    if (arrived_) arrived_(volume_, static_cast<int>(k));
    progress_.advance(static_cast<double>(++finished_) / static_cast<double>(order_.size()));
    return true;
  }

  static planning::Expected<void> readWords(const dicom::Slice& slice, std::span<std::uint16_t> words) {
    const auto file = dicom::InputFile::open(slice.file);
    if (!file) return tl::unexpected(file.error());
    if (file->stamp() != slice.stamp)
      return planning::refuse("file-changed", slice.file.string(), "it is not the file that was scanned");
    return dicom::readStoredWords(slice, *file, words);
  }

  bool fail(Error error) {
    failure_ = std::move(error);
    return false;
  }

  void addFindings() {
    using planning::Severity;
    auto& findings = volume_.findings;
    if (clamped_ > 0) findings.push_back({"hu-clamped", Severity::Warning, {std::to_string(clamped_)}, {}});
    if (belowAir_ > 0) findings.push_back({"outside-field-untagged", Severity::Info, {std::to_string(belowAir_)}, {}});
    const bool rounded = std::any_of(series_.slices.begin(), series_.slices.end(),
                                     [](const dicom::Slice& slice) { return dicom::rounds(slice.rescale); });
    if (rounded) findings.push_back({"hu-rounded", Severity::Info, {}, {}});
  }

  const dicom::SeriesInfo& series_;
  Volume& volume_;
  planning::Progress& progress_;
  const SliceArrived& arrived_;
  const bool isHu_;
  const std::vector<std::size_t> order_;
  std::mutex guard_;  ///< of what follows, of the progress and of the callback
  std::optional<Error> failure_;
  std::size_t finished_ = 0;
  std::uint64_t clamped_ = 0, belowAir_ = 0;
};

}  // namespace

planning::Expected<Volume> readCt(const dicom::SeriesInfo& series, planning::Progress& progress,
                                  const SliceArrived& sliceArrived) {
  if (!series.loadable || !series.geometry || series.slices.empty()) {
    const auto why =
        series.refusal.value_or(Error{"not-a-volume", series.identity.seriesUid, series.identity.modality});
    return planning::refuse("not-loadable", why.subject, why.code + (why.detail.empty() ? "" : ": " + why.detail));
  }
  if (progress.stopRequested()) return planning::refuse("cancelled");
  Volume volume = emptyVolume(series);
  try {
    volume.hu->Allocate();
    if (sliceArrived) volume.hu->FillBuffer(planning::kOutsideScan);
    Reading reading(series, volume, progress, sliceArrived);
    if (auto done = reading.run(); !done) return tl::unexpected(done.error());
  } catch (const itk::ExceptionObject&) {
    return planning::refuse("no-memory", series.slices.front().file.string(), "the volume does not fit in memory");
  } catch (const std::bad_alloc&) {
    return planning::refuse("no-memory", series.slices.front().file.string(), "the volume does not fit in memory");
  }
  return volume;
}

}  // namespace io
