#pragma once

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

/// The words of an enumeration, in JSON and reports, as a table of all its values.
namespace planning::anatomy {

/// The value is in the table.
template <class Value, std::size_t n>
const char* wordOf(const std::pair<Value, const char*> (&table)[n], Value value) {
  return std::find_if(std::begin(table), std::end(table), [&](const auto& row) { return row.first == value; })->second;
}

/// Absent for a word that is not in the table.
template <class Value, std::size_t n>
std::optional<Value> valueOf(const std::pair<Value, const char*> (&table)[n], const std::string& word) {
  for (const auto& [value, name] : table)
    if (word == name) return value;
  return std::nullopt;
}

}  // namespace planning::anatomy
