#include "io/dicom/library.h"
#include "io/reading/answers.h"
#include "io/sandbox/service.h"

/// The program that parses outside files for needleplan; see io/reading/reading.h. Does nothing when started by hand.
int main() {
  io::dicom::useDcmtk();
  return io::sandbox::serve(io::sandbox::kReaderSocket, io::reading::understand);
}
