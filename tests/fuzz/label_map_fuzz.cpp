#include "tests/fuzz/structures_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  fuzz::parseStructures(bytes, size);
  return 0;
}
