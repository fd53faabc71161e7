#pragma once

#include <string>

class DcmItem;

namespace io::report {

inline constexpr const char* kManufacturer = "needleplan project";
inline constexpr const char* kModel = "needleplan";

/// Of this program on this machine, the same for ever (TID 1004, Device Observer UID): from /etc/machine-id.
std::string installationUid();

/// The General Equipment module (PS3.3 C.7.5.1) of what this program writes.
void putEquipment(DcmItem& dataset);

}  // namespace io::report
