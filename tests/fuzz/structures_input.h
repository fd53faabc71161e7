#pragma once

#include "io/files/mapped_memory.h"
#include "io/structures/structure_file.h"
#include "tests/fuzz/input_file.h"
#include "tests/io/structures/made_seg.h"

namespace fuzz {

/// Parses the bytes as structures of the scan that the seeds belong to, its grid at hand. Masks have what they need:
/// their voxels inside the memory that they were given.
inline void parseStructures(const std::uint8_t* bytes, std::size_t size) {
  static const auto memory = io::MappedMemory::allocate(64 << 20, io::MappedMemory::Kind::Own).value();
  static const planning::Volume scan = [] {
    planning::Volume volume;
    volume.identity = made::scanIdentity();
    volume.identity.instances = {{"1.2.840.10008.5.1.4.1.1.2", "2.25.100"}, {"1.2.840.10008.5.1.4.1.1.2", "2.25.101"}};
    volume.hu = planning::Volume::Image::New();
    volume.hu->SetRegions(itk::Size<3>{{7, 5, 2}});
    return volume;
  }();
  const InputFile file(bytes, size);
  io::structures::SharedMaskMemory masks(memory.bytes());
  planning::Progress progress;
  const auto set = io::structures::parseStructures({file.path(), scan.identity, &scan, masks, progress});
  if (!set) return;
  for (const auto& structure : set->structures) {
    const auto& mask = *std::get<planning::anatomy::Mask::Pointer>(structure.shape);
    const auto count = mask.GetBufferedRegion().GetNumberOfPixels();
    if (count == 0 || masks.offsetOf(mask) + count > memory.bytes().size()) __builtin_trap();
  }
}

}  // namespace fuzz
