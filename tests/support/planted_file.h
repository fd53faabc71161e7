#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace support {

enum class Planted {
  InHeader,       ///< can be cleaned
  InPixelsToo,    ///< an identifier is among the bytes of the pixels: must not be exported
  UnderTextInIt,  ///< the header says that text is burned into the picture
  InRunOfThree,   ///< an angiographic run of three frames, each bright in another quarter; the header names a patient
};

/// Writes a small CT slice as plantIdentifiers() makes it; returns what must not be found afterwards. `number` tells
/// slices of one folder apart.
std::vector<std::string> writePlanted(const std::filesystem::path& file, Planted how = Planted::InHeader,
                                      int number = 0);

/// "FILE: WORD" for every word that is in a file under `folder`, or in the name of one.
std::vector<std::string> foundUnder(const std::filesystem::path& folder, const std::vector<std::string>& words);

}  // namespace support
