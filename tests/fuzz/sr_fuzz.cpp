#include "io/report/plan_reader.h"
#include "tests/fuzz/input_file.h"

/// A report that is read has what every plan has.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const fuzz::InputFile file(bytes, size);
  const auto report = io::report::parseReport(file.path());
  if (report && report->content.actual.choices.scan.patient.id.empty()) __builtin_trap();
  return 0;
}
