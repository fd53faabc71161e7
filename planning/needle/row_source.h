#pragma once

#include <string>
#include <variant>

#include "planning/anatomy/origin.h"

namespace planning::needle {

/// A structure that the route requires by this id, and nobody gave.
struct Required {
  std::string id;

  friend bool operator==(const Required&, const Required&) = default;
};

/// Another needle of the same plan.
struct OtherNeedle {
  friend bool operator==(const OtherNeedle&, const OtherNeedle&) = default;
};

/// What a row of clearances is measured against: a structure, from where; or none of the case's structures.
using RowSource = std::variant<anatomy::Origin, Required, OtherNeedle>;

inline bool isStructure(const RowSource& source) {
  return std::holds_alternative<anatomy::Origin>(source);
}

/// As reports (NP-238) and JSON write it: that of the origin, "required:ID", "needle".
std::string textOf(const RowSource& source);
/// The inverse, for any text.
RowSource rowSourceFromText(const std::string& text);

}  // namespace planning::needle
