#include "io/reading/fluoroscopy_run.h"

#include <algorithm>

#include "io/dicom/candidate.h"
#include "io/dicom/fluoroscopy_header.h"
#include "io/dicom/pixel_check.h"
#include "io/dicom/projection_series.h"
#include "io/reading/fluoroscopy_reader.h"
#include "io/reading/slice_values.h"

namespace io {
namespace {

using planning::Expected;
using planning::refuse;

constexpr int kUnsignedShift = 32768;  ///< 16-bit unsigned pixels as 16-bit signed ones

}  // namespace

FluoroscopyRun::FluoroscopyRun(dicom::Instance header, std::size_t cacheBytes)
    : header_(std::move(header)), view_(dicom::viewOf(header_)) {
  mostFrames_ = std::max<std::size_t>(1, cacheBytes / std::max<std::size_t>(1, frameBytes()));
  dicom::Group alone;
  alone.members.push_back({&header_, nullptr, 0});
  dicom::SeriesInfo info;
  dicom::describeProjections(alone, info);
  findings_ = std::move(info.findings);
}

Expected<std::shared_ptr<FluoroscopyRun>> FluoroscopyRun::open(const std::filesystem::path& file,
                                                               std::size_t cacheBytes) {
  auto header = readProjectionHeader(file);
  if (!header) return tl::unexpected(header.error());
  if (const auto wrong = dicom::checkPixels(*header, 0, true)) return tl::unexpected(*wrong);
  return std::shared_ptr<FluoroscopyRun>(new FluoroscopyRun(std::move(*header), cacheBytes));
}

std::size_t FluoroscopyRun::frameBytes() const {
  return static_cast<std::size_t>(view_.rows) * static_cast<std::size_t>(view_.columns) * sizeof(std::int16_t);
}

std::shared_ptr<const FramePixels> FluoroscopyRun::kept(int frame) const {
  const std::lock_guard lock(guard_);
  const auto found = kept_.find(frame);
  if (found == kept_.end()) return nullptr;
  uses_.splice(uses_.begin(), uses_, found->second.use);
  return found->second.pixels;
}

std::size_t FluoroscopyRun::keptBytes() const {
  const std::lock_guard lock(guard_);
  return kept_.size() * frameBytes();
}

void FluoroscopyRun::keep(int frame, std::shared_ptr<const FramePixels> pixels) {
  const std::lock_guard lock(guard_);
  if (kept_.contains(frame)) return;
  while (kept_.size() >= mostFrames_) {
    kept_.erase(uses_.back());
    uses_.pop_back();
  }
  uses_.push_front(frame);
  kept_[frame] = {std::move(pixels), uses_.begin()};
}

dicom::Slice FluoroscopyRun::sliceOf(int frame) const {
  auto slice = dicom::frameOf(header_, frame);
  const bool wide = header_.format.bitsStored == 16 && !header_.format.isSigned;
  slice.rescale = {1, wide ? -static_cast<double>(kUnsignedShift) : 0};
  return slice;
}

Expected<std::shared_ptr<const FramePixels>> FluoroscopyRun::frame(int frame) {
  if (frame < 0 || frame >= frames())
    return refuse("no-such-frame", file().string(), std::to_string(frame + 1) + " / " + std::to_string(frames()));
  if (auto pixels = kept(frame)) return pixels;
  planning::Progress progress;
  if (const auto loaded = load(frame, 1, progress); !loaded) return tl::unexpected(loaded.error());
  if (auto pixels = kept(frame)) return pixels;
  return refuse("no-memory", file().string(), "0 MB");
}

Expected<void> FluoroscopyRun::load(int first, int count, planning::Progress& progress) {
  std::vector<int> wanted;
  std::vector<dicom::Slice> slices;
  const int most = static_cast<int>(std::min<std::size_t>(mostFrames_, 1u << 20));
  for (int frame = std::max(first, 0); frame < std::min(first + std::min(count, most), frames()); ++frame) {
    if (kept(frame)) continue;
    if (const auto wrong = dicom::checkPixels(header_, frame, true)) return tl::unexpected(*wrong);
    wanted.push_back(frame);
    slices.push_back(sliceOf(frame));
  }
  if (wanted.empty()) return {};
  const std::size_t pixels = frameBytes() / sizeof(std::int16_t);
  const auto memory = VoxelMemory::allocate(pixels * wanted.size(), needReaders(slices));
  if (!memory) return tl::unexpected(memory.error());
  const int offset = static_cast<int>(-slices.front().rescale.intercept);
  const SliceDone done = [&](std::size_t k, const dicom::ConversionCounts&) {
    const auto values = memory->voxels().subspan(k * pixels, pixels);
    keep(wanted[k], std::make_shared<const FramePixels>(
                        FramePixels{view_.columns, view_.rows, offset, {values.begin(), values.end()}}));
  };
  return readSlices(slices, false, *memory, progress, done);
}

}  // namespace io
