#include "io/files/uid.h"

#include <random>

namespace io {

std::string uidOf(std::array<std::uint32_t, 4> number) {
  std::string digits;
  while (number != std::array<std::uint32_t, 4>{}) {  // schoolbook division by ten
    std::uint64_t remainder = 0;
    for (auto& limb : number) {
      const std::uint64_t value = (remainder << 32) | limb;
      limb = static_cast<std::uint32_t>(value / 10);
      remainder = value % 10;
    }
    digits.insert(digits.begin(), static_cast<char>('0' + remainder));
  }
  return "2.25." + (digits.empty() ? std::string("0") : digits);
}

namespace {

/// FNV-1a, 64 bits, from a chosen start.
std::uint64_t hash(std::string_view text, std::uint64_t start) {
  for (const char c : text) start = (start ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return start;
}

}  // namespace

std::string newUid() {
  std::random_device random;
  std::array<std::uint32_t, 4> number{};
  for (auto& limb : number) limb = random();
  return uidOf(number);
}

std::string uidFromName(std::string_view name) {
  const std::uint64_t high = hash(name, 0xcbf29ce484222325ULL);
  const std::uint64_t low = hash(name, high ^ 0x9e3779b97f4a7c15ULL);
  return uidOf({static_cast<std::uint32_t>(high >> 32), static_cast<std::uint32_t>(high),
                static_cast<std::uint32_t>(low >> 32), static_cast<std::uint32_t>(low)});
}

bool isUid(std::string_view text) {
  constexpr std::size_t kLongest = 64;
  return !text.empty() && text.size() <= kLongest && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

}  // namespace io
