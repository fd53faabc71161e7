#include "io/deidentification/secret.h"

#include <openssl/hmac.h>
#include <sys/stat.h>

#include <charconv>
#include <iomanip>
#include <random>

#include "io/files/plain_file.h"
#include "io/files/safe_file.h"
#include "io/files/uid.h"

namespace io::deidentification {
namespace {

std::string hex(std::span<const std::uint8_t> bytes) {
  constexpr const char* kDigits = "0123456789abcdef";
  std::string text;
  for (const auto byte : bytes) text += {kDigits[byte >> 4], kDigits[byte & 15]};
  return text;
}

std::string idOf(const planning::Patient& patient) {
  return patient.issuer + "\n" + patient.id;
}

std::uint32_t limb(std::span<const std::uint8_t> bytes) {
  return static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16 |
         static_cast<std::uint32_t>(bytes[2]) << 8 | bytes[3];
}

}  // namespace

Secret::Secret() {
  std::random_device random;
  for (auto& byte : key_) byte = static_cast<std::uint8_t>(random());
}

planning::Expected<Secret> Secret::keptIn(const std::filesystem::path& file) {
  Secret secret;
  auto stream = openPlainFile(file);
  if (!stream && stream.error().code != "no-such-path") return tl::unexpected(stream.error());
  if (!stream) {
    const std::string text = hex(secret.key_) + "\n";
    const auto written = writeSafely(file, std::as_bytes(std::span(text)));
    if (!written) return tl::unexpected(written.error());
    ::chmod(file.c_str(), S_IRUSR | S_IWUSR);
    return secret;
  }
  std::string text;
  *stream >> std::setw(1000) >> text;
  const auto bad = [&] { return planning::refuse("bad-key-file", file.string()); };
  if (text.size() != 2 * secret.key_.size()) return bad();
  for (std::size_t i = 0; i < secret.key_.size(); ++i) {
    const char* digits = &text[2 * i];
    if (std::from_chars(digits, digits + 2, secret.key_[i], 16).ptr != digits + 2) return bad();
  }
  return secret;
}

Secret::Digest Secret::digest(const std::string& purpose, const std::string& text) const {
  const std::string message = purpose + "\n" + text;
  Digest result{};
  unsigned length = 0;
  ::HMAC(EVP_sha256(), key_.data(), static_cast<int>(key_.size()),
         reinterpret_cast<const unsigned char*>(message.data()), message.size(), result.data(), &length);
  return result;
}

std::string Secret::uid(const std::string& original) const {
  const Digest bits = digest("uid", original);
  const std::span<const std::uint8_t> bytes(bits);
  return uidOf({limb(bytes.subspan(0)), limb(bytes.subspan(4)), limb(bytes.subspan(8)), limb(bytes.subspan(12))});
}

std::string Secret::pseudonym(const planning::Patient& patient) const {
  constexpr const char* kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";  // 32, none like another
  const Digest bits = digest("patient", idOf(patient));
  std::string text = "NP-";
  for (std::size_t i = 0; i < 10; ++i) text += kLetters[bits[i] % 32];
  return text;
}

int Secret::daysEarlier(const planning::Patient& patient) const {
  constexpr std::uint32_t kLeast = 366, kSpan = 3650;
  const Digest bits = digest("dates", idOf(patient));
  return static_cast<int>(kLeast + limb(bits) % kSpan);
}

}  // namespace io::deidentification
