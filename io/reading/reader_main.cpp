#include "io/reading/reading.h"
#include "io/reading/service.h"

/// The program that parses outside files for needleplan; see io/reading/reading.h. Does nothing when started by hand.
int main() {
  io::readInThisProcess();
  return io::sandbox::serve(io::sandbox::kReaderSocket);
}
