#pragma once

#include <string>

namespace io {

/// A new UID: "2.25." and the decimal of 128 random bits (PS3.5 B.2).
std::string newUid();

}  // namespace io
