#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// DICOM written byte by byte, so that it can be wrong.
namespace made_bytes {

inline std::string little16(unsigned value) {
  return {static_cast<char>(value & 0xff), static_cast<char>(value >> 8)};
}

inline std::string little32(std::uint32_t value) {
  return little16(value & 0xffff) + little16(value >> 16);
}

/// Explicit little endian; `length` where it is not that of the value.
inline std::string element(unsigned group, unsigned number, std::string_view vr, std::string value,
                           std::int64_t length = -1) {
  if (value.size() % 2 != 0) value += vr == "UI" ? '\0' : ' ';
  if (length < 0) length = static_cast<std::int64_t>(value.size());
  const bool isLong = vr == "OB" || vr == "OW" || vr == "SQ" || vr == "UN" || vr == "UT" || vr == "UC";
  const auto size = static_cast<std::uint32_t>(length);
  return little16(group) + little16(number) + std::string(vr) +
         (isLong ? std::string(2, '\0') + little32(size) : little16(size)) + value;
}

inline std::string item(const std::string& content) {
  return little16(0xfffe) + little16(0xe000) + little32(static_cast<std::uint32_t>(content.size())) + content;
}
inline std::string openItem() {
  return little16(0xfffe) + little16(0xe000) + little32(0xffffffff);
}
inline std::string itemEnd() {
  return little16(0xfffe) + little16(0xe00d) + little32(0);
}
inline std::string sequenceEnd() {
  return little16(0xfffe) + little16(0xe0dd) + little32(0);
}

inline std::string meta(const std::string& syntax, const std::string& sopClass = "1.2.840.10008.5.1.4.1.1.2") {
  const auto body = element(2, 1, "OB", std::string("\0\1", 2)) + element(2, 2, "UI", sopClass) +
                    element(2, 3, "UI", "1.2.3.4") + element(2, 0x10, "UI", syntax) + element(2, 0x12, "UI", "1.2.3");
  return std::string(128, '\0') + "DICM" + element(2, 0, "UL", little32(static_cast<std::uint32_t>(body.size()))) +
         body;
}

inline constexpr const char* kExplicitLittle = "1.2.840.10008.1.2.1";

/// A CT header up to its pixels.
inline std::string ct(unsigned rows, unsigned columns, const std::string& frames = {}) {
  return element(8, 0x16, "UI", "1.2.840.10008.5.1.4.1.1.2") + element(8, 0x18, "UI", "1.2.3.4") +
         element(8, 0x60, "CS", "CT") + element(0x10, 0x20, "LO", "1") + element(0x18, 0x50, "DS", "2.5") +
         element(0x20, 0xd, "UI", "1.2.5") + element(0x20, 0xe, "UI", "1.2.6") + element(0x20, 0x32, "DS", "0\\0\\0") +
         element(0x20, 0x37, "DS", "1\\0\\0\\0\\1\\0") + element(0x28, 2, "US", little16(1)) +
         element(0x28, 4, "CS", "MONOCHROME2") + (frames.empty() ? "" : element(0x28, 8, "IS", frames)) +
         element(0x28, 0x10, "US", little16(rows)) + element(0x28, 0x11, "US", little16(columns)) +
         element(0x28, 0x30, "DS", "1\\1") + element(0x28, 0x100, "US", little16(16)) +
         element(0x28, 0x101, "US", little16(16)) + element(0x28, 0x102, "US", little16(15)) +
         element(0x28, 0x103, "US", little16(0)) + element(0x28, 0x1052, "DS", "0") + element(0x28, 0x1053, "DS", "1");
}

}  // namespace made_bytes
