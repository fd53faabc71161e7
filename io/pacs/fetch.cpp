#include "io/pacs/fetch.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmnet/dimse.h>
#include <dcmtk/dcmnet/diutil.h>

#include <map>
#include <system_error>

#include "io/files/uid.h"
#include "io/pacs/association.h"
#include "io/pacs/intake.h"
#include "io/pacs/move.h"
#include "io/pacs/retrieval.h"
#include "io/pacs/storage_classes.h"
#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

namespace fs = std::filesystem;
using planning::Expected;
using planning::refuse;

constexpr std::size_t kMostContexts = 128;  // PS3.8 9.3.2: odd numbers of one byte

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
  std::vector<Context> contexts{{kGetClass, plainSyntaxes()}};
  const auto classes = classesOf(objects);
  for (const auto& sopClass : classes) contexts.push_back({sopClass, plainSyntaxes(), true});
  for (const auto& syntax : compressedSyntaxes())
    for (const auto& sopClass : classes)
      if (contexts.size() < kMostContexts) contexts.push_back({sopClass, {syntax}, true});
  return contexts;
}

Expected<void> begin(Association& association, const StudyPart& request, T_ASC_PresentationContextID context,
                     std::uint16_t id) {
  DcmDataset question;
  askFor(question, request);
  T_DIMSE_Message message{};
  message.CommandField = DIMSE_C_GET_RQ;
  auto& get = message.msg.CGetRQ;
  get.MessageID = id;
  OFStandard::strlcpy(get.AffectedSOPClassUID, kGetClass, sizeof(get.AffectedSOPClassUID));
  get.Priority = DIMSE_PRIORITY_MEDIUM;
  get.DataSetType = DIMSE_DATASET_PRESENT;
  const auto sent =
      DIMSE_sendMessageUsingMemoryData(association.get(), context, &message, nullptr, &question, nullptr, nullptr);
  if (sent.bad()) return tl::unexpected(association.fault(sent));
  return {};
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
      const auto taken = intake.receive(*association.get(), association.watch(), message.msg.CStoreRQ, context);
      if (taken.good()) continue;
      const auto fault = association.fault(taken);
      return tl::unexpected(intake.failure().value_or(fault));
    }
    const auto& answer = message.msg.CGetRSP;
    if (message.CommandField != DIMSE_C_GET_RSP || answer.MessageIDBeingRespondedTo != id)
      return tl::unexpected(association.wrongAnswer("C-GET"));
    if (auto dropped = dropDataSet(association, answer.DataSetType, context); !dropped) return dropped;
    if (isUnderWay(answer.DimseStatus)) continue;
    if (answer.DimseStatus == STATUS_Success || isWarning(answer.DimseStatus)) return {};
    return tl::unexpected(association.refused(answer.DimseStatus, comment.get()));
  }
}

Expected<void> get(const Site& site, const StudyPart& request, const Expectation& objects, Intake& intake,
                   const planning::Progress& progress) {
  auto association = Association::open(site, contextsFor(objects), progress);
  if (!association) return tl::unexpected(association.error());
  const auto context = ASC_findAcceptedPresentationContextID(association->get(), kGetClass);
  if (context == 0) return refuse("pacs-no-context", site.name, "C-GET");
  const auto id = association->nextMessage();
  if (auto begun = begin(*association, request, context, id); !begun) return begun;
  if (auto taken = takeAll(*association, id, intake); !taken) return taken;
  association->finish();
  return {};
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
  const auto objects = expected(*series);
  if (objects.empty()) return refuse("no-such-study", request.studyUid, site.name);
  Intake intake(site, request, folder, objects, take);
  const auto came = site.move ? move(site, request, classesOf(objects), intake, progress)
                              : get(site, request, objects, intake, progress);
  if (!came) return tl::unexpected(came.error());
  return std::move(intake).result();
}

}  // namespace io::pacs
