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

namespace {

template <class Number>
std::span<const std::byte> valuesAsBytes(DcmElement& element, OFCondition (DcmElement::*get)(Number*&)) {
  Number* values = nullptr;
  if ((element.*get)(values).bad() || !values) return {};
  return {reinterpret_cast<const std::byte*>(values), element.getLength()};
}

/// Of unknown kind, or bytes: a text may stand there.
bool maybeText(DcmElement& element) {
  return element.getVR() == EVR_UN || element.getVR() == EVR_OB || element.getVR() == EVR_OW;
}

}  // namespace

std::span<const std::byte> bytesOf(DcmElement& element) {
  switch (element.getVR()) {
    case EVR_UN:
    case EVR_OB:
      return valuesAsBytes<Uint8>(element, &DcmElement::getUint8Array);
    case EVR_OW:
    case EVR_US:
    case EVR_AT:
    case EVR_xs:
    case EVR_lt:
      return valuesAsBytes<Uint16>(element, &DcmElement::getUint16Array);
    case EVR_SS:
      return valuesAsBytes<Sint16>(element, &DcmElement::getSint16Array);
    case EVR_UL:
    case EVR_OL:
      return valuesAsBytes<Uint32>(element, &DcmElement::getUint32Array);
    case EVR_SL:
      return valuesAsBytes<Sint32>(element, &DcmElement::getSint32Array);
    case EVR_UV:
    case EVR_OV:
      return valuesAsBytes<Uint64>(element, &DcmElement::getUint64Array);
    case EVR_SV:
      return valuesAsBytes<Sint64>(element, &DcmElement::getSint64Array);
    case EVR_FL:
    case EVR_OF:
      return valuesAsBytes<Float32>(element, &DcmElement::getFloat32Array);
    case EVR_FD:
    case EVR_OD:
      return valuesAsBytes<Float64>(element, &DcmElement::getFloat64Array);
    default:
      return {};
  }
}

namespace {

std::string rawOf(DcmElement& element) {
  if (element.isaString()) {
    char* text = nullptr;
    Uint32 length = 0;
    return element.getString(text, length).good() && text ? std::string(text, length) : std::string();
  }
  const auto bytes = maybeText(element) ? bytesOf(element) : std::span<const std::byte>();
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
