#include "io/pacs/transport.h"

#include <dcmtk/dcmnet/dcmtrans.h>
#include <dcmtk/dcmtls/tlslayer.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

#include <sys/stat.h>

namespace io::pacs {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::refuse;

thread_local int lastFault = X509_V_OK;
thread_local std::string lastDisagreement;

int noteFault(int accepted, X509_STORE_CTX* chain) {
  if (accepted == 0) lastFault = X509_STORE_CTX_get_error(chain);
  return accepted;
}

/// OpenSSL's own reason at the moment when a handshake ends, before DCMTK has taken it; and what the peer answers later
/// to our certificate (TLS 1.3). A connection that was cut has none of the two.
void noteDisagreement(const SSL* /*connection*/, int where, int result) {
  constexpr int kFatal = SSL3_AL_FATAL << 8;
  if ((where & SSL_CB_EXIT) != 0 && result <= 0) {
    const unsigned long error = ERR_peek_last_error();
    if (ERR_GET_LIB(error) != ERR_LIB_SSL || ERR_GET_REASON(error) == SSL_R_UNEXPECTED_EOF_WHILE_READING) return;
    if (const char* reason = ERR_reason_error_string(error)) lastDisagreement = reason;
  } else if ((where & SSL_CB_READ_ALERT) == SSL_CB_READ_ALERT && (result & 0xff00) == kFatal &&
             (result & 0xff) != SSL_AD_INTERNAL_ERROR) {
    lastDisagreement = SSL_alert_desc_string_long(result);
  }
}

void forgetFaults() {
  lastFault = X509_V_OK;
  lastDisagreement.clear();
}

class Plain : public DcmTransportLayer {
 public:
  explicit Plain(WireWatch& watch) : watch_(watch) {}
  DcmTransportConnection* createConnection(DcmNativeSocketType socket, OFBool /*secure*/) override {
    watch_.take(socket);
    return DcmTransportLayer::createConnection(socket, OFFalse);
  }

 private:
  WireWatch& watch_;
};

class Encrypted : public DcmTLSTransportLayer {
 public:
  Encrypted(T_ASC_NetworkRole ours, WireWatch& watch) : DcmTLSTransportLayer(ours, nullptr, OFTrue), watch_(watch) {}
  DcmTransportConnection* createConnection(DcmNativeSocketType socket, OFBool secure) override {
    watch_.take(socket);
    forgetFaults();
    return DcmTLSTransportLayer::createConnection(socket, secure);
  }

 private:
  WireWatch& watch_;
};

/// A key that others may read is none.
bool isOursAlone(const fs::path& file) {
  struct stat about {};
  return ::stat(file.c_str(), &about) == 0 && (about.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

Expected<void> loadOurs(DcmTLSTransportLayer& layer, const Tls& tls) {
  if (tls.certificate.empty()) return {};
  if (!isOursAlone(tls.key)) return refuse("pacs-key-readable", tls.key.string());
  if (layer.setPrivateKeyFile(tls.key.c_str(), DCF_Filetype_PEM).bad())
    return refuse("pacs-tls-files", tls.key.string());
  if (layer.setCertificateFile(tls.certificate.c_str(), DCF_Filetype_PEM).bad() ||
      !layer.checkPrivateKeyMatchesCertificate())
    return refuse("pacs-tls-files", tls.certificate.string());
  return {};
}

/// What OpenSSL checks of the peer beyond the chain. Without a host: a peer that connects to us.
bool demand(SSL_CTX* context, const std::string& host) {
  auto* wanted = SSL_CTX_get0_param(context);
  X509_VERIFY_PARAM_set_hostflags(wanted, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_NEVER_CHECK_SUBJECT);
  const bool named = host.empty() || X509_VERIFY_PARAM_set1_ip_asc(wanted, host.c_str()) == 1 ||
                     X509_VERIFY_PARAM_set1_host(wanted, host.c_str(), 0) == 1;
  X509_VERIFY_PARAM_set_purpose(wanted, host.empty() ? X509_PURPOSE_SSL_CLIENT : X509_PURPOSE_SSL_SERVER);
  SSL_CTX_set_security_level(context, 2);  // 112 bits: RSA of 2048 and more, no SHA-1
  return named && SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) == 1;
}

bool takeRevoked(SSL_CTX* context, const fs::path& file) {
  if (file.empty()) return true;
  auto* lookup = X509_STORE_add_lookup(SSL_CTX_get_cert_store(context), X509_LOOKUP_file());
  if (lookup == nullptr || X509_load_crl_file(lookup, file.c_str(), X509_FILETYPE_PEM) < 1) return false;
  return X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_CRL_CHECK) == 1;
}

Expected<std::unique_ptr<DcmTransportLayer>> encrypted(T_ASC_NetworkRole role, const Site& site,
                                                       const std::string& host, WireWatch& watch) {
  forgetFaults();  // a peer that is not even reached has no certificate
  auto layer = std::make_unique<Encrypted>(role, watch);
  if (layer->addTrustedCertificateFile(site.tls->trusted.c_str(), DCF_Filetype_PEM).bad())
    return refuse("pacs-tls-files", site.tls->trusted.string());
  if (auto ours = loadOurs(*layer, *site.tls); !ours) return tl::unexpected(ours.error());
  auto* context = layer->getNativeHandle();
  if (layer->setTLSProfile(TSP_Profile_BCP195_ND).bad() || layer->activateCipherSuites().bad())
    return refuse("pacs-tls-files", site.name);
  layer->setCertificateVerification(DCV_requireCertificate);
  if (!demand(context, host)) return refuse("pacs-tls-files", host);
  if (!takeRevoked(context, site.tls->revoked)) return refuse("pacs-tls-files", site.tls->revoked.string());
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, noteFault);
  SSL_CTX_set_info_callback(context, noteDisagreement);
  return layer;
}

}  // namespace

Expected<std::unique_ptr<DcmTransportLayer>> transportTo(const Site& site, WireWatch& watch) {
  if (!site.tls) return std::make_unique<Plain>(watch);
  return encrypted(NET_REQUESTOR, site, site.host, watch);
}

Expected<std::unique_ptr<DcmTransportLayer>> transportFrom(const Site& site, WireWatch& watch) {
  if (!site.tls) return std::make_unique<Plain>(watch);
  return encrypted(NET_ACCEPTOR, site, {}, watch);
}

std::string tlsFault() {
  return lastFault == X509_V_OK ? lastDisagreement : X509_verify_cert_error_string(lastFault);
}

}  // namespace io::pacs
