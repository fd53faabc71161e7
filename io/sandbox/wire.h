#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace io::sandbox {

using Bytes = std::vector<std::byte>;

/// The last value of an enumeration that travels; specialised for each.
template <class Enum>
inline constexpr Enum kLast = Enum::none_is_known;

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
  void putSize(std::uint64_t size) { putRaw(&size, sizeof size); }
};

/// Reads what a Writer wrote. The other side may have been taken over by what it parsed: nothing is believed, and
/// whatever does not fit (a number that is not finite and an unknown enumerator too) makes the rest read as empty and
/// `failed` true.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}
  template <class... Values>
  void operator()(Values&... values) {
    (get(values), ...);
  }
  bool failed() const { return failed_; }
  bool atEnd() const { return bytes_.empty(); }

 private:
  bool getRaw(void* to, std::size_t size) {
    if (size > bytes_.size()) failed_ = true;
    if (failed_) return false;
    if (size > 0) std::memcpy(to, bytes_.data(), size);
    bytes_ = bytes_.subspan(size);
    return true;
  }
  template <class Value>
  void get(Value& value) {
    if constexpr (std::is_same_v<Value, bool>) {
      unsigned char byte = 0;
      value = getRaw(&byte, 1) && byte != 0;
    } else if constexpr (std::is_arithmetic_v<Value> || std::is_enum_v<Value>) {
      if (getRaw(&value, sizeof value) && !isValue(value)) failed_ = true;
      if (failed_) value = Value{};
    } else {
      fields(*this, value);
    }
  }
  template <class Value>
  static bool isValue(Value value) {
    if constexpr (std::is_enum_v<Value>) {
      return value >= Value{} && value <= kLast<Value>;
    } else if constexpr (std::is_floating_point_v<Value>) {
      return std::isfinite(value);
    } else {
      return true;
    }
  }
  void get(std::string& text) {
    text.resize(getSize(1));
    getRaw(text.data(), text.size());
  }
  void get(std::filesystem::path& path) {
    std::string text;
    get(text);
    path = text;
  }
  template <class Value>
  void get(std::vector<Value>& values) {
    const auto size = getSize(1);
    values.clear();
    for (std::size_t i = 0; i < size && !failed_; ++i) get(values.emplace_back());
  }
  template <class Value>
  void get(std::optional<Value>& value) {
    bool there = false;
    get(there);
    value.reset();
    if (!there) return;
    if constexpr (std::is_default_constructible_v<Value>) {
      get(value.emplace());
    } else {
      get(value.emplace(Value::radians(0)));  // an angle
    }
  }
  template <class Value, std::size_t count>
  void get(std::array<Value, count>& values) {
    for (auto& value : values) get(value);
  }
  template <class First, class Second>
  void get(std::pair<First, Second>& pair) {
    get(pair.first);
    get(pair.second);
  }
  /// How many elements follow, each of at least `least` bytes.
  std::size_t getSize(std::size_t least) {
    std::uint64_t size = 0;
    if (!getRaw(&size, sizeof size) || size > bytes_.size() / least) failed_ = true;
    return failed_ ? 0 : static_cast<std::size_t>(size);
  }

  std::span<const std::byte> bytes_;
  bool failed_ = false;
};

}  // namespace io::sandbox
