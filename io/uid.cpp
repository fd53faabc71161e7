#include "io/uid.h"

#include <array>
#include <cstdint>
#include <random>

namespace io {

std::string newUid() {
  std::random_device random;
  std::array<std::uint32_t, 4> number{};
  for (auto& limb : number) limb = random();
  std::string digits;
  while (number != std::array<std::uint32_t, 4>{}) {  // schoolbook division by ten, most significant limb first
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

}  // namespace io
