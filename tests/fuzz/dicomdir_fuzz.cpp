#include "io/dicom/dicomdir.h"

#include "tests/fuzz/input_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const fuzz::InputFile file(bytes, size);
  (void)io::dicom::readDicomdir(file.path());
  return 0;
}
