#pragma once

#include <functional>
#include <span>
#include <string>

#include "planning/anatomy/structure.h"

namespace io::deidentification {

/// What makes free text of a report harmless; each takes and gives whole values.
struct TextTools {
  std::function<std::string(const std::string&)> cleaned;  ///< identifiers taken out, UIDs replaced
  std::function<std::string(const std::string&)> uid;      ///< the new UID of one
  std::function<std::string(const std::string&)> date;     ///< the date that stands in its place; empty: none
};

/// A TEXT value of needleplan's reports (io/report/README.md) without what could tell a person, by the item's concept
/// name: words of ours stay, labels are cleaned, a check keeps its answer and loses who gave it, as does what
/// a person vouches for (with its reason), comments and every
/// text of a concept that is not known here become "Removed". The days in checks and findings move as all others do; of
/// a relay it stays that there was a drug, and the day of its last dose, moved.
std::string reportTextWithoutPerson(const planning::anatomy::Code& concept_, const std::string& text,
                                    const TextTools& tools);

/// What reportTextWithoutPerson() takes out of a text as a whole: who gave an answer, and free text; empty where none.
struct TellingText {
  std::string person, freeText;
};
TellingText whatReportTextTells(const planning::anatomy::Code& concept_, const std::string& text);

}  // namespace io::deidentification
