#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace io::report {

/// Several values in one DICOM text, legible and unambiguous. In a value, the characters that separate (% ; = |),
/// control characters and spaces at its ends are written as % and two hexadecimal digits; everything else stands as it
/// is.
std::string escaped(const std::string& value);
std::string unescaped(std::string_view text);

/// Splits at every `separator`; spaces around a part are not part of it. An empty text is one empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

using Fields = std::vector<std::pair<std::string, std::string>>;

/// "key=value; key=value", values escaped; empty values are left out.
std::string joinFields(const Fields& fields);
Fields splitFields(std::string_view text);
/// The value of a key; empty when it is not there.
std::string field(const Fields& fields, std::string_view key);

}  // namespace io::report
