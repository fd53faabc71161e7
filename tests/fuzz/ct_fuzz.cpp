#include "io/reading/ct_reader.h"
#include "io/reading/reading.h"
#include "tests/fuzz/input_file.h"

/// Header, grouping, geometry and pixels of one file. What is loadable has a place and a size.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  io::readInThisProcess();
  const fuzz::InputFile file(bytes, size);
  planning::Progress progress;
  const auto found = io::dicom::scan(file.path(), progress);
  if (!found) return 0;
  for (const auto& series : found->series) {
    if (!series.loadable || series.slices.empty()) continue;
    if (!series.geometry || series.dimensions.size() != 3) __builtin_trap();
    (void)io::readCt(series, progress);
  }
  return 0;
}
