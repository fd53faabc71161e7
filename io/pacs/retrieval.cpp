#include "io/pacs/retrieval.h"

#include <memory>
#include <string>

namespace io::pacs {

void askFor(DcmDataset& question, const StudyPart& request) {
  const auto put = [&](const DcmTagKey& tag, const std::string& value) {
    if (!value.empty()) question.putAndInsertOFStringArray(tag, value);
  };
  put(DCM_QueryRetrieveLevel, !request.instanceUid.empty() ? "IMAGE" : !request.seriesUid.empty() ? "SERIES" : "STUDY");
  put(DCM_StudyInstanceUID, request.studyUid);
  put(DCM_SeriesInstanceUID, request.seriesUid);
  put(DCM_SOPInstanceUID, request.instanceUid);
}

planning::Expected<void> dropDataSet(Association& association, T_DIMSE_DataSetType type,
                                     T_ASC_PresentationContextID context) {
  if (type == DIMSE_DATASET_NULL) return {};
  DcmDataset* failed = nullptr;
  const auto read = DIMSE_receiveDataSetInMemory(association.get(), DIMSE_NONBLOCKING, kSilenceSeconds, &context,
                                                 &failed, nullptr, nullptr);
  const std::unique_ptr<DcmDataset> dropped(failed);
  if (read.bad()) return tl::unexpected(association.fault(read));
  return {};
}

}  // namespace io::pacs
