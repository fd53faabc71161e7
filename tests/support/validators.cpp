#include "tests/support/validators.h"

#include <array>
#include <cstdio>
#include <memory>

#include "tests/support/reader.h"

namespace support {
namespace {

/// Everything that a command prints on either stream, line by line.
std::vector<std::string> linesOf(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen((command + " 2>&1").c_str(), "r"), pclose);
  std::vector<std::string> lines;
  std::array<char, 4096> line{};
  while (pipe && std::fgets(line.data(), line.size(), pipe.get())) lines.emplace_back(line.data());
  return lines;
}

std::vector<std::string> errorsIn(const std::vector<std::string>& lines) {
  std::vector<std::string> errors;
  for (const auto& line : lines)
    if (line.starts_with("Error")) errors.push_back(line);
  return errors;
}

/// Of one of PixelMed's programs; `end` is what it says when it came to its end.
std::optional<std::vector<std::string>> pixelmedErrors(const std::string& program, const std::filesystem::path& file,
                                                       const std::string& end) {
  const std::filesystem::path jar = "/usr/share/java/pixelmed.jar";
  if (!isThere(kJava) || !isThere(kPixelMed)) return std::nullopt;
  // Debian's JDK limits XPath below what the rules need (tests/README.md); a plan of 42 structures takes it 8 GB.
  const auto lines = linesOf(
      "java -Xmx12g -Djdk.xml.xpathTotalOpLimit=0 -Djdk.xml.xpathExprOpLimit=0 -Djdk.xml.xpathExprGrpLimit=0 -cp " +
      jar.string() + " com.pixelmed.validate." + program + " '" + file.string() + "'");
  auto errors = errorsIn(lines);
  bool complete = false;
  for (const auto& line : lines) complete = complete || line.starts_with(end);
  if (!complete) errors.push_back("Error: the validator did not come to its end");
  return errors;
}

}  // namespace

std::optional<std::vector<std::string>> dciodvfyErrors(const std::filesystem::path& file) {
  if (!isThere(kDciodvfy)) return std::nullopt;
  return errorsIn(linesOf("dciodvfy -new '" + file.string() + "'"));
}

std::optional<std::vector<std::string>> pixelmedErrors(const std::filesystem::path& file) {
  return pixelmedErrors("DicomInstanceValidator", file, "IOD validation complete");
}

std::optional<std::vector<std::string>> pixelmedReportErrors(const std::filesystem::path& file) {
  return pixelmedErrors("DicomSRValidator -checkcontentitemorder -checktemplateid", file,
                        "Root Template Validation Complete");
}

}  // namespace support
