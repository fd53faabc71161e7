#include "io/reading/slice_values.h"

#include <sys/mman.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "io/dicom/pixel_decoder.h"
#include "io/dicom/transfer_syntax.h"
#include "io/files/parallel.h"
#include "io/reading/questions.h"
#include "io/reading/reading.h"

namespace io {

namespace {

using planning::Error;

bool isDecoded(const dicom::Slice& slice) {
  return !slice.fragments.empty() || slice.transferSyntaxUid == dicom::transfer_syntax::kDeflated;
}

std::size_t pixelsOf(const dicom::Slice& slice) {
  return static_cast<std::size_t>(slice.format.rows) * static_cast<std::size_t>(slice.format.columns);
}

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

/// The slices in runs of neighbours that fill a huge page of memory; the middle run first, and in each the slices that
/// lie nearest to the middle. A run is one thread's: two threads that come to one page at once would both clear it (48
/// instead of 33 ms for 262 MB).
std::vector<std::vector<std::size_t>> runsMiddleFirst(std::size_t count, std::size_t bytesASlice) {
  constexpr std::size_t kHugePage = 2 << 20;
  const std::size_t length = std::max<std::size_t>(1, kHugePage / bytesASlice);
  std::vector<std::vector<std::size_t>> runs;
  std::vector<std::size_t> runOf(count / length + 1, count);
  for (const auto k : middleFirst(count)) {
    auto& run = runOf[k / length];
    if (run == count) run = runs.size(), runs.emplace_back();
    runs[run].push_back(k);
  }
  return runs;
}

/// One reading of many slices: what its threads or readers share.
class Reading {
 public:
  Reading(const std::vector<dicom::Slice>& slices, bool isHu, const VoxelMemory& memory, planning::Progress& progress,
          const SliceDone& done)
      : slices_(slices), isHu_(isHu), memory_(memory), progress_(progress), done_(done) {}

  planning::Expected<void> run() {
    const bool askReaders = !readsInThisProcess();
    const auto elsewhere = [&](std::size_t k) { return askReaders && isDecoded(slices_[k]); };
    const auto runs = runsMiddleFirst(slices_.size(), pixelsOf(slices_[0]) * sizeof(std::int16_t));
    forEachInParallel(runs.size(), [&](std::size_t i) {
      return std::all_of(runs[i].begin(), runs[i].end(), [&](std::size_t k) { return elsewhere(k) || readHere(k); });
    });
    std::vector<std::size_t> there = middleFirst(slices_.size());
    std::erase_if(there, [&](std::size_t k) { return !elsewhere(k); });
    if (!failure_ && !there.empty()) {
      if (auto asked = readThere(there); !asked) return asked;
    }
    if (failure_) return tl::unexpected(*failure_);
    return {};
  }

 private:
  bool readHere(std::size_t k) {
    const auto& slice = slices_[k];
    const auto voxels = memory_.voxels().subspan(pixelsOf(slice) * k, pixelsOf(slice));
    const std::span<std::uint16_t> words(reinterpret_cast<std::uint16_t*>(voxels.data()), voxels.size());
    const auto read = dicom::readHu(slice, isHu_, words);
    const std::lock_guard lock(guard_);
    if (failure_) return false;
    return read ? finish(k, *read) : fail(read.error());
  }

  planning::Expected<void> readThere(const std::vector<std::size_t>& order) {
    reading::Questions questions;
    questions.count = order.size();
    questions.request = [&](std::size_t i) {
      const auto& slice = slices_[order[i]];
      return reading::SliceRequest{slice, isHu_, pixelsOf(slice) * order[i] * sizeof(std::int16_t)};
    };
    questions.answered = [&](std::size_t i, const reading::Reply& reply) {
      if (const auto* refused = std::get_if<Error>(&reply)) return fail(*refused);
      return finish(order[i], std::get<dicom::ConversionCounts>(reply));
    };
    questions.sharedMemory = memory_.descriptor();
    return reading::ask(questions, progress_);
  }

  bool finish(std::size_t k, const dicom::ConversionCounts& counts) {
    if (progress_.stopRequested()) return fail(Error{"cancelled", {}, {}});
    done_(k, counts);
    progress_.advance(static_cast<double>(++finished_) / static_cast<double>(slices_.size()));
    return true;
  }

  bool fail(Error error) {
    failure_ = std::move(error);
    return false;
  }

  const std::vector<dicom::Slice>& slices_;
  const bool isHu_;
  const VoxelMemory& memory_;
  planning::Progress& progress_;
  const SliceDone& done_;
  std::mutex guard_;  ///< of what follows, of the progress and of the callback
  std::optional<Error> failure_;
  std::size_t finished_ = 0;
};

/// What the machine can still give without taking it from other programs (proc(5)); any amount where it does not say.
std::size_t availableBytes() {
  constexpr auto kAny = std::numeric_limits<std::size_t>::max();
  std::ifstream info("/proc/meminfo");
  std::string name;
  for (std::size_t kilobytes = 0; info >> name >> kilobytes;
       info.ignore(std::numeric_limits<std::streamsize>::max(), '\n'))
    if (name == "MemAvailable:") return kilobytes << 10;
  return kAny;
}

}  // namespace

planning::Expected<VoxelMemory> VoxelMemory::allocate(std::size_t voxels, bool shared) {
  using Kind = MappedMemory::Kind;
  // Mapping more than there is succeeds; writing to it would kill the program, and an unsaved plan with it.
  if (const auto available = availableBytes(); voxels > available / sizeof(std::int16_t))
    return planning::refuse("no-memory", {},
                            std::to_string((voxels >> 20) * sizeof(std::int16_t)) + " MB for the volume, " +
                                std::to_string(available >> 20) + " MB available");
  auto memory = MappedMemory::allocate(voxels * sizeof(std::int16_t), shared ? Kind::Shared : Kind::Own);
  if (!memory) return tl::unexpected(memory.error());
  const auto bytes = memory->bytes();
  ::madvise(bytes.data(), bytes.size(), MADV_HUGEPAGE);  // a wish: fewer page faults
  return VoxelMemory(std::move(*memory));
}

bool needReaders(const std::vector<dicom::Slice>& slices) {
  return !readsInThisProcess() && std::any_of(slices.begin(), slices.end(), isDecoded);
}

planning::Expected<void> readSlices(const std::vector<dicom::Slice>& slices, bool isHu, const VoxelMemory& memory,
                                    planning::Progress& progress, const SliceDone& done) {
  return Reading(slices, isHu, memory, progress, done).run();
}

}  // namespace io
