#include "io/pacs/move.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmnet/dimse.h>
#include <dcmtk/dcmnet/diutil.h>

#include <algorithm>
#include <memory>

#include "io/pacs/association.h"
#include "io/pacs/intake.h"
#include "io/pacs/listener.h"
#include "io/pacs/retrieval.h"
#include "io/pacs/storage_classes.h"
#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

using planning::Expected;
using planning::refuse;

constexpr int kLookSeconds = 1;                        // at what comes to the listener meanwhile
constexpr std::uint16_t kUnknownDestination = 0xA801;  // PS3.4 C.4.2.1.5

Expected<void> begin(Association& association, const StudyPart& request, T_ASC_PresentationContextID context,
                     std::uint16_t id) {
  DcmDataset question;
  askFor(question, request);
  T_DIMSE_Message message{};
  message.CommandField = DIMSE_C_MOVE_RQ;
  auto& asked = message.msg.CMoveRQ;
  asked.MessageID = id;
  OFStandard::strlcpy(asked.AffectedSOPClassUID, kMoveClass, sizeof(asked.AffectedSOPClassUID));
  OFStandard::strlcpy(asked.MoveDestination, association.site().calling.c_str(), sizeof(asked.MoveDestination));
  asked.Priority = DIMSE_PRIORITY_MEDIUM;
  asked.DataSetType = DIMSE_DATASET_PRESENT;
  const auto sent =
      DIMSE_sendMessageUsingMemoryData(association.get(), context, &message, nullptr, &question, nullptr, nullptr);
  if (sent.bad()) return tl::unexpected(association.fault(sent));
  return {};
}

/// Waits until the archive says that it is done. As long as objects come it may be silent itself.
Expected<void> waitForEnd(Association& association, std::uint16_t id, const Listener& listener, const Intake& intake) {
  auto heard = Listener::Clock::now();
  for (;;) {
    association.watch().allow(kStepTime);
    T_DIMSE_Message message{};
    T_ASC_PresentationContextID context = 0;
    DcmDataset* detail = nullptr;
    const auto came =
        DIMSE_receiveCommand(association.get(), DIMSE_NONBLOCKING, kLookSeconds, &context, &message, &detail);
    const std::unique_ptr<DcmDataset> comment(detail);
    const bool waits = Listener::Clock::now() - std::max(heard, listener.lastHeard()) < kStepTime;
    if (came == DIMSE_NODATAAVAILABLE && waits && association.watch().shut() == Shut::No) continue;
    if (came.bad()) return tl::unexpected(association.fault(came));
    heard = Listener::Clock::now();
    const auto& answer = message.msg.CMoveRSP;
    if (message.CommandField != DIMSE_C_MOVE_RSP || answer.MessageIDBeingRespondedTo != id)
      return tl::unexpected(association.wrongAnswer("C-MOVE"));
    if (auto dropped = dropDataSet(association, answer.DataSetType, context); !dropped) return dropped;
    if (isUnderWay(answer.DimseStatus)) continue;
    if (answer.DimseStatus == STATUS_Success || isWarning(answer.DimseStatus) || intake.isComplete()) return {};
    if (answer.DimseStatus == kUnknownDestination)
      return refuse("pacs-unknown-destination", association.site().name, association.site().calling);
    return tl::unexpected(association.refused(answer.DimseStatus, comment.get()));
  }
}

/// What kept everything out is said rather than a status that does not tell it.
Expected<void> explained(Expected<void> end, const Site& site, const Listener& listener, const Intake& intake) {
  if (const auto& failure = intake.failure()) return tl::unexpected(*failure);
  if (intake.isComplete()) return {};
  if (!intake.hasNothing() || (!end && end.error().code == "cancelled")) return end;
  if (const auto stranger = listener.stranger(); !stranger.empty()) return refuse("pacs-stranger", site.name, stranger);
  if (end) return refuse("pacs-nothing-came", site.name, site.move->address + ":" + std::to_string(site.move->port));
  return end;
}

}  // namespace

Expected<void> move(const Site& site, const StudyPart& request, const std::set<std::string>& classes, Intake& intake,
                    const planning::Progress& progress) {
  auto listener = Listener::open(site, classes, intake, progress);
  if (!listener) return tl::unexpected(listener.error());
  auto association = Association::open(site, {{kMoveClass, plainSyntaxes()}}, progress);
  if (!association) return tl::unexpected(association.error());
  const auto context = ASC_findAcceptedPresentationContextID(association->get(), kMoveClass);
  if (context == 0) return refuse("pacs-no-context", site.name, "C-MOVE");
  const auto id = association->nextMessage();
  if (auto begun = begin(*association, request, context, id); !begun) return begun;
  auto end = waitForEnd(*association, id, **listener, intake);
  if (end) (*listener)->settle();
  (*listener)->close();
  if (end) association->finish();
  return explained(std::move(end), site, **listener, intake);
}

}  // namespace io::pacs
