#include "io/deidentification/values.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <algorithm>
#include <string_view>

#include "io/files/trimmed.h"

namespace io::deidentification {
namespace {

constexpr Uint32 kLongestLegible = 1 << 16;  // bytes of a value of unknown kind that are looked at

bool isOneText(DcmEVR vr) {
  return vr == EVR_ST || vr == EVR_LT || vr == EVR_UT || vr == EVR_UR;
}

}  // namespace

std::span<const std::byte> bytesOf(DcmElement& element) {
  Uint8* bytes = nullptr;
  Uint16* words = nullptr;
  const DcmEVR vr = element.getVR();
  const bool inBytes = vr == EVR_UN || vr == EVR_OB;
  if (inBytes && element.getUint8Array(bytes).good() && bytes)
    return {reinterpret_cast<const std::byte*>(bytes), element.getLength()};
  if (vr == EVR_OW && element.getUint16Array(words).good() && words)
    return {reinterpret_cast<const std::byte*>(words), element.getLength()};
  return {};
}

namespace {

std::string rawOf(DcmElement& element) {
  if (element.isaString()) {
    char* text = nullptr;
    Uint32 length = 0;
    return element.getString(text, length).good() && text ? std::string(text, length) : std::string();
  }
  const auto bytes = bytesOf(element);
  if (bytes.empty() || bytes.size() > kLongestLegible) return {};
  const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  const auto isText = [](char c) { return static_cast<unsigned char>(c) >= 0x20; };
  const auto shown = trimmed(text);
  return std::all_of(shown.begin(), shown.end(), isText) ? std::string(shown) : std::string();
}

std::vector<std::string> split(const std::string& raw, bool oneText) {
  std::vector<std::string> values;
  for (std::size_t start = 0; start <= raw.size();) {
    const std::size_t end = oneText ? raw.size() : std::min(raw.find('\\', start), raw.size());
    values.emplace_back(trimmed(std::string_view(raw).substr(start, end - start)));
    start = end + 1;
  }
  return values;
}

}  // namespace

std::vector<std::string> valuesOf(DcmElement& element) {
  auto values = split(rawOf(element), isOneText(element.getVR()));
  std::erase_if(values, [](const std::string& value) { return value.empty(); });
  return values;
}

int replaceValues(DcmElement& element, const std::function<std::string(const std::string&)>& replacement) {
  const auto before = split(rawOf(element), isOneText(element.getVR()));
  std::string joined;
  bool changed = false;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const std::string after = before[i].empty() ? std::string() : replacement(before[i]);
    changed |= after != before[i];
    joined += (i > 0 ? "\\" : "") + after;
  }
  if (changed) element.putString(joined.c_str());
  return changed ? 1 : 0;
}

bool isNumbers(DcmElement& element) {
  const std::string text = rawOf(element);
  return !text.empty() && text.find_first_not_of("0123456789+-.eE\\ ") == std::string::npos;
}

}  // namespace io::deidentification
