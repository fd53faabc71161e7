#include "io/files/plain_file.h"

#include <cerrno>
#include <system_error>

namespace io {

namespace fs = std::filesystem;

planning::Expected<void> mustBePlainFile(const fs::path& file) {
  std::error_code failed;
  const auto status = fs::status(file, failed);
  if (status.type() == fs::file_type::not_found) return planning::refuse("no-such-path", file.string());
  if (failed) return planning::refuse("cannot-read", file.string(), failed.message());
  if (!fs::is_regular_file(status)) return planning::refuse("cannot-read", file.string(), "not a regular file");
  return {};
}

planning::Expected<std::ifstream> openPlainFile(const fs::path& file) {
  if (const auto plain = mustBePlainFile(file); !plain) return tl::unexpected(plain.error());
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return planning::refuse("cannot-read", file.string(), std::generic_category().message(errno));
  return stream;
}

}  // namespace io
