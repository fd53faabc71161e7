#include "io/dicom/text_decoder.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcspchrs.h>
#include <iconv.h>

#include <array>
#include <string_view>

namespace io::dicom {

namespace {

class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (valid()) iconv_close(handle_);
  }

  std::optional<std::string> operator()(std::string_view bytes) {
    if (!valid()) return std::nullopt;
    std::string input(bytes), output;
    char* from = input.data();
    std::size_t left = input.size();
    std::array<char, 256> part;
    while (left > 0) {
      char* to = part.data();
      std::size_t room = part.size();
      const auto result = iconv(handle_, &from, &left, &to, &room);
      output.append(part.data(), part.size() - room);
      if (result == static_cast<std::size_t>(-1) && room == part.size()) return std::nullopt;
    }
    return output;
  }

 private:
  bool valid() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  iconv_t handle_;
};

bool isHalfWidthKatakana(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xa1 && byte <= 0xdf;
}

/// U+FF61 stands for 0xa1, and so on.
std::string halfWidthKatakana(char c) {
  const unsigned code = 0xff61u + static_cast<unsigned char>(c) - 0xa1u;
  return {static_cast<char>(0xe0 | (code >> 12)), static_cast<char>(0x80 | ((code >> 6) & 0x3f)),
          static_cast<char>(0x80 | (code & 0x3f))};
}

/// Japanese by code extensions (PS3.3 C.12.1.1.2): JIS X 0201, 0208 and 0212. DCMTK on the C library's iconv, as Debian
/// builds it, lacks the latter two.
std::optional<std::string> fromJapanese(std::string bytes) {
  static constexpr std::string_view kKatakanaToG1 = "\x1b)I";
  for (auto at = bytes.find(kKatakanaToG1); at != std::string::npos; at = bytes.find(kKatakanaToG1))
    bytes.erase(at, kKatakanaToG1.size());
  Converter sevenBit("ISO-2022-JP-2");
  std::string text;
  for (std::size_t i = 0; i < bytes.size();) {
    if (isHalfWidthKatakana(bytes[i])) {
      text += halfWidthKatakana(bytes[i++]);
      continue;
    }
    const auto start = i;
    while (i < bytes.size() && !isHalfWidthKatakana(bytes[i])) ++i;
    const auto part = sevenBit(std::string_view(bytes).substr(start, i - start));
    if (!part) return std::nullopt;
    text += *part;
  }
  return text;
}

}  // namespace

std::optional<std::string> toUtf8(DcmItem& item, const std::string& bytes) {
  OFString declared, utf8;
  item.findAndGetOFStringArray(DCM_SpecificCharacterSet, declared);
  const std::string_view sets(declared.data(), declared.size());
  if (sets.find("IR 87") != std::string_view::npos || sets.find("IR 159") != std::string_view::npos)
    return fromJapanese(bytes);
  DcmSpecificCharacterSet converter;
  const bool converted = converter.selectCharacterSet(declared).good() &&
                         converter.convertString(bytes.data(), bytes.size(), utf8, "\\^=").good();
  if (!converted) return std::nullopt;
  return std::string(utf8.data(), utf8.size());
}

}  // namespace io::dicom
