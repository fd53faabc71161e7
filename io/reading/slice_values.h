#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "io/dicom/hu_conversion.h"
#include "io/dicom/slice.h"
#include "io/files/mapped_memory.h"
#include "planning/error.h"
#include "planning/progress.h"

namespace io {

/// Memory for the voxels of a volume, not touched before it is written to.
class VoxelMemory {
 public:
  /// Errors: "no-memory".
  static planning::Expected<VoxelMemory> allocate(std::size_t voxels, bool shared);

  std::span<std::int16_t> voxels() const {
    return {reinterpret_cast<std::int16_t*>(memory_.bytes().data()), memory_.bytes().size() / sizeof(std::int16_t)};
  }
  int descriptor() const { return memory_.descriptor(); }  ///< of the shared memory; -1 when it is our own
  void closeDescriptor() { memory_.closeDescriptor(); }    ///< nobody else will need the memory

 private:
  explicit VoxelMemory(MappedMemory memory) : memory_(std::move(memory)) {}
  MappedMemory memory_;
};

/// Whether any of these slices is read by reader processes (and so wants shared memory): those that are to be decoded.
/// Uncompressed pixels are only copied, from where the pre-scan found them, and are read in this process.
bool needReaders(const std::vector<dicom::Slice>& slices);

/// Told when slice `k` is final; calls never overlap.
using SliceDone = std::function<void(std::size_t k, const dicom::ConversionCounts& counts)>;

/// Reads all slices, of one matrix, one behind the other into memory; from the middle outward, on all cores.
/// Errors: "pixel-data-cut", "decoding-failed", "file-changed", "reader-failed", "cancelled", ...
planning::Expected<void> readSlices(const std::vector<dicom::Slice>& slices, bool isHu, const VoxelMemory& memory,
                                    planning::Progress& progress, const SliceDone& done);

}  // namespace io
