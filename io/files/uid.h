#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace io {

/// "2.25." and the decimal of a 128-bit number, most significant 32 bits first (PS3.5 B.2).
std::string uidOf(std::array<std::uint32_t, 4> number);

/// A new UID: "2.25." and the decimal of 128 random bits (PS3.5 B.2).
std::string newUid();

/// The same UID for the same name, always: "2.25." and a 128-bit hash of it. For objects that came without one; it
/// hides nothing of the name from somebody who can guess it.
std::string uidFromName(std::string_view name);

/// Whether the text may be a UID: 1 to 64 digits and points (PS3.5 9.1).
bool isUid(std::string_view text);

}  // namespace io
