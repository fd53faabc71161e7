#include "planning/procedure/said.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace planning {

/// Of a text in UTF-8, whether a letter or digit is in it: ASCII by its class; beyond, all but the blocks of Unicode
/// that hold marks, blanks, symbols, pictures and private signs. What is no UTF-8 says nothing.
bool isSaid(const std::string& text) {
  struct Block {
    char32_t first, last;
  };
  constexpr std::array kNoLetters{
      Block{0x80, 0xBF},     Block{0xD7, 0xD7},       Block{0xF7, 0xF7},       Block{0x2B0, 0x36F},
      Block{0x115F, 0x1160}, Block{0x1680, 0x1680},   Block{0x17B4, 0x17B5},   Block{0x180B, 0x180F},
      Block{0x1AB0, 0x1AFF}, Block{0x1DC0, 0x1DFF},   Block{0x2000, 0x2BFF},   Block{0x2E00, 0x2E7F},
      Block{0x3000, 0x3004}, Block{0x3008, 0x3020},   Block{0x302A, 0x3030},   Block{0x303D, 0x303F},
      Block{0x3164, 0x3164}, Block{0xD800, 0xF8FF},   Block{0xFE00, 0xFE6F},   Block{0xFEFF, 0xFF0F},
      Block{0xFF1A, 0xFF20}, Block{0xFF3B, 0xFF40},   Block{0xFF5B, 0xFF65},   Block{0xFFA0, 0xFFA0},
      Block{0xFFE0, 0xFFFF}, Block{0x1F000, 0x1FAFF}, Block{0xE0000, 0x10FFFF}};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto first = static_cast<unsigned char>(text[at]);
    if ((first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z')) return true;
    const std::size_t more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC0 ? 1 : 0;
    if (more == 0 || first >= 0xF8 || at + more >= text.size()) continue;
    char32_t code = first & (0x3FU >> more);
    bool whole = true;
    for (std::size_t i = 1; i <= more; ++i) {
      const auto next = static_cast<unsigned char>(text[at + i]);
      whole = whole && (next & 0xC0U) == 0x80U;
      code = code << 6 | (next & 0x3FU);
    }
    const auto holds = [code](const Block& block) { return block.first <= code && code <= block.last; };
    if (whole && code >= 0x80 && code <= 0x10FFFF && std::none_of(kNoLetters.begin(), kNoLetters.end(), holds))
      return true;
  }
  return false;
}

}  // namespace planning
