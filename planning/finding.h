#pragma once

#include <cstdio>
#include <string>
#include <vector>

namespace planning {

enum class Severity { Info, Warning, Error };

/// Something odd but usable, shown beside the value and written into the plan.
struct Finding {
  std::string code;                    ///< stable, kebab-case: "entry-off-skin"
  Severity severity = Severity::Info;  ///< Error: the plan cannot be marked ready
  std::vector<std::string> arguments;  ///< values for the sentence's %1, %2, ...; numbers already rounded, with unit
  std::string text;  ///< the English sentence, filled by app/sentences; what a report of another version said

  friend bool operator==(const Finding&, const Finding&) = default;
};

/// A number as an argument of a finding, or the detail of an error, with so many decimals.
inline std::string numberText(double value, int decimals) {
  char text[330];  // the largest double has 309 digits
  std::snprintf(text, sizeof text, "%.*f", decimals, value);
  return text;
}

/// To 0.1.
inline std::string tenths(double value) {
  return numberText(value, 1);
}

/// A length likewise: "2.5 mm".
inline std::string mmText(double mm) {
  return tenths(mm) + " mm";
}

}  // namespace planning
