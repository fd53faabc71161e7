#include "io/dicom/prescan.h"

#include "tests/fuzz/input_file.h"

/// Whatever the bytes are, the map lies inside the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const fuzz::InputFile file(bytes, size);
  const auto map = io::dicom::prescan(file.path());
  if (!map || map->cut || !map->pixels || map->transferSyntaxUid == "1.2.840.10008.1.2.1.99") return 0;
  if (map->pixels->offset + map->pixels->length > size) __builtin_trap();
  return 0;
}
