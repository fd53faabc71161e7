#include "io/pacs/question.h"

#include <dcmtk/dcmnet/dimse.h>

#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

using planning::Expected;
using planning::refuse;

bool isPending(std::uint16_t status) {
  return status == STATUS_FIND_Pending_MatchesAreContinuing ||
         status == STATUS_FIND_Pending_WarningUnsupportedOptionalKeys;
}

OFCondition sendQuestion(Association& association, T_ASC_PresentationContextID context, const char* model,
                         DcmDataset& question, std::uint16_t id) {
  T_DIMSE_Message message{};
  message.CommandField = DIMSE_C_FIND_RQ;
  auto& request = message.msg.CFindRQ;
  request.MessageID = id;
  OFStandard::strlcpy(request.AffectedSOPClassUID, model, sizeof(request.AffectedSOPClassUID));
  request.Priority = DIMSE_PRIORITY_MEDIUM;
  request.DataSetType = DIMSE_DATASET_PRESENT;
  return DIMSE_sendMessageUsingMemoryData(association.get(), context, &message, nullptr, &question, nullptr, nullptr);
}

}  // namespace

Expected<void> ask(Association& association, const char* model, DcmDataset& question, int most,
                   const std::function<void(DcmDataset&)>& take) {
  auto context = ASC_findAcceptedPresentationContextID(association.get(), model);
  if (context == 0) return refuse("pacs-no-context", association.site().name, model);
  association.watch().allow(std::chrono::seconds(kQuestionSeconds));
  const auto id = association.nextMessage();
  if (const auto sent = sendQuestion(association, context, model, question, id); sent.bad())
    return tl::unexpected(association.fault(sent));
  for (int answers = 0;;) {
    T_DIMSE_Message message{};
    DcmDataset* detail = nullptr;
    const auto came =
        DIMSE_receiveCommand(association.get(), DIMSE_NONBLOCKING, kSilenceSeconds, &context, &message, &detail);
    const std::unique_ptr<DcmDataset> comment(detail);
    if (came.bad()) return tl::unexpected(association.fault(came));
    const auto& answer = message.msg.CFindRSP;
    if (message.CommandField != DIMSE_C_FIND_RSP || answer.MessageIDBeingRespondedTo != id)
      return tl::unexpected(association.wrongAnswer("C-FIND"));
    if (!isPending(answer.DimseStatus)) {
      if (answer.DimseStatus == STATUS_Success) return {};
      return tl::unexpected(association.refused(answer.DimseStatus, comment.get()));
    }
    if (answer.DataSetType == DIMSE_DATASET_NULL) return tl::unexpected(association.wrongAnswer("C-FIND"));
    DcmDataset* received = nullptr;
    const auto read = DIMSE_receiveDataSetInMemory(association.get(), DIMSE_NONBLOCKING, kSilenceSeconds, &context,
                                                   &received, nullptr, nullptr);
    const std::unique_ptr<DcmDataset> match(received);
    if (read.bad() || !match) return tl::unexpected(association.fault(read));
    if (++answers > most) {
      association.fault(EC_Normal);  // not released: answers may still be under way
      return refuse("too-many-answers", association.site().name, std::to_string(most));
    }
    take(*match);
  }
}

}  // namespace io::pacs
