#include "io/exchange/needle_file.h"
#include "tests/fuzz/input_file.h"

/// What is read has a needle at least, at a place that is one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const fuzz::InputFile file(bytes, size);
  const auto found = io::exchange::parseNeedles(file.path());
  if (!found) return 0;
  if (found->needles.empty()) __builtin_trap();
  for (const auto& needle : found->needles)
    if (!(needle.target.GetVectorFromOrigin().GetNorm() < 1e5)) __builtin_trap();
  return 0;
}
