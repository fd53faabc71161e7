#include "io/pacs/listener.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/dimse.h>
#include <dcmtk/dcmnet/dul.h>

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <vector>

#include "io/pacs/association.h"
#include "io/pacs/intake.h"
#include "io/pacs/storage_classes.h"
#include "io/pacs/transport.h"
#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

using planning::Expected;
using planning::refuse;

constexpr long kLargestPdu = 131072;
constexpr int kLookMs = 100;                       // how often somebody's wish to stop is asked for
constexpr int kWaiting = 8;                        // connections that may wait while one is served
constexpr std::chrono::seconds kStragglerTime{5};  // for what comes after an archive said that it is done

std::string whereOf(const MoveTarget& target) {
  return target.address + ":" + std::to_string(target.port);
}

/// DCMTK listens on every interface; the only other way in is a connection that was taken already, through a value of
/// the whole process.
std::mutex takingOver;

/// An association that came over a connection, and what DCMTK needs around it. Takes the connection.
struct Incoming {
  T_ASC_Network* network = nullptr;
  T_ASC_Association* association = nullptr;

  Incoming(int connection, DcmTransportLayer& layer, bool secure) {
    const std::lock_guard alone(takingOver);
    dcmExternalSocketHandle.set(connection);
    auto status = ASC_initializeNetwork(NET_ACCEPTOR, 0, kSilenceSeconds, &network);
    if (status.good()) status = ASC_setTransportLayer(network, &layer, 0);
    if (status.good())
      status = ASC_receiveAssociation(network, &association, kLargestPdu, nullptr, nullptr, secure ? OFTrue : OFFalse,
                                      DUL_NOBLOCK, kSilenceSeconds);
    else
      ::close(connection);
    dcmExternalSocketHandle.set(-1);
    good = status.good();
  }
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;
  ~Incoming() {
    if (association != nullptr) {
      ASC_dropAssociation(association);
      ASC_destroyAssociation(&association);
    }
    if (network != nullptr) ASC_dropNetwork(&network);
  }
  bool good = false;
};

void reject(T_ASC_Association& association) {
  const T_ASC_RejectParameters why{ASC_RESULT_REJECTEDPERMANENT, ASC_SOURCE_SERVICEUSER,
                                   ASC_REASON_SU_CALLEDAETITLENOTRECOGNIZED};
  ASC_rejectAssociation(&association, &why);
}

bool calls(const T_ASC_Association& association, const std::string& title) {
  std::array<char, 32> calling{}, called{};
  const auto read =
      ASC_getAPTitles(association.params, calling.data(), calling.size(), called.data(), called.size(), nullptr, 0);
  std::string name = called.data();
  while (name.ends_with(' ')) name.pop_back();
  return read.good() && name == title;
}

OFCondition acceptContexts(T_ASC_Association& association, const std::set<std::string>& classes) {
  std::vector<const char*> abstract{UID_VerificationSOPClass}, syntaxes;
  for (const auto& sopClass : classes) abstract.push_back(sopClass.c_str());
  for (const auto* list : {&plainSyntaxes(), &compressedSyntaxes()})
    for (const auto& syntax : *list) syntaxes.push_back(syntax.c_str());
  return ASC_acceptContextsWithPreferredTransferSyntaxes(association.params, abstract.data(),
                                                         static_cast<int>(abstract.size()), syntaxes.data(),
                                                         static_cast<int>(syntaxes.size()));
}

}  // namespace

Listener::Listener(Site site, std::set<std::string> classes, Intake& intake, const planning::Progress& progress)
    : site_(std::move(site)), classes_(std::move(classes)), intake_(intake), progress_(progress) {}

Listener::~Listener() {
  close();
}

Expected<std::unique_ptr<Listener>> Listener::open(const Site& site, const std::set<std::string>& classes,
                                                   Intake& intake, const planning::Progress& progress) {
  std::unique_ptr<Listener> listener(new Listener(site, classes, intake, progress));
  {
    WireWatch watch(progress);  // what is wrong with the files is said before anybody is asked
    if (auto layer = transportFrom(site, watch); !layer) return tl::unexpected(layer.error());
  }
  if (auto known = listener->resolve(); !known) return tl::unexpected(known.error());
  if (auto bound = listener->bind(); !bound) return tl::unexpected(bound.error());
  dcmDisableGethostbyaddr.set(OFTrue);  // else a name server that is slow holds the connection up
  listener->thread_ = std::thread([raw = listener.get()] { raw->run(); });
  return listener;
}

Expected<void> Listener::resolve() {
  const std::string& host = site_.move->from.empty() ? site_.host : site_.move->from;
  addrinfo wanted{};
  wanted.ai_family = AF_INET;
  wanted.ai_socktype = SOCK_STREAM;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), nullptr, &wanted, &found) != 0) return refuse("pacs-unreachable", site_.name, host);
  for (const auto* one = found; one != nullptr; one = one->ai_next) {
    std::array<char, INET_ADDRSTRLEN> text{};
    const auto* address = reinterpret_cast<const sockaddr_in*>(one->ai_addr);
    if (inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size()) != nullptr) senders_.insert(text.data());
  }
  ::freeaddrinfo(found);
  return {};
}

Expected<void> Listener::bind() {
  const auto& target = *site_.move;
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_port = htons(static_cast<std::uint16_t>(target.port));
  inet_pton(AF_INET, target.address.c_str(), &here.sin_addr);
  const int yes = 1;
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ::setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));  // a connection that has just ended may linger
  if (socket_ >= 0 && ::bind(socket_, reinterpret_cast<sockaddr*>(&here), sizeof(here)) == 0 &&
      ::listen(socket_, kWaiting) == 0)
    return {};
  if (errno == EADDRINUSE) return refuse("pacs-port-taken", site_.name, whereOf(target));
  return refuse("pacs-cannot-listen", site_.name, whereOf(target));
}

void Listener::run() {
  const Ending ending(*this);
  while (!ending.stopRequested()) {
    pollfd waits{socket_, POLLIN, 0};
    if (::poll(&waits, 1, kLookMs) <= 0) continue;
    const int connection = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) continue;
    if (!isKnown(connection)) {
      ::close(connection);
      continue;
    }
    serving_ = true;
    serve(connection);
    lastHeard_ = Clock::now();
    serving_ = false;
    idle_.notify_all();
  }
}

bool Listener::isKnown(int connection) {
  sockaddr_in peer{};
  socklen_t size = sizeof(peer);
  std::array<char, INET_ADDRSTRLEN> text{};
  if (::getpeername(connection, reinterpret_cast<sockaddr*>(&peer), &size) != 0) return false;
  inet_ntop(AF_INET, &peer.sin_addr, text.data(), text.size());
  if (senders_.contains(text.data())) return true;
  stranger_ = text.data();
  return false;
}

void Listener::serve(int connection) {
  const Ending ending(*this);
  WireWatch watch(ending);
  const auto layer = transportFrom(site_, watch);
  if (!layer) return void(::close(connection));
  const Incoming incoming(connection, **layer, site_.tls.has_value());
  if (!incoming.good) return;
  auto& association = *incoming.association;
  if (!calls(association, site_.calling)) return reject(association);
  if (acceptContexts(association, classes_).bad() || ASC_acknowledgeAssociation(&association).bad()) return;
  receiveAll(association, watch);
}

/// Until the peer releases, or anything goes wrong.
void Listener::receiveAll(T_ASC_Association& association, WireWatch& watch) {
  for (;;) {
    watch.allow(kStepTime);
    T_DIMSE_Message message{};
    T_ASC_PresentationContextID context = 0;
    const auto came = DIMSE_receiveCommand(&association, DIMSE_NONBLOCKING, static_cast<int>(kStepTime.count()),
                                           &context, &message, nullptr);
    if (came == DUL_PEERREQUESTEDRELEASE) return void(ASC_acknowledgeRelease(&association));
    auto done = came;
    if (came.good() && message.CommandField == DIMSE_C_STORE_RQ)
      done = intake_.receive(association, watch, message.msg.CStoreRQ, context);
    else if (came.good() && message.CommandField == DIMSE_C_ECHO_RQ)
      done = DIMSE_sendEchoResponse(&association, context, &message.msg.CEchoRQ, STATUS_Success, nullptr);
    else if (came.good())
      done = DIMSE_BADCOMMANDTYPE;
    if (done.bad()) return void(ASC_abortAssociation(&association));
  }
}

void Listener::settle() {
  const auto begun = Clock::now();
  const Ending ending(*this);
  std::unique_lock lock(mutex_);
  while (!ending.stopRequested()) {
    const auto now = Clock::now();
    const bool waitedLong = now - begun > kStragglerTime;
    const bool quiet = now - std::max(begun, lastHeard()) > kStragglerTime;
    if (intake_.isComplete() ? !serving_ || waitedLong : quiet) return;
    idle_.wait_for(lock, std::chrono::milliseconds(kLookMs));
  }
}

void Listener::close() {
  over_ = true;
  if (thread_.joinable()) thread_.join();
  if (socket_ >= 0) ::close(socket_);
  socket_ = -1;
}

}  // namespace io::pacs
