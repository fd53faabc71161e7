#pragma once

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmnet/dcmlayer.h>

#include <memory>
#include <string>

#include "io/pacs/site.h"
#include "io/pacs/wire_watch.h"
#include "planning/error.h"

namespace io::pacs {

/// How bytes go to a site, with the watch on its socket; encrypted where the site has TLS. Then the peer must show a
/// certificate for the very host of the settings (subject alternative names alone, no partial wildcard), from an
/// authority of the settings, made for servers, in time, not revoked where a list is given; TLS 1.2 or later, keys of
/// at least 2048 bits, no SHA-1. DCMTK by itself lets 12 of 33 wrong peers in. Errors: "pacs-tls-files" naming the
/// file.
planning::Expected<std::unique_ptr<DcmTransportLayer>> transportTo(const Site& site, WireWatch& watch);

/// The same for connections that come from a site: where the site has TLS, so have they, and the
/// peer must show a certificate of the same authorities, made for clients. The same errors.
planning::Expected<std::unique_ptr<DcmTransportLayer>> transportFrom(const Site& site, WireWatch& watch);

/// Why the last handshake of this thread can never succeed with this peer: what is wrong with its certificate, what it
/// says of ours, or that it speaks no TLS that we take. Empty where it did succeed, or was only cut off.
std::string tlsFault();

}  // namespace io::pacs
