#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace io::report {

/// Several values in one DICOM text, legible and unambiguous. A value that holds what separates (; = |), a quotation
/// mark, a line break or spaces at its ends stands in quotation marks, those inside it doubled; any other stands as it
/// is. A control character that a text of DICOM cannot hold (PS3.5 6.1.3) becomes a space.
std::string escaped(const std::string& value);
/// Also of texts by versions before, which wrote such characters as % and two hexadecimal digits.
std::string unescaped(std::string_view text);

/// Values between separators as escaped() writes them now.
std::string withQuotes(std::string_view text);

/// Splits at every `separator` outside quotation marks; spaces around a part are not part of it. An empty text is one
/// empty part.
std::vector<std::string_view> split(std::string_view text, char separator);

using Fields = std::vector<std::pair<std::string, std::string>>;

/// "key=value; key=value", values escaped; empty values are left out.
std::string joinFields(const Fields& fields);
Fields splitFields(std::string_view text);
/// The value of a key; empty when it is not there.
std::string field(const Fields& fields, std::string_view key);

}  // namespace io::report
