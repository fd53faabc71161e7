#include "tests/support/planted_file.h"

#include <cstring>
#include <fstream>

#include "tests/support/planted_slice.h"

namespace support {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> writeRun(const fs::path& file) {
  constexpr Uint16 kSide = 64;
  Slice run;
  run.put(DCM_SOPClassUID, UID_XRayAngiographicImageStorage);
  run.put(DCM_Modality, "XA");
  run.put(DCM_NumberOfFrames, "3");
  for (const auto& tag : {DCM_Rows, DCM_Columns}) run.number(tag, kSide);
  std::vector<Uint16> pixels;
  for (int frame = 0; frame < 3; ++frame)
    for (int row = 0; row < kSide; ++row)
      for (int column = 0; column < kSide; ++column)
        pixels.push_back(2 * row / kSide * 2 + 2 * column / kSide == frame ? 3000 : 300);
  run.pixels(pixels);
  run.save(file);
  return {"Durand", "X123456"};
}

/// In a UID made from 128 random bits any eight digits may stand by chance: a run of so many digits does not count.
bool stands(const std::string& word, const std::string& bytes) {
  constexpr std::size_t kLongestNumber = 20;
  const auto digit = [&](std::size_t at) { return at < bytes.size() && bytes[at] >= '0' && bytes[at] <= '9'; };
  for (auto at = bytes.find(word); at != std::string::npos; at = bytes.find(word, at + 1)) {
    if (word.find_first_not_of("0123456789") != std::string::npos) return true;
    std::size_t first = at, last = at + word.size();
    while (first > 0 && digit(first - 1)) --first;
    while (digit(last)) ++last;
    if (last - first <= kLongestNumber) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> writePlanted(const fs::path& file, Planted how, int number) {
  if (how == Planted::InRunOfThree) return writeRun(file);
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
      if (stands(word, bytes)) found.push_back(entry.path().string() + ": " + word);
  }
  return found;
}

}  // namespace support
