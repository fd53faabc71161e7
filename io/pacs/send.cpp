#include "io/pacs/send.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>
#include <dcmtk/dcmdata/dcwcache.h>
#include <dcmtk/dcmnet/dimse.h>

#include <array>
#include <set>
#include <system_error>
#include <tuple>

#include "io/files/sha256.h"
#include "io/files/uid.h"
#include "io/pacs/association.h"
#include "io/pacs/fetch.h"
#include "io/pacs/wire_watch.h"

namespace io::pacs {
namespace {

namespace fs = std::filesystem;
using planning::Error;
using planning::Expected;
using planning::refuse;

constexpr int kSilenceSeconds = 8;
constexpr std::chrono::seconds kStepTime{20};  // that kStepBytes may take, or an answer
constexpr unsigned long kStepBytes = 256UL * 1024;

std::string value(DcmItem& item, const DcmTagKey& tag) {
  OFString text;
  item.findAndGetOFString(tag, text);
  return text;
}

Expected<std::unique_ptr<DcmFileFormat>> load(const fs::path& file) {
  std::error_code error;
  if (!fs::is_regular_file(file, error)) return refuse("cannot-read", file.string());
  auto format = std::make_unique<DcmFileFormat>();
  if (format->loadFile(file.c_str()).bad() || format->loadAllDataIntoMemory().bad())
    return refuse("not-dicom", file.string());
  return format;
}

bool isCompressed(E_TransferSyntax syntax) {
  return DcmXfer(syntax).isEncapsulated() || syntax == EXS_DeflatedLittleEndianExplicit;
}

/// A class with the syntax that its file has; uncompressed ones in either uncompressed syntax.
struct Wanted {
  std::string sopClass, syntax;
  friend bool operator<(const Wanted& a, const Wanted& b) {
    return std::tie(a.sopClass, a.syntax) < std::tie(b.sopClass, b.syntax);
  }
};

std::vector<Context> contextsFor(const std::set<Wanted>& wanted) {
  std::vector<Context> contexts;
  for (const auto& [sopClass, syntax] : wanted) {
    if (syntax.empty())
      contexts.push_back({sopClass, {UID_LittleEndianExplicitTransferSyntax, UID_LittleEndianImplicitTransferSyntax}});
    else
      contexts.push_back({sopClass, {syntax}});
  }
  return contexts;
}

Wanted wantedBy(DcmDataset& dataset) {
  const auto syntax = dataset.getOriginalXfer();
  return {value(dataset, DCM_SOPClassUID), isCompressed(syntax) ? DcmXfer(syntax).getXferID() : ""};
}

struct Flow {
  WireWatch& watch;
  long seen = 0;
  static void sent(void* flow, T_DIMSE_StoreProgress* progress, T_DIMSE_C_StoreRQ*) {
    auto& self = *static_cast<Flow*>(flow);
    if (progress->progressBytes < self.seen + static_cast<long>(kStepBytes)) return;
    self.seen = progress->progressBytes;
    self.watch.allow(kStepTime);
  }
};

/// Fills in error and warning.
void sendOne(Association& association, DcmFileFormat& format, Sent& sent) {
  auto& dataset = *format.getDataset();
  const auto wanted = wantedBy(dataset);
  const auto syntax = wanted.syntax.empty() ? UID_LittleEndianExplicitTransferSyntax : wanted.syntax;
  const auto context =
      ASC_findAcceptedPresentationContextID(association.get(), wanted.sopClass.c_str(), syntax.c_str());
  if (context == 0) {
    sent.error = Error{"pacs-no-context", association.site().name, wanted.sopClass};
    return;
  }
  T_DIMSE_C_StoreRQ request{};
  request.MessageID = association.nextMessage();
  OFStandard::strlcpy(request.AffectedSOPClassUID, wanted.sopClass.c_str(), sizeof(request.AffectedSOPClassUID));
  OFStandard::strlcpy(request.AffectedSOPInstanceUID, sent.sopInstanceUid.c_str(),
                      sizeof(request.AffectedSOPInstanceUID));
  request.DataSetType = DIMSE_DATASET_PRESENT;
  request.Priority = DIMSE_PRIORITY_MEDIUM;
  T_DIMSE_C_StoreRSP answer{};
  DcmDataset* detail = nullptr;
  association.watch().allow(kStepTime);
  Flow flow{association.watch()};
  const auto condition = DIMSE_storeUser(association.get(), context, &request, nullptr, &dataset, Flow::sent, &flow,
                                         DIMSE_NONBLOCKING, kSilenceSeconds, &answer, &detail);
  const std::unique_ptr<DcmDataset> comment(detail);
  if (condition.bad()) {
    sent.error = association.fault(condition);
    return;
  }
  const std::string answeredFor = answer.AffectedSOPInstanceUID;
  if ((answer.opts & O_STORE_AFFECTEDSOPINSTANCEUID) != 0 && answeredFor != sent.sopInstanceUid) {
    sent.error = association.wrongAnswer("C-STORE");
    return;
  }
  const bool warned = (answer.DimseStatus & 0xF000U) == 0xB000U;
  if (answer.DimseStatus == STATUS_Success) return;
  const auto refused = association.refused(answer.DimseStatus, comment ? value(*comment, DCM_ErrorComment) : "");
  if (warned)
    sent.warning = refused.detail;
  else
    sent.error = refused;
}

/// Every value in one encoding: explicit VR, little endian, defined lengths, no group lengths, no padding.
std::string digestOf(DcmFileFormat& format) {
  auto& dataset = *format.getDataset();
  const auto syntax = isCompressed(dataset.getOriginalXfer()) ? dataset.getOriginalXfer() : EXS_LittleEndianExplicit;
  std::vector<Uint8> buffer(1 << 16);
  DcmOutputBufferStream stream(buffer.data(), static_cast<offile_off_t>(buffer.size()));
  Sha256 digest;
  dataset.transferInit();
  DcmWriteCache cache;
  for (bool more = true; more;) {
    const auto status = dataset.write(stream, syntax, EET_ExplicitLength, &cache, EGL_withoutGL, EPD_withoutPadding);
    void* bytes = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(bytes, length);
    digest.add(std::as_bytes(std::span(static_cast<const char*>(bytes), static_cast<std::size_t>(length))));
    more = status == EC_StreamNotifyClient;
    if (status.bad() && !more) return {};
  }
  dataset.transferEnd();
  return digest.hex();
}

void sayAll(std::vector<Sent>& all, std::size_t from, const Error& error,
            const std::function<void(const Sent&)>& take) {
  for (std::size_t i = from; i < all.size(); ++i) {
    if (!all[i].error) all[i].error = error;
    take(all[i]);
  }
}

}  // namespace

std::vector<Sent> send(const Site& site, const std::vector<fs::path>& files,
                       const std::function<void(const Sent&)>& take, const planning::Progress& progress) {
  std::vector<Sent> all;
  std::set<Wanted> wanted;
  for (const auto& file : files) {
    all.push_back({file});
    auto& sent = all.back();
    const auto format = load(file);
    if (!format) {
      sent.error = format.error();
      continue;
    }
    auto& dataset = *(*format)->getDataset();
    sent.studyUid = value(dataset, DCM_StudyInstanceUID);
    sent.seriesUid = value(dataset, DCM_SeriesInstanceUID);
    sent.sopInstanceUid = value(dataset, DCM_SOPInstanceUID);
    wanted.insert(wantedBy(dataset));
  }
  if (wanted.empty()) {
    for (const auto& sent : all) take(sent);
    return all;
  }
  auto association = Association::open(site, contextsFor(wanted), progress);
  if (!association) {
    sayAll(all, 0, association.error(), take);
    return all;
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].error) {
      take(all[i]);
      continue;
    }
    if (auto format = load(all[i].file); format)
      sendOne(*association, **format, all[i]);
    else
      all[i].error = format.error();
    if (!association->isSound()) {  // nothing more goes over it
      const auto error = *all[i].error;
      sayAll(all, i, error, take);
      return all;
    }
    take(all[i]);
  }
  association->finish();
  return all;
}

Expected<bool> sameContent(const fs::path& a, const fs::path& b) {
  std::array<std::string, 2> digests;
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& file = i == 0 ? a : b;
    auto format = load(file);
    if (!format) return tl::unexpected(format.error());
    digests[i] = digestOf(**format);
    if (digests[i].empty()) return refuse("cannot-read", file.string());
  }
  return digests[0] == digests[1];
}

Expected<void> readBack(const Site& site, const Sent& sent, const fs::path& scratch,
                        const planning::Progress& progress) {
  const fs::path folder = scratch / ("read-back-" + newUid());
  const auto clear = [&] {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  };
  const auto fetched = fetch(
      site, {sent.studyUid, sent.seriesUid, sent.sopInstanceUid}, folder, [](const fs::path&, std::size_t) {},
      progress);
  if (!fetched || fetched->files.empty()) {
    clear();
    if (!fetched && fetched.error().code != "no-such-study") return tl::unexpected(fetched.error());
    return refuse("pacs-not-there", site.name, sent.sopInstanceUid);
  }
  const auto same = sameContent(sent.file, fetched->files.front());
  clear();
  if (!same) return tl::unexpected(same.error());
  if (!*same) return refuse("pacs-other-content", site.name, sent.sopInstanceUid);
  return {};
}

}  // namespace io::pacs
