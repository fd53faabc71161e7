#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace io::sandbox {

using Bytes = std::vector<std::byte>;

/// Plain values to bytes and back, between a program and the child it started: same build, same machine, so numbers go
/// as they lie in memory. A type takes part by a function `fields(archive, value)` that hands each of its members to
/// the archive; one function serves both directions.
class Writer {
 public:
  template <class... Values>
  void operator()(Values&... values) {
    (put(values), ...);
  }
  Bytes bytes;

 private:
  void putRaw(const void* from, std::size_t size) {
    const auto* start = static_cast<const std::byte*>(from);
    bytes.insert(bytes.end(), start, start + size);
  }
  template <class Value>
  void put(Value& value) {
    if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>) {
      putRaw(&value, sizeof value);
    } else {
      fields(*this, value);
    }
  }
  void put(std::string& text) {
    putSize(text.size());
    putRaw(text.data(), text.size());
  }
  void put(std::filesystem::path& path) {
    std::string text = path.string();
    put(text);
  }
  template <class Value>
  void put(std::vector<Value>& values) {
    putSize(values.size());
    for (auto& value : values) put(value);
  }
  template <class Value>
  void put(std::optional<Value>& value) {
    bool there = value.has_value();
    put(there);
    if (there) put(*value);
  }
  template <class Value, std::size_t count>
  void put(std::array<Value, count>& values) {
    for (auto& value : values) put(value);
  }
  template <class First, class Second>
  void put(std::pair<First, Second>& pair) {
    put(pair.first);
    put(pair.second);
  }
  template <class... Kinds>
  void put(std::variant<Kinds...>& value) {
    auto kind = static_cast<std::uint8_t>(value.index());
    put(kind);
    std::visit([this](auto& held) { put(held); }, value);
  }
  void putSize(std::uint64_t size) { putRaw(&size, sizeof size); }
};

}  // namespace io::sandbox
