#include "io/practice/sealed.h"

#include <openssl/evp.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <sstream>

#include "io/files/plain_file.h"
#include "io/files/safe_file.h"
#include "io/files/sha256.h"
#include "planning/check.h"

namespace io::practice {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::refuse;
using Bytes = std::vector<std::byte>;

constexpr const char* kFirstWords = "needleplan-seal 1 ";
constexpr std::size_t kDigestLength = 64;
/// The seal as it lies there, and what it unpacks to: masks pack a thousandfold.
constexpr std::uintmax_t kLargestSeal = std::uintmax_t{1} << 28;
constexpr const char* kTooLarge = "larger than 256 MB";
constexpr std::uintmax_t kMostOpenBytes = std::uintmax_t{1} << 33;  ///< of the scan and all that lies open
constexpr std::size_t kMostLines = 100000, kMostAnswers = 100, kLongestName = 200;

/// The same bytes again when done twice: AES in counter mode under a key that anybody may read here.
void encode(std::span<std::byte> bytes) {
  constexpr unsigned char kKey[16] = {'n', 'e', 'e', 'd', 'l', 'e', 'p', 'l', 'a', 'n', ' ', 's', 'e', 'a', 'l', '1'};
  constexpr unsigned char kStart[16] = {};
  constexpr std::size_t kPiece = std::size_t{1} << 24;
  const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(),
                                                                                EVP_CIPHER_CTX_free);
  planning::check(EVP_EncryptInit_ex(context.get(), EVP_aes_128_ctr(), nullptr, kKey, kStart) == 1, "AES is there");
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    auto* piece = reinterpret_cast<unsigned char*>(bytes.data() + at);
    int written = 0;
    EVP_EncryptUpdate(context.get(), piece, &written, piece, static_cast<int>(std::min(kPiece, bytes.size() - at)));
  }
}

struct OpenFile {
  std::uintmax_t size = 0;
  std::string digest;

  friend bool operator==(const OpenFile&, const OpenFile&) = default;
};
using OpenFiles = std::map<std::string, OpenFile>;  // by the path below the folder

Expected<std::string> digestOf(const fs::path& file) {
  auto stream = openPlainFile(file);
  if (!stream) return tl::unexpected(stream.error());
  Sha256 hash;
  std::vector<char> piece(1 << 16);
  while (stream->read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream->gcount() > 0)
    hash.add(std::as_bytes(std::span(piece.data(), static_cast<std::size_t>(stream->gcount()))));
  if (!stream->eof()) return refuse("cannot-read", file.string());
  return hash.hex();
}

Expected<void> addDigests(OpenFiles& files, const fs::path& folder) {
  for (auto& [name, file] : files) {
    auto digest = digestOf(folder / name);
    if (!digest) return tl::unexpected(digest.error());
    file.digest = std::move(*digest);
  }
  return {};
}

/// Plain files with their sizes, still without their digests.
Expected<OpenFiles> openFilesIn(const fs::path& folder) {
  OpenFiles files;
  std::uintmax_t all = 0;
  std::error_code failed;
  for (fs::recursive_directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().lexically_relative(folder).generic_string();
    if (entry->is_directory(failed) || name == kSealFile) continue;
    if (const auto plain = mustBePlainFile(entry->path()); !plain) return tl::unexpected(plain.error());
    const auto size = entry->file_size(failed);
    if (failed) return refuse("cannot-read", entry->path().string(), failed.message());
    if (size > kMostOpenBytes || (all += size) > kMostOpenBytes || files.size() >= kMostLines)
      return refuse("cannot-read", folder.string(), "more than 8 GB or 100000 files");
    files[name].size = size;
  }
  if (failed) return refuse("cannot-read", folder.string(), failed.message());
  return files;
}

void append(Bytes& bytes, std::string_view text) {
  const auto more = std::as_bytes(std::span(text));
  bytes.insert(bytes.end(), more.begin(), more.end());
}

/// The list of open files, of answers, an empty line, then the answers one behind the other.
Bytes contentsOf(const OpenFiles& open, const std::vector<SealedFile>& answers) {
  Bytes bytes;
  for (const auto& [name, file] : open)
    append(bytes, "open " + std::to_string(file.size) + " " + file.digest + " " + name + "\n");
  for (const auto& answer : answers)
    append(bytes, "answer " + std::to_string(answer.bytes.size()) + " " + answer.name + "\n");
  append(bytes, "\n");
  for (const auto& answer : answers) bytes.insert(bytes.end(), answer.bytes.begin(), answer.bytes.end());
  return bytes;
}

struct Contents {
  OpenFiles open;
  std::vector<SealedFile> answers;
};

bool isPlainName(const std::string& name) {
  return !name.empty() && name.size() <= kLongestName && name.front() != '.' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string::npos;
}

std::optional<std::uintmax_t> sizeOf(const std::string& word) {
  std::uintmax_t size = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), size);
  if (error != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return size;
}

bool readLine(const std::string& line, Contents& contents, std::vector<std::uintmax_t>& sizes) {
  std::istringstream words(line);
  std::string kind, sizeWord, digest, name;
  words >> kind >> sizeWord;
  const auto size = sizeOf(sizeWord);
  if (kind == "open") words >> digest;
  words.get();
  std::getline(words, name);
  if (!size || name.empty() || name.size() > kLongestName) return false;
  if (kind == "open") return contents.open.emplace(name, OpenFile{*size, digest}).second;
  if (kind != "answer" || !isPlainName(name) || contents.answers.size() >= kMostAnswers) return false;
  contents.answers.push_back({name, {}});
  sizes.push_back(*size);
  return true;
}

std::optional<Contents> parse(const Bytes& bytes) {
  Contents contents;
  std::vector<std::uintmax_t> sizes;
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  std::size_t at = 0;
  for (std::size_t lines = 0;; ++lines) {
    const auto end = text.find('\n', at);
    if (end == std::string_view::npos || lines > kMostLines) return std::nullopt;
    const std::string line(text.substr(at, std::min<std::size_t>(end - at, 1000)));
    at = end + 1;
    if (line.empty()) break;
    if (!readLine(line, contents, sizes)) return std::nullopt;
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] > bytes.size() - at) return std::nullopt;
    const auto from = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    contents.answers[i].bytes.assign(from, from + static_cast<std::ptrdiff_t>(sizes[i]));
    at += sizes[i];
  }
  if (at != bytes.size()) return std::nullopt;
  return contents;
}

/// Masks are nearly all nought.
Bytes compressed(const Bytes& contents) {
  uLongf size = compressBound(contents.size());
  Bytes packed(size);
  const int done = compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                             reinterpret_cast<const Bytef*>(contents.data()), contents.size(), Z_BEST_SPEED);
  planning::check(done == Z_OK, "there is room for what was compressed");
  packed.resize(size);
  return packed;
}

std::optional<Bytes> decompressed(const Bytes& packed, std::uintmax_t size) {
  Bytes contents(size);
  uLongf got = size;
  const int done = uncompress(reinterpret_cast<Bytef*>(contents.data()), &got,
                              reinterpret_cast<const Bytef*>(packed.data()), packed.size());
  return done == Z_OK && got == size ? std::optional(std::move(contents)) : std::nullopt;
}

std::string digestOf(const std::string& size, const Bytes& packed) {
  Sha256 hash;
  hash.add(std::as_bytes(std::span(size)));
  hash.add(packed);
  return hash.hex();
}

/// What stands in the seal's first line.
struct FirstLine {
  std::string digest;
  std::uintmax_t size = 0;  ///< of the contents before they were compressed
};

/// The line is part of what is hashed, but for the digest itself.
std::string sizeLine(std::uintmax_t size) {
  return " " + std::to_string(size) + "\n";
}

std::optional<FirstLine> parseFirstLine(const std::string& line) {
  const std::string_view words(kFirstWords);
  if (!line.starts_with(words) || line.size() < words.size() + kDigestLength + 2) return std::nullopt;
  const std::string digest = line.substr(words.size(), kDigestLength);
  const std::string rest = line.substr(words.size() + kDigestLength);
  const auto size = sizeOf(rest.substr(1));
  if (digest.find_first_not_of("0123456789abcdef") != std::string::npos || !size) return std::nullopt;
  if (rest + "\n" != sizeLine(*size)) return std::nullopt;
  return FirstLine{digest, *size};
}

Expected<std::ifstream> openedSeal(const fs::path& file, FirstLine& first) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  if (failed) return refuse("seal-missing", file.string());
  if (size > kLargestSeal) return refuse("seal-broken", file.string(), kTooLarge);
  auto opened = openPlainFile(file);
  if (!opened) return tl::unexpected(opened.error());
  std::ifstream stream = std::move(*opened);
  std::string line(std::string_view(kFirstWords).size() + kDigestLength + 20, '\0');
  stream.getline(line.data(), static_cast<std::streamsize>(line.size()));
  const auto parsed = stream ? parseFirstLine(line.c_str()) : std::nullopt;
  if (!parsed) return refuse("seal-broken", file.string(), "no seal of needleplan");
  if (parsed->size > kLargestSeal) return refuse("seal-broken", file.string(), kTooLarge);
  first = *parsed;
  return stream;
}

/// The first open file that is not as it was sealed; only files of the right size are read.
Expected<void> compare(const OpenFiles& sealed, OpenFiles now, const fs::path& folder) {
  for (const auto& [name, file] : sealed) {
    const auto found = now.find(name);
    if (found == now.end()) return refuse("exercise-changed", (folder / name).string(), "missing");
    if (found->second.size != file.size) return refuse("exercise-changed", (folder / name).string(), "other contents");
  }
  for (const auto& [name, file] : now)
    if (!sealed.contains(name)) return refuse("exercise-changed", (folder / name).string(), "not sealed");
  if (const auto read = addDigests(now, folder); !read) return read;
  for (const auto& [name, file] : sealed)
    if (now.at(name) != file) return refuse("exercise-changed", (folder / name).string(), "other contents");
  return {};
}

}  // namespace

Expected<std::string> seal(const fs::path& folder, const std::vector<SealedFile>& answers) {
  for (const auto& answer : answers) planning::check(isPlainName(answer.name), "an answer has a plain name");
  auto open = openFilesIn(folder);
  if (!open) return tl::unexpected(open.error());
  if (const auto read = addDigests(*open, folder); !read) return tl::unexpected(read.error());
  const Bytes contents = contentsOf(*open, answers);
  if (contents.size() > kLargestSeal) return refuse("cannot-write", (folder / kSealFile).string(), kTooLarge);
  const std::string size = sizeLine(contents.size());
  Bytes packed = compressed(contents);
  const std::string digest = digestOf(size, packed);
  encode(packed);
  Bytes whole;
  append(whole, kFirstWords + digest + size);
  whole.insert(whole.end(), packed.begin(), packed.end());
  if (const auto written = writeSafely(folder / kSealFile, whole); !written) return tl::unexpected(written.error());
  return digest;
}

Expected<std::string> sealDigest(const fs::path& folder) {
  FirstLine first;
  const auto stream = openedSeal(folder / kSealFile, first);
  if (!stream) return tl::unexpected(stream.error());
  return first.digest;
}

Expected<std::vector<SealedFile>> openSeal(const fs::path& folder) {
  const fs::path file = folder / kSealFile;
  FirstLine first;
  auto stream = openedSeal(file, first);
  if (!stream) return tl::unexpected(stream.error());
  const std::string rest{std::istreambuf_iterator<char>(*stream), {}};
  Bytes packed;
  append(packed, rest);
  encode(packed);
  if (digestOf(sizeLine(first.size), packed) != first.digest)
    return refuse("seal-broken", file.string(), "its contents do not fit its digest");
  auto bytes = decompressed(packed, first.size);
  auto contents = bytes ? parse(*bytes) : std::nullopt;
  bytes.reset();
  if (!contents) return refuse("seal-broken", file.string(), "its contents are malformed");
  auto now = openFilesIn(folder);
  if (!now) return tl::unexpected(now.error());
  if (const auto same = compare(contents->open, std::move(*now), folder); !same) return tl::unexpected(same.error());
  return std::move(contents->answers);
}

}  // namespace io::practice
