#include "io/pacs/site.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <sstream>

#include "io/files/text_file.h"
#include "io/files/trimmed.h"

namespace io::pacs {
namespace {

using planning::Expected;
using planning::refuse;

constexpr std::uintmax_t kLargestBytes = 1 << 20;
constexpr std::size_t kLongestTitle = 16;  // VR AE
constexpr std::size_t kLongestHost = 253;  // a domain name's characters (RFC 1035)

bool isTitle(const std::string& text) {
  return !text.empty() && text.size() <= kLongestTitle &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '\\'; });
}

bool isHost(const std::string& text) {
  return !text.empty() && text.size() <= kLongestHost && std::all_of(text.begin(), text.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '.' || c == '-';
  });
}

std::optional<int> portOf(const std::string& text) {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port < 1 || port > 65535) return std::nullopt;
  return port;
}

/// "10.0.0.7:11113": one interface, never all of them.
std::optional<MoveTarget> targetOf(const std::string& text) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  const auto port = portOf(text.substr(colon + 1));
  const std::string address = text.substr(0, colon);
  in_addr parsed{};
  if (!port || inet_pton(AF_INET, address.c_str(), &parsed) != 1 || parsed.s_addr == INADDR_ANY) return std::nullopt;
  return MoveTarget{address, *port};
}

MoveTarget& moveOf(Site& site) {
  if (!site.move) site.move.emplace();
  return *site.move;
}

/// Why the value is none; empty where it was taken.
std::string takeMove(Site& site, const std::string& key, const std::string& value) {
  if (key == "move.from")
    return isHost(value) ? (moveOf(site).from = value, "") : "move.from: a name or an IPv4 address is needed";
  const auto target = targetOf(value);
  if (!target) return "move.to: an IPv4 address of this computer and a port are needed, as 10.0.0.7:11113";
  moveOf(site).address = target->address;
  moveOf(site).port = target->port;
  return {};
}

Tls& tlsOf(Site& site) {
  if (!site.tls) site.tls.emplace();
  return *site.tls;
}

/// Why the value is none; empty where it was taken.
std::string take(Site& site, const std::string& key, const std::string& value) {
  if (key == "host") return isHost(value) ? (site.host = value, "") : "host: a name or an IPv4 address is needed";
  if (key == "called" || key == "calling") {
    if (!isTitle(value)) return key + ": an AE title has 1 to 16 printable characters";
    (key == "called" ? site.called : site.calling) = value;
    return {};
  }
  if (key == "port") {
    const auto port = portOf(value);
    if (!port) return "port: a number from 1 to 65535 is needed";
    site.port = *port;
    return {};
  }
  if (key == "worklist" || key == "outbox") {
    if (value != "yes" && value != "no") return key + ": yes or no";
    (key == "worklist" ? site.worklist : site.outbox) = value == "yes";
    return {};
  }
  if (key == "worklist.station")
    return isTitle(value) ? (site.worklistStation = value, "") : "worklist.station: not an AE title";
  if (key == "move.to" || key == "move.from") return takeMove(site, key, value);
  if (key == "tls.trusted") return tlsOf(site).trusted = value, "";
  if (key == "tls.certificate") return tlsOf(site).certificate = value, "";
  if (key == "tls.key") return tlsOf(site).key = value, "";
  if (key == "tls.revoked") return tlsOf(site).revoked = value, "";
  return key.starts_with("tls") ? "unknown key " + key : "";
}

/// What a whole site still lacks; empty where nothing does.
std::string lackOf(const Site& site) {
  if (site.host.empty() || site.called.empty() || site.calling.empty())
    return "[" + site.name + "] needs host, called and calling";
  if (site.tls && site.tls->trusted.empty()) return "[" + site.name + "] needs tls.trusted";
  if (site.tls && site.tls->certificate.empty() != site.tls->key.empty())
    return "[" + site.name + "] needs tls.certificate and tls.key together";
  if (site.move && site.move->port == 0) return "[" + site.name + "] needs move.to";
  if (site.move && site.tls && site.tls->certificate.empty())
    return "[" + site.name + "] needs tls.certificate: what the archive sends is to come encrypted too";
  return {};
}

}  // namespace

Expected<std::vector<Site>> parseSites(const std::string& text) {
  std::vector<Site> sites;
  std::istringstream lines(text);
  std::string line;
  int number = 0;
  const auto bad = [&](const std::string& why) {
    return refuse("bad-sites-file", "line " + std::to_string(number), why);
  };
  while (std::getline(lines, line)) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    line = std::string(trimmed(line));
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      if (line.back() != ']' || line.size() < 3) return bad("a name in brackets is needed");
      if (!sites.empty())
        if (const auto lack = lackOf(sites.back()); !lack.empty()) return bad(lack);
      Site site;
      site.name = trimmed(line.substr(1, line.size() - 2));
      if (std::any_of(sites.begin(), sites.end(), [&](const Site& one) { return one.name == site.name; }))
        return bad("two archives are called " + site.name);
      sites.push_back(std::move(site));
      continue;
    }
    const auto equals = line.find('=');
    if (equals == std::string::npos || sites.empty()) return bad("\"[NAME]\" or \"key = value\" is needed");
    const auto why =
        take(sites.back(), std::string(trimmed(line.substr(0, equals))), std::string(trimmed(line.substr(equals + 1))));
    if (!why.empty()) return bad(why);
    if (std::count_if(sites.begin(), sites.end(), [](const Site& site) { return site.outbox; }) > 1)
      return bad("outbox: of one archive alone");
  }
  if (!sites.empty())
    if (const auto lack = lackOf(sites.back()); !lack.empty()) return bad(lack);
  return sites;
}

Expected<std::vector<Site>> readSites(const std::filesystem::path& file) {
  const auto text = readText(file, kLargestBytes);
  if (!text) return tl::unexpected(text.error());
  auto sites = parseSites(*text);
  if (!sites) return refuse(sites.error().code, file.string() + ", " + sites.error().subject, sites.error().detail);
  return sites;
}

}  // namespace io::pacs
