#include "io/report/installation.h"

#include <fstream>

#include "io/files/uid.h"

namespace io::report {

std::string installationUid() {
  std::ifstream in("/etc/machine-id");
  std::string machine;
  in >> machine;
  return uidFromName("needleplan on machine " + machine);
}

}  // namespace io::report
