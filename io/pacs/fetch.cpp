#include "io/pacs/fetch.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmf.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmnet/dimse.h>
#include <dcmtk/dcmnet/diutil.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "io/files/uid.h"
#include "io/pacs/association.h"
#include "io/pacs/file_uids.h"
#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::refuse;

constexpr std::size_t kMostContexts = 128;           // PS3.8 9.3.2: odd numbers of one byte
constexpr unsigned long kLargestObject = 2UL << 30;  // beyond it nothing is waited for
constexpr int kMostUnasked = 100;

const char* const kGet = UID_GETStudyRootQueryRetrieveInformationModel;

const std::vector<std::string>& plainSyntaxes() {
  static const std::vector<std::string> syntaxes{UID_LittleEndianExplicitTransferSyntax,
                                                 UID_LittleEndianImplicitTransferSyntax};
  return syntaxes;
}

/// Compressed ones that can be read here, each in a context of its own: an archive takes one a context.
constexpr const char* kCompressed[] = {UID_JPEG2000LosslessOnlyTransferSyntax,
                                       UID_JPEGProcess14SV1TransferSyntax,
                                       UID_JPEGLSLosslessTransferSyntax,
                                       UID_RLELosslessTransferSyntax,
                                       UID_JPEG2000TransferSyntax,
                                       UID_JPEGProcess1TransferSyntax,
                                       UID_JPEGProcess2_4TransferSyntax,
                                       UID_JPEGLSLossyTransferSyntax,
                                       UID_DeflatedExplicitVRLittleEndianTransferSyntax};

/// What is asked for where an archive does not say the classes of its objects.
constexpr const char* kUsualClasses[] = {UID_CTImageStorage,
                                         UID_EnhancedCTImageStorage,
                                         UID_XRayAngiographicImageStorage,
                                         UID_XRayRadiofluoroscopicImageStorage,
                                         UID_EnhancedXAImageStorage,
                                         UID_EnhancedXRFImageStorage,
                                         UID_XRay3DAngiographicImageStorage,
                                         UID_SegmentationStorage,
                                         UID_RTStructureSetStorage,
                                         UID_Comprehensive3DSRStorage,
                                         UID_ComprehensiveSRStorage,
                                         UID_EnhancedSRStorage,
                                         UID_SecondaryCaptureImageStorage,
                                         UID_EncapsulatedPDFStorage};

/// The objects that are to come, by UID, with their class.
using Expectation = std::map<std::string, std::string>;

Expectation expected(const std::vector<SeriesAnswer>& series) {
  Expectation all;
  for (const auto& one : series)
    for (const auto& instance : one.instances)
      if (isUid(instance.sopInstanceUid)) all[instance.sopInstanceUid] = instance.sopClassUid;
  return all;
}

std::vector<Context> contextsFor(const Expectation& objects) {
  std::vector<Context> contexts{{kGet, plainSyntaxes()}};
  std::set<std::string> classes;
  for (const auto& [uid, sopClass] : objects)
    if (isUid(sopClass))
      classes.insert(sopClass);
    else
      classes.insert(std::begin(kUsualClasses), std::end(kUsualClasses));
  for (const auto& sopClass : classes) contexts.push_back({sopClass, plainSyntaxes(), true});
  for (const char* syntax : kCompressed)
    for (const auto& sopClass : classes)
      if (contexts.size() < kMostContexts) contexts.push_back({sopClass, {syntax}, true});
  return contexts;
}

void sendRequest(DcmDataset& question, const StudyPart& request) {
  const auto put = [&](const DcmTagKey& tag, const std::string& value) {
    if (!value.empty()) question.putAndInsertOFStringArray(tag, value);
  };
  put(DCM_QueryRetrieveLevel, !request.instanceUid.empty() ? "IMAGE" : !request.seriesUid.empty() ? "SERIES" : "STUDY");
  put(DCM_StudyInstanceUID, request.studyUid);
  put(DCM_SeriesInstanceUID, request.seriesUid);
  put(DCM_SOPInstanceUID, request.instanceUid);
}

/// DCMTK's progress callback.
void came(void* flow, unsigned long bytes) {
  if (bytes <= kLargestObject) static_cast<Flow*>(flow)->passed(bytes);
}

/// Takes in what a C-GET sends.
class Intake {
 public:
  Intake(Association& association, const StudyPart& request, fs::path folder, Expectation objects,
         const std::function<void(const fs::path&, std::size_t)>& take)
      : association_(association),
        request_(request),
        folder_(std::move(folder)),
        objects_(std::move(objects)),
        all_(objects_.size()),
        take_(take) {}

  /// One C-STORE of the peer; answers it. Errors: those of the association, "cannot-write".
  Expected<void> receive(T_DIMSE_C_StoreRQ& request, T_ASC_PresentationContextID context);
  Fetched result() && {
    for (const auto& [uid, sopClass] : objects_) fetched_.missing.push_back(uid);
    return std::move(fetched_);
  }

 private:
  OFCondition toFile(const fs::path& file, T_DIMSE_C_StoreRQ& request, T_ASC_PresentationContextID context);
  bool isAsked(const fs::path& file, const std::string& uid) const;

  Association& association_;
  const StudyPart& request_;
  fs::path folder_;
  Expectation objects_;
  std::size_t all_;
  const std::function<void(const fs::path&, std::size_t)>& take_;
  Fetched fetched_;
};

OFCondition Intake::toFile(const fs::path& file, T_DIMSE_C_StoreRQ& request, T_ASC_PresentationContextID context) {
  DcmOutputFileStream* made = nullptr;
  const auto created =
      DIMSE_createFilestream(OFFilename(file.c_str()), &request, association_.get(), context, 1, &made);
  const std::unique_ptr<DcmOutputFileStream> stream(made);
  if (created.bad() || !stream) return created;
  Flow flow(association_.watch());
  auto presentation = context;
  auto status = DIMSE_receiveDataSetInFile(association_.get(), DIMSE_NONBLOCKING, kSilenceSeconds, &presentation,
                                           stream.get(), came, &flow);
  stream->flush();
  return status.good() ? stream->status() : status;
}

bool Intake::isAsked(const fs::path& file, const std::string& uid) const {
  const auto said = uidsIn(file);
  return objects_.contains(uid) && said.instance == uid && said.study == request_.studyUid;
}

Expected<void> Intake::receive(T_DIMSE_C_StoreRQ& request, T_ASC_PresentationContextID context) {
  const fs::path growing = folder_ / (".growing-" + newUid());
  const auto came = toFile(growing, request, context);
  std::error_code error;
  T_DIMSE_C_StoreRSP answer{};
  answer.DimseStatus = STATUS_Success;
  if (came.bad()) {
    fs::remove(growing, error);
    const bool ours = came.module() != OFM_dcmnet || came == DIMSE_OUTOFRESOURCES;  // the disk, not the peer
    const auto fault = association_.fault(came);
    return ours ? refuse("cannot-write", folder_.string(), came.text()) : tl::unexpected(fault);
  }
  const std::string uid = request.AffectedSOPInstanceUID;
  if (isAsked(growing, uid)) {
    const fs::path file = folder_ / (uid + ".dcm");
    fs::rename(growing, file, error);
    if (error) return refuse("cannot-write", file.string(), error.message());
    objects_.erase(uid);
    fetched_.files.push_back(file);
    take_(file, all_);
  } else {
    fs::remove(growing, error);
    if (++fetched_.refused > kMostUnasked) return tl::unexpected(association_.wrongAnswer("C-STORE"));
    answer.DimseStatus = STATUS_STORE_Error_CannotUnderstand;
  }
  answer.DataSetType = DIMSE_DATASET_NULL;
  answer.MessageIDBeingRespondedTo = request.MessageID;
  OFStandard::strlcpy(answer.AffectedSOPClassUID, request.AffectedSOPClassUID, sizeof(answer.AffectedSOPClassUID));
  OFStandard::strlcpy(answer.AffectedSOPInstanceUID, uid.c_str(), sizeof(answer.AffectedSOPInstanceUID));
  answer.opts = O_STORE_AFFECTEDSOPCLASSUID | O_STORE_AFFECTEDSOPINSTANCEUID;
  const auto sent = DIMSE_sendStoreResponse(association_.get(), context, &request, &answer, nullptr);
  if (sent.bad()) return tl::unexpected(association_.fault(sent));
  return {};
}

Expected<void> begin(Association& association, const StudyPart& request, T_ASC_PresentationContextID context,
                     std::uint16_t id) {
  DcmDataset question;
  sendRequest(question, request);
  T_DIMSE_Message message{};
  message.CommandField = DIMSE_C_GET_RQ;
  auto& get = message.msg.CGetRQ;
  get.MessageID = id;
  OFStandard::strlcpy(get.AffectedSOPClassUID, kGet, sizeof(get.AffectedSOPClassUID));
  get.Priority = DIMSE_PRIORITY_MEDIUM;
  get.DataSetType = DIMSE_DATASET_PRESENT;
  const auto sent =
      DIMSE_sendMessageUsingMemoryData(association.get(), context, &message, nullptr, &question, nullptr, nullptr);
  if (sent.bad()) return tl::unexpected(association.fault(sent));
  return {};
}

bool isOver(std::uint16_t status) {
  return status != STATUS_GET_Pending_SubOperationsAreContinuing;
}

/// Takes what comes until the archive says that it is done. Objects that failed there are in the list of what is
/// missing, whatever the status counts.
Expected<void> takeAll(Association& association, std::uint16_t id, Intake& intake) {
  for (;;) {
    association.watch().allow(kStepTime);
    T_DIMSE_Message message{};
    T_ASC_PresentationContextID context = 0;
    DcmDataset* detail = nullptr;
    const auto came =
        DIMSE_receiveCommand(association.get(), DIMSE_NONBLOCKING, kSilenceSeconds, &context, &message, &detail);
    const std::unique_ptr<DcmDataset> comment(detail);
    if (came.bad()) return tl::unexpected(association.fault(came));
    if (message.CommandField == DIMSE_C_STORE_RQ) {
      if (auto taken = intake.receive(message.msg.CStoreRQ, context); !taken) return taken;
      continue;
    }
    const auto& answer = message.msg.CGetRSP;
    if (message.CommandField != DIMSE_C_GET_RSP || answer.MessageIDBeingRespondedTo != id)
      return tl::unexpected(association.wrongAnswer("C-GET"));
    if (answer.DataSetType != DIMSE_DATASET_NULL) {
      DcmDataset* failed = nullptr;
      const auto read = DIMSE_receiveDataSetInMemory(association.get(), DIMSE_NONBLOCKING, kSilenceSeconds, &context,
                                                     &failed, nullptr, nullptr);
      delete failed;
      if (read.bad()) return tl::unexpected(association.fault(read));
    }
    if (!isOver(answer.DimseStatus)) continue;
    if (answer.DimseStatus == STATUS_Success || isWarning(answer.DimseStatus)) return {};
    return tl::unexpected(association.refused(answer.DimseStatus, comment.get()));
  }
}

Expected<void> makeFolder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) return {};
  if (!fs::create_directories(folder, error) || error) return refuse("cannot-write", folder.string(), error.message());
  fs::permissions(folder, fs::perms::owner_all, error);
  return {};
}

}  // namespace

Expected<Fetched> fetch(const Site& site, const StudyPart& request, const fs::path& folder,
                        const std::function<void(const fs::path&, std::size_t)>& take,
                        const planning::Progress& progress) {
  if (auto made = makeFolder(folder); !made) return tl::unexpected(made.error());
  const auto series = seriesOf(site, request, progress);
  if (!series) return tl::unexpected(series.error());
  auto objects = expected(*series);
  if (objects.empty()) return refuse("no-such-study", request.studyUid, site.name);
  auto association = Association::open(site, contextsFor(objects), progress);
  if (!association) return tl::unexpected(association.error());
  const auto context = ASC_findAcceptedPresentationContextID(association->get(), kGet);
  if (context == 0) return refuse("pacs-no-context", site.name, "C-GET");
  Intake intake(*association, request, folder, std::move(objects), take);
  const auto id = association->nextMessage();
  if (auto begun = begin(*association, request, context, id); !begun) return tl::unexpected(begun.error());
  if (auto taken = takeAll(*association, id, intake); !taken) return tl::unexpected(taken.error());
  association->finish();
  return std::move(intake).result();
}

}  // namespace io::pacs
