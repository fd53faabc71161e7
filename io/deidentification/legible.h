#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace io::deidentification {

/// Every so many bytes, from one on.
std::vector<std::byte> everyOf(std::span<const std::byte> bytes, std::size_t first, std::size_t step);

/// What may be read in a value of bytes or numbers: its runs of six characters and more (fewer are met by chance), or
/// all of it where nothing else stands there. One byte a letter, two or four, and two by two turned, as another order
/// of bytes has them.
std::vector<std::string> legibleIn(std::span<const std::byte> bytes);

}  // namespace io::deidentification
