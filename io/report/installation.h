#pragma once

#include <string>

namespace io::report {

inline constexpr const char* kManufacturer = "needleplan project";
inline constexpr const char* kModel = "needleplan";

/// Of this program on this machine, the same for ever (TID 1004, Device Observer UID): from /etc/machine-id.
std::string installationUid();

}  // namespace io::report
