#include "tests/support/golden.h"

#include <gtest/gtest.h>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <sstream>

#include "tests/paths.h"

namespace support {
namespace {

const std::filesystem::path kFolder = std::filesystem::path(NEEDLEPLAN_SOURCE_DIR) / "tests/golden";

std::string textOf(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// FNV-1a.
std::uint64_t hashOf(const Uint8* bytes, std::size_t count) {
  std::uint64_t hash = 14695981039346656037ull;
  for (std::size_t i = 0; i < count; ++i) hash = (hash ^ bytes[i]) * 1099511628211ull;
  return hash;
}

std::string pixelsOf(DcmDataset& dataset) {
  const Uint8* bytes = nullptr;
  unsigned long count = 0;
  if (dataset.findAndGetUint8Array(DCM_PixelData, bytes, &count).bad()) return {};
  return "pixels: " + std::to_string(count) + " bytes, hash " + std::to_string(hashOf(bytes, count)) + "\n";
}

std::string numbered(const std::string& text) {
  static const std::regex uid(R"(\b(2\.25\.\d+|[0-2](\.\d+){3,})\b)");
  std::map<std::string, std::string> names;
  std::string result;
  auto rest = text.cbegin();
  for (std::sregex_iterator found(text.begin(), text.end(), uid), end; found != end; ++found) {
    const std::string value = found->str();
    result.append(rest, text.cbegin() + found->position());
    rest = text.cbegin() + found->position() + found->length();
    const auto known = names.try_emplace(value, "UID" + std::to_string(names.size() + 1)).first;
    result += value.starts_with("1.2.840.10008.") ? value : known->second;
  }
  return result.append(rest, text.cend());
}

}  // namespace

std::string withoutChance(std::string text) {
  text = std::regex_replace(numbered(text), std::regex(R"([^"\s]*/needleplan-test-\w+)"), "FOLDER");
  text = std::regex_replace(text, std::regex(R"(\b20[2-9]\d[01]\d[0-3]\d\d{6}(\.\d+)?([+-]\d{4})?)"), "DATETIME");
  text = std::regex_replace(text, std::regex(R"(\b20[2-9]\d-?[01]\d-?[0-3]\d\b)"), "DATE");
  // digests: a report's follows from all of its UIDs and times
  text = std::regex_replace(text, std::regex(R"(\[[0-9a-f]{64}\])"), "[DIGEST]");
  text = std::regex_replace(text, std::regex(R"((saved_time": ")\d+(\.\d+)?")"), "$1TIME\"");
  return std::regex_replace(text, std::regex(R"((seconds": )[\d.]+)"), "$1SECONDS");
}

std::string dicomText(const std::filesystem::path& file) {
  DcmFileFormat loaded;
  if (loaded.loadFile(OFFilename(file.c_str())).bad()) return "cannot be read";
  const std::string pixels = pixelsOf(*loaded.getDataset());
  loaded.getDataset()->findAndDeleteElement(DCM_PixelData);
  std::ostringstream out;
  loaded.getDataset()->print(out);  // whole values: where a shortened one ends depends on the UIDs before its end
  std::istringstream lines(out.str());
  std::string text;
  for (std::string line; std::getline(lines, line);)
    if (line.find("(fffe,e00d)") == std::string::npos && line.find("(fffe,e0dd)") == std::string::npos)
      text += line.substr(0, line.find_last_not_of(' ', line.rfind('#') - 1) + 1) + "\n";  // "# length, count Name"
  text = std::regex_replace(text, std::regex(R"((TM \[)\d+(\.\d+)?)"), "$1TIME");
  text = std::regex_replace(text, std::regex(R"(SH \[[+-]\d{4}\])"), "SH [ZONE]");
  return withoutChance(text) + pixels;
}

void expectGolden(const std::string& name, const std::string& text) {
  const auto file = kFolder / name;
  if (std::getenv("NEEDLEPLAN_NEW_GOLDEN") != nullptr) {
    std::ofstream(file, std::ios::binary) << text;
    ADD_FAILURE() << name << " has been made anew: look at its difference";
    return;
  }
  ASSERT_TRUE(std::filesystem::exists(file)) << file;
  std::istringstream is(text), was(textOf(file));
  std::string line, wanted;
  for (int number = 1; std::getline(was, wanted); ++number) {
    ASSERT_TRUE(std::getline(is, line)) << name << " ends before line " << number << ": " << wanted;
    ASSERT_EQ(line, wanted) << name << ", line " << number;
  }
  EXPECT_FALSE(std::getline(is, line)) << name << " goes on: " << line;
}

}  // namespace support
