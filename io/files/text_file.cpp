#include "io/files/text_file.h"

#include <fstream>
#include <iterator>

namespace io {

planning::Expected<std::string> readText(const std::filesystem::path& file, std::uintmax_t mostBytes) {
  std::error_code failed;
  const std::uintmax_t bytes = std::filesystem::file_size(file, failed);
  if (failed) return planning::refuse("cannot-read", file.string(), failed.message());
  if (bytes > mostBytes)
    return planning::refuse("cannot-read", file.string(), "larger than " + std::to_string(mostBytes) + " bytes");
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream || text.size() != bytes) return planning::refuse("cannot-read", file.string(), "read error");
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

}  // namespace io
