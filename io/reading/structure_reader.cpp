#include "io/reading/structure_reader.h"

#include <algorithm>
#include <memory>

#include "io/files/mapped_memory.h"
#include "io/files/plain_file.h"
#include "io/reading/questions.h"
#include "io/reading/reading.h"
#include "io/structures/structure_file.h"

namespace io {
namespace {

using planning::refuse;

/// Does the structure's box reach into the scan's?
bool reaches(const planning::anatomy::Structure& structure, const planning::Volume::Image& scan) {
  const auto& mask = *std::get<planning::anatomy::Mask::Pointer>(structure.shape);
  const auto size = mask.GetBufferedRegion().GetSize(), scanSize = scan.GetBufferedRegion().GetSize();
  double low[3] = {1e9, 1e9, 1e9}, high[3] = {-1e9, -1e9, -1e9};
  for (unsigned corner = 0; corner < 8; ++corner) {
    itk::ContinuousIndex<double, 3> index;
    for (unsigned axis = 0; axis < 3; ++axis)
      index[axis] = (corner >> axis & 1) ? static_cast<double>(size[axis]) - 0.5 : -0.5;
    planning::Point place;
    mask.TransformContinuousIndexToPhysicalPoint(index, place);
    scan.TransformPhysicalPointToContinuousIndex(place, index);
    for (unsigned axis = 0; axis < 3; ++axis) {
      low[axis] = std::min(low[axis], index[axis]);
      high[axis] = std::max(high[axis], index[axis]);
    }
  }
  for (unsigned axis = 0; axis < 3; ++axis)
    if (high[axis] < -0.5 || low[axis] > static_cast<double>(scanSize[axis]) - 0.5) return false;
  return true;
}

planning::Expected<StructureSet> insideScan(StructureSet set, const std::filesystem::path& file,
                                            const planning::Volume& scan) {
  std::size_t outside = 0;
  for (const auto& structure : set.structures) {
    if (reaches(structure, *scan.hu)) continue;
    set.findings.push_back({"structure-outside-scan", planning::Severity::Warning, {structure.name}, {}});
    ++outside;
  }
  if (outside > 0 && outside == set.structures.size() && set.points.empty())
    return refuse("outside-scan", file.string(),
                  "none of " + std::to_string(outside) + " structures reaches into the scan");
  return set;
}

/// Sparse: only voxels that are in take memory. The largest label maps (104 structures of a whole body) need half of
/// it.
constexpr std::size_t kMostMaskBytes = std::size_t{1} << 30;

/// Voxels in memory that several masks share; it goes with the last of them.
class SharedVoxels : public planning::anatomy::Mask::PixelContainer {
 public:
  static Pointer take(std::shared_ptr<MappedMemory> memory, std::size_t offset, std::size_t count) {
    Pointer pointer = new SharedVoxels(std::move(memory), offset, count);
    pointer->UnRegister();  // new counts one already
    return pointer;
  }

 private:
  SharedVoxels(std::shared_ptr<MappedMemory> memory, std::size_t offset, std::size_t count)
      : memory_(std::move(memory)) {
    SetImportPointer(reinterpret_cast<std::uint8_t*>(memory_->bytes().data() + offset), count, false);
  }
  std::shared_ptr<MappedMemory> memory_;
};

/// Gives the structures that came back their voxels.
planning::Expected<StructureSet> withVoxels(reading::StructuresReply reply, std::shared_ptr<MappedMemory> memory,
                                            const std::filesystem::path& file) {
  const auto damaged = [&] { return refuse("reader-failed", file.string(), "an answer that is none"); };
  for (std::size_t i = 0; i < reply.masks.size(); ++i) {
    const auto& from = reply.masks[i];
    const auto count = from.grid.voxels();
    if (count == 0 || from.offset > memory->bytes().size() || count > memory->bytes().size() - from.offset)
      return damaged();
    auto mask = planning::anatomy::Mask::New();
    if (!from.grid.putInto(*mask)) return damaged();
    mask->SetPixelContainer(SharedVoxels::take(memory, from.offset, count));
    mask->SetBufferedRegion(mask->GetLargestPossibleRegion());
    reply.set.structures[i].shape = mask;
  }
  return std::move(reply.set);
}

planning::Expected<StructureSet> readInReader(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                              const planning::Volume* volume, planning::Progress& progress) {
  auto memory = MappedMemory::allocate(kMostMaskBytes, MappedMemory::Kind::Shared);
  if (!memory) return tl::unexpected(memory.error());
  const auto grid = volume != nullptr ? std::optional(reading::Grid::of(*volume->hu)) : std::nullopt;
  auto reply = reading::askOne(reading::StructuresRequest{file, scan, grid}, progress, memory->descriptor());
  if (!reply) return tl::unexpected(reply.error());
  memory->closeDescriptor();
  return withVoxels(std::get<reading::StructuresReply>(std::move(*reply)),
                    std::make_shared<MappedMemory>(std::move(*memory)), file);
}

planning::Expected<StructureSet> read(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                      const planning::Volume* volume, planning::Progress& progress) {
  if (const auto plain = mustBePlainFile(file); !plain) return tl::unexpected(plain.error());
  if (!readsInThisProcess()) return readInReader(file, scan, volume, progress);
  structures::OwnMaskMemory memory;
  return structures::parseStructures({file, scan, volume, memory, progress});
}

}  // namespace

planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::Volume& scan,
                                                planning::Progress& progress) {
  auto set = read(file, scan.identity, &scan, progress);
  return set ? insideScan(std::move(*set), file, scan) : set;
}

planning::Expected<StructureSet> readStructures(const std::filesystem::path& file, const planning::SeriesIdentity& scan,
                                                planning::Progress& progress) {
  return read(file, scan, nullptr, progress);
}

}  // namespace io
