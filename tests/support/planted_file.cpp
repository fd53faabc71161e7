#include "tests/support/planted_file.h"

#include <cstring>
#include <fstream>

#include "tests/support/planted_slice.h"

namespace support {

namespace fs = std::filesystem;

std::vector<std::string> writePlanted(const fs::path& file, Planted how, int number) {
  Slice slice;
  auto words = plantIdentifiers(slice);
  const std::string uid = "1.2.826.0.1.9.7." + std::to_string(10000 + number);
  slice.put(DCM_SOPInstanceUID, uid.c_str());
  words.push_back(uid);
  slice.put(DCM_BurnedInAnnotation, how == Planted::UnderTextInIt ? "YES" : "NO");
  if (how == Planted::InPixelsToo) {
    std::vector<Uint16> pixels(16, 0);
    std::memcpy(pixels.data() + 3, "X123456", 7);
    slice.pixels(pixels);
  }
  slice.save(file);
  return words;
}

std::vector<std::string> foundUnder(const fs::path& folder, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    std::string bytes = entry.path().lexically_relative(folder).string() + "\n";
    if (entry.is_regular_file()) {
      std::ifstream stream(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(stream), {});
    }
    for (const auto& word : words)
      if (bytes.find(word) != std::string::npos) found.push_back(entry.path().string() + ": " + word);
  }
  return found;
}

}  // namespace support
