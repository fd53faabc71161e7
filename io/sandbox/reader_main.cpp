#include "io/sandbox.h"
#include "io/sandbox/service.h"

/// The program that parses outside files for needleplan; see io/sandbox.h. Does nothing when started by hand.
int main() {
  io::readInThisProcess();
  return io::sandbox::serve(io::sandbox::kReaderSocket);
}
