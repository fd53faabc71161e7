#include "io/files/text_file.h"

#include <iterator>

#include "io/files/plain_file.h"

namespace io {

planning::Expected<std::string> readText(const std::filesystem::path& file, std::uintmax_t mostBytes) {
  auto stream = openPlainFile(file);
  if (!stream) return planning::refuse("cannot-read", file.string(), stream.error().detail);
  std::error_code failed;
  const std::uintmax_t bytes = std::filesystem::file_size(file, failed);
  if (failed) return planning::refuse("cannot-read", file.string(), failed.message());
  if (bytes > mostBytes)
    return planning::refuse("cannot-read", file.string(), "larger than " + std::to_string(mostBytes) + " bytes");
  std::string text{std::istreambuf_iterator<char>(*stream), {}};
  if (!*stream || text.size() != bytes) return planning::refuse("cannot-read", file.string(), "read error");
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

}  // namespace io
