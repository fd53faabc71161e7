#include "io/pacs/site_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>
#include <system_error>
#include <vector>

#include "io/files/safe_file.h"
#include "io/files/text_file.h"
#include "io/files/trimmed.h"

namespace io::pacs {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::refuse;

constexpr std::uintmax_t kLargestBytes = 1 << 20;

using Lines = std::vector<std::string>;

/// Every key that is known here with its value, in the order in which they are written; empty: it has none.
std::vector<std::pair<std::string, std::string>> keysOf(const Site& site) {
  const Tls tls = site.tls.value_or(Tls{});
  const MoveTarget move = site.move.value_or(MoveTarget{});
  return {{"host", site.host},
          {"port", std::to_string(site.port)},
          {"called", site.called},
          {"calling", site.calling},
          {"tls.trusted", tls.trusted.string()},
          {"tls.certificate", tls.certificate.string()},
          {"tls.key", tls.key.string()},
          {"tls.revoked", tls.revoked.string()},
          {"worklist", site.worklist ? "yes" : ""},
          {"worklist.station", site.worklistStation},
          {"outbox", site.outbox ? "yes" : ""},
          {"move.to", site.move ? move.address + ":" + std::to_string(move.port) : ""},
          {"move.from", move.from}};
}

std::string plain(const std::string& line) {
  return std::string(trimmed(line.ends_with('\r') ? line.substr(0, line.size() - 1) : line));
}

bool isHeader(const std::string& line) {
  const auto text = plain(line);
  return text.size() > 2 && text.front() == '[' && text.back() == ']';
}

/// Empty where the line has none.
std::string keyIn(const std::string& line) {
  const auto text = plain(line);
  const auto equals = text.find('=');
  return text.starts_with('#') || equals == std::string::npos ? "" : std::string(trimmed(text.substr(0, equals)));
}

/// The lines of one archive: from its header to behind its last key.
struct Section {
  Lines::iterator first, end;
};

Section sectionOf(Lines& lines, const std::string& name) {
  const auto first = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
    const auto text = plain(line);
    return isHeader(line) && trimmed(text.substr(1, text.size() - 2)) == name;
  });
  if (first == lines.end()) return {first, first};
  auto end = std::find_if(first + 1, lines.end(), isHeader);
  while (end != first + 1 && keyIn(*(end - 1)).empty()) --end;
  return {first, end};
}

Lines rewritten(const Section& old, const Site& site) {
  auto keys = keysOf(site);
  const auto known = [&](const std::string& key) {
    return std::find_if(keys.begin(), keys.end(), [&](const auto& one) { return one.first == key; });
  };
  Lines lines{"[" + site.name + "]"};
  if (old.first != old.end)
    for (auto line = old.first + 1; line != old.end; ++line) {
      const auto at = known(keyIn(*line));
      if (at == keys.end()) {
        lines.push_back(*line);
        continue;
      }
      if (!at->second.empty()) lines.push_back(at->first + " = " + at->second);
      at->second.clear();
    }
  for (const auto& [key, value] : keys)
    if (!value.empty()) lines.push_back(key + " = " + value);
  return lines;
}

}  // namespace

Expected<std::string> withSite(const std::string& text, const std::string& name, const std::optional<Site>& site) {
  if (const auto before = parseSites(text); !before) return tl::unexpected(before.error());
  if (site && site->tls && site->tls->trusted.empty())  // no line would say that it is to be encrypted
    return refuse("bad-sites-file", site->name, "[" + site->name + "] needs tls.trusted");
  Lines lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  const auto old = sectionOf(lines, name);
  if (old.first == lines.end() && !lines.empty() && site) lines.emplace_back();
  const auto section = sectionOf(lines, name);
  const Lines now = site ? rewritten(section, *site) : Lines{};
  const auto at = lines.erase(section.first, section.end);
  lines.insert(at, now.begin(), now.end());
  std::string result;
  for (const auto& line : lines) result += line + "\n";
  const auto after = parseSites(result);
  if (!after) return tl::unexpected(after.error());
  // What would be read otherwise than it was meant (a line's end in a path) is not written.
  if (site && std::find(after->begin(), after->end(), *site) == after->end())
    return refuse("bad-sites-file", site->name, "a value begins or ends with a blank, or holds the end of a line");
  return result;
}

Expected<void> saveSite(const fs::path& file, const std::string& name, const std::optional<Site>& site) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  const int made = ::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made < 0) return refuse("cannot-write", file.string(), std::generic_category().message(errno));
  ::close(made);
  const auto text = readText(file, kLargestBytes);
  if (!text) return tl::unexpected(text.error());
  const auto changed = withSite(*text, name, site);
  if (!changed) return tl::unexpected(changed.error());
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);  // the new file gets those of the old
  if (error) return refuse("cannot-write", file.string(), error.message());
  return writeSafely(file, std::as_bytes(std::span(*changed)));
}

}  // namespace io::pacs
