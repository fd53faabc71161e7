#include "io/dicom/plain_values.h"

#include <algorithm>
#include <array>

#include "io/files/trimmed.h"

namespace io::dicom {

namespace {

/// US, or either of US and SS, whose VR an implicit file does not tell.
constexpr std::array kWords{makeTag(0x0028, 0x0002), makeTag(0x0028, 0x0006), makeTag(0x0028, 0x0010),
                            makeTag(0x0028, 0x0011), makeTag(0x0028, 0x0100), makeTag(0x0028, 0x0101),
                            makeTag(0x0028, 0x0102), makeTag(0x0028, 0x0103), makeTag(0x0028, 0x0120),
                            makeTag(0x0028, 0x0121)};
constexpr std::array kStrings{
    makeTag(0x0008, 0x0008), makeTag(0x0008, 0x0016), makeTag(0x0008, 0x0018), makeTag(0x0008, 0x0020),
    makeTag(0x0008, 0x0022), makeTag(0x0008, 0x0030), makeTag(0x0008, 0x0032), makeTag(0x0008, 0x0050),
    makeTag(0x0008, 0x0060), makeTag(0x0008, 0x0090), makeTag(0x0008, 0x1030), makeTag(0x0008, 0x103e),
    makeTag(0x0010, 0x0010), makeTag(0x0010, 0x0020), makeTag(0x0010, 0x0021), makeTag(0x0010, 0x0030),
    makeTag(0x0010, 0x0040), makeTag(0x0018, 0x0010), makeTag(0x0018, 0x0050), makeTag(0x0018, 0x0060),
    makeTag(0x0018, 0x1210), makeTag(0x0018, 0x5100), makeTag(0x0020, 0x000d), makeTag(0x0020, 0x000e),
    makeTag(0x0020, 0x0010), makeTag(0x0020, 0x0011), makeTag(0x0020, 0x0012), makeTag(0x0020, 0x0013),
    makeTag(0x0020, 0x0032), makeTag(0x0020, 0x0037), makeTag(0x0020, 0x0052), makeTag(0x0020, 0x0100),
    makeTag(0x0020, 0x1041), makeTag(0x0028, 0x0004), makeTag(0x0028, 0x0008), makeTag(0x0028, 0x0030),
    makeTag(0x0028, 0x0301), makeTag(0x0028, 0x1052), makeTag(0x0028, 0x1053), makeTag(0x0028, 0x1054),
    makeTag(0x0028, 0x2110)};
static_assert(std::is_sorted(kStrings.begin(), kStrings.end()) && std::is_sorted(kWords.begin(), kWords.end()));

bool isWord(Tag tag) {
  return std::binary_search(kWords.begin(), kWords.end(), tag);
}

bool isString(Tag tag) {
  return std::binary_search(kStrings.begin(), kStrings.end(), tag);
}

constexpr std::uint16_t vrOf(const char (&name)[3]) {
  return static_cast<std::uint16_t>((static_cast<unsigned char>(name[0]) << 8) | static_cast<unsigned char>(name[1]));
}

bool isWordVr(std::uint16_t vr) {
  return vr == vrOf("US") || vr == vrOf("SS");
}

bool isStringVr(std::uint16_t vr) {
  static constexpr std::array kVrs{vrOf("AE"), vrOf("AS"), vrOf("CS"), vrOf("DA"), vrOf("DS"), vrOf("IS"),
                                   vrOf("LO"), vrOf("PN"), vrOf("SH"), vrOf("TM"), vrOf("UI")};
  return std::find(kVrs.begin(), kVrs.end(), vr) != kVrs.end();
}

}  // namespace

bool PlainValues::isListed(Tag tag) {
  return isString(tag) || isWord(tag);
}

void PlainValues::expect(Tag tag, std::uint16_t vr) {
  const bool usual = vr == 0 || (isWord(tag) ? isWordVr(vr) : isStringVr(vr));
  complete_ = complete_ && !expected_ && usual;
  expected_ = tag;
}

void PlainValues::add(Tag tag, std::string_view bytes) {
  expected_.reset();
  if (isWord(tag)) {
    const bool absent = bytes.empty();
    if (!absent && bytes.size() != 2) return spoil();
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[i])); };
    if (!absent) values_.emplace_back(tag, std::to_string(byte(0) + 256 * byte(1)));
    return;
  }
  const auto text = trimmed(bytes);
  if (std::any_of(text.begin(), text.end(), [](char c) { return c < 0x20 || c == 0x7f; })) return spoil();
  values_.emplace_back(tag, text);
}

std::string_view PlainValues::value(Tag tag) const {
  const auto found =
      std::find_if(values_.begin(), values_.end(), [&](const auto& value) { return value.first == tag; });
  return found == values_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace io::dicom
