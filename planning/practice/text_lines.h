#pragma once

#include <functional>
#include <string>
#include <vector>

#include "planning/error.h"
#include "planning/geometry.h"

/// The small text files of practice: a first line that says what the file is, then "key = value", one a line; empty
/// lines and lines that begin with # say nothing. Numbers are written so that reading gives the same bits.
namespace planning::practice::text {

/// Hands each line to `take`, which throws procedure::route_text::BadLine for one that it does not understand.
/// Errors: `code`, with "line 12" as subject and the reason.
Expected<void> eachLine(const std::string& text, const std::string& firstLine, const std::string& code,
                        const std::function<void(const std::string& key, const std::string& value)>& take);

/// Words between blanks.
std::vector<std::string> wordsOf(const std::string& value);
/// Three numbers within +-10 m. Throws BadLine.
Point placeOf(const std::vector<std::string>& words, std::size_t from);
/// A UID of DICOM: digits and points, at most 64. Throws BadLine.
std::string uidOf(const std::string& value);

std::string number(double value);
std::string place(const Point& place);

}  // namespace planning::practice::text
