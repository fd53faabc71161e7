#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "planning/error.h"

namespace io::pacs {

/// The files that a TLS association needs, PEM.
struct Tls {
  std::filesystem::path trusted;      ///< certificates of the authorities that the peer's must come from
  std::filesystem::path certificate;  ///< ours; empty: none is shown
  std::filesystem::path key;          ///< of ours, readable by its owner alone
  std::filesystem::path revoked;      ///< the authorities' list of revoked certificates; empty: none is looked up

  friend bool operator==(const Tls&, const Tls&) = default;
};

/// Where we listen, while a fetch by C-MOVE runs, for the objects that the archive sends.
struct MoveTarget {
  std::string address;  ///< IPv4, of the one interface of ours that is listened on
  int port = 0;
  std::string from{};  ///< the host that sends; empty: the archive's own

  friend bool operator==(const MoveTarget&, const MoveTarget&) = default;
};

/// An archive that the site's settings name.
struct Site {
  std::string name;
  std::string host;  ///< a name or an IPv4 address; a TLS peer's certificate must be made out to it
  int port = 104;
  std::string called;             ///< the archive's AE title
  std::string calling;            ///< ours
  std::optional<Tls> tls;         ///< absent: not encrypted
  bool worklist = false;          ///< it answers worklist questions
  std::string worklistStation{};  ///< scheduled station AE title to ask for; empty: all
  bool outbox = false;            ///< what is completed here is sent there by itself
  std::optional<MoveTarget>
      move{};  ///< present: it is fetched from by C-MOVE; absent: by C-GET, which needs no listener

  friend bool operator==(const Site&, const Site&) = default;
};

/// A site's settings as text: "[NAME]" begins an archive, then "key = value" lines; # begins a comment.
///
///     [Main archive]
///     host = pacs.example.org
///     port = 11112
///     called = ARCHIVE
///     calling = NEEDLE
///     tls.trusted = /etc/needleplan/ca.pem
///     tls.certificate = /etc/needleplan/needle.pem
///     tls.key = /etc/needleplan/needle.key
///     tls.revoked = /etc/needleplan/revoked.pem
///     worklist = yes
///     worklist.station = CT1
///     outbox = yes
///     move.to = 10.0.0.7:11113
///     move.from = sender.example.org
///
/// host, called and calling must be there. The outbox is of one archive at most. AE titles have 1 to 16 printable
/// characters. IPv6 addresses are refused: DCMTK 3.6.7 takes none. A key that is not known is passed over, unless it
/// begins with "tls": a mistyped one would leave the connection open. Errors: "bad-sites-file", subject "line 12",
/// detail what is wrong there; one bad line refuses all.
planning::Expected<std::vector<Site>> parseSites(const std::string& text);

/// The same of a file. Errors also: "cannot-read".
planning::Expected<std::vector<Site>> readSites(const std::filesystem::path& file);

}  // namespace io::pacs
