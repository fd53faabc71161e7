#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>

#include "io/sandbox/wire.h"

namespace io::sandbox {

/// The last value of an enumeration that travels; specialised for each.
template <class Enum>
inline constexpr Enum kLast = Enum::none_is_known;

inline constexpr std::uint64_t kAnyNumber = std::numeric_limits<std::uint64_t>::max();
/// The most elements of a kind that one message may hold, in all its lists together: for those that take many times
/// the memory of their bytes.
template <class Value>
inline constexpr std::uint64_t kMost = kAnyNumber;
/// How deep the values of a message may lie in each other.
inline constexpr int kDeepest = 64;

/// Reads what a Writer wrote. The other side may have been taken over by what it parsed: nothing is believed, and
/// whatever does not fit (a number that is not finite, an unknown enumerator, too much of one kind, too deep a nesting)
/// makes the rest read as empty and `failed` true.
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
      failed_ = failed_ || depth_ == kDeepest;
      if (failed_) return;
      ++depth_;
      fields(*this, value);
      --depth_;
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
    text.resize(getSize());
    getRaw(text.data(), text.size());
  }
  void get(std::filesystem::path& path) {
    std::string text;
    get(text);
    path = text;
  }
  template <class Value>
  void get(std::vector<Value>& values) {
    const auto size = getSize();
    if constexpr (kMost<Value> != kAnyNumber) {
      counted_ += size;
      failed_ = failed_ || counted_ > kMost<Value>;
    }
    values.clear();
    for (std::size_t i = 0; i < size && !failed_; ++i) get(values.emplace_back());
  }
  template <class Value>
  void get(std::optional<Value>& value) {
    bool there = false;
    get(there);
    value.reset();
    if (there) get(value.emplace());
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
  template <class... Kinds>
  void get(std::variant<Kinds...>& value) {
    std::uint8_t kind = 0;
    get(kind);
    if (kind >= sizeof...(Kinds)) failed_ = true;
    int candidate = 0;
    (getKind<Kinds>(value, candidate++ == kind), ...);
  }
  template <class Kind, class Variant>
  void getKind(Variant& value, bool isIt) {
    if (isIt && !failed_) get(value.template emplace<Kind>());
  }
  /// How many elements follow, each of at least a byte.
  std::size_t getSize() {
    std::uint64_t size = 0;
    if (!getRaw(&size, sizeof size) || size > bytes_.size()) failed_ = true;
    return failed_ ? 0 : static_cast<std::size_t>(size);
  }

  std::span<const std::byte> bytes_;
  bool failed_ = false;
  int depth_ = 0;
  std::uint64_t counted_ = 0;  ///< elements of kinds that are limited
};

}  // namespace io::sandbox
