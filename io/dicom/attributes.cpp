#include "io/dicom/attributes.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dctag.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "io/dicom/text_decoder.h"
#include "io/files/trimmed.h"

namespace io::dicom {

namespace {

DcmTagKey key(Tag tag) {
  return {static_cast<Uint16>(tag >> 16), static_cast<Uint16>(tag & 0xffff)};
}

std::vector<std::string> values(std::string_view text) {
  std::vector<std::string> all;
  while (!text.empty()) {
    const auto end = std::min(text.find('\\'), text.size());
    all.emplace_back(trimmed(text.substr(0, end)));
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
    if (text.empty()) all.emplace_back();
  }
  return all;
}

bool isPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
}

std::string plainPart(std::string_view text) {
  std::string plain;
  for (const char c : text) plain += c >= 0x20 && c < 0x7f ? c : '?';
  return plain;
}

/// The value of an element whose VR was lost (UN): little endian, of the VR that the dictionary knows (PS3.5 6.2.2).
std::string unknownValue(DcmElement& element, const DcmTagKey& tag) {
  Uint8* bytes = nullptr;
  if (element.getUint8Array(bytes).bad() || bytes == nullptr) return {};
  const std::string_view value(reinterpret_cast<const char*>(bytes), element.getLengthField());
  const auto vr = DcmTag(tag).getEVR();
  if (vr != EVR_US && vr != EVR_SS && vr != EVR_xs) return std::string(value);
  if (value.size() < 2) return {};
  return std::to_string(bytes[0] + 256 * bytes[1]);
}

}  // namespace

std::optional<double> parseDecimal(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('+') && text.size() > 1 && text[1] != '-') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

Attributes::Attributes(DcmItem& item, AttributeFaults& faults) : item_(&item), faults_(faults) {}
Attributes::Attributes(const PlainValues& values, AttributeFaults& faults) : plain_(&values), faults_(faults) {}

bool Attributes::isBeyondPlain() const {
  faults_.beyondPlain = faults_.beyondPlain || plain_ != nullptr;
  return plain_ != nullptr;
}

void Attributes::fault(Tag tag, const std::string& why) const {
  if (!faults_.first) faults_.first = planning::Error{"bad-value", faults_.file + " " + tagText(tag), plainPart(why)};
}

std::string Attributes::raw(Tag tag) const {
  if (plain_ != nullptr) {
    faults_.beyondPlain = faults_.beyondPlain || !PlainValues::isListed(tag);
    return std::string(plain_->value(tag));
  }
  DcmElement* element = nullptr;
  OFString value;
  if (item_->findAndGetElement(key(tag), element).bad() || element == nullptr) return {};
  if (element->ident() == EVR_UN) return unknownValue(*element, key(tag));
  if (element->getOFStringArray(value, OFFalse).bad()) return {};
  return {value.data(), value.size()};
}

bool Attributes::has(Tag tag) const {
  return !trimmed(raw(tag)).empty() || items(tag) > 0;
}

std::string Attributes::text(Tag tag) const {
  const std::string bytes = raw(tag);
  const std::string value(trimmed(bytes));
  if (isPlain(value)) return value;
  if (auto utf8 = toUtf8(*item_, value)) return *utf8;
  faults_.findings.push_back({"undecodable-text", planning::Severity::Warning, {tagText(tag)}, {}});
  return plainPart(value);
}

std::string Attributes::code(Tag tag) const {
  return std::string(trimmed(raw(tag)));
}

std::vector<std::string> Attributes::codes(Tag tag) const {
  return values(raw(tag));
}

std::optional<double> Attributes::decimal(Tag tag) const {
  const auto all = codes(tag);
  if (all.empty() || all.front().empty()) return std::nullopt;
  const auto value = parseDecimal(all.front());
  if (!value) fault(tag, all.front());
  return value;
}

std::optional<std::vector<double>> Attributes::decimals(Tag tag, std::size_t count) const {
  const std::string bytes = raw(tag);
  if (trimmed(bytes).empty()) return std::nullopt;
  std::vector<double> numbers;
  for (const auto& each : values(bytes)) {
    const auto value = parseDecimal(each);
    if (value) numbers.push_back(*value);
    if (!value || numbers.size() > count) break;
  }
  if (numbers.size() == count && values(bytes).size() == count) return numbers;
  fault(tag, bytes);
  return std::nullopt;
}

std::optional<int> Attributes::integer(Tag tag) const {
  const auto value = decimal(tag);
  if (!value) return std::nullopt;
  if (*value == std::floor(*value) && std::abs(*value) < 2147483648.0) return static_cast<int>(*value);
  fault(tag, "not an integer");
  return std::nullopt;
}

std::optional<int> Attributes::word(Tag tag, bool isSigned) const {
  const auto value = integer(tag);
  if (!value) return std::nullopt;
  const auto bits = static_cast<std::uint16_t>(*value & 0xffff);
  return isSigned ? static_cast<int>(static_cast<std::int16_t>(bits)) : static_cast<int>(bits);
}

std::optional<planning::Point> Attributes::point(Tag tag) const {
  const auto numbers = decimals(tag, 3);
  if (!numbers) return std::nullopt;
  return planning::makePoint((*numbers)[0], (*numbers)[1], (*numbers)[2]);
}

std::optional<std::vector<double>> Attributes::floats(Tag tag, std::size_t count) const {
  DcmElement* element = nullptr;
  if (isBeyondPlain()) return std::nullopt;
  if (item_->findAndGetElement(key(tag), element).bad() || element == nullptr) return std::nullopt;
  if (element->getVM() != count) return std::nullopt;
  std::vector<double> numbers;
  for (unsigned long i = 0; i < count; ++i) {
    Float32 single = 0;
    Float64 value = 0;
    if (element->getFloat32(single, i).good())
      value = single;
    else if (element->getFloat64(value, i).bad())
      return std::nullopt;
    if (!std::isfinite(value)) return std::nullopt;
    numbers.push_back(value);
  }
  return numbers;
}

DcmItem* Attributes::item(Tag sequence, unsigned long n) const {
  DcmItem* found = nullptr;
  if (n >= items(sequence)) return nullptr;
  return item_->findAndGetSequenceItem(key(sequence), found, static_cast<signed long>(n)).good() ? found : nullptr;
}

unsigned long Attributes::items(Tag sequence) const {
  DcmElement* element = nullptr;
  if (isBeyondPlain()) return 0;
  if (item_->findAndGetElement(key(sequence), element).bad() || element == nullptr) return 0;
  const auto* asSequence = dynamic_cast<const DcmSequenceOfItems*>(element);
  return asSequence == nullptr ? 0 : asSequence->card();
}

}  // namespace io::dicom
