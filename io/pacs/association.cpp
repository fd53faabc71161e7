#include "io/pacs/association.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmnet/assoc.h>
#include <dcmtk/dcmnet/cond.h>
#include <dcmtk/dcmnet/dcmtrans.h>
#include <dcmtk/dcmnet/dimse.h>
#include <dcmtk/dcmnet/dul.h>

#include <array>

#include "io/dicom/library.h"
#include "io/pacs/transport.h"
#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

using planning::Error;
using planning::Expected;
using planning::refuse;

std::string reasonOf(const T_ASC_RejectParameters& rejected) {
  OFString text;
  ASC_printRejectParameters(text, &rejected);
  std::string line = text;
  for (char& c : line)
    if (c == '\n') c = ' ';
  return line;
}

bool isBusy(const T_ASC_RejectParameters& rejected) {
  return rejected.result == ASC_RESULT_REJECTEDTRANSIENT;
}

std::string hexadecimal(std::uint16_t status) {
  std::array<char, 8> text{};
  std::snprintf(text.data(), text.size(), "%04X", status);
  return text.data();
}

/// Process-wide in DCMTK; the same values for every association.
void boundSilence() {
  dcmSocketReceiveTimeout.set(kSilenceSeconds);
  dcmSocketSendTimeout.set(kSilenceSeconds);
  dcmConnectionTimeout.set(kReachSeconds);
}

}  // namespace

struct Association::Parts {
  Site site;
  std::unique_ptr<WireWatch> watch;
  std::unique_ptr<DcmTransportLayer> layer;
  T_ASC_Network* network = nullptr;
  T_ASC_Parameters* parameters = nullptr;  ///< only until the association has them
  T_ASC_Association* association = nullptr;
  std::uint16_t message = 0;
  bool sound = false;
  bool opened = false;  ///< once

  Parts() = default;
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() {
    if (association != nullptr) {
      if (!sound) ASC_abortAssociation(association);
      ASC_destroyAssociation(&association);
    } else if (parameters != nullptr) {
      ASC_destroyAssociationParameters(&parameters);
    }
    if (network != nullptr) ASC_dropNetwork(&network);
  }

  Error error(const OFCondition& condition) const {
    if (watch->shut() == Shut::Cancelled) return {"cancelled", site.name, {}};
    if (watch->shut() == Shut::TooSlow) return {"pacs-silent", site.name, site.host};
    if (const auto fault = tlsFault(); site.tls && !fault.empty()) return {"pacs-tls", site.name, fault};
    const bool ofTls = condition.code() == DULC_TLSERROR || condition.module() == OFM_dcmtls;
    if (ofTls && !opened) return {"pacs-tls-cut", site.name, condition.text()};
    if (condition == DIMSE_NODATAAVAILABLE || condition == DIMSE_READPDVFAILED || condition == DUL_READTIMEOUT)
      return {"pacs-silent", site.name, site.host};
    if (condition == DUL_PEERABORTEDASSOCIATION || condition == DUL_PEERREQUESTEDRELEASE ||
        condition == DUL_NETWORKCLOSED || ofTls)
      return {"pacs-aborted", site.name, condition.text()};
    if (condition.module() == OFM_dcmnet && condition.code() == DIMSEC_UNEXPECTEDRESPONSE)
      return {"pacs-wrong-answer", site.name, condition.text()};
    return {"pacs-unreachable", site.name, site.host + ":" + std::to_string(site.port) + ", " + condition.text()};
  }

  OFCondition prepare(const std::vector<Context>& contexts) {
    auto status = ASC_initializeNetwork(NET_REQUESTOR, 0, kSilenceSeconds, &network);
    if (status.good()) status = ASC_setTransportLayer(network, layer.get(), 0);
    if (status.good()) status = ASC_createAssociationParameters(&parameters, kLargestPdu);
    if (status.good()) status = ASC_setTransportLayerType(parameters, site.tls ? OFTrue : OFFalse);
    if (status.good()) status = ASC_setAPTitles(parameters, site.calling.c_str(), site.called.c_str(), nullptr);
    const std::string peer = site.host + ":" + std::to_string(site.port);
    if (status.good()) status = ASC_setPresentationAddresses(parameters, "localhost", peer.c_str());
    int id = 1;
    for (const auto& context : contexts) {
      std::vector<const char*> syntaxes;
      for (const auto& syntax : context.transferSyntaxes) syntaxes.push_back(syntax.c_str());
      if (status.good())
        status = ASC_addPresentationContext(
            parameters, static_cast<T_ASC_PresentationContextID>(id), context.abstractSyntax.c_str(), syntaxes.data(),
            static_cast<int>(syntaxes.size()), context.peerStores ? ASC_SC_ROLE_SCP : ASC_SC_ROLE_DEFAULT);
      id += 2;
    }
    return status;
  }
};

Association::Association(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Association::Association(Association&&) noexcept = default;
Association& Association::operator=(Association&&) noexcept = default;
Association::~Association() = default;

Expected<Association> Association::open(const Site& site, const std::vector<Context>& contexts,
                                        const planning::Progress& progress) {
  dicom::useDcmtk();
  boundSilence();
  auto parts = std::make_unique<Parts>();
  parts->site = site;
  parts->watch = std::make_unique<WireWatch>(progress);
  auto layer = transportTo(site, *parts->watch);
  if (!layer) return tl::unexpected(layer.error());
  parts->layer = std::move(*layer);
  if (const auto status = parts->prepare(contexts); status.bad()) return tl::unexpected(parts->error(status));
  const auto status = ASC_requestAssociation(parts->network, parts->parameters, &parts->association);
  if (status == DUL_ASSOCIATIONREJECTED) {
    T_ASC_RejectParameters rejected;
    ASC_getRejectParameters(parts->association != nullptr ? parts->association->params : parts->parameters, &rejected);
    return refuse(isBusy(rejected) ? "pacs-busy" : "pacs-association-refused", site.name, reasonOf(rejected));
  }
  if (status.bad()) return tl::unexpected(parts->error(status));
  if (ASC_countAcceptedPresentationContexts(parts->association->params) == 0)
    return refuse("pacs-no-context", site.name, contexts.empty() ? "" : contexts.front().abstractSyntax);
  parts->sound = parts->opened = true;
  return Association(std::move(parts));
}

T_ASC_Association* Association::get() const {
  return parts_->association;
}
WireWatch& Association::watch() const {
  return *parts_->watch;
}
const Site& Association::site() const {
  return parts_->site;
}
bool Association::isSound() const {
  return parts_->sound;
}
std::uint16_t Association::nextMessage() {
  return ++parts_->message;
}

Error Association::fault(const OFCondition& condition) {
  parts_->sound = false;
  return parts_->error(condition);
}

Error Association::refused(std::uint16_t status, DcmDataset* detail) const {
  OFString comment;
  if (detail != nullptr) detail->findAndGetOFString(DCM_ErrorComment, comment);
  return {"pacs-status", parts_->site.name, hexadecimal(status) + (comment.empty() ? "" : ", " + comment)};
}

Error Association::wrongAnswer(const std::string& what) {
  parts_->sound = false;
  return {"pacs-wrong-answer", parts_->site.name, what};
}

void Association::finish() {
  if (!parts_->sound) return;
  parts_->watch->allow(std::chrono::seconds(kReachSeconds));
  if (ASC_releaseAssociation(parts_->association).bad()) parts_->sound = false;
}

bool wantsPerson(const Error& error) {
  if (error.code == "pacs-status") return !error.detail.starts_with("A7");  // out of resources: that passes
  for (const char* code : {"pacs-association-refused", "pacs-no-context", "pacs-tls", "pacs-tls-files",
                           "pacs-key-readable", "pacs-other-content", "pacs-unknown-destination", "pacs-stranger",
                           "pacs-cannot-listen", "cannot-read", "not-dicom"})
    if (error.code == code) return true;
  return false;
}

Expected<void> echo(const Site& site, const planning::Progress& progress) {
  auto association =
      Association::open(site, {{kVerificationClass, {UID_LittleEndianImplicitTransferSyntax}}}, progress);
  if (!association) return tl::unexpected(association.error());
  association->watch().allow(std::chrono::seconds(kAnswerSeconds));
  DIC_US status = 0;
  DcmDataset* detail = nullptr;
  const auto condition = DIMSE_echoUser(association->get(), association->nextMessage(), DIMSE_NONBLOCKING,
                                        kSilenceSeconds, &status, &detail);
  const std::unique_ptr<DcmDataset> keep(detail);
  if (condition.bad()) return tl::unexpected(association->fault(condition));
  if (status != STATUS_Success) return tl::unexpected(association->refused(status));
  association->finish();
  return {};
}

}  // namespace io::pacs
