#include "io/pacs/intake.h"

#include <dcmtk/dcmdata/dcostrmf.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmnet/diutil.h>

#include <memory>
#include <system_error>

#include "io/files/uid.h"
#include "io/pacs/association.h"
#include "io/pacs/file_uids.h"
#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

namespace fs = std::filesystem;

constexpr unsigned long kLargestObject = 2UL << 30;  // beyond it nothing is waited for
constexpr int kMostUnasked = 100;

/// DCMTK's progress callback.
void came(void* flow, unsigned long bytes) {
  if (bytes <= kLargestObject) static_cast<Flow*>(flow)->passed(bytes);
}

OFCondition answer(T_ASC_Association& association, T_DIMSE_C_StoreRQ& request, T_ASC_PresentationContextID context,
                   DIC_US status) {
  T_DIMSE_C_StoreRSP response{};
  response.DimseStatus = status;
  response.DataSetType = DIMSE_DATASET_NULL;
  response.MessageIDBeingRespondedTo = request.MessageID;
  OFStandard::strlcpy(response.AffectedSOPClassUID, request.AffectedSOPClassUID, sizeof(response.AffectedSOPClassUID));
  OFStandard::strlcpy(response.AffectedSOPInstanceUID, request.AffectedSOPInstanceUID,
                      sizeof(response.AffectedSOPInstanceUID));
  response.opts = O_STORE_AFFECTEDSOPCLASSUID | O_STORE_AFFECTEDSOPINSTANCEUID;
  return DIMSE_sendStoreResponse(&association, context, &request, &response, nullptr);
}

}  // namespace

Intake::Intake(const Site& site, const StudyPart& request, fs::path folder, std::map<std::string, std::string> listed,
               const std::function<void(const fs::path&, std::size_t)>& take)
    : site_(site),
      request_(request),
      folder_(std::move(folder)),
      listed_(std::move(listed)),
      all_(listed_.size()),
      take_(take),
      left_(listed_.size()) {}

OFCondition Intake::fail(planning::Error error) {
  failure_ = std::move(error);
  return DIMSE_OUTOFRESOURCES;
}

OFCondition Intake::toFile(const fs::path& file, T_ASC_Association& association, WireWatch& watch,
                           T_DIMSE_C_StoreRQ& request, T_ASC_PresentationContextID context) {
  DcmOutputFileStream* made = nullptr;
  const auto created = DIMSE_createFilestream(OFFilename(file.c_str()), &request, &association, context, 1, &made);
  const std::unique_ptr<DcmOutputFileStream> stream(made);
  if (created.bad() || !stream) return created;
  Flow flow(watch);
  auto presentation = context;
  auto status = DIMSE_receiveDataSetInFile(&association, DIMSE_NONBLOCKING, kSilenceSeconds, &presentation,
                                           stream.get(), came, &flow);
  stream->flush();
  return status.good() ? stream->status() : status;
}

bool Intake::isAsked(const fs::path& file, const std::string& uid) const {
  const auto said = uidsIn(file);
  return listed_.contains(uid) && said.instance == uid && said.study == request_.studyUid;
}

OFCondition Intake::receive(T_ASC_Association& association, WireWatch& watch, T_DIMSE_C_StoreRQ& request,
                            T_ASC_PresentationContextID context) {
  const fs::path growing = folder_ / (".growing-" + newUid());
  const auto came = toFile(growing, association, watch, request, context);
  std::error_code error;
  if (came.bad()) {
    fs::remove(growing, error);
    const bool ours = came.module() != OFM_dcmnet || came == DIMSE_OUTOFRESOURCES;  // the disk, not the peer
    return ours ? fail({"cannot-write", folder_.string(), came.text()}) : came;
  }
  const std::string uid = request.AffectedSOPInstanceUID;
  if (!isAsked(growing, uid)) {
    fs::remove(growing, error);
    if (++fetched_.refused > kMostUnasked) return fail({"pacs-wrong-answer", site_.name, "C-STORE"});
    return answer(association, request, context, STATUS_STORE_Error_CannotUnderstand);
  }
  const fs::path file = folder_ / (uid + ".dcm");
  fs::rename(growing, file, error);
  if (error) return fail({"cannot-write", file.string(), error.message()});
  listed_.erase(uid);
  left_ = listed_.size();
  fetched_.files.push_back(file);
  take_(file, all_);
  return answer(association, request, context, STATUS_Success);
}

Fetched Intake::result() && {
  for (const auto& [uid, sopClass] : listed_) fetched_.missing.push_back(uid);
  return std::move(fetched_);
}

}  // namespace io::pacs
